import type { Fault } from '../shared/types.ts'
import { days } from './days.ts'
import { counted } from './phrases.ts'

type Sentences = { readonly [Code in Fault['code']]: (fault: Extract<Fault, { code: Code }>) => string }

const sentences: Sentences = {
  'not-text': () => 'This should be words. If a number, true or false is meant as words, put it in quotes.',
  'not-a-list': () => 'This should be a list.',
  'not-a-choice': () => 'This should be one of the options, by its name.',
  'not-a-rating': () => 'This should be a whole number on the scale.',
  'not-ratings': () => 'This should be a number for each statement, under the name of the statement.',
  'not-a-table': () => 'This should be a list of rows.',
  'not-a-row': () => 'Each row of the table needs a name (in a file of answers, its "row").',
  'not-gaps': () => 'This should be words for each gap, under the name of the gap.',
  'not-a-plan': () => 'This should have two parts, "if" and "then".',
  'not-a-number': () => 'This should be a number, in figures.',
  'not-whole': () => 'This should be a whole number.',
  'not-a-date': () => 'This should be a date, such as 28 December 2026 or 2026-12-28.',
  'not-yes-no': () => 'This should be yes or no (true or false, without quotes, in a file of answers).',
  'no-answer-here': () => 'Nothing is asked here, so leave the answer out.',
  'broken-text': () => 'This text contains a broken character, which cannot be saved. Type or copy it again.',
  empty: () => 'There is nothing here yet.',
  'unknown-option': ({ what, known }) => `"${what}" is not one of the options: ${listed(known)}.`,
  'unknown-statement': ({ what, known }) => `"${what}" is not one of the statements: ${listed(known)}.`,
  'unknown-column': ({ what, known }) => `"${what}" is not one of the columns: ${listed(known)}.`,
  'unknown-row': ({ what, known }) => `"${what}" is not one of the rows: ${listed(known)}. No rows can be added here.`,
  'unknown-gap': ({ what, known }) => `"${what}" is not one of the parts to fill: ${listed(known)}.`,
  repeated: ({ what }) => `"${what}" is there more than once. Keep one.`,
  missing: ({ what }) => `"${what}" is still missing.`,
  'several-lines': ({ what }) => `The text that begins "${what}" has several lines. Put it on one.`,
  'no-other-here': ({ what }) => `You cannot give "${what}" here. Choose one of the options.`,
  'too-few': ({ is, limit }) => `${counted(is, 'item')} so far; give at least ${limit}.`,
  'too-many': ({ is, limit }) => `${counted(is, 'item')}; keep at most ${limit}. Choose which.`,
  'too-few-rows': ({ is, limit }) => `${counted(is, 'row')} added so far; give at least ${limit}.`,
  'too-many-rows': ({ is, limit }) => `${counted(is, 'row')} added; keep at most ${limit}. Choose which.`,
  'too-few-picks': ({ is, limit }) => `${is} chosen so far; choose at least ${limit}.`,
  'too-many-picks': ({ is, limit }) => `${is} chosen; choose at most ${limit}.`,
  'too-small': ({ is, limit, of }) => `${is} is too small: the smallest number here is ${limit}${whose(of)}.`,
  'too-large': ({ is, limit, of }) => `${is} is too large: the largest number here is ${limit}${whose(of)}.`,
  'too-early': ({ is, limit, of }) =>
    `${days.inWords(is)} is too early: the first day here is ${days.inWords(limit)}${whose(of)}.`,
  'too-late': ({ is, limit, of }) =>
    `${days.inWords(is)} is too late: the last day here is ${days.inWords(limit)}${whose(of)}.`,
  ambiguous: ({ what, one, other }) => `"${what}" could mean ${one} or ${other}. Write it so that it can only mean one.`
}

/** Names the question whose answer is a limit. */
function whose(question: string | undefined): string {
  return question === undefined ? '' : `, your answer to “${question}”`
}

/** What the program says about answers that do not hold, in English. */
export const faults = {
  /** Asked if what someone typed has two meanings. */
  didYouMean: (one: string, other: string) => `Did you mean ${one} or ${other}?`,
  /** What is wrong with an answer, and what to give instead. */
  sentence: (fault: Fault): string => (sentences[fault.code] as (fault: Fault) => string)(fault)
}

/** More names than this are no help in a sentence. */
const MOST = 12

function listed(names: readonly string[]): string {
  if (names.length <= MOST) return names.join(', ')
  return `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`
}
