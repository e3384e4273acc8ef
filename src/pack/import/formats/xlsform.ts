import { written, type Answer, type Choice, type Outline, type Point, type Question, type Section } from '../outline.ts'
import { passage } from '../outline.ts'
import { asMarkdown } from '../clean.ts'
import { scaleAnswer } from '../recognise/answer.ts'
import { scaleOf } from '../recognise/scales.ts'
import { titleOf } from '../recognise/questions.ts'
import { optionAnswer } from './kinds.ts'
import type { Sheet } from './xlsx.ts'

/*
 * XLSForm (https://xlsform.org), the form of ODK, KoboToolbox and SurveyCTO: the sheets survey, choices and settings.
 */

/** Whether a workbook is an XLSForm. */
export function isXlsForm(sheets: readonly Sheet[]): boolean {
  const survey = sheetNamed(sheets, 'survey')
  return survey !== undefined && survey.some((row) => row.has('type'))
}

type Row = ReadonlyMap<string, string> & { readonly number: number }

/** The rows of a sheet by the headings of its columns; undefined if there is no such sheet. */
function sheetNamed(sheets: readonly Sheet[], name: string): Row[] | undefined {
  const sheet = sheets.find((each) => each.name.trim().toLowerCase() === name)
  if (sheet === undefined) return undefined
  const at = sheet.rows.findIndex((row) => row.some((cell) => cell !== ''))
  const head = (sheet.rows[at] ?? []).map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/\s*::?\s*/g, '::')
  )
  return sheet.rows
    .slice(at + 1)
    .map((row, index) =>
      Object.assign(
        new Map(
          head.flatMap((key, column): [string, string][] =>
            (row[column] ?? '') === '' || key === '' ? [] : [[key, row[column] ?? '']]
          )
        ),
        { number: at + index + 2 }
      )
    )
}

/** The outline of an XLSForm: its outer groups are sections. */
export function readXlsForm(sheets: readonly Sheet[]): Outline {
  const survey = sheetNamed(sheets, 'survey') ?? []
  const [settings] = sheetNamed(sheets, 'settings') ?? []
  const language = languageOf([...survey, ...(sheetNamed(sheets, 'choices') ?? [])], settings)
  const reader = new FormReader(choicesBy(sheetNamed(sheets, 'choices') ?? [], language), language, 'survey')
  for (const row of survey) reader.read(row)
  const title = settings?.get('form_title')
  const tag =
    /\(([a-z]{2,3}(?:-[A-Za-z]+)?)\)/.exec(language)?.[1] ??
    (/^[a-z]{2,3}(?:-[A-Za-z]{2})?$/.test(language) ? language : undefined)
  return {
    sections: reader.sections(),
    points: [...reader.points, ...otherLanguages(survey, language)],
    ...(title === undefined ? {} : { title }),
    ...(tag === undefined ? {} : { language: tag })
  }
}

/** The language of the form: as the settings say, else that of the first label; '' if there is only one. */
function languageOf(rows: readonly Row[], settings: Row | undefined): string {
  const languages = [
    ...new Set(rows.flatMap((row) => [...row.keys()].flatMap((key) => /^label::(.+)$/.exec(key)?.[1] ?? [])))
  ]
  const wanted = settings?.get('default_language')?.toLowerCase()
  const [first = ''] = languages
  return languages.find((each) => each === wanted) ?? (rows.some((row) => row.has('label')) ? '' : first)
}

function otherLanguages(rows: readonly Row[], language: string): Point[] {
  const keys = new Set(rows.flatMap((row) => [...row.keys()]))
  return [...keys].flatMap((key) => {
    const other = /^label::(.+)$/.exec(key)?.[1]
    return other === undefined || other === language ? [] : [{ code: 'language-left', detail: other }]
  })
}

function textIn(row: Row, key: string, language: string): string {
  return (language === '' ? undefined : row.get(`${key}::${language}`)) ?? row.get(key) ?? ''
}

function choicesBy(rows: readonly Row[], language: string): ReadonlyMap<string, readonly Choice[]> {
  const lists = new Map<string, Choice[]>()
  for (const row of rows) {
    const list = row.get('list_name') ?? row.get('list name') ?? ''
    const name = row.get('name') ?? row.get('value') ?? ''
    const label = titleOf(textIn(row, 'label', language)) || name
    if (label !== '') lists.set(list, [...(lists.get(list) ?? []), { label, name }])
  }
  return lists
}

/** Rows that collect something by themselves: nobody is asked. */
const SILENT =
  /^(?:start|end|today|deviceid|device id|phonenumber|phone number|simserial|subscriberid|username|email|audit|calculate|hidden|xml-external|csv-external|start-geopoint|background-audio|background-geopoint)$/

/** Columns that have a place in the outline. Others are remarks. */
const KNOWN =
  /^(?:type|name|label|hint|guidance_hint|required|relevant|appearance|parameters|calculation|constraint|constraint_message|required_message|choice_filter|repeat_count|default|media|image|audio|video|read_only|readonly)(?:::.*)?$/

class FormReader {
  readonly points: Point[] = []
  readonly #choices: ReadonlyMap<string, readonly Choice[]>
  readonly #language: string
  readonly #sheet: string
  readonly #sections: { title: string; questions: Question[] }[] = []
  /** The groups that are open. In one that is a table, all questions have the same options. */
  readonly #groups: { title: string; isTable: boolean; questions: Question[]; lists: string[] }[] = []
  #required = 0

  constructor(choices: ReadonlyMap<string, readonly Choice[]>, language: string, sheet: string) {
    this.#choices = choices
    this.#language = language
    this.#sheet = sheet
  }

  sections(): Section[] {
    while (this.#groups.length > 0) this.#endGroup()
    if (this.#required > 0) this.points.push({ code: 'required', detail: String(this.#required) })
    return this.#sections
      .filter(({ questions }) => questions.length > 0)
      .map((section) => ({ ...section, reading: '' }))
  }

  read(row: Row): void {
    const type = (row.get('type') ?? '').trim().toLowerCase().replaceAll(/\s+/g, ' ')
    if (type === '') return
    if (/^begin[ _](?:group|repeat)$/.test(type)) return this.#beginGroup(row, type)
    if (/^end[ _](?:group|repeat)$/.test(type)) return this.#endGroup()
    const label = textIn(row, 'label', this.#language)
    if (SILENT.test(type) || (label === '' && row.get('calculation') !== undefined)) {
      this.points.push({
        code: 'item-left',
        detail: [row.get('name') ?? type, row.get('calculation') ?? ''].filter((each) => each !== '').join(' = ')
      })
      return
    }
    if (/^(?:yes|true|true\(\))$/i.test(row.get('required') ?? '')) this.#required += 1
    this.#add(this.#questionOf(row, type, label), type.split(' ')[1] ?? '')
  }

  #beginGroup(row: Row, type: string): void {
    const title = titleOf(textIn(row, 'label', this.#language))
    const isTable = /table-list|\blist\b/.test(row.get('appearance') ?? '')
    const points: Point[] = [
      ...(type.includes('repeat') ? [{ code: 'repeat', detail: title } as const] : []),
      ...conditions(row)
    ]
    if (this.#groups.length === 0) this.#sections.push({ title, questions: [] })
    const isNested = this.#groups.length > 0
    const heading: Question[] =
      (isNested || points.length > 0) && !isTable
        ? [{ ask: title === '' ? '…' : `**${asMarkdown(title)}**`, answer: passage, points, place: this.#place(row) }]
        : []
    this.#groups.push({ title, isTable, questions: heading.filter(() => title !== '' || points.length > 0), lists: [] })
  }

  #endGroup(): void {
    const group = this.#groups.pop()
    if (group === undefined) return
    const questions = group.isTable
      ? asTable(group.title, group.questions, group.lists, this.#choices)
      : group.questions
    const outer = this.#groups.at(-1)?.questions ?? this.#sections.at(-1)?.questions
    outer?.push(...questions)
  }

  #add(question: Question, list: string): void {
    const group = this.#groups.at(-1)
    group?.lists.push(list)
    if (group !== undefined) return void group.questions.push(question)
    if (this.#sections.length === 0 || this.#sections.at(-1)?.title !== '')
      this.#sections.push({ title: '', questions: [] })
    this.#sections.at(-1)?.questions.push(question)
  }

  #place(row: Row): Question['place'] & object {
    return { at: 'row', number: row.number, sheet: this.#sheet }
  }

  #questionOf(row: Row, type: string, label: string): Question {
    const { answer, points } = this.#answerOf(row, type)
    const hint = [textIn(row, 'hint', this.#language), textIn(row, 'guidance_hint', this.#language)]
      .filter((each) => each !== '')
      .map(formMarkdown)
      .join('\n\n')
    const pictures = [...row].flatMap(([key, value]): Point[] =>
      /^(?:media::)?(?:image|audio|video|big-image)(?:::.*)?$/.test(key) ? [{ code: 'picture', detail: value }] : []
    )
    const remarks = [...row].filter(([key]) => !KNOWN.test(key)).map(([key, value]) => `${key}: ${value}`)
    return {
      ask: formMarkdown(label === '' ? (row.get('name') ?? '') : label),
      answer,
      ...(hint === '' ? {} : { help: hint }),
      ...(row.get('name') === undefined ? {} : { name: row.get('name') ?? '' }),
      ...whenOf(row),
      place: this.#place(row),
      points: [...points, ...pictures, ...conditions(row), ...rulesOf(row, answer)],
      remarks
    }
  }

  #answerOf(row: Row, type: string): { answer: Answer; points: readonly Point[] } {
    const [kind = '', list = '', extra = ''] = type.split(' ')
    const options =
      this.#choices.get((row.get('type') ?? '').trim().split(/\s+/)[1] ?? '') ?? this.#choices.get(list) ?? []
    const all = extra === 'or_other' ? [...options, { label: 'Other' }] : options
    const parameters = row.get('parameters') ?? ''
    const [from, to, step] = ['start', 'end', 'step']
      .map((key) => new RegExp(`${key}\\s*=\\s*(-?\\d+)`).exec(parameters)?.[1])
      .map((each) => (each === undefined ? undefined : Number(each)))
    switch (kind) {
      case 'text':
        return { answer: written, points: [] }
      case 'note':
        return { answer: passage, points: [] }
      case 'integer':
        return { answer: { type: 'number', keys: { integer: true } }, points: [] }
      case 'decimal':
        return { answer: { type: 'number' }, points: [] }
      case 'range':
        return (step ?? 1) === 1 && (to ?? 10) - (from ?? 0) <= 20
          ? { answer: { type: 'scale', keys: { from: from ?? 0, to: to ?? 10 } }, points: [] }
          : { answer: { type: 'number', keys: { min: from ?? 0, max: to ?? 10 } }, points: [] }
      case 'date':
        return { answer: { type: 'date' }, points: [] }
      case 'acknowledge':
      case 'trigger':
        return { answer: { type: 'yes-no' }, points: [] }
      case 'select_one':
      case 'select_multiple':
      case 'rank':
        return withList(
          optionAnswer(({ select_one: 'choice', select_multiple: 'choices', rank: 'ranking' } as const)[kind], {
            options: all
          }),
          all,
          list
        )
      default:
        return { answer: written, points: [{ code: 'kind-unknown', detail: type }] }
    }
  }
}

function withList(
  answer: Answer,
  options: readonly Choice[],
  list: string
): { answer: Answer; points: readonly Point[] } {
  return answer === written
    ? { answer, points: [{ code: 'no-options', detail: [list, ...options.map(({ label }) => label)].join(': ') }] }
    : { answer, points: [] }
}

/** Labels of XLSForm are Markdown, in part; `${name}` is an earlier answer. */
function formMarkdown(text: string): string {
  const marked = text
    .split(/(\*\*[^*\n]+\*\*)/)
    .map((piece, index) => (index % 2 === 1 ? piece : asMarkdown(piece)))
    .join('')
  return marked
    .replaceAll(/\\?\$\{([^}]+)\}/g, '[$1]')
    .replaceAll('[', '\\[')
    .replaceAll('\\\\[', '\\[')
}

/** `${part} = 'led'` and `selected(${part}, 'led')` are conditions of a pack, too. */
function whenOf(row: Row): Pick<Question, 'when'> {
  const relevant = row.get('relevant')?.trim() ?? ''
  const alternatives = relevant
    .split(/\s+or\s+/)
    .map((each) => /^\(?\s*(?:selected\(\s*)?\$\{([^}]+)\}\s*[=,]\s*["'‘’]([^"'‘’]*)["'‘’]\s*\)*$/.exec(each))
  const [first] = alternatives
  if (first === undefined || first === null || !alternatives.every((each) => each?.[1] === first[1])) return {}
  return { when: { name: first[1] ?? '', options: alternatives.map((each) => each?.[2] ?? '') } }
}

/** The condition in words, if the pack cannot have it. */
function conditions(row: Row): Point[] {
  const relevant = row.get('relevant')
  return relevant === undefined || whenOf(row).when !== undefined ? [] : [{ code: 'condition', detail: relevant }]
}

function rulesOf(row: Row, answer: Answer): Point[] {
  const rules = [
    'constraint',
    'constraint_message',
    'choice_filter',
    'default',
    'calculation',
    'read_only',
    'readonly'
  ].flatMap((key) => (row.has(key) ? [`${key}: ${row.get(key)}`] : []))
  return rules.length === 0 || answer === passage ? [] : [{ code: 'rule', detail: rules.join('; ') }]
}

/** A group of questions with the same options is one scale with statements, if the options are one. */
function asTable(
  title: string,
  questions: readonly Question[],
  lists: readonly string[],
  choices: ReadonlyMap<string, readonly Choice[]>
): Question[] {
  const asked = questions.filter(({ answer }) => answer !== passage)
  const names = new Set(lists.filter((list) => list !== ''))
  const [list = ''] = names
  const options = [...choices].find(([name]) => name.toLowerCase() === list)?.[1] ?? []
  const scale = names.size === 1 ? scaleOf(options.map(({ label }) => label)) : undefined
  if (scale === undefined || asked.length < 2)
    return [...(title === '' ? [] : [{ ask: `**${asMarkdown(title)}**`, answer: passage }]), ...questions]
  const statements = asked.map(({ ask, name }) => ({ label: titleOf(ask), ...(name === undefined ? {} : { name }) }))
  const helps = asked.flatMap(({ help }) => help ?? [])
  const notes = questions.filter(({ answer }) => answer === passage).map((note) => note.ask)
  const ask = notes.length > 0 ? notes.join('\n\n') : asMarkdown(title)
  const [first] = asked
  return [
    {
      ask: ask === '' ? (first?.ask ?? '') : ask,
      ...(notes.length > 0 && title !== '' ? { title } : {}),
      answer: scaleAnswer(scale, statements),
      ...(helps.length === 0 ? {} : { help: helps.join('\n\n') }),
      ...(first?.place === undefined ? {} : { place: first.place }),
      points: asked.flatMap(({ points = [] }) => points),
      remarks: asked.flatMap(({ remarks = [] }) => remarks)
    }
  ]
}
