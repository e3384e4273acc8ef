import type { Context } from '../../context/context.ts'
import type { Listed } from '../../entry/model.ts'
import { readEntry } from '../../journal/oldest-first.ts'
import { entriesWithIntentions } from '../../journal/plans.ts'
import type { Pack } from '../../pack/model.ts'
import type { Wishes } from '../../progress/due.ts'
import { openQuestionsIn, type LaterQuestion } from '../../progress/later-questions.ts'
import { promisesIn, type Promised } from '../../progress/promises.ts'
import { returnDays } from '../../progress/return-days.ts'
import { revisitAfter } from './options.ts'

/** How many of the newest entries are searched for plans and questions, so that a large journal does not delay a start. */
export const SEARCHED = 500

/** The plans and the questions for later that are still open in the newest entries of the journal in a folder. */
export function openIntentions(
  dir: string,
  entries: readonly Listed[]
): {
  readonly plans: readonly Promised[]
  readonly questions: readonly LaterQuestion[]
} {
  const found = [...entriesWithIntentions(dir, entries.slice(0, SEARCHED))]
  return { plans: promisesIn(found).filter(({ isOpen }) => isOpen), questions: openQuestionsIn(found) }
}

/**
 * What the learner wants to come back to: their settings, and what their entries say. `entries` are those that count for progress, newest
 * first.
 */
export function wishesOf(
  packs: readonly Pack[],
  entries: readonly Listed[],
  questions: readonly LaterQuestion[],
  context: Context
): Wishes {
  return { after: revisitAfter(context), days: returnDays(packs, entries, readEntry), questions }
}
