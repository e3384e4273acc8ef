import { decodeAnswer, encodeAnswer } from '../questions/codec.ts'
import { isPromptType, promptFromForm, questionOf, shownWith } from '../questions/index.ts'
import { onOneLine, unixLines, withoutTrailingNewlines } from '../text/lines.ts'
import type { Answer, CommonKeys, EntryWords, Prompt } from '../questions/shared/model.ts'
import { entryLanguages } from '../words/index.ts'
import { remembered } from '../util/memoize.ts'
import type { Body, Section } from './model.ts'
import { guarded, readMarker, unguarded, writeMarker } from './section-marker.ts'
import type { Marker } from './section-marker.ts'

const languages: readonly EntryWords[] = Object.values(entryLanguages)

/** A section's text, without a newline at its end. */
export function writeSection(section: Section, words: EntryWords): string {
  const { id, type, title, ask, form, body, private: isPrivate } = section
  const marker = {
    id,
    type,
    skipped: body.kind === 'skipped',
    private: isPrivate,
    ...(form === undefined ? {} : { form })
  }
  const heading = `${id.endsWith('.follow_up') ? '###' : '##'} ${asHeading(title) || id}`
  const top = `${writeMarker(marker)}\n${heading}\n\n${quoted(ask)}`
  const text = bodyText(section, words, stored)
  return text === '' ? top : `${top}\n\n${guarded(text)}`
}

const stored: AnswerText = (prompt, answer, words) => encodeAnswer(prompt, answer, words, languages)

/** How an answer becomes Markdown: as it is stored, or as it is read. */
type AnswerText = (prompt: Prompt, answer: Answer, words: EntryWords) => string

/** A section's body as Markdown, with the notes around its answer; '' where there is nothing to answer. */
export function bodyText({ body, prompt }: Section, words: EntryWords, answerText: AnswerText): string {
  switch (body.kind) {
    case 'skipped':
      return `*${words.skipped}*`
    case 'none':
      return ''
    case 'unread':
      return body.text
    case 'answered': {
      const answer = prompt === undefined ? String(body.answer) : answerText(prompt, body.answer, words)
      if (body.before === '' && body.after === '') return answer
      return [body.before, answer, body.after].filter((part) => part !== '').join('\n\n')
    }
  }
}

/**
 * A section from its text; undefined where that does not begin with a marker. `isRepeated`: its id stands further up
 * already, so that it is kept, but nothing is made of it. `line` is its first line, where that is at hand.
 */
export function readSection(raw: string, isRepeated = false, line?: string): Section | undefined {
  const text = unixLines(raw)
  const known = knownTop(text, text === raw ? line : undefined)
  if (known === undefined) return undefined
  const answer = unguarded(withoutTrailingNewlines(text.slice(known.text.length)))
  const top = withRoomFor(answer, known)
  const prompt = isRepeated ? undefined : top.prompt
  const body = isRepeated ? readBody(answer, false, undefined) : top.bodyOf(answer)
  const { id, type, title, ask, form, private: isPrivate } = top.section
  // Set one by one: spreading what may be there or not takes longer than all the rest.
  const section: { -readonly [Key in keyof Section]: Section[Key] } = {
    id,
    type,
    title,
    ask,
    private: isPrivate,
    body,
    raw
  }
  if (prompt !== undefined) section.prompt = prompt
  if (form !== undefined) section.form = form
  return section
}

/** What stands above a section's answer, marker, heading and question, and what is made of it. */
interface Top {
  readonly text: string
  readonly prompt: Prompt | undefined
  readonly bodyOf: (answer: string) => Body
  readonly section: Omit<Section, 'body' | 'prompt' | 'raw'>
}

/** By marker. Sections of one exercise begin alike in every entry, so what was made of a beginning serves again. */
const tops = new Map<string, Top>()
const MOST_TOPS = 500

function knownTop(text: string, marker = firstLineOf(text)): Top | undefined {
  const known = tops.get(marker)
  if (known !== undefined && text.startsWith(known.text)) return known
  const top = readTop(text, marker)
  // Without a question, what stands below might be one.
  if (top !== undefined && top.section.ask !== '' && top.text.endsWith('\n\n')) {
    if (tops.size >= MOST_TOPS) tops.clear()
    tops.set(marker, top)
  }
  return top
}

function firstLineOf(text: string): string {
  const end = text.indexOf('\n')
  return end === -1 ? text : text.slice(0, end)
}

/** Marker, heading and question; a hand may have removed heading or question. */
function readTop(text: string, firstLine: string): Top | undefined {
  const marker = readMarker(firstLine)
  if (marker === undefined) return undefined
  const lines = text.split('\n')
  const first = skipBlank(lines, 1)
  const [heading, words = ''] = /^#{1,6}(?:[ \t]+([^]*))?$/.exec(lines[first] ?? '') ?? []
  const afterHeading = heading === undefined ? 1 : first + 1
  const beforeQuote = skipBlank(lines, afterHeading)
  let at = lines[beforeQuote]?.startsWith('>') === true ? beforeQuote : afterHeading
  const start = at
  while (lines[at]?.startsWith('>') === true) at++
  const ask = unquoted(lines.slice(start, at))
  if (lines[at]?.trim() === '') at++
  const above = lines.slice(0, at).join('\n')
  const title = fromHeading(words)
  const { id, type, private: isPrivate, skipped, form } = marker
  const prompt = promptOf(marker, title, ask)
  return {
    text: at < lines.length ? `${above}\n` : above,
    prompt,
    bodyOf: bodyReader(skipped, prompt),
    section: { id, type, title: title || id, ask, private: isPrivate, ...(form === undefined ? {} : { form }) }
  }
}

/** The top as an answer needs it that was edited by hand, such as several lines for a single-line text. */
function withRoomFor(answer: string, top: Top): Top {
  const question = top.prompt && questionOf(top.prompt)
  const prompt = top.prompt && question?.widened?.(top.prompt, answer)
  if (prompt === undefined || prompt === top.prompt) return top
  const { form: _, ...section } = top.section
  const form = question?.form(prompt)
  return {
    ...top,
    prompt,
    section: { ...section, ...(form && { form }) },
    bodyOf: (text) => readBody(text, false, prompt)
  }
}

/** The next line that is not blank; the same if there is none. */
function skipBlank(lines: readonly string[], from: number): number {
  let at = from
  while (lines[at]?.trim() === '') at++
  return at === lines.length ? from : at
}

function promptOf({ id, type, private: isPrivate, form }: Marker, title: string, ask: string): Prompt | undefined {
  if (!isPromptType(type)) return undefined
  const common: CommonKeys = { id, ask, ...(title === '' ? {} : { title }), ...(isPrivate ? { private: true } : {}) }
  const prompt = promptFromForm(type, common, form)
  const { withShown } = questionOf({ type })
  if (prompt === undefined || withShown === undefined) return prompt
  const { question, shown } = splitQuotation(ask)
  return shown === undefined ? prompt : withShown({ ...prompt, ask: question }, shown)
}

/** Such as a rating's: what is no longer stands in the same way in several entries. */
const SHORT = 80

function bodyReader(isSkipped: boolean, prompt: Prompt | undefined): (answer: string) => Body {
  const ofShort = remembered((answer) => readBody(answer, isSkipped, prompt))
  return (answer) => (answer.length <= SHORT ? ofShort(answer) : readBody(answer, isSkipped, prompt))
}

function readBody(text: string, isSkipped: boolean, prompt: Prompt | undefined): Body {
  const words = text.trim()
  if (isSkipped && languages.some(({ skipped }) => words === `*${skipped}*` || words === `_${skipped}_`))
    return { kind: 'skipped' }
  if (words === '') return { kind: prompt === undefined || questionOf(prompt).isSilent ? 'none' : 'skipped' }
  const reading = prompt && decodeAnswer(prompt, text, languages)
  return reading === undefined ? { kind: 'unread', text } : { kind: 'answered', ...reading }
}

/** The question as the learner saw it; what was shown with it is a quotation at its end. */
export function fullQuestion(prompt: Prompt): string {
  const ask = withoutTrailingNewlines(unixLines(prompt.ask))
  const shown = shownWith(prompt)
  return shown === undefined ? ask : `${ask}\n\n${quoted(shown)}`
}

function splitQuotation(ask: string): { question: string; shown?: string } {
  const lines = ask.split('\n')
  const last = lines.findLastIndex((line) => !line.startsWith('>'))
  if (last === lines.length - 1) return { question: ask }
  const question = withoutTrailingNewlines(lines.slice(0, last + 1).join('\n'))
  return { question, shown: unquoted(lines.slice(last + 1)) }
}

function unquoted(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^> ?/, '')).join('\n')
}

/** A text as a Markdown quotation. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** A title as the words of a Markdown heading: on one line, and shown as it is. */
export function asHeading(title: string): string {
  return onOneLine(title).replaceAll(/[\\`*_[\]<]|&(?=[\w#])|(?<![^ ])#+$/g, '\\$&')
}

/** The title again (CommonMark 2.4: a backslash before ASCII punctuation). */
function fromHeading(heading: string): string {
  return onOneLine(heading.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'))
}
