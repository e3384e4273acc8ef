import type { Theme } from './theme.ts'
import { width } from './width.ts'
import { padTo, wrap, wrapSentence } from './wrap.ts'

/** The appearance of each Markdown element: marks and styles. */
export interface Look {
  heading(text: string): string
  strong(text: string): string
  emphasis(text: string): string
  code(text: string): string
  /** A link or picture: its text, which may be empty or the address itself, and where it leads. */
  link(shown: string, address: string): string
  /** Breaks a text into lines of at most `columns`. */
  wrap(text: string, columns: number): string[]
  /** A horizontal rule. */
  rule(columns: number): string
  /** The prefix of each line of a quotation. */
  readonly quote: string
  readonly bullet: string
  readonly ticked: string
  readonly unticked: string
  /** The separator of table columns; undefined if tables are written row by row. */
  readonly column: string | undefined
  /** The rule below a table's head, for columns of these widths. */
  headRule(widths: readonly number[]): string
}

/** The greatest width of rules and tables: longer lines are hard to follow. */
const WIDEST_RULE = 60

/** The colours and glyphs of the theme. */
export function richLook(theme: Theme): Look {
  const { glyphs } = theme
  return {
    wrap,
    heading: theme.strong,
    strong: theme.strong,
    emphasis: theme.emphasis,
    code: theme.strong,
    link: (shown, address) => withAddress(shown, address, theme.quiet),
    rule: (columns) => theme.quiet(glyphs.rule.repeat(Math.min(columns, WIDEST_RULE))),
    quote: `${theme.quiet(glyphs.bar)} `,
    bullet: glyphs.bullet,
    ticked: glyphs.ticked,
    unticked: glyphs.unticked,
    column: theme.quiet(` ${glyphs.bar} `),
    headRule: (widths) =>
      theme.quiet(widths.map((columns) => glyphs.rule.repeat(columns)).join(glyphs.rule + glyphs.cross + glyphs.rule))
  }
}

function same(text: string): string {
  return text
}

/** No styles and no drawing. */
export const plainLook: Look = {
  wrap: wrapSentence,
  heading: same,
  strong: same,
  emphasis: same,
  code: same,
  link: (shown, address) => withAddress(shown, address, same),
  rule: () => '* * *',
  quote: '> ',
  bullet: '-',
  ticked: '[x]',
  unticked: '[ ]',
  column: undefined,
  headRule: () => ''
}

/** The text of a link, then its address: a reader sees where it leads, and no terminal has to make it clickable. */
function withAddress(shown: string, address: string, quiet: (text: string) => string): string {
  if (shown === '') return quiet(address)
  return shown === address ? shown : `${shown} ${quiet(`(${address})`)}`
}

/** As `plainLook`, but the addresses of links are added to `addresses`, and `link` says their numbers in the text. */
export function spokenLook(addresses: string[], link: (number: number) => string): Look {
  return {
    ...plainLook,
    link: (shown, address) => {
      if (!addresses.includes(address)) addresses.push(address)
      const name = link(addresses.indexOf(address) + 1)
      return shown === '' || shown === address ? name : `${shown} (${name})`
    }
  }
}

/** On a narrower screen a table that does not fit is written row by row. */
const NARROW = 50
/** Lines of a table are no longer than this where lines have no end, because cells are filled with spaces. */
const WIDEST = 120
/** The least width of a column that is made narrower. */
const SLIMMEST = 8

/** A table (head first) in lines of at most `columns`: in columns if there is room, otherwise row by row. */
export function tableLines(rows: readonly (readonly string[])[], columns: number, look: Look): string[] {
  const [head = [], ...body] = rows
  const widths = look.column === undefined ? undefined : fitted(rows, columns, width(look.column))
  if (widths === undefined || look.column === undefined) return told(head, body, columns)
  const { column } = look
  const strong = head.map((cell) => look.strong(cell))
  return [
    ...across(strong, widths, column),
    look.headRule(widths),
    ...body.flatMap((row) => across(row, widths, column))
  ]
}

/** The column widths; undefined if the columns do not fit side by side. */
function fitted(rows: readonly (readonly string[])[], columns: number, gap: number): number[] | undefined {
  const natural = (rows[0] ?? []).map((_, index) => Math.max(1, ...rows.map((row) => width(row[index] ?? ''))))
  const room = columns - gap * (natural.length - 1)
  if (sum(natural) <= (columns === Infinity ? WIDEST : room)) return natural
  if (columns < NARROW || columns === Infinity || room < SLIMMEST * natural.length) return undefined
  return shrunk(natural, room)
}

/** Makes the widest columns narrower until all fit. */
function shrunk(natural: readonly number[], room: number): number[] {
  let limit = Math.max(...natural)
  while (sum(natural.map((columns) => Math.min(columns, limit))) > room) limit -= 1
  return natural.map((columns) => Math.min(columns, limit))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** One row, with as many lines as its highest cell. */
function across(row: readonly string[], widths: readonly number[], column: string): string[] {
  const cells = widths.map((columns, index) => wrap(row[index] ?? '', columns))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => padTo(lines[line] ?? '', widths[index] ?? 0))
      .join(column)
      .trimEnd()
  )
}

/** `Head: cell` on a line each, an empty line between rows; empty cells are left out. Columns without cells are named first. */
function told(head: readonly string[], body: readonly (readonly string[])[], columns: number): string[] {
  const rows = body.map((row) =>
    row.flatMap((cell, index) => (cell === '' ? [] : wrap(head[index] ? `${head[index]}: ${cell}` : cell, columns)))
  )
  const unused = head.filter((title, index) => title !== '' && body.every((row) => (row[index] ?? '') === ''))
  const heads = unused.flatMap((title) => wrap(title, columns))
  return [heads, ...rows]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}
