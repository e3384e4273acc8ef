import fs from 'node:fs'

/** Random letters and digits for names that nobody else chooses. */

/** So many random bytes, in hexadecimal. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** A UUID of random digits (RFC 9562, version 4). */
export function randomUuid(): string {
  const bytes = randomBytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** From the system's own device where there is one: opening Node's crypto takes a tenth of a start. */
function randomBytes(count: number): Buffer {
  return fromDevice(count) ?? crypto.getRandomValues(Buffer.alloc(count))
}

function fromDevice(count: number): Buffer | undefined {
  let device: number | undefined
  try {
    device = fs.openSync('/dev/urandom', 'r')
    const bytes = Buffer.alloc(count)
    const isDevice = fs.fstatSync(device).isCharacterDevice()
    return isDevice && fs.readSync(device, bytes, 0, count, null) === count ? bytes : undefined
  } catch {
    // Windows, and whatever else has none.
    return undefined
  } finally {
    if (device !== undefined) fs.closeSync(device)
  }
}
