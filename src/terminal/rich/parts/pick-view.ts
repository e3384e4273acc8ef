import type { Frame, Size } from '../../screen.ts'
import { lineFound } from '../../../display/filter.ts'
import { measure } from '../../../display/measure.ts'
import type { Theme } from '../../../display/theme.ts'
import { width } from '../../../display/width.ts'
import { visible } from '../../../text/visible.ts'
import { padTo, truncate, wrap, wrapItems, wrapShort } from '../../../display/wrap.ts'
import { hang, heightOf, pointerSign, shifted, stack, windowOf } from './blocks.ts'
import { viewField } from './field.ts'
import { shownOf, type PickItem, type PickState } from './pick.ts'
import type { WidgetContext } from './widget.ts'

/** Where the parts of an item are. All items of a list have the same layout. Columns and rows. */
interface Layout {
  readonly labels: number
  readonly asides: number
  /** Columns of notes on the row of the label; 0 if they are below it. */
  readonly beside: number
  /** Maximum rows of a note below its label. */
  readonly below: number
  /** Only the note of the current item is shown. */
  readonly isOnlyHere?: boolean
}

/** An item as it is shown. */
interface View {
  readonly isHere: boolean
  /** Whether its field is written. */
  readonly isWriting: boolean
}

/** Maximum rows of a note if not all fit in full. */
const NOTE_ROWS = 3
/** Columns between the parts of a row. */
const GAP = 2
/** Minimum columns of labels beside a fact, and of notes beside labels. */
const NARROWEST = 12

/** Height of the whole list. */
export function heightOfPick(items: readonly PickItem[], { columns }: Size, context: WidgetContext): number {
  const [layout] = layoutsFor(items, columns, context.theme)
  return heightOf(items.map((item) => block(item, { isHere: false, isWriting: false }, layout, columns, context)))
}

/** The list in at most `room.rows` lines, which contain the item at the pointer. */
export function viewPick(items: readonly PickItem[], pick: PickState, room: Size, context: WidgetContext): Frame {
  const { words, theme } = context
  const shown = shownOf(items, pick.find)
  const said = words.walk.rich.pick
  const head =
    pick.find === '' ? [] : [theme.strong(truncate(said.find(visible(pick.find)), room.columns, theme.glyphs.ellipsis))]
  if (shown.length === 0)
    return { lines: [...head, ...wrap(said.notFound, room.columns).map((line) => theme.quiet(line))] }
  const here = Math.max(0, shown.indexOf(pick.at))
  // No more items can be visible, and a list may contain a whole journal.
  const from = Math.max(0, here - room.rows)
  const near = shown.slice(from, here + room.rows + 1)
  const rows = room.rows - head.length
  const blocks = blocksOf(near, near.length < shown.length ? 0 : rows, { items, pick, room, context })
  const hidden = { above: from, below: shown.length - from - near.length }
  return stack({ lines: head }, windowOf(blocks, here - from, rows, context, hidden))
}

/** The items at indices, in the first layout in which all of them fit, or in the last one. */
function blocksOf(
  near: readonly number[],
  rows: number,
  { items, pick, room, context }: { items: readonly PickItem[]; pick: PickState; room: Size; context: WidgetContext }
): Frame[] {
  const isFound = pick.find !== ''
  const made = (layout: Layout) =>
    near.map((index) => {
      const item = pointedOut(items[index], pick.find, room)
      return block(item, { isHere: index === pick.at, isWriting: !isFound }, layout, room.columns, context)
    })
  const layouts = layoutsFor(items, room.columns, context.theme)
  let blocks: Frame[] = []
  for (const layout of isFound ? layouts.slice(0, 2) : layouts) {
    blocks = made(layout)
    if (heightOf(blocks) <= rows) break
  }
  return blocks
}

/** The layouts of a list, those that show most first. */
function layoutsFor(items: readonly PickItem[], columns: number, theme: Theme): [Layout, ...Layout[]] {
  const room = innerColumns(items[0], columns, theme)
  const withFacts = items.filter(({ aside }) => aside !== undefined)
  const widest = (part: (item: PickItem) => string) =>
    withFacts.reduce((most, item) => Math.max(most, width(part(item))), 0)
  if (withFacts.length === 0) return stacked(room, 0)
  const asides = widest(({ aside = '' }) => visible(aside))
  const notes = widest((item) => noteInOneLine(item))
  const all = asides === 0 ? room : room - asides - GAP
  if (all < NARROWEST) return stacked(room, 0)
  const needed = widest(({ label }) => visible(label))
  const [full, cut, here] = stacked(Math.min(all, asides === 0 ? all : needed), asides)
  const labels = Math.min(needed, all - GAP - Math.min(notes, Math.floor(all / 2)))
  const row: Layout = { ...here, labels, beside: Math.min(notes, all - labels - GAP) }
  const areShort = withFacts.every(({ note = '' }) => typeof note === 'string' && !note.includes('\n'))
  if (areShort && notes > 0 && notes <= row.beside) return [{ ...row, below: full.below, isOnlyHere: false }, row]
  const isNarrow = row.beside < NARROWEST || labels < Math.min(needed, 2 * NARROWEST)
  return [full, cut, { ...cut, below: 1 }, isNarrow ? here : row]
}

/** Layouts with notes below their labels: in full, cut, and only at the current item. */
function stacked(labels: number, asides: number): [full: Layout, cut: Layout, here: Layout] {
  const full: Layout = { labels, asides, beside: 0, below: Number.POSITIVE_INFINITY }
  const cut = { ...full, below: NOTE_ROWS }
  return [full, cut, { ...cut, isOnlyHere: true }]
}

/**
 * If the typed words are in the item's text and not in its label, the line that contains them replaces its note.
 */
function pointedOut(item: PickItem | undefined, find: string, { columns }: Size): PickItem | undefined {
  const place = item === undefined || find === '' ? undefined : lineFound(item, find)
  if (item === undefined || place === undefined) return item
  const start = Math.max(0, place.at - Math.floor(columns / 3))
  const { preview: _, ...rest } = item
  return { ...rest, note: truncate((start === 0 ? '' : '… ') + visible(place.line.slice(start)), columns - 6) }
}

function block(
  item: PickItem | undefined,
  { isHere, isWriting }: View,
  layout: Layout,
  columns: number,
  context: WidgetContext
): Frame {
  if (item === undefined) return { lines: [] }
  const { theme } = context
  const inner = innerColumns(item, columns, theme)
  const sign = signOf(item, isHere, theme)
  const label = labelLines(item, isHere, layout, inner, theme)
  const isBeside = layout.beside > 0 && item.aside !== undefined
  const isNoted = !isBeside && (isHere || layout.isOnlyHere !== true)
  // Indented, so that without colours it does not look like an item.
  const note = isNoted
    ? noteLines(item, layout, Math.max(8, measure(inner) - 2), context).map((line) => `  ${theme.quiet(line)}`)
    : []
  const isWritten = item.field !== undefined && (item.field.buffer.text !== '' || (isHere && isWriting))
  const field = item.field !== undefined && isWritten ? viewField(item.field, { columns: inner, rows: 3 }) : undefined
  const lines = hang(sign, [...label, ...note, ...(field?.lines ?? [])])
  if (!isHere || !isWriting) return { lines }
  return { lines, cursor: shifted(field?.cursor, label.length + note.length, width(sign)) }
}

function signOf({ mark, chosen }: PickItem, isHere: boolean, theme: Theme): string {
  const markStyle = chosen === true ? theme.good : theme.quiet
  return pointerSign(isHere, theme) + (mark === undefined ? '' : `${markStyle(mark)} `)
}

/** The columns of an item without its sign. */
function innerColumns(item: PickItem | undefined, columns: number, theme: Theme): number {
  return Math.max(8, columns - (item === undefined ? 0 : width(signOf(item, true, theme))) - 1)
}

/** The label, and beside it what the layout has there. An item without facts has the whole row. */
function labelLines(item: PickItem, isHere: boolean, layout: Layout, columns: number, theme: Theme): string[] {
  const styled = (line: string) => (isHere ? theme.strong(line) : line)
  const facts = factsOf(item, layout, theme)
  if (facts === '') return wrap(visible(item.label), measure(columns)).map(styled)
  const [first = '', ...more] = wrap(visible(item.label), layout.labels)
  return [`${padTo(styled(first), layout.labels + GAP)}${theme.quiet(facts)}`, ...more.map(styled)]
}

/** What is shown beside the label; '' if nothing is. */
function factsOf(item: PickItem, { asides, beside }: Layout, theme: Theme): string {
  if (item.aside === undefined) return ''
  // Without an aside, the note has its columns too.
  const notes = beside === 0 || item.aside !== '' || asides === 0 ? beside : beside + GAP + asides
  const parts = [
    ...(beside === 0 ? [] : [padTo(truncate(noteInOneLine(item), notes, theme.glyphs.ellipsis), beside)]),
    ...(asides === 0 ? [] : [visible(item.aside).padStart(asides)])
  ]
  return parts.join(' '.repeat(GAP)).trimEnd()
}

function noteInOneLine({ note = '' }: PickItem): string {
  return visible(typeof note === 'string' ? note.replaceAll('\n', ' ') : note.join('; '))
}

/** The note below a label. A fact that has no room on the row is before it. */
function noteLines(item: PickItem, { below, asides }: Layout, columns: number, context: WidgetContext): string[] {
  const { note = '', aside = '', preview } = item
  const fact = asides === 0 ? aside : ''
  const parts =
    typeof note === 'string'
      ? [fact, note].filter((part) => part !== '').join(context.theme.glyphs.between)
      : fact === ''
        ? note
        : [fact, ...note]
  const lines = parts.length === 0 ? [] : linesOfNote(parts, columns, below, context)
  const more = lines.length < below ? visible(preview?.() ?? '') : ''
  return more === '' ? lines : [...lines, truncate(more, columns, context.theme.glyphs.ellipsis)]
}

function linesOfNote(
  note: string | readonly string[],
  columns: number,
  rows: number,
  { theme, words }: WidgetContext
): string[] {
  const { ellipsis } = theme.glyphs
  if (typeof note === 'string') return wrapShort(visible(note, { newlines: true }), columns, rows, ellipsis)
  const items = note.map((item) => visible(item))
  return wrapItems(items, columns, rows, { ellipsis, more: words.walk.rich.pick.others })
}
