import type { Entry, Section } from '../entry/model.ts'
import { noteOf } from '../entry/note.ts'
import { escapeHeading, blockquote } from '../entry/section.ts'
import { memoize } from '../util/memoize.ts'
import { contained } from './contained.ts'
import type { Format } from './document.ts'
import { anchorOf, answerIn, subtitleOf } from './entry.ts'

/** Options for one entry in Markdown. */
interface MarkdownOptions {
  /** Whether the full questions stand above the answers. Their headings are there in both cases. */
  readonly questions: boolean
  /** The heading level of the entry's title: 1 for a single entry, 2 in a document of several. */
  readonly level: 1 | 2
  /** The line under the title: day and pack. */
  readonly subtitle: string
}

/** Markdown. Several entries become one document with a list of contents that links to them. */
export const markdown: Format = ({ questions, alone, words, titles }) => ({
  share: ({ entry }) => {
    const subtitle = subtitleOf(entry, { words, titles })
    const body = entryMarkdown(entry, { questions, level: alone ? 1 : 2, subtitle })
    if (alone) return { contents: '', body }
    const anchor = anchorOf(entry)
    return {
      contents: `- [${headingOf(entry.head.title)}](#${anchor}), ${subtitle}\n`,
      body: `\n<a id="${anchor}"></a>\n\n${body}`
    }
  },
  frame: () => ({ top: alone ? '' : `# ${words.export.title}\n\n`, middle: '', bottom: '' })
})

/** One entry without front matter and markers. An answer can neither include the next question nor look like one. */
function entryMarkdown(entry: Entry, options: MarkdownOptions): string {
  let text = `${'#'.repeat(options.level)} ${headingOf(entry.head.title)}\n\n*${options.subtitle}*`
  const note = noteOf(entry)
  if (note !== '') text += `\n\n${contained(note, options.level + 3)}`
  for (const section of entry.sections) {
    text += `\n\n${topOf(section, options)}`
    const answer = answerIn(section, entry.head.language)
    if (answer !== '') text += `\n\n${contained(answer, options.level + 3)}`
  }
  return `${text}\n`
}

function topOf({ id, title, ask }: Section, { level, questions }: MarkdownOptions): string {
  const heading = `${'#'.repeat(level + (id.includes('.') ? 2 : 1))} ${headingOf(title)}`
  return questions && ask !== '' ? `${heading}\n\n${quotationOf(ask)}` : heading
}

const headingOf = memoize(escapeHeading)
const quotationOf = memoize(blockquote)
