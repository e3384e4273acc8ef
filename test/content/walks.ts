import { newSection } from '../../src/entry/codec.ts'
import type { Entry, EntryHead } from '../../src/entry/model.ts'
import type { Exercise, Pack } from '../../src/pack/model.ts'
import type { Answer, Prompt, TablePrompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { answering, type Said } from '../kit/answering.ts'

/** Chooses one of several: an option, a value of a scale, yes or no. */
export type Pick = <T>(of: readonly T[], prompt: Prompt) => T

/** What is asked and answered in the exercises of a pack, in order, by exercise; each exercise meets the answers of those before it. */
export function walkPack({ exercises }: Pack, pick: Pick): ReadonlyMap<string, readonly Said[]> {
  const earlier = new Map<string, Entry>()
  return new Map(
    exercises.map((exercise) => {
      const said = answering({ exercise, earlier, words: english.entry }, (prompt, usual) => full(prompt, usual, pick))
      earlier.set(exercise.id, entryOf(exercise, said))
      return [exercise.id, said]
    })
  )
}

/** The entry of an exercise in which this was said. */
export function entryOf({ id, title }: Exercise, said: readonly Said[]): Entry {
  const day = '2026-11-23T19:20:00+00:00'
  const of = { pack: 'pack', packVersion: '1.0.0', exercise: id, title, language: 'en', tags: [] }
  const head: EntryHead = { id: '1', ...of, status: 'finished', started: day, finished: day, zone: 'Europe/London' }
  const sections = said.map(({ prompt, answer }) => {
    const body =
      answer === undefined
        ? ({ kind: 'none' } as const)
        : ({ kind: 'answered', answer, before: '', after: '' } as const)
    return newSection(prompt, body, false, english.entry, 'en')
  })
  return { head, sections }
}

/** How many words are written where the author suggests no length. */
const LINE = 8
const TEXT = 20
const ITEM = 5

/** The answer of somebody who writes as much as is asked for. */
function full(prompt: Prompt, usual: Answer, pick: Pick): Answer {
  switch (prompt.type) {
    case 'text':
      return some(prompt.lines === 1 ? LINE : (prompt.words?.max ?? TEXT))
    case 'list':
      return numbered(prompt.items.max ?? 3)
    case 'choice':
      return pick(prompt.options, prompt).id
    case 'choices':
      return [pick(prompt.options, prompt).id]
    case 'yes-no':
      return pick([true, false], prompt)
    case 'scale': {
      const value = pick(between(prompt.from, prompt.to), prompt)
      const [first] = prompt.statements
      return first === undefined ? value : { ...ratedBest(prompt), [first.id]: value }
    }
    case 'table':
      return filled(prompt)
    case 'sentence':
      return Object.fromEntries(Object.keys(prompt.gaps).map((gap) => [gap, some(LINE)]))
    case 'plan':
      return { if: some(LINE), then: some(LINE) }
    default:
      return usual
  }
}

function ratedBest({ statements, to }: Extract<Prompt, { type: 'scale' }>): Record<string, number> {
  return Object.fromEntries(statements.map(({ id }) => [id, to]))
}

function filled({ rows, addRows, columns }: TablePrompt) {
  const cells = columns.map(({ id, type, options }): [string, string | boolean] => [
    id,
    type === 'text' ? some(ITEM) : type === 'choice' ? (options[0]?.id ?? '') : true
  ])
  const names = [...rows.map(({ id }) => id), ...numbered(addRows?.max ?? 0)]
  return names.map((row) => ({ row, ...Object.fromEntries(cells) }))
}

/** The words that a learner writes in an answer: not the options and rows that are given. */
export function writtenIn({ prompt, answer }: Said): string[] {
  if (answer === undefined) return []
  switch (prompt.type) {
    case 'text':
    case 'list':
    case 'sentence':
    case 'plan':
    case 'recall':
      return stringsIn(answer)
    case 'table': {
      const given = new Set(prompt.rows.map(({ id }) => id))
      const typed = new Set(prompt.columns.filter(({ type }) => type === 'text').map(({ id }) => id))
      const rows = answer as readonly Record<string, string | boolean>[]
      return rows.flatMap((row) =>
        Object.entries(row).flatMap(([key, cell]) =>
          typed.has(key) || (key === 'row' && !given.has(String(cell))) ? [String(cell)] : []
        )
      )
    }
    default:
      return []
  }
}

/** Every string in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function some(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
}

function numbered(count: number): string[] {
  return between(1, count).map((number) => `${some(ITEM - 1)} ${number}`)
}

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
