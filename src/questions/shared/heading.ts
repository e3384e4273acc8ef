import { onOneLine, shortened } from '../../text/lines.ts'
import type { Prompt } from './model.ts'

const LONGEST = 80
/** How much of a question is read: a first sentence that is longer is shortened anyway. */
const GLANCE = 400

/** A prompt's heading, as one line of plain text: its title, or the first sentence of the question, at most 80 characters. */
export function headingOf({ title, ask }: Pick<Prompt, 'title' | 'ask'>): string {
  const own = onOneLine(title ?? '')
  if (own !== '') return own
  const [paragraph = ''] = ask
    .trimStart()
    .slice(0, GLANCE)
    .split(/\n[^\S\n]*\n/, 1)
  const words = plain(paragraph)
  const [sentence = words] = /^.+?[.?!…]["'”’)]*(?=\s+[^\s\p{Ll}]|$)/u.exec(words) ?? []
  return shortened(sentence, LONGEST)
}

/** Markdown without markup: emphasis, code, links, headings and backslashes before them. */
function plain(markdown: string): string {
  const unmarked = markdown.replaceAll(
    /\\([!-/:-@[-`{-~])|!?\[([^\][]*)\]\([^()]*\)|[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|^[#>]+ /gmu,
    (_, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? ''
  )
  return onOneLine(unmarked)
}
