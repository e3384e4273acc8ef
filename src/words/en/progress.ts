import { count } from './counting.ts'

/** What is said of progress on a page and in a statement, in English. */
export const progress = {
  title: 'How far I have come',
  packs: 'Packs, routes and exercises',
  pack: 'Pack',
  done: 'Done',
  notBegun: 'not begun yet',
  /** The first and the last day of something. */
  between: (first: string, last: string) => `${first} to ${last}`,
  year: 'The last year, day by day',
  calendar: (number: number) => `Written on ${count(number, 'day', 'days')} in the last year.`,
  rated: (title: string, exercise: string) => `${exercise}: ${title}`,
  notSure: 'not sure',
  scale: (from: number, to: number) => `from ${from} to ${to}`,
  tags: 'Tags',
  dueSince: (title: string, day: string) => `"${title}", since ${day}`,
  statementTitle: 'What I have completed',
  statementSays: (day: string) =>
    `This is my own record, made from my journal with reflect on ${day}. It is not a certificate, and nobody else has checked it.`,
  completed: (day: string, title: string, version: string, minutes: number) =>
    `${day}: ${title} (version ${version}), ${count(minutes, 'minute', 'minutes')}`,
  nothingYet: 'Nothing has been completed yet.'
}
