import { isRecord, own } from '../../../util/records.ts'
import { oneLine, passage, written, type Outline, type Point, type Question, type Section } from '../outline.ts'
import { asMarkdown, clean } from '../clean.ts'
import { fromHtml } from '../html.ts'
import { titleOf } from '../recognise/questions.ts'
import type { DocumentArchive } from './archive.ts'

/** The file is H5P, but of another content type. */
export class OtherContent extends Error {
  /** The content type, such as `H5P.QuestionSet`. */
  readonly library: string

  constructor(library: string) {
    super(library)
    this.library = library
  }
}

/** The content is no JSON, or is nested too deeply. */
export class BadContent extends Error {}

type Params = Readonly<Record<string, unknown>>

/**
 * The outline of an H5P Documentation Tool (https://h5p.org/documentation-tool): each page is a section.
 *
 * @throws OtherContent, BadContent, BadArchive
 */
export async function readH5p(archive: DocumentArchive): Promise<Outline> {
  const about = parsed((await archive.text('h5p.json')) ?? '{}')
  const content = parsed((await archive.text('content/content.json')) ?? (await archive.text('content.json')) ?? 'null')
  const library = textOf(about, 'mainLibrary')
  if ((library !== '' && library !== 'H5P.DocumentationTool') || !Array.isArray(content['pagesList']))
    throw new OtherContent(library)
  const reader = new PagesReader()
  const sections = content['pagesList'].map((page: unknown, index: number) => reader.section(page, index + 1))
  const intro = markdownOf(textOf(content, 'taskDescription'), [])
  const title = [textOf(about, 'title'), plain(intro)].find((each) => each !== '')
  const language = textOf(about, 'language')
  return {
    sections: together(sections.filter((section): section is Section => section !== undefined)),
    points: reader.points,
    ...(title === undefined ? {} : { title: clean(title) }),
    ...(intro === '' || plain(intro) === title ? {} : { summary: plain(intro) }),
    ...(language === '' || language === 'und' ? {} : { language })
  }
}

/** Goals and their assessment are in one exercise, because the second takes the first as its rows. */
function together(sections: readonly Section[]): readonly Section[] {
  if (!sections.some(({ questions }) => questions.some(({ answer }) => answer.rowsFrom !== undefined))) return sections
  const questions = sections.flatMap(({ title, reading, questions: asked }): Question[] => {
    const heading = [title === '' ? '' : `**${asMarkdown(title)}**`, reading].filter((text) => text !== '').join('\n\n')
    return [...(heading === '' ? [] : [{ ask: heading, answer: passage }]), ...asked]
  })
  return [{ title: '', reading: '', questions }]
}

function parsed(json: string): Params {
  try {
    const value: unknown = JSON.parse(json)
    if (isRecord(value)) return value
  } catch (cause) {
    throw new BadContent('no JSON', { cause })
  }
  throw new BadContent('no object')
}

function textOf(params: Params, key: string): string {
  const value = own(params, key)
  return typeof value === 'string' ? value : ''
}

function listOf(params: Params, key: string): readonly Params[] {
  const value = own(params, key)
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** Markdown of HTML; its pictures become points. */
function markdownOf(html: string, points: Point[]): string {
  const { markdown, pictures } = fromHtml(html)
  points.push(...pictures.map(({ alt, address }): Point => ({ code: 'picture', detail: alt === '' ? address : alt })))
  return markdown
}

function plain(markdown: string): string {
  return titleOf(markdown)
}

/** The name of the question that asks for goals. */
const GOALS = 'goals'

class PagesReader {
  readonly points: Point[] = []
  #required = 0
  /** Whether a page asked for goals, which a later page assesses. */
  #hasGoals = false

  /** The section of a page; undefined for the page that only exports. */
  section(page: unknown, number: number): Section | undefined {
    const part = isRecord(page) && isRecord(page['library']) ? page['library'] : isRecord(page) ? page : {}
    const library = textOf(part, 'library').split(' ')[0] ?? ''
    const params = isRecord(part['params']) ? part['params'] : {}
    const place = { at: 'page', number } as const
    const title = plain(markdownOf(textOf(params, 'title') || titleIn(part), this.points))
    const help = markdownOf(textOf(params, 'helpText'), this.points)
    const base = { title, reading: '' }
    if (library === 'H5P.DocumentExportPage') {
      this.points.push({
        code: 'item-left',
        detail: [title, plain(fromHtml(textOf(params, 'description')).markdown)]
          .filter((each) => each !== '')
          .join(': ')
      })
      return undefined
    }
    if (library === 'H5P.GoalsPage') return { ...base, questions: [this.#goalsOf(params, title, help, place)] }
    if (library === 'H5P.GoalsAssessmentPage')
      return { ...base, questions: [this.#assessment(params, title, help, place)] }
    const elements = listOf(params, 'elementList')
    const questions = elements.map((element) => this.#element(element, place))
    const withHelp = help === '' ? questions : [{ ask: help, answer: passage, place }, ...questions]
    const unknown: Question[] =
      elements.length === 0 && library !== 'H5P.StandardPage'
        ? [{ ask: asMarkdown(title), answer: written, place, points: [{ code: 'kind-unknown', detail: library }] }]
        : []
    return this.#split(base, [...withHelp, ...unknown])
  }

  /** The text before the first question is its reading. */
  #split(base: Omit<Section, 'questions'>, questions: readonly Question[]): Section {
    const first = questions.findIndex(({ answer, points = [] }) => answer !== passage || points.length > 0)
    const reading = questions.slice(0, first === -1 ? questions.length : first).map(({ ask }) => ask)
    if (this.#required > 0) {
      this.points.push({ code: 'required', detail: String(this.#required) })
      this.#required = 0
    }
    return { ...base, reading: reading.join('\n\n'), questions: first === -1 ? [] : questions.slice(first) }
  }

  #element(element: Params, place: Question['place'] & object): Question {
    const library = textOf(element, 'library').split(' ')[0] ?? ''
    const params = isRecord(element['params']) ? element['params'] : {}
    const points: Point[] = []
    if (library === 'H5P.TextInputField') {
      const size = String(own(params, 'inputFieldSize') ?? '1')
      const example = clean(textOf(params, 'placeholderText')).trim()
      if (params['requiredField'] === true) this.#required += 1
      return {
        ask: markdownOf(textOf(params, 'taskDescription'), points),
        answer: size === '1' ? oneLine : written,
        place,
        points,
        ...(example === '' ? {} : { example: asMarkdown(example) })
      }
    }
    if (library === 'H5P.Text' || library === 'H5P.AdvancedText')
      return { ask: markdownOf(textOf(params, 'text'), points), answer: passage, place, points }
    if (library === 'H5P.Image') {
      const file = isRecord(params['file']) ? textOf(params['file'], 'path') : ''
      const words = [textOf(params, 'alt'), file].filter((each) => each !== '').join(', ')
      return {
        ask: asMarkdown(clean(textOf(params, 'alt') || textOf(params, 'title') || file)),
        answer: passage,
        place,
        points: [{ code: 'picture', detail: clean(words) }]
      }
    }
    return {
      ask: textsIn(params)
        .map((text) => markdownOf(text, points))
        .join('\n\n'),
      answer: written,
      place,
      points: [...points, { code: 'kind-unknown', detail: library }]
    }
  }

  #goalsOf(params: Params, title: string, help: string, place: Question['place'] & object): Question {
    const points: Point[] = []
    const ask = markdownOf(textOf(params, 'description'), points) || asMarkdown(title)
    this.#hasGoals = true
    return { ask, answer: { type: 'list' }, name: GOALS, place, points, ...(help === '' ? {} : { help }) }
  }

  /** Each goal with one of three words. */
  #assessment(params: Params, title: string, help: string, place: Question['place'] & object): Question {
    const points: Point[] = []
    const ask = markdownOf(textOf(params, 'description'), points) || asMarkdown(title)
    const options = ['lowRating', 'midRating', 'highRating'].map((key) => ({
      label: clean(textOf(params, key)) || key
    }))
    const rows = this.#hasGoals ? { rowsFrom: GOALS } : { keys: { add_rows: { max: 10 } } }
    const shared = { ask, place, ...(help === '' ? {} : { help }) }
    return { ...shared, answer: { type: 'table', columns: [{ title, type: 'choice', options }], ...rows }, points }
  }
}

/** The title that the editor gives a page. */
function titleIn(part: Params): string {
  const metadata = own(part, 'metadata')
  return isRecord(metadata) ? textOf(metadata, 'title') : ''
}

/** The texts of settings, for content types that are not known. */
function textsIn(params: Params): string[] {
  return Object.values(params).flatMap((value) => (typeof value === 'string' && /\p{L}{2}/u.test(value) ? [value] : []))
}
