import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, ReflectError, WentBackError } from '../../context/errors.ts'
import { draftOf, finishedEntry } from '../../interview/entry.ts'
import type { EntryMeta, EntryParts } from '../../interview/entry.ts'
import type { Walk } from '../../interview/model.ts'
import { asMarkdown, fill } from '../../interview/quotations.ts'
import { findIn, view } from '../../interview/view.ts'
import type { InterviewContext, PromptView } from '../../interview/view.ts'
import { begun, dropped, overview, progressAt, reply, start } from '../../interview/walk.ts'
import { encodeEntry } from '../../entry/codec.ts'
import type { Conflict } from '../../journal/conflict-write.ts'
import type { Journal } from '../../journal/store.ts'
import type { Entry } from '../../entry/model.ts'
import { labelled } from '../../questions/index.ts'
import type { Chosen, Renderer, ReadingResult } from '../../terminal/renderer.ts'
import { isoTime } from '../../dates/time.ts'

/** One sitting with one exercise: what is asked, how, and where it is kept. */
export interface Sitting {
  readonly scene: InterviewContext
  readonly heading: EntryMeta
  /** The draft that is gone on with. */
  readonly found?: Entry
  /** When it was finished, for an entry that is changed. */
  readonly finished?: string | undefined
  /** What keeps the words. */
  readonly journal: Pick<Journal, 'saveDraft' | 'finish'>
  readonly renderer: Renderer
  readonly context: Context
  /** Told where the walk stands whenever something is shown. */
  readonly onStep?: (walk: Walk) => void
}

/** A sitting that is under way. */
interface Underway extends Sitting {
  /** Copies that the learner has been told of. */
  readonly told: Set<string>
}

/** A finished sitting: the entry and its file. */
export interface Finished {
  readonly entry: Entry
  readonly file: string
}

/**
 * Walks through the exercise from where the walk stands: shows, asks, keeps every answer in the draft
 * as soon as it is given, and makes the entry at the end.
 *
 * @throws LeftError when the learner leaves; the draft is kept and the message says how to go on.
 * @throws ReflectError when the learner leaves and the draft cannot be kept; the message holds all that was written.
 */
export async function sit(opened: Sitting, from: Walk): Promise<Finished> {
  const sitting: Underway = { ...opened, told: new Set() }
  let walk: Walk | 'finish' = from
  for (let last = from; ; last = walk) {
    sitting.onStep?.(last)
    walk = await turn(sitting, last)
    if (walk === 'finish') {
      const finished = await finish(sitting, last)
      if (finished !== undefined) return finished
      walk = last
    }
    if (walk.held !== last.held || walk.privacy !== last.privacy) keep(sitting, walk)
  }
}

/** One thing shown and what the learner did: the walk after it. */
async function turn(sitting: Underway, walk: Walk): Promise<Walk | 'finish'> {
  const { scene, renderer } = sitting
  const seen = view(scene, walk)
  switch (walk.step.at) {
    case 'reading': {
      const way = await read(sitting, seen)
      return way === 'next' ? start(scene, walk) : leave(sitting, walk, way)
    }
    case 'review': {
      const chosen = await renderer.review(overview(scene, seen), dropped(seen))
      if (chosen.kind === 'done') return 'finish'
      return chosen.kind === 'back' ? lastOf(walk, seen) : afterChoice(sitting, walk, chosen)
    }
    case 'prompt': {
      const { id } = walk.step
      const here = seen.find((item) => item.prompt.id === id && item.visible)
      return here === undefined ? start(scene, walk) : ask(sitting, walk, seen, here)
    }
  }
}

function read({ scene, renderer }: Sitting, seen: readonly PromptView[]): Promise<ReadingResult> {
  const { title, purpose, minutes, reading } = scene.exercise
  return renderer.reading({
    title,
    questions: overview(scene, seen).length,
    ...(purpose === undefined ? {} : { purpose }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(reading === undefined ? {} : { reading: filled(scene, seen, reading) })
  })
}

async function ask(sitting: Underway, walk: Walk, seen: readonly PromptView[], here: PromptView): Promise<Walk> {
  const { scene, renderer } = sitting
  const { prompt, held } = here
  const progress = progressAt(scene.exercise, seen, prompt.id)
  const told = await renderer.ask({
    prompt: labelled(prompt, scene.words),
    ...(progress === undefined ? {} : { progress }),
    private: here.private,
    ...(held?.kind === 'answered' || held?.kind === 'begun'
      ? { answer: held.answer, begun: held.kind === 'begun' }
      : {}),
    keep: (answer) => keep(sitting, begun(walk, prompt.id, answer))
  })
  if (told.kind === 'leave') return leave(sitting, begun(walk, prompt.id, told.kept))
  if (told.kind === 'private')
    return reply(scene, begun(walk, prompt.id, told.kept), {
      kind: 'privacy',
      prompt: prompt.id,
      private: !here.private
    })
  if (told.kind !== 'overview') return reply(scene, walk, told)
  return lookOver(sitting, begun(walk, prompt.id, told.kept), prompt.id)
}

/** The overview, drawn again after each change of what is private, until the learner goes somewhere. */
async function lookOver(sitting: Underway, walk: Walk, at: string): Promise<Walk> {
  const { scene, renderer } = sitting
  const chosen = await renderer.overview(overview(scene, view(scene, walk)), at)
  const next = afterChoice(sitting, walk, chosen)
  return chosen.kind === 'privacy' ? lookOver(sitting, next, chosen.prompt) : next
}

function afterChoice(sitting: Underway, walk: Walk, chosen: Chosen): Walk {
  switch (chosen.kind) {
    case 'go':
      return reply(sitting.scene, walk, { kind: 'jump', to: chosen.to })
    case 'privacy':
      return reply(sitting.scene, walk, { kind: 'privacy', prompt: chosen.prompt, private: chosen.private })
    case 'leave':
      return leave(sitting, walk)
    case 'done':
    case 'back':
      return walk
  }
}

/** Back from the review: the last prompt. */
function lastOf(walk: Walk, seen: readonly PromptView[]): Walk {
  const last = seen.findLast((item) => item.visible)
  return last === undefined
    ? { ...walk, step: { at: 'reading' } }
    : { ...walk, step: { at: 'prompt', id: last.prompt.id } }
}

/** Writes the draft, if the disk takes it. */
function keep(sitting: Underway, walk: Walk): void {
  attempt(sitting, () => saveDraft(sitting, walk), sitting.context.words.sitting.notSaved)
}

/** What was saved. A disk that refuses does not end the sitting, for the words are still here: it is told, and undefined given. */
function attempt<Made>(
  { renderer, context }: Sitting,
  save: () => Made,
  told: (why: string) => string
): Made | undefined {
  try {
    return save()
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    renderer.say(told(error.inWords(context.words)))
    return undefined
  }
}

function saveDraft(sitting: Underway, walk: Walk): void {
  if (isEmpty(walk)) return
  const { file, conflict } = sitting.journal.saveDraft(draftIn(sitting, walk))
  if (conflict !== undefined) tellOf(conflict, file, sitting)
}

function draftIn(sitting: Underway, walk: Walk): Entry {
  return draftOf(makingOf(sitting), view(sitting.scene, walk), walk.step)
}

function isEmpty({ held }: Walk): boolean {
  return Object.keys(held).length === 0
}

/** Says once where all that is written here goes, since somebody else changes the same answers. */
function tellOf({ copy, titles }: Conflict, file: string, { told, renderer, context }: Underway): void {
  if (told.has(copy)) return
  told.add(copy)
  renderer.say(context.words.sitting.conflict(file, copy, titles))
}

function leave(sitting: Underway, walk: Walk, way: Exclude<ReadingResult, 'next'> = 'leave'): never {
  const words = sitting.context.words.sitting
  try {
    saveDraft(sitting, walk)
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    const why = error.inWords(sitting.context.words)
    throw new ReflectError(words.unsaved(encodeEntry(draftIn(sitting, walk)), why), { cause: error })
  }
  const sentence = isEmpty(walk) ? words.leftEmpty : words.left
  throw way === 'back' ? new WentBackError(sentence) : new LeftError(sentence, ExitCode.interrupted)
}

/** Makes the entry and shows the discussion; undefined where the entry could not be saved. */
async function finish(sitting: Underway, walk: Walk): Promise<Finished | undefined> {
  const { scene, journal, renderer, context } = sitting
  const words = context.words.sitting
  const seen = view(scene, walk)
  const entry = finishedEntry(makingOf(sitting), seen, sitting.finished ?? isoTime(context.now()))
  const saved = attempt(sitting, () => journal.finish(entry), words.notFinished)
  if (saved === undefined) return undefined
  const { file, conflict } = saved
  if (conflict !== undefined) tellOf(conflict, file, sitting)
  if (scene.exercise.discussion !== undefined)
    await renderer.passage(words.discussion, filled(scene, seen, scene.exercise.discussion))
  return { entry, file }
}

function filled(scene: InterviewContext, seen: readonly PromptView[], markdown: string): string {
  return fill(markdown, findIn(scene, seen), scene.words, asMarkdown)
}

function makingOf({ heading, found, scene }: Sitting): EntryParts {
  return { heading, words: scene.words, ...(found === undefined ? {} : { found }) }
}
