import {
  oneLine,
  passage,
  written,
  type Answer,
  type Outline,
  type Place,
  type Point,
  type Question
} from '../outline.ts'
import { asMarkdown, asPlain, clean } from '../clean.ts'
import { fromHtml } from '../html.ts'
import { elementsBelow, elementsIn, textAt, type XmlElement } from '../xml.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { optionAnswer } from './kinds.ts'

/*
 * The question bank of Moodle (https://docs.moodle.org/en/Moodle_XML_format). Right answers, points and feedback are named for the author.
 */

/** The outline of a question bank: each category is a section. */
export function bankQuestions(root: XmlElement, added: AddedWords): Outline {
  const sections: { title: string; reading: string; questions: Question[] }[] = [
    { title: '', reading: '', questions: [] }
  ]
  for (const [index, element] of elementsIn(root, 'question').entries()) {
    if (element.attributes['type'] === 'category') {
      const title = plain(textAt(element, 'category', 'text').split('/').at(-1) ?? '').replace(/^\$\w+\$$/, '')
      sections.push({ title, reading: fromHtml(textAt(element, 'info', 'text')).markdown, questions: [] })
    } else sections.at(-1)?.questions.push(questionOf(element, { at: 'question', number: index + 1 }, added))
  }
  return { sections: sections.filter(({ questions }) => questions.length > 0), points: [] }
}

function plain(html: string): string {
  return asPlain(fromHtml(html).markdown).replaceAll(/\s+/g, ' ').trim()
}

function questionOf(element: XmlElement, place: Place, added: AddedWords): Question {
  const html = textAt(element, 'questiontext', 'text')
  const isPlain = elementsIn(element, 'questiontext')[0]?.attributes['format'] === 'plain_text'
  const { markdown, pictures } = isPlain ? { markdown: asMarkdown(clean(html)).trim(), pictures: [] } : fromHtml(html)
  const name = plain(textAt(element, 'name', 'text'))
  const { answer, points, ask } = answerOf(element, markdown, added)
  const feedback = elementsBelow(element, 'feedback')
    .concat(elementsIn(element, 'generalfeedback'))
    .map((each) => plain(textAt(each, 'text')))
    .filter((each) => each !== '')
  const grade = textAt(element, 'defaultgrade')
  const score = [
    ...(Number(grade) > 0 && answer !== passage ? [Number(grade).toString()] : []),
    ...rightAnswers(element),
    ...feedback,
    ...hintsOf(element)
  ]
  return {
    ask: ask ?? (markdown === '' ? asMarkdown(name) : markdown),
    answer,
    place,
    // A name that says something else than the question is its heading.
    ...(name !== '' && name.length <= 80 && !plainStart(markdown).startsWith(plainStart(name)) ? { title: name } : {}),
    points: [
      ...pictures.map(({ alt, address }): Point => ({ code: 'picture', detail: alt === '' ? address : alt })),
      ...points,
      ...(score.length === 0 ? [] : [{ code: 'score', detail: score.join('; ') } as const])
    ],
    remarks: elementsBelow(element, 'tag').map((tag) => plain(textAt(tag, 'text')))
  }
}

function plainStart(text: string): string {
  return asPlain(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 30)
}

function hintsOf(element: XmlElement): string[] {
  return [
    ...elementsIn(element, 'hint'),
    ...elementsIn(element, 'graderinfo'),
    ...elementsIn(element, 'responsetemplate')
  ]
    .map((each) => plain(textAt(each, 'text')))
    .filter((each) => each !== '')
}

function rightAnswers(element: XmlElement): string[] {
  return elementsIn(element, 'answer')
    .filter(({ attributes }) => Number(attributes['fraction']) > 0)
    .map((each) => plain(textAt(each, 'text')))
    .filter((each) => each !== '')
}

interface Made {
  readonly answer: Answer
  readonly points: readonly Point[]
  /** The words of the question, if they are changed. */
  readonly ask?: string
}

function answerOf(element: XmlElement, markdown: string, added: AddedWords): Made {
  const kind = element.attributes['type'] ?? ''
  const labels = elementsIn(element, 'answer').map((each) => plain(textAt(each, 'text')))
  const options = [...new Set(labels.filter((label) => label !== ''))].map((label) => ({ label }))
  const sure = (answer: Answer): Made => ({ answer, points: [] })
  switch (kind) {
    case 'essay':
      return sure(written)
    case 'description':
      return sure(passage)
    case 'truefalse':
      return sure({ type: 'yes-no' })
    case 'shortanswer':
      return sure(oneLine)
    case 'numerical':
    case 'calculated':
    case 'calculatedsimple':
      return sure({ type: 'number' })
    case 'multichoice':
    case 'calculatedmulti':
      return sure(optionAnswer(textAt(element, 'single') === 'false' ? 'choices' : 'choice', { options }))
    case 'ordering':
      return sure(optionAnswer('ranking', { options }))
    case 'matching':
    case 'ddmatch':
      return matching(element, added)
    case 'cloze':
    case 'multianswer':
      return gapped(markdown, /\\?\{\d*:[^{}]*\}/g, 'score')
    case 'gapselect':
    case 'ddwtos':
      return gapped(
        markdown,
        /\\?\[\\?\[\d+\\?\]\\?\]/g,
        'options-left',
        elementsBelow(element, kind === 'gapselect' ? 'selectoption' : 'dragbox').map((each) =>
          plain(textAt(each, 'text'))
        )
      )
    default:
      return {
        answer: written,
        points: [
          { code: 'kind-unknown', detail: kind },
          ...(options.length > 0 ? [{ code: 'options-left', detail: labels.join('; ') } as const] : [])
        ]
      }
  }
}

/** Pairs become a table: a row for each, and a column with the other halves to choose from. */
function matching(element: XmlElement, added: AddedWords): Made {
  const pairs = elementsIn(element, 'subquestion').map((each) => ({
    row: plain(textAt(each, 'text')),
    option: plain(textAt(each, 'answer', 'text'))
  }))
  const rows = [...new Set(pairs.map(({ row }) => row).filter((row) => row !== ''))].map((label) => ({ label }))
  const options = [...new Set(pairs.map(({ option }) => option).filter((option) => option !== ''))].map((label) => ({
    label
  }))
  if (rows.length === 0 || options.length < 2)
    return {
      answer: written,
      points: [{ code: 'options-left', detail: pairs.map(({ row, option }) => `${row} – ${option}`).join('; ') }]
    }
  const right = pairs
    .filter(({ row }) => row !== '')
    .map(({ row, option }) => `${row} – ${option}`)
    .join('; ')
  return {
    answer: { type: 'table', rows, columns: [{ title: added.match, type: 'choice', options }] },
    points: [{ code: 'score', detail: right }]
  }
}

/** Most gaps that a sentence has. */
const MOST_GAPS = 10

/** A text with gaps: a sentence if it is short, else a text with the gaps shown. */
function gapped(markdown: string, gap: RegExp, code: Point['code'], words: readonly string[] = []): Made {
  const found = [...markdown.matchAll(gap)].map(([whole]) => whole)
  const lost: Point[] = [
    { code, detail: [...found.filter((each) => each.includes(':')).map(asPlain), ...words].join('; ') }
  ]
  const plainText = asPlain(markdown.replaceAll(gap, '____')).replaceAll(/\s+/g, ' ').trim()
  const pieces = plainText.split('____')
  if (found.length === 0 || found.length > MOST_GAPS || plainText.length > 600)
    return { answer: written, points: lost, ask: markdown.replaceAll(gap, '…') }
  const names = found.map((_, index) => `gap-${index + 1}`)
  const template = pieces
    .map(
      (piece, index) =>
        piece.replaceAll(/[\\{]/g, String.raw`\$&`) + (names[index] === undefined ? '' : `{${names[index]}}`)
    )
    .join('')
  const gaps = Object.fromEntries(
    names.map((name, index) => [
      name,
      { ask: `${(pieces[index] ?? '').trim().split(' ').slice(-6).join(' ')} …`.trim() }
    ])
  )
  return { answer: { type: 'sentence', keys: { template, gaps } }, points: lost, ask: markdown.replaceAll(gap, '…') }
}
