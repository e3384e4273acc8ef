import fs from 'node:fs'

/** Random letters and digits for names that nobody else chooses. */

/** So many random bytes, in hexadecimal. */
export function randomHex(bytes: number): string {
  return Buffer.from(randomBytes(bytes)).toString('hex')
}

/** A UUID of random digits (RFC 9562, version 4). */
export function randomUuid(): string {
  const bytes = randomBytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** From the system's own device where there is one: opening Node's crypto takes a tenth of a start. */
function randomBytes(count: number): Uint8Array {
  return fromDevice(count) ?? crypto.getRandomValues(new Uint8Array(count))
}

function fromDevice(count: number): Uint8Array | undefined {
  let device: number | undefined
  try {
    device = fs.openSync('/dev/urandom', 'r')
    const bytes = new Uint8Array(count)
    const isDevice = fs.fstatSync(device).isCharacterDevice()
    return isDevice && fs.readSync(device, bytes, 0, count, null) === count ? bytes : undefined
  } catch {
    // Windows, and whatever else has none.
    return undefined
  } finally {
    if (device !== undefined) fs.closeSync(device)
  }
}
