import type { Entry, Listed } from '../../entry/model.ts'
import { countUntil, isOf } from '../../journal/list.ts'
import type { Journal } from '../../journal/store.ts'

/** Finds the finished entries of an exercise. */
export type FinishedLookup = Pick<Journal, 'latestFinished' | 'countFinished'>

/** Answers as a journal does, any number of times from one list, which it makes when it first needs it. */
export class ListedFinished implements FinishedLookup {
  readonly #journal: Pick<Journal, 'list' | 'read'>
  #entries: readonly Listed[] | undefined

  /** `entries`: the list of the journal, if the caller has it. */
  constructor(journal: Pick<Journal, 'list' | 'read'>, entries?: readonly Listed[]) {
    this.#journal = journal
    this.#entries = entries
  }

  /** As `Journal.latestFinished`. */
  latestFinished(pack: string, exercises: readonly string[]): Entry | undefined {
    const [newest] = this.#finishedOf(pack, exercises)
    return newest === undefined ? undefined : this.#journal.read(newest.file)
  }

  /** As `Journal.countFinished`. */
  countFinished(pack: string, exercises: readonly string[], by: string): number {
    return countUntil(by, this.#finishedOf(pack, exercises))
  }

  #finishedOf(pack: string, exercises: readonly string[]): readonly Listed[] {
    this.#entries ??= this.#journal.list({ status: 'finished' }).entries
    return this.#entries.filter(
      (entry) =>
        entry.status === 'finished' && entry.pack === pack && exercises.some((exercise) => isOf(entry, exercise))
    )
  }
}
