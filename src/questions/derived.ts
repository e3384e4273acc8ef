import { present } from '../util/records.ts'
import { answerKind, asks, nameIn, offers, scaleRatings } from './index.ts'
import type {
  Answer,
  AnswerKind,
  Bounds,
  Derivation,
  Derived,
  EntryWords,
  Option,
  Prompt,
  TablePrompt
} from './shared/model.ts'

/** An answer, or a part of it, from which a value is derived. */
export interface DerivedFrom {
  readonly prompt: Prompt
  readonly answer: Answer
  readonly part?: string
}

/** A derived value as the answer to a prompt that nobody asked: conditions and quotations treat it like any other. */
export interface DerivedAnswer {
  readonly prompt: Prompt
  readonly answer: Answer
  /** What a text quotes instead of the answer. */
  readonly quoted?: Answer
}

/** How one kind of value is derived. */
interface Rule {
  /** Whether a prompt, or a part of its answer, gives what is needed. */
  fits(prompt: Prompt, part: string | undefined): boolean
  /** What conditions can ask about it. The prompts fit. */
  kind(prompts: readonly Prompt[], of: Derived): AnswerKind
  /** The value; undefined if the answers do not give one. */
  value(given: readonly DerivedFrom[], of: Derived, words: EntryWords): DerivedAnswer | undefined
}

const rules: { readonly [D in Exclude<Derivation, 'days' | 'times'>]: Rule } = {
  lowest: extreme((ratings) => Math.min(...ratings)),
  highest: extreme((ratings) => Math.max(...ratings)),
  first: ofRanking((ids) => ids[0]),
  last: ofRanking((ids) => ids.at(-1)),
  widest: {
    fits: isRanking,
    kind: ([first]) => ({ of: 'one', ...idsOf(first) }),
    value: ([one, other]) => one && other && picked(one.prompt, widest(idsIn(one), idsIn(other)))
  },
  count: {
    fits: (prompt, part) => part === undefined && answerKind(prompt, undefined)?.of === 'several',
    kind: ([prompt]) => ({ of: 'number', whole: true, range: countOf(prompt) }),
    value: ([given]) => given && counted(given)
  },
  rows: {
    fits: (prompt, part) => prompt.type === 'table' && prompt.columns.some(({ id }) => id === part),
    kind: ([prompt]) => ({ of: 'several', ...idsOf(prompt) }),
    value: ([given], { is }, words) => (given && is !== undefined && rowsWith(given, is, words)) || undefined
  },
  difference: {
    fits: (prompt, part) => asks(prompt) && answerKind(prompt, part)?.of === 'number',
    kind: (prompts, { of }) => {
      const [a, b] = prompts.map((prompt, index) => answerKind(prompt, of[index]?.part))
      return { of: 'number', whole: a?.whole === true && b?.whole === true, range: between(a?.range, b?.range) }
    },
    value: ([one, other]) => {
      const [a, b] = [numberIn(one), numberIn(other)]
      // Decimal fractions: 0.3 - 0.1 is 0.2.
      return a === undefined || b === undefined ? undefined : aNumber(Number((a - b).toPrecision(12)))
    }
  }
}

/** Whether a value can be derived from a prompt, or from a part of its answer. Days can be counted from a date. */
export function canDerive(derive: Derivation, prompt: Prompt, part: string | undefined): boolean {
  if (derive === 'days') return prompt.type === 'date' && part === undefined
  return derive === 'times' || rules[derive].fits(prompt, part)
}

/** What conditions can ask about a derived value; undefined if a prompt does not fit. */
export function derivedKind(of: Derived, prompts: readonly Prompt[]): AnswerKind | undefined {
  if (of.derive === 'times') return { of: 'number', whole: true, range: { min: 0 } }
  if (of.derive === 'days') return { of: 'number', whole: true, range: { min: 0 } }
  const { fits, kind } = rules[of.derive]
  return of.of.every(({ part }, index) => isFit(prompts[index], part, fits)) ? kind(prompts, of) : undefined
}

function isFit(prompt: Prompt | undefined, part: string | undefined, fits: Rule['fits']): boolean {
  return prompt !== undefined && fits(prompt, part)
}

/** The value that is derived from answers, one for each reference; undefined if they do not give one. */
export function derivedAnswer(
  of: Derived,
  given: readonly DerivedFrom[],
  words: EntryWords
): DerivedAnswer | undefined {
  if (of.derive === 'times' || of.derive === 'days') return undefined
  const { fits, value } = rules[of.derive]
  return given.every(({ prompt, part }) => fits(prompt, part)) ? value(given, of, words) : undefined
}

/** A number as the answer to a number prompt. A text shows it without its sign. */
export function aNumber(value: number): DerivedAnswer {
  return {
    prompt: { type: 'number', id: 'derived', ask: '', integer: false },
    answer: value,
    ...(value < 0 ? { quoted: -value } : {})
  }
}

/** Options as the answer to a choices prompt; undefined if there are none. */
function chosen(options: readonly Option[]): DerivedAnswer | undefined {
  if (options.length === 0) return undefined
  const prompt: Prompt = { type: 'choices', id: 'derived', ask: '', options, other: false, pick: {} }
  return { prompt, answer: options.map(({ id }) => id) }
}

/** One option of a ranking. */
function picked(prompt: Prompt, id: string | undefined): DerivedAnswer | undefined {
  return chosen(offers(prompt, undefined).filter((option) => option.id === id))
}

/** The statements with the lowest or highest rating; none if fewer than two are rated, or all alike. */
function extreme(find: (ratings: readonly number[]) => number): Rule {
  return {
    fits: (prompt, part) => part === undefined && prompt.type === 'scale' && prompt.statements.length > 0,
    kind: ([prompt]) => ({ of: 'several', ...idsOf(prompt) }),
    value: ([given]) => {
      const rated = given === undefined ? [] : ratedIn(given)
      const ratings = rated.map(({ value }) => value)
      if (new Set(ratings).size < 2) return undefined
      return chosen(rated.filter(({ value }) => value === find(ratings)))
    }
  }
}

function ratedIn({ prompt, answer }: DerivedFrom): (Option & { readonly value: number })[] {
  return scaleRatings(prompt, answer).flatMap(({ statement, value }) =>
    statement === undefined || value === null ? [] : [{ id: statement.id, label: statement.text, value }]
  )
}

function ofRanking(find: (ids: readonly string[]) => string | undefined): Rule {
  return {
    fits: isRanking,
    kind: ([prompt]) => ({ of: 'one', ...idsOf(prompt) }),
    value: ([given]) => given && picked(given.prompt, find(idsIn(given)))
  }
}

function isRanking({ type }: Prompt, part: string | undefined): boolean {
  return type === 'ranking' && part === undefined
}

/** The option whose places differ most, the first of several in the first order; undefined if the orders are the same. */
function widest(one: readonly string[], other: readonly string[]): string | undefined {
  let [found, most]: [string | undefined, number] = [undefined, 0]
  for (const [place, id] of one.entries()) {
    const distance = other.includes(id) ? Math.abs(other.indexOf(id) - place) : 0
    if (distance > most) [found, most] = [id, distance]
  }
  return found
}

function idsIn({ answer }: DerivedFrom): readonly string[] {
  return Array.isArray(answer) ? answer.filter((id): id is string => typeof id === 'string') : []
}

/** The ids that a prompt offers, if they are known before it is asked. */
function idsOf(prompt: Prompt | undefined): Pick<AnswerKind, 'ids'> {
  if (prompt === undefined) return {}
  const isOpen = ('optionsFrom' in prompt && prompt.optionsFrom !== undefined) || hasOpenRows(prompt)
  return isOpen ? {} : { ids: offers(prompt, undefined).map(({ id }) => id) }
}

function hasOpenRows(prompt: Prompt): boolean {
  return prompt.type === 'table' && (prompt.rowsFrom !== undefined || prompt.addRows !== undefined)
}

/** How many items an answer can have. */
function countOf(prompt: Prompt | undefined): Bounds {
  return { min: 0, ...(prompt && answerKind(prompt, undefined)?.count) }
}

/** The number of items; of a table, of the rows in which something is filled in or that the learner added. */
function counted({ prompt, answer }: DerivedFrom): DerivedAnswer | undefined {
  if (!Array.isArray(answer)) return undefined
  if (prompt.type !== 'table') return aNumber(answer.length)
  const given = new Set(prompt.rows.map(({ id }) => id))
  const rows: readonly unknown[] = answer
  return aNumber(rows.filter((row) => Object.keys(Object(row)).length > 1 || !given.has(rowIn(row))).length)
}

/** The rows whose cell in a column holds a value, by name. */
function rowsWith({ prompt, answer, part }: DerivedFrom, is: string, words: EntryWords): DerivedAnswer | undefined {
  if (prompt.type !== 'table' || !Array.isArray(answer)) return undefined
  const rows: readonly unknown[] = answer
  const matching = rows.filter((row) => cellIn(row, part) === cellValue(prompt, part, is))
  return chosen(matching.map(rowIn).map((id) => ({ id, label: nameIn(prompt, id, words) })))
}

function rowIn(row: unknown): string {
  return String(cellIn(row, 'row') ?? '')
}

function cellIn(row: unknown, column: string | undefined): unknown {
  return Object.entries(Object(row)).find(([key]) => key === column)?.[1]
}

/** A value as a cell of a column holds it: yes or no as a truth value, anything else as it is written. */
function cellValue({ columns }: TablePrompt, column: string | undefined, is: string): string | boolean {
  return columns.find(({ id }) => id === column)?.type === 'yes-no' ? is === 'true' : is
}

function numberIn(given: DerivedFrom | undefined): number | undefined {
  const value = given?.part === undefined ? given?.answer : cellIn(given.answer, given.part)
  return typeof value === 'number' ? value : undefined
}

/** The bounds of a difference. */
function between(a: Bounds = {}, b: Bounds = {}): Bounds {
  const minus = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined ? undefined : one - other
  return present({ min: minus(a.min, b.max), max: minus(a.max, b.min) })
}
