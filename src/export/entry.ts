import { withTitle } from '../entry/codec.ts'
import { withHead } from '../entry/front-matter.ts'
import { DISCUSSION, isDiscussion, PROMISE, PROMISE_LINE, SELF_CHECK } from '../entry/built-in.ts'
import { isDiary, type Entry, type Section } from '../entry/model.ts'
import { noteOf, withoutNote } from '../entry/note.ts'
import { retiredMark } from '../entry/retired.ts'
import { bodyText, editedBody } from '../entry/section.ts'
import { countComments, withoutComments } from '../markdown/comments.ts'
import { readWritten, type Markdown, type Tokens } from '../markdown/read.ts'
import { presentPrompts, privateIds, type IsPrivate, type PresentPrompts } from '../pack/privacy.ts'
import { planNamed } from '../progress/promises.ts'
import { shown, shownWith } from '../questions/index.ts'
import { asHeading, headingsOf } from '../questions/shared/heading.ts'
import { memoize } from '../util/memoize.ts'
import { present } from '../util/records.ts'
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

/**
 * An answer for reading as Markdown, with the fixed words of a language; '' if there is nothing to answer.
 *
 * @param hasComments whether HTML comments stay.
 */
export function answerIn(section: Section, language: string, hasComments = true): string {
  const words = wordsFor(language)
  const answer = editedBody(section, words) ?? bodyText(section, words, shown)
  return hasComments ? answer : withoutComments(answer)
}

/** The same, parsed. */
export function readAnswer(section: Section, language: string, hasComments = true): Markdown {
  return readWritten(answerIn(section, language, hasComments))
}

/** A question as it is above an answer. `ask` is '' if the heading says all of it. */
type Question = Pick<Section, 'title' | 'ask' | 'prompt'>

/**
 * What is above an answer: a heading and the question; without `questions` only the sentence that marks a retired answer. A heading
 * that was made from the question would repeat it, so the first paragraph of the question is the heading then.
 */
export function questionAbove(section: Section, questions = true): Question {
  const { title, ask, prompt } = section
  const mark = retiredMark(section)
  if (!questions) return { title, ask: mark }
  const below = (text: string) => text.slice(mark.length).trimStart()
  const isRepeated = ask !== '' && headingsOf({ ask: below(prompt?.ask ?? ask) }).includes(title)
  const [heading, rest] = (isRepeated ? asHeading(below(ask)) : undefined) ?? []
  if (heading === undefined || rest === undefined) return { title, ask, ...present({ prompt }) }
  const marked = (text: string) => [mark, text].filter((part) => part !== '').join('\n\n')
  if (prompt === undefined) return { title: heading, ask: marked(rest) }
  const [, own = ''] = asHeading(below(prompt.ask)) ?? []
  return { title: heading, ask: marked(rest), prompt: { ...prompt, ask: marked(own) } }
}

/** A question as the learner saw it. Lines of a text that was recalled stay apart; other lines are the author's, and flow. */
export function readQuestion({ ask, prompt }: Question, hasComments = true): Markdown {
  const said = (text: string) => (hasComments ? text : withoutComments(text))
  const recalled = prompt && shownWith(prompt)
  if (prompt === undefined || recalled === undefined) return readWritten(said(ask), true)
  return [...readWritten(said(prompt.ask), true), quotation(recalled, readWritten(said(recalled)))]
}

/** The entry's note, as `answerIn` gives an answer. */
export function noteIn(entry: Entry, hasComments = true): string {
  return hasComments ? noteOf(entry) : withoutComments(noteOf(entry))
}

/** The number of HTML comments in an entry's note and answers, which exports without private answers leave out. */
export function countCommentsIn(entry: Entry): number {
  const answers = entry.sections.map((section) => answerIn(section, entry.head.language))
  return [noteOf(entry), ...answers].reduce((sum, text) => sum + countComments(text), 0)
}

/** Tokens as a block quotation. */
export function quotation(raw: string, tokens: Markdown): Tokens.Blockquote {
  return { type: 'blockquote', raw, text: raw, tokens: [...tokens] }
}

const wordsFor = memoize(entryWords)

/** An anchor for an entry in a document: letters, digits and hyphens. */
export function anchorOf({ head }: Entry): string {
  return `entry-${/^[A-Za-z0-9-]+$/.test(head.id) ? head.id : head.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
}

/**
 * The entry without private sections or a title made from one, marked as partial; the same if none is private. Its note and its
 * discussion go too: nobody said which answers they are about.
 *
 * @param now the present prompts of the entry's exercise: what they say to be about a private answer, or quote of it, is
 * private as well, also in entries that were written before the pack said so, and where a marker was changed by hand.
 * @param isPrivate tells which answers of other exercises are private.
 */
export function withoutPrivate(
  entry: Entry,
  words: Words,
  now: PresentPrompts = presentPrompts('', undefined),
  isPrivate?: IsPrivate
): Entry {
  const ids = privateIds(entry.sections, now, isPrivate)
  if (!entry.sections.some(({ id }) => ids.has(id))) return entry
  const named = isDiary(entry.head) ? withTitle(entry, words.import.dayOne.title) : entry
  const sections = entry.sections.filter(({ id }) => !ids.has(id) && id !== DISCUSSION)
  return { ...withoutNote(withHead(named, { ...named.head, partial: true })), sections }
}

/** The entry without the discussion, which is the exercise's and no answer. */
export function withoutDiscussion(entry: Entry): Entry {
  const sections = entry.sections.filter((section) => !isDiscussion(section))
  return sections.length === entry.sections.length ? entry : { ...entry, sections }
}

/** The entry without what was said about a plan that was made in another pack, marked as partial; the same if nothing was. */
export function withoutPlansElsewhere(entry: Entry): Entry {
  const { head, sections } = entry
  const isElsewhere = sections.some((section) => (planNamed(section)?.pack ?? head.pack) !== head.pack)
  if (!isElsewhere) return entry
  const kept = sections.filter(({ id }) => id !== PROMISE && id !== PROMISE_LINE)
  return { ...withHead(entry, { ...head, partial: true }), sections: kept }
}

/** The entry without the questions that the learner asked themselves at the end of a route, unless they wrote words below them. */
export function withoutSelfCheck(entry: Entry): Entry {
  const sections = entry.sections.filter(({ id, body }) => id !== SELF_CHECK || hasWords(body))
  return sections.length === entry.sections.length ? entry : { ...entry, sections }
}

function hasWords(body: Section['body']): boolean {
  return body.kind === 'unread' || (body.kind === 'answered' && body.before + body.after !== '')
}

/** Whether a section has an answer, readable or not. A discussion does not count. */
export function isAnswer(section: Section): boolean {
  const { kind } = section.body
  return (kind === 'answered' || kind === 'unread') && !isDiscussion(section)
}
