import type { Entry, Section } from '../entry/model.ts'
import { readMarkdown } from '../markdown/read.ts'
import { plainMarkdown } from '../display/markdown.ts'
import { width } from '../display/width.ts'
import { visible } from '../text/visible.ts'
import type { ExportStyle, Format } from './document.ts'
import { answerIn, subtitleOf } from './entry.ts'

/** The longest underline of a heading, in columns. */
const LONGEST_LINE = 72

/** Plain text for forms and mails: no markup, one line per paragraph, underlined headings, questions as quotations. */
export const text: Format = (style) => ({
  share: ({ entry }) => {
    const subtitle = subtitleOf(entry, style)
    return {
      contents: style.alone ? '' : `- ${visible(entry.head.title)}, ${subtitle}\n`,
      body: `${style.alone ? '' : '\n\n'}${entryText(entry, subtitle, style)}`
    }
  },
  frame: () => ({ top: style.alone ? '' : `${underlined(style.words.export.title, '=')}\n\n`, middle: '', bottom: '' })
})

function entryText(entry: Entry, subtitle: string, style: ExportStyle): string {
  const blocks = [
    `${underlined(entry.head.title, '=')}\n${visible(subtitle)}`,
    ...entry.sections.flatMap((section) => sectionText(section, answerIn(entry, section), style))
  ]
  return `${blocks.join('\n\n')}\n`
}

function sectionText(section: Section, said: string, { questions }: ExportStyle): string[] {
  const asked = questions && section.ask !== '' ? [quoted(plainMarkdown(readMarkdown(section.ask)))] : []
  const answer = plainMarkdown(readMarkdown(said)).join('\n')
  return [underlined(section.title, '-'), ...asked, ...(answer === '' ? [] : [answer])]
}

function underlined(title: string, sign: '=' | '-'): string {
  const line = visible(title)
  return `${line}\n${sign.repeat(Math.min(Math.max(3, width(line)), LONGEST_LINE))}`
}

function quoted(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
}
