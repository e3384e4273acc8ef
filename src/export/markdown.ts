import type { Entry, Section } from '../journal/model.ts'
import { asHeading, bodyText, quoted } from '../journal/section.ts'
import { shown } from '../questions/index.ts'
import type { EntryWords } from '../questions/model.ts'
import { closed } from './closing.ts'

/** How a Markdown export is made. */
export interface MarkdownOptions {
  /** The questions in full, above the answers; their headings stay either way. */
  readonly questions: boolean
  /** The heading level of an entry's title: 1 where it stands alone, 2 below a document's own title. */
  readonly level: 1 | 2
  /** The line under the title: day, pack. */
  readonly subtitle: string
  readonly words: EntryWords
}

/**
 * One entry for reading elsewhere: no front matter, no markers, of a choice only what was chosen.
 * No answer can swallow the next question.
 */
export function entryMarkdown(entry: Entry, options: MarkdownOptions): string {
  const mark = '#'.repeat(options.level)
  const title = [`${mark} ${asHeading(entry.head.title)}`, `*${options.subtitle}*`]
  const sections = entry.sections.map((section) => sectionMarkdown(section, options))
  return `${[...title, ...sections].join('\n\n')}\n`
}

function sectionMarkdown(section: Section, options: MarkdownOptions): string {
  const level = options.level + (section.id.includes('.') ? 2 : 1)
  const heading = `${'#'.repeat(level)} ${asHeading(section.title)}`
  const question = options.questions && section.ask !== '' ? [quoted(section.ask)] : []
  const answer = bodyText(section, options.words, shown)
  return [heading, ...question, ...(answer === '' ? [] : [closed(answer)])].join('\n\n')
}
