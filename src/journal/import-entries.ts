import { isDeepStrictEqual } from 'node:util'
import { dirname, join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { readFrontMatter, withHead } from '../entry/front-matter.ts'
import { decodeEntry, withTitle } from '../entry/codec.ts'
import { mergeEntries } from '../entry/merge.ts'
import { isDiary, type Entry, type EntryHead, type Listed } from '../entry/model.ts'
import { DRAFTS, draftNames, entryNames, isEntryName, isPortableName, numbered, stemOf, yearOf } from './names.ts'
import { noteOf } from '../entry/note.ts'
import { LONGEST_FRONT_MATTER, namesIn, textOf } from './reading.ts'
import { keepRefused, readEntry } from './conflict-write.ts'

/** The result of importing an entry. Nothing is lost, neither of the journal nor of the import. */
export type ImportResult =
  /** The entry is new. */
  | { readonly kind: 'added'; readonly file: string }
  /** The journal had all of it already. */
  | { readonly kind: 'known'; readonly file: string }
  /** It added answers or tags to an entry of the journal. */
  | { readonly kind: 'merged'; readonly file: string }
  /** It is a copy in which names were replaced, of an entry of the journal, which is left as it is. */
  | { readonly kind: 'replaced'; readonly file: string }
  /** Parts of it differ: the journal keeps its version, and the imported entry is saved as a copy beside it. */
  | { readonly kind: 'differs'; readonly file: string; readonly copy: string }

/** An entry to import. */
export interface IncomingEntry {
  /** The text of its file. */
  readonly text: string
  /** Its path in its own journal, `2026/2026-11-23-name.md`. It gets the same path here if that is free. */
  readonly path?: string
  /** It was converted from another program's data, so the journal's language and privacy take precedence. */
  readonly isConverted?: true
}

/** Imports entries into a journal. The caller of `import` holds the journal's lock. */
export class EntryImporter {
  readonly #dir: string
  /** Files by the ids of their entries. */
  readonly #finished = new Map<string, string>()
  readonly #drafts = new Map<string, string>()

  /** `entries`: all entries of the journal, drafts too. */
  constructor(dir: string, entries: readonly Listed[]) {
    this.#dir = dir
    for (const { id, status, file } of entries) this.#filesOf(status).set(id, file)
  }

  /** Imports an entry. @throws UsageError if it is not an entry; ReflectError if it cannot be saved. */
  import({ text, path, isConverted }: IncomingEntry): ImportResult {
    const entry = decodeEntry(
      text,
      readFrontMatter(text, path === undefined ? undefined : { file: path, modified: () => new Date(0) })
    )
    if (Buffer.byteLength(entry.raw?.frontMatter ?? '') >= LONGEST_FRONT_MATTER)
      throw new UsageError((words) => words.frontMatter.tooLong)
    const { id, status } = entry.head
    const file = this.#finished.get(id) ?? (status === 'draft' ? this.#drafts.get(id) : undefined)
    return file === undefined
      ? this.#add(entry.head, text, path)
      : mergeInto(file, entry, { text, isConverted: isConverted === true })
  }

  #add(head: EntryHead, text: string, path: string | undefined): ImportResult {
    const [folder, names] = locationFor(head, path)
    ensureFolder(join(this.#dir, folder), this.#dir)
    const file = createFile(join(this.#dir, folder), names, text)
    this.#filesOf(head.status).set(head.id, file)
    return { kind: 'added', file }
  }

  #filesOf(status: EntryHead['status']): Map<string, string> {
    return status === 'finished' ? this.#finished : this.#drafts
  }
}

/** The folder of a new entry, and the names that it may get, best first. */
function locationFor(head: EntryHead, path = ''): [folder: string, names: Iterable<string>] {
  if (head.status === 'draft') return [DRAFTS, draftNames(head)]
  const [folder = '', name = '', ...more] = path.split('/')
  const isFree = more.length === 0 && /^\d{4}$/.test(folder) && isEntryName(name) && isPortableName(name)
  return isFree ? [folder, numbered(name)] : [yearOf(head), entryNames(head)]
}

/** Merges an imported entry into the file of the entry with the same id. */
function mergeInto(
  file: string,
  imported: Entry,
  { text, isConverted }: { readonly text: string; readonly isConverted: boolean }
): ImportResult {
  const here = readEntry(file)
  if (here.text === text) return { kind: 'known', file }
  if (imported.head.replaced === true) return { kind: 'replaced', file }
  if (here.fault !== undefined) return saveCopy(file, text, [], false)
  const addsOnlyTags = isConverted && hasSameAnswers(here.entry, imported)
  const { known, incoming } = addsOnlyTags
    ? { known: here.entry, incoming: withHead(here.entry, { ...here.entry.head, tags: imported.head.tags }) }
    : withCommonNote(withCommonTitle(here.entry, imported))
  const tags = [...new Set([...known.head.tags, ...incoming.head.tags])]
  const { partial, ...head } = known.head
  const isPartial = partial === true && incoming.head.partial === true
  const tagged = withHead(known, { ...head, tags, ...(isPartial ? { partial } : {}) })
  // With a base that has no sections, every section of the imported entry is an addition.
  const { text: merged, refused } = mergeEntries({ ...incoming, sections: [] }, incoming, tagged)
  const hasChanged = merged !== here.text
  if (hasChanged) replaceFile(file, merged)
  if (refused.length > 0 || !hasSameTop(incoming, known)) return saveCopy(file, text, refused, hasChanged)
  return { kind: hasChanged ? 'merged' : 'known', file }
}

/** Whether an entry has every answer of an imported one. */
function hasSameAnswers(known: Entry, imported: Entry): boolean {
  return imported.sections.every(({ id, body }) => {
    const here = known.sections.find((section) => section.id === id)?.body
    return here?.kind === 'answered' && body.kind === 'answered' && isDeepStrictEqual(here.answer, body.answer)
  })
}

/** The same entry in the journal and in an import. */
interface Both {
  readonly known: Entry
  readonly incoming: Entry
}

/** An entry without its private answers has no note either, so it gets the other one's. */
function withCommonNote({ known, incoming }: Both): Both {
  const withNoteOf = (entry: Entry, { raw }: Entry): Entry =>
    entry.head.partial === true && noteOf(entry) === '' && entry.raw !== undefined && raw !== undefined
      ? { ...entry, raw: { ...entry.raw, preamble: raw.preamble } }
      : entry
  return { known: withNoteOf(known, incoming), incoming: withNoteOf(incoming, known) }
}

/** A diary entry without its private answer has no title of its own, so it gets the other one's. */
function withCommonTitle(known: Entry, incoming: Entry): Both {
  const isPartial = isDiary(known.head) && (known.head.partial ?? incoming.head.partial) === true
  if (!isPartial) return { known, incoming }
  return incoming.head.partial === true
    ? { known, incoming: withTitle(incoming, known.head.title) }
    : { known: withTitle(known, incoming.head.title), incoming }
}

/** Saves the imported text as a copy, unless an earlier import saved the same text. */
function saveCopy(file: string, text: string, refused: readonly string[], hasChanged: boolean): ImportResult {
  const folder = dirname(file)
  const prefix = `${stemOf(file)}.conflict-`
  const copies = namesIn(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.md'))
  if (copies.some((name) => textOf(join(folder, name))?.text === text))
    return { kind: hasChanged ? 'merged' : 'known', file }
  const { conflict } = keepRefused(file, refused.length > 0 ? refused : [''], text)
  return { kind: 'differs', file, copy: conflict?.copy ?? file }
}

/** Whether the parts above the sections are equal, apart from tags, `partial` and the progress of drafts. */
function hasSameTop(a: Entry, b: Entry): boolean {
  const isDraft = a.head.status === 'draft' || b.head.status === 'draft'
  const comparable = ({
    tags: _tags,
    at: _at,
    core: _core,
    packPath: _path,
    partial: _partial,
    replaced: _replaced,
    ...head
  }: EntryHead) => (isDraft ? { ...head, status: '', finished: '' } : head)
  return (
    isDeepStrictEqual(comparable(a.head), comparable(b.head)) &&
    a.raw?.preamble.trim() === b.raw?.preamble.trim() &&
    withHead(a, b.head).raw?.frontMatter === b.raw?.frontMatter
  )
}
