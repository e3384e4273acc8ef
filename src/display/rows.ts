import type { Theme } from './theme.ts'
import { width } from './width.ts'
import { measure, truncate, wrap, wrapSentence } from './wrap.ts'

/** A line of a list: what to type, what it is, and a note. */
export interface RowText {
  readonly name: string
  readonly text: string
  readonly note: string
  /** More, in one line below the text; '' for nothing. */
  readonly below?: string
}

/** On a narrower screen a row is written on lines of its own instead of in columns. */
const narrow = 60
const gap = 2

/** Rows in three columns with the middle one wrapped, or stacked if there is no room for columns. */
export function rows(items: readonly RowText[], columns: number, theme: Theme): string[] {
  const total = measure(columns, 100)
  const names = items.reduce((most, { name }) => Math.max(most, width(name)), 0)
  const notes = items.reduce((most, { note }) => Math.max(most, width(note)), 0)
  const widest = items.reduce((most, { text }) => Math.max(most, width(text)), 0)
  const middle = Math.min(total - names - notes - 3 * gap, Math.max(widest, 100 - names - notes - 3 * gap))
  if (total < narrow || middle < 20) return items.flatMap((item) => stacked(item, total, theme))
  const indent = ' '.repeat(names + 2 * gap)
  return items.flatMap(({ name, text, note, below = '' }) => [
    ...wrap(text, middle).map((line, index) => {
      const first = index === 0
      const cells = [
        (first ? name : '').padEnd(names),
        line + ' '.repeat(Math.max(0, middle - width(line))),
        first ? theme.quiet(note) : ''
      ]
      return (' '.repeat(gap) + cells.join(' '.repeat(gap))).trimEnd()
    }),
    ...preview(below, indent, total, theme)
  ])
}

function preview(text: string, indent: string, columns: number, theme: Theme): string[] {
  return text === '' ? [] : [indent + theme.quiet(truncate(text, columns - indent.length, theme.glyphs.ellipsis))]
}

function stacked({ name, text, note, below: more = '' }: RowText, columns: number, theme: Theme): string[] {
  const below = [name, note].filter((part) => part !== '').join(` ${theme.glyphs.dot} `)
  return [
    ...wrap(text, columns - gap).map((line) => ' '.repeat(gap) + line),
    ...wrapSentence(below, columns - 2 * gap).map((line) => ' '.repeat(2 * gap) + theme.quiet(line)),
    ...preview(more, ' '.repeat(2 * gap), columns, theme)
  ]
}
