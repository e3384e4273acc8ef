import type { Bounds } from '../shared/types.ts'
import { between, count } from './phrases.ts'

/** What plain mode says, in English: read aloud, one line after another. */
export const plain = {
  minutes: (minutes: number, questions: number) =>
    `About ${count(minutes, 'minute', 'minutes')}, ${count(questions, 'question', 'questions')}.`,
  questions: (questions: number) => `${count(questions, 'question', 'questions')}.`,
  begin: 'Press Enter to begin. Type :help for the commands, :leave to stop.',
  progress: (question: number, of: number, minutesLeft?: number) =>
    `Question ${question} of ${of}${minutesLeft === undefined ? '' : `, about ${count(minutesLeft, 'minute', 'minutes')} left`}.`,
  isPrivate: 'Private: this answer stays out of whatever leaves your journal.',
  isPrivateAs: (title: string) => `Private, like "${title}": this answer stays out of whatever leaves your journal.`,
  nowPublic: 'This answer is no longer private.',
  goOn: 'Press Enter to go on.',

  soFar: 'Your answer so far:',
  keeps: 'An empty line keeps this answer. What you type takes its place.',
  keepsWriting: 'An empty line keeps it as it is. What you type is added to it.',
  partSoFar: (part: string) => `So far: ${part}. An empty line keeps it.`,
  nothingYet: 'There is no answer yet. Type one, or :skip to leave this question out.',
  taken: (answer: string) => `Taken: ${answer}`,

  help: 'Commands, each on a line of its own: :back the question before, :skip leave this one out, :help this, :example an example, :overview all questions, :review all answers and the end, :private keep this answer private or not, :editor write in your editor, :leave stop and keep what is there. To begin a line with a colon, type two.',
  noExample: 'There is no example for this question.',
  notHere: (command: string) => `:${command} leads nowhere from here.`,

  writeText: 'Write as much as you like. A line with a single full stop ends it.',
  wordsGuide: (bounds: Bounds) => `A guide, not a limit: ${between(bounds)} words.`,
  writeLine: 'Answer on one line.',
  writeLineOr: (preset: string) => `Answer on one line. An empty line means ${preset}.`,
  writeItems: ({ min, max }: Bounds) =>
    `One on each line; an empty line ends${min || max !== undefined ? ` (${between({ ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) })})` : ''}.`,
  fullList: (max: number) => `That makes ${max}, which is the most here. An empty line ends.`,

  numbered: (number: number, label: string, note?: string) =>
    `${number}. ${label}${note === undefined ? '' : ` (${note})`}`,
  otherOption: 'Other: your own words',
  whatNow: 'What now?',
  chooseOne: 'Type a number or the beginning of an answer.',
  chooseLine: 'Type a number, the beginning of a line, or words to find. :back goes back.',
  found: 'These hold your words:',
  chooseOneOrOther: 'Type a number or the beginning of an answer, or "other" and your own words.',
  chooseSeveral: (pick: Bounds) =>
    `Type the numbers, with spaces between them${between(pick) === '' ? '' : ` (${between(pick)})`}.`,
  orOther: 'For an answer of your own, add "other" and your words at the end.',
  otherWords: 'Your own words, on one line:',
  rank: 'Type all the numbers in your order, the first or most important first.',
  unclear: (words: string) => `"${words}" is not one of these, or could be several.`,

  rate: (from: number, to: number) => `Type a number from ${from} to ${to}.`,
  rateUnsure: (from: number, to: number) => `Type a number from ${from} to ${to}, or ? if you are not sure.`,
  rating: (number: string, label: string) => `${number}: ${label}`,
  statement: (index: number, of: number, text: string) => `${index} of ${of}: ${text}`,

  row: (index: number, of: number, title: string) => `Row ${index} of ${of}: ${title}`,
  addedRow: (title: string) => `Row: ${title}`,
  cellText: (title: string) => `${title}: (an empty line leaves it empty)`,
  cellYesNo: (title: string) => `${title}: yes or no? (an empty line leaves it empty)`,
  cellChoice: (title: string) => `${title}: type a number (an empty line leaves it empty)`,
  addRow: (title?: string) => `Name a row to add${title === undefined ? '' : ` (${title})`}. An empty line goes on.`,

  gap: (index: number, of: number, ask: string) => `${index} of ${of}: ${ask}`,
  gapSign: '____',
  gapExample: (example: string) => `For example: ${example}`,
  part: (label: string) => `${label} (go on from here)`,

  number: (unit?: string) => (unit === undefined ? 'Type a number.' : `Type a number (${unit}).`),
  date: 'Type a day, such as 2026-11-23 or 23 November 2026.',
  whichReading: 'Type a or b, or type your answer again.',
  yesNo: 'Type yes or no.',
  yesNoPreset: (preset: boolean) => `Type yes or no. An empty line means ${preset ? 'yes' : 'no'}.`,
  reword: 'Put it in new words if you like; a line with a single full stop ends it. An empty line leaves it as it is.',

  overview: 'Overview',
  review: 'Your answers',
  states: {
    answered: 'answered',
    skipped: 'skipped',
    begun: 'begun',
    seen: 'read',
    open: 'not answered yet'
  },
  privately: 'private',
  here: 'you are here',
  overviewHow:
    'Type a number to go to that question, "private" and a number to change whether it is private, or an empty line to go back to where you were.',
  reviewHow:
    'Type a number to go to that question, "private" and a number to change whether it is private, or an empty line to finish.',

  notUtf8: (line: number, encoding?: string) =>
    `Line ${line} of the input is ${encoding === undefined ? 'not valid UTF-8' : `${encoding}, not UTF-8`}, so it was not taken. What came before it is kept; save the input as UTF-8 and go on with "reflect resume".`
}
