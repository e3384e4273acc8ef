import { figures } from '../shared/figures.ts'
import { count, doneTimes } from './counting.ts'

/** What the commands that look for entries and back on them say, in English. */
export const readingCommands = {
  search: {
    what: 'find entries by their words',
    words: 'words, all of which must be there; "phrases"; /patterns/',
    count: 'print only how many entries were found',
    more: (matches: number) => `and ${matches} more`,
    found: (entries: number) => `${count(entries, 'entry', 'entries')}.`,
    nothing: 'Nothing was found. Try fewer words, or only the beginning of a word.'
  },
  progress: {
    what: 'see what you have done, when, and what is due again',
    html: 'the same as a page, in this file',
    statement: 'your own record of what you completed and when, as Markdown',
    sum: (entries: number, minutes: number, words: number, days: number) =>
      entries === 0
        ? 'No finished entry yet.'
        : `${count(entries, 'entry', 'entries')} on ${count(days, 'day', 'days')}: ${count(words, 'word', 'words')} in ${duration(minutes)}.`,
    done: (title: string, done: number, all: number) =>
      `${title}: ${done} of ${count(all, 'exercise', 'exercises')} done`,
    tags: (tags: readonly string[], more: number) => `Tags: ${tags.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    month: (month: string, days: number) => `${month}: ${count(days, 'day', 'days')}`,
    ratings: 'Rated more than once',
    rated: (ratings: string, from: number, to: number) => `${ratings} (from ${from} to ${to})`,
    newest: (shown: number, all: number) => `the newest ${shown} of ${figures(all)}`,
    hidden: (ratings: number) =>
      `${count(ratings, 'private rating', 'private ratings')} stayed in the journal (--include-private takes them along).`,
    includePrivate: 'on the page, private ratings as well',
    due: 'Due again',
    dueSince: (title: string, id: string, day: string) => `"${title}", since ${day}: reflect start ${id}`
  },
  revisit: {
    what: 'read what you answered then and now, side by side',
    exercise: 'its name, or the beginning of it; without one, what is due and what you wrote on this day',
    nothing: (title: string) => `You have no finished entry of "${title}" yet. Type "reflect start" to write one.`,
    once: (title: string) =>
      `There is one entry of "${title}" so far; there will be something to compare when you have done it again.`,
    reworded: 'asked then:',
    onThisDay: 'On this day',
    entry: (day: string, title: string, id: string) => `${day}: "${title}" (reflect show ${id})`,
    several: 'Written more than once',
    times: (title: string, entries: number, id: string) => `"${title}", ${doneTimes(entries)}: reflect revisit ${id}`,
    nothingYet:
      'Nothing is due, and there is nothing to compare yet. Exercises that you do a second time are shown here.'
  }
}

/** "3 hours and 20 minutes". */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = count(minutes % 60, 'minute', 'minutes')
  if (hours === 0) return rest
  return minutes % 60 === 0 ? count(hours, 'hour', 'hours') : `${count(hours, 'hour', 'hours')} and ${rest}`
}
