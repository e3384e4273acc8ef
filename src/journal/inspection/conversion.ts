import { asWindows1252, decode } from '../../text/decode.ts'
import type { Decoded } from '../../text/decode.ts'

/** The conversion of an entry's file to UTF-8. */
export interface Conversion {
  readonly before: Uint8Array
  readonly after: string
  /** The lines whose characters are a guess, as they will be. Empty if the conversion is certain. */
  readonly lines: readonly { readonly line: number; readonly text: string }[]
}

/**
 * Converts an entry's bytes to UTF-8; undefined if they are UTF-8, or if no text is likely. UTF-16 with a byte order mark is
 * certain. A byte that is not UTF-8 becomes its character in Windows-1252, which old editors write; the author must confirm
 * these lines.
 */
export function conversionOf(bytes: Uint8Array): Conversion | undefined {
  const decoded = decode(bytes, { keepMark: true })
  if (decoded.isUtf8) return undefined
  if (decoded.fault === undefined) return { before: bytes, after: decoded.text, lines: [] }
  const after = decoded.fault.encoding === undefined ? asWindows1252(bytes) : undefined
  if (after === undefined) return undefined
  const all = after.split('\n')
  return { before: bytes, after, lines: invalidLines(decoded).map((line) => ({ line, text: all[line - 1] ?? '' })) }
}

/** The numbers of the lines with bytes that are not UTF-8, from 1; none if the whole text is in another encoding. */
export function invalidLines({ text, fault }: Decoded): number[] {
  const lines = new Set<number>()
  let [line, start] = [1, 0]
  for (const offset of fault?.encoding === undefined ? (fault?.offsets ?? []) : []) {
    line += text.slice(start, offset).split('\n').length - 1
    start = offset
    lines.add(line)
  }
  return [...lines]
}
