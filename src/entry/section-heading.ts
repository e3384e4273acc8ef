import { attachedIn } from '../questions/shared/attached.ts'
import { asks } from '../questions/index.ts'
import { headingOf } from '../questions/shared/heading.ts'
import type { EntryWords } from '../questions/shared/model.ts'
import { onOneLine } from '../text/lines.ts'
import { entryLanguages } from '../words/index.ts'
import type { Section } from './model.ts'

/*
 * The heading of a section is the title of its prompt. If the prompt has none, the heading would repeat the question that is quoted
 * below it, so a fixed word in emphasis stands there: `*Question*`. Asterisks in titles are escaped, so no title can look the same.
 */

/** The fixed words of every language, as they may stand in a heading. Formatters write emphasis with `_`. */
const fixed: ReadonlySet<string> = new Set(
  Object.values(entryLanguages)
    .flatMap(({ headings }) => Object.values(headings))
    .flatMap((word) => [`*${word}*`, `_${word}_`])
)

/** Whether the Markdown of a heading's text is a fixed word, which says nothing about the question. */
export function isFixedHeading(markdown: string): boolean {
  return fixed.has(markdown.trim())
}

/**
 * The heading of a section as a line of Markdown, one level lower for an attached question.
 *
 * @param question the question that is quoted below, without what it shows of other answers.
 */
export function writeHeading(section: Section, question: string, words: EntryWords): string {
  const { id, title } = section
  const isRepeated = title !== '' && title === headingOf({ ask: question })
  const text = isRepeated ? `*${words.headings[nameFor(section)]}*` : escapeHeading(title) || id
  return `${attachedIn(id) === undefined ? '##' : '###'} ${text}`
}

function nameFor({ id, prompt }: Section): keyof EntryWords['headings'] {
  if (attachedIn(id) !== undefined) return 'followUp'
  return prompt === undefined || asks(prompt) ? 'question' : 'reading'
}

/** The title of a section from the Markdown of its heading's text; '' if it has none. A fixed word stands for the question below it. */
export function readHeading(markdown: string, question: string): string {
  if (isFixedHeading(markdown)) return headingOf({ ask: question }) || markdown.trim().slice(1, -1)
  // CommonMark 2.4: a backslash before ASCII punctuation.
  return onOneLine(markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'))
}

/** A title as the text of a Markdown heading: on one line, with Markdown syntax escaped. */
export function escapeHeading(title: string): string {
  return onOneLine(title).replaceAll(/[\\`*_[\]<]|&(?=[\w#])|(?<![^ ])#+$/g, '\\$&')
}
