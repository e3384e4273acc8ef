import { present } from '../util/records.ts'
import { decodeAnswer, encodeAnswer } from '../questions/codec.ts'
import { isPromptType, promptFromForm, questionOf, shownWith } from '../questions/index.ts'
import { holdsLetters } from '../text/letters.ts'
import { unixLines, withoutTrailingNewlines } from '../text/lines.ts'
import type { Answer, CommonKeys, EntryWords, Prompt } from '../questions/shared/model.ts'
import { entryLanguages } from '../words/index.ts'
import { memoize } from '../util/memoize.ts'
import type { TypedContext } from '../questions/shared/typed.ts'
import type { Body, Section } from './model.ts'
import { formOf, promptFacts, retiredMark } from './retired.ts'
import { readHeading, writeHeading } from './section-heading.ts'
import { escapeMarkers, readMarker, unescapeMarkers, writeMarker, type Marker } from './section-marker.ts'

const languages: readonly EntryWords[] = Object.values(entryLanguages)

/** How texts in an entry of a language are read. */
const contextFor = memoize((language): TypedContext => ({ language, languages }))

/** The text of a section, without a newline at its end. */
export function writeSection(section: Section, words: EntryWords): string {
  const { id, type, ask, form, body, private: isPrivate } = section
  const marker = { id, type, skipped: body.kind === 'skipped', private: isPrivate, ...present({ form }) }
  const heading = writeHeading(section, questionIn(section), words)
  const top = `${writeMarker(marker)}\n${heading}\n\n${blockquote(ask)}`
  const text = bodyText(section, words, (prompt, answer) => encodeAnswer(prompt, answer, words, contextFor('en')))
  return text === '' ? top : `${top}\n\n${escapeMarkers(text)}`
}

/** Writes an answer as Markdown: in the stored form, or in the form for readers. */
type AnswerText = (prompt: Prompt, answer: Answer, words: EntryWords) => string

/** The body of a section as Markdown, with the notes around its answer; '' if there is nothing to answer. */
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
 * The body of a section as it is in the file if it holds words that the answer does not, such as a cell beyond the columns of a
 * table; otherwise undefined.
 */
export function editedBody(section: Section, words: EntryWords): string | undefined {
  const { raw, marked, body, prompt } = section
  if (raw === undefined || body.kind !== 'answered' || prompt === undefined) return undefined
  const question = questionOf(prompt)
  if (question.isWriting === true) return undefined
  const text = unixLines(marked ?? raw)
  const inFile = unescapeMarkers(withoutTrailingNewlines(text.slice(cachedTop(text, 'en')?.text.length)))
  const isIn = (answerText: AnswerText) => holdsLetters(bodyText(section, words, answerText), inFile)
  const isWhole =
    isIn((asked, answer) => questionOf(asked).toMarkdown(asked, answer, words)) ||
    isIn((asked, answer) => encodeAnswer(asked, answer, words, contextFor('en')))
  return isWhole ? undefined : inFile
}

/**
 * Reads a section from its text; undefined if the text does not begin with a marker.
 *
 * @param language the entry's. Numbers and days that were written by hand are read by its rules.
 * @param isRepeated an earlier section has the same id. This one is kept as text.
 * @param line the first line of `raw`, if the caller has it already.
 */
export function readSection(raw: string, language = 'en', isRepeated = false, line?: string): Section | undefined {
  const text = unixLines(raw)
  const cached = cachedTop(text, language, text === raw ? line : undefined)
  if (cached === undefined) return undefined
  const answer = unescapeMarkers(withoutTrailingNewlines(text.slice(cached.text.length)))
  const top = withRoomFor(answer, cached, language)
  const prompt = isRepeated ? undefined : top.prompt
  const body = isRepeated ? readBody(answer, false, undefined, language) : top.bodyOf(answer)
  const { id, type, title, ask, form, private: isPrivate } = top.section
  // Optional keys are set one by one, because spreading them takes longer than everything else here.
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

/** The part of a section above its answer: marker, heading and question. */
interface SectionTop {
  readonly text: string
  readonly prompt: Prompt | undefined
  readonly bodyOf: (answer: string) => Body
  readonly section: Omit<Section, 'body' | 'prompt' | 'raw'>
}

/** A cache by language, then by marker line: sections with the same prompt have the same top in every entry. */
const topsIn = memoize((_language) => new Map<string, SectionTop>())
const MOST_TOPS = 500

function cachedTop(text: string, language: string, marker = firstLineOf(text)): SectionTop | undefined {
  const tops = topsIn(language)
  const known = tops.get(marker)
  if (known !== undefined && text.startsWith(known.text)) return known
  const top = readTop(text, marker, language)
  // If there is no question, a quotation at the start of the answer would be read as one.
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

/** The user may have removed the heading or the question. */
function readTop(text: string, firstLine: string, language: string): SectionTop | undefined {
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
  const { id, type, private: isPrivate, skipped, form } = marker
  const title = readHeading(words, questionIn({ type, ask, ...present({ form }) }))
  const prompt = promptOf(marker, title, ask)
  return {
    text: at < lines.length ? `${above}\n` : above,
    prompt,
    bodyOf: bodyReader(skipped, prompt, language),
    section: { id, type, title: title || id, ask, private: isPrivate, ...present({ form }) }
  }
}

/** The top for an answer that the user edited in the file, such as several lines for a single-line text. */
function withRoomFor(answer: string, top: SectionTop, language: string): SectionTop {
  const question = top.prompt && questionOf(top.prompt)
  const prompt = top.prompt && question?.widened?.(top.prompt, answer)
  if (prompt === undefined || prompt === top.prompt) return top
  const { form: _, ...section } = top.section
  return {
    ...top,
    prompt,
    section: { ...section, ...present({ form: formOf(prompt, top.section.form) }) },
    bodyOf: (text) => readBody(text, false, prompt, language)
  }
}

/** The index of the next line that is not blank; `from` if there is none. */
function skipBlank(lines: readonly string[], from: number): number {
  let at = from
  while (lines[at]?.trim() === '') at++
  return at === lines.length ? from : at
}

function promptOf({ id, type, private: isPrivate, form }: Marker, title: string, ask: string): Prompt | undefined {
  if (!isPromptType(type)) return undefined
  const common: CommonKeys = {
    id,
    ask,
    ...present({ title: title || undefined, private: isPrivate || undefined, facts: promptFacts(form) })
  }
  const prompt = promptFromForm(type, common, form)
  const { withShown } = questionOf({ type })
  if (prompt === undefined || withShown === undefined) return prompt
  const { question, shown } = splitQuotation(ask)
  return shown === undefined ? prompt : withShown({ ...prompt, ask: question }, shown)
}

/** Characters. Only short answers, such as ratings, are likely to be the same in several entries. */
const SHORT = 80

function bodyReader(isSkipped: boolean, prompt: Prompt | undefined, language: string): (answer: string) => Body {
  const read = (answer: string) => readBody(answer, isSkipped, prompt, language)
  const readShort = memoize(read)
  return (answer) => (answer.length <= SHORT ? readShort : read)(answer)
}

function readBody(text: string, isSkipped: boolean, prompt: Prompt | undefined, language: string): Body {
  const words = text.trim()
  if (isSkipped && languages.some(({ skipped }) => words === `*${skipped}*` || words === `_${skipped}_`))
    return { kind: 'skipped' }
  if (words === '') return { kind: prompt === undefined || questionOf(prompt).isSilent ? 'none' : 'skipped' }
  const reading = prompt && decodeAnswer(prompt, text, contextFor(language))
  return reading === undefined ? { kind: 'unread', text } : { kind: 'answered', ...reading }
}

/** The full question as the learner saw it, with a quotation of what was shown at its end. */
export function fullQuestion(prompt: Prompt): string {
  const ask = withoutTrailingNewlines(unixLines(prompt.ask))
  const shown = shownWith(prompt)
  return shown === undefined ? ask : `${ask}\n\n${blockquote(shown)}`
}

/** The inverse of `fullQuestion`. */
function splitQuotation(ask: string): { question: string; shown?: string } {
  const lines = ask.split('\n')
  const last = lines.findLastIndex((line) => !line.startsWith('>'))
  if (last === lines.length - 1) return { question: ask }
  const question = withoutTrailingNewlines(lines.slice(0, last + 1).join('\n'))
  return { question, shown: unquoted(lines.slice(last + 1)) }
}

/** The question of a section without the sentence that marks it as retired, and without what it shows of other answers. */
function questionIn(section: Pick<Section, 'type' | 'ask' | 'form'>): string {
  const { type, ask } = section
  const own = ask.slice(retiredMark(section).length).trimStart()
  return isPromptType(type) && questionOf({ type }).withShown !== undefined ? splitQuotation(own).question : own
}

function unquoted(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^> ?/, '')).join('\n')
}

/** A text as a Markdown block quotation. */
export function blockquote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
