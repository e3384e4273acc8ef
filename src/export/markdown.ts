import type { Entry, Section } from '../entry/model.ts'
import { escapeHeading } from '../entry/section-heading.ts'
import { blockquote } from '../entry/section.ts'
import { withoutComments } from '../markdown/comments.ts'
import { memoize } from '../util/memoize.ts'
import { contained, fenced } from './contained.ts'
import type { ExportStyle, Format } from './document.ts'
import { anchorOf, answerIn, noteIn, questionAbove, subtitleOf } from './entry.ts'
import { scoped } from './scoped.ts'

/** How one entry is written. */
interface EntryStyle extends ExportStyle {
  /** The heading level of the entry's title: 1 for a single entry, 2 in a document of several. */
  readonly level: 1 | 2
  /** The line under the title: day and pack. */
  readonly subtitle: string
  /** Gives a text of the entry a form in which its labels are its own. */
  readonly scope: (text: string) => string
}

/** Markdown. Several entries become one document with a list of contents that links to them. */
export const markdown: Format = (style) => {
  const { alone, words } = style
  const scope = scopes()
  return {
    share: ({ entry }) => {
      const subtitle = subtitleOf(entry, style)
      const body = entryMarkdown(entry, { ...style, level: alone ? 1 : 2, subtitle, scope })
      if (alone) return { contents: '', body }
      const anchor = anchorOf(entry)
      return {
        contents: `- [${headingOf(entry.head.title)}](#${anchor}), ${subtitle}\n`,
        body: `\n<a id="${anchor}"></a>\n\n${body}`
      }
    },
    frame: () => ({ top: alone ? '' : `# ${headingOf(style.title ?? words.export.title)}\n\n`, middle: '', bottom: '' })
  }
}

/** Scopes for the texts of a document: no two have the same suffix. A text that cannot have one becomes code. */
function scopes(): (text: string) => string {
  let number = 0
  return (text) => scoped(text, `-a${++number}`) ?? fenced(text)
}

/** One entry without front matter and markers. An answer can neither include the next question nor look like one. */
function entryMarkdown(entry: Entry, style: EntryStyle): string {
  const { level, subtitle, comments, scope } = style
  const part = (text: string) => (text === '' ? '' : `\n\n${contained(scope(text), level + 3)}`)
  const top = `${'#'.repeat(level)} ${headingOf(entry.head.title)}\n\n*${subtitle}*${part(noteIn(entry, comments))}`
  const sections = entry.sections.map(
    (section) => `\n\n${topOf(section, style)}${part(answerIn(section, entry.head.language, comments))}`
  )
  return `${top}${sections.join('')}\n`
}

function topOf(section: Section, { level, questions, comments, scope }: EntryStyle): string {
  const { id } = section
  const { title, ask } = questionAbove(section, questions)
  const heading = `${'#'.repeat(level + (id.includes('.') ? 2 : 1))} ${headingOf(title)}`
  const asked = comments ? ask : withoutComments(ask)
  return asked !== '' ? `${heading}\n\n${quotationOf(scope(asked))}` : heading
}

const headingOf = memoize(escapeHeading)
const quotationOf = memoize(blockquote)
