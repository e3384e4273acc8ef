import { isAttachable } from '../questions/index.ts'
import { attachedKeys, attachedNamed } from '../questions/shared/attached.ts'
import { isRetired } from '../entry/retired.ts'
import { dayOf } from '../dates/time.ts'
import { daysBetween } from '../dates/calendar.ts'
import type { Entry } from '../entry/model.ts'
import type { Exercise } from '../pack/model.ts'
import { aNumber, derivedAnswer, type DerivedFrom } from '../questions/derived.ts'
import type { Answer, Derived, EntryWords, Prompt, Reference, Source } from '../questions/shared/model.ts'
import { isDerived, referencesOf, sourcesIn } from '../questions/shared/reference.ts'

/** An answer that later prompts may refer to: the prompt as it was asked, the answer, and whether it is private. */
export interface Fact {
  readonly prompt: Prompt
  readonly answer: Answer
  readonly private: boolean
}

/** The learner's latest finished entries of exercises of the pack, by exercise id. The own exercise means its previous run. */
type EarlierEntries = ReadonlyMap<string, Entry>

/** What a session knows besides its answers. */
export interface Surroundings {
  readonly earlier: EarlierEntries
  readonly words: EntryWords
  /** Of the entry: English and Welsh words get a small first letter inside a sentence. Default: English. */
  readonly language?: string
  /** Any text that stays the same for one entry: it decides which random wordings are drawn. */
  readonly seed?: string
  /** How often the exercise was finished before; absent if nothing in it depends on that. */
  readonly times?: number
  /** The local day, `YYYY-MM-DD`; absent if days are not counted. */
  readonly today?: string
}

/** The answers of this session by prompt id: only visible prompts, only valid answers. */
export type SessionAnswers = ReadonlyMap<string, Fact>

/** The answer that a reference points at, or a derived value in the form of an answer. */
export interface FoundAnswer extends Fact {
  readonly part?: string
  /** What a text quotes instead of the answer. */
  readonly quoted?: Answer
  /** When the entry with the answer was finished, in milliseconds; absent for answers of this session. */
  readonly finished?: number
}

/** Looks up what a condition compares or a text quotes. Undefined if there is no such answer, or nothing to derive. */
export function lookUp(source: Source, given: SessionAnswers, around: Surroundings): FoundAnswer | undefined {
  return isDerived(source) ? derived(source, given, around) : answerAt(source, given, around.earlier)
}

/**
 * Looks a reference up in this session or, with an exercise, in its latest finished entry. An attached question has an
 * answer of its own, so `role.follow_up` is a whole answer and not a part of one.
 */
function answerAt(reference: Reference, given: SessionAnswers, earlier: EarlierEntries): FoundAnswer | undefined {
  const { exercise, prompt, part } = reference
  const factAt = (id: string) => (exercise === undefined ? given.get(id) : factOf(earlier.get(exercise), id))
  const attached = attachedNamed(reference)
  const own = attached === undefined ? undefined : factAt(attached)
  const fact = own ?? factAt(prompt)
  if (fact === undefined || own !== undefined || part === undefined) return fact
  const isPart = attachedKeys.every((key) => key !== part || !isAttachable(key, fact.prompt))
  return isPart ? { ...fact, part } : undefined
}

function factOf(entry: Entry | undefined, id: string): FoundAnswer | undefined {
  const section = entry?.sections.find((candidate) => candidate.id === id && !isRetired(candidate))
  if (entry === undefined || section?.prompt === undefined || section.body.kind !== 'answered') return undefined
  const { prompt, body } = section
  return { prompt, answer: body.answer, private: section.private, finished: Date.parse(finishedAt(entry)) }
}

function finishedAt({ head }: Entry): string {
  return head.finished ?? head.started
}

function derived(source: Derived, given: SessionAnswers, around: Surroundings): FoundAnswer | undefined {
  const found = source.of.flatMap((reference) => answerAt(reference, given, around.earlier) ?? [])
  if (source.derive === 'times') return found[0] ?? plain(around.times)
  if (source.derive === 'days') return plain(daysSince(source, found[0], around), found)
  if (found.length < source.of.length) return undefined
  const value = derivedAnswer(source, found, around.words)
  return value && { ...value, private: found.some((each) => each.private) }
}

function plain(value: number | undefined, from: readonly Fact[] = []): FoundAnswer | undefined {
  return value === undefined ? undefined : { ...aNumber(value), private: from.some((each) => each.private) }
}

/** Whole days since the day that a date prompt holds, or since an exercise was last finished; undefined if that is still to come. */
function daysSince(
  { of: [reference] }: Derived,
  found: DerivedFrom | undefined,
  { earlier, today }: Surroundings
): number | undefined {
  const entry = reference === undefined ? undefined : earlier.get(reference.prompt)
  const day = typeof found?.answer === 'string' ? found.answer : entry && dayOf(finishedAt(entry))
  const days = day === undefined || today === undefined ? undefined : daysBetween(day, today)
  return days === undefined || days < 0 ? undefined : days
}

/**
 * The exercises that an exercise's texts, conditions and recalls refer to, perhaps itself. Only their latest entries must be read
 * before it starts.
 */
export function exercisesNamed(exercise: Exercise): string[] {
  const here = new Set(exercise.prompts.map(({ id }) => id))
  const named = sourcesIn(exercise).flatMap((source) => {
    const isExercise = isDerived(source) && source.derive === 'days'
    return referencesOf(source).flatMap(({ exercise: other, prompt }) =>
      other !== undefined ? [other] : isExercise && !here.has(prompt) ? [prompt] : []
    )
  })
  return [...new Set(named)]
}

/** Whether something in an exercise depends on how often it was finished. */
export function countsTimes(exercise: Exercise): boolean {
  // In a pack of format 1, a prompt can have that id.
  if (exercise.prompts.some(({ id }) => id === 'times')) return false
  const counts = sourcesIn(exercise).some((source) => isDerived(source) && source.derive === 'times')
  return counts || JSON.stringify(exercise).includes('"rotate":true')
}
