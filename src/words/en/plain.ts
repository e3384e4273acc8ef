import type { Bounds, PlainCommand } from '../shared/types.ts'
import { between, count, didYouMean } from './phrases.ts'

/** What plain mode says, in English: read aloud, one line after another. */
export const plain = {
  minutes: (minutes: number, questions: number) =>
    `About ${count(minutes, 'minute', 'minutes')}, ${count(questions, 'question', 'questions')}.`,
  questions: (questions: number) => `${count(questions, 'question', 'questions')}.`,
  begin: 'Press Enter to begin. Type :help for the commands, :leave to stop.',
  question: (question: number, of: number) => `Question ${question} of ${of}.`,
  minutesLeft: (minutes: number) => `About ${count(minutes, 'minute', 'minutes')} left.`,
  done: (percent: number) => `${percent}% done.`,
  isPrivate: 'Private: this answer is left out when you export or share.',
  isPrivateAs: (title: string) => `Private, like "${title}": this answer is left out when you export or share.`,
  nowPublic: 'This answer is no longer private.',
  goOn: 'Press Enter to continue.',

  soFar: 'Your answer so far:',
  keeps: 'Press Enter to keep this, or type a new answer.',
  keepsText:
    'Press Enter to keep this, or type a new answer. To change parts of it, type :lines, then :change or :drop and a number.',
  keepsWriting:
    'Press Enter to keep this as it is, or keep typing: what you type is added. To change parts of it, type :lines, then :change or :drop and a number.',
  partSoFar: (part: string) => `So far: ${part}${/[.!?…]$/.test(part) ? '' : '.'} Press Enter to keep it.`,
  nothingYet: 'There is no answer yet. Type one, or :skip to leave this question out.',
  taken: (answer: string) => `Your answer: ${answer}`,

  help: 'Type a command on a line of its own.',
  /** What each command does, one line each. */
  commands: {
    back: ':back goes to the question before.',
    skip: ':skip leaves this question out.',
    help: ':help lists these commands.',
    example: ':example gives an example.',
    question: ':question reads the question again.',
    overview: ':overview lists all questions.',
    review: ':review lists all answers, and lets you finish.',
    private: ':private makes this answer private, or no longer private.',
    picture: ':picture opens the picture in another window.',
    editor: ':editor opens your editor for this answer.',
    leave: ':leave stops. What you wrote is kept.',
    lines: ':lines reads what you have so far.',
    change: ':change 3 lets you type line 3 again. Use any number.',
    drop: ':drop 3 removes line 3.',
    again: ':again clears this answer, to start again.',
    undo: ':undo undoes your last change.',
    up: ':up goes to the part before this one.',
    row: ':row 3 goes to row 3.'
  } satisfies Readonly<Record<PlainCommand, string>>,
  escapes: 'To begin a line with a colon, type two colons.',
  pictureHere: 'To open the picture, type :picture.',
  helpHere: 'Help: :help.',
  exampleHere: 'Example: :example.',
  noExample: 'There is no example for this question.',
  notHere: (command: string) => `You cannot use :${command} here.`,
  noCommand: (name: string, near: readonly string[]) =>
    `There is no command :${name}.${didYouMean(near.map((each) => `:${each}`))} Type :help for the commands, or ::${name} if you mean these words.`,
  keptAsText: (line: string) => `"${line}" is not a command, so it was kept as text.`,

  lineNumber: (number: number, text: string) => `${number}. ${text === '' ? 'An empty line.' : text}`,
  noLines: 'Nothing has been written yet.',
  noLine: (number: number, lines: number) =>
    `There is no line ${number}; there ${lines === 1 ? 'is' : 'are'} ${count(lines, 'line', 'lines')}.`,
  changing: (number: number) => `Type line ${number} again, or press Enter to keep it. It is now:`,
  changed: (number: number) => `Line ${number} is changed.`,
  unchanged: (number: number) => `Line ${number} stays the same.`,
  dropped: (number: number) => `Line ${number} is removed. :undo brings it back.`,
  cleared: 'Your answer is cleared. Type it again, or :undo to bring it back.',
  undone: (lines: number) => `Undone. There ${lines === 1 ? 'is' : 'are'} now ${count(lines, 'line', 'lines')}.`,
  nothingToUndo: 'There is nothing to undo.',
  writtenWords: (words: number) => `Your answer: ${count(words, 'word', 'words')}.`,
  writtenItems: (items: number) => `Your answer: ${count(items, 'item', 'items')}.`,
  filledIn: (empty: number) => (empty === 0 ? 'Done.' : `Done: ${count(empty, 'cell is', 'cells are')} empty.`),
  link: (number: number) => `link ${number}`,
  linkTo: (number: number, address: string) => `Link ${number}: ${address}`,

  startsWith: (start: string, isLong: boolean) =>
    `Your answer begins with these words, and what you type goes on from there: ${start}${isLong ? '\nTo begin with words of your own, type :again.' : ''}`,
  writeText: 'Write as much as you like. To finish, type a full stop on a line of its own.',
  wordsGuide: (bounds: Bounds) => `A guide, not a limit: ${between(bounds)} words.`,
  writeLine: 'Answer on one line.',
  writeLineOr: (preset: string) => `Answer on one line, or press Enter for ${preset}.`,
  writeItems: ({ min, max }: Bounds) =>
    `One on each line${min || max !== undefined ? ` (${between({ ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) })})` : ''}. To end, press Enter on an empty line.`,
  fullList: (max: number) => `That is ${max}, the most you can give. Press Enter to continue.`,

  numbered: (number: number, label: string, note?: string) =>
    `${number}. ${label}${note === undefined ? '' : ` (${note})`}`,
  choices: (options: number) => `${count(options, 'choice', 'choices')}:`,
  otherOption: 'Other: your own words',
  whatNow: 'What now?',
  chooseOne: 'Type a number or the beginning of an answer.',
  chooseLine: 'Type a number, the beginning of a line, or words to find. :back goes back.',
  pageLine: 'Press Enter for the first, or type a number.',
  found: 'Found:',
  chooseOneOrOther: 'Type a number or the beginning of an answer, or "other" and your own words.',
  chooseSeveral: (pick: Bounds) =>
    `Type the numbers, with spaces between them${between(pick) === '' ? '' : `: ${between(pick)} of them`}.`,
  orOther: 'For an answer of your own, add "other" and your words at the end.',
  otherWords: 'Your own words, on one line:',
  rank: 'Type all the numbers in your order, the first or most important first.',
  unclear: (words: string) => `"${words}" matches none of these, or more than one. Type a number.`,

  notYesNo: (typed: string) => `"${typed}" is neither yes nor no. Type yes or no.`,

  rate: (from: number, to: number) => `Type a number from ${from} to ${to}.`,
  rateUnsure: (from: number, to: number) => `Type a number from ${from} to ${to}, or ? if you are not sure.`,
  rating: (number: string, label: string) => `${number}: ${label}`,
  statement: (index: number, of: number, text: string) => `${index} of ${of}: ${text}`,

  row: (index: number, of: number, title: string) => `Row ${index} of ${of}: ${title}`,
  addedRow: (title: string) => `Row: ${title}`,
  tableSize: (rows: number, columns: number) =>
    `${count(rows, 'row', 'rows')}, ${count(columns, 'column', 'columns')}. To leave a cell empty, press Enter.`,
  cellText: (title: string) => `${title}:`,
  cellYesNo: (title: string) => `${title}: yes or no?`,
  cellChoice: (title: string) => `${title}: type a number.`,
  addRow: (title?: string) =>
    `${title === undefined ? 'Name' : `${title}: name`} a row to add, or press Enter to continue.`,

  gap: (index: number, of: number, ask: string) => `Blank ${index} of ${of}: ${ask}`,
  gapSign: (index: number, of: number) => (of === 1 ? 'blank' : `blank ${index}`),
  dropCell: ':drop empties this cell.',
  readParts: ':lines reads your answer so far.',
  emptied: 'This cell is empty now.',
  firstPart: 'This is the first part.',
  noRow: (number: number, rows: number) =>
    `There is no row ${number}; there ${rows === 1 ? 'is' : 'are'} ${count(rows, 'row', 'rows')}.`,
  whichRow: 'Type the number of the row too, such as :row 3.',
  gapExample: (example: string) => `For example: ${example}`,
  part: (label: string) => `${label.replace(/[ .…]+$/, '')} … (finish the sentence)`,

  number: (unit?: string) => (unit === undefined ? 'Type a number.' : `Type a number (${unit}).`),
  date: (day: string, isFuture: boolean) =>
    `Type a day, such as ${day}, ${isFuture ? '"tomorrow" or "next Friday"' : '"yesterday" or "last Friday"'}.`,
  whichReading: 'Type a or b, or type your answer again.',
  yesNo: 'Type yes or no.',
  yesNoPreset: (preset: boolean) => `Type yes or no, or press Enter for ${preset ? 'yes' : 'no'}.`,
  reword:
    'Put it differently, if you like: to end, type a single full stop on a line of its own. To leave it as it is, press Enter.',

  overview: 'Overview',
  review: 'Your answers',
  states: {
    answered: 'answered',
    skipped: 'skipped',
    begun: 'not finished yet',
    seen: 'read',
    open: 'not answered yet'
  },
  privately: 'private',
  here: 'you are here',
  overviewHow:
    'To go to a question, type its number. For private or not, type "private 3". To go back to where you were, press Enter.',
  reviewHow: 'To change an answer, type its number. For private or not, type "private 3". To finish, press Enter.',

  notUtf8: (line: number, encoding?: string) =>
    `Line ${line} of the input is ${encoding === undefined ? 'not valid UTF-8' : `${encoding}, not UTF-8`}, so it was left out. What came before it is kept. Save the input as UTF-8 and continue with "reflect resume".`
}
