import { UsageError } from '../context/errors.ts'
import { closest, nameTests, type Finder } from '../text/finder.ts'
import { fold } from '../text/folding.ts'
import { suggest } from '../text/suggest.ts'
import { groupBy } from '../util/group-by.ts'
import type { Words } from '../words/index.ts'
import type { Exercise, Outcome, Pack } from './model.ts'
import { newExercise, newPrompt } from './renames.ts'

/** An outcome, and the packs that have it: packs of one course can share an outcome, by its id and its words. */
export interface FoundOutcome {
  readonly outcome: Outcome
  readonly packs: readonly Pack[]
}

/** The outcomes of some packs, in their order, each once. */
export function outcomesOf(packs: readonly Pack[]): FoundOutcome[] {
  const all = packs.flatMap((pack) => (pack.outcomes ?? []).map((outcome) => ({ outcome, pack })))
  const groups = groupBy(all, ({ outcome: { id, text } }) => `${id}\n${text}`)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ outcome: first.outcome, packs: [first, ...others].map(({ pack }) => pack) }]
  )
}

/** The shortest name that identifies one of these outcomes: its id, or `pack/id` if others have this id. */
export function outcomeToType({ outcome, packs }: FoundOutcome, all: readonly FoundOutcome[]): string {
  const isShared = all.filter((other) => other.outcome.id === outcome.id).length > 1
  return isShared ? `${packs[0]?.id}/${outcome.id}` : outcome.id
}

/**
 * The outcome that a name means: `id` or `pack/id`, its words, or the beginning of any of these.
 *
 * @throws UsageError if no outcome has this name, or if several have it. The message lists what to type.
 */
export function findOutcome(packs: readonly Pack[], name: string, { commands }: Words): FoundOutcome {
  const all = outcomesOf(packs)
  const found = closest([outcomeFinder(all, name)])
  const known = all.map((each) => outcomeToType(each, all))
  if (found === undefined) throw new UsageError(commands.outcomes.unknown(name, suggest(name, known), known))
  const [first, ...others] = found.things
  if (others.length === 0) return first
  throw new UsageError(
    commands.outcomes.ambiguous(
      name,
      found.things.map((each) => outcomeToType(each, all))
    )
  )
}

function outcomeFinder(all: readonly FoundOutcome[], name: string): Finder<FoundOutcome> {
  const wanted = fold(name)
  const { isTitle, begins } = nameTests(name)
  const namesOf = ({ outcome: { id }, packs }: FoundOutcome) => [id, ...packs.map((pack) => `${pack.id}/${id}`)]
  return {
    id: () => all.filter((one) => namesOf(one).includes(wanted)),
    title: () => all.filter(({ outcome }) => isTitle(outcome.text)),
    prefix: () => all.filter((one) => [...namesOf(one), one.outcome.text].some(begins))
  }
}

/** The exercises that have an outcome: at least one of their prompts has it. */
export function exercisesFor(outcome: string, { exercises }: Pick<Pack, 'exercises'>): readonly Exercise[] {
  return exercises.filter(({ prompts }) => prompts.some(({ outcomes }) => outcomes?.includes(outcome)))
}

/**
 * The outcomes of a part of an entry: those of its prompt or, if the exercise has no such prompt now, those of the exercise. Undefined
 * if the pack no longer has the exercise.
 *
 * @param exercise the exercise of the entry and `part` the id of a section, by the names that they had.
 */
export function outcomesOfPart(exercise: string, part: string, pack: Pack): readonly string[] | undefined {
  const [place, id] = newPrompt(exercise, part, pack).split('/', 2)
  const prompt = pack.exercises.find((each) => each.id === place)?.prompts.find((each) => each.id === id)
  return prompt === undefined ? outcomesOfExercise(exercise, pack) : (prompt.outcomes ?? [])
}

/** Whether a pack neither has an exercise, by the name that it had, nor any of its prompts in another one. */
export function isGone(exercise: string, pack: Pick<Pack, 'exercises' | 'renamed'>): boolean {
  const name = newExercise(exercise, pack)
  return !pack.exercises.some(({ id }) => id === name) && movedTo(exercise, pack).length === 0
}

/** The prompts of an exercise that have a new name of their own. */
function movedTo(exercise: string, { renamed }: Pick<Pack, 'renamed'>): readonly string[] {
  return Object.keys(renamed).filter((before) => before.startsWith(`${exercise}/`))
}

/** The outcomes of an exercise itself, by the name that it had; undefined if the pack no longer has it. */
export function outcomesOfExercise(exercise: string, pack: Pack): readonly string[] | undefined {
  const name = newExercise(exercise, pack)
  const found = pack.exercises.find(({ id }) => id === name)
  return found && (found.outcomes ?? [])
}
