import type { Entry, Section } from '../../entry/model.ts'
import { directionOf } from '../../markdown/direction.ts'
import { dayOf } from '../../dates/time.ts'
import type { ExportStyle, FindPicture, Format, Frame } from '../document.ts'
import { anchorOf, noteIn, questionAbove, readAnswer, readQuestion, subtitleOf } from '../entry.ts'
import { readWritten, type Markdown } from '../../markdown/read.ts'
import { escaped } from '../escape.ts'
import { dirAttribute, htmlOf } from './markdown.ts'
import { pageTop } from './page.ts'
import { withEmbedded } from './pictures.ts'

/** HTML: one page that needs no other file. */
export const html: Format = (options) => {
  let first: Entry | undefined
  return {
    share: ({ entry }) => {
      first ??= entry
      return { contents: contentsOf(entry, options), body: articleOf(entry, options) }
    },
    frame: () => frameOf(options, first)
  }
}

/** A list of contents is useful from this number of questions. */
const FEWEST = 3

/** The contents list the entries, or the questions of a single entry. */
function contentsOf(entry: Entry, { alone, words }: ExportStyle): string {
  const anchor = anchorOf(entry)
  if (!alone) {
    const day = words.days.inWords(dayOf(entry.head.started))
    const { title } = entry.head
    return lineOf(anchor, title, 'ltr', ` <span${dirAttribute(day, directionOf(title))}>${escaped(day)}</span>`)
  }
  if (entry.sections.length < FEWEST) return ''
  const around = directionOf(entry.head.title)
  return entry.sections
    .map((section, index) => lineOf(`${anchor}-${index + 1}`, questionAbove(section).title, around))
    .join('')
}

/** A line of the list of contents. `around` is the direction of the list, `after` is HTML after the link. */
function lineOf(anchor: string, title: string, around?: 'ltr' | 'rtl', after = ''): string {
  return `<li${dirAttribute(title, around)}><a href="#${anchor}">${escaped(title)}</a>${after}</li>\n`
}

function articleOf(entry: Entry, options: ExportStyle): string {
  const anchor = anchorOf(entry)
  const level = options.alone ? 1 : 2
  return (
    `<article aria-labelledby="${anchor}"${languageAttribute(entry.head.language)}>\n` +
    // A single entry has its title at the top of the page instead.
    (options.alone ? '' : headOf(entry, level, options)) +
    noteOf(entry, options) +
    entry.sections
      .map((section, index) =>
        sectionOf(
          section,
          readAnswer(section, entry.head.language, options.comments),
          `${anchor}-${index + 1}`,
          level,
          { ...options, find: options.pictures?.(entry.head.pack) }
        )
      )
      .join('') +
    '</article>\n'
  )
}

/** The note has no heading. */
function noteOf(entry: Entry, { comments, words }: ExportStyle): string {
  const note = noteIn(entry, comments)
  return note === '' ? '' : `<div class="note">\n${htmlOf(readWritten(note), words.export)}</div>\n`
}

function headOf(entry: Entry, level: number, options: ExportStyle): string {
  const { title, language } = entry.head
  return (
    `<h${level} id="${anchorOf(entry)}"${languageAttribute(language)}${dirAttribute(title)}>${escaped(title)}</h${level}>\n` +
    `<p class="about">${escaped(subtitleOf(entry, options))}</p>\n`
  )
}

function sectionOf(
  section: Section,
  answer: Markdown,
  anchor: string,
  level: number,
  { questions, comments, words, find }: ExportStyle & { readonly find: FindPicture | undefined }
): string {
  const { id } = section
  const question = questionAbove(section, questions)
  const { title } = question
  const depth = level + (id.includes('.') ? 2 : 1)
  const asked =
    question.ask === '' ? '' : htmlOf(withEmbedded(readQuestion(question, comments), find, words), words.export)
  const answered = htmlOf(answer, words.export)
  return (
    `<h${depth} id="${anchor}"${dirAttribute(title)}>${escaped(title)}</h${depth}>\n` +
    (asked === '' ? '' : `<blockquote class="question"${dirAttribute(question.ask)}>\n${asked}</blockquote>\n`) +
    (answered === '' ? '' : `<div class="answer">\n${answered}</div>\n`)
  )
}

/** '' unless it is a tag such as `cy` or `en-GB`: entries can be edited by hand. */
function languageAttribute(language: string): string {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? ` lang="${language}"` : ''
}

function frameOf(options: ExportStyle, first: Entry | undefined): Frame {
  const { alone, words } = options
  const { contents, skipToText } = words.export
  const title = options.title ?? words.export.title
  const only = alone ? first : undefined
  const hasContents = only === undefined || only.sections.length >= FEWEST
  return {
    top:
      pageTop(only?.head.title ?? title, words.language) +
      `<body${only === undefined ? '' : ' class="alone"'}>\n` +
      `<a class="skip" href="#text">${escaped(skipToText)}</a>\n` +
      `<header>\n${only === undefined ? `<h1${dirAttribute(title)}>${escaped(title)}</h1>\n` : headOf(only, 1, options)}</header>\n` +
      (hasContents
        ? `<nav aria-labelledby="contents">\n<h2 id="contents">${escaped(contents)}</h2>\n<ol${dirAttribute(only?.head.title ?? '')}>\n`
        : ''),
    middle: `${hasContents ? '</ol>\n</nav>\n' : ''}<main id="text" tabindex="-1">\n`,
    bottom: '</main>\n</body>\n</html>\n'
  }
}
