import { isDeepStrictEqual } from 'node:util'
import { withHead } from './front-matter.ts'
import { encodeEntry } from './markdown.ts'
import type { Entry, EntryHead, Section } from './model.ts'

/** Two changed versions of one entry made one: the text of its file. */
export interface Merged {
  readonly text: string
  /** The titles of our sections that did not come in, because the others had changed the same ones. */
  readonly refused: readonly string[]
}

/**
 * Brings our changes since `before` into `theirs`. A section that only one side changed, added or took away is as that
 * side has it; one that both changed stays as theirs. Without `before` all that differs counts as changed by both.
 * All three as they were decoded: sections are compared by their exact text.
 */
export function mergeEntries(before: Entry | undefined, ours: Entry, theirs: Entry): Merged {
  const old = byName(before?.sections ?? [])
  const mine = byName(ours.sections)
  const refused: string[] = []
  const kept = byName(theirs.sections)
  for (const [name, section] of kept) {
    const [was, is] = [old.get(name), mine.get(name)]
    if (is === undefined) {
      if (same(section, was)) kept.delete(name)
    } else if (same(section, was)) kept.set(name, is)
    else if (!same(is, was) && !same(is, section)) refused.push(is.title)
  }
  const added = [...mine].filter(([name, section]) => !kept.has(name) && !same(section, old.get(name)))
  const sections = apart(inserted(kept, added, [...mine.keys()]), new Set(ours.sections))
  const head = mergeHeads(before?.head, ours.head, theirs.head)
  return { text: encodeEntry(withHead({ ...theirs, sections }, head)), refused }
}

/** Whether every section of a draft stands in its entry as it is. */
export function addsNothing(draft: Entry, entry: Entry): boolean {
  const sections = byName(entry.sections)
  return [...byName(draft.sections)].every(([name, section]) => same(section, sections.get(name)))
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
