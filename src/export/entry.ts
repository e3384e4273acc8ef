import { withTitle } from '../entry/codec.ts'
import { withHead } from '../entry/front-matter.ts'
import { isDiary } from '../entry/model.ts'
import type { Entry, Section } from '../entry/model.ts'
import { bodyText } from '../entry/section.ts'
import { shown } from '../questions/index.ts'
import { entryWords } from '../words/index.ts'
import type { Words } from '../words/index.ts'
import { dayOf } from '../dates/time.ts'

/** What all exports say of an entry in the same way. */

/** What an entry is called by in a document besides its own words. */
export interface Naming {
  readonly words: Words
  /** The titles of packs, by id; one that is not here goes by its id. */
  readonly titles: ReadonlyMap<string, string>
}

/** The line under an entry's title: the day it was begun, and its pack. */
export function subtitleOf({ head }: Entry, { words, titles }: Naming): string {
  return words.export.subtitle(words.days.inWords(dayOf(head.started)), titles.get(head.pack) ?? head.pack)
}

/** An answer as it is read, with the fixed words of its entry's language. */
export function answerIn({ head }: Entry, section: Section): string {
  return bodyText(section, entryWords(head.language), shown)
}

/** A name for the place of an entry in a document: letters, digits and hyphens. */
export function anchorOf({ head }: Entry): string {
  return `entry-${/^[A-Za-z0-9-]+$/.test(head.id) ? head.id : head.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
}

/**
 * The entry without the sections that are private; that it is only a part of one stands in it then. A title that is made
 * of an answer goes with it.
 */
export function withoutPrivate(entry: Entry, words: Words): Entry {
  if (!entry.sections.some((section) => section.private)) return entry
  const named = isDiary(entry.head) ? withTitle(entry, words.import.dayOne.title) : entry
  const sections = entry.sections.filter((section) => !section.private)
  return { ...withHead(named, { ...named.head, partial: true }), sections }
}

/** The number of answers in an entry. */
export function countAnswers({ sections }: Entry): number {
  return sections.filter(({ body }) => body.kind === 'answered' || body.kind === 'unread').length
}
