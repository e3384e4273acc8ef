/** Texts and their lines. Every function here takes time in proportion to the text, whatever stands in it. */

/** Line endings become `\n`. */
export function unixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

/** Without the newlines at its end; blanks stay. */
export function withoutTrailingNewlines(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

/** As one line of plain text. */
export function onOneLine(text: string): string {
  // Control characters by their numbers: the pattern that knows them by name takes six times as long to be made.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.replaceAll(/[\s\0-\x1f\x7f-\x9f]+/g, ' ').trim()
}

/** At most so many characters of a line, ended between words where that is possible. */
export function shortened(line: string, most: number): string {
  if (line.length <= most) return line
  const space = line.lastIndexOf(' ', most - 1)
  const cut = space > most / 2 ? line.slice(0, space) : line.slice(0, most - 1)
  return `${cut.replace(/[,;:.\s\p{Surrogate}]$/u, '')}…`
}

/** Whether half of a surrogate pair stands alone in it, which no file in UTF-8 can hold. */
export function isBroken(text: string): boolean {
  return !text.isWellFormed()
}

/** What was found in a body, and the lines around it, without blank ones next to it. */
export interface Found<T> {
  readonly found: T
  readonly before: string
  readonly after: string
}

/** The first line, trimmed, that can be read. */
export function findLine<T>(body: string, read: (line: string) => T | undefined): Found<T> | undefined {
  const lines = body.split('\n')
  for (const [index, line] of lines.entries()) {
    const found = read(line.trim())
    if (found !== undefined) return around(lines, index, index + 1, found)
  }
  return undefined
}

/** The first paragraph that can be read; its lines are trimmed and joined with a space, as Markdown shows them. */
export function findParagraph<T>(body: string, read: (paragraph: string) => T | undefined): Found<T> | undefined {
  const lines = body.split('\n').map((line) => line.trim())
  for (let start = 0, end = 0; start < lines.length; start = end + 1) {
    end = lines.indexOf('', start)
    if (end === -1) end = lines.length
    const found = end === start ? undefined : read(lines.slice(start, end).join(' '))
    if (found !== undefined) return around(body.split('\n'), start, end, found)
  }
  return undefined
}

/** The first run of lines, trimmed, that can be read; blank lines may stand between them. */
export function findLines<T>(body: string, read: (line: string) => T | undefined): Found<T[]> | undefined {
  const lines = body.split('\n')
  const found: T[] = []
  let [start, end] = [0, 0]
  for (const [index, line] of lines.entries()) {
    const one = read(line.trim())
    if (one === undefined) {
      if (found.length > 0 && line.trim() !== '') break
      continue
    }
    if (found.length === 0) start = index
    end = index + 1
    found.push(one)
  }
  return found.length === 0 ? undefined : around(lines, start, end, found)
}

/**
 * The items of the first list whose lines begin with `bullet`; its one group is the item. An indented line goes on
 * with the item above it.
 */
export function findItems(body: string, bullet: RegExp): Found<string[]> | undefined {
  const lines = body.split('\n')
  const items: string[][] = []
  let [start, end] = [0, 0]
  for (const [index, line] of lines.entries()) {
    const match = bullet.exec(line.trim())
    if (match !== null) {
      if (items.length === 0) start = index
      items.push([match[1] ?? ''])
    } else if (items.length === 0 || line.trim() === '') continue
    else if (/^\s/.test(line) && end === index) items.at(-1)?.push(line.trim())
    else break
    end = index + 1
  }
  return items.length === 0
    ? undefined
    : around(
        lines,
        start,
        end,
        items.map((item) => item.join(' ').trim())
      )
}

/** What was found in some of the lines, with the others around it. */
export function around<T>(lines: readonly string[], start: number, end: number, found: T): Found<T> {
  return { found, before: withoutBlankEnds(lines.slice(0, start)), after: withoutBlankEnds(lines.slice(end)) }
}

function withoutBlankEnds(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return first === -1 ? '' : lines.slice(first, last + 1).join('\n')
}
