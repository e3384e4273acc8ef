import {
  oneLine,
  passage,
  written,
  type Answer,
  type Choice,
  type Outline,
  type Place,
  type Point,
  type Question,
  type Section
} from '../outline.ts'
import { asMarkdown, asPlain, clean } from '../clean.ts'
import { fromHtml } from '../html.ts'
import { elementIn, elementsBelow, elementsIn, textAt, type XmlElement } from '../xml.ts'
import { scaleAnswer } from '../recognise/answer.ts'
import { scaleOf } from '../recognise/scales.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { optionAnswer } from './kinds.ts'
import { bankQuestions } from './moodle-bank.ts'

/*
 * What Moodle writes: the export of Feedback, the question bank, and the files of a backup for Questionnaire, Feedback and Journal.
 */

/** The outline of Moodle XML; undefined if the root is of another kind. */
export function readMoodle(root: XmlElement, added: AddedWords): Outline | undefined {
  if (root.name === 'quiz') return bankQuestions(root, added)
  if (/^feedback$/i.test(root.name) && elementIn(root, 'ITEMS') !== undefined) return feedbackExport(root)
  const activity = elementsIn(root).find(({ name }) => /^(?:questionnaire|feedback|journal)$/.test(name))
  if (root.name !== 'activity' || activity === undefined) return undefined
  if (activity.name === 'questionnaire') return questionnaire(activity)
  return activity.name === 'feedback' ? feedbackBackup(activity) : journal(activity)
}

/** HTML as Markdown, with points for its pictures. */
function htmlText(html: string): { readonly ask: string; readonly points: Point[] } {
  const { markdown, pictures } = fromHtml(html)
  return {
    ask: markdown,
    points: pictures.map(({ alt, address }) => ({ code: 'picture', detail: alt === '' ? address : alt }))
  }
}

/** The label of an option, which may be HTML. */
function labelOf(html: string): string {
  return asPlain(fromHtml(html).markdown).replaceAll(/\s+/g, ' ').trim()
}

function choicesOf(labels: readonly string[]): Choice[] {
  return [...new Set(labels.map(labelOf).filter((label) => label !== ''))].map((label) => ({ label }))
}

// Journal

function journal(activity: XmlElement): Outline {
  const title = labelOf(textAt(activity, 'name'))
  const { ask, points } = htmlText(textAt(activity, 'intro'))
  const entries = elementsBelow(activity, 'entry').length
  const left: Point[] = entries === 0 ? [] : [{ code: 'responses-left', detail: String(entries) }]
  const question: Question = {
    ask: ask === '' ? asMarkdown(title) : ask,
    answer: written,
    points,
    place: { at: 'question', number: 1 }
  }
  return { title, sections: [{ title, reading: '', questions: [question] }], points: left }
}

// Feedback

/** An item of Feedback, of an export or a backup. */
interface Item {
  readonly kind: string
  readonly text: string
  readonly label: string
  readonly presentation: string
  readonly isRequired: boolean
  readonly condition: string
}

function feedbackExport(root: XmlElement): Outline {
  const items = elementsIn(elementIn(root, 'ITEMS'), 'ITEM').map((item): Item => ({
    kind: item.attributes['TYPE'] ?? '',
    text: textAt(item, 'ITEMTEXT'),
    label: textAt(item, 'ITEMLABEL'),
    presentation: textAt(item, 'PRESENTATION'),
    isRequired: item.attributes['REQUIRED'] === '1',
    condition: conditionOf(textAt(item, 'DEPENDITEM'), textAt(item, 'DEPENDVALUE'))
  }))
  return feedback(items, '', '')
}

function feedbackBackup(activity: XmlElement): Outline {
  const items = elementsIn(elementIn(activity, 'items'), 'item').map((item): Item => ({
    kind: textAt(item, 'typ'),
    text: textAt(item, 'name'),
    label: textAt(item, 'label'),
    presentation: textAt(item, 'presentation'),
    isRequired: textAt(item, 'required') === '1',
    condition: conditionOf(textAt(item, 'dependitem'), textAt(item, 'dependvalue'))
  }))
  return feedback(items, labelOf(textAt(activity, 'name')), textAt(activity, 'intro'))
}

function conditionOf(item: string, value: string): string {
  return item === '' || item === '0' ? '' : `${item} = ${labelOf(value)}`
}

function feedback(items: readonly Item[], title: string, intro: string): Outline {
  const sections: { title: string; questions: Question[] }[] = [{ title: '', questions: [] }]
  for (const [index, item] of items.entries()) {
    if (item.kind === 'pagebreak') sections.push({ title: '', questions: [] })
    else if (item.kind !== 'captcha')
      sections.at(-1)?.questions.push(feedbackQuestion(item, { at: 'question', number: index + 1 }))
  }
  const left = items
    .filter(({ kind }) => kind === 'captcha')
    .map(({ kind }): Point => ({ code: 'item-left', detail: kind }))
  return {
    ...pages(sections, intro),
    points: [...left, ...required(items.filter(({ isRequired }) => isRequired).length)],
    ...(title === '' ? {} : { title })
  }
}

function required(count: number): Point[] {
  return count === 0 ? [] : [{ code: 'required', detail: String(count) }]
}

/** Pages as sections, if they have enough questions; else one section. The introduction is read first. */
function pages(
  sections: readonly { readonly title: string; readonly questions: readonly Question[] }[],
  intro: string
): { sections: readonly Section[] } {
  const full = sections.filter(({ questions }) => questions.length > 0)
  const { ask: reading } = htmlText(intro)
  const isFine =
    full.length > 1 && full.every(({ questions }) => questions.filter(({ answer }) => answer !== passage).length > 1)
  if (!isFine) return { sections: [{ title: '', reading, questions: full.flatMap(({ questions }) => questions) }] }
  return { sections: full.map((section, index) => ({ ...section, reading: index === 0 ? reading : '' })) }
}

function feedbackQuestion(item: Item, place: Place): Question {
  const isLabel = item.kind === 'label'
  const { ask, points } = htmlText(isLabel ? item.presentation : item.text)
  const { answer, more } = feedbackAnswer(item)
  const condition: Point[] = item.condition === '' ? [] : [{ code: 'condition', detail: item.condition }]
  return {
    ask,
    answer: isLabel ? passage : answer,
    place,
    ...(item.label === '' || isLabel ? {} : { name: labelOf(item.label) }),
    points: [...points, ...more, ...condition]
  }
}

/** The presentation has the options after a letter: `r>>>>>Yes|No<<<<<1` for one, `c` for several, `d` for a menu. */
function feedbackAnswer({ kind, presentation }: Item): { answer: Answer; more: readonly Point[] } {
  const [, style = 'r', list = presentation] = /^([rcd])>{5}([^]*)$/.exec(presentation.trim()) ?? []
  const parts = list.replace(/<{5}\d*\s*$/, '').split('|')
  switch (kind) {
    case 'multichoice':
      return { answer: optionAnswer(style === 'c' ? 'choices' : 'choice', { options: choicesOf(parts) }), more: [] }
    case 'multichoicerated': {
      const rated = parts.map((part) => /^\s*(-?\d+)#{2,4}([^]*)$/.exec(part))
      const scores = rated.map((each) => each?.[1] ?? '').join(', ')
      return {
        answer: optionAnswer('choice', {
          options: choicesOf(rated.map((each, index) => each?.[2] ?? parts[index] ?? ''))
        }),
        more: [{ code: 'score', detail: scores }]
      }
    }
    case 'numeric': {
      const [min, max] = list.split('|').map((end) => (/^-?\d+(?:\.\d+)?$/.test(end.trim()) ? Number(end) : undefined))
      const keys = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
      return { answer: { type: 'number', ...(Object.keys(keys).length === 0 ? {} : { keys }) }, more: [] }
    }
    case 'textfield':
      return { answer: oneLine, more: [] }
    case 'textarea':
      return { answer: written, more: [] }
    case 'info':
      return { answer: passage, more: [{ code: 'item-left', detail: 'info' }] }
    default:
      return { answer: written, more: kind === 'label' ? [] : [{ code: 'kind-unknown', detail: kind }] }
  }
}

// Questionnaire (https://moodle.org/plugins/mod_questionnaire), as a backup has it

/** The numbers of its kinds of questions. */
const PAGE_BREAK = '99'

function questionnaire(activity: XmlElement): Outline {
  const [survey] = elementsBelow(activity, 'survey')
  const title = labelOf(textAt(survey, 'title') || textAt(activity, 'name'))
  const all = elementsBelow(activity, 'question').filter((question) => textAt(question, 'deleted') !== 'y')
  const sorted = all.toSorted((one, other) => Number(textAt(one, 'position')) - Number(textAt(other, 'position')))
  const sections: { title: string; questions: Question[] }[] = [{ title: '', questions: [] }]
  for (const [index, question] of sorted.entries()) {
    if (textAt(question, 'type_id') === PAGE_BREAK) sections.push({ title: '', questions: [] })
    else sections.at(-1)?.questions.push(questionnaireQuestion(question, { at: 'question', number: index + 1 }))
  }
  const intro = [textAt(activity, 'intro'), textAt(survey, 'subtitle'), textAt(survey, 'info')]
    .filter((each) => each !== '')
    .join('<p>')
  const answers = elementsBelow(activity, 'response').length
  const left: Point[] = answers === 0 ? [] : [{ code: 'responses-left', detail: String(answers) }]
  const thanks = [textAt(survey, 'thank_head'), textAt(survey, 'thank_body')]
    .map(labelOf)
    .filter((each) => each !== '')
    .join(': ')
  const ending: Point[] = thanks === '' ? [] : [{ code: 'item-left', detail: thanks }]
  return {
    title,
    ...pages(sections, intro),
    points: [...left, ...ending, ...required(all.filter((each) => textAt(each, 'required') === 'y').length)]
  }
}

function questionnaireQuestion(question: XmlElement, place: Place): Question {
  const { ask, points } = htmlText(textAt(question, 'content'))
  const name = textAt(question, 'name').trim()
  const choices = elementsBelow(question, 'quest_choice').map((choice) => textAt(choice, 'content'))
  const { answer, more } = questionnaireAnswer(question, choices)
  const dependencies = elementsBelow(question, 'quest_dependency').map(
    (each) => `${textAt(each, 'dependquestionid')} = ${textAt(each, 'dependchoiceid')}`
  )
  const conditions: Point[] = dependencies.length === 0 ? [] : [{ code: 'condition', detail: dependencies.join(', ') }]
  return {
    ask: ask === '' ? asMarkdown(clean(name)) : ask,
    answer,
    place,
    ...(name === '' ? {} : { name }),
    points: [...points, ...more, ...conditions]
  }
}

function questionnaireAnswer(
  question: XmlElement,
  choices: readonly string[]
): { answer: Answer; more: readonly Point[] } {
  const [others, plain] = [
    choices.filter((choice) => choice.startsWith('!other')),
    choices.filter((choice) => !choice.startsWith('!other'))
  ]
  const options = [
    ...choicesOf(plain.map((choice) => choice.replace(/^[^=]{1,20}::/, ''))),
    ...(others.length > 0 ? [{ label: 'Other' }] : [])
  ]
  switch (textAt(question, 'type_id')) {
    case '1':
      return { answer: { type: 'yes-no' }, more: [] }
    case '2':
      return { answer: oneLine, more: [] }
    case '3':
      return { answer: written, more: [] }
    case '4':
    case '6':
      return { answer: optionAnswer('choice', { options }), more: [] }
    case '5':
      return { answer: optionAnswer('choices', { options }), more: [] }
    case '8':
      return { answer: rateAnswer(question, plain), more: [] }
    case '9':
      return { answer: { type: 'date' }, more: [] }
    case '10':
      return { answer: { type: 'number' }, more: [] }
    case '11':
      return { answer: sliderAnswer(textAt(question, 'extradata')), more: [] }
    case '100':
      return { answer: passage, more: [] }
    default:
      return { answer: written, more: [{ code: 'kind-unknown', detail: textAt(question, 'type_id') }] }
  }
}

/** Choices such as `1=Never` name degrees; the others are statements. */
function rateAnswer(question: XmlElement, choices: readonly string[]): Answer {
  const named = choices.flatMap((choice) => {
    const [, number, label = ''] = /^(\d{1,2})=([^]*)$/.exec(choice) ?? []
    return number === undefined ? [] : [[number, labelOf(label)] as const]
  })
  const statements = choicesOf(choices.filter((choice) => !/^\d{1,2}=/.test(choice)))
  const degrees =
    elementsIn(elementIn(question, 'extradata')).length > 0 ? [] : degreesIn(textAt(question, 'extradata'))
  const length = Math.max(
    2,
    Math.min(20, Number(textAt(question, 'length')) || 5, 20),
    ...named.map(([number]) => Number(number)),
    degrees.length
  )
  const scale = scaleOf(degrees)
  if (scale !== undefined) return scaleAnswer(scale, statements)
  return scaleAnswer({ from: 1, to: length, labels: Object.fromEntries(named), unsure: false }, statements)
}

/** Newer versions have the names of the degrees as JSON. */
function degreesIn(extra: string): string[] {
  try {
    const value: unknown = JSON.parse(extra)
    return typeof value === 'object' && value !== null
      ? Object.values(value)
          .filter((each) => typeof each === 'string')
          .map(labelOf)
      : []
  } catch {
    return []
  }
}

function sliderAnswer(extra: string): Answer {
  const number = (key: string, usual: number) =>
    Number(new RegExp(`"${key}"\\s*:\\s*"?(-?\\d+)`).exec(extra)?.[1] ?? usual)
  const [from, to] = [number('minrange', 1), number('maxrange', 10)]
  const isScale = to > from && to - from <= 20
  return isScale
    ? scaleAnswer({ from, to, labels: {}, unsure: false })
    : { type: 'number', keys: { min: Math.min(from, to), max: Math.max(from, to) } }
}
