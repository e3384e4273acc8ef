import type { Context } from '../../context/context.ts'
import { migrateEntry, earlierAnswers } from '../../interview/migrate-entry.ts'
import { walkOf, type EntryMeta } from '../../interview/entry.ts'
import { askedPrompts, askedPromptsOf, asksLater, laterPrompts } from '../../interview/later-prompts.ts'
import {
  promisePrompts,
  promisePromptsOf,
  selfCheckOf,
  withBuiltIn,
  type BuiltInPrompts
} from '../../interview/opening-prompts.ts'
import { countsTimes, exercisesNamed } from '../../interview/answer-lookup.ts'
import type { Walk } from '../../interview/model.ts'
import type { InterviewContext } from '../../interview/view.ts'
import { begin } from '../../interview/walk.ts'
import type { FinishedLookup } from './finished.ts'
import type { Journal } from '../../journal/store.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import type { FoundExercise } from '../../pack/find.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import { isOnRoute, routeIn, type FoundRoute } from '../../pack/routes.ts'
import type { LaterQuestion } from '../../progress/later-questions.ts'
import type { AnswerName, Promised } from '../../progress/promises.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { namesOf } from '../../pack/renames.ts'
import { present } from '../../util/records.ts'
import { entryWords, shippedAs } from '../../words/index.ts'
import { canAsk } from '../shared/choosing.ts'
import { typedPath } from '../../text/typed-path.ts'

/** An exercise and the journal in which it is answered. */
export interface ExerciseToDo {
  readonly pack: Pack
  readonly exercise: Exercise
  readonly journal: Pick<Journal, 'resumeDraft' | 'latestFinished' | 'countFinished'>
  /** Finds finished entries in the journal; the journal itself if absent. */
  readonly lookup?: FinishedLookup
  readonly context: Context
}

/** What a session starts with. */
export interface SessionStart extends BuiltInPrompts {
  /** The front matter of the entry that is made. */
  readonly heading: EntryMeta
  readonly walk: Walk
  /** The draft that is continued. */
  readonly found?: Entry
  /** Titles of the questions in the draft whose answers do not fit the exercise any more. */
  readonly retired?: readonly string[]
}

/** What a session begins with: a plan that was made earlier, and a question that was left for it. */
export interface Intentions {
  readonly promise?: Promised
  readonly question?: LaterQuestion
}

interface ResumeOptions {
  readonly route?: FoundRoute
  /** Finds a question where it was left. */
  readonly questionOf?: (name: AnswerName) => LaterQuestion | undefined
}

/** Starts an exercise now, with a question about a plan. `pack` is the path of a pack that is not installed. */
export function newSession(
  { pack, exercise, context }: ExerciseToDo,
  options: { tag?: readonly string[]; pack?: string; route?: FoundRoute; core?: Walk['core'] },
  { promise, question }: Intentions = {}
): SessionStart {
  const heading: EntryMeta = {
    id: context.uuid(),
    pack: pack.id,
    packVersion: pack.version,
    ...present({ packId: pack.ownId, packSource: pack.from }),
    ...(pack.authors.length > 0 && { packAuthors: pack.authors }),
    exercise: exercise.id,
    title: exercise.title,
    started: isoTime(context.now()),
    // A getter, because finding out takes time: it is first needed when the first answer is saved.
    get zone() {
      return context.zone()
    },
    language: languageFor(pack, context),
    tags: [...new Set(['reflection', pack.id, ...(options.tag ?? [])])],
    ...routeFor({ pack, exercise }, options.route),
    ...(options.pack === undefined ? {} : { packPath: typedPath(options.pack, context) })
  }
  const words = entryWords(heading.language)
  const opening = [
    ...(promise === undefined ? [] : promisePrompts(promise, words)),
    ...(question === undefined ? [] : askedPrompts(question, words))
  ]
  const builtIn = { opening, closing: canBeAskedLater(exercise, context) ? laterPrompts(words) : [] }
  const walk = { ...begin(withBuiltIn(exercise, builtIn)), ...present({ core: options.core }) }
  return { heading, walk, ...builtIn }
}

/** Whether the session ends with a question for later. Only where someone can answer. */
function canBeAskedLater({ askLater }: Exercise, context: Context): boolean {
  return askLater === true && canAsk(context)
}

/**
 * The language of a new entry, which decides about its fixed words and about how numbers and days in it are read: that of the
 * pack. If it has no words of its own, and if it is English, which people of every language use, a learner whose language is
 * not English gets the words of their own.
 */
export function languageFor({ language }: Pack, { words }: Context): string {
  return (shippedAs(language) ?? 'en') === 'en' && shippedAs(words.language) !== 'en' ? words.language : language
}

/** The name of a route in an entry, if the exercise is on it. */
function routeFor(found: FoundExercise, route: FoundRoute | undefined): { readonly route?: string } {
  return route !== undefined && isOnRoute(found, route) ? { route: routeIn(found.pack, route) } : {}
}

/** Continues a draft at the prompt where it stopped, with the questions of the present version of the pack, perhaps on another route. */
export function resumeSession(toDo: ExerciseToDo, draft: Listed, options: ResumeOptions = {}): SessionStart {
  const { pack, exercise, journal, context } = toDo
  const found = journal.resumeDraft(draft.file)
  const { entry, retired } = migrateEntry(found, pack, sceneOf(toDo, found.head))
  const { status: _status, at: _at, begun: _begun, core: _core, finished: _finished, ...head } = entry.head
  const heading = { ...head, ...routeFor({ pack, exercise }, options.route) }
  const words = entryWords(heading.language)
  const opening = [
    ...promisePromptsOf(entry, words),
    ...askedPromptsOf(entry, words, options.questionOf ?? (() => undefined))
  ]
  const isLater = asksLater(entry) || canBeAskedLater(exercise, context)
  const closing = [...selfCheckOf(entry), ...(isLater ? laterPrompts(words) : [])]
  const builtIn = { opening, closing }
  return { heading, walk: walkOf(withBuiltIn(exercise, builtIn), entry), found: entry, retired, ...builtIn }
}

/**
 * The exercise with the latest finished entries of the exercises that it refers to, and how often it was finished before the session
 * of this entry started: a draft keeps its wordings.
 */
export function sceneOf(
  { pack, exercise, journal, lookup = journal, context }: ExerciseToDo,
  { language, started }: Pick<EntryMeta, 'language' | 'started'>
): InterviewContext {
  const earlier = exercisesNamed(exercise).flatMap((id) => {
    const entry = earlierAnswers(id, pack, (names) => lookup.latestFinished(pack.id, names))
    return entry === undefined ? [] : [[id, entry] as const]
  })
  const times = countsTimes(exercise) ? lookup.countFinished(pack.id, namesOf(exercise.id, pack), started) : undefined
  const today = dayOf(isoTime(context.now()))
  // Packs of format 1 have no pictures.
  const folder = pack.format === 1 ? undefined : pack.folder
  const glossary = pack.glossary && { terms: pack.glossary, language: pack.language }
  return {
    exercise,
    earlier: new Map(earlier),
    words: entryWords(language),
    language,
    today,
    seed: started,
    ...present({ times, folder, glossary })
  }
}
