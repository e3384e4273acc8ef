import { ESC, SGR, graphemeWidth, graphemes, width } from './width.ts'

/* Line wrapping. Styles continue over line breaks and are closed where text is cut. */

const TOKENS = new RegExp(` +|(?:${ESC}\\[[\\d;]*m|[^ ])+`, 'g')
const ATOMS = new RegExp(`(${ESC}\\[[\\d;]*m)`)
/** Characters that must not begin a line of Chinese or Japanese. */
const CLINGS = /^[、。，．：；！？）」』】〉》〕ー々…]/u
/** Scripts whose words break at spaces only. */
const ALPHABETS = /^[\0-\u10ff\u2000-\u2dff]*$/

/**
 * The text in lines of at most `columns` (at least 2), broken at spaces, between ideographs, and inside a word that is longer
 * than a line. Only spaces at a break are left out. Styles continue over breaks.
 */
export function wrap(text: string, columns: number): string[] {
  const room = Math.max(2, columns)
  return restyled(text.split('\n').flatMap((line) => (width(line) <= room ? [line] : wrapWords(line, room))))
}

/** A number in groups of digits, such as that of a telephone. */
const GROUPED_NUMBER = /(?<!\d ?)\d{1,5}(?: \d{3,4}){1,3}(?! ?\d)/g

/** As `wrapLine`; a grouped number stays on one line. */
function wrapWords(line: string, room: number): string[] {
  const glued = line.replaceAll(GROUPED_NUMBER, (number) => number.replaceAll(' ', GLUE))
  return glued === line ? wrapLine(line, room) : wrapLine(glued, room).map((row) => row.replaceAll(GLUE, ' '))
}

/**
 * As `wrap`, for lines from which people copy. It never breaks words (ids, addresses), paths or commands of reflect, even if they contain
 * spaces. A longer one is left to the terminal, which breaks it without changing it. The end of a path with spaces is certain only in
 * quotes; without quotes, the next words belong to it if a separator follows them. A command is in quotes, in parentheses, or after a
 * colon at the end of a line.
 */
export function wrapSentence(text: string, columns: number): string[] {
  const room = Math.max(2, columns)
  if (!text.includes('\n') && width(text) <= room) return [text]
  const glued = text.replaceAll((copied ??= patternOfCopied()), (found) => found.replaceAll(' ', GLUE))
  const lines = glued.split('\n').flatMap((line) => (width(line) <= room ? [line] : wrapLine(line, room, true)))
  return restyled(lines).map((line) => line.replaceAll(GLUE, ' '))
}

/** Stands for a space in a path or a command. */
const GLUE = '\ue000'

let copied: RegExp | undefined

/**
 * The pattern of absolute paths, which begin at a home, a drive or a network share, and of commands. Made at its first use, because that
 * takes time.
 */
function patternOfCopied(): RegExp {
  const root = String.raw`(?:~?/|[A-Za-z]:[\\/]|\\\\)(?=[^\s"])`
  const more = String.raw`(?:(?: [^\s"\\/]+){1,5}[\\/]\S*)*`
  const path = String.raw`(?<=")${root}[^"]*(?=")|(?<=^|[\s(])${root}\S*${more}`
  const command = String.raw`(?<=")reflect(?: [^\s"]+){1,5}(?=")|(?<=\()reflect [^()]+(?=\))|(?<=: )reflect .+$`
  return new RegExp(`${path}|${command}`, 'gm')
}

/** The same in at most `rows` lines, the last one truncated. The cost does not depend on the length of the text. */
export function wrapShort(text: string, columns: number, rows: number, ellipsis = '…'): string[] {
  const most = LONGEST * columns * rows
  const lines = wrap(text.length <= most ? text : `${text.slice(0, most)}${ellipsis}`, columns)
  if (lines.length <= rows) return lines
  return [...lines.slice(0, rows - 1), truncate(lines.slice(rows - 1).join(' '), columns, ellipsis)]
}

/**
 * Items in at most `rows` lines, each on lines of its own with the rest of it indented. The last line tells how many more there
 * are, if not all fit.
 */
export function wrapItems(
  items: readonly string[],
  columns: number,
  rows: number,
  { ellipsis, more }: { readonly ellipsis: string; readonly more: (items: number) => string }
): string[] {
  if (rows === 1) return wrapShort(items.join('; '), columns, 1, ellipsis)
  const lines: string[] = []
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1
    const room = rows - lines.length - (isLast ? 0 : 1)
    const next = hanging(item, columns, index === 0 ? Math.max(1, room) : room + 1, ellipsis)
    if (next.length > room && index > 0) return [...lines, more(items.length - index)]
    lines.push(...next)
  }
  return lines
}

function hanging(item: string, columns: number, rows: number, ellipsis: string): string[] {
  return wrapShort(item, columns - 2, rows, ellipsis).map((line, row) => (row === 0 ? line : `  ${line}`))
}

/** The most UTF-16 units in one column. */
const LONGEST = 12

function wrapLine(line: string, columns: number, keepsWords = false): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  let spaces = ''
  for (const piece of (line.match(TOKENS) ?? []).flatMap(chunks)) {
    if (piece.startsWith(' ')) {
      spaces = piece
      continue
    }
    const gap = rows.length === 0 || row !== '' ? spaces : ''
    spaces = ''
    const needed = width(piece)
    if (used + gap.length + needed <= columns) {
      row += gap + piece
      used += gap.length + needed
      continue
    }
    if (used > 0) rows.push(row)
    // A row without width may contain the start of a style.
    const begin = used > 0 ? '' : row
    const parts = needed > columns && !keepsWords ? hardBreak(begin + piece, columns) : [begin + piece]
    row = parts.pop() ?? ''
    rows.push(...parts)
    used = width(row)
  }
  return [...rows, row]
}

/** Whether a text has letters between which a line may break. The pattern is slow to compile, so it is compiled at first use. */
function hasIdeograph(text: string): boolean {
  return (
    !ALPHABETS.test(text) &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(text)
  )
}

/** A run of spaces as it is; a word split where ideographs allow a break. */
function chunks(token: string): string[] {
  if (!hasIdeograph(token)) return [token]
  const found: string[] = []
  let chunk = ''
  let before = ''
  for (const atom of atoms(token)) {
    const breaks = (hasIdeograph(atom) || hasIdeograph(before)) && !CLINGS.test(atom) && before !== ''
    if (breaks && !isStyle(atom)) {
      found.push(chunk)
      chunk = ''
    }
    chunk += atom
    if (!isStyle(atom)) before = atom
  }
  return [...found, chunk]
}

function hardBreak(word: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  for (const atom of atoms(word)) {
    const needed = isStyle(atom) ? 0 : graphemeWidth(atom)
    if (used + needed > columns && used > 0) {
      rows.push(row)
      row = ''
      used = 0
    }
    row += atom
    used += needed
  }
  return [...rows, row]
}

/** Styles and graphemes, one by one. */
function atoms(text: string): string[] {
  return text.split(ATOMS).flatMap((part) => (isStyle(part) ? [part] : graphemes(part)))
}

function isStyle(atom: string): boolean {
  return atom.startsWith(ESC)
}

/** Closes the styles that are open at the end of a line and opens them again on the next. */
function restyled(lines: string[]): string[] {
  if (!lines.some((line) => line.includes(ESC))) return lines
  const open = new Map<number, string>()
  return lines.map((line) => {
    const begin = [...open.values()].join('')
    for (const [sequence] of line.matchAll(SGR)) follow(open, sequence)
    return begin + line + closing(open)
  })
}

function follow(open: Map<number, string>, sequence: string): void {
  const code = Number.parseInt(sequence.slice(2), 10) || 0
  const closer = closerOf(code)
  if (code === 0) open.clear()
  else if (closer === undefined) open.delete(code)
  else open.set(closer, sequence)
}

function closing(open: ReadonlyMap<number, string>): string {
  return [...open.keys()]
    .toReversed()
    .map((code) => `${ESC}[${code}m`)
    .join('')
}

/** The SGR code that closes another; undefined for a code that closes something itself. */
function closerOf(code: number): number | undefined {
  if (code === 1 || code === 2) return 22
  if (code >= 3 && code <= 9) return code + 20
  if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) return 39
  if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) return 49
  return undefined
}

/** The text cut to `columns`, with `ellipsis` at its end if something was cut; styles are closed. */
export function truncate(text: string, columns: number, ellipsis = '…'): string {
  if (width(text) <= columns) return text
  const room = columns - width(ellipsis)
  if (room < 0) return ''
  const open = new Map<number, string>()
  let kept = ''
  let used = 0
  for (const atom of atoms(text)) {
    if (isStyle(atom)) follow(open, atom)
    else used += graphemeWidth(atom)
    if (used > room) break
    kept += atom
  }
  return kept + ellipsis + closing(open)
}

/** Text without styles cut to `columns`, with `ellipsis` in its middle if something was cut, so that both ends of a path can be read. */
export function truncateMiddle(text: string, columns: number, ellipsis = '…'): string {
  if (width(text) <= columns) return text
  const start = truncate(text, Math.floor(columns / 2), ellipsis)
  const room = columns - width(start)
  let end = ''
  for (const grapheme of graphemes(text).toReversed()) {
    if (width(grapheme + end) > room) break
    end = grapheme + end
  }
  return start + end
}

/** The text with spaces up to a number of columns. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

/** Joins blocks of lines with an empty line between them; empty blocks are left out. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines) => (lines.length === 0 ? [] : [...lines, ''])).slice(0, -1)
}
