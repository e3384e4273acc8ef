import { promptIdsOf } from '../../questions/shared/attached.ts'
import type { Entry, EntryHead, Listed } from '../../entry/model.ts'
import { earlierAnswers } from '../../interview/migrate-entry.ts'
import { presentPrompts, privateIds, type IsPrivate } from '../../pack/privacy.ts'
import { groupBy } from '../../util/group-by.ts'
import type { Source } from './select-entries.ts'

/**
 * The privacy of what entries quote from other exercises. The learner may have made an answer private after another entry quoted it, or
 * changed a marker by hand.
 */
export class EarlierPrivacy {
  readonly #source: Pick<Source, 'journal' | 'packs'>
  readonly #idsOf = new Map<string, ReadonlySet<string>>()
  readonly #read = new Map<string, Entry>()
  #finished: ReadonlyMap<string, readonly Listed[]> | undefined

  constructor(source: Pick<Source, 'journal' | 'packs'>) {
    this.#source = source
  }

  /** For an entry: whether an answer was private in the entries that it could quote. */
  seenBy(head: EntryHead): IsPrivate {
    return (source) => {
      const ids = source.exercise === undefined ? undefined : this.#idsIn(source.exercise, head)
      return promptIdsOf(source).some((id) => ids?.has(id) === true)
    }
  }

  #idsIn(exercise: string, { pack: id, finished, started }: EntryHead): ReadonlySet<string> {
    const pack = this.#source.packs.find((each) => each.id === id)
    const entry = pack && earlierAnswers(exercise, pack, (names) => this.#latest(id, names, finished ?? started))
    if (entry === undefined) return new Set()
    const key = `${entry.head.id} ${exercise}`
    const known = this.#idsOf.get(key)
    if (known !== undefined) return known
    // Entries of one second may refer to each other.
    this.#idsOf.set(key, new Set())
    const ids = privateIds(entry.sections, presentPrompts(exercise, pack), this.seenBy(entry.head))
    this.#idsOf.set(key, ids)
    return ids
  }

  /** The entry of an exercise that was finished last at a time; otherwise the first one after it, because days can be changed. */
  #latest(pack: string, exercises: readonly string[], time: string): Entry | undefined {
    this.#finished ??= groupBy(this.#source.journal.list({ status: 'finished' }).entries, nameOf)
    const all = this.#finished
    const entries = exercises
      .flatMap((exercise) => all.get(`${pack}/${exercise}`) ?? [])
      .toSorted((a, b) => endOf(b) - endOf(a))
    const found = entries.find((entry) => endOf(entry) <= Date.parse(time)) ?? entries.at(-1)
    return found && this.#entryIn(found.file)
  }

  #entryIn(file: string): Entry {
    const entry = this.#read.get(file) ?? this.#source.journal.read(file)
    this.#read.set(file, entry)
    return entry
  }
}

function nameOf({ pack, exercise }: Listed): string {
  return `${pack}/${exercise}`
}

function endOf({ finished, started }: Listed): number {
  return Date.parse(finished ?? started)
}
