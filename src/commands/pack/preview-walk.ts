import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, WentBackError } from '../../context/errors.ts'
import { startAt } from '../../interview/start-at.ts'
import { exercisesNamed } from '../../interview/answer-lookup.ts'
import type { Walk } from '../../interview/model.ts'
import { view } from '../../interview/view.ts'
import type { InterviewContext } from '../../interview/view.ts'
import { begin, start } from '../../interview/walk.ts'
import { encodeEntry } from '../../entry/codec.ts'
import type { MemoryJournal } from '../../journal/memory.ts'
import type { Entry } from '../../entry/model.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { visible } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'
import { exerciseItems } from '../exercises/choosing.ts'
import { newSession, languageFor, resumeSession, sceneOf } from '../session/opening.ts'
import type { SessionStart, ExerciseToDo } from '../session/opening.ts'
import { runSession } from '../session/session.ts'
import { placeNamed } from './preview-from.ts'
import type { From } from './preview-from.ts'
import type { Source } from './preview-source.ts'

/** What a preview is done with. */
export interface Preview {
  readonly journal: MemoryJournal
  readonly renderer: Renderer
  readonly options: From
  readonly context: Context
}

/** Where one stands in a pack, by name, for the pack may be another one at any moment. */
interface Place {
  readonly exercise: string
  /** The prompt to begin at, if not with the reading. */
  readonly prompt?: string
  /** As it was shown last; absent where it has not begun. */
  walk?: Walk
  /** Of the entry that is made. */
  id?: string
}

/**
 * Walks through one exercise of a pack after the other, as they are chosen: only through the one that was asked for, or
 * that there is, where the pack is not watched. What has changed is gone on with where one stood.
 *
 * @throws LeftError where the tutor leaves, UsageError where what was asked for is not in the pack.
 */
export async function visit(source: Source, preview: Preview): Promise<void> {
  const { renderer, context } = preview
  let pack = await source.now()
  let place = firstPlace(pack, preview)
  const isOne = !source.isWatched && place !== undefined
  renderer.say(context.words.packs.preview.nothingKept(pack.title))
  for (;;) {
    try {
      place ??= await chosenPlace(pack, preview)
      await walkAt(place, pack, preview)
      if (isOne) return
    } catch (error) {
      const leadsBack = error instanceof WentBackError && !isOne
      if (!(error instanceof LeftError) || !(leadsBack || source.hasChanged)) throw error
    }
    if (source.hasChanged) {
      pack = await source.now()
      renderer.say(context.words.packs.preview.readAgain)
      place = stillThere(place, pack, preview)
    } else place = undefined
  }
}

function firstPlace(pack: Pack, { options, context }: Preview): Place | undefined {
  const [first, ...others] = pack.exercises
  if (options.from === undefined) return first === undefined || others.length > 0 ? undefined : { exercise: first.id }
  const { exercise, prompt } = placeNamed(options.from, pack, options.path, context)
  return { exercise: exercise.id, ...(prompt === undefined ? {} : { prompt: prompt.id }) }
}

async function chosenPlace(pack: Pack, { journal, renderer, context }: Preview): Promise<Place> {
  const items = exerciseItems([pack], journal.entries, context)
  const picked = await renderer.choose(context.words.commands.start.which, items)
  if (picked.kind !== 'chosen') throw new LeftError('', ExitCode.done)
  return { exercise: picked.value.exercise.id }
}

/** The place in a pack that has changed; undefined where the exercise is gone. */
function stillThere(place: Place | undefined, pack: Pack, { renderer, context }: Preview): Place | undefined {
  if (place === undefined) return undefined
  const exercise = newExercise(place.exercise, pack)
  if (pack.exercises.some(({ id }) => id === exercise)) return { ...place, exercise }
  renderer.say(context.words.packs.preview.gone(place.exercise))
  return undefined
}

/** Walks on from a place, which is kept up to date, to the end of its exercise, and shows what a learner would have. */
async function walkAt(place: Place, pack: Pack, preview: Preview): Promise<void> {
  const exercise = pack.exercises.find(({ id }) => id === place.exercise)
  if (exercise === undefined) return
  const { journal, renderer, context } = preview
  const opening = { pack, exercise, journal, context }
  const scene = sceneOf(opening, languageFor(pack, context))
  const { walk, ...opened } = openedAt(place, opening, scene, preview)
  place.id = opened.heading.id
  const onStep = (now: Walk) => void (place.walk = now)
  const { entry } = await runSession({ scene, ...opened, journal, renderer, context, onStep }, walk)
  await showMarkdown(entry, preview)
}

/** A walk that was interrupted goes on where it stood, with what was typed; any other begins. */
function openedAt(place: Place, opening: ExerciseToDo, scene: InterviewContext, preview: Preview): SessionStart {
  const kept = preview.journal.entries.find(({ id }) => id === place.id)
  if (kept !== undefined) {
    const { walk, ...opened } = resumeSession(opening, kept)
    return { ...opened, walk: goingOn(walk, place.walk ?? walk, scene) }
  }
  const opened = newSession(opening, {})
  if (place.walk !== undefined) return { ...opened, walk: place.walk }
  sayWhatIsMissing(opening, preview)
  const prompt = opening.exercise.prompts.find(({ id }) => id === place.prompt)
  return { ...opened, walk: prompt === undefined ? begin() : beginningAt(prompt, scene, preview) }
}

/** An entry does not tell where a walk stands that is at no prompt; one that is gone makes way for the first that is open. */
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

/** An exercise that looks back at others is shown as it is to somebody who has not done them, unless they were done here. */
function sayWhatIsMissing({ pack, exercise, journal }: ExerciseToDo, { renderer, context }: Preview): void {
  const missing = exercisesNamed(exercise).filter((id) => journal.latestFinished(pack.id, [id]) === undefined)
  const titles = missing.flatMap((id) => pack.exercises.find((other) => other.id === id)?.title ?? [])
  if (titles.length > 0) renderer.say(context.words.packs.preview.looksBack(titles))
}

async function showMarkdown(entry: Entry, { renderer, context }: Preview): Promise<void> {
  const text = encodeEntry(entry).trimEnd()
  const { markdown } = context.words.packs.preview
  const lines = (columns: number) => [
    ...wrap(markdown, columns),
    '',
    ...text.split('\n').flatMap((line) => wrap(visible(line), columns))
  ]
  const picked = await renderer.look(lines, [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}
