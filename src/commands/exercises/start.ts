import { withoutUnanswered } from '../../journal/answered.ts'
import { ExitCode, LeftError, WentBackError } from '../../context/errors.ts'
import { entriesOfPack, lastFinished, progressOf, type ExerciseProgress } from '../../progress/progress.ts'
import { ListedFinished } from '../session/finished.ts'
import type { Listed } from '../../entry/model.ts'
import { lastRoute } from '../../progress/routes.ts'
import { whole } from '../../interview/walk.ts'
import { present } from '../../util/records.ts'
import type { FoundExercise } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import type { FoundRoute } from '../../pack/routes.ts'
import { exerciseOf, type SessionArguments } from './resume.ts'
import { newExercise } from '../../pack/renames.ts'
import { dayOf } from '../../dates/time.ts'
import { runAnswers } from './answers.ts'
import { chooseExercise } from './choosing.ts'
import { runToEnd } from '../session/closing.ts'
import { newSession, resumeSession } from '../session/opening.ts'
import { intentionsFor, questionFinder } from '../session/intentions.ts'
import { welcomed } from '../session/welcome.ts'
import { packsAround, packsOf, withRenderer } from '../shared/options.ts'
import { chosenCore, coreFor } from '../session/core.ts'
import {
  countOption,
  defineCommand,
  flag,
  json,
  optional,
  tagsOption,
  textOption,
  type GlobalOptions,
  type OptionValues
} from '../shared/command.ts'
import { placeOf } from '../shared/place.ts'
import { tell } from '../shared/output.ts'
import { packAt } from '../../pack/source/source.ts'
import { typedPath } from '../../text/typed-path.ts'
import type { Context } from '../../context/context.ts'
import { openedJournal } from '../shared/journal.ts'

const startOptions = {
  pack: textOption('path', (words) => words.options.packPath),
  route: textOption('route', (words) => words.start.route),
  minutes: countOption((words) => words.start.minutes),
  again: flag((words) => words.start.again),
  answers: textOption('file', (words) => words.start.answers),
  tag: tagsOption((words) => words.start.tag),
  editor: flag((words) => words.start.editor),
  json
}

/** Leads through an exercise, or continues its draft. */
export const startCommand = defineCommand({
  help: (words) => words.start.what,
  args: { exercise: optional('exercise', (words) => words.start.exercise) },
  options: startOptions,
  async run(given, at) {
    const isScript = given.answers !== undefined || given.json === true
    const { options, context } = isScript ? { options: given, context: at } : await welcomed(given, at)
    const around = packsAround({ ...options, as: localId(options, context) }, context)
    const packs = options.pack === undefined ? around : around.slice(0, 1)
    const journal = openedJournal(options, context, { isAdding: options.answers !== undefined })
    if (options.answers !== undefined)
      return runAnswers({ ...options, answers: options.answers }, packs, journal, context)
    return withRenderer(options, context, async (renderer) => {
      const choice = await chooseExercise(packs, { around, journal, options, renderer, context })
      // A route may lead out of the pack at the path, whose entries alone name the path.
      const { pack: _, ...others } = options
      const own = packs.includes(choice.pack) ? options : others
      await startExercise({ ...choice, packs: around, journal, options: own, renderer, context })
    })
  }
})

/** The id under which entries of the pack at the path are written, if another pack has its own; says so. */
function localId(options: { readonly pack?: string } & GlobalOptions, context: Context): string | undefined {
  if (options.pack === undefined) return undefined
  const source = typedPath(options.pack, context)
  const pack = packAt(source, context.words)
  const { id } = placeOf({ pack, source }, options, context)
  if (id === pack.id) return undefined
  tell(context.words.packs.twins.addedAs(pack.id, id), context)
  return id
}

/** An exercise and what answering it needs. */
interface StartArguments extends FoundExercise, SessionArguments {
  readonly options: OptionValues<typeof startOptions> & GlobalOptions
  /** The route that was chosen, in a menu or by an option. */
  readonly route?: FoundRoute | undefined
  /** All packs that are here, through which a route may lead. */
  readonly packs: readonly Pack[]
}

/** Leads through an exercise to its end and says what was saved and what comes next. */
export async function startExercise(asked: StartArguments): Promise<void> {
  const { pack, packs, exercise, journal, options, renderer, context } = asked
  const { entries: all } = journal.list()
  const entries = all.filter((entry) => entry.pack === pack.id)
  const draft =
    options.again === true
      ? undefined
      : entries.find(({ status, exercise: id }) => status === 'draft' && newExercise(id, pack) === exercise.id)
  const answered = withoutUnanswered(entries)
  const progress = progressOf(pack, answered, context.now())
  const route = asked.route ?? lastRoute(pack, withoutUnanswered(all), packs)
  if (draft === undefined) {
    const own = progress.exercises.find((item) => item.exercise === exercise)
    const last = lastFinished(exercise.id, entriesOfPack(pack, answered))
    if (own !== undefined && last !== undefined) {
      const day = context.words.days.inWords(dayOf(last.finished ?? last.started))
      renderer.say(context.words.session.doneBefore(exercise.title, own.entries, day))
    }
    if (own?.status === 'waiting') await askWhetherNow(own, asked)
  } else {
    renderer.say(context.words.session.goingOn(exercise.title, context.words.days.inWords(dayOf(draft.started))))
  }
  const lookup = new ListedFinished(journal, all)
  const start = { ...asked, lookup, ...(draft && inLanguageOf(draft, asked)) }
  const { route: _, ...others } = options
  const settings = { ...others, ...present({ route }) }
  const core = options.minutes === undefined ? undefined : coreFor(options.minutes, start)
  if (draft !== undefined) {
    const resumed = resumeSession(start, draft, { ...settings, questionOf: questionFinder(journal) })
    const walk = options.minutes === undefined ? resumed.walk : { ...whole(resumed.walk), ...present({ core }) }
    return runToEnd({ ...resumed, walk }, start, { pack, packs, route })
  }
  const chosen = options.minutes === undefined ? await chosenCore(start, renderer) : core
  const opened = newSession(start, { ...settings, ...present({ core: chosen }) }, intentionsFor(start, all))
  await runToEnd(opened, start, { pack, packs, route })
}

/** The same exercise in the language in which its draft was started, so that no entry has two languages. */
function inLanguageOf(draft: Listed, { pack, options, context }: StartArguments) {
  return pack.languages && exerciseOf(draft, packsOf(options, context, draft.language))
}

/** Asks whether to do an exercise before the day that its pack intends. @throws WentBackError if not. */
async function askWhetherNow(
  { exercise, from }: ExerciseProgress,
  { pack, renderer, context }: StartArguments
): Promise<void> {
  const { session } = context.words
  const other = pack.exercises.find(({ id }) => id === exercise.revisit?.exercise)
  const question =
    from === undefined ? session.notYet(other?.title ?? '') : session.notBefore(context.words.days.inWords(from))
  const isWished = await renderer.confirm(question, false)
  if (isWished === undefined) throw new LeftError(session.leftEmpty, ExitCode.done)
  if (!isWished) throw new WentBackError(session.leftEmpty)
}
