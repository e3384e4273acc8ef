import { BrokenPicture, part, type Picture } from './model.ts'

/* JPEG, ITU-T T.81: a picture is a row of segments, each a marker, its length and its content. */

const [SOI, EOI, SOS, APP0, APP1, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee]
/** Baseline, extended and progressive. The other ways of coding are not shown by browsers. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** Tables of Huffman codes and of quantisation, and the restart interval. */
const TABLES = new Set([0xc4, 0xdb, 0xdd])
/** A segment `JFIF` without a thumbnail. */
const JFIF_BYTES = 16

/** Reads a JPEG. Of its metadata, only the way up is kept. @throws BrokenPicture if it is incomplete. */
export function readJpeg(bytes: Uint8Array): Picture {
  const kept: Buffer[] = []
  let size: { readonly width: number; readonly height: number } | undefined
  let turned: Buffer | undefined
  let hasScan = false
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const [start, marker = 0] = part(bytes, at, at + 2)
    if (start !== 0xff) throw new BrokenPicture('marker')
    if (marker === EOI) break
    const segment = part(bytes, at, at + 2 + part(bytes, at + 2, at + 4).readUInt16BE(0))
    if (segment.length < 4) throw new BrokenPicture('segment')
    at += segment.length
    if (FRAMES.has(marker)) {
      if (size !== undefined) throw new BrokenPicture('frames')
      size = { height: part(segment, 5, 7).readUInt16BE(0), width: part(segment, 7, 9).readUInt16BE(0) }
    } else if (marker === APP1) turned ??= wayUp(segment)
    else if (marker === SOS) {
      if (size === undefined) throw new BrokenPicture('order')
      const end = endOfScan(bytes, at)
      kept.push(segment, part(bytes, at, end))
      at = end
      hasScan = true
      continue
    } else if (!TABLES.has(marker) && !isPlain(marker, segment)) {
      if (marker < APP0) throw new BrokenPicture('marker')
      continue
    }
    if (marker !== APP1) kept.push(segment)
  }
  if (size === undefined || !hasScan) throw new BrokenPicture('empty')
  const [first, ...others] = kept
  const isJfif = first?.[1] === APP0
  const head = [
    Buffer.from([0xff, SOI]),
    ...(isJfif && first !== undefined ? [first] : []),
    ...(turned ? [turned] : [])
  ]
  const rest = isJfif ? others : kept
  return { type: 'image/jpeg', ...size, bytes: Buffer.concat([...head, ...rest, Buffer.from([0xff, EOI])]) }
}

/** Segments about density and colours, which hold nothing else. */
function isPlain(marker: number, segment: Buffer): boolean {
  if (marker === APP0) return segment.length === JFIF_BYTES + 2 && segment.toString('latin1', 4, 8) === 'JFIF'
  return marker === APP14 && segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe'
}

/** Where the next marker is. In a scan, 0xff is followed by 0 or is a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new BrokenPicture('truncated')
}

/** The start of EXIF (TIFF) data with a directory of one entry: the tag "orientation", a short number. */
const ORIENTATION = 0x0112

/** A segment of EXIF that says only which way is up; undefined if the picture is stored the right way up, or says nothing. */
function wayUp(segment: Buffer): Buffer | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined
  try {
    const value = orientationIn(segment.subarray(10))
    if (value === undefined || value < 2 || value > 8) return undefined
    const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000000000000000', 'hex').subarray(0, 26)
    tiff.writeUInt16BE(value, 18)
    const head = Buffer.from([0xff, APP1, 0, 2 + 6 + tiff.length])
    return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff])
  } catch {
    return undefined
  }
}

/** @throws RangeError if the data is damaged. */
function orientationIn(tiff: Buffer): number | undefined {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let index = 0; index < short(first); index++) {
    const at = first + 2 + 12 * index
    if (short(at) === ORIENTATION) return short(at + 8)
  }
  return undefined
}
