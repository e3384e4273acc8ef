import { isDeepStrictEqual } from 'node:util'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { withHead } from '../entry/front-matter.ts'
import { decodeEntry, withTitle } from '../entry/codec.ts'
import { mergeEntries } from '../entry/merge.ts'
import { isDiary } from '../entry/model.ts'
import type { Entry, EntryHead, Listed } from '../entry/model.ts'
import { DRAFTS, draftNames, entryNames, isEntryName, isOurFileName, numbered, yearOf } from './names.ts'
import { LONGEST_FRONT_MATTER, namesIn, textOf } from './reading.ts'
import { keepRefused, readEntry } from './conflict-write.ts'

/** What became of an entry that came from elsewhere. Nothing that was here has been lost, nothing that came either. */
export type Taken =
  /** It is new here. */
  | { readonly kind: 'added'; readonly file: string }
  /** All of it was here already. */
  | { readonly kind: 'known'; readonly file: string }
  /** It brought answers, or tags, that were missing here. */
  | { readonly kind: 'merged'; readonly file: string }
  /** Some of it is different here, which stays; all that came is in a copy beside it. */
  | { readonly kind: 'differs'; readonly file: string; readonly copy: string }

/** An entry that comes from elsewhere. */
export interface Arriving {
  /** Of its file. */
  readonly text: string
  /** Where it stood in its own journal, `2026/2026-11-23-name.md`; it gets the same place here if that is free. */
  readonly path?: string
  /** It was made of what another program keeps, and says no more than that: its language and privacy are our own doing. */
  readonly isMade?: true
}

/** Takes entries from elsewhere into a journal. Whoever calls `take` holds the journal's lock. */
export class Intake {
  readonly #dir: string
  /** Files by the id of what is in them. */
  readonly #finished = new Map<string, string>()
  readonly #drafts = new Map<string, string>()

  /** `here`: all that is in the journal now. */
  constructor(dir: string, here: readonly Listed[]) {
    this.#dir = dir
    for (const { id, status, file } of here) this.#filesOf(status).set(id, file)
  }

  /**
   * Takes in an entry.
   *
   * @throws UsageError if it is no entry; ReflectError if it cannot be saved.
   */
  take({ text, path, isMade }: Arriving): Taken {
    const entry = decodeEntry(text)
    if (Buffer.byteLength(entry.raw?.frontMatter ?? '') >= LONGEST_FRONT_MATTER)
      throw new UsageError((words) => words.frontMatter.tooLong)
    const { id, status } = entry.head
    const file = this.#finished.get(id) ?? (status === 'draft' ? this.#drafts.get(id) : undefined)
    return file === undefined ? this.#add(entry.head, text, path) : meet(file, entry, { text, isMade: isMade === true })
  }

  #add(head: EntryHead, text: string, path: string | undefined): Taken {
    const [folder, names] = placeOf(head, path)
    ensureFolder(join(this.#dir, folder), this.#dir)
    const file = createFile(join(this.#dir, folder), names, text)
    this.#filesOf(head.status).set(head.id, file)
    return { kind: 'added', file }
  }

  #filesOf(status: EntryHead['status']): Map<string, string> {
    return status === 'finished' ? this.#finished : this.#drafts
  }
}

function placeOf(head: EntryHead, path = ''): [folder: string, names: Iterable<string>] {
  if (head.status === 'draft') return [DRAFTS, draftNames(head)]
  const [folder = '', name = '', ...more] = path.split('/')
  const isFree = more.length === 0 && /^\d{4}$/.test(folder) && isEntryName(name) && isOurFileName(name)
  return isFree ? [folder, numbered(name)] : [yearOf(head), entryNames(head)]
}

/** Brings what came to what is here under the same id. */
function meet(file: string, came: Entry, { text, isMade }: { readonly text: string; readonly isMade: boolean }): Taken {
  const here = readEntry(file)
  if (here.text === text) return { kind: 'known', file }
  if (!here.isWhole) return differing(file, text, [], false)
  const isOnlyTagged = isMade && hasTheWordsOf(here.entry, came)
  const { known, incoming } = isOnlyTagged
    ? { known: here.entry, incoming: withHead(here.entry, { ...here.entry.head, tags: came.head.tags }) }
    : underOneTitle(here.entry, came)
  const tags = [...new Set([...known.head.tags, ...incoming.head.tags])]
  const { partial, ...head } = known.head
  const isStill = partial === true && incoming.head.partial === true
  const tagged = withHead(known, { ...head, tags, ...(isStill ? { partial } : {}) })
  // As if the one that came had been made of nothing but its head: then every section of it is a change.
  const { text: merged, refused } = mergeEntries({ ...incoming, sections: [] }, incoming, tagged)
  const hasChanged = merged !== here.text
  if (hasChanged) replaceFile(file, merged)
  if (refused.length > 0 || !hasSameTop(incoming, known)) return differing(file, text, refused, hasChanged)
  return { kind: hasChanged ? 'merged' : 'known', file }
}

/** Whether every answer of the one that came stands here, whatever is around it. */
function hasTheWordsOf(known: Entry, came: Entry): boolean {
  return came.sections.every(({ id, body }) => {
    const here = known.sections.find((section) => section.id === id)?.body
    return here?.kind === 'answered' && body.kind === 'answered' && isDeepStrictEqual(here.answer, body.answer)
  })
}

/** Where a diary's answer did not come along, its title did not either: both have the one of the fuller. */
function underOneTitle(known: Entry, incoming: Entry): { readonly known: Entry; readonly incoming: Entry } {
  const isCut = isDiary(known.head) && (known.head.partial ?? incoming.head.partial) === true
  if (!isCut) return { known, incoming }
  return incoming.head.partial === true
    ? { known, incoming: withTitle(incoming, known.head.title) }
    : { known: withTitle(known, incoming.head.title), incoming }
}

/** Keeps what came in a copy, unless there is one that says the same from an earlier time. */
function differing(file: string, text: string, refused: readonly string[], hasChanged: boolean): Taken {
  const folder = dirname(file)
  const beginning = `${basename(file, '.md')}.conflict-`
  const copies = namesIn(folder).filter((name) => name.startsWith(beginning) && name.endsWith('.md'))
  if (copies.some((name) => textOf(join(folder, name))?.text === text))
    return { kind: hasChanged ? 'merged' : 'known', file }
  const { conflict } = keepRefused(file, refused.length > 0 ? refused : [''], text)
  return { kind: 'differs', file, copy: conflict?.copy ?? file }
}

/** Whether what stands above the sections says the same; tags, how far a draft has come and what was left out aside. */
function hasSameTop(a: Entry, b: Entry): boolean {
  const isDraft = a.head.status === 'draft' || b.head.status === 'draft'
  const lasting = ({ tags: _tags, at: _at, packPath: _path, partial: _partial, ...head }: EntryHead) =>
    isDraft ? { ...head, status: '', finished: '' } : head
  return (
    isDeepStrictEqual(lasting(a.head), lasting(b.head)) &&
    a.raw?.preamble.trim() === b.raw?.preamble.trim() &&
    withHead(a, b.head).raw?.frontMatter === b.raw?.frontMatter
  )
}
