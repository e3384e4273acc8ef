import { measure } from './measure.ts'
import type { Theme } from './theme.ts'
import { width } from './width.ts'
import { padTo, truncate, wrap, wrapSentence } from './wrap.ts'

/** A line of a list: a sign if it has one, what to type, what it is, and a note. */
export interface RowText {
  readonly sign?: string
  readonly name: string
  readonly text: string
  readonly note: string
  /** More, in one line below the text; '' for nothing. */
  readonly below?: string
}

/** On a narrower screen a row is written on lines of its own instead of in columns. */
const narrow = 60
const gap = 2

/** The columns that the widest parts of some rows need. */
interface RowWidths {
  readonly signs: number
  readonly names: number
  readonly texts: number
  readonly notes: number
}

/** The widths of the columns of a page with these rows. */
export function widthsOf(items: readonly RowText[]): RowWidths {
  const widest = (part: (row: RowText) => string) => items.reduce((most, row) => Math.max(most, width(part(row))), 0)
  return {
    signs: widest((row) => signOf(row, 0)),
    names: widest(({ name }) => name),
    texts: widest(({ text }) => text),
    notes: widest(({ note }) => note)
  }
}

/** Rows in columns with the text wrapped, or stacked if there is no room for columns. `widths`: those of all rows of the page. */
export function rows(items: readonly RowText[], columns: number, theme: Theme, widths = widthsOf(items)): string[] {
  const { signs, names, texts, notes } = widths
  const total = measure(columns, 'table')
  const room = total - signs - names - notes - 3 * gap
  const middle = Math.min(room, texts)
  const before = (row: RowText, index: number) => ' '.repeat(gap) + signOf(row, index)
  if (total < narrow || room < 20) return items.flatMap((item) => stacked(item, before, total, theme))
  const indent = ' '.repeat(2 * gap + signs + names)
  return items.flatMap((item) => [
    ...wrap(item.text, middle).map((line, index) => {
      const [name, note] = index === 0 ? [item.name, theme.quiet(item.note)] : ['', '']
      const cells = [padTo(name, names), padTo(line, middle), note]
      return (before(item, index) + cells.join(' '.repeat(gap))).trimEnd()
    }),
    ...preview(item, indent, total, theme)
  ])
}

/** The sign of a row before its first line, or as many columns. */
function signOf({ sign = '' }: RowText, index: number): string {
  if (sign === '') return ''
  return index === 0 ? `${sign} ` : ' '.repeat(width(sign) + 1)
}

function preview({ below = '' }: RowText, indent: string, columns: number, theme: Theme): string[] {
  return below === '' ? [] : [indent + theme.quiet(truncate(below, columns - indent.length, theme.glyphs.ellipsis))]
}

function stacked(
  row: RowText,
  before: (row: RowText, index: number) => string,
  columns: number,
  theme: Theme
): string[] {
  const { name, note, text } = row
  const below = [name, note].filter((part) => part !== '').join(` ${theme.glyphs.dot} `)
  const indent = before(row, 1)
  return [
    ...wrap(text, columns - width(indent)).map((line, index) => before(row, index) + line),
    ...wrapSentence(below, columns - width(indent) - gap).map((line) => indent + ' '.repeat(gap) + theme.quiet(line)),
    ...preview(row, indent + ' '.repeat(gap), columns, theme)
  ]
}
