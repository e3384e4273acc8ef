import { onOneLine, shortened } from '../../text/lines.ts'
import type { Prompt } from './model.ts'

const LONGEST = 80
/** How much of a question is read: a first sentence that is longer is shortened anyway. */
const GLANCE = 400

/**
 * A prompt's heading, as one line of plain text of at most 80 characters: its title, or the sentence of the text that asks
 * something, or else its first sentence.
 */
export function headingOf({ title, ask }: Pick<Prompt, 'title' | 'ask'>): string {
  const own = onOneLine(title ?? '')
  if (own !== '') return own
  const [first = '', ...others] = sentencesOf(plain(withoutPictures(ask.trimStart()).slice(0, GLANCE)))
  return shortened([first, ...others].find(isQuestion) ?? first, LONGEST)
}

/** A text without the pictures on the lines above it. */
function withoutPictures(text: string): string {
  return text.replace(/^(?:!\[[^\]]*\]\([^()\s]*\)[^\S\n]*\n\s*)+/, '')
}

/** The headings that an entry may have for a prompt: the present one, and the first sentence, which earlier versions took. */
export function headingsOf(prompt: Pick<Prompt, 'title' | 'ask'>): readonly string[] {
  const heading = headingOf(prompt)
  return onOneLine(prompt.title ?? '') === '' ? [heading, firstSentence(prompt.ask)] : [heading]
}

/**
 * The first paragraph of a question as a heading, and the rest of it; undefined if that paragraph is more than plain words, such as
 * a list or a link, or too long for a heading.
 */
export function asHeading(ask: string): readonly [heading: string, rest: string] | undefined {
  const [, paragraph = '', rest = ''] = /^\s*([^]*?)(?:\n[^\S\n]*\n([^]*))?$/.exec(ask) ?? []
  const isSimple = paragraph.length <= GLANCE && !/^\s*(?:[-+*>#|]|\d+[.)])\s|[\][<>$]|^ {4}/m.test(paragraph)
  return isSimple && paragraph !== '' ? [plain(paragraph), rest.trim()] : undefined
}

/** The first sentence of a text as a heading. Imported diaries are compared with their title, so this must not change. */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text
    .trimStart()
    .slice(0, GLANCE)
    .split(/\n[^\S\n]*\n/, 1)
  return shortened(sentencesOf(plain(paragraph))[0] ?? '', LONGEST)
}

/** The sentences of a line. A sign before a small letter, as in "e.g. a letter", ends none. */
function sentencesOf(line: string): string[] {
  return line.match(/\S.*?(?:[.?!…]["'”’)]*(?=\s+[^\s\p{Ll}]|$)|$)/gu) ?? []
}

function isQuestion(sentence: string): boolean {
  return /[?？]["'”’)]*$/u.test(sentence)
}

/** Markdown without markup: emphasis, code, links, headings and backslashes before them. */
function plain(markdown: string): string {
  const unmarked = markdown.replaceAll(
    /\\([!-/:-@[-`{-~])|!?\[([^\][]*)\]\([^()]*\)|[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|^[#>]+ /gmu,
    (_, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? ''
  )
  return onOneLine(unmarked)
}
