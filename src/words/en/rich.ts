import type { Bounds, EditorEncoding, EditorFault } from '../shared/types.ts'
import { between, count } from './phrases.ts'

/** Why an editor could not be used. */
function faultOf(command: string, fault: EditorFault): string {
  switch (fault.kind) {
    case 'missing':
      return `There is no editor "${command}" on this computer`
    case 'forbidden':
      return `You are not allowed to run the editor "${command}"`
    case 'code':
      return `The editor "${command}" stopped with the error ${fault.code}`
    case 'signal':
      return `The editor "${command}" was stopped (${fault.signal})`
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
  about: 'Write your answer above. This line and the question below it will not be saved.',
  vanished: (command: string) => `The editor "${command}" saved no file, so your answer is unchanged.`,
  elsewhere: (command: string, file: string) =>
    `The editor "${command}" saved under another name, so your answer is unchanged; what you wrote is in ${file}.`,
  notUtf8: (command: string, file: string, encoding: EditorEncoding) =>
    `The editor "${command}" saved ${savedAs[encoding]}, so your answer is unchanged; what you wrote is in ${file}. Choose UTF-8 in the editor, and copy your words from that file.`,
  /** `usual`: an editor that the system has, as elsewhere here. */
  failed: (command: string, fault: EditorFault, usual: string, file?: string) =>
    `${faultOf(command, fault)}, so your answer is unchanged. ${file === undefined ? `To choose another editor, type "reflect config set editor ${usual}".` : `What you wrote is in ${file}.`}`,
  open: 'Your words are open in your editor. Save them there, then press Enter here.',
  nothingYet:
    'Nothing new has been saved there yet. Save it and press Enter, or press Enter again to continue without it.',
  unfetched: (file: string) =>
    `Words that you saved in an editor are not in your journal. They are in ${file}. Copy what you need, then delete that file.`,
  stillOpen: (file: string) =>
    `If your editor still has these words open, what you save there now goes into ${file}, not into your journal.`,
  choose: 'No editor is chosen yet. Which one would you like to write in?',
  inTerminal: (keys: string) => `here in the terminal; save and leave with ${keys}`,
  inWindow: 'in a window of its own; save and close it when you have finished',
  noneOfThem: 'None of them: write here',
  remember: (name: string) => `Use ${name} from now on?`,
  notChosen: (usual: string) =>
    `No editor has been chosen, so none was opened. To choose ${usual}, type "reflect config set editor ${usual}"; other editors work the same way, and "reflect doctor" checks that yours can be used.`
}

/** What rich mode says, in English: short, for it is seen and not read aloud. */
export const rich = {
  about: (questions: number, minutes?: number) => [
    count(questions, 'question', 'questions'),
    ...(minutes === undefined ? [] : [`about ${count(minutes, 'minute', 'minutes')}`])
  ],
  question: (question: number, of: number) => `Question ${question} of ${of}`,
  done: (percent: number) => `${percent}% done`,
  minutesLeft: (minutes: number) => `About ${count(minutes, 'minute', 'minutes')} left`,
  private: 'private',
  /** After "private": why. */
  privateAs: (title: string) => `like "${title}"`,
  pageCut: 'The rest: ?',
  askCut: 'The rest of the question: Ctrl-G',

  /** How keys are called. */
  keyNames: { space: 'Space', letters: 'type', yesNo: 'Y or N' },

  /** What keys are for: for the help, and for the footer if they are shown there. */
  purposes: {
    done: ['on to the next question; press it twice to skip an empty answer', 'next'],
    next: ['on to the next question; Tab does the same, and twice it skips an empty answer', 'next'],
    back: ['the question before; what you have written stays', 'back'],
    overview: ['all questions, to go to any of them or to stop for a while; your words stay', 'overview'],
    help: ['help, with the keys that work here', 'help'],
    leave: ['leave; what you have written is kept', 'leave'],
    redraw: ['draw the screen again'],
    undo: ['undo the last change', 'undo'],
    redo: ['redo what was undone'],
    editor: ['write this text in your own editor', 'editor'],
    picture: ['open the picture in another window', 'picture'],
    newLine: ['a new line'],
    cursor: ['move in the text'],
    rows: ['move by lines; Page Up and Page Down, or Ctrl-X before an arrow, by pages'],
    lineEnds: ['the start and the end of the line; Home and End do the same'],
    byWord: ['move by words; so do Alt-B and Alt-F, and Ctrl-X before an arrow'],
    textEnds: ['the start and the end of the text; so do Ctrl-X < and Ctrl-X >'],
    erase: ['delete a character; with Alt or Ctrl a word'],
    cutWord: ['cut the word before the cursor, or what is selected; Alt-D cuts the word after it'],
    cutLine: ['cut the line before the cursor, or after it'],
    paste: ['paste what was cut or copied last'],
    select: ['select; after Ctrl-Space the arrows select until you type or press Esc'],
    cut: ['cut what is selected'],
    copy: ['copy what is selected; if nothing is, leave'],
    nextItem: ['the next item; on an empty item, on to the next question', 'next item'],
    items: ['from item to item', 'items'],
    choose: ['choose and continue; Space chooses and stays', 'choose'],
    move: ['move in the list; also Page Up, Page Down, Home and End', 'move'],
    digits: ['choose by number', 'pick'],
    letters: ['choose by letter', 'pick'],
    tickDigits: ['tick by number'],
    find: ['type to find; Backspace or Esc clears it', 'to find'],
    useWords: ['use what you typed as your own answer', 'use these words'],
    tick: ['tick or untick', 'tick'],
    rate: ['rate the statement', 'rate'],
    nextPart: ['the next part; on the last one, the next question', 'next part'],
    parts: ['from part to part', 'parts'],
    clear: ['clear what is chosen here', 'clear'],
    rank: ['put this next in the order', 'next in order'],
    pickUp: ['pick this up, to move it with the arrows', 'move it'],
    moveIt: ['move it up or down', 'move it'],
    putHere: ['put it down here', 'put it here'],
    nextCell: ['the next cell; after the last one, the next question', 'next cell'],
    lastCell: ['the cell before; from the first one, the question before', 'back'],
    cells: ['from cell to cell', 'cells'],
    setCell: ['set the next value; a digit or the first letter sets it at once', 'set'],
    finishTable: ['on to the next question from any cell', 'next question'],
    days: ['the day after, the day before', 'day'],
    nextPage: ['the next page', 'next page'],
    scroll: ['scroll; also Page Up, Page Down, Home and End', 'scroll'],
    scrollBack: ['scroll; also Page Up, Page Down, Home and End'],
    search: ['look for words; so does Ctrl-F', 'search'],
    searchToo: ['look for words; so does Ctrl-F'],
    startSearch: ['look for these words', 'search'],
    cancel: ['end this search', 'cancel'],
    nextMatch: ['the next match', 'next'],
    previousMatch: ['the previous match', 'previous'],
    endSearch: ['end the search', 'end the search'],
    quit: ['close; so does Esc', 'close'],
    goOn: ['continue', 'continue'],
    begin: ['begin', 'begin'],
    close: ['back to the list', 'back'],
    closeHelp: ['close the help', 'close help'],
    up: ['back, one level up', 'back'],
    open: ['open this row', 'open'],
    privacy: ['make this answer private, or no longer private', 'private'],
    finish: ['finish the exercise', 'finish']
  } satisfies Readonly<Record<string, readonly [does: string, label?: string]>>,

  /** What to do, when Enter had nothing to act on. */
  howTo: {
    write: 'Type your answer here. Tab goes to the next question.',
    choose: 'Nothing is chosen yet. Move with ↑ and ↓, then press Enter.',
    tick: 'Nothing is ticked yet. Move with ↑ and ↓, then press Space.',
    rank: 'Nothing is in order yet. Move with ↑ and ↓ to what comes first, then press Enter.',
    own: 'Type your own words first, then press Enter.'
  },
  copied: 'Copied. Ctrl-Y pastes it; Ctrl-C again leaves.',
  paused: 'Paused. Your words are kept. Type "fg" to come back.',
  pause: { label: 'Stop for a while', note: 'To the shell. Type "fg" there to come back.' },
  finish: 'Finish',

  nothingYet: 'No answer yet. Press Tab again to skip this question.',
  notUtf8:
    "Your terminal does not send UTF-8, so letters such as é were guessed. Check them, and set the terminal's encoding to UTF-8.",
  skipped: 'skipped',
  kept: 'as it was',

  help: {
    example: 'For example',
    none: 'There is no more help for this question.',
    keysTitle: 'Keys'
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
      const wrapped = { start: 'Continued from the end:', end: 'Continued from the start:' }
      return `${passed === undefined ? 'Match' : `${wrapped[passed]} match`} ${match} of ${of}`
    },
    notFound: (words: string) => `Not in this text: "${words}"`
  },
  list: {
    howMany: (items: number, bounds: Bounds) =>
      between(bounds) === ''
        ? count(items, 'item', 'items')
        : `${count(items, 'item', 'items')} (give ${between(bounds)})`
  },
  pick: {
    other: 'Something else:',
    find: (words: string) => `Finding: ${words}`,
    notFound: 'Nothing matches these words. Backspace deletes them.',
    others: (items: number) => `and ${items} more`,
    more: (above: number, below: number) =>
      [...(above > 0 ? [`${above} above`] : []), ...(below > 0 ? [`${below} below`] : [])].join(', '),
    howMany: (ticked: number, bounds: Bounds) =>
      between(bounds) === '' ? `${ticked} chosen` : `${ticked} chosen (choose ${between(bounds)})`
  },
  scale: { unsure: 'Not sure', rated: (rated: number, of: number) => `${rated} of ${of} rated` },
  ranking: {
    left: (left: number) => (left === 0 ? 'All in order' : `${left} still to be put in order`),
    moving: 'moving'
  },
  table: {
    newRow: 'Type a name to add a row, or press Enter to continue',
    cell: (row: string, column: string) => `${row}: ${column}`,
    name: 'Name of the row',
    nameless: 'The row without a name',
    rows: (rows: number, bounds: Bounds) =>
      between(bounds) === '' ? '' : `${count(rows, 'row', 'rows')} (give ${between(bounds)})`,
    gaps: (cells: number) =>
      `${count(cells, 'cell is', 'cells are')} still empty. Press Tab again to continue, or fill ${cells === 1 ? 'it' : 'them'} in.`,
    added: (rows: number, bounds: Bounds) =>
      between(bounds) === '' ? '' : `${count(rows, 'row', 'rows')} added (give ${between(bounds)})`
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
  date: {
    how: (day: string, isFuture: boolean) =>
      `A day, such as ${day}, ${isFuture ? '“tomorrow” or “next Friday”' : '“yesterday” or “last Friday”'}`
  },
  yes: 'Yes',
  no: 'No',
  yesOrNo: (yes: string, no: string) => `Type "${yes}" or "${no}".`,
  recall: { reword: 'Put it differently, if you like:' },

  overview: 'All questions',
  review: 'Your answers',
  states: { answered: 'answered', skipped: 'skipped', begun: 'started', seen: 'read' }
}

/** What is said about the pictures of packs, in English. */
export const pictures = {
  /** In place of a picture, where there is none. `alt` is a sentence or less. */
  shown: (alt: string) => `Picture: ${alt}`,
  opened: (files: readonly string[]) =>
    files.length === 1
      ? `The picture opens in another window. If it does not, it is here: ${files.join()}`
      : `The pictures open in other windows. If they do not, they are here: ${files.join(', ')}`,
  /** Where nothing can be typed. */
  here: (files: readonly string[]) =>
    `${files.length === 1 ? 'The picture is here:' : 'The pictures are here:'} ${files.join(', ')}`,
  /** The program that opens pictures is missing. */
  notOpened: (files: readonly string[]) =>
    files.length === 1
      ? `No program to show the picture was found. The picture is here: ${files.join()}`
      : `No program to show the pictures was found. The pictures are here: ${files.join(', ')}`,
  missing: 'The file of this picture is missing. To get it back, add the pack again.'
}
