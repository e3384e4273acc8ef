import { promptIdsOf } from '../questions/shared/attached.ts'
import { isBuiltIn } from '../entry/built-in.ts'
import type { Exercise } from '../pack/model.ts'
import { privacySources, statedSources } from '../pack/privacy.ts'
import { bounded, check, offers, resolved } from '../questions/index.ts'
import type { EntryWords, Option, Prompt, Reference, Source } from '../questions/shared/model.ts'
import { lookUp, type Fact, type Surroundings } from './answer-lookup.ts'
import { holds, type LookUp } from './conditions.ts'
import type { Glossary } from './glossary.ts'
import type { AnswerState, Walk } from './model.ts'
import { headingOf } from '../questions/shared/heading.ts'
import { present } from '../util/records.ts'
import { asMarkdown, fill, linesOf } from './quotations.ts'
import { blocksThatHold, inOneWording, wordingThatHolds } from './wordings.ts'

/** A prompt and its answer in the current state of the walk. */
export interface PromptView {
  /** Resolved, or as the author wrote it if it cannot be resolved. */
  readonly prompt: Prompt
  readonly visible: boolean
  readonly held?: AnswerState
  readonly private: boolean
  /** The heading of the private prompt that this one builds on: it stays private as long as that one is. */
  readonly inheritsFrom?: string
}

/** The data that a view is computed from, besides the walk. */
export interface InterviewContext extends Surroundings {
  readonly exercise: Exercise
  /** The folder of the pack, for its pictures. */
  readonly folder?: string
  readonly glossary?: Glossary
  /** The prompts come from an entry, as they were asked: there is nothing to fill in. */
  readonly asAsked?: true
}

/**
 * Every prompt of the exercise in the current state of the walk, in order. A prompt depends on earlier ones only, so one pass is
 * enough; answers of hidden prompts are ignored. An answer that is not valid any more, because its options changed, counts as
 * unfinished.
 */
export function view(scene: InterviewContext, walk: Walk): readonly PromptView[] {
  const heldBy: HeldBy = ({ id }, asked) => {
    const held = Object.hasOwn(walk.held, id) ? walk.held[id] : undefined
    return asked === undefined ? held : standing(asked, held)
  }
  return viewWith(scene, walk.privacy, heldBy, passedOver(scene.exercise, walk))
}

/** The ids of the prompts that a walk passes over for want of time. What was answered or skipped is not among them. */
function passedOver({ prompts }: Exercise, { core, held }: Walk): ReadonlySet<string> {
  if (core === undefined || !prompts.some((prompt) => prompt.core === true)) return NONE
  const others = prompts.filter(
    (prompt) => prompt.core !== true && !isBuiltIn(prompt) && !Object.hasOwn(held, prompt.id)
  )
  return new Set(others.map(({ id }) => id))
}

const NONE: ReadonlySet<string> = new Set()

/** The prompts that are hidden, if unfinished answers that are valid count as given. */
export function hiddenIn(scene: InterviewContext, walk: Walk): ReadonlySet<string> {
  const held = Object.entries(walk.held).map(([id, state]): [string, AnswerState] => [
    id,
    state.kind === 'begun' ? { kind: 'answered', answer: state.answer } : state
  ])
  const seen = view(scene, { ...walk, held: Object.fromEntries(held) })
  return new Set(seen.flatMap(({ prompt, visible }) => (visible ? [] : [prompt.id])))
}

/**
 * Finds the state of a prompt's answer. `asked` is the resolved prompt, undefined if it is hidden with any answer; `resolved` is there if the prompt
 * is hidden by its condition only.
 */
export type HeldBy = (prompt: Prompt, asked: Prompt | undefined, resolved?: Prompt) => AnswerState | undefined

/** As `view`, with answers from elsewhere. `passed`: the ids of prompts that are not asked. */
export function viewWith(
  scene: InterviewContext,
  marks: Walk['privacy'],
  heldBy: HeldBy,
  passed = NONE
): readonly PromptView[] {
  const given = new Map<string, Fact>()
  const offered = new Map<string, readonly Option[]>()
  const find = (source: Source) => lookUp(source, given, scene)
  const privacy = new Map<string, Pick<PromptView, 'prompt' | 'private'>>()
  return scene.exercise.prompts.map((prompt) => {
    const isAsked = (isAnswered: boolean) =>
      !passed.has(prompt.id) && (prompt.when === undefined || holds(prompt.when, find, isAnswered))
    // A hidden prompt is resolved too, so that its answer can be stored in its own form.
    const resolvable = resolvePrompt(scene, prompt, find, (id) => offered.get(id) ?? [])
    const held = heldBy(prompt, isAsked(true) ? resolvable : undefined, resolvable)
    const hasAnswer = held?.kind === 'answered' || held?.kind === 'begun'
    const asked = isAsked(hasAnswer) ? resolvable : undefined
    const marked = Object.hasOwn(marks, prompt.id) ? marks[prompt.id] : undefined
    const inheritsFrom = privateSource(scene, prompt, privacy, find)
    const isPrivate = inheritsFrom !== undefined || (marked ?? prompt.private ?? false)
    const seen = {
      prompt: resolvable ?? prompt,
      visible: asked !== undefined,
      private: isPrivate,
      ...present({ inheritsFrom })
    }
    privacy.set(prompt.id, seen)
    if (asked !== undefined) {
      const answer = held?.kind === 'answered' ? held.answer : undefined
      if (answer !== undefined) given.set(prompt.id, { prompt: asked, answer, private: isPrivate })
      offered.set(prompt.id, offers(asked, answer))
    }
    return held === undefined ? seen : { ...seen, held }
  })
}

function standing(prompt: Prompt, held: AnswerState | undefined): AnswerState | undefined {
  if (held?.kind !== 'answered' || check(prompt, held.answer).ok) return held
  return { kind: 'begun', answer: held.answer }
}

/** Looks up the answers that are given so far, as the reading and the discussion do. */
function findIn(scene: InterviewContext, seen: readonly PromptView[]): LookUp {
  const given = new Map<string, Fact>()
  for (const { prompt, visible, held, private: isPrivate } of seen) {
    if (visible && held?.kind === 'answered') given.set(prompt.id, { prompt, answer: held.answer, private: isPrivate })
  }
  return (source) => lookUp(source, given, scene)
}

/** The reading as the learner sees it, in Markdown; undefined if there is none, or no wording of it holds. */
export function readingOf(scene: InterviewContext, seen: readonly PromptView[]): string | undefined {
  const find = findIn(scene, seen)
  const { reading } = scene.exercise
  const text =
    typeof reading === 'object'
      ? wordingThatHolds(reading, { find, times: scene.times ?? 0, seed: scene.seed ?? '' })?.text
      : reading
  return text && fill(text, find, scene, asMarkdown)
}

/** A discussion as the learner sees it. */
export interface ShownDiscussion {
  /** Markdown. */
  readonly text: string
  /** Whether it quotes a private answer. */
  readonly private: boolean
}

/** The discussion: all blocks that hold, as one text. Undefined if there is none, or no block of it holds. */
export function discussionOf(scene: InterviewContext, seen: readonly PromptView[]): ShownDiscussion | undefined {
  let isPrivate = false
  const find = findIn(scene, seen)
  const { discussion } = scene.exercise
  const text = typeof discussion === 'object' ? blocksThatHold(discussion, find).join('\n\n') : discussion
  if (text === undefined || text === '') return undefined
  const quoted: LookUp = (source) => {
    const found = find(source)
    isPrivate ||= found?.private === true
    return found
  }
  return { text: fill(text, quoted, scene, asMarkdown), private: isPrivate }
}

/** The heading of the first private prompt that a prompt builds on, answered or not; undefined if there is none. */
function privateSource(
  { asAsked }: InterviewContext,
  prompt: Prompt,
  privacy: ReadonlyMap<string, Pick<PromptView, 'prompt' | 'private'>>,
  find: LookUp
): string | undefined {
  const sources = asAsked === true ? statedSources(prompt) : privacySources(prompt)
  for (const source of sources) {
    const here = source.exercise === undefined ? promptIdsOf(source).map((id) => privacy.get(id)) : [find(source)]
    const state = here.find((each) => each?.private === true)
    if (state !== undefined) return headingOf(state.prompt)
  }
  return undefined
}

/**
 * A prompt as the learner sees it, with its quotations, options and recalled text. `optionsOf` gives what an earlier prompt offers. Undefined if the prompt has nothing to work with: a recall of no
 * answer, a choice or ranking without options, a table without rows.
 */
function resolvePrompt(
  scene: InterviewContext,
  written: Prompt,
  find: LookUp,
  optionsOf: (prompt: string) => readonly Option[]
): Prompt | undefined {
  const { asAsked, words, times = 0, seed = '' } = scene
  const answerTo = (id: string) => find({ prompt: id })
  if (asAsked === true) return bounded(written, answerTo)
  const filled = (markdown: string) => fill(markdown, find, scene, asMarkdown)
  const prompt = inOneWording(written, { find, times, seed, filled })
  const text = { ask: filled(prompt.ask), ...(prompt.help === undefined ? {} : { help: filled(prompt.help) }) }
  const posed = resolved(prompt, {
    options: optionsOf,
    shown: (earlier, newest) => earlierLines(earlier, newest, find, words),
    fill: (markup, escape) => fill(markup, find, scene, escape)
  })
  return posed && bounded({ ...posed, ...text }, answerTo)
}

/** The first answered source, or the one that was answered last, in lines of plain text. */
function earlierLines(
  sources: readonly Reference[],
  newest: boolean,
  find: LookUp,
  words: EntryWords
): readonly string[] | undefined {
  const said = sources.flatMap((source) => {
    const found = find(source)
    const lines = found && linesOf(found, words)
    return lines === undefined ? [] : [{ lines, finished: found?.finished ?? Infinity }]
  })
  const latest = newest ? Math.max(...said.map(({ finished }) => finished)) : undefined
  return said.find(({ finished }) => latest === undefined || finished === latest)?.lines
}
