import { runSession } from '../../../src/commands/session/session.ts'
import { resumeSession, sceneOf } from '../../../src/commands/session/opening.ts'
import { LeftError } from '../../../src/context/errors.ts'
import { decodeEntry, encodeEntry } from '../../../src/entry/codec.ts'
import type { Entry } from '../../../src/entry/model.ts'
import { draftOf, finishedEntry, type EntryMeta } from '../../../src/interview/entry.ts'
import type { AnswerState, Step, Walk } from '../../../src/interview/model.ts'
import { hiddenIn, view } from '../../../src/interview/view.ts'
import type { Pack } from '../../../src/pack/model.ts'
import { namesOf, newExercise } from '../../../src/pack/renames.ts'
import { english } from '../../../src/words/index.ts'
import { contextIn } from '../../kit/context.ts'
import { answers, pack } from './pack.ts'
import { scripted, type Mode, type Way } from './renderer.ts'

/** A journal that holds entries as the texts of their files. */
class TextJournal {
  readonly texts: Map<string, string>

  constructor(texts: Iterable<readonly [string, string]>) {
    this.texts = new Map(texts)
  }

  resumeDraft(file: string): Entry {
    return decodeEntry(this.texts.get(file) ?? '')
  }

  saveDraft(entry: Entry) {
    const file = entry.head.id
    this.texts.set(file, encodeEntry(entry))
    return { file }
  }

  finish(entry: Entry) {
    return this.saveDraft(entry)
  }

  countFinished(): number {
    return 0
  }

  latestFinished(_: string, exercises: readonly string[]): Entry | undefined {
    return [...this.texts.values()]
      .map((text) => decodeEntry(text))
      .find(({ head }) => head.status === 'finished' && exercises.includes(head.exercise))
  }
}

/** A draft or a finished entry before its pack changes. */
export interface State {
  readonly name: string
  readonly text: string
  /** Texts of other entries in the journal. */
  readonly others: readonly string[]
  /** Words in answers that the learner left unfinished, or had hidden: the learner may drop them. */
  readonly unfinished: readonly string[]
  readonly hidden: readonly string[]
}

const context = contextIn('/home/ada')

function headingFor(exercise: string): EntryMeta {
  return {
    id: `5f0c1c1e-8f4e-4c1b-9d57-00000000000${exercise === 'one' ? 1 : 2}`,
    pack: pack.id,
    packVersion: pack.version,
    exercise,
    title: exercise === 'one' ? 'One' : 'Two',
    started: '2026-11-23T19:02:27+00:00',
    zone: 'Europe/London',
    language: 'en-GB',
    tags: ['reflection']
  }
}

function exerciseIn({ exercises }: Pack, id: string) {
  return exercises.find((exercise) => exercise.id === id)
}

const answeredAll = (exercise: string): Record<string, AnswerState> =>
  Object.fromEntries([
    ...(exercise === 'one' ? [['pause', { kind: 'seen' }] as const] : []),
    ...Object.entries(answers[exercise] ?? {}).map(([id, answer]) => [id, { kind: 'answered', answer }] as const)
  ])

/** The text of an entry that is made of a walk. */
function written(id: string, walk: Walk, others: readonly string[], isFinished = false): string {
  const exercise = exerciseIn(pack, id)
  if (exercise === undefined) throw new Error('No such exercise')
  const journal = new TextJournal(others.map((text, index) => [String(index), text]))
  const scene = sceneOf({ pack, exercise, journal, context }, { language: 'en-GB', started: '2026-11-28T09:00:00Z' })
  const making = { heading: headingFor(id), words: english.entry }
  const seen = view(scene, walk)
  return encodeEntry(
    isFinished
      ? finishedEntry(making, seen, '2026-11-23T20:00:00+00:00')
      : draftOf(making, seen, walk, hiddenIn(scene, walk))
  )
}

const walk = (held: Walk['held'], step: Step = { at: 'review' }): Walk => ({ step, held, privacy: {} })

/** Finished entries of both exercises. */
const finishedOne = written('one', walk(answeredAll('one')), [], true)
const finishedTwo = written('two', walk(answeredAll('two')), [finishedOne], true)

/** Every kind of draft and entry. */
export const states: readonly State[] = [
  { name: 'all answered', text: written('one', walk(answeredAll('one')), []), others: [], unfinished: [], hidden: [] },
  midway(),
  hidden(),
  {
    name: 'another exercise',
    text: written('two', walk(answeredAll('two')), [finishedOne]),
    others: [finishedOne],
    unfinished: [],
    hidden: []
  },
  { name: 'finished', text: finishedOne, others: [finishedTwo], unfinished: [], hidden: [] }
]

/** The learner left in the middle of the last answer, and has not finished a ranking and a sentence before it. */
function midway(): State {
  const begun: Record<string, AnswerState> = {
    nearest: { kind: 'begun', answer: ['Ben say5'] },
    worth: { kind: 'begun', answer: { what: 'meet say15' } },
    last: { kind: 'begun', answer: 'Rest say31' }
  }
  const text = written('one', walk({ ...answeredAll('one'), ...begun }, { at: 'prompt', id: 'last' }), [])
  return { name: 'in the middle', text, others: [], unfinished: ['say15', 'lab29', 'say31'], hidden: [] }
}

/** The learner has changed an answer, which has hidden two others. */
function hidden(): State {
  const held = { ...answeredAll('one'), part: { kind: 'answered', answer: 'joined' } as const }
  return {
    name: 'hidden answers',
    text: written('one', walk(held), []),
    others: [],
    unfinished: [],
    hidden: ['say7', 'say19']
  }
}

/** What a session left behind. */
export interface Left {
  readonly text: string
  readonly entry: Entry
  /** Titles of the questions whose answers were retired when the draft was opened. */
  readonly retired: readonly string[]
  readonly said: readonly string[]
}

/** Resumes a draft with a pack; undefined if the pack does not have the exercise any more. */
export async function resumed(
  text: string,
  { others }: Pick<State, 'others'>,
  now: Pack,
  mode: Mode,
  way: Way
): Promise<Left | undefined> {
  const { head } = decodeEntry(text)
  const exercise = exerciseIn(now, newExercise(head.exercise, now))
  if (exercise === undefined) return undefined
  const journal = new TextJournal([[head.id, text], ...others.map((other, index) => [String(index), other] as const)])
  const start = { pack: now, exercise, journal, context }
  const { renderer, said } = scripted(mode, way)
  const { walk: from, retired = [], ...opened } = resumeSession(start, { ...head, file: head.id })
  if (retired.length > 0) said.push(english.session.retired(retired, false))
  try {
    await runSession({ scene: sceneOf(start, head), ...opened, journal, renderer, context }, from)
  } catch (error) {
    if (!(error instanceof LeftError)) throw error
    said.push(error.inWords(english))
  }
  const after = journal.texts.get(head.id) ?? ''
  return { text: after, entry: decodeEntry(after), retired, said }
}

/** The names of the exercise of an entry, for "then and now". */
export function revisited(entry: Entry, now: Pack) {
  const exercise = newExercise(entry.head.exercise, now)
  return { pack: now, exercise, title: entry.head.title, names: namesOf(exercise, now) }
}
