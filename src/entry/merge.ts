import { isDeepStrictEqual } from 'node:util'
import { withHead } from './front-matter.ts'
import { encodeEntry } from './codec.ts'
import type { Entry, EntryHead, Section } from './model.ts'

/** Two changed versions of one entry made one: the text of its file. */
export interface Merged {
  readonly text: string
  /** The titles of our sections that did not come in, because the others had changed the same ones. */
  readonly refused: readonly string[]
}

/**
 * Brings our changes since `before` into `theirs`. A section that only one side changed, added or took away is as that
 * side has it; one that both changed stays as theirs. So it is with what stands above the first section, and with what
 * the learner added to the front matter. Without `before` all that differs counts as changed by both.
 * All three as they were decoded: sections are compared by their exact text.
 */
export function mergeEntries(before: Entry | undefined, ours: Entry, theirs: Entry): Merged {
  const old = byName(before?.sections ?? [])
  const mine = byName(ours.sections)
  const refused: string[] = []
  const left = byName(theirs.sections)
  for (const [name, section] of left) {
    const [was, is] = [old.get(name), mine.get(name)]
    if (is === undefined) {
      if (same(section, was)) left.delete(name)
    } else if (same(section, was)) left.set(name, is)
    else if (!same(is, was) && !same(is, section)) refused.push(is.title)
  }
  const added = [...mine].filter(([name, section]) => !left.has(name) && !same(section, old.get(name)))
  const sections = apart(inserted(left, added, [...mine.keys()]), new Set(ours.sections))
  const top = mergeTops(before, ours, theirs)
  if (top.isRefused) refused.push(ours.head.title)
  const head = mergeHeads(before?.head, ours.head, theirs.head)
  return { text: encodeEntry(withHead({ ...top.entry, sections }, head)), refused }
}

/** Whether all that stands in the draft of an entry's change stands in the entry as it is. */
export function addsNothing(draft: Entry, entry: Entry): boolean {
  const sections = byName(entry.sections)
  const asEntry = withHead(draft, settled(draft.head, entry.head))
  return (
    frontMatterOf(asEntry) === frontMatterOf(entry) &&
    preambleOf(draft) === preambleOf(entry) &&
    [...byName(draft.sections)].every(([name, section]) => same(section, sections.get(name)))
  )
}

/** Front matter with nothing in it that drafts only have, finished as another is. */
export function settled(head: EntryHead, { status, finished }: EntryHead): EntryHead {
  const { at: _at, begun: _begun, packPath: _packPath, finished: _finished, ...others } = head
  return { ...others, status, ...(finished === undefined ? {} : { finished }) }
}

/** Whose front matter, the values of our own keys aside, and whose text above the first section stay; whether both had changed one. */
function mergeTops(before: Entry | undefined, ours: Entry, theirs: Entry): { entry: Entry; isRefused: boolean } {
  const { head } = theirs
  const frontMatter = staying(before, ours, theirs, (side) => frontMatterOf(withHead(side, before?.head ?? head)))
  const preamble = staying(before, ours, theirs, preambleOf)
  const raw = theirs.raw && {
    frontMatter: frontMatter.by.raw?.frontMatter ?? theirs.raw.frontMatter,
    preamble: preamble.by.raw?.preamble ?? theirs.raw.preamble
  }
  return {
    entry: { head: frontMatter.by.head, sections: [], ...(raw === undefined ? {} : { raw }) },
    isRefused: frontMatter.isRefused || preamble.isRefused
  }
}

/** Whose part of an entry stays: ours where only we changed it. */
function staying(before: Entry | undefined, ours: Entry, theirs: Entry, part: (side: Entry) => string) {
  const [old, mine, other] = [before && part(before), part(ours), part(theirs)]
  if (other === old && mine !== old) return { by: ours, isRefused: false }
  return { by: theirs, isRefused: mine !== old && mine !== other }
}

function frontMatterOf({ raw }: Entry): string {
  return raw?.frontMatter.replaceAll('\r\n', '\n') ?? ''
}

function preambleOf({ raw }: Entry): string {
  return raw?.preamble.replaceAll('\r\n', '\n').trim() ?? ''
}

/** Sections by id; a repeated id is told apart by its number. */
function byName(sections: readonly Section[]): Map<string, Section> {
  const named = new Map<string, Section>()
  for (const section of sections) {
    let number = 1
    while (named.has(`${section.id} ${number}`)) number++
    named.set(`${section.id} ${number}`, section)
  }
  return named
}

function same(a: Section, b: Section | undefined): boolean {
  return b !== undefined && a.raw?.trimEnd() === b.raw?.trimEnd()
}

/** Puts each added section after the nearest one that stands before it in our order. */
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

/** Sets a blank line between sections that did not stand together before. */
function apart(sections: readonly Section[], ours: ReadonlySet<Section>): Section[] {
  return sections.map((section, at) => {
    const next = sections[at + 1]
    const isNew = ours.has(section) || (next !== undefined && ours.has(next))
    if (!isNew || section.raw === undefined) return section
    const newline = section.raw.includes('\r\n') ? '\r\n' : '\n'
    return { ...section, raw: section.raw.replace(/[\r\n]*$/, newline.repeat(next === undefined ? 1 : 2)) }
  })
}

/** Front matter field by field: ours where we changed it, else theirs. */
function mergeHeads(before: EntryHead | undefined, ours: EntryHead, theirs: EntryHead): EntryHead {
  if (before === undefined) return ours
  const [old, mine, merged] = [fields(before), fields(ours), fields(theirs)]
  for (const field of new Set([...old.keys(), ...mine.keys()])) {
    const value = mine.get(field)
    if (isDeepStrictEqual(value, old.get(field))) continue
    if (value === undefined) merged.delete(field)
    else merged.set(field, value)
  }
  return Object.fromEntries(merged) as unknown as EntryHead
}

function fields(head: EntryHead): Map<string, unknown> {
  return new Map(Object.entries(head))
}
