import { BrokenPicture, part, type Picture } from './model.ts'

/* WebP is a RIFF file: chunks of a type, a length and an even number of bytes (RFC 9649). */

const [FILE_HEAD, HEAD] = [12, 8]

/** Whether there is transparency: the only flag that stays. The others announce a profile, EXIF, XMP and an animation. */
const ALPHA = 0x10

/** Reads a still WebP. @throws BrokenPicture if it is incomplete or moves. */
export function readWebp(bytes: Uint8Array): Picture {
  const end = 8 + part(bytes, 4, 8).readUInt32LE(0)
  const kept: Buffer[] = []
  let size = { width: 0, height: 0 }
  let hasContent = false
  for (let at = FILE_HEAD; at < end;) {
    const head = part(bytes, at, at + HEAD)
    const type = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    const chunk = part(bytes, at, at + HEAD + length + (length % 2))
    at += chunk.length
    if (at > end || type.startsWith('ANI') || type === 'ANMF') throw new BrokenPicture('chunk')
    const read = SIZES[type]
    if (read !== undefined) {
      const { width, height } = read(part(chunk, HEAD, HEAD + length))
      size = { width: Math.max(width, size.width), height: Math.max(height, size.height) }
      if (type !== 'VP8X' && hasContent) throw new BrokenPicture('frames')
      hasContent ||= type !== 'VP8X'
    }
    if (type === 'VP8X') kept.push(withoutFlags(chunk))
    else if (read !== undefined || type === 'ALPH') kept.push(chunk)
  }
  if (!hasContent) throw new BrokenPicture('empty')
  const body = Buffer.concat(kept)
  const top = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  top.writeUInt32LE(4 + body.length, 4)
  return { type: 'image/webp', ...size, bytes: Buffer.concat([top, body]) }
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk)
  copy[HEAD] = (copy[HEAD] ?? 0) & ALPHA
  return copy
}

/** Width and height in the chunks that state them: the canvas, a picture with losses, and one without. */
const SIZES: Readonly<Record<string, (content: Buffer) => { width: number; height: number }>> = {
  VP8X: (content) => ({
    width: 1 + part(content, 4, 7).readUIntLE(0, 3),
    height: 1 + part(content, 7, 10).readUIntLE(0, 3)
  }),
  'VP8 ': (content) => {
    if (part(content, 3, 6).toString('hex') !== '9d012a') throw new BrokenPicture('frame')
    const size = part(content, 6, 10)
    return { width: size.readUInt16LE(0) & 0x3fff, height: size.readUInt16LE(2) & 0x3fff }
  },
  VP8L: (content) => {
    if (content[0] !== 0x2f) throw new BrokenPicture('frame')
    const bits = part(content, 1, 5).readUInt32LE(0)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
}
