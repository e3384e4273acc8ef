import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { migrateEntry, earlierAnswers } from '../../interview/migrate-entry.ts'
import { walkOf } from '../../interview/entry.ts'
import type { EntryMeta } from '../../interview/entry.ts'
import { exercisesNamed } from '../../interview/answer-lookup.ts'
import type { Walk } from '../../interview/model.ts'
import type { InterviewContext } from '../../interview/view.ts'
import { begin } from '../../interview/walk.ts'
import type { Journal } from '../../journal/store.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import { isoTime } from '../../dates/time.ts'
import { entryWords, shippedAs } from '../../words/index.ts'

/** An exercise to be done, and where. */
export interface Opening {
  readonly pack: Pack
  readonly exercise: Exercise
  readonly journal: Pick<Journal, 'resumeDraft' | 'latestFinished'>
  readonly context: Context
}

/** A walk and the front matter of the entry that it will become. */
export interface Opened {
  readonly heading: EntryMeta
  readonly walk: Walk
  /** The draft that is gone on with. */
  readonly found?: Entry
  /** Titles of answers in the draft that this version of the pack does not ask for. */
  readonly retired?: readonly string[]
}

/** A new walk, begun now. */
export function freshWalk(
  { pack, exercise, context }: Opening,
  options: { tag?: readonly string[]; pack?: string }
): Opened {
  const heading: EntryMeta = {
    id: context.uuid(),
    pack: pack.id,
    packVersion: pack.version,
    exercise: exercise.id,
    title: exercise.title,
    started: isoTime(context.now()),
    // Asked for when the first answer is saved: it is the one thing here that takes long to know.
    get zone() {
      return context.zone()
    },
    language: languageFor(pack, context),
    tags: [...new Set(['reflection', pack.id, ...(options.tag ?? [])])],
    ...(options.pack === undefined ? {} : { packPath: path.resolve(context.cwd, options.pack) })
  }
  return { heading, walk: begin() }
}

/**
 * The language of a new entry's fixed words: the pack's, which its questions are in. English packs are done by learners
 * of every language, whose own it is then.
 */
export function languageFor(pack: Pack, { words }: Context): string {
  const spoken = shippedAs(pack.language) ?? 'en'
  return spoken === 'en' ? words.language : pack.language
}

/** The walk of a draft, with its own front matter, at the prompt where it stopped; in the version of the pack that is here. */
export function resumedWalk({ pack, exercise, journal }: Opening, draft: Listed): Opened {
  const { entry, retired } = migrateEntry(journal.resumeDraft(draft.file), pack, exercise)
  const isNew = draft.packVersion !== pack.version
  const { status: _status, at: _at, begun: _begun, finished: _finished, ...heading } = entry.head
  return { heading, walk: walkOf(exercise, entry), found: entry, retired: isNew ? retired : [] }
}

/** The exercise with all that its prompts may look at: the latest finished entries of the exercises it names. `language` is the entry's. */
export function sceneOf({ pack, exercise, journal }: Opening, language: string): InterviewContext {
  const earlier = exercisesNamed(exercise).flatMap((id) => {
    const entry = earlierAnswers(id, pack, (names) => journal.latestFinished(pack.id, names))
    return entry === undefined ? [] : [[id, entry] as const]
  })
  return { exercise, earlier: new Map(earlier), words: entryWords(language) }
}
