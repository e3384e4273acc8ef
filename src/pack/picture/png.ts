import { BrokenPicture, part, type Picture } from './model.ts'

const SIGNATURE_BYTES = 8
/** A chunk is its length, its type, its content and a checksum (https://www.w3.org/TR/png-3/#5Chunk-layout). */
const [HEAD, CHECKSUM] = [8, 4]

/** The chunks that a still picture needs. The others hold texts, times, EXIF, colour profiles and the frames of animations. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])

/** Reads a PNG. @throws BrokenPicture if it is incomplete. */
export function readPng(bytes: Uint8Array): Picture {
  const kept = [part(bytes, 0, SIGNATURE_BYTES)]
  const names: string[] = []
  for (let at = SIGNATURE_BYTES; names.at(-1) !== 'IEND';) {
    const head = part(bytes, at, at + HEAD)
    const name = head.toString('latin1', 4)
    const chunk = part(bytes, at, at + HEAD + head.readUInt32BE(0) + CHECKSUM)
    if ((names.length === 0) !== (name === 'IHDR')) throw new BrokenPicture('order')
    if (KEPT.has(name)) kept.push(chunk)
    // Whoever does not know a chunk whose type begins with a capital cannot show the picture.
    else if (/^[A-Z]/.test(name)) throw new BrokenPicture('chunk')
    names.push(name)
    at += chunk.length
  }
  if (!names.includes('IDAT')) throw new BrokenPicture('empty')
  const size = part(bytes, SIGNATURE_BYTES + HEAD, SIGNATURE_BYTES + HEAD + 8)
  return {
    type: 'image/png',
    width: size.readUInt32BE(0),
    height: size.readUInt32BE(4),
    bytes: Buffer.concat(kept)
  }
}
