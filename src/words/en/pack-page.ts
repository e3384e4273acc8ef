import type { TimeSpan } from '../../dates/spans.ts'
import type { Bounds, Derivation } from '../shared/types.ts'
import { between, count } from './phrases.ts'

/** What is derived from one question or two; for rows, `other` is what a cell holds. */
type Derivations = { readonly [D in Derivation]: (one: string, other: string) => string }

/** The page of a whole pack, for colleagues who read it on paper, in English. */
export const packPage = {
  about:
    'Every question of the pack, to read and comment on, including those that are asked only after certain answers. Learners see one question at a time, can skip any, and read the discussion at the end. What is in ‹ › is filled in from their earlier answers.',
  by: (authors: readonly string[]) => `by ${authors.join(', ')}`,
  contents: 'Exercises',
  route: (title: string, exercises: readonly string[]) => `${title}: ${exercises.join(', ')}`,
  minutes: (minutes: number) => `about ${count(minutes, 'minute', 'minutes')}`,
  shortWay: (minutes: number) => `the short way about ${count(minutes, 'minute', 'minutes')}`,
  core: 'asked also when time is short',
  endOf: (routes: readonly string[]) =>
    `Offered once at the end of ${routes.map((title) => `“${title}”`).join(' and ')}.`,
  revisitsItself: ({ count: number, unit }: TimeSpan) =>
    `offered again ${count(number, unit, `${unit}s`)} after it was finished`,
  revisit: ({ count: number, unit }: TimeSpan, title: string) =>
    `offered ${count(number, unit, `${unit}s`)} after “${title}”`,
  opens: ({ count: number, unit }: TimeSpan) =>
    number === 0 ? 'opens on the first day' : `opens ${count(number, unit, `${unit}s`)} after the start`,
  due: ({ count: number, unit }: TimeSpan) => `ends ${count(number, unit, `${unit}s`)} after the start`,
  reading: 'Reading',
  discussion: 'Discussion',
  help: 'Help',
  example: 'Example',
  startWith: 'The answer begins with',
  private: 'private',
  filledIn: (subject: string) => `${capitalised(subject)}.`,
  otherwise: (subject: string) => `${capitalised(subject)}, or just these words if there is none.`,

  /** What is asked for, in a few words. */
  asks: {
    text: (words: Bounds = {}) => `writing of any length${bounded(words, 'words suggested')}`,
    line: 'one line',
    list: (items: Bounds) => `a list of short items${bounded(items, '')}`,
    choice: 'one of these',
    choices: (pick: Bounds) => `some of these${bounded(pick, '')}`,
    scale: (from: number, to: number) => `a rating from ${from} to ${to}`,
    ranking: 'these, put in order',
    table: 'a table',
    sentence: 'a sentence to complete',
    plan: 'a plan',
    number: 'a number',
    whole: 'a whole number',
    date: 'a day',
    'yes-no': 'yes or no',
    note: 'a passage to read',
    recall: 'an earlier answer to read again',
    reword: 'an earlier answer to read again and put differently'
  },
  least: (value: number | string) => `${value} or more`,
  most: (value: number | string) => `${value} or less`,
  earliest: (day: string) => `not before ${day}`,
  latest: (day: string) => `not after ${day}`,
  notBelow: (question: string) => `Not less than the answer to ${question}.`,
  notAbove: (question: string) => `Not more than the answer to ${question}.`,
  asksLater: 'ends by asking which question to ask when the learner comes back',
  returns: 'the exercise is offered again on that day',
  shows: (sources: readonly string[]) => `Shows the answer to ${sources.join(', or else to ')}.`,
  takenFrom: (source: string) => `the answer to ${source}`,
  other: 'something else, in words of their own',
  unsure: 'not sure',
  addRows: (bounds: Bounds) => `Learners can add rows${bounded(bounds, '')}.`,
  row: 'Row',
  yesOrNo: 'yes / no',
  forExample: (example: string) => `(for example: ${example})`,

  /** Conditions. */
  when: (condition: string) => `Asked only if ${condition}.`,
  unless: (condition: string) => `Asked unless ${condition}.`,
  question: (title: string) => `“${title}”`,
  elsewhere: (title: string, exercise: string) => `“${title}” in “${exercise}”`,
  answerTo: (question: string) => `the answer to ${question}`,
  derived: {
    lowest: (question) => `what is rated lowest in ${question}`,
    highest: (question) => `what is rated highest in ${question}`,
    first: (question) => `what comes first in ${question}`,
    last: (question) => `what comes last in ${question}`,
    widest: (one, other) => `what differs most between ${one} and ${other}`,
    count: (question) => `the number of items in ${question}`,
    rows: (question, cell) => `the rows that have “${cell}” for ${question}`,
    difference: (one, other) => `the difference between ${one} and ${other}`,
    days: (since) => `the number of days since ${since}`,
    times: () => 'the number of times that this exercise was finished before'
  } as Derivations,
  /** Wordings of a text. */
  shownIf: (condition: string) => `Shown if ${condition}:`,
  shownUnless: (condition: string) => `Shown unless ${condition}:`,
  otherwiseShown: 'Otherwise:',
  isDrawn: 'Drawn by chance:',
  tutorNotes: 'For tutors',
  takesTurns: 'Takes turns:',
  part: (part: string, question: string) => `“${part}” in ${question}`,
  value: (words: string) => `“${words}”`,
  is: (subject: string, value: string) => `${subject} is ${value}`,
  isOneOf: (subject: string, values: readonly string[]) => `${subject} is ${values.join(' or ')}`,
  has: (subject: string, value: string) => `${subject} includes ${value}`,
  above: (subject: string, number: number) => `${subject} is above ${number}`,
  atLeast: (subject: string, number: number) => `${subject} is ${number} or more`,
  below: (subject: string, number: number) => `${subject} is below ${number}`,
  atMost: (subject: string, number: number) => `${subject} is ${number} or less`,
  answered: (question: string) => `${question} is answered`,
  unanswered: (question: string) => `${question} is not answered`,
  shorter: (subject: string, words: number) => `${subject} has fewer than ${words} words`,
  counts: (subject: string, number: string) => `${subject} has ${number} items`,
  exactly: (number: number) => String(number),
  moreThan: (number: number) => `more than ${number}`,
  fewerThan: (number: number) => `fewer than ${number}`,
  all: (parts: readonly string[]) => parts.join(', and '),
  any: (parts: readonly string[]) => parts.join(', or '),
  not: (part: string) => `this is not true: ${part}`,
  inBrackets: (part: string) => `(${part})`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function bounded(bounds: Bounds, things: string): string {
  return between(bounds) === '' ? '' : `, ${[between(bounds), things].filter((part) => part !== '').join(' ')}`
}
