import type { Choice, Outline, Place, Point, Question, Section } from '../outline.ts'
import { passage } from '../outline.ts'
import { asMarkdown } from '../clean.ts'
import { plainBlocks } from '../recognise/blocks.ts'
import { withHeadings } from '../recognise/headings.ts'
import { isAsking, isPolar } from '../recognise/phrases.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { outlineOf } from '../recognise/sections.ts'
import { typedAnswer } from './kinds.ts'

/** Headings of columns, in lower case without signs, by what the column has. */
const HEADINGS: readonly (readonly [Meaning, RegExp])[] = [
  [
    'ask',
    /^(?:questions?(?: text| title| wording)?|ask|prompts?|items?|item text|text|label|wording|statement|cwestiwn|cwestiynau|frage|question posée|pregunta)$/
  ],
  [
    'kind',
    /^(?:(?:question|answer|item|response|field|input|prompt)? ?(?:type|kind|format)|math|type de question|fragetyp|tipo)$/
  ],
  ['option', /^(?:(?:option|choice|answer|response|dewis|antwort|réponse) ?(?:\d{1,2}|[a-j]))$/],
  [
    'options',
    /^(?:(?:answer |response |possible )?(?:options?|choices|answers|values|responses?)|dewisiadau|atebion|antworten|réponses|opciones)(?: list)?$/
  ],
  [
    'help',
    /^(?:help(?: text)?|hint|hints|description|instructions?|guidance|explanation|sub ?text|subtitle|cymorth|awgrym|hinweis|aide)$/
  ],
  ['example', /^(?:examples?(?: answer)?|sample answer|placeholder|enghraifft|beispiel|exemple)$/],
  ['required', /^(?:required|mandatory|compulsory|gorfodol|pflicht|obligatoire)$/],
  [
    'section',
    /^(?:section|page|group|category|theme|topic|module|part|area|week|domain|exercise|adran|thema|wythnos|abschnitt)$/
  ],
  ['title', /^(?:(?:short )?title|heading|short name|teitl|titel|titre)$/],
  ['name', /^(?:id|code|variable|name|question id|key|ref|reference)$/],
  ['number', /^(?:no|nr|number|q|qno|question (?:no|number|nr)|order|rhif|#)$/],
  ['min', /^(?:min|minimum|from|lowest|scale min|isaf)$/],
  ['max', /^(?:max|maximum|to|highest|scale max|uchaf)$/],
  [
    'score',
    /^(?:(?:correct|right) ?(?:answers?|option|response)?|score|points|marks?|weight|key answer|feedback|sgôr|punkte)$/
  ]
]

type Meaning =
  | 'ask'
  | 'kind'
  | 'option'
  | 'options'
  | 'help'
  | 'example'
  | 'required'
  | 'section'
  | 'title'
  | 'name'
  | 'number'
  | 'min'
  | 'max'
  | 'score'

interface Column {
  readonly index: number
  readonly heading: string
  readonly meaning: Meaning | undefined
}

/** A table of a spreadsheet or a file of values, and its name if there are several. */
export interface Rows {
  readonly rows: readonly (readonly string[])[]
  readonly sheet?: string
}

/** The outline of a table: one question in each row below headings that are known, or one in each row or cell of the first row. */
export function readRows(table: Rows, added: AddedWords): Omit<Outline, 'title'> & { readonly title?: string } {
  const head = headIn(table.rows)
  if (head !== undefined) return describedRows(table, head)
  const filled = table.rows.filter((row) => row.some((cell) => cell !== ''))
  const [first = []] = filled
  const asked = first.filter((cell) => cell !== '' && !META.test(cell))
  const questions = asked.filter((cell) => isAsking(cell) || cell.split(/\s+/).length > 4).length
  if (first.length > 1 && questions > 0 && questions >= asked.length / 2 && !isAsking((filled[1] ?? [])[0] ?? ''))
    return responses(table, filled)
  return listed(table, added)
}

/** The row of headings among the first ten, and its columns. */
function headIn(rows: Rows['rows']): { readonly at: number; readonly columns: readonly Column[] } | undefined {
  for (const [at, row] of rows.slice(0, 10).entries()) {
    const columns = row.map((heading, index): Column => ({ index, heading, meaning: meaningOf(heading) }))
    const known = columns.filter(({ meaning }) => meaning !== undefined).length
    if (
      columns.some(({ meaning }) => meaning === 'ask') &&
      (known > 1 || row.filter((cell) => cell !== '').length === 1)
    )
      return { at, columns: unique(columns) }
  }
  return undefined
}

function meaningOf(heading: string): Meaning | undefined {
  const words = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Only options may have several columns. A second column for the words is something else. */
function unique(columns: readonly Column[]): Column[] {
  const best =
    columns.find(
      ({ meaning, heading }) => meaning === 'ask' && /question|cwestiwn|frage|pregunta|ask/i.test(heading)
    ) ?? columns.find(({ meaning }) => meaning === 'ask')
  return columns.map((column, at) => {
    const isFirst = columns.findIndex(({ meaning }) => meaning === column.meaning) === at
    const isSole = column.meaning === 'ask' ? column === best : isFirst
    return column.meaning === undefined || column.meaning === 'option' || isSole
      ? column
      : { ...column, meaning: undefined }
  })
}

function describedRows({ rows, sheet }: Rows, { at, columns }: NonNullable<ReturnType<typeof headIn>>): Outline {
  const sections: { title: string; questions: Question[] }[] = []
  const before = rows
    .slice(0, at)
    .flat()
    .filter((cell) => cell !== '')
  let required = 0
  for (const [index, row] of rows.entries()) {
    if (index <= at || row.every((cell) => cell === '')) continue
    const read = new RowReader(row, columns)
    const title = read.cell('section')
    const last = sections.at(-1)
    if (last === undefined || (title !== '' && title !== last.title)) sections.push({ title, questions: [] })
    if (/^(?:y|yes|true|1|x|ydy|ja|oui)$/i.test(read.cell('required'))) required += 1
    sections.at(-1)?.questions.push(questionOf(read, placeOf(index, sheet)))
  }
  const points: Point[] = required > 0 ? [{ code: 'required', detail: String(required) }] : []
  return {
    sections: withoutRepeats(sections).map((section, index) => ({
      ...section,
      reading: index === 0 ? before.slice(1).map(asMarkdown).join('\n\n') : ''
    })),
    points,
    ...(before[0] === undefined ? {} : { title: before[0] })
  }
}

/** Sections that come again later are one. */
function withoutRepeats(sections: readonly { title: string; questions: Question[] }[]): Omit<Section, 'reading'>[] {
  const byTitle = new Map<string, Question[]>()
  for (const { title, questions } of sections) byTitle.set(title, [...(byTitle.get(title) ?? []), ...questions])
  return [...byTitle].map(([title, questions]) => ({ title, questions }))
}

function placeOf(index: number, sheet: string | undefined): Place {
  return { at: 'row', number: index + 1, ...(sheet === undefined ? {} : { sheet }) }
}

class RowReader {
  readonly #row: readonly string[]
  readonly #columns: readonly Column[]

  constructor(row: readonly string[], columns: readonly Column[]) {
    this.#row = row
    this.#columns = columns
  }

  cell(meaning: Meaning): string {
    return this.cells(meaning)[0] ?? ''
  }

  cells(meaning: Meaning): string[] {
    return this.#columns.filter((column) => column.meaning === meaning).map(({ index }) => this.#row[index] ?? '')
  }

  number(meaning: Meaning): number | undefined {
    const cell = this.cell(meaning)
    return /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : undefined
  }

  /** Cells of columns that no key of a prompt is for, with the headings. */
  others(): string[] {
    const known = this.#columns.filter(({ meaning }) => meaning === undefined)
    const beyond = this.#row.slice(this.#columns.length).filter((cell) => cell !== '')
    return [
      ...known.flatMap(({ index, heading }) =>
        (this.#row[index] ?? '') === '' ? [] : `${heading === '' ? '' : `${heading}: `}${this.#row[index]}`
      ),
      ...beyond
    ]
  }
}

function questionOf(row: RowReader, place: Place): Question {
  const ask = row.cell('ask')
  const options = optionsOf(row)
  const [min, max] = [row.number('min'), row.number('max')]
  const { answer, points } = typedAnswer({ text: ask, kind: row.cell('kind'), options, min, max })
  const score = row.cell('score')
  const usesOptions =
    answer.options !== undefined ||
    answer.statements !== undefined ||
    answer.keys?.['labels'] !== undefined ||
    options.length === 0
  const lost =
    usesOptions || /yes|no/i.test(options[0]?.label ?? '')
      ? []
      : [{ code: 'options-left', detail: options.map(({ label }) => label).join('; ') } as const]
  const texts = Object.entries({
    title: row.cell('title'),
    help: asMarkdown(row.cell('help')),
    example: asMarkdown(row.cell('example')),
    name: row.cell('name')
  })
  return {
    ask: asMarkdown(ask === '' ? row.others().join(' ') : ask),
    answer: ask === '' ? passage : answer,
    place,
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
    points: [...points, ...lost, ...(score === '' ? [] : [{ code: 'score', detail: score } as const])],
    remarks: ask === '' ? [] : row.others()
  }
}

/** Options in columns of their own, or in one cell: by lines, semicolons, bars, or commas. */
function optionsOf(row: RowReader): Choice[] {
  const own = row.cells('option').filter((cell) => cell !== '')
  const cell = row.cell('options')
  const sign = ['\n', ';', '|', ',', ' / '].find((each) => cell.includes(each))
  const inCell = sign === undefined ? [cell] : cell.split(sign)
  const labels = [...own, ...inCell].map((label) => label.replace(/^\s*(?:[-•*]|[a-z][.)])\s+/i, '').trim())
  return [...new Set(labels.filter((label) => label !== ''))].map((label) => ({ label }))
}

/** Headings of what a form notes by itself. */
const META =
  /^(?:timestamp|start ?(?:time|date)|end ?(?:time|date)|completion time|id|e?-?mail(?: address)?|username|name|ip address|score|response id|respondent id|amserlen)$/i

/** The questions of a form are the headings of its answers. The answers belong to the people who gave them. */
function responses({ sheet }: Rows, [head = [], ...body]: Rows['rows']): Outline {
  const left = head.filter((cell) => META.test(cell))
  const questions = head.flatMap((cell, index): Question[] => {
    if (cell === '' || META.test(cell)) return []
    const given = [...new Set(body.map((row) => row[index] ?? '').filter((each) => each !== ''))]
    const options = optionsGiven(cell, given, body.length).map((label) => ({ label }))
    const rating = ratingGiven(cell, given)
    const { answer, points } = typedAnswer({
      text: cell,
      kind: rating === undefined ? '' : 'rating',
      options: rating === undefined ? options : [],
      ...rating
    })
    return [{ ask: asMarkdown(cell), answer, points, place: placeOf(0, sheet) }]
  })
  const points: Point[] = [
    { code: 'responses-left', detail: String(body.length) },
    ...left.map((detail): Point => ({ code: 'item-left', detail }))
  ]
  return { sections: [{ title: '', reading: '', questions }], points }
}

/** The ends of a scale, if all answers are numbers of one. */
function ratingGiven(
  question: string,
  given: readonly string[]
): { readonly min: number; readonly max: number } | undefined {
  const numbers = given.map((each) => (/^\d{1,2}$/.test(each) ? Number(each) : 99))
  if (
    given.length === 0 ||
    Math.max(...numbers) > 10 ||
    !/\b(?:rate|rating|scale|how (?:well|likely|\w+(?:ed|ful|ent|ing|ant)))\b/i.test(question)
  )
    return undefined
  return Math.max(...numbers) > 5 ? { min: 0, max: 10 } : { min: 1, max: 5 }
}

/** The answers that were given, if so many people gave the same few that they were options. */
function optionsGiven(question: string, given: readonly string[], people: number): readonly string[] {
  if (given.length === 1 && isPolar(question) && /^(?:yes|no)$/i.test(given[0] ?? '')) return ['Yes', 'No']
  const isFew =
    given.length > 1 && given.length <= 8 && people >= 3 * given.length && given.every((each) => each.length < 60)
  return isFew || (given.length === 2 && given.every((each) => /^(?:yes|no)$/i.test(each))) ? given : []
}

/** A question in each row; further cells are its options. Rows of one cell are read as text. */
function listed({ rows, sheet }: Rows, added: AddedWords): Outline {
  const blocks = rows.flatMap((row, index) => {
    const place = placeOf(index, sheet)
    const cells = row.filter((cell) => cell !== '')
    const [first = '', ...others] = /^\(?\d{1,3}[.)]?$/.test(cells[0] ?? '') ? cells.slice(1) : cells
    const asked = first.split('\n').flatMap((line) => plainBlocks(line, { place }))
    return [...asked, ...others.flatMap((cell) => plainBlocks(cell, { place, marker: 'radio', depth: 1 }))]
  })
  return {
    ...outlineOf(
      withHeadings(blocks, () => undefined),
      added
    ),
    points: []
  }
}
