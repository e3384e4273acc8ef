import { isRetired } from '../entry/retired.ts'
import type { Entry } from '../entry/model.ts'
import type { Exercise } from '../pack/model.ts'
import type { Answer, Prompt, Reference } from '../questions/shared/model.ts'

/** An answer that later prompts may refer to: the prompt as it was asked, the answer, and whether it is private. */
export interface Fact {
  readonly prompt: Prompt
  readonly answer: Answer
  readonly private: boolean
}

/** The learner's latest finished entries of other exercises of the pack, by exercise id. */
export type EarlierEntries = ReadonlyMap<string, Entry>

/** The answers of this session by prompt id: only visible prompts, only valid answers. */
export type SessionAnswers = ReadonlyMap<string, Fact>

/** The answer that a reference points at. */
export interface FoundAnswer extends Fact {
  readonly part?: string
}

/**
 * Looks a reference up in this session or, with an exercise, in its latest finished entry. A follow-up is an answer of its own,
 * so `role.follow_up` is a whole answer and not a part of one. Undefined if there is no such answer.
 */
export function lookUp(reference: Reference, given: SessionAnswers, earlier: EarlierEntries): FoundAnswer | undefined {
  const { prompt, part } = reference
  const whole = part === 'follow_up' ? `${prompt}.follow_up` : prompt
  const fact = reference.exercise === undefined ? given.get(whole) : factOf(earlier.get(reference.exercise), whole)
  if (fact === undefined) return undefined
  return part === undefined || part === 'follow_up' ? fact : { ...fact, part }
}

function factOf(entry: Entry | undefined, id: string): Fact | undefined {
  const section = entry?.sections.find((candidate) => candidate.id === id && !isRetired(candidate))
  if (section?.prompt === undefined || section.body.kind !== 'answered') return undefined
  return { prompt: section.prompt, answer: section.body.answer, private: section.private }
}

/**
 * The other exercises that an exercise's texts, conditions and recalls refer to. Only their latest entries must be read before
 * it starts.
 */
export function exercisesNamed(exercise: Exercise): string[] {
  const named = new Set<string>()
  collect(exercise, named)
  return [...named]
}

function collect(value: unknown, named: Set<string>): void {
  if (typeof value === 'string') {
    for (const [, name = ''] of value.matchAll(/\{\{\s*([a-z][a-z0-9-]*)\//g)) named.add(name)
  } else if (typeof value === 'object' && value !== null) {
    if ('exercise' in value && 'prompt' in value && typeof value.exercise === 'string') named.add(value.exercise)
    for (const part of Object.values(value)) collect(part, named)
  }
}
