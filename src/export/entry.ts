import { withTitle } from '../entry/codec.ts'
import { withHead } from '../entry/front-matter.ts'
import { isDiary, type Entry, type Section } from '../entry/model.ts'
import { bodyText } from '../entry/section.ts'
import { shown } from '../questions/index.ts'
import { memoize } from '../util/memoize.ts'
import { entryWords, type Words } from '../words/index.ts'
import { dayOf } from '../dates/time.ts'

/* What all exports say about an entry in the same way. */

/** The names that a document uses besides the entry's own text. */
export interface Naming {
  readonly words: Words
  /** Titles of packs by id; a pack that is not installed is called by its id. */
  readonly titles: ReadonlyMap<string, string>
}

/** The line under an entry's title: the day it was started, and its pack. */
export function subtitleOf({ head }: Entry, { words, titles }: Naming): string {
  return words.export.subtitle(words.days.inWords(dayOf(head.started)), titles.get(head.pack) ?? head.pack)
}

/** An answer for reading, with the fixed words of its entry's language. */
export function answerIn({ head }: Entry, section: Section): string {
  return bodyText(section, wordsFor(head.language), shown)
}

const wordsFor = memoize(entryWords)

/** An anchor for an entry in a document: letters, digits and hyphens. */
export function anchorOf({ head }: Entry): string {
  return `entry-${/^[A-Za-z0-9-]+$/.test(head.id) ? head.id : head.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
}

/** The entry without private sections or a title made from one, marked as partial; the same if none is private. */
export function withoutPrivate(entry: Entry, words: Words): Entry {
  if (!entry.sections.some((section) => section.private)) return entry
  const named = isDiary(entry.head) ? withTitle(entry, words.import.dayOne.title) : entry
  const sections = entry.sections.filter((section) => !section.private)
  return { ...withHead(named, { ...named.head, partial: true }), sections }
}

/** Whether a section has an answer, readable or not. */
export function isAnswer({ body }: Section): boolean {
  return body.kind === 'answered' || body.kind === 'unread'
}
