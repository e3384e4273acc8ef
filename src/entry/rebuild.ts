import { attachedIn } from '../questions/shared/attached.ts'
import { asksOf, questionOf, quotingTexts, references } from '../questions/index.ts'
import { headingsOf } from '../questions/shared/heading.ts'
import type { Prompt } from '../questions/shared/model.ts'
import { lettersOf } from '../text/letters.ts'
import { isFixedHeading } from './section-heading.ts'
import { writeMarker, type MarkerAt } from './section-marker.ts'

/*
 * Editors that know Markdown only as formatted text drop HTML comments, and so the markers of sections. The heading and the
 * quoted question of a section stay, and show where it begins.
 */

/** What helps to find the sections that have lost their markers. */
export interface RebuildOptions {
  /** The prompts of the entry's exercise, if its pack is known. */
  readonly prompts?: readonly Prompt[]
  /**
   * A heading and a quotation inside an answer also count as the start of a section. For copies that leave the computer: the
   * answer of a public prompt must not take the next, private one with it.
   */
  readonly isCautious?: boolean
}

/** The start of a section: at its marker or, if that is lost, at its heading. */
export interface SectionStart extends MarkerAt {
  /** The heading of a section without its marker; `line` is then the marker that belongs there. */
  readonly lost?: HeadingAt
}

/** A heading above a quotation, or with the title of a prompt. Offsets in the text. */
interface HeadingAt {
  readonly start: number
  /** The end of the heading with its newline. */
  readonly end: number
  /** The Markdown of the heading's text. */
  readonly words: string
  /** 0 for a line without marks. */
  readonly level: number
  /** The quoted text after it; '' if the text has no quotation. */
  readonly quoted: string
}

/** The ids of sections without a marker whose prompt is not known. No prompt has such an id. */
const NAMELESS = /^_\d+$/

/**
 * The starts of all sections of a text, in order. Without the prompts, a heading above a quotation is the start of a section of
 * text if it is above the first marker. With the prompts, sections get their types, also inside other sections. Unknown
 * privacy counts as private.
 *
 * @param markers all markers of the text.
 * @param from the end of the front matter.
 */
export function sectionStarts(
  text: string,
  markers: readonly MarkerAt[],
  from: number,
  { prompts, isCautious = false }: RebuildOptions = {}
): readonly SectionStart[] {
  const isNamed = ({ id }: MarkerAt) => prompts === undefined || !NAMELESS.test(id)
  const named = markers.filter(isNamed)
  const ids = new Set(named.map(({ id }) => id))
  const missing = prompts?.filter(({ id }) => !ids.has(id)) ?? []
  const first = named[0]?.start ?? text.length
  const isOpen = missing.length > 0 || (prompts === undefined && isCautious)
  const headings = headingsIn(text, from, isOpen ? text.length : first, isCautious)
  const above = headings.length === 0 ? new Map<number, MarkerAt>() : byHeading(markers, text)
  const starts: SectionStart[] = [...named]
  let number = 0
  const nextId = () => {
    do number++
    while (ids.has(`_${number}`))
    return `_${number}`
  }
  for (const heading of headings) {
    const marker = above.get(heading.start)
    if (marker !== undefined && isNamed(marker)) continue
    const isAbove = heading.start < first
    const at = missing.findIndex((prompt) => isHeadingOf(heading, prompt, isAbove))
    const [prompt] = at === -1 ? [] : missing.splice(at, 1)
    if (prompt === undefined && !isSection(heading, isAbove || isCautious)) continue
    const id = prompt?.id ?? nextId()
    ids.add(id)
    starts.push({ start: marker?.start ?? heading.start, id, line: markerOf(id, prompt), lost: heading })
  }
  return starts.length === named.length ? named : starts.toSorted((a, b) => a.start - b.start)
}

/** The text of a section with the marker that it has lost, and with a heading in the form that `readSection` reads. */
export function withLostMarker({ line, lost }: SectionStart, text: string, end: number): string {
  if (lost === undefined) return ''
  const heading = `${'#'.repeat(Math.max(2, lost.level))} ${lost.words}`
  return `${line}\n${heading}\n${text.slice(lost.end, end)}`
}

/** The markers by the start of the first line after them that is not blank. */
function byHeading(markers: readonly MarkerAt[], text: string): ReadonlyMap<number, MarkerAt> {
  const blank = /(?:[ \t\r]*\n)*/y
  return new Map(
    markers.map((marker) => {
      blank.lastIndex = marker.start + marker.line.length
      return [blank.lastIndex + (blank.exec(text)?.[0].length ?? 0), marker]
    })
  )
}

function isSection({ level, quoted }: HeadingAt, isAllowed: boolean): boolean {
  return isAllowed && quoted !== '' && level > 1
}

/** What a prompt shows or tells of other answers may be private, so it counts as private itself. */
function markerOf(id: string, prompt: Prompt | undefined): string {
  if (prompt === undefined) return writeMarker({ id, type: 'text', skipped: true, private: true })
  const { form, sourceKey } = questionOf(prompt)
  const quotes = references(prompt).length > 0 || quotingTexts(prompt).some((said) => said.includes('{{'))
  const isAbout = prompt.about !== undefined || attachedIn(id) !== undefined
  const isPrivate = prompt.private === true || quotes || isAbout
  const own = form(prompt)
  // Options that came from another answer are not known any more: the answer stays as text.
  const isKnown = sourceKey === undefined || Object.entries(prompt).every(([key]) => key !== sourceKey)
  return isKnown
    ? writeMarker({ id, type: prompt.type, skipped: true, private: isPrivate, ...(own && { form: own }) })
    : writeMarker({ id, type: 'text', skipped: true, private: isPrivate })
}

/**
 * Inside another section, and for a line without marks, both the title and the question must agree: learners write such lines too. A
 * fixed word is the title of any prompt, so there the question must be the same in full.
 */
function isHeadingOf({ words, quoted, level }: HeadingAt, prompt: Prompt, isAbove: boolean): boolean {
  // A heading of level 1 without a question is the title of the entry.
  const [letters, worded] = [lettersOf(words), asksOf(prompt)]
  const titles = worded.flatMap((ask) => headingsOf({ ...prompt, ask }))
  const isTitled = (level > 1 || quoted !== '') && titles.some((title) => lettersOf(title) === letters)
  const isAsked = quoted !== '' && worded.some((ask) => asks(ask, quoted))
  if (isAbove && level > 0) return isTitled || isAsked
  return isAsked && (isTitled || (isFixedHeading(words) && worded.some((ask) => isQuotedAlone(ask, quoted, prompt))))
}

/** Whether a quotation is a prompt's question and nothing else, apart from an answer that the prompt shows below it. */
function isQuotedAlone(ask: string, quoted: string, prompt: Prompt): boolean {
  const [letters, said] = [lettersOf(ask), lettersOf(quoted)]
  return said === letters || (questionOf(prompt).withShown !== undefined && said.startsWith(letters))
}

/** Whether a quoted question is that of a prompt, in which `{{…}}` stands for any words. What was recalled follows it. */
function asks(ask: string, quoted: string): boolean {
  const said = lettersOf(quoted)
  let at = 0
  for (const [index, part] of ask.split(/\{\{[^{}]*\}\}/).entries()) {
    const letters = lettersOf(part)
    const found = said.indexOf(letters, at)
    if (found === -1 || (index === 0 && found !== 0)) return false
    at = found + letters.length
  }
  return at > 0
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const ATX = /^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*$/
/** What editors make of a heading: without the space, with one that does not break, or escaped. */
const DAMAGED = /^ {0,3}\\?(#{1,6})[^\S\n]*([^\s#].*?)[ \t]*$/
const BOLD = /^(?:\*\*(\S.*?\S|\S)\*\*|__(\S.*?\S|\S)__)[ \t]*$/
const RULE = /^ {0,3}(=+|-+)[ \t]*$/

interface Line {
  readonly start: number
  /** After the newline. */
  readonly end: number
  readonly text: string
}

/**
 * The headings between two offsets. A line in bold, or alone, is one too if a quotation follows. Those in code count only if
 * `isCautious`: an answer may begin code that it does not end.
 */
function headingsIn(text: string, from: number, to: number, isCautious: boolean): HeadingAt[] {
  if (!/^ {0,3}\\?>|^ {0,3}#{2}/m.test(text.slice(from, to))) return []
  const lines = [...linesIn(text, from, to)]
  const headings: HeadingAt[] = []
  let fence = ''
  for (const [index, line] of lines.entries()) {
    const [, mark = ''] = FENCE.exec(line.text) ?? []
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
    if (mark !== '' || (fence !== '' && !isCautious)) continue
    const found = headingAt(lines, index)
    if (found === undefined) continue
    const quoted = quotedAfter(lines, found.next)
    if (found.isCertain || quoted !== '')
      headings.push({
        start: line.start,
        end: lines[found.next - 1]?.end ?? line.end,
        words: found.words,
        level: found.level,
        quoted
      })
  }
  return headings
}

function* linesIn(text: string, from: number, to: number): Generator<Line> {
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 || newline >= to ? to : newline + 1
    yield { start, end, text: text.slice(start, end).replace(/\r?\n$/, '') }
    start = end
  }
}

/** A heading at a line, and the number of the line after it. */
function headingAt(lines: readonly Line[], index: number) {
  const line = lines[index]?.text ?? ''
  const [, marks, title] = ATX.exec(line) ?? []
  if (marks !== undefined && title !== undefined)
    return { words: title, level: marks.length, next: index + 1, isCertain: true }
  const [, asterisks, underscores] = BOLD.exec(line) ?? []
  const bold = asterisks ?? underscores
  if (bold !== undefined) return { words: bold, level: 2, next: index + 1, isCertain: false }
  const [, signs, damaged] = DAMAGED.exec(line) ?? []
  if (signs !== undefined && damaged !== undefined)
    return { words: damaged, level: signs.length, next: index + 1, isCertain: false }
  const [, rule] = RULE.exec(lines[index + 1]?.text ?? '') ?? []
  const isAlone = (lines[index - 1]?.text ?? '').trim() === ''
  if (!isAlone || !/^ {0,3}[^\s>#]/.test(line)) return undefined
  if (rule === undefined) return { words: line.trim(), level: 0, next: index + 1, isCertain: false }
  return { words: line.trim(), level: rule.startsWith('=') ? 1 : 2, next: index + 2, isCertain: false }
}

/** The quotation that is the first block from a line on, without its marks. */
function quotedAfter(lines: readonly Line[], from: number): string {
  let at = from
  while (lines[at]?.text.trim() === '') at++
  const start = at
  while (/^\\?>/.test(lines[at]?.text ?? '')) at++
  return lines
    .slice(start, at)
    .map(({ text }) => text.replace(/^\\?>/, '').trim())
    .join('\n')
}
