import type { Frame, Size } from '../../screen.ts'
import { withArrows, type Theme } from '../../../display/theme.ts'
import { withoutStyles, type Matches } from '../../../display/find-lines.ts'
import type { Action, Mode, PageModes } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import { stack } from './blocks.ts'
import { pasteInto } from './field.ts'
import {
  actInSearch,
  cacheMatches,
  matchAbove,
  matchBelow,
  nextMatch,
  searchTyped,
  viewMatches,
  viewSearch,
  type Search
} from './search.ts'
import { Next, type WidgetContext, type Widget } from './widget.ts'

/** A line of a text that is laid out for a number of columns. */
export interface TextPlace {
  /** Counted from 0. */
  readonly line: number
  /** The layout in which the line counts. Absent for line 0, which is the same in all. */
  readonly of?: readonly string[]
}

/** What is visible: the first line, and a search. */
export interface Page {
  readonly top: TextPlace
  readonly search?: Search | undefined
}

/** Makes lines for a number of columns. */
export type LinesFor = (columns: number) => readonly string[]

/** The widget of a text. */
export interface Pages extends Widget<Page> {
  /** The place after the last visible line. */
  bottom(page: Page, room: Size): TextPlace
}

/** What a text that is read needs of the context. */
export type PagesContext = Pick<WidgetContext, 'theme' | 'words' | 'clipboard'>

/** A text in a room. */
interface Layout {
  readonly whole: readonly string[]
  /** The number of visible lines. */
  readonly rows: number
  /** The first visible line now, and at the end of the text. */
  readonly top: number
  readonly last: number
  readonly matches: Matches
}

/**
 * A text to read, in pages if it is longer than the room. Enter turns the page and, at the end, continues. While the page has a
 * `search`, Esc ends that.
 */
export function pages(lines: LinesFor, context: PagesContext, modes: PageModes): Pages {
  const all = cacheLast(lines, context.theme)
  const matchesOf = cacheMatches()
  const layOut = ({ top, search }: Page, room: Size): Layout => {
    const whole = all(room.columns)
    const rows = shown(whole, search === undefined ? room.rows : room.rows - 1)
    const last = Math.max(0, whole.length - rows)
    return {
      whole,
      rows,
      last,
      top: Math.min(last, lineIn(whole, top)),
      matches: matchesOf(whole, search?.words ?? '')
    }
  }
  return {
    start: { top: { line: 0 } },
    act: (page, act, room) => actOfSearch(page, act, room, layOut) ?? actOfPages(page, act, layOut(page, room)),
    paste: pasted,
    view: (page, room) => view(page, layOut(page, room), room, context),
    bottom(page, room) {
      const { whole, rows, top } = layOut(page, room)
      return { line: top + rows, of: whole }
    },
    value: () => undefined,
    mode: (page, room) => modeOf(page, layOut(page, room), modes)
  }
}

/** The page after an action that turns pages, or the end. */
function actOfPages(page: Page, { action }: Act, layout: Layout): Page | Next<Page> {
  if (action === 'enter' && layout.top === layout.last) return new Next(page)
  return scrolled(page, layout.top + step(action, layout), layout)
}

/** The page after an action of the search; undefined if the action is not for it. */
function actOfSearch(page: Page, act: Act, room: Size, layOut: (page: Page, room: Size) => Layout): Page | undefined {
  const { search } = page
  if (search?.typing !== undefined) {
    const after = actInSearch(search, search.typing, act, room)
    return 'find' in after ? found(page, after.find, room, layOut) : { ...page, search: after.search }
  }
  if (act.action === 'search' || act.action === 'searchToo') return { ...page, search: searchTyped(search) }
  if (search === undefined) return undefined
  if (act.action === 'escape') return { ...page, search: undefined }
  if (act.action === 'nextMatch') return toMatch(page, search, 1, layOut(page, room))
  return act.action === 'previousMatch' ? toMatch(page, search, -1, layOut(page, room)) : undefined
}

/** The page with the first match that is visible or below. */
function found(page: Page, words: string, room: Size, layOut: (page: Page, room: Size) => Layout): Page {
  const { top } = layOut(page, room)
  const layout = layOut({ ...page, search: { words, at: 0 } }, room)
  return atMatch(page, { words, ...matchBelow(layout.matches, top) }, layout)
}

function pasted(page: Page, text: string, room: Size): Page {
  const { search } = page
  if (search?.typing === undefined) return page
  return { ...page, search: { ...search, typing: pasteInto(search.typing, text, room, 'one') } }
}

/** The keys: a text that fits needs no search, but can be searched. */
function modeOf({ search }: Page, { top, last }: Layout, { fits, end, turn, typing, found: matched }: PageModes): Mode {
  if (search?.typing !== undefined) return typing ?? end
  if (search !== undefined) return matched ?? end
  if (last === 0) return fits ?? end
  return top === last ? end : turn
}

function view(page: Page, { whole, rows, top, matches }: Layout, room: Size, context: PagesContext): Frame {
  const { search } = page
  const said = context.words.walk.rich.pages
  const visible = whole.slice(top, top + rows)
  const text = search === undefined ? { lines: visible } : viewMatches(visible, top, matches, search, context)
  const left = whole.length - top - rows
  const space = search === undefined ? room.rows : room.rows - 1
  const more = withArrows(left === 0 ? said.above(top) : said.below(left), context.theme)
  return stack(
    text,
    { lines: rows < whole.length ? [...gapIn(whole, space), context.theme.quiet(more)] : [] },
    search === undefined ? { lines: [] } : viewSearch(search, matches, room, context)
  )
}

/** The page with a line at its top, as far as the text goes. */
function scrolled(page: Page, line: number, { whole, top, last }: Layout): Page {
  const to = Math.min(last, Math.max(0, line))
  return to === top ? page : { ...page, top: { line: to, of: whole } }
}

/** The page with the current match of a search. It scrolls only if the match is not visible. */
function atMatch(page: Page, search: Search, layout: Layout): Page {
  const searched = { ...page, search }
  const line = layout.matches.lines[search.at]
  if (line === undefined || isVisible(line, layout)) return searched
  return scrolled(searched, line - Math.floor(layout.rows / 3), layout)
}

/** Goes to the next match or the one before: from the current one if it is visible, else from what is visible. */
function toMatch(page: Page, { words, at }: Search, by: 1 | -1, layout: Layout): Page {
  const { matches, top } = layout
  const line = matches.lines[at]
  if (line === undefined) return page
  const from = by === 1 ? matchBelow : matchAbove
  const next = isVisible(line, layout) ? nextMatch(matches, at, by) : from(matches, top)
  return atMatch(page, { words, ...next }, layout)
}

function isVisible(line: number, { top, rows }: Layout): boolean {
  return line >= top && line < top + rows
}

/** Rows below which no empty line sets the number of hidden lines apart. */
const LOW = 8

/** The empty line above the number of hidden lines. */
function gapIn(whole: readonly string[], rows: number): string[] {
  return whole.length > rows && rows >= LOW ? [''] : []
}

/** The number of visible lines. If not all fit, rows are left for the number of hidden lines. */
function shown(whole: readonly string[], rows: number): number {
  return whole.length <= rows ? whole.length : Math.max(1, rows - 1 - gapIn(whole, rows).length)
}

/** Lines to scroll. Turning a page keeps one line for orientation. */
function step(action: Action, { rows, whole: { length } }: Layout): number {
  const page = Math.max(1, rows - 1)
  const steps: Readonly<Partial<Record<Action, number>>> = {
    down: 1,
    up: -1,
    enter: page,
    pageDown: page,
    pageUp: -page,
    first: -length,
    last: length
  }
  return steps[action] ?? 0
}

/** The line of a layout with which the same part of the text begins as with a line of another layout. */
export function lineIn(whole: readonly string[], { line, of = whole }: TextPlace): number {
  if (of === whole) return line
  if (line >= of.length) return whole.length
  let left = lettersBefore(line, of)
  const at = whole.findIndex((each) => (left -= letters(each)) < 0)
  return at < 0 ? whole.length : at
}

/** The number of lines of a layout that hold everything that is above a line of another layout. */
export function linesAbove(whole: readonly string[], { line, of = whole }: TextPlace): number {
  if (of === whole) return line
  if (line >= of.length) return whole.length
  let left = lettersBefore(line, of)
  return left === 0 ? 0 : whole.findIndex((each) => (left -= letters(each)) <= 0) + 1
}

function lettersBefore(line: number, lines: readonly string[]): number {
  return lines.slice(0, line).reduce((sum, each) => sum + letters(each), 0)
}

/** Letters and digits, which are the same in every layout. */
function letters(line: string): number {
  return withoutStyles(line).match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** Caches the lines until the number of columns changes, or the theme learns the background and its tints. */
export function cacheLast(lines: LinesFor, theme: Theme): LinesFor {
  let last: { columns: number; lacksBackground: boolean; lines: readonly string[] } | undefined
  return (columns) => {
    const { lacksBackground } = theme
    if (last?.columns !== columns || last.lacksBackground !== lacksBackground)
      last = { columns, lacksBackground, lines: lines(columns) }
    return last.lines
  }
}
