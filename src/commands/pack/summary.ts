import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { wrapSentence } from '../../display/wrap.ts'
import type { Listed } from '../../entry/model.ts'
import { migrateEntry } from '../../interview/migrate-entry.ts'
import type { Journal } from '../../journal/store.ts'
import { changesBetween, type Change } from '../../pack/installed/changes.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import type { Words } from '../../words/index.ts'
import { sceneOf } from '../session/opening.ts'
import { openedJournal } from '../shared/journal.ts'
import type { GlobalOptions } from '../shared/command.ts'

/** What a new version of a pack means for a learner. */
export interface Update {
  readonly changes: readonly Change[]
  /** How many drafts go on in the new version. */
  readonly drafts: number
  /** The titles of the questions in drafts whose answers do not fit the new version. They stay, as retired. */
  readonly retired: readonly string[]
}

/** Compares two versions of a pack, in the learner's language, and finds out what the new one does to drafts. Changes nothing. */
export function updateBetween(before: Pack, after: Pack, options: GlobalOptions, context: Context): Update {
  const [was, is] = [inLanguage(before, context.language), inLanguage(after, context.language)]
  const journal = openedJournal(options, context)
  const { entries } = journal.list({ status: 'draft', pack: before.id })
  const retired = entries.flatMap((draft) => retiredIn(draft, is, journal, context))
  return { changes: changesBetween(was, is), drafts: entries.length, retired }
}

/** The titles of what a draft would keep as retired. A draft that cannot be read, or whose exercise is gone, does not go on. */
function retiredIn(draft: Listed, pack: Pack, journal: Journal, context: Context): readonly string[] {
  const exercise = pack.exercises.find(({ id }) => id === newExercise(draft.exercise, pack))
  try {
    const entry = journal.read(draft.file)
    if (exercise === undefined)
      return entry.sections.flatMap(({ body, title }) => (body.kind === 'answered' ? [title] : []))
    return migrateEntry(entry, pack, sceneOf({ pack, exercise, journal, context }, entry.head)).retired
  } catch (error) {
    if (error instanceof ReflectError) return []
    throw error
  }
}

/** An update in a few sentences, indented. */
export function summaryLines(update: Update, { stdout, words }: Context): string[] {
  const sentences = [changesIn(update.changes, words), draftsIn(update, words)].filter((sentence) => sentence !== '')
  return sentences.flatMap((sentence) =>
    wrapSentence(sentence, Math.max(20, measure(stdout.columns - 1) - 2)).map((line) => `  ${line}`)
  )
}

function changesIn(changes: readonly Change[], { packs: { changes: said } }: Words): string {
  const number = (what: Change['what']) => changes.filter((change) => change.what === what).length
  const sentences = [
    ...ifAny(said.exercises, number('exercise-added'), number('exercise-retitled'), number('exercise-gone')),
    ...ifAny(
      said.questions,
      number('prompt-added'),
      number('prompt-reworded'),
      number('prompt-changed'),
      number('prompt-gone')
    ),
    ...ifAny(said.texts, number('reading-changed')),
    ...(number('sections-changed') > 0 ? [said.sections] : []),
    ...ifAny(said.translations, number('translation-added'), number('translation-changed'), number('translation-gone'))
  ]
  return sentences.length === 0 ? said.none : sentences.join(' ')
}

function draftsIn({ drafts, retired }: Update, { packs }: Words): string {
  if (retired.length > 0) return packs.changes.kept(retired.length, drafts)
  return drafts === 0 ? '' : packs.update.draftsGoOn(drafts)
}

/** The sentence about some numbers; nothing if all are 0. */
function ifAny<N extends number[]>(say: (...numbers: N) => string, ...numbers: N): string[] {
  return numbers.some((number) => number > 0) ? [say(...numbers)] : []
}
