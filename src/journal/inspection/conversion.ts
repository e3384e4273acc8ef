import { asWindows1252, decodeFile, type Decoded } from '../../text/decode.ts'

/** The conversion of an entry's file to UTF-8. */
export interface Conversion {
  readonly before: Uint8Array
  readonly after: string
  /** The lines whose characters are a guess, as they will be. Empty if the conversion is certain. */
  readonly lines: readonly { readonly line: number; readonly text: string }[]
}

/**
 * Converts an entry's bytes to UTF-8; undefined if they are UTF-8, or if no text is likely. UTF-16 with a byte order mark is
 * certain. Without one, the author must confirm all lines. A byte that is not UTF-8 becomes its character in Windows-1252, which
 * old editors write; the author must confirm these lines.
 */
export function conversionOf(bytes: Uint8Array): Conversion | undefined {
  const decoded = decodeFile(bytes)
  if (decoded.isUtf8) return undefined
  if (decoded.fault === undefined) return { before: bytes, after: decoded.text, lines: [] }
  const { text, fault } = decoded
  const isWide = fault.encoding === 'UTF-16' && bytes.length % 2 === 0 && text.isWellFormed()
  const after = isWide ? text : fault.encoding === undefined ? asWindows1252(bytes) : undefined
  if (after === undefined) return undefined
  const all = after.split('\n').map((line, index) => ({ line: index + 1, text: line }))
  const invalid = new Set(invalidLines(decoded))
  return { before: bytes, after, lines: isWide ? all : all.filter(({ line }) => invalid.has(line)) }
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
