import { present } from '../util/records.ts'
import { isDeepStrictEqual } from 'node:util'
import { withHead } from './front-matter.ts'
import { encodeEntry } from './codec.ts'
import type { Entry, EntryHead, Section } from './model.ts'

/** The result of a merge. */
export interface MergedEntry {
  /** Of the entry's file. */
  readonly text: string
  /** The titles of our sections that are not in the text, because the other side changed the same ones. */
  readonly refused: readonly string[]
}

/**
 * Three-way merge by section: applies our changes since `before` to `theirs`. If only one side changed, added or removed a
 * section, that side wins; if both did, theirs wins. The same holds for the text above the first section and for front
 * matter that is not ours. Without `before`, every difference counts as changed by both sides. Sections are compared by
 * their exact text, so pass the entries as they were decoded.
 */
export function mergeEntries(before: Entry | undefined, ours: Entry, theirs: Entry): MergedEntry {
  const old = sectionsByName(before?.sections ?? [])
  const mine = sectionsByName(ours.sections)
  const refused: string[] = []
  const left = sectionsByName(theirs.sections)
  for (const [name, section] of left) {
    const [was, is] = [old.get(name), mine.get(name)]
    if (is === undefined) {
      if (same(section, was)) left.delete(name)
    } else if (same(section, was)) left.set(name, is)
    else if (!same(is, was) && !same(is, section)) refused.push(is.title)
  }
  const added = [...mine].filter(([name, section]) => !left.has(name) && !same(section, old.get(name)))
  const sections = withBlankLines(inserted(left, added, [...mine.keys()]), new Set(ours.sections))
  const top = mergeTops(before, ours, theirs)
  if (top.isRefused) refused.push(ours.head.title)
  const head = mergeHeads(before?.head, ours.head, theirs.head)
  return { text: encodeEntry(withHead({ ...top.entry, sections }, head)), refused }
}

/** Whether an entry contains everything in a draft of it. */
export function addsNothing(draft: Entry, entry: Entry): boolean {
  const sections = sectionsByName(entry.sections)
  const asEntry = withHead(draft, withoutDraftKeys(draft.head, entry.head))
  return (
    frontMatterOf(asEntry) === frontMatterOf(entry) &&
    preambleOf(draft) === preambleOf(entry) &&
    [...sectionsByName(draft.sections)].every(([name, section]) => same(section, sections.get(name)))
  )
}

/** The front matter without the keys that only drafts have, with the status and finishing time of another. */
export function withoutDraftKeys(head: EntryHead, { status, finished }: EntryHead): EntryHead {
  const { at: _at, begun: _begun, core: _core, packPath: _packPath, finished: _finished, ...others } = head
  return { ...others, status, ...present({ finished }) }
}

/** Merges everything above the first section, apart from the values of our own keys. `isRefused`: both sides changed it. */
function mergeTops(before: Entry | undefined, ours: Entry, theirs: Entry): { entry: Entry; isRefused: boolean } {
  const { head } = theirs
  const frontMatter = winnerOf(before, ours, theirs, (side) => frontMatterOf(withHead(side, before?.head ?? head)))
  const preamble = winnerOf(before, ours, theirs, preambleOf)
  const raw = theirs.raw && {
    frontMatter: frontMatter.winner.raw?.frontMatter ?? theirs.raw.frontMatter,
    preamble: preamble.winner.raw?.preamble ?? theirs.raw.preamble
  }
  return {
    entry: { head: frontMatter.winner.head, sections: [], ...present({ raw }) },
    isRefused: frontMatter.isRefused || preamble.isRefused
  }
}

/** The side whose part of the entry is kept: ours if only we changed it. */
function winnerOf(before: Entry | undefined, ours: Entry, theirs: Entry, part: (side: Entry) => string) {
  const [old, mine, other] = [before && part(before), part(ours), part(theirs)]
  if (other === old && mine !== old) return { winner: ours, isRefused: false }
  return { winner: theirs, isRefused: mine !== old && mine !== other }
}

/** The text of the front matter, with `\n` for line endings. */
export function frontMatterOf({ raw }: Entry): string {
  return raw?.frontMatter.replaceAll('\r\n', '\n') ?? ''
}

/** The text above the first section, with `\n` for line endings, trimmed. */
export function preambleOf({ raw }: Entry): string {
  return raw?.preamble.replaceAll('\r\n', '\n').trim() ?? ''
}

/** Sections by id and number, so that sections with the same id have different keys. */
export function sectionsByName(sections: readonly Section[]): Map<string, Section> {
  const named = new Map<string, Section>()
  for (const section of sections) {
    let number = 1
    while (named.has(`${section.id} ${number}`)) number++
    named.set(`${section.id} ${number}`, section)
  }
  return named
}

/** Whether two versions of a section have the same text. */
export function same(a: Section, b: Section | undefined): boolean {
  return b !== undefined && a.raw?.trimEnd() === b.raw?.trimEnd()
}

/** Inserts each added section after the nearest section that comes before it in our order. */
function inserted(
  kept: ReadonlyMap<string, Section>,
  added: readonly (readonly [string, Section])[],
  order: readonly string[]
): Section[] {
  const names = [...kept.keys()]
  const all = new Map([...kept, ...added])
  for (const [name] of added) {
    const before = order.slice(0, order.indexOf(name)).findLast((candidate) => names.includes(candidate))
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name)
  }
  return names.flatMap((name) => all.get(name) ?? [])
}

/** Ends our sections, and those before them, with a blank line. */
function withBlankLines(sections: readonly Section[], ours: ReadonlySet<Section>): Section[] {
  return sections.map((section, at) => {
    const next = sections[at + 1]
    const isNew = ours.has(section) || (next !== undefined && ours.has(next))
    if (!isNew || section.raw === undefined) return section
    const newline = section.raw.includes('\r\n') ? '\r\n' : '\n'
    return { ...section, raw: section.raw.replace(/[\r\n]*$/, newline.repeat(next === undefined ? 1 : 2)) }
  })
}

/** Merges front matter key by key: ours if we changed it, otherwise theirs. */
function mergeHeads(before: EntryHead | undefined, ours: EntryHead, theirs: EntryHead): EntryHead {
  if (before === undefined) return ours
  const pick = <Key extends keyof EntryHead>(key: Key) =>
    isDeepStrictEqual(ours[key], before[key]) ? theirs[key] : ours[key]
  return {
    id: pick('id'),
    pack: pick('pack'),
    packVersion: pick('packVersion'),
    exercise: pick('exercise'),
    title: pick('title'),
    status: pick('status'),
    started: pick('started'),
    zone: pick('zone'),
    language: pick('language'),
    tags: pick('tags'),
    ...present({
      packId: pick('packId'),
      packAuthors: pick('packAuthors'),
      packSource: pick('packSource'),
      finished: pick('finished'),
      route: pick('route'),
      at: pick('at'),
      begun: pick('begun'),
      core: pick('core'),
      packPath: pick('packPath'),
      partial: pick('partial'),
      replaced: pick('replaced')
    })
  }
}
