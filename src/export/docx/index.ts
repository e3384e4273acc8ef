import type { Entry, Section } from '../../entry/model.ts'
import { countWords } from '../../entry/word-count.ts'
import { directionOf } from '../../markdown/direction.ts'
import type { ExportStyle, Format } from '../document.ts'
import { noteIn, questionAbove, readAnswer, readQuestion, subtitleOf } from '../entry.ts'
import { readWritten, type Markdown } from '../../markdown/read.ts'
import { questionOf, wordOf } from './markdown.ts'
import type { Words } from '../../words/index.ts'
import { paragraph, run } from './paragraph.ts'
import { Media } from './pictures.ts'
import * as parts from './parts.ts'
import { packaged } from './package.ts'

/**
 * A Word document (Office Open XML) for handing in. Headings, quotations, lists and tables are Word's own; questions are not
 * in the word count. We write it part by part, so that it needs little memory and the same entries give the same bytes.
 */
export const docx: Format = (options) => {
  const document: Document = { numberings: [], media: new Media(options.words), style: options }
  const { numberings, media } = document
  let [first, last]: [Entry?, Entry?] = []
  let [entries, words] = [0, 0]
  const { alone, words: say } = options
  return {
    share: ({ entry }) => {
      first ??= entry
      last = entry
      entries += 1
      words += countWords(entry)
      return {
        contents: alone ? '' : contentsLine(entry, entries, options),
        body: bodyOf(entry, entries, document)
      }
    },
    frame: () => ({
      top: parts.documentTop + topOf(alone ? first : undefined, words, options) + (alone ? '' : contentsTop(say)),
      middle: alone ? '' : CONTENTS_END,
      bottom: parts.documentBottom
    }),
    wrap: (text) => {
      const language = last?.head.language ?? 'en'
      const title = alone && first !== undefined ? first.head.title : (options.title ?? say.export.title)
      const time = last && `${new Date(last.head.finished ?? last.head.started).toISOString().slice(0, 19)}Z`
      return packaged(text, { title, language, time, words, numberings, media: media.all })
    }
  }
}

/** A document while it is made. */
interface Document {
  readonly numberings: parts.Numbering[]
  readonly media: Media
  readonly style: ExportStyle
}

/** A table of contents in Word's form, already filled in. Word can update it. */
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const CONTENTS_BEGIN = `<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr>${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r>${field('separate')}</w:p>\n`
const CONTENTS_END = `<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr>${field('end')}</w:p>\n`

function contentsTop(words: Words): string {
  return paragraph({ style: 'TOCHeading' }, run(words.export.contents)) + CONTENTS_BEGIN
}

function contentsLine({ head }: Entry, number: number, { words }: ExportStyle): string {
  const line = `<w:hyperlink w:anchor="entry${number}">${run(head.title, { link: true })}</w:hyperlink>`
  const day = words.days.inWords(head.started.slice(0, 10))
  return paragraph({ style: 'TOC1', direction: directionOf(head.title) }, line + run(`, ${day}`))
}

function topOf(only: Entry | undefined, words: number, options: ExportStyle): string {
  const say = options.words
  const title = only?.head.title ?? options.title ?? say.export.title
  const about = only === undefined ? [] : [subtitleOf(only, options)]
  return (
    paragraph({ style: 'Title', direction: directionOf(title) }, run(title)) +
    paragraph({ style: 'Subtitle' }, run([...about, say.export.wordCount(words)].join('. ')))
  )
}

/** A single entry has its title at the top of the document instead. */
function bodyOf(entry: Entry, number: number, document: Document): string {
  const { head, sections } = entry
  const { numberings, style: options } = document
  const level = options.alone ? 0 : 1
  const mark = [`<w:bookmarkStart w:id="${number}" w:name="entry${number}"/>`, `<w:bookmarkEnd w:id="${number}"/>`]
  const title = options.alone
    ? ''
    : heading(level, head.title, mark) + paragraph({ style: 'Subtitle' }, run(subtitleOf(entry, options)))
  const note = noteIn(entry, options.comments)
  return (
    title +
    (note === '' ? '' : wordOf(readWritten(note), numberings)) +
    sections
      .map((section) =>
        sectionOf(section, readAnswer(section, head.language, options.comments), level, {
          ...document,
          pack: head.pack
        })
      )
      .join('')
  )
}

function heading(level: number, title: string, [before = '', after = '']: readonly string[] = []): string {
  const stand = { style: `Heading${level}`, direction: directionOf(title) }
  return paragraph(stand, before + run(title) + after)
}

function sectionOf(
  section: Section,
  answer: Markdown,
  level: number,
  { numberings, media, style: options, pack }: Document & { readonly pack: string }
): string {
  const { id } = section
  const question = questionAbove(section, options.questions)
  const asked =
    question.ask === ''
      ? ''
      : questionOf(media.embed(readQuestion(question, options.comments), options.pictures?.(pack)), numberings)
  return heading(level + (id.includes('.') ? 2 : 1), question.title) + asked + wordOf(answer, numberings)
}
