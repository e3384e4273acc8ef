import { withoutUnanswered } from '../../journal/answered.ts'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { progressOf, nextIn } from '../../progress/progress.ts'
import type { Listed } from '../../entry/model.ts'
import { entryFinder } from '../../journal/find.ts'
import { closest, through } from '../../text/finder.ts'
import { suggest } from '../../text/suggest.ts'
import { ambiguousExercise, exerciseFinder, fullName, unknownExercise, type FoundExercise } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { canAsk, chosen } from '../shared/choosing.ts'
import { exerciseOf, type SessionArguments } from './resume.ts'
import { minutesOf, stateInWords } from './list.ts'
import { stateOf } from '../../progress/report.ts'

interface ChooseArguments extends SessionArguments {
  readonly options: GlobalOptions & { readonly exercise?: string | undefined; readonly route?: string | undefined }
}

/**
 * The exercise that is named, or the next one on the route that is named, or one that the user chooses.
 *
 * @throws UsageError for an unknown exercise or route; it suggests the nearest names. LeftError if nothing is chosen.
 */
export async function chooseExercise(packs: readonly Pack[], choosing: ChooseArguments): Promise<FoundExercise> {
  const { options, context } = choosing
  if (options.route !== undefined) packs = [packOfRoute(packs, options.route, context)]
  if (options.exercise !== undefined) return exerciseNamed(options.exercise, packs, choosing)
  const next = options.route === undefined ? undefined : nextOnRoute(packs, options.route, choosing)
  return next ?? choose(packs, choosing)
}

function packOfRoute(packs: readonly Pack[], route: string, { words }: Context): Pack {
  const pack = packs.find(({ routes }) => Object.hasOwn(routes, route))
  if (pack !== undefined) return pack
  const known = packs.flatMap(({ routes }) => Object.keys(routes))
  throw new UsageError(words.commands.start.unknownRoute(route, suggest(route, known), known))
}

function nextOnRoute(
  packs: readonly Pack[],
  route: string,
  { journal, context, renderer }: ChooseArguments
): FoundExercise | undefined {
  for (const pack of packs) {
    const progress = progressOf(pack, withoutUnanswered(journal.list({ pack: pack.id }).entries), context.now())
    const next = nextIn(progress, route)
    if (next !== undefined) return { pack, exercise: next.exercise }
  }
  renderer.say(context.words.commands.start.routeDone)
  return undefined
}

/**
 * The exercise that a name means: its own name, or an entry of it by id, file, `last` or day. On a terminal, the user chooses if it
 * means several.
 */
async function exerciseNamed(
  name: string,
  packs: readonly Pack[],
  { journal, renderer, context }: ChooseArguments
): Promise<FoundExercise> {
  const { words } = context
  const entries = entryFinder(journal.list().entries, name, context)
  const ofEntries = through(entries, (entry) => exerciseOf(entry, packs), ['id', 'file', 'last', 'day'])
  const found = closest([exerciseFinder(packs, name), ofEntries], fullName)
  if (found === undefined) throw unknownExercise(packs, name, words)
  const [only, ...others] = found.things
  if (others.length === 0) return only
  if (!canAsk(context)) throw ambiguousExercise(found.things.map(fullName), name, words)
  const items = found.things.map((one) => ({ value: one, label: one.exercise.title, note: one.pack.title }))
  return chosen(await renderer.choose(words.commands.start.which, items))
}

async function choose(packs: readonly Pack[], { journal, renderer, context }: ChooseArguments): Promise<FoundExercise> {
  const entries = withoutUnanswered(journal.list().entries)
  const items = exerciseItems(packs, entries, context)
  return chosen(await renderer.choose(context.words.commands.start.which, items))
}

/** The exercises of packs as menu items, with minutes and progress, and the pack if there are several. */
export function exerciseItems(
  packs: readonly Pack[],
  entries: readonly Listed[],
  context: Context
): MenuItem<FoundExercise>[] {
  return packs.flatMap((pack) =>
    progressOf(pack, entries, context.now()).exercises.map((item) => ({
      value: { pack, exercise: item.exercise },
      label: item.exercise.title,
      note: [stateInWords(item, context), packs.length > 1 ? pack.title : ''].filter((part) => part !== '').join(', '),
      aside: minutesOf(item, context),
      state: stateOf(item)
    }))
  )
}
