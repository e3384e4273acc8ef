import { onOneLine, shortened } from '../../text/lines.ts'
import type { Prompt } from './model.ts'

const LONGEST = 80
/** How much of a question is looked at; its first sentence ends before, or is too long anyway. */
const GLANCE = 400

/** What a prompt is called, in one line of plain text: its title, or the question's first sentence, shortened if it is long. */
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

/** Markdown without its marks: emphasis, code, links, headings, and the backslashes that hide such. */
function plain(markdown: string): string {
  const unmarked = markdown.replaceAll(
    /\\([!-/:-@[-`{-~])|!?\[([^\][]*)\]\([^()]*\)|[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|^[#>]+ /gmu,
    (_, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? ''
  )
  return onOneLine(unmarked)
}
