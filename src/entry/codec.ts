import { UsageError } from '../context/errors.ts'
import { present } from '../util/records.ts'
import { headingOf, headingsOf } from '../questions/shared/heading.ts'
import { isPromptType, questionOf } from '../questions/index.ts'
import type { EntryWords, Prompt } from '../questions/shared/model.ts'
import { entryWords } from '../words/index.ts'
import { conflictMarksIn, withVersionsNamed, type ConflictMark } from './conflict-marks.ts'
import { readFrontMatter, withHead, writeHead } from './front-matter.ts'
import type { Body, Entry, Section } from './model.ts'
import { sectionStarts, withLostMarker, type RebuildOptions, type SectionStart } from './rebuild.ts'
import { formOf } from './retired.ts'
import { escapeHeading } from './section-heading.ts'
import { blockquote, fullQuestion, readSection, writeSection } from './section.ts'
import { markersIn } from './section-marker.ts'

/**
 * The text of an entry's file. What was read from a file and has not changed is written byte for byte, so
 * `encodeEntry(decodeEntry(text))` is `text`. New parts get the line endings of the front matter. A section without its marker gets
 * it if there is a marker above it, because it would belong to the section above otherwise.
 */
export function encodeEntry(entry: Entry): string {
  const { head, raw, sections } = entry
  const words = entryWords(head.language)
  const newline = raw?.frontMatter.includes('\r\n') === true ? '\r\n' : '\n'
  const parts = [
    raw === undefined ? `${writeHead(head)}\n# ${escapeHeading(head.title)}\n` : raw.frontMatter + raw.preamble
  ]
  let isNew = raw === undefined
  let isMarked = false
  for (const section of sections) {
    const wasNew = isNew
    isNew = section.raw === undefined
    isMarked ||= isNew || section.marked === undefined
    const before = parts.at(-1) ?? ''
    const own = isMarked ? (section.marked ?? section.raw) : section.raw
    const text = isNew || own === undefined ? `${writeSection(section, words)}\n`.replaceAll('\n', newline) : own
    parts.push(gap(before, wasNew || isNew).replaceAll('\n', newline), text)
  }
  return parts.join('')
}

/** The newlines between a text and the marker after it: the end of the line and, if `isBlank`, a blank line. */
function gap(before: string, isBlank: boolean): string {
  if (!/[\r\n]$/.test(before.slice(-1))) return isBlank ? '\n\n' : '\n'
  return isBlank && !/\n\r?\n$|\r\r$/.test(before.slice(-3)) ? '\n' : ''
}

/**
 * Reads an entry from its file's text. Nothing below the front matter is an error: what cannot be read as an answer is kept
 * as text. Sections that have lost their markers are found by their headings, as `sectionStarts` says.
 *
 * @param read the result of `readFrontMatter(text)`, if the caller has it already.
 * @throws UsageError if the text is not an entry or its front matter cannot be read; the message names the line.
 */
export function decodeEntry(text: string, read = readFrontMatter(text), options?: RebuildOptions): Entry {
  if (read === undefined) throw new UsageError((words) => words.frontMatter.notAnEntry)
  const { head, length } = read
  const starts = sectionStarts(text, markersIn(text, length), length, options)
  const seen = new Set<string>()
  const sections: Section[] = []
  const marks = conflictMarksIn(text)
  for (const [index, at] of starts.entries()) {
    const end = starts[index + 1]?.start ?? text.length
    const section =
      sectionOfVersions(text, at, end, marks, head.language) ?? sectionAt(text, at, end, head.language, seen.has(at.id))
    if (section !== undefined) sections.push(section)
    seen.add(at.id)
  }
  return {
    head,
    sections,
    raw: { frontMatter: text.slice(0, length), preamble: text.slice(length, starts[0]?.start) }
  }
}

/** A section with several versions of some lines, kept as text; undefined for any other section. */
function sectionOfVersions(
  text: string,
  { start }: SectionStart,
  end: number,
  marks: readonly ConflictMark[],
  language: string
): Section | undefined {
  if (marks.length === 0) return undefined
  const [raw, named] = [text.slice(start, end), withVersionsNamed(text, marks, [start, end], entryWords(language))]
  const section = named === raw ? undefined : readSection(named, language, true)
  return section && { ...section, raw }
}

function sectionAt(
  text: string,
  at: SectionStart,
  end: number,
  language: string,
  isRepeated: boolean
): Section | undefined {
  const raw = text.slice(at.start, end)
  if (at.lost === undefined) return readSection(raw, language, isRepeated, at.line)
  const marked = withLostMarker(at, text, end)
  const section = readSection(marked, language, isRepeated)
  if (section === undefined) return undefined
  const isSkipped = section.body.kind === 'skipped'
  return { ...section, raw, marked: isSkipped ? marked : marked.replace(at.line, () => withoutSkip(at.line)) }
}

/** The markers of lost sections say `skipped`, so that `*Skipped.*` below them can be read. */
function withoutSkip(line: string): string {
  return line.replace(' skipped', '')
}

/**
 * The text of an entry with the markers that it has lost, and otherwise byte for byte as it is; a heading in another form becomes one
 * with `##`. Give the prompts of the entry's exercise if its pack is known: sections then get their ids, types and privacy. Without
 * them they become private texts, which a later call with the prompts corrects. The same text if no marker is missing.
 *
 * @throws UsageError as `decodeEntry`.
 */
export function withMarkers(text: string, prompts?: readonly Prompt[]): string {
  const { raw, sections } = decodeEntry(text, undefined, present({ prompts }))
  if (sections.every(({ marked }) => marked === undefined)) return text
  return [raw?.frontMatter, raw?.preamble, ...sections.map((section) => section.marked ?? section.raw)].join('')
}

/** Whether an entry has sections without their markers. */
export function hasLostMarkers({ sections }: Entry): boolean {
  return sections.some(({ marked, raw }) => marked !== undefined && raw !== undefined)
}

/**
 * A new section for a (resolved) prompt, exactly as it will be read from the file: an answer of white space is a skip, and
 * an invalid answer is kept as text.
 */
export function newSection(
  prompt: Prompt,
  body: Body,
  isPrivate: boolean,
  words: EntryWords,
  language?: string
): Section {
  const { id, type } = prompt
  const form = formOf(prompt)
  const draft: Section = {
    id,
    type,
    title: headingOf(prompt),
    ask: fullQuestion(prompt),
    private: isPrivate,
    body,
    prompt,
    ...(form && { form })
  }
  const { raw: _, ...section } = readSection(writeSection(draft, words), language) ?? draft
  return section
}

/**
 * The entry with a section that replaces the one of the same id, or is added at the end. These stay: notes around the old
 * answer, a heading that the user reworded, and text that is not an answer, unless it `isUnfinished`: then it was typed as
 * the beginning of this answer. A section with the same content stays byte for byte.
 */
export function withSection(entry: Entry, section: Section, isUnfinished = false): Entry {
  const index = entry.sections.findIndex(({ id }) => id === section.id)
  const old = entry.sections[index]
  if (old === undefined) return { ...entry, sections: [...entry.sections, section] }
  const isReworded = old.ask === section.ask && !headingsOf({ ask: old.ask }).includes(old.title)
  const title = isReworded ? old.title : section.title
  const next = { ...section, title, body: withNotes(section.body, old, isUnfinished) }
  return { ...entry, sections: entry.sections.with(index, contentOf(old) === contentOf(next) ? old : next) }
}

function withNotes(body: Body, old: Section, isUnfinished: boolean): Body {
  const [before, after] = notesIn(old, isUnfinished)
  if (before === '' && after === '') return body
  if (body.kind === 'skipped')
    return old.body.kind === 'unread' ? old.body : { kind: 'unread', text: [before, after].join('\n\n').trim() }
  return body.kind === 'answered' && body.before === '' && body.after === '' ? { ...body, before, after } : body
}

/** The notes before and after an answer. Other text becomes a quotation after it, in which no answer is looked for. */
function notesIn({ type, body }: Section, isUnfinished: boolean): readonly [before: string, after: string] {
  if (body.kind === 'answered') return [body.before, body.after]
  const isSeen = isUnfinished || (isPromptType(type) && questionOf({ type }).isTyped === true)
  return body.kind === 'unread' && !isSeen ? ['', blockquote(body.text)] : ['', '']
}

/** All of a section but its exact text, for comparison. */
function contentOf({ type, title, ask, private: isPrivate, form, body }: Section): string {
  return JSON.stringify([type, title, ask, isPrivate, form, body])
}

/** The entry with another title in its front matter and in the heading above the first section. */
export function withTitle(entry: Entry, title: string): Entry {
  const { raw, ...rest } = withHead(entry, { ...entry.head, title })
  const preamble = raw?.preamble.replace(/^# .*$/m, () => `# ${escapeHeading(title)}`) ?? ''
  return raw === undefined ? rest : { ...rest, raw: { ...raw, preamble } }
}
