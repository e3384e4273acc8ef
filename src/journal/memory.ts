import type { Entry, Listed } from '../entry/model.ts'
import type { Journal, Saved } from './store.ts'

/** A journal that is kept nowhere and ends with the process: what a walk needs of one. Its files are names only. */
export class MemoryJournal implements Pick<Journal, 'read' | 'goOn' | 'saveDraft' | 'finish' | 'latestFinished'> {
  readonly #files = new Map<string, Entry>()

  /** Drafts and finished entries, the one saved last first. */
  get entries(): readonly Listed[] {
    return [...this.#files].map(([file, { head }]) => ({ ...head, file })).toReversed()
  }

  /** @throws RangeError where there is none of that name. */
  read(file: string): Entry {
    const entry = this.#files.get(file)
    if (entry === undefined) throw new RangeError('no such entry')
    return entry
  }

  /** As `read`. */
  goOn(file: string): Entry {
    return this.read(file)
  }

  /** Keeps unfinished writing, in place of what was kept under its id. */
  saveDraft(entry: Entry): Saved {
    const file = entry.head.id
    this.#files.delete(file)
    this.#files.set(file, entry)
    return { file }
  }

  /** Keeps what is finished, in place of its draft. */
  finish(entry: Entry): Saved {
    return this.saveDraft(entry)
  }

  /** The finished entry of an exercise that was saved last, by any of its names. */
  latestFinished(pack: string, exercises: readonly string[]): Entry | undefined {
    const newest = this.entries.find(
      (entry) => entry.status === 'finished' && entry.pack === pack && exercises.includes(entry.exercise)
    )
    return newest && this.read(newest.file)
  }
}
