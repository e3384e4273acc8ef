import { measure } from '../../display/measure.ts'
import { attachedIn } from '../../questions/shared/attached.ts'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError, WentBackError } from '../../context/errors.ts'
import { visible } from '../../text/visible.ts'
import { wrap } from '../../display/wrap.ts'
import { isoTime } from '../../dates/time.ts'
import { encodeEntry } from '../../entry/codec.ts'
import type { Entry } from '../../entry/model.ts'
import { exercisesNamed } from '../../interview/answer-lookup.ts'
import { withBuiltIn } from '../../interview/opening-prompts.ts'
import type { Walk } from '../../interview/model.ts'
import { type InterviewContext, view } from '../../interview/view.ts'
import { begin, start, startAt } from '../../interview/walk.ts'
import type { MemoryJournal } from '../../journal/memory.ts'
import { lookUpExercise } from '../../pack/find.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { suggest } from '../../text/suggest.ts'
import { present } from '../../util/records.ts'
import { exerciseItems } from '../exercises/choosing.ts'
import { chosenCore } from '../session/core.ts'
import { selfCheckAtLast, withSelfCheck } from '../session/self-check.ts'
import {
  languageFor,
  newSession,
  resumeSession,
  sceneOf,
  type ExerciseToDo,
  type SessionStart
} from '../session/opening.ts'
import { runSession } from '../session/session.ts'
import type { Source } from './preview-source.ts'
import { shellWord } from '../../text/shell-word.ts'

export interface Preview {
  readonly journal: MemoryJournal
  readonly renderer: Renderer
  readonly options: From
  readonly context: Context
}

/** A position in a pack, by names, because the pack can change at any moment. */
interface Position {
  readonly exercise: string
  /** The prompt to start at; absent to start with the reading. */
  readonly prompt?: string
  /** As it was shown last; absent before the start. */
  walk?: Walk
  /** The id of the entry. */
  id?: string
}

/**
 * Previews the exercises that the user chooses, one after the other. If the pack is not watched and `from` names an exercise, or
 * there is only one, ends after it. When a watched pack changes, continues at the same position.
 *
 * @throws LeftError if the user leaves. UsageError if the pack does not have what `from` names.
 */
export async function visit(source: Source, preview: Preview): Promise<void> {
  const { renderer, context } = preview
  let pack = await source.now()
  let position = firstPosition(pack, preview)
  const isOne = !source.isWatched && position !== undefined
  renderer.say(context.words.packs.preview.nothingKept(pack.title))
  for (;;) {
    try {
      position ??= await chosenPosition(pack, preview)
      await walkAt(position, pack, preview)
      if (isOne) return
    } catch (error) {
      const leadsBack = error instanceof WentBackError && !isOne
      if (!(error instanceof LeftError) || !(leadsBack || source.hasChanged)) throw error
    }
    if (source.hasChanged) {
      pack = await source.now()
      renderer.say(context.words.packs.preview.readAgain)
      position = stillThere(position, pack, preview)
    } else position = undefined
  }
}

function firstPosition(pack: Pack, { options, context }: Preview): Position | undefined {
  const [first, ...others] = pack.exercises
  if (options.from === undefined) return first === undefined || others.length > 0 ? undefined : { exercise: first.id }
  const { exercise, prompt } = findPosition(options.from, pack, options.path, context)
  return present({ exercise: exercise.id, prompt: prompt?.id })
}

async function chosenPosition(pack: Pack, { journal, renderer, context }: Preview): Promise<Position> {
  const items = exerciseItems([pack], journal.entries, context)
  const picked = await renderer.choose(context.words.commands.start.which, items)
  if (picked.kind !== 'chosen') throw new LeftError('', ExitCode.done)
  return { exercise: picked.value.exercise.id }
}

/** The same position after a change of the pack; undefined if the exercise is gone. */
function stillThere(position: Position | undefined, pack: Pack, { renderer, context }: Preview): Position | undefined {
  if (position === undefined) return undefined
  const exercise = newExercise(position.exercise, pack)
  if (pack.exercises.some(({ id }) => id === exercise)) return { ...position, exercise }
  renderer.say(context.words.packs.preview.gone(position.exercise))
  return undefined
}

/** Continues from a position, which it updates, to the end of the exercise, and shows the entry that a learner would get. */
async function walkAt(position: Position, pack: Pack, preview: Preview): Promise<void> {
  const exercise = pack.exercises.find(({ id }) => id === position.exercise)
  if (exercise === undefined) return
  const { journal, renderer, context } = preview
  const opening = { pack, exercise, journal, context }
  const started = journal.entries.find(({ id }) => id === position.id)?.started ?? isoTime(context.now())
  const scene = sceneOf(opening, { language: languageFor(pack, context), started })
  const isNew = position.walk === undefined && position.prompt === undefined
  const core = isNew ? await chosenCore(opening, renderer) : undefined
  const { walk: from, ...opened } = openedAt(position, opening, scene, preview)
  const walk = { ...from, ...present({ core: from.core ?? core }) }
  position.id = opened.heading.id
  const onStep = (now: Walk) => void (position.walk = now)
  const checks = () => selfCheckAtLast(opening, opened.heading.language)
  const closing = withSelfCheck(opened.closing ?? [], checks)
  const asked = { ...scene, exercise: withBuiltIn(exercise, { ...opened, closing }) }
  const { entry } = await runSession({ ...opened, scene: asked, journal, renderer, context, onStep }, walk)
  await showMarkdown(entry, preview)
}

/** Continues an interrupted session with what was typed, or starts a new one. */
function openedAt(position: Position, opening: ExerciseToDo, scene: InterviewContext, preview: Preview): SessionStart {
  const kept = preview.journal.entries.find(({ id }) => id === position.id)
  if (kept !== undefined) {
    const { walk, retired = [], ...opened } = resumeSession(opening, kept)
    const hasSources = exercisesNamed(opening.exercise).length > 0
    if (retired.length > 0) preview.renderer.say(preview.context.words.session.retired(retired, hasSources))
    return { ...opened, walk: goingOn(walk, position.walk ?? walk, scene) }
  }
  const opened = newSession(opening, {})
  if (position.walk !== undefined) return { ...opened, walk: position.walk }
  sayWhatIsMissing(opening, preview)
  const prompt = opening.exercise.prompts.find(({ id }) => id === position.prompt)
  return { ...opened, walk: prompt === undefined ? begin() : beginningAt(prompt, scene, preview) }
}

/** A draft does not record the reading or the review as position. A prompt that is gone is replaced by the first open one. */
function goingOn(walk: Walk, before: Walk, scene: InterviewContext): Walk {
  if (before.step.at !== 'prompt') return { ...walk, step: before.step }
  return walk.step.at === 'prompt' ? walk : start(scene, walk)
}

function beginningAt({ id }: Prompt, scene: InterviewContext, { renderer, context }: Preview): Walk {
  const { notAskedYet, notAskedHere, skipped } = context.words.packs.preview
  const walk = startAt(scene, id)
  const { step } = walk
  const before = view(scene, walk).filter(({ visible: asked, held }) => asked && held?.kind === 'skipped').length
  if (step.at !== 'prompt') renderer.say(notAskedHere(id))
  else if (step.id !== id) {
    const order = scene.exercise.prompts.map((prompt) => prompt.id)
    const leads = order.indexOf(step.id) < order.indexOf(id)
    renderer.say(leads ? notAskedYet(id, step.id) : notAskedHere(id))
  }
  if (before > 0) renderer.say(skipped(before))
  return walk
}

/** Says which exercises this one refers to that were not done in this preview: it is shown as if they never were. */
function sayWhatIsMissing({ pack, exercise, journal }: ExerciseToDo, { renderer, context }: Preview): void {
  const missing = exercisesNamed(exercise).filter((id) => journal.latestFinished(pack.id, [id]) === undefined)
  const titles = missing.flatMap((id) => pack.exercises.find((other) => other.id === id)?.title ?? [])
  if (titles.length > 0) renderer.say(context.words.packs.preview.looksBack(titles))
}

async function showMarkdown(entry: Entry, { renderer, context }: Preview): Promise<void> {
  const text = encodeEntry(entry).trimEnd()
  const { markdown } = context.words.packs.preview
  const lines = (columns: number) => [
    ...wrap(markdown, measure(columns)),
    '',
    ...text.split('\n').flatMap((line) => wrap(visible(line), measure(columns)))
  ]
  const picked = await renderer.look(lines, [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}

/** Where a preview starts, as it was typed. */
export interface From {
  /** A pack's folder, or the file of a pack in one file. */
  readonly path: string
  /** `exercise` or `exercise/prompt`, or unique beginnings of them. */
  readonly from?: string
}

/** An exercise, or a prompt of it. */
export interface Named {
  readonly exercise: Exercise
  readonly prompt?: Prompt
}

/**
 * Finds the exercise or prompt that `exercise`, `exercise/prompt` or a unique beginning names. `path` is the path of the pack as
 * it was typed, for the error.
 *
 * @throws UsageError if nothing has that name, with similar names, or if several things have it.
 */
export function findPosition(
  name: string,
  pack: Pack,
  path: string,
  { platform, words }: Pick<Context, 'platform' | 'words'>
): Named {
  const slash = name.lastIndexOf('/')
  const within = slash === -1 ? undefined : lookUpExercise([pack], name.slice(0, slash))
  if (within?.kind === 'found') {
    const { exercise } = within.found
    return { exercise, prompt: promptNamed(name.slice(slash + 1), exercise, words) }
  }
  const meant = lookUpExercise([pack], name)
  if (meant.kind === 'found') return { exercise: meant.found.exercise }
  const { preview } = words.packs
  throw new UsageError(
    meant.kind === 'ambiguous'
      ? preview.ambiguous(name, meant.names)
      : preview.unknownExercise(name, meant.near, shellWord(path, platform))
  )
}

function promptNamed(name: string, { id, prompts }: Exercise, { packs: { preview } }: Context['words']): Prompt {
  const exact = prompts.find((prompt) => prompt.id === name)
  const begun = prompts.filter((prompt) => prompt.id.startsWith(name))
  // The id of an attached question begins with that of its prompt.
  const [first, ...others] = begun.filter(
    ({ id: each }) => !begun.some((other) => attachedIn(each)?.prompt === other.id)
  )
  const found = exact ?? (others.length === 0 ? first : undefined)
  if (found !== undefined) return found
  const ids = prompts.map((prompt) => prompt.id)
  throw new UsageError(
    first === undefined
      ? preview.unknownPrompt(id, name, suggest(name, ids))
      : preview.ambiguous(
          name,
          [first, ...others].map((prompt) => prompt.id)
        )
  )
}
