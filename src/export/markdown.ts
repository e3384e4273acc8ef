import type { Entry, Section } from '../entry/model.ts'
import { escapeHeading, blockquote } from '../entry/section.ts'
import type { ReadMarkdown } from '../markdown/read.ts'
import { remembered } from '../util/memoize.ts'
import { contained } from './contained.ts'
import type { Format } from './document.ts'
import { anchorOf, answerIn, subtitleOf } from './entry.ts'
import type { Naming } from './entry.ts'

/** How an entry is written in Markdown. */
interface MarkdownOptions {
  /** The questions in full, above the answers; their headings stay either way. */
  readonly questions: boolean
  /** The heading level of an entry's title: 1 where it stands alone, 2 below a document's own title. */
  readonly level: 1 | 2
  /** The line under the title: day, pack. */
  readonly subtitle: string
  readonly read: ReadMarkdown
}

/** Markdown: of several entries one document with a list of contents, whose links lead to the entries. */
export const markdown: Format = ({ questions, alone, words, titles, read }) => ({
  share: ({ entry }) => {
    const subtitle = subtitleOf(entry, { words, titles })
    const body = entryMarkdown(entry, { questions, level: alone ? 1 : 2, subtitle, read })
    if (alone) return { contents: '', body }
    const anchor = anchorOf(entry)
    return {
      contents: `- [${headingOf(entry.head.title)}](#${anchor}), ${subtitle}\n`,
      body: `\n<a id="${anchor}"></a>\n\n${body}`
    }
  },
  frame: () => ({ top: alone ? '' : `# ${words.export.title}\n\n`, middle: '', bottom: '' })
})

/** One entry by itself, with its questions and all of its answers, for reading. */
export function entryToRead(entry: Entry, naming: Naming, read: ReadMarkdown): string {
  return entryMarkdown(entry, {
    questions: true,
    level: 1,
    subtitle: subtitleOf(entry, naming),
    read
  })
}

/**
 * One entry for reading elsewhere: no front matter, no markers, of a choice only what was chosen.
 * No answer can swallow the next question, or be taken for one.
 */
function entryMarkdown(entry: Entry, options: MarkdownOptions): string {
  let text = `${'#'.repeat(options.level)} ${headingOf(entry.head.title)}\n\n*${options.subtitle}*`
  for (const section of entry.sections) {
    text += `\n\n${topOf(section, options)}`
    const answer = answerIn(entry, section)
    if (answer !== '') text += `\n\n${contained(answer, options.level + 3, options.read)}`
  }
  return `${text}\n`
}

function topOf({ id, title, ask }: Section, { level, questions }: MarkdownOptions): string {
  const heading = `${'#'.repeat(level + (id.includes('.') ? 2 : 1))} ${headingOf(title)}`
  return questions && ask !== '' ? `${heading}\n\n${quotationOf(ask)}` : heading
}

const headingOf = remembered(escapeHeading)
const quotationOf = remembered(blockquote)
