/**
 * The one way from bytes to text. Bytes from outside are UTF-8, with or without a byte order mark, or UTF-16 with one. Anything
 * else has a fault: a guess (Windows-1252, Latin-1, …) would change someone's words for ever. Code that takes text in refuses what
 * has a fault. Code that shows an entry shows the text, in which a byte that is not UTF-8 is written as `\xE9`; U+FFFD is never
 * made. Pure.
 */
import { isUtf8 } from 'node:buffer'

/** A byte order mark, as it is left by `keepMark`. */
export const MARK = '\ufeff'

/** The byte order marks of UTF-8, UTF-32LE (and UTF-16LE, its beginning) and UTF-16BE. */
const MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe, 0, 0],
  [0xfe, 0xff]
].map((bytes) => Uint8Array.from(bytes))

/** Why bytes are not text. */
interface EncodingFault {
  /** What they are instead, where that is certain. */
  readonly encoding: 'UTF-16' | 'UTF-32' | undefined
  /** Where each byte that is not UTF-8 is written in the text, in UTF-16 units; [0] for another encoding. */
  readonly offsets: readonly number[]
}

/** What bytes say. */
export interface Decoded {
  readonly text: string
  /** Whether the bytes are well-formed UTF-8, so that `text` may be written in their place. */
  readonly isUtf8: boolean
  /** Absent for UTF-8 and for well-formed UTF-16 with a mark. */
  readonly fault?: EncodingFault
}

/** Decodes bytes. The mark at their start is left out, unless `keepMark` asks for that of UTF-8, which is part of a file. */
export function decode(bytes: Uint8Array, { keepMark = false }: { keepMark?: boolean } = {}): Decoded {
  const whole = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const isMarked = !keepMark && bytes[0] === 0xef && startsWith(bytes, [0xef, 0xbb, 0xbf])
  const buffer = isMarked ? whole.subarray(3) : whole
  const text = buffer.toString('utf8')
  // Looking for a zero among the bytes is many times faster than in the text.
  if (!text.includes('\ufffd') && !buffer.includes(0)) return { text, isUtf8: true }
  const order = byteOrder(buffer)
  if (order === undefined && isUtf8(buffer)) return { text, isUtf8: true }
  if (startsWith(buffer, [0xff, 0xfe, 0, 0]) || startsWith(buffer, [0, 0, 0xfe, 0xff]))
    return { text: withEscapes(buffer).text, isUtf8: false, fault: { encoding: 'UTF-32', offsets: [0] } }
  if (order === undefined) {
    const { offsets, ...shown } = withEscapes(buffer)
    return { ...shown, isUtf8: false, fault: { encoding: undefined, offsets } }
  }
  const wide = fromUtf16(order.isBig ? swapped(buffer) : buffer)
  const isWhole = order.isMarked && buffer.length % 2 === 0 && wide.isWellFormed()
  return {
    text: order.isMarked ? wide.slice(1) : wide,
    isUtf8: false,
    ...(isWhole ? {} : { fault: { encoding: 'UTF-16', offsets: [0] } })
  }
}

/**
 * Decodes the bytes of an entry's file, with the mark of UTF-8. UTF-16 without a mark has no fault if it has no control
 * characters: an editor's text in UTF-8 never looks so.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes, { keepMark: true })
  const isText = decoded.fault?.encoding === 'UTF-16' && bytes.length % 2 === 0 && isPlainText(decoded.text)
  return isText ? { text: decoded.text, isUtf8: false } : decoded
}

function isPlainText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.isWellFormed() && !/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/.test(text)
}

/** Turns a stream of bytes into UTF-8 piece by piece, if it begins with a mark; other bytes stay as they are. */
export class Utf8Converter {
  #start: Buffer | undefined = Buffer.alloc(0)
  #decoder: InstanceType<typeof TextDecoder> | undefined

  /** The bytes so far, without the mark; only what may be a mark waits for its end. What is wrong in UTF-16 becomes a byte that is wrong in UTF-8 as well. */
  write(piece: Uint8Array, isLast = false): Uint8Array {
    if (this.#start === undefined) return this.#convert(piece, isLast)
    const start = Buffer.concat([this.#start, piece])
    if (!isLast && MARKS.some((mark) => start.length < mark.length && startsWith(mark, [...start]))) {
      this.#start = start
      return new Uint8Array()
    }
    this.#start = undefined
    const order = startsWith(start, [0xff, 0xfe, 0, 0]) ? undefined : byteOrder(start)
    if (order?.isMarked === true)
      this.#decoder = new TextDecoder(order.isBig ? 'utf-16be' : 'utf-16le', { fatal: true })
    return this.#convert(startsWith(start, [0xef, 0xbb, 0xbf]) ? start.subarray(3) : start, isLast)
  }

  #convert(piece: Uint8Array, isLast: boolean): Uint8Array {
    try {
      return this.#decoder === undefined ? piece : Buffer.from(this.#decoder.decode(piece, { stream: !isLast }))
    } catch {
      return Uint8Array.of(0xff)
    }
  }
}

/**
 * Decodes a stream of UTF-8 piece by piece. A byte that is not UTF-8 becomes a lone surrogate, U+DC00 plus the byte (as in Python,
 * PEP 383), so that sequences with such bytes keep their length. `fromWindows1252` makes letters of them.
 */
export class Utf8Stream {
  #rest = Buffer.alloc(0)

  /** The text of what came so far; the start of a character waits for its end. `isWhole` is false if a byte was not UTF-8. */
  write(piece: Uint8Array): { readonly text: string; readonly isWhole: boolean } {
    const bytes = Buffer.concat([this.#rest, piece])
    const end = bytes.length - unfinished(bytes)
    this.#rest = bytes.subarray(end)
    let isWhole = true
    const text = joined(bytes.subarray(0, end), (byte) => {
      isWhole = false
      return String.fromCharCode(0xdc00 + byte)
    })
    return { text, isWhole }
  }
}

/** The characters of Windows-1252 from 0x80 to 0x9F, a space where it has none. Node's own decoder reads them as Latin-1. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/**
 * The text of bytes in which each byte that is not UTF-8 is the character that Windows-1252 has for it; undefined where it has
 * none for one of them. A guess, to be confirmed by the author.
 */
export function asWindows1252(bytes: Uint8Array): string | undefined {
  let isComplete = true
  const text = joined(Buffer.from(bytes), (byte) => {
    const character = WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)
    if (character === ' ') isComplete = false
    return character
  })
  return isComplete ? text : undefined
}

/** The text in which each byte that `Utf8Stream` could not decode is its letter in Windows-1252, the commonest of the older encodings. */
export function fromWindows1252(text: string): string {
  if (text.isWellFormed()) return text
  return text.replaceAll(/[\udc80-\udcff]/gu, (unit) => {
    const byte = unit.charCodeAt(0) - 0xdc00
    const letter = WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)
    return letter === ' ' ? '' : letter
  })
}

function withEscapes(bytes: Buffer): { text: string; offsets: number[] } {
  const offsets: number[] = []
  const text = joined(bytes, (byte, offset) => {
    offsets.push(offset)
    return byEscape(byte)
  })
  return { text, offsets }
}

/** The bytes as text, with what `shown` gives for each byte that is not UTF-8 and comes at an offset of the text. */
function joined(bytes: Buffer, shown: (byte: number, offset: number) => string): string {
  let text = ''
  let start = 0
  for (const at of invalidBytes(bytes)) {
    text += bytes.toString('utf8', start, at)
    text += shown(bytes[at] ?? 0, text.length)
    start = at + 1
  }
  return text + bytes.toString('utf8', start)
}

/** The offsets of the bytes that belong to no character of UTF-8 (RFC 3629), in order. */
function* invalidBytes(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at)
    if (length === 0) yield at
    at += length || 1
  }
}

/** The length in bytes of the character that starts at an offset; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const [lead = 0, second = 0] = [bytes[at], bytes[at + 1]]
  if (lead < 0x80) return 1
  const length = lengthFor(lead)
  const [low, high] = secondByte(lead)
  if (length === 0 || at + length > bytes.length || second < low || second > high) return 0
  for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function lengthFor(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return lead < 0x80 ? 1 : 0
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** The range of the second byte: not overlong, no surrogate, not above U+10FFFF. */
function secondByte(lead: number): readonly [number, number] {
  return [lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80, lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf]
}

/** The number of bytes at the end that begin a character and do not end it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const [byte = 0, second] = bytes.subarray(bytes.length - back)
    if ((byte & 0xc0) === 0x80) continue
    const [low, high] = secondByte(byte)
    return lengthFor(byte) > back && (second === undefined || (second >= low && second <= high)) ? back : 0
  }
  return 0
}

/** The byte order of UTF-16: by the mark, else where every other byte is zero more often than not, and no other one. */
function byteOrder(bytes: Uint8Array): { readonly isBig: boolean; readonly isMarked: boolean } | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return { isBig: false, isMarked: true }
  if (startsWith(bytes, [0xfe, 0xff])) return { isBig: true, isMarked: true }
  const zeros: [even: number, odd: number] = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  if ((even === 0) === (odd === 0) || (even + odd) * 4 < bytes.length) return undefined
  return { isBig: even > 0, isMarked: false }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function swapped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()
  return Buffer.concat([copy, bytes.subarray(copy.length)])
}

/** UTF-16LE; a byte too many is shown as such. */
function fromUtf16(bytes: Buffer): string {
  const end = bytes.length & ~1
  return bytes.toString('utf16le', 0, end) + Array.from(bytes.subarray(end), byEscape).join('')
}

function byEscape(byte: number): string {
  return `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
