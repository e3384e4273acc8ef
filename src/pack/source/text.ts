import type { Edit, Fix, Report, SourceSpan } from '../diagnostic.ts'
import { asWindows1252, decode, MARK } from '../../text/decode.ts'
import { limits } from '../format.ts'
import { hiddenKinds, mayHide, numbered, withoutControls, withoutFlags } from '../../text/visible.ts'
import { otherKind } from '../slips/other-kinds.ts'

/** UTF-16 units of an escaped byte. */
const ESCAPED = 4

/** Where findings about a whole file are shown. */
const START = { start: 0, end: 0 }

/** An edit that changes no character: writing the file saves it as UTF-8. */
const SAVE_AGAIN: Fix = [{ ...START, text: '' }]

/** A file's text with LF line ends and without byte order mark, and what was left out. */
interface Lines {
  readonly text: string
  readonly mark: string
  /** The offsets in `text` of the newlines that had a carriage return. */
  readonly returns: readonly number[]
}

/** Splits what a file holds into its text, and its byte order mark and carriage returns. */
export function linesOf(bytes: Uint8Array): Lines {
  const { text } = decode(bytes, { keepMark: true })
  const mark = text.startsWith(MARK) ? MARK : ''
  const parts = text.slice(mark.length).split('\r\n')
  const returns: number[] = []
  let offset = -1
  for (const part of parts.slice(0, -1)) returns.push((offset += part.length + 1))
  return { text: parts.join('\n'), mark, returns }
}

/** The bytes of a file after edits, which are in order. New lines end like most lines of the file. */
export function fromLines({ text, mark, returns }: Lines, edits: readonly Edit[]): Uint8Array {
  const isDos = returns.length * 2 > text.split('\n').length - 1
  const lineEnd = isDos ? '\r\n' : '\n'
  const had = new Set(returns)
  const original = (start: number, end: number) =>
    had.size === 0 ? text.slice(start, end) : withReturns(text, start, end, had)
  const parts: string[] = [mark]
  let done = 0
  for (const { start, end, text: written } of edits) {
    parts.push(original(done, start), written.replaceAll('\n', lineEnd))
    done = end
  }
  return Buffer.from(parts.join('') + original(done, text.length))
}

function withReturns(text: string, start: number, end: number, returns: ReadonlySet<number>): string {
  return text
    .slice(start, end)
    .replaceAll('\n', (newline, index: number) => (returns.has(start + index) ? '\r\n' : newline))
}

/** What can be read of a file. */
interface ReadText {
  /** With LF line ends and without byte order mark; harmless characters stand for those that a pack must not contain. */
  readonly text: string
  /** Whether the text can be written in place of the bytes. */
  readonly isFaithful: boolean
}

/**
 * Decodes a file. Reports characters that a pack must not contain. Undefined, and one thing is reported, if the file is too large,
 * is no text, or is in another encoding.
 */
export function readText(bytes: Uint8Array, report: Report): ReadText | undefined {
  const kind = otherKind(bytes)
  if (kind !== undefined) {
    report('not-yaml', START, { kind })
    return undefined
  }
  if (bytes.length > limits.fileBytes) {
    report('file-too-large', START, { limit: limits.fileBytes / 1024 })
    return undefined
  }
  const { text, isUtf8, fault } = decode(bytes)
  const encoding = fault?.encoding ?? (isUtf8 || fault !== undefined ? undefined : 'UTF-16')
  if (encoding !== undefined) {
    const isText =
      encoding === 'UTF-16' && bytes.length % 2 === 0 && withoutControls(text) === text.replaceAll('\r', '\ufffd')
    report('not-utf8', START, { encoding }, fault === undefined || isText ? SAVE_AGAIN : undefined)
    return undefined
  }
  const raw = text.replaceAll('\r\n', '\n')
  if (raw.includes('\r') && hasOldLineEnds(raw, report)) return undefined
  if (fault !== undefined) {
    const start = text.slice(0, fault.offsets[0]).replaceAll('\r\n', '\n').length
    const fix = fromOlderEncoding(bytes, raw)
    report('not-utf8', { start, end: start + ESCAPED }, {}, fix)
    // With it, everything else is reported in its place.
    if (fix !== undefined) return undefined
  }
  if (mayHide(raw)) reportHidden(raw, report)
  return { text: mayHide(raw) ? withoutControls(raw) : raw, isFaithful: fault === undefined }
}

/** What older editors of Windows write beyond English, and what looks wrong in it: the file of an old Mac, read so. */
const WINDOWS = /^[\s\x21-\x7e\u00a0-\u00ac\u00ae-\u00ff€‚„…‘’“”•–—™ŠšŽžŒœŸ]*$/
const NOT_WINDOWS = /\p{Ll}[\u00c0-\u00d6\u00d8-\u00deŠŒŽŸ]|\p{L}[“”„‚•]\p{L}/u

/** The edit that makes UTF-8 of Windows-1252, if every byte makes sense in it. */
function fromOlderEncoding(bytes: Uint8Array, raw: string): Fix | undefined {
  const text = asWindows1252(bytes)?.replaceAll('\r\n', '\n')
  if (text === undefined || !WINDOWS.test(text) || NOT_WINDOWS.test(text)) return undefined
  return [{ start: 0, end: raw.length, text }]
}

/** Reports a text whose lines all end with a carriage return, as on a Mac before 2001, or with two and a newline. */
function hasOldLineEnds(raw: string, report: Report): boolean {
  const lines = raw.includes('\n') ? raw.replaceAll(/\r+\n/g, '\n') : raw.replaceAll(/\r/g, '\n')
  const isOld = !lines.includes('\r')
  if (isOld) report('old-line-ends', START, {}, [{ start: 0, end: raw.length, text: lines }])
  return isOld
}

function reportHidden(raw: string, report: Report): void {
  const searched = withoutFlags(raw)
  for (const { code, pattern } of hiddenKinds()) {
    for (const { index, 0: character } of firstOfEachLine(searched, pattern)) {
      const span = { start: index, end: index + character.length }
      report(
        code,
        span,
        { shown: numbered(character) },
        code === 'invisible-character' ? removal(raw, span) : undefined
      )
    }
  }
}

/** Leaves out an invisible character between letters of scripts that need none; a separator of lines becomes a space. */
function removal(raw: string, { start, end }: SourceSpan): Fix | undefined {
  const around = raw.slice(Math.max(0, start - 1), start) + raw.slice(end, end + 1)
  if (!/^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{N}\p{S}\p{Z}]|\n)*$/u.test(around))
    return undefined
  const isSeparator = /[\u2028\u2029]/.test(raw.slice(start, end))
  return [{ start, end, text: isSeparator && !/\s/.test(around) ? ' ' : '' }]
}

/** The first match in each line. */
function firstOfEachLine(text: string, pattern: RegExp): RegExpExecArray[] {
  let lineEnd = -1
  return [...text.matchAll(new RegExp(pattern, 'gu'))].filter(({ index }) => {
    if (index < lineEnd) return false
    const end = text.indexOf('\n', index)
    lineEnd = end === -1 ? Infinity : end
    return true
  })
}
