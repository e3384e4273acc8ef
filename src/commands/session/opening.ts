import type { Context } from '../../context/context.ts'
import { migrateEntry, earlierAnswers } from '../../interview/migrate-entry.ts'
import { walkOf, type EntryMeta } from '../../interview/entry.ts'
import { promisePrompts, promisePromptsOf, withOpening } from '../../interview/opening-prompts.ts'
import { countsTimes, exercisesNamed } from '../../interview/answer-lookup.ts'
import type { Walk } from '../../interview/model.ts'
import type { InterviewContext } from '../../interview/view.ts'
import { begin } from '../../interview/walk.ts'
import type { Journal } from '../../journal/store.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import type { Promised } from '../../progress/promises.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { namesOf } from '../../pack/renames.ts'
import { present } from '../../util/records.ts'
import { entryWords, shippedAs } from '../../words/index.ts'
import { typedPath } from '../../text/typed-path.ts'

/** An exercise and the journal in which it is answered. */
export interface ExerciseToDo {
  readonly pack: Pack
  readonly exercise: Exercise
  readonly journal: Pick<Journal, 'resumeDraft' | 'latestFinished' | 'countFinished'>
  readonly context: Context
}

/** What a session starts with. */
export interface SessionStart {
  /** The front matter of the entry that is made. */
  readonly heading: EntryMeta
  readonly walk: Walk
  /** The draft that is continued. */
  readonly found?: Entry
  /** What the program asks before the reading. */
  readonly opening?: readonly Prompt[]
  /** Titles of the questions in the draft whose answers do not fit the exercise any more. */
  readonly retired?: readonly string[]
}

/** Starts an exercise now, with a question about a plan. `pack` is the path of a pack that is not installed. */
export function newSession(
  { pack, exercise, context }: ExerciseToDo,
  options: { tag?: readonly string[]; pack?: string; route?: string },
  promise?: Promised
): SessionStart {
  const heading: EntryMeta = {
    id: context.uuid(),
    pack: pack.id,
    packVersion: pack.version,
    exercise: exercise.id,
    title: exercise.title,
    started: isoTime(context.now()),
    // A getter, because finding out takes time: it is first needed when the first answer is saved.
    get zone() {
      return context.zone()
    },
    language: languageFor(pack, context),
    tags: [...new Set(['reflection', pack.id, ...(options.tag ?? [])])],
    ...routeFor(exercise, pack, options.route),
    ...(options.pack === undefined ? {} : { packPath: typedPath(options.pack, context) })
  }
  const opening = promise === undefined ? [] : promisePrompts(promise, entryWords(heading.language))
  return { heading, walk: begin(withOpening(exercise, opening)), opening }
}

/**
 * The language of a new entry, which decides about its fixed words and about how numbers and days in it are read: that of the
 * pack. If it has no words of its own, and if it is English, which people of every language use, a learner whose language is
 * not English gets the words of their own.
 */
export function languageFor({ language }: Pack, { words }: Context): string {
  return (shippedAs(language) ?? 'en') === 'en' && shippedAs(words.language) !== 'en' ? words.language : language
}

/** A route, if the exercise is on it. */
function routeFor({ id }: Exercise, { routes }: Pack, route: string | undefined): { readonly route?: string } {
  return route !== undefined && routes[route]?.exercises.includes(id) === true ? { route } : {}
}

/** Continues a draft at the prompt where it stopped, with the questions of the present version of the pack, perhaps on another route. */
export function resumeSession(toDo: ExerciseToDo, draft: Listed, options: { route?: string } = {}): SessionStart {
  const { pack, exercise, journal } = toDo
  const found = journal.resumeDraft(draft.file)
  const { entry, retired } = migrateEntry(found, pack, sceneOf(toDo, found.head))
  const { status: _status, at: _at, begun: _begun, core: _core, finished: _finished, ...head } = entry.head
  const heading = { ...head, ...routeFor(exercise, pack, options.route) }
  const opening = promisePromptsOf(entry, entryWords(heading.language))
  return { heading, walk: walkOf(withOpening(exercise, opening), entry), found: entry, retired, opening }
}

/**
 * The exercise with the latest finished entries of the exercises that it refers to, and how often it was finished before the session
 * of this entry started: a draft keeps its wordings.
 */
export function sceneOf(
  { pack, exercise, journal, context }: ExerciseToDo,
  { language, started }: Pick<EntryMeta, 'language' | 'started'>
): InterviewContext {
  const earlier = exercisesNamed(exercise).flatMap((id) => {
    const entry = earlierAnswers(id, pack, (names) => journal.latestFinished(pack.id, names))
    return entry === undefined ? [] : [[id, entry] as const]
  })
  const times = countsTimes(exercise) ? journal.countFinished(pack.id, namesOf(exercise.id, pack), started) : undefined
  const today = dayOf(isoTime(context.now()))
  return { exercise, earlier: new Map(earlier), words: entryWords(language), language, today, ...present({ times }) }
}
