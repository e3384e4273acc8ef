import type { TimeSpan } from '../../dates/spans.ts'
import type { Bounds } from '../shared/types.ts'
import { between, count } from './phrases.ts'

/** What stands on the page of a whole pack, for colleagues who read it on paper, in English. */
export const packPage = {
  about:
    'Every question of the pack, for reading and annotating: also those that are asked only after certain answers. Learners meet one question at a time, may skip any, and see the discussion at the end. What stands in ‹ › is filled in from their earlier answers.',
  by: (authors: readonly string[]) => `by ${authors.join(', ')}`,
  contents: 'Exercises',
  route: (title: string, exercises: readonly string[]) => `${title}: ${exercises.join(', ')}`,
  minutes: (minutes: number) => `about ${count(minutes, 'minute', 'minutes')}`,
  revisit: ({ count: number, unit }: TimeSpan, title: string) =>
    `held back until ${count(number, unit, `${unit}s`)} after “${title}”`,
  reading: 'Reading',
  discussion: 'Discussion',
  help: 'Help',
  example: 'Example',
  private: 'private',
  filledIn: (source: string) => `The answer to ${source}.`,
  otherwise: (source: string) => `The answer to ${source}, or just these words where there is none.`,

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
    reword: 'an earlier answer to read again, and to reword'
  },
  least: (value: number | string) => `${value} or more`,
  most: (value: number | string) => `${value} or less`,
  earliest: (day: string) => `not before ${day}`,
  latest: (day: string) => `not after ${day}`,
  shows: (sources: readonly string[]) => `Shows the answer to ${sources.join(', or else to ')}.`,
  takenFrom: (source: string) => `what was answered to ${source}`,
  other: 'something else, in words of their own',
  unsure: 'not sure',
  addRows: (bounds: Bounds) => `Learners name rows of their own${bounded(bounds, '')}.`,
  row: 'Row',
  yesOrNo: 'yes / no',
  forExample: (example: string) => `(for example: ${example})`,

  /** Conditions. */
  when: (condition: string) => `Asked only if ${condition}.`,
  unless: (condition: string) => `Asked unless ${condition}.`,
  question: (title: string) => `“${title}”`,
  elsewhere: (title: string, exercise: string) => `“${title}” in “${exercise}”`,
  part: (part: string, question: string) => `“${part}” in ${question}`,
  value: (words: string) => `“${words}”`,
  is: (question: string, value: string) => `the answer to ${question} is ${value}`,
  isOneOf: (question: string, values: readonly string[]) => `the answer to ${question} is ${values.join(' or ')}`,
  has: (question: string, value: string) => `the answer to ${question} includes ${value}`,
  above: (question: string, number: number) => `the answer to ${question} is above ${number}`,
  atLeast: (question: string, number: number) => `the answer to ${question} is ${number} or more`,
  below: (question: string, number: number) => `the answer to ${question} is below ${number}`,
  atMost: (question: string, number: number) => `the answer to ${question} is ${number} or less`,
  answered: (question: string) => `${question} is answered`,
  unanswered: (question: string) => `${question} is not answered`,
  counts: (question: string, number: string) => `the answer to ${question} has ${number} items`,
  exactly: (number: number) => String(number),
  moreThan: (number: number) => `more than ${number}`,
  fewerThan: (number: number) => `fewer than ${number}`,
  all: (parts: readonly string[]) => parts.join(', and '),
  any: (parts: readonly string[]) => parts.join(', or '),
  not: (part: string) => `it is not so that ${part}`,
  inBrackets: (part: string) => `(${part})`
}

function bounded(bounds: Bounds, things: string): string {
  return between(bounds) === '' ? '' : `, ${[between(bounds), things].filter((part) => part !== '').join(' ')}`
}
