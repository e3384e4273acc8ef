/** Texts and their lines. Every function takes linear time, also for hostile text. Pure. */

/** The text with `\n` for every line ending. */
export function unixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

/** The text without newlines at its end. Spaces stay. */
export function withoutTrailingNewlines(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

/** The text on one line: runs of white space and control characters become one space. */
export function onOneLine(text: string): string {
  // Not \p{Cc}: that pattern takes six times as long to compile.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.replaceAll(/[\s\0-\x1f\x7f-\x9f]+/g, ' ').trim()
}

/** A line of at most `most` UTF-16 units, cut between words if possible. */
export function shortened(line: string, most: number): string {
  if (line.length <= most) return line
  const space = line.lastIndexOf(' ', most - 1)
  const cut = space > most / 2 ? line.slice(0, space) : line.slice(0, most - 1)
  return `${cut.replace(/[,;:.\s\p{Surrogate}]$/u, '')}…`
}

/** A label and a value in one line: joined by a colon in place of a full stop, or by a space if the label ends with another sign. */
export function labelled(label: string, value: string): string {
  const words = label.trimEnd().replace(/(?<!\.)\.$/, '')
  return /[?!…:;,.？！：]["'”’)]*$/u.test(words) ? `${words} ${value}` : `${words}: ${value}`
}

/** Whether the text contains a lone surrogate, which UTF-8 cannot encode. */
export function isBroken(text: string): boolean {
  return !text.isWellFormed()
}

/** What was found in a body, and the lines before and after it, without blank lines at their ends. */
export interface Found<T> {
  readonly found: T
  readonly before: string
  readonly after: string
}

/** Finds the first trimmed line that `read` accepts. */
export function findLine<T>(body: string, read: (line: string) => T | undefined): Found<T> | undefined {
  const lines = body.split('\n')
  for (const [index, line] of lines.entries()) {
    const found = read(line.trim())
    if (found !== undefined) return around(lines, index, index + 1, found)
  }
  return undefined
}

/** Finds the first paragraph that `read` accepts; its lines are trimmed and joined with spaces, as Markdown shows them. */
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

/** Finds the first run of trimmed lines that `read` accepts. Blank lines may separate them. */
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
 * Finds the items of the first list. `bullet` matches the first line of an item; its only group is the text. An indented line continues
 * the item above it.
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

/** A result for the lines from `start` to `end` (exclusive), with the other lines. */
export function around<T>(lines: readonly string[], start: number, end: number, found: T): Found<T> {
  return { found, before: withoutBlankEnds(lines.slice(0, start)), after: withoutBlankEnds(lines.slice(end)) }
}

function withoutBlankEnds(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return first === -1 ? '' : lines.slice(first, last + 1).join('\n')
}
