import { UsageError } from '../context/errors.ts'
import { headingOf } from '../questions/shared/heading.ts'
import { isPromptType, questionOf } from '../questions/index.ts'
import type { EntryWords, Prompt } from '../questions/shared/model.ts'
import { entryWords } from '../words/index.ts'
import { readFrontMatter, writeHead } from './front-matter.ts'
import type { Body, Entry, Section } from './model.ts'
import { asHeading, fullQuestion, quoted, readSection, writeSection } from './section.ts'
import { markersIn } from './section-marker.ts'

/**
 * The text of an entry's file. What was read from a file and has not changed since stands in it byte for byte:
 * `encodeEntry(decodeEntry(text))` is `text`. What is new takes the line endings that the front matter has.
 */
export function encodeEntry(entry: Entry): string {
  const { head, raw, sections } = entry
  const words = entryWords(head.language)
  const newline = raw?.frontMatter.includes('\r\n') === true ? '\r\n' : '\n'
  const parts = [
    raw === undefined ? `${writeHead(head)}\n# ${asHeading(head.title)}\n` : raw.frontMatter + raw.preamble
  ]
  let isNew = raw === undefined
  for (const section of sections) {
    const wasNew = isNew
    isNew = section.raw === undefined
    const before = parts.at(-1) ?? ''
    const text = section.raw ?? `${writeSection(section, words)}\n`.replaceAll('\n', newline)
    parts.push(gap(before, wasNew || isNew).replaceAll('\n', newline), text)
  }
  return parts.join('')
}

/** What must stand between a text and a marker: the end of its line and, next to what is new, a blank line. */
function gap(before: string, isBlank: boolean): string {
  if (!before.endsWith('\n')) return isBlank ? '\n\n' : '\n'
  return isBlank && !/\n\r?\n$/.test(before.slice(-3)) ? '\n' : ''
}

/**
 * An entry from its file's text. Nothing below the front matter makes it unreadable: what is not understood is kept as
 * text.
 *
 * `read` is its front matter, where that was read already.
 *
 * @throws UsageError if the text is no entry, or its front matter does not read; the message names the line.
 */
export function decodeEntry(text: string, read = readFrontMatter(text)): Entry {
  if (read === undefined) throw new UsageError((words) => words.frontMatter.notAnEntry)
  const { head, length } = read
  const markers = markersIn(text, length)
  const seen = new Set<string>()
  const sections: Section[] = []
  for (const [index, { start, id, line }] of markers.entries()) {
    const section = readSection(text.slice(start, markers[index + 1]?.start), seen.has(id), line)
    if (section !== undefined) sections.push(section)
    seen.add(id)
  }
  return {
    head,
    sections,
    raw: { frontMatter: text.slice(0, length), preamble: text.slice(length, markers[0]?.start) }
  }
}

/**
 * A section for a (posed) prompt and what the learner made of it, exactly as a reader will find it: white space alone
 * is a skip, and what is no answer to the prompt is kept as text.
 */
export function newSection(prompt: Prompt, body: Body, isPrivate: boolean, words: EntryWords): Section {
  const { id, type } = prompt
  const form = questionOf(prompt).form(prompt)
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
  const { raw: _, ...section } = readSection(writeSection(draft, words)) ?? draft
  return section
}

/**
 * The entry with a section in place of the one of the same id, or at its end. Notes around the old answer stay, so does
 * a heading that was reworded, and so do words of a hand that had no form of an answer, unless they `wereBegun` here;
 * a section that says the same as before stays byte for byte.
 */
export function withSection(entry: Entry, section: Section, wereBegun = false): Entry {
  const index = entry.sections.findIndex(({ id }) => id === section.id)
  const old = entry.sections[index]
  if (old === undefined) return { ...entry, sections: [...entry.sections, section] }
  const title = old.ask === section.ask ? old.title : section.title
  const next = { ...section, title, body: withNotes(section.body, old, wereBegun) }
  return { ...entry, sections: entry.sections.with(index, saysTheSame(old, next) ? old : next) }
}

function withNotes(body: Body, old: Section, wereBegun: boolean): Body {
  const [before, after] = notesIn(old, wereBegun)
  if (before === '' && after === '') return body
  if (body.kind === 'skipped')
    return old.body.kind === 'unread' ? old.body : { kind: 'unread', text: [before, after].join('\n\n').trim() }
  return body.kind === 'answered' && body.before === '' && body.after === '' ? { ...body, before, after } : body
}

/** What stands before and after an answer. Words that were taken for none follow as a quotation, in which nothing is taken for one. */
function notesIn({ type, body }: Section, wereBegun: boolean): readonly [before: string, after: string] {
  if (body.kind === 'answered') return [body.before, body.after]
  const isSeen = wereBegun || (isPromptType(type) && questionOf({ type }).isTyped === true)
  return body.kind === 'unread' && !isSeen ? ['', quoted(body.text)] : ['', '']
}

function saysTheSame(a: Section, b: Section): boolean {
  return said(a) === said(b)
}

function said({ type, title, ask, private: isPrivate, form, body }: Section): string {
  return JSON.stringify([type, title, ask, isPrivate, form, body])
}
