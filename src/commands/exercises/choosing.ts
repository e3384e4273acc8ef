import { withoutUnanswered } from '../../journal/answered.ts'
import type { Context } from '../../context/context.ts'
import { progressOf } from '../../progress/progress.ts'
import { nextOnRoute, passedOver } from '../../progress/routes.ts'
import { ambiguousRoute, findRoutes, packsOn, type FoundRoute } from '../../pack/routes.ts'
import type { Listed } from '../../entry/model.ts'
import { entryFinder } from '../../journal/find.ts'
import { closest, through } from '../../text/finder.ts'
import { ambiguousExercise, exerciseFinder, fullName, unknownExercise, type FoundExercise } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import { bySection } from '../../pack/sections.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { hiddenPacks } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { canAsk, chosen } from '../shared/choosing.ts'
import { exerciseOf, type SessionArguments } from './resume.ts'
import { minutesOf, sectionNote, stateInWords } from './list.ts'
import { stateOf } from '../../progress/report.ts'

interface ChooseArguments extends SessionArguments {
  readonly options: GlobalOptions & { readonly exercise?: string | undefined; readonly route?: string | undefined }
  /** All packs that are here, through which a route may lead. */
  readonly around: readonly Pack[]
}

/** An exercise, and the route on which it was chosen. */
interface Choice extends FoundExercise {
  readonly route?: FoundRoute
}

/**
 * The exercise that is named, or the next one on the route that is named, or one that the user chooses.
 *
 * @param packs those in which the names are looked up.
 * @throws UsageError for an unknown exercise or route; it suggests the nearest names. LeftError if nothing is chosen.
 */
export async function chooseExercise(packs: readonly Pack[], choosing: ChooseArguments): Promise<Choice> {
  const { options, around } = choosing
  const { exercise: name, route: routeName } = options
  if (routeName === undefined)
    return name === undefined ? choose(packs, choosing) : exerciseNamed(name, packs, choosing)
  const route = await routeNamed(routeName, packs, choosing)
  const among = packsOn(route, around)
  if (name !== undefined) return { ...(await exerciseNamed(name, among, choosing)), route }
  return { ...(nextExercise(route, choosing) ?? (await choose(among, choosing))), route }
}

/** The route that a name means. On a terminal, the user chooses if it means several. */
async function routeNamed(
  name: string,
  packs: readonly Pack[],
  { renderer, context }: ChooseArguments
): Promise<FoundRoute> {
  const found = findRoutes(packs, name, context.words)
  if (found.length === 1) return found[0]
  if (!canAsk(context)) throw ambiguousRoute(found, name, context.words)
  const items = found.map((one) => ({ value: one, label: one.route.title, note: one.pack.title }))
  return chosen(await renderer.choose(context.words.commands.start.whichRoute, items))
}

/** The next exercise of a route. Tells the user which packs were passed over, or that no exercise is left. */
function nextExercise(
  route: FoundRoute,
  { around, journal, context, renderer }: ChooseArguments
): FoundExercise | undefined {
  const { words } = context
  const entries = withoutUnanswered(journal.list().entries)
  const all = packsOn(route, around).map((pack) => progressOf(pack, entries, context.now()))
  const next = nextOnRoute(route, all)
  const lacking = passedOver(route, all)
  if (lacking.length > 0) renderer.say(words.session.passedOver(lacking))
  if (next === undefined) renderer.say(words.commands.start.routeDone)
  return next && { pack: next.pack, exercise: next.exercise }
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
  const { entries: all } = journal.list()
  const hidden = hiddenPacks(packs, all, context)
  const listed = packs.filter(({ id }) => !hidden.has(id))
  const items = exerciseItems(listed, withoutUnanswered(all), context)
  return chosen(await renderer.choose(context.words.commands.start.which, items))
}

/** The exercises of packs as menu items, with minutes and progress, and the pack if there are several. */
export function exerciseItems(
  packs: readonly Pack[],
  entries: readonly Listed[],
  context: Context
): MenuItem<FoundExercise>[] {
  return packs.flatMap((pack) => {
    const { exercises } = progressOf(pack, entries, context.now())
    // The days of a section are said once, with its first exercise.
    const opening = new Set(
      bySection(pack, exercises, ({ exercise }) => exercise.id).map(({ things: [first] }) => first?.exercise.id)
    )
    return exercises.map((item) => ({
      value: { pack, exercise: item.exercise },
      label: item.exercise.title,
      note: [
        stateInWords(item, context),
        sectionNote({ pack, exercise: item.exercise }, context, { isBrief: !opening.has(item.exercise.id) }),
        packs.length > 1 ? pack.title : ''
      ]
        .filter((part) => part !== '')
        .join(', '),
      aside: minutesOf(item, context),
      state: stateOf(item)
    }))
  })
}
