import path from 'node:path'
import { picturesIn } from '../../markdown/pictures.ts'
import { withTerms } from '../../interview/glossary.ts'
import type { InterviewContext } from '../../interview/view.ts'
import { exercisesNamed } from '../../interview/answer-lookup.ts'
import type { Reply, Walk } from '../../interview/model.ts'
import { discussionOf, readingOf, view, type PromptView } from '../../interview/view.ts'
import {
  afterDiscussion,
  begun,
  dropped,
  isPastDiscussion,
  minutesOf,
  overview,
  progressAt,
  reply,
  restOf,
  start,
  whole
} from '../../interview/walk.ts'
import { ASKED, ASKED_THEN, isBuiltIn, PROMISE } from '../../entry/built-in.ts'
import { isRetired, retirementOf } from '../../entry/retired.ts'
import { questionOf } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import type { OverviewResult, ReadingResult } from '../../terminal/renderer.ts'
import { SessionSaver, type Finished, type Session } from './saving.ts'
import { present } from '../../util/records.ts'

/**
 * Leads through an exercise from where the walk is: shows, asks, saves the draft after every answer, and makes the entry at
 * the end.
 *
 * @throws LeftError if the user leaves. The draft is saved, and the message says how to continue.
 * @throws ReflectError if the user leaves and the draft cannot be saved. Its message holds all that was written.
 */
export async function runSession(session: Session, from: Walk): Promise<Finished> {
  const saver = new SessionSaver(session)
  for (let walk = from; ;) {
    session.onStep?.(walk)
    const done = await step(session, saver, walk)
    const next = done === 'finish' || done.held === walk.held ? done : saver.settled(walk, done)
    const finished = next === 'finish' ? saver.finish(walk) : undefined
    if (finished !== undefined) {
      await showDiscussion(session, saver.showing(walk))
      return finished
    }
    if (next === 'finish') continue
    if (next.held !== walk.held || next.privacy !== walk.privacy || next.core !== walk.core) saver.draft(next)
    walk = next
  }
}

/** Shows one thing. Gives the walk after what the user did. */
async function step(session: Session, saver: SessionSaver, walk: Walk): Promise<Walk | 'finish'> {
  const { scene, renderer } = session
  const seen = view(scene, walk)
  switch (walk.step.at) {
    case 'reading': {
      const result = await showReading(session, walk, seen)
      return result === 'next' ? start(scene, walk) : saver.leave(walk, result)
    }
    case 'discussion': {
      const result = await showDiscussion(session, saver.showing(walk) ?? discussionOf(scene, seen)?.text)
      return result === 'leave' ? saver.leave(walk) : afterDiscussion(scene, walk, result)
    }
    case 'stop':
      return stop(session, saver, walk, seen)
    case 'review': {
      const chosen = await renderer.review(overview(scene, seen), leftOut(saver, session, seen))
      if (chosen.kind === 'done') return 'finish'
      return chosen.kind === 'back' ? toLastPrompt(walk, seen) : afterChoice(session, saver, walk, chosen)
    }
    case 'prompt': {
      const { id } = walk.step
      const here = seen.find((item) => item.prompt.id === id && item.visible)
      return here === undefined ? start(scene, walk) : ask(session, saver, walk, seen, here)
    }
  }
}

/** Sentences about the answers that do not become answers of the entry. */
function leftOut({ found }: SessionSaver, { scene, context }: Session, seen: readonly PromptView[]): string[] {
  const said = context.words.session
  const hasSources = exercisesNamed(scene.exercise).length > 0
  const retired = (found?.sections ?? []).filter(isRetired)
  const own = retired.filter((section) => retirementOf(section)?.because === 'answers')
  const sentences = [
    {
      titles: retired.filter((section) => !own.includes(section)).map(({ title }) => title),
      say: (all: readonly string[]) => said.staysRetired(all, hasSources)
    },
    { titles: own.map(({ title }) => title), say: said.noLongerFits },
    { titles: dropped(seen), say: said.dropped }
  ]
  return sentences.flatMap(({ titles, say }) => (titles.length === 0 ? [] : [say([...new Set(titles)])]))
}

/** Asks at the end of the core whether to finish there, to go on, or to leave the other questions in the draft. */
async function stop(session: Session, saver: SessionSaver, walk: Walk, seen: readonly PromptView[]): Promise<Walk> {
  const { scene, renderer, context } = session
  const { questions, minutes } = restOf(scene, walk)
  const said = context.words.session.core
  const items = (['finish', 'goOn', 'later'] as const).map((value) => ({ value, label: said[value] }))
  const picked = await renderer.choose(said.stop(questions, minutes), items)
  if (picked.kind === 'leave') return saver.leave(walk)
  if (picked.kind === 'back') return toLastPrompt(walk, seen)
  switch (picked.value) {
    case 'finish':
      return start(scene, { ...walk, core: 'only' })
    case 'goOn':
      return start(scene, whole(walk))
    case 'later':
      return saver.leave(whole(walk), 'later')
  }
}

function showReading({ scene, renderer }: Session, walk: Walk, seen: readonly PromptView[]): Promise<ReadingResult> {
  const { title, purpose } = scene.exercise
  const minutes = minutesOf(scene, walk.core)
  const reading = readingOf(scene, seen)
  const questions = overview(scene, seen).filter((item) => !isBuiltIn(item)).length
  return renderer.reading(
    present({ title, questions, purpose, minutes, reading, pictures: picturesOf(scene, [reading]) })
  )
}

async function ask(
  session: Session,
  saver: SessionSaver,
  walk: Walk,
  seen: readonly PromptView[],
  here: PromptView
): Promise<Walk> {
  const { scene, renderer, context } = session
  const { prompt, held } = here
  const shown = questionOf(prompt).labelled?.(prompt, scene.words) ?? prompt
  const progress = progressAt(scene, seen, prompt.id, walk.core)
  const result = await renderer.ask({
    prompt: withTerms(shown, scene.glossary, context.words.session.terms),
    ...(progress === undefined ? {} : { progress }),
    private: here.private,
    ...present({
      pictures: picturesOf(scene, [prompt.ask, prompt.help, prompt.example]),
      inheritsFrom: here.inheritsFrom,
      before: held?.kind === 'begun' ? undefined : held?.kind
    }),
    language: session.heading.language,
    ...(held?.kind === 'answered' || held?.kind === 'begun'
      ? { answer: held.answer, begun: held.kind === 'begun' }
      : {}),
    keep: (answer) => saver.draft(begun(walk, prompt.id, answer))
  })
  switch (result.kind) {
    case 'leave':
      return saver.leave(begun(walk, prompt.id, result.kept))
    case 'private': {
      return withPrivacy(session, begun(walk, prompt.id, result.kept), prompt.id, !here.private)
    }
    case 'overview':
      return showOverview(session, saver, begun(walk, prompt.id, result.kept), prompt.id)
    case 'back':
    case 'review':
      return reply(scene, walk, result)
    default:
      return answered(session, walk, result, seen)
  }
}

/** The walk after an answer or a skip. Says so if it leads back, to a question that was left open. */
function answered({ scene, renderer, context }: Session, walk: Walk, told: Reply, seen: readonly PromptView[]): Walk {
  const next = reply(scene, walk, told)
  const placeOf = ({ step: at }: Walk) => seen.findIndex(({ prompt }) => at.at === 'prompt' && prompt.id === at.id)
  const to = seen[placeOf(next)]
  if (to !== undefined && placeOf(next) < placeOf(walk))
    renderer.say(context.words.session.stillOpen(headingOf(to.prompt)))
  return next
}

/** Shows the overview, again after each change of what is private, until the user goes somewhere. */
async function showOverview(session: Session, saver: SessionSaver, walk: Walk, at: string): Promise<Walk> {
  const { scene, renderer } = session
  const { exercise } = scene
  const seen = view(scene, walk)
  // What comes after the discussion is not shown before it.
  const isPast =
    isPastDiscussion(exercise, walk) || seen.slice(exercise.afterDiscussion).some(({ prompt }) => prompt.id === at)
  const chosen = await renderer.overview(overview(scene, isPast ? seen : seen.slice(0, exercise.afterDiscussion)), at)
  const next = afterChoice(session, saver, walk, chosen)
  return chosen.kind === 'privacy' ? showOverview(session, saver, next, chosen.prompt) : next
}

function afterChoice(session: Session, saver: SessionSaver, walk: Walk, chosen: OverviewResult): Walk {
  switch (chosen.kind) {
    case 'go':
      return reply(session.scene, walk, { kind: 'jump', to: chosen.to })
    case 'privacy':
      return withPrivacy(session, walk, chosen.prompt, chosen.private)
    case 'leave':
      return saver.leave(walk)
    case 'done':
    case 'back':
      return walk
  }
}

/** Makes an answer private or not, or says why it stays private. */
function withPrivacy({ scene, renderer, context }: Session, walk: Walk, prompt: string, isPrivate: boolean): Walk {
  const item = view(scene, walk).find((each) => each.prompt.id === prompt)
  const source = item?.inheritsFrom ?? (item && quotesPrivate(item.prompt) ? headingOf(item.prompt) : undefined)
  if (source === undefined) return reply(scene, walk, { kind: 'privacy', prompt, private: isPrivate })
  renderer.say(context.words.session.staysPrivate(source))
  return walk
}

/** Whether a question of the program quotes what is private in another entry. What became of a plan is private in any case. */
function quotesPrivate({ id, private: isPrivate }: Prompt): boolean {
  return id === PROMISE || ((id === ASKED || id === ASKED_THEN) && isPrivate === true)
}

/** Goes back from the review. */
function toLastPrompt(walk: Walk, seen: readonly PromptView[]): Walk {
  const last = seen.findLast((item) => item.visible)
  return { ...walk, step: last === undefined ? { at: 'reading' } : { at: 'prompt', id: last.prompt.id } }
}

/** Shows the discussion, if there is one. */
async function showDiscussion({ scene, renderer, context }: Session, text: string | undefined): Promise<ReadingResult> {
  return text === undefined
    ? 'next'
    : renderer.passage(context.words.session.discussion, text, picturesOf(scene, [text]))
}

/** The files of the pictures in some texts; undefined if there are none. */
function picturesOf({ folder }: InterviewContext, texts: readonly (string | undefined)[]): string[] | undefined {
  if (folder === undefined) return undefined
  const paths = texts.flatMap((text) => picturesIn(text ?? '')).map((picture) => picture.path)
  return paths.length === 0 ? undefined : [...new Set(paths)].map((name) => path.join(folder, name))
}
