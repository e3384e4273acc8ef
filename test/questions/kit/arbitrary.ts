import * as fc from 'fast-check'
import { check } from '../../../src/questions/index.ts'
import type { Answer, Bounds, Column, Option, Prompt, PromptType } from '../../../src/questions/shared/model.ts'

/** Signs that mean something in Markdown, YAML, JSON or the journal's own forms. */
const signs = [
  ...'|*_[](){}`<>#-+.,:;!&~"\'\\ 1x—…',
  '**',
  '- ',
  '1. ',
  '[x] ',
  '[ ] ',
  '*Other:* ',
  '*Not sure.*',
  '**4** of 5',
  'yes',
  'no',
  'When ',
  ', I will ',
  '*Arall:* ',
  '*Ddim yn siŵr.*',
  '**4** o 5',
  'ie',
  'nage',
  'Pan ',
  ', byddaf yn ',
  '```',
  '```json',
  '---',
  '| --- |',
  '<!-- reflect:a text -->',
  '\\|',
  '{a}',
  '{b}',
  '\\{',
  '> '
]

/** Words on one line, of any script and any signs. */
const line: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...signs),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      fc.constantFrom('a', 'b', ' ')
    ),
    { minLength: 1, maxLength: 6 }
  )
  .map((parts) =>
    parts
      .join('')
      .replaceAll(/[\n\r]/g, ' ')
      .trim()
  )
  .filter((words) => words !== '')

/** Text of any number of lines. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      line,
      fc.constantFrom('', ' ', '\n', '\t', '\r\n', '\u2028', '<!-- reflect:t text -->', '\\<!-- reflect:', '> a', '```')
    ),
    { minLength: 1, maxLength: 8 }
  )
  .map((lines) => lines.join('\n'))
  .filter((words) => words.trim() !== '')

const id = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/) },
  { weight: 1, arbitrary: fc.constantFrom('1', '10', '2', '__proto__', 'constructor', 'toString') }
)

/** Options as a pack gives them, or as a learner's own items do: ids and labels alike. */
const options: fc.Arbitrary<Option[]> = fc.oneof(
  fc.uniqueArray(fc.record({ id, label: line }), { selector: (option) => option.id, minLength: 1, maxLength: 5 }),
  fc.uniqueArray(line, { minLength: 1, maxLength: 5 }).map((labels) => labels.map((label) => ({ id: label, label })))
)

const bounds: fc.Arbitrary<Bounds> = fc.constantFrom({}, { min: 1 }, { max: 9 }, { min: 1, max: 9 })
const common = fc.record(
  { id: fc.constantFrom('first', 'a-b', 'first.follow_up'), ask: text, title: line },
  { requiredKeys: ['id', 'ask'] }
)
const item = fc.oneof(
  line,
  line.map((words) => ` ${words}\t`)
)
const other = line.map((words) => ({ other: words }))

const column: fc.Arbitrary<Column> = fc
  .record({
    id: id.filter((name) => name !== 'row'),
    title: line,
    type: fc.constantFrom('text' as const, 'choice' as const, 'yes-no' as const),
    options
  })
  .map((made) => (made.type === 'choice' ? made : { ...made, options: [] }))

function cell({ type, options: own }: Column): fc.Arbitrary<string | boolean> {
  if (type === 'yes-no') return fc.boolean()
  return type === 'choice' ? fc.constantFrom(...own.map((option) => option.id)) : item
}

type Own<T extends PromptType> = Omit<Extract<Prompt, { type: T }>, 'id' | 'ask'>
type Pair = [own: object, answer: fc.Arbitrary<unknown>]

/** Each type that asks something: its own part of a prompt, with answers to it. */
const pairs: { [T in Exclude<PromptType, 'note'>]: fc.Arbitrary<Pair> } = {
  text: fc
    .constantFrom(...([{ type: 'text' }, { type: 'text', lines: 1 }] satisfies Own<'text'>[]))
    .map((own) => [own, own.lines === 1 ? line : text]),
  recall: fc.constant([{ type: 'recall', of: [], reword: true, shown: 'earlier\n\nwords' } as Own<'recall'>, text]),
  list: bounds.map((items) => [
    { type: 'list', items } satisfies Own<'list'>,
    fc.array(item, { minLength: 1, maxLength: 6 })
  ]),
  choice: fc.record({ options, other: fc.boolean() }).map((own) => {
    const ids = fc.constantFrom(...own.options.map((option) => option.id))
    return [{ type: 'choice', ...own } satisfies Own<'choice'>, own.other ? fc.oneof(ids, other) : ids]
  }),
  choices: fc.record({ options, other: fc.boolean(), pick: fc.constantFrom({}, { min: 1 }) }).map((own) => {
    const ids = fc.shuffledSubarray(
      own.options.map((option) => option.id),
      { minLength: 1 }
    )
    const picks = own.other ? fc.tuple(ids, other).map(([some, words]) => [words, ...some]) : ids
    return [{ type: 'choices', ...own } satisfies Own<'choices'>, fc.oneof(ids, picks)]
  }),
  ranking: options.map((all) => {
    const ids = all.map((option) => option.id)
    return [
      { type: 'ranking', options: all } satisfies Own<'ranking'>,
      fc.shuffledSubarray(ids, { minLength: ids.length })
    ]
  }),
  scale: fc
    .record({
      from: fc.integer({ min: -3, max: 1 }),
      to: fc.integer({ min: 2, max: 10 }),
      labels: fc.dictionary(fc.constantFrom('1', '2', '-1', '10'), line),
      statements: fc.uniqueArray(
        fc.record(
          { id, text: line, labels: fc.dictionary(fc.constantFrom('1', '2'), line) },
          { requiredKeys: ['id', 'text'] }
        ),
        { selector: (statement) => statement.id, maxLength: 4 }
      ),
      unsure: fc.boolean()
    })
    .map((own) => {
      const number = fc.integer({ min: own.from, max: own.to })
      const rating = own.unsure ? fc.option(number) : number
      const ratings = fc.tuple(
        ...own.statements.map((statement) => rating.map((value) => [statement.id, value] as const))
      )
      return [
        { type: 'scale', ...own } satisfies Own<'scale'>,
        own.statements.length === 0 ? rating : ratings.map((all) => Object.fromEntries(all))
      ]
    }),
  table: fc
    .record(
      {
        columns: fc.uniqueArray(column, { selector: (made) => made.id, minLength: 1, maxLength: 3 }),
        rows: options,
        rowTitle: line,
        addRows: fc.constant({})
      },
      { requiredKeys: ['columns', 'rows'] }
    )
    .map((own) => {
      const cells = fc.tuple(
        ...own.columns.map((made) => fc.option(cell(made)).map((value) => [made.id, value] as const))
      )
      const given = own.rows.map((row) => row.id)
      const names =
        own.addRows === undefined
          ? fc.subarray(given)
          : fc.uniqueArray(fc.oneof(fc.constantFrom(...given), line), { minLength: 1, maxLength: 4 })
      const answer = names.chain((rows) =>
        fc.tuple(
          ...rows.map((row) =>
            cells.map((all) => Object.fromEntries([['row', row], ...all.filter(([, value]) => value !== null)]))
          )
        )
      )
      return [{ type: 'table', ...own } satisfies Own<'table'>, answer]
    }),
  sentence: fc.tuple(line, line, line).chain(([a, b, c]) => {
    const template = fc.constantFrom(
      `${a} {what} ${b}`,
      '{what}',
      `{what}{why}`,
      `${a} {what}, ${b} {why} ${c}`,
      `{why} {what}`,
      `${a}{what}${b}{why}`
    )
    return template.map((words): Pair => {
      const gaps = Object.fromEntries(
        ['what', 'why'].filter((gap) => words.includes(`{${gap}}`)).map((gap) => [gap, { ask: b }])
      )
      const answer = fc.record(Object.fromEntries(Object.keys(gaps).map((gap) => [gap, item])))
      return [{ type: 'sentence', template: words, gaps } satisfies Own<'sentence'>, answer]
    })
  }),
  plan: fc
    .record({ ifLabel: line, thenLabel: line }, { requiredKeys: [] })
    .map((own) => [{ type: 'plan', ...own } satisfies Own<'plan'>, fc.record({ if: item, then: item })]),
  number: fc
    .record({ unit: line, integer: fc.constant(false), min: fc.constant(-1e300) }, { requiredKeys: ['integer'] })
    .map((own) => [
      { type: 'number', ...own } satisfies Own<'number'>,
      fc.double({ noNaN: true, min: -1e300, max: 1e300 })
    ]),
  date: fc.constant([
    { type: 'date', earliest: '0001-01-01' } as Own<'date'>,
    fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  ]),
  'yes-no': fc.constant([{ type: 'yes-no' } as Own<'yes-no'>, fc.boolean()])
}

/** The types that ask something. */
export const askingTypes = Object.keys(pairs) as (keyof typeof pairs)[]

/** A prompt of a type and a checked answer to it. */
export function answered(type: keyof typeof pairs): fc.Arbitrary<{ prompt: Prompt; answer: Answer }> {
  const made = fc
    .tuple(common, pairs[type])
    .chain(([shared, [own, values]]) => values.map((value) => ({ prompt: { ...shared, ...own } as Prompt, value })))
  return made
    .map(({ prompt, value }) => ({ prompt, checked: check(prompt, value) }))
    .filter(({ checked }) => checked.ok)
    .map(({ prompt, checked }) => ({ prompt, answer: (checked as { answer: Answer }).answer }))
}
