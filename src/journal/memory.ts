import type { Entry, Listed } from '../entry/model.ts'
import { countUntil } from './list.ts'
import type { Saved } from './conflict-write.ts'
import type { Journal } from './store.ts'

/** A journal in memory, with the methods that a session needs. Files are ids. */
export class MemoryJournal implements Pick<
  Journal,
  'read' | 'resumeDraft' | 'saveDraft' | 'finish' | 'latestFinished' | 'countFinished'
> {
  readonly #files = new Map<string, Entry>()

  /** Drafts and finished entries, last saved first. */
  get entries(): readonly Listed[] {
    return [...this.#files].map(([file, { head }]) => ({ ...head, file })).toReversed()
  }

  /** @throws RangeError if there is no such entry. */
  read(file: string): Entry {
    const entry = this.#files.get(file)
    if (entry === undefined) throw new RangeError('no such entry')
    return entry
  }

  /** As `read`. */
  resumeDraft(file: string): Entry {
    return this.read(file)
  }

  /** Replaces the entry with the same id. */
  saveDraft(entry: Entry): Saved {
    const file = entry.head.id
    this.#files.delete(file)
    this.#files.set(file, entry)
    return { file }
  }

  /** As `saveDraft`. */
  finish(entry: Entry): Saved {
    return this.saveDraft(entry)
  }

  /** As `Journal.countFinished`. */
  countFinished(pack: string, exercises: readonly string[], by: string): number {
    const ofExercise = this.entries.filter(
      (entry) => entry.status === 'finished' && entry.pack === pack && exercises.includes(entry.exercise)
    )
    return countUntil(by, ofExercise)
  }

  /** The finished entry of an exercise, which may have several ids, that was saved last. */
  latestFinished(pack: string, exercises: readonly string[]): Entry | undefined {
    const newest = this.entries.find(
      (entry) => entry.status === 'finished' && entry.pack === pack && exercises.includes(entry.exercise)
    )
    return newest && this.read(newest.file)
  }
}
