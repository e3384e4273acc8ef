import { isDeepStrictEqual } from 'node:util'
import { present } from '../util/records.ts'
import { unixLines } from '../text/lines.ts'
import { withHead } from './front-matter.ts'
import { frontMatterOf, mergeEntries, preambleOf, same, sectionsByName, type MergedEntry } from './merge.ts'
import type { Entry, EntryHead, Section } from './model.ts'

/**
 * Merges a copy of an entry into the one that is kept. An answer that only one of them has stays, and of an answer that both
 * have, the one that contains every line of the other. `base` is a version from which both come, if one is known: a part of the
 * copy that is in it is older. `refused` are the titles of the parts where each has words of its own; the text has those of `kept`.
 */
export function mergeCopies(base: Entry | undefined, copy: Entry, kept: Entry): MergedEntry {
  const ours = withHead(copy, mergedHead(copy.head, kept.head))
  const merged = mergeEntries(olderState(base, withHead(copy, kept.head), kept), ours, kept)
  const isSameEntry = (['pack', 'exercise', 'title', 'started', 'replaced'] as const).every(
    (key) => copy.head[key] === kept.head[key]
  )
  return isSameEntry ? merged : { ...merged, refused: [...new Set([kept.head.title, ...merged.refused])] }
}

/**
 * Whether a copy has become another entry, as when a file is used as a template: none of its texts is in the entry, nor, without
 * texts, any other answer.
 */
export function isRewritten(copy: Entry, entry: Entry): boolean {
  // In a copy with names replaced nobody wrote anything new.
  if (copy.head.replaced !== entry.head.replaced) return false
  const others = sectionsByName(entry.sections)
  const pairs = [...sectionsByName(copy.sections)].flatMap(([name, section]) => {
    const other = others.get(name)
    return other !== undefined && hasWords(section) && hasWords(other) ? [[section, other] as const] : []
  })
  const texts = pairs.filter(([{ body }]) => body.kind === 'answered' && typeof body.answer === 'string')
  return (texts.length > 0 ? texts : pairs).every(
    ([section, other]) => !hasAllOf(other, section) && !hasAllOf(section, other)
  )
}

/** Our front matter keys, united from both entries. Where a value can only come from one, it is from `kept`. */
function mergedHead(copy: EntryHead, kept: EntryHead): EntryHead {
  const { partial: _, finished: __, ...head } = kept
  const times = [copy.finished, kept.finished].filter((time) => time !== undefined)
  // After another start, the finish is that of another day.
  const isSameStart = Date.parse(copy.started) === Date.parse(kept.started)
  const finished = isSameStart ? times.toSorted((a, b) => Date.parse(a) - Date.parse(b)) : times
  return {
    ...head,
    status: [copy.status, kept.status].includes('finished') ? 'finished' : 'draft',
    tags: [...new Set([...kept.tags, ...copy.tags])],
    ...present({
      finished: finished.at(-1),
      partial: copy.partial === true ? kept.partial : undefined
    })
  }
}

/** The state from which a copy and `kept` may have come. A part that is new, or that both may have changed, is absent. */
function olderState(base: Entry | undefined, copy: Entry, kept: Entry): Entry {
  const [others, known] = [sectionsByName(kept.sections), sectionsByName(base?.sections ?? [])]
  const sections = [...sectionsByName(copy.sections)].flatMap(([name, section]) => {
    if (same(section, known.get(name))) return section
    const other = others.get(name)
    return (other && olderOf(section, other, hasAllOf)) ?? []
  })
  const olderText = (part: (entry: Entry) => string) => {
    const isKnown = base !== undefined && part(withHead(base, kept.head)) === part(copy)
    return isKnown ? part(copy) : (olderOf(part(copy), part(kept), hasAllLines) ?? NOBODYS)
  }
  const [frontMatter, preamble] = [olderText(frontMatterOf), olderText(preambleOf)]
  return { head: kept.head, sections, raw: { frontMatter, preamble } }
}

/** A text that no entry has above its first section. */
const NOBODYS = '\0'

/** Which of two versions is contained in the other; undefined if neither is. */
function olderOf<T>(copy: T, kept: T, hasAll: (newer: T, older: T) => boolean): T | undefined {
  if (hasAll(kept, copy)) return copy
  return hasAll(copy, kept) ? kept : undefined
}

/** Whether a section has every word of another version of it. */
function hasAllOf(newer: Section, older: Section): boolean {
  const isSameQuestion = (['type', 'title', 'ask', 'private'] as const).every((key) => newer[key] === older[key])
  if (!isSameQuestion) return false
  if (!hasWords(older) || isDeepStrictEqual(older.body, newer.body)) return true
  return (
    hasWords(newer) &&
    isDeepStrictEqual(older.form, newer.form) &&
    hasAllLines(withoutMarker(newer), withoutMarker(older))
  )
}

function hasWords({ body }: Section): boolean {
  return body.kind === 'answered' || body.kind === 'unread'
}

function withoutMarker({ raw = '', marked = raw }: Section): string {
  return unixLines(marked).replace(/^.*\n?/, '')
}

/** Whether a text has the lines of another in the same order. A line may go on after a space. */
function hasAllLines(newer: string, older: string): boolean {
  const lines = linesOf(older)
  let found = 0
  for (const line of linesOf(newer)) {
    const wanted = lines[found]
    if (wanted === undefined) break
    if (line === wanted || line.startsWith(`${wanted} `)) found++
  }
  return found === lines.length
}

function linesOf(text: string): string[] {
  return unixLines(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
}
