import type { Entry, Section } from '../entry/model.ts'
import { bodyText, editedBody } from '../entry/section.ts'
import { plainMarkdown } from '../display/markdown.ts'
import { lines, questionOf, scaleRatings, shown } from '../questions/index.ts'
import type { Answer, EntryWords, Prompt } from '../questions/shared/model.ts'
import { withoutComments } from '../markdown/comments.ts'
import { withSaidPictures } from '../markdown/pictures.ts'
import { literalTable } from '../markdown/read.ts'
import { entryWords } from '../words/index.ts'
import { width } from '../display/width.ts'
import { visible } from '../text/visible.ts'
import type { ExportStyle, Format } from './document.ts'
import { noteIn, questionAbove, readQuestion, subtitleOf } from './entry.ts'

/** The longest underline of a heading, in columns. */
const LONGEST_LINE = 72

/** Plain text for forms and mails: answers as they were typed, underlined headings, questions as quotations without markup. */
export const text: Format = (style) => ({
  share: ({ entry }) => {
    const subtitle = subtitleOf(entry, style)
    return {
      contents: style.alone ? '' : `- ${visible(entry.head.title)}, ${subtitle}\n`,
      body: `${style.alone ? '' : '\n\n'}${entryText(entry, subtitle, style)}`
    }
  },
  frame: () => ({
    top: style.alone ? '' : `${underlined(style.title ?? style.words.export.title, '=')}\n\n`,
    middle: '',
    bottom: ''
  })
})

function entryText(entry: Entry, subtitle: string, style: ExportStyle): string {
  const note = noteIn(entry, style.comments)
  const blocks = [
    `${underlined(entry.head.title, '=')}\n${visible(subtitle)}`,
    ...(note === '' ? [] : [typed(note)]),
    ...entry.sections.flatMap((section) =>
      sectionText(section, typedAnswer(section, entry.head.language, style), style)
    )
  ]
  return `${blocks.join('\n\n')}\n`
}

function sectionText(section: Section, answer: string, { questions, comments, words }: ExportStyle): string[] {
  const question = questionAbove(section, questions)
  const asked =
    question.ask === ''
      ? []
      : [quoted(plainMarkdown(withSaidPictures(readQuestion(question, comments), words.walk.pictures.shown)))]
  return [underlined(question.title, '-'), ...asked, ...(answer === '' ? [] : [typed(answer)])]
}

function typedAnswer(section: Section, language: string, { comments }: ExportStyle): string {
  const words = entryWords(language)
  if (section.body.kind === 'skipped') return words.skipped
  const answer = editedBody(section, words) ?? bodyText(section, words, withoutMarks)
  return comments ? answer : withoutComments(answer)
}

/** An answer in the form for reading, without the marks that are ours: those of a rating and of a table. */
function withoutMarks(prompt: Prompt, answer: Answer, words: EntryWords): string {
  if (questionOf(prompt).isWriting === true) return shown(prompt, answer, words)
  if (scaleRatings(prompt, answer).length > 0) return lines(prompt, answer, words).join('\n')
  const markdown = shown(prompt, answer, words)
  const table = literalTable(markdown)
  return table === undefined ? markdown : plainMarkdown([table]).join('\n')
}

/** Every character as it was typed, tabs too, apart from those that could command a terminal. */
function typed(answer: string): string {
  return answer
    .split('\t')
    .map((part) => visible(part, { newlines: true }))
    .join('\t')
}

function underlined(title: string, sign: '=' | '-'): string {
  const line = visible(title)
  return `${line}\n${sign.repeat(Math.min(Math.max(3, width(line)), LONGEST_LINE))}`
}

function quoted(asked: readonly string[]): string {
  return asked.map((line) => `> ${line}`.trimEnd()).join('\n')
}
