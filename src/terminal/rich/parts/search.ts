import { matchesIn, styleSpans, withoutStyles, type Matches } from '../../../display/find-lines.ts'
import { truncate } from '../../../display/wrap.ts'
import { width } from '../../../display/width.ts'
import type { Frame, Size } from '../../screen.ts'
import type { Act } from '../keys/match.ts'
import { actInLine, fieldOf, viewLine, type Field } from './field.ts'
import type { WidgetContext } from './widget.ts'

/** A search in a text that is read. */
export interface Search {
  /** What is being typed; absent while the matches are looked at. */
  readonly typing?: Field
  /** What was looked for; empty before the first search. */
  readonly words: string
  /** The index of the current match. */
  readonly at: number
  /** The end of the text that was passed to reach it, if any. */
  readonly passed?: 'start' | 'end'
}

/** A search whose words are typed next. `before` is shown again if nothing is typed. */
export function searchTyped(before: Search | undefined): Search {
  return { words: '', at: 0, ...before, typing: fieldOf('') }
}

/**
 * After an action in the line where the words are typed: the search, or the words to find. Without words, and after Esc, the search before
 * is back.
 */
export function actInSearch(
  search: Search,
  typing: Field,
  act: Act,
  room: Size
): { readonly search: Search | undefined } | { readonly find: string } {
  const { text } = typing.buffer
  const isBlank = text.trim() === ''
  const { action } = act
  if (action === 'enter' && !isBlank) return { find: text }
  if (action === 'escape' || action === 'enter' || (action === 'deleteBefore' && text === '')) {
    const { typing: _, ...before } = search
    return { search: before.words === '' ? undefined : before }
  }
  return { search: { ...search, typing: actInLine(typing, act, room) } }
}

/** Remembers the matches of the last text and words. */
export function cacheMatches(): (lines: readonly string[], words: string) => Matches {
  let last: { lines: readonly string[]; words: string; matches: Matches } | undefined
  return (lines, words) => {
    if (last?.lines !== lines || last.words !== words) last = { lines, words, matches: matchesIn(lines, words) }
    return last.matches
  }
}

/** The first match at or below a line; past the end, the first of all. */
export function matchBelow({ lines }: Matches, line: number): Pick<Search, 'at' | 'passed'> {
  const at = lines.findIndex((each) => each >= line)
  return at < 0 ? { at: 0, passed: 'end' } : { at }
}

/** The last match above a line; past the start, the last of all. */
export function matchAbove({ lines }: Matches, line: number): Pick<Search, 'at' | 'passed'> {
  const at = lines.findLastIndex((each) => each < line)
  return at < 0 ? { at: lines.length - 1, passed: 'start' } : { at }
}

/** The match after another one, or before it; past an end, the one at the other end. */
export function nextMatch({ lines }: Matches, from: number, step: 1 | -1): Pick<Search, 'at' | 'passed'> {
  const at = from + step
  if (at >= lines.length) return { at: 0, passed: 'end' }
  return at < 0 ? { at: lines.length - 1, passed: 'start' } : { at }
}

/** Lines of which the first has an index, with the matches in a style and the cursor at the current one, which needs no colour. */
export function viewMatches(
  lines: readonly string[],
  first: number,
  matches: Matches,
  { at }: Search,
  { theme }: Pick<WidgetContext, 'theme'>
): Frame {
  let cursor: Frame['cursor']
  const styled = lines.map((line, row) => {
    const spans = matches.spansIn(first + row)
    const here = spans.find(({ match }) => match === at)
    if (here !== undefined) cursor ??= { row, column: width(withoutStyles(line).slice(0, here.start)) }
    return styleSpans(line, spans, theme.found)
  })
  return { lines: styled, cursor }
}

/** The line below a text: the words being typed, or which match this is. */
export function viewSearch(
  { typing, words, at, passed }: Search,
  matches: Matches,
  room: Size,
  { theme, words: { walk } }: Pick<WidgetContext, 'theme' | 'words'>
): Frame {
  const said = walk.rich.finding
  if (typing !== undefined) return viewLine(typing, { ...room, rows: 1 }, `${theme.strong(said.find)} `)
  const all = matches.lines.length
  const line = all === 0 ? said.notFound(words) : said.found(at + 1, all, passed)
  const sign = all === 0 || passed !== undefined ? theme.warn(`${theme.glyphs.warning} `) : ''
  return { lines: [truncate(sign + line, room.columns, theme.glyphs.ellipsis)] }
}
