import type { Bounds, EditorEncoding, EditorFault } from '../shared/types.ts'
import { between, count } from './phrases.ts'

/** Why an editor could not be used. */
function faultOf(command: string, fault: EditorFault): string {
  switch (fault.kind) {
    case 'missing':
      return `There is no editor "${command}" on this computer`
    case 'forbidden':
      return `The editor "${command}" is not a program that you may run`
    case 'code':
      return `The editor "${command}" ended with the fault ${fault.code}`
    case 'signal':
      return `The editor "${command}" was ended by ${fault.signal}`
  }
}

const savedAs: Readonly<Record<EditorEncoding, string>> = {
  'UTF-16': 'UTF-16 without a whole byte order mark',
  'UTF-32': 'UTF-32',
  other: 'text that is not UTF-8 but an older encoding, such as Windows-1252 (also called ANSI)',
  binary: 'bytes that are not text'
}

/** What the editor's caller says, in English, in both renderers. */
export const editor = {
  about: 'Write your answer above. This line and the question below it are left out again.',
  vanished: (command: string) => `The editor "${command}" left no file behind, so your answer is as it was before.`,
  elsewhere: (command: string, file: string) =>
    `The editor "${command}" saved under another name, so your answer is as it was before; what you wrote in it is in ${file}.`,
  notUtf8: (command: string, file: string, encoding: EditorEncoding) =>
    `The editor "${command}" saved ${savedAs[encoding]}, so your answer is as it was before; what you wrote is in ${file}. Choose UTF-8 in the editor, and copy your words from that file.`,
  failed: (command: string, fault: EditorFault, file?: string) =>
    `${faultOf(command, fault)}, so your answer is as it was before. ${file === undefined ? 'The setting "editor" names another one: "reflect config set editor".' : `What you wrote in it is in ${file}.`}`,
  open: 'The words are open in your editor. Save them there, then press Enter here.',
  nothingYet: 'Nothing new is saved there yet. Save it and press Enter; or press Enter once more to go on without.',
  unfetched: (file: string) =>
    `Words that you saved in an editor are not in your journal. They are in ${file}. Copy what you need, and delete that file.`,
  stillOpen: (file: string) =>
    `If these words are still open in your editor: what you save there now stays in ${file}, not in your journal.`,
  choose: 'No editor is chosen yet. Which one would you like to write in?',
  inTerminal: (keys: string) => `here in the terminal; save and leave with ${keys}`,
  inWindow: 'in a window of its own; save and close it when you have finished',
  noneOfThem: 'None of them: write here',
  remember: (name: string) => `Use ${name} from now on?`,
  notChosen:
    'No editor is chosen, so none was opened. "reflect config set editor nano" chooses nano, and other names work likewise; "reflect doctor" says whether it can be used.'
}

/** What rich mode says, in English: short, for it is seen and not read aloud. */
export const rich = {
  about: (questions: number, minutes?: number) => [
    count(questions, 'question', 'questions'),
    ...(minutes === undefined ? [] : [`about ${count(minutes, 'minute', 'minutes')}`])
  ],
  progress: (question: number, of: number) => `Question ${question} of ${of}`,
  minutesLeft: (minutes: number) => `about ${count(minutes, 'minute', 'minutes')} left`,
  private: 'private',
  /** After "private": why. */
  privateAs: (title: string) => `like "${title}"`,
  askCut: 'The rest of the question: Ctrl-G',

  keys: {
    next: 'Tab next',
    enterNext: 'Enter next',
    enterBegin: 'Enter begin',
    enterPage: 'Enter next page',
    enterGoOn: 'Enter go on',
    enterChoose: 'Enter choose',
    enterBack: 'Enter back',
    enterFind: 'Enter search',
    spacePage: 'Space next page',
    find: '/ search',
    nextMatch: 'n next',
    previousMatch: 'N previous',
    quit: 'q close',
    escapeCancel: 'Esc cancel',
    escapeSearch: 'Esc end the search',
    escapeBack: 'Esc back',
    letter: (label: string) => `${label.charAt(0).toUpperCase()} ${label.toLowerCase()}`,
    enterOpen: 'Enter go there',
    enterNextPart: 'Enter next part',
    enterNextItem: 'Enter next item',
    enterNextCell: 'Enter next cell',
    enterPut: 'Enter put it here',
    enterRank: 'Enter next in order',
    enterOwn: 'Enter use these words',
    spaceOwn: 'Space use these words',
    spaceTick: 'Space tick',
    spaceMove: 'Space move',
    arrowsMove: '↑↓ move it',
    arrowsRate: '←→ or digits rate',
    digits: 'digits rate',
    arrowsOption: '←→ choose',
    arrowsDay: '↑↓ day',
    unrank: 'Backspace take out',
    typeToFind: 'type to find',
    back: 'Shift-Tab back',
    help: 'Ctrl-G help',
    overview: 'Ctrl-O overview',
    editor: 'Ctrl-E editor',
    leave: 'Ctrl-C leave',
    finish: 'Tab finish',
    returns: 'Tab return',
    private: 'Ctrl-P private or not',
    closeHelp: 'Enter back to the question',
    yesNo: 'Y or N'
  },

  nothingYet: 'There is no answer yet. Press Tab again to skip this question, or go on.',
  nothingToSkip: 'There is no answer yet. Press Ctrl-K again to skip this question.',
  notUtf8:
    "Your terminal does not send UTF-8, so letters such as é were guessed. Check them, and set the terminal's encoding to UTF-8.",
  noEditorHere: 'The editor is for answers in writing.',
  skipped: 'skipped',
  kept: 'as it was',

  help: {
    example: 'For example',
    none: 'There is no more help for this question.',
    keysTitle: 'Keys',
    keys: [
      ['Tab, Ctrl-D', 'done, on to the next question'],
      ['Shift-Tab', 'the question before; what you have written stays'],
      ['Ctrl-K twice', 'skip a question without an answer'],
      ['Ctrl-O', 'all questions, to go to any of them'],
      ['Ctrl-E', 'write this text in your own editor'],
      ['Ctrl-C', 'leave; what you have written is kept'],
      ['Ctrl-W, Ctrl-U', 'delete a word, a line'],
      ['Ctrl-_, Ctrl-Y', 'undo, redo']
    ] as readonly (readonly [string, string])[]
  },

  text: {
    words: (words: number, guide?: Bounds) =>
      guide === undefined || between(guide) === ''
        ? count(words, 'word', 'words')
        : `${count(words, 'word', 'words')}, ${between(guide)} suggested`,
    above: (rows: number) => `${count(rows, 'line', 'lines')} above`,
    below: (rows: number) => `${count(rows, 'line', 'lines')} below`
  },
  pages: {
    above: (lines: number) => `The end; ${count(lines, 'line', 'lines')} above`,
    below: (lines: number) => `${count(lines, 'line', 'lines')} below: Space or ↓`,
    unseen: (lines: number) => `(${count(lines, 'more line', 'more lines')})`
  },
  finding: {
    find: 'Search for:',
    found: (match: number, of: number, passed?: 'start' | 'end') => {
      const wrapped = { start: 'From the end again:', end: 'From the start again:' }
      return `${passed === undefined ? 'Match' : `${wrapped[passed]} match`} ${match} of ${of}`
    },
    notFound: (words: string) => `Not in this text: "${words}"`
  },
  list: {
    howMany: (items: number, bounds: Bounds) =>
      between(bounds) === ''
        ? count(items, 'item', 'items')
        : `${count(items, 'item', 'items')}, ${between(bounds)} asked for`
  },
  pick: {
    other: 'Something else:',
    find: (words: string) => `Finding: ${words}`,
    notFound: 'Nothing here has these words. Backspace takes them back.',
    more: (above: number, below: number) =>
      [...(above > 0 ? [`${above} above`] : []), ...(below > 0 ? [`${below} below`] : [])].join(', '),
    howMany: (ticked: number, bounds: Bounds) =>
      between(bounds) === '' ? `${ticked} ticked` : `${ticked} ticked, ${between(bounds)} asked for`
  },
  scale: { unsure: 'Not sure', rated: (rated: number, of: number) => `${rated} of ${of} rated` },
  ranking: {
    left: (left: number) => (left === 0 ? 'All in order' : `${left} still to be put in order`),
    moving: 'moving'
  },
  table: {
    newRow: 'A new row: its name, or Enter to go on',
    cell: (row: string, column: string) => `${row}: ${column}`,
    name: 'Name of the row',
    nameless: 'The row without a name',
    rows: (rows: number, bounds: Bounds) =>
      between(bounds) === '' ? '' : `${count(rows, 'row', 'rows')}, ${between(bounds)} asked for`,
    added: (rows: number, bounds: Bounds) =>
      between(bounds) === '' ? '' : `${count(rows, 'row', 'rows')} added, ${between(bounds)} asked for`
  },
  sentence: { gap: '_____', example: (example: string) => `For example: ${example}` },
  number: {
    range: (from?: number, to?: number) =>
      from !== undefined && to !== undefined
        ? `${from} to ${to}`
        : from !== undefined
          ? `${from} or more`
          : to !== undefined
            ? `${to} or less`
            : ''
  },
  date: { how: 'A day, such as 2026-11-23 or 23 November 2026' },
  yes: 'Yes',
  no: 'No',
  yesOrNo: (yes: string, no: string) => `Type "${yes}" or "${no}".`,
  recall: { reword: 'In other words, if you like:' },

  overview: 'All questions',
  review: 'Your answers',
  states: { answered: 'answered', skipped: 'skipped', begun: 'begun', seen: 'read' }
}
