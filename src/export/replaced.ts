import { DISCUSSION, discussionFact, isDiscussion } from '../entry/built-in.ts'
import { withHead, writeHead } from '../entry/front-matter.ts'
import type { Entry, EntryHead, Section } from '../entry/model.ts'
import { readSection, writeSection } from '../entry/section.ts'
import { escapeMarkers, readMarker, unescapeMarkers, writeMarker } from '../entry/section-marker.ts'
import { check } from '../questions/index.ts'
import type { Form, Json } from '../questions/shared/model.ts'
import { unixLines } from '../text/lines.ts'
import type { NameReplacer } from '../text/names.ts'
import { isRecord } from '../util/records.ts'
import { entryWords } from '../words/index.ts'

/**
 * An entry with names replaced wherever they stand, for a copy; the same entry if it has none of them. The copy is marked as partial
 * and replaced, so that an import never takes its words for the learner's. Markers stay readable, and so do answers.
 */
export function withNamesReplaced(entry: Entry, names: NameReplacer): Entry {
  const { head, raw } = entry
  const seen = new Set<string>()
  const sections = entry.sections.map((section) => {
    const isRepeated = seen.has(section.id)
    seen.add(section.id)
    return sectionWith(section, head, isRepeated, names)
  })
  const preamble = raw && escapeMarkers(names.text(raw.preamble))
  const own = {
    ...head,
    ...(head.packAuthors && { packAuthors: head.packAuthors.map((author) => names.text(author)) }),
    title: names.text(head.title),
    tags: head.tags.map((tag) => names.label(tag))
  }
  const frontMatter = raw && names.text(raw.frontMatter)
  const isSame =
    sections.every((section, index) => section === entry.sections[index]) &&
    preamble === raw?.preamble &&
    frontMatter === raw?.frontMatter &&
    JSON.stringify(own) === JSON.stringify(head)
  if (isSame) return entry
  const marked: EntryHead = { ...own, partial: true, replaced: true }
  if (raw === undefined || preamble === undefined) return { head: marked, sections }
  const next = withHead({ ...entry, sections, raw: { ...raw, preamble } }, marked)
  // Keys of other programs are YAML, in which a replacement could mean anything.
  const isClean = next.raw === undefined || names.text(next.raw.frontMatter) === next.raw.frontMatter
  return isClean ? next : { ...next, raw: { preamble, frontMatter: writeHead(marked) } }
}

/** Replaces the names in a text. */
type Say = (text: string) => string

/** The heading and the question at the start of a section, which may quote other answers. */
const QUESTION = /^\s*(?:#+ .*\n\s*)?(?:>.*(?:\n|$))*/

/** The section, read again from its text with the names replaced. */
function sectionWith(section: Section, { language }: EntryHead, isRepeated: boolean, names: NameReplacer): Section {
  const text = section.marked ?? section.raw ?? `${writeSection(section, entryWords(language))}\n`
  const lines = unixLines(text)
  const end = lines.indexOf('\n')
  const line = end === -1 ? lines : lines.slice(0, end)
  const marker = readMarker(line)
  if (marker === undefined) return section
  const { form } = marker
  const body = end === -1 ? '' : lines.slice(end)
  const quoting: Say = (words) => names.quoting(words)
  // Options, rows and what a marker holds must stay the same words in all places.
  const say: Say = form === undefined && section.id !== DISCUSSION ? (words) => names.text(words) : quoting
  const next = writeMarker(form === undefined ? marker : { ...marker, form: formWith(form, say) })
  const [head = ''] = QUESTION.exec(body) ?? []
  const replaced = quoting(head) + bodyWith(body.slice(head.length), say)
  const isSame = replaced === body && JSON.stringify(readMarker(next)) === JSON.stringify(marker)
  const read = isSame ? undefined : readSection(next + replaced, language, isRepeated)
  if (read?.body.kind === 'unread' && isDiscussion(section)) {
    const shown = writeMarker({ ...marker, form: { ...form, ...discussionFact(read.body.text) } })
    return readSection(shown + replaced, language, isRepeated) ?? read
  }
  return read === undefined ? section : withAnswerOf(section, read, language, say)
}

/**
 * The section with the answer that the learner gave, if its Markdown reads otherwise with other words in it: gaps of a sentence, for
 * example, may not be told apart any more. Then the answer is written as JSON.
 */
function withAnswerOf({ body }: Section, read: Section, language: string, say: Say): Section {
  const { prompt } = read
  if (body.kind !== 'answered' || prompt === undefined) return read
  const answer = answerWith(body.answer, say)
  const checked = check(prompt, answer)
  const found = read.body.kind === 'answered' ? read.body.answer : undefined
  if (!checked.ok || isSameButCapitals(found, checked.answer)) return read
  const [before, after] = [say(body.before), say(body.after)]
  const next = { ...read, body: { kind: 'answered', answer: checked.answer, before, after } as const }
  return readSection(`${writeSection(next, entryWords(language))}\n`, language) ?? read
}

/** A gap may be at the start of a sentence or within one. */
function isSameButCapitals(a: unknown, b: unknown): boolean {
  return JSON.stringify(a)?.toLowerCase() === JSON.stringify(b).toLowerCase()
}

/** An answer with names replaced in its words; its keys are ids. */
function answerWith(value: unknown, say: Say): unknown {
  if (typeof value === 'string') return say(value)
  if (Array.isArray(value)) return value.map((item) => answerWith(item, say))
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, answerWith(inner, say)]))
    : value
}

/** A fenced block of JSON, which holds an answer that has no other form. */
const JSON_BLOCK = /(^|\n)(`{3,}|~{3,})json\n([^]*?)\n\2(?=\n|$)/g

function bodyWith(body: string, say: Say): string {
  const parts: string[] = []
  let at = 0
  const plain = unescapeMarkers(body)
  for (const { 0: whole, 1: start = '', 2: fence = '', 3: json = '', index } of plain.matchAll(JSON_BLOCK)) {
    const value = parsed(json)
    if (value === undefined) continue
    const next = jsonWith(value, say)
    const isSame = JSON.stringify(next) === JSON.stringify(value)
    const block = isSame ? whole : `${start}${fence}json\n${JSON.stringify(next, null, 2)}\n${fence}`
    parts.push(say(plain.slice(at, index)), block)
    at = index + whole.length
  }
  return escapeMarkers([...parts, say(plain.slice(at))].join(''))
}

function parsed(json: string): Json | undefined {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Labels and ids that are words of a learner. Other ids are the author's, and conditions and answers use them. */
function formWith(form: Form, say: Say): Form {
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => [key, key === 'yesNo' ? value : jsonWith(value, say)])
  )
}

/** JSON with names replaced in its strings, and in keys that are their own labels. Gaps of a template keep their names. */
function jsonWith(value: Json, say: Say): Json {
  if (typeof value === 'string')
    return value
      .split(/(\{[a-z][a-z0-9-]*\})/)
      .map((part, index) => (index % 2 === 0 ? say(part) : part))
      .join('')
  if (Array.isArray(value)) return value.map((item) => jsonWith(item, say))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [inner === key ? say(key) : key, jsonWith(inner, say)])
  )
}

/** The path of an entry with names replaced in the names of its folders and of its file, which stay valid names. */
export function fileWithNames(file: string, names: NameReplacer): string {
  return file
    .split('/')
    .map((part) => {
      const stem = part.replace(/\.md$/, '')
      const next = names.label(stem)
      return next === stem ? part : next.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '-') + part.slice(stem.length)
    })
    .join('/')
}
