/**
 * The key map: what each key does, for every kind of question and list. The footer, the help pages and `docs/keys.md` are made
 * from these tables, and widgets only know actions. Keys are written as people say them: `Ctrl-A`, `Shift-Tab`, and `Ctrl-X Ctrl-E`
 * for two keys one after the other.
 */
import type { Words } from '../../../words/index.ts'

/** What a key is for. The words have a description of each, and a label if the footer shows it. */
export type Purpose = keyof Words['walk']['rich']['purposes']

/** What a widget does. */
export type Action =
  | Purpose
  | 'enter'
  | 'escape'
  | 'space'
  /** Text without another meaning. */
  | 'type'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'first'
  | 'last'
  | 'wordLeft'
  | 'wordRight'
  | 'lineStart'
  | 'lineEnd'
  | 'textStart'
  | 'textEnd'
  | 'deleteBefore'
  | 'deleteAfter'
  | 'cutWordBefore'
  | 'cutWordAfter'
  | 'cutLineBefore'
  | 'cutLineAfter'
  | 'mark'

/** Keys with one purpose, and the action of each key. */
export interface Binding {
  readonly purpose: Purpose
  /** How the footer and the help name the keys: the first of them, unless they belong together. */
  readonly shown: string
  readonly keys: Readonly<Record<string, Action>>
}

/** The keys that apply at one moment, the most important first. */
export type Mode = readonly Binding[]

/** Keys that all do the same; the first is shown. */
function one(purpose: Purpose, ...keys: readonly [string, ...string[]]): Binding {
  return { purpose, shown: keys[0], keys: Object.fromEntries(keys.map((key) => [key, purpose])) }
}

/** Keys that belong together. */
function several(purpose: Purpose, shown: string, keys: Readonly<Record<string, Action>>): Binding {
  return { purpose, shown, keys }
}

const [UP_DOWN, LEFT_RIGHT, ARROWS] = ['↑↓', '←→', '↑↓←→']
const upDown = { Up: 'up', Down: 'down' } as const
const turning = { PageUp: 'pageUp', PageDown: 'pageDown' } as const
const ends = { Home: 'first', End: 'last' } as const

/** Keys that edit a text, on one line or many. */
const editing: Mode = [
  several('undo', 'Ctrl-Z', { 'Ctrl-Z': 'undo', 'Ctrl-_': 'undo', 'Alt-Z': 'undo' }),
  several('redo', 'Ctrl-R', { 'Ctrl-R': 'redo', 'Alt-Y': 'redo' }),
  several('cursor', LEFT_RIGHT, { Left: 'left', 'Ctrl-B': 'left', Right: 'right', 'Ctrl-F': 'right' }),
  several('lineEnds', 'Ctrl-A, Ctrl-E', { 'Ctrl-A': 'lineStart', Home: 'first', 'Ctrl-E': 'lineEnd', End: 'last' }),
  several('byWord', 'Ctrl-←, Ctrl-→', {
    'Ctrl-Left': 'wordLeft',
    'Alt-Left': 'wordLeft',
    'Alt-B': 'wordLeft',
    'Ctrl-X Left': 'wordLeft',
    'Ctrl-Right': 'wordRight',
    'Alt-Right': 'wordRight',
    'Alt-F': 'wordRight',
    'Ctrl-X Right': 'wordRight'
  }),
  several('textEnds', 'Ctrl-Home, Ctrl-End', {
    'Ctrl-Home': 'textStart',
    'Alt-<': 'textStart',
    'Ctrl-X <': 'textStart',
    'Ctrl-End': 'textEnd',
    'Alt->': 'textEnd',
    'Ctrl-X >': 'textEnd'
  }),
  several('erase', 'Backspace, Delete', { Backspace: 'deleteBefore', Delete: 'deleteAfter' }),
  several('cutWord', 'Ctrl-W', {
    'Ctrl-W': 'cutWordBefore',
    'Alt-Backspace': 'cutWordBefore',
    'Ctrl-Backspace': 'cutWordBefore',
    'Alt-D': 'cutWordAfter',
    'Alt-Delete': 'cutWordAfter',
    'Ctrl-Delete': 'cutWordAfter',
    'Ctrl-X Delete': 'cutWordAfter'
  }),
  several('cutLine', 'Ctrl-U, Ctrl-K', { 'Ctrl-U': 'cutLineBefore', 'Ctrl-K': 'cutLineAfter' }),
  one('paste', 'Ctrl-Y'),
  // Shift with a key that moves selects; `actionOf` finds it by the key without Shift.
  several('select', 'Shift-←→, Ctrl-Space', { 'Ctrl-Space': 'mark', 'Ctrl-^': 'mark' }),
  one('cut', 'Ctrl-X'),
  one('copy', 'Ctrl-C', 'Alt-W')
]

const undoing: Mode = editing.slice(0, 2)
const leave = one('leave', 'Ctrl-C')
const redraw = one('redraw', 'Ctrl-L')
const helpInText = one('help', 'Ctrl-G', 'F1')
const help = one('help', '?', 'Ctrl-G', 'F1')
const editor = one('editor', 'F2', 'Ctrl-X Ctrl-E')
const done = one('done', 'Tab', 'Ctrl-D')
const back = one('back', 'Shift-Tab', 'Alt-Tab')
const overview = several('overview', 'Esc', { Esc: 'escape', 'Ctrl-O': 'overview' })
/** Enter, where it does the same as Tab. */
const next = several('next', 'Enter', { Enter: 'enter', Tab: 'done', 'Ctrl-D': 'done' })

/** The keys of pages: on the last page, and before it. Those of a search, if there is one, also if everything fits. */
export interface PageModes {
  readonly fits?: Mode
  readonly end: Mode
  readonly turn: Mode
  /** While the words to look for are typed. */
  readonly typing?: Mode
  /** While matches are looked at. */
  readonly found?: Mode
}

/** A mode of a question in which text is written. */
function writing(...keys: Mode): Mode {
  const [own, last] = [keys.filter((key) => key !== editor), keys.filter((key) => key === editor)]
  return [...own, helpInText, leave, overview, back, ...last, ...editing, redraw]
}

/** A mode of a question in which keys choose. */
function choosing(...keys: Mode): Mode {
  return [...keys, help, leave, overview, back, ...undoing, redraw]
}

const enterAnd = (purpose: Purpose) => several(purpose, 'Enter', { Enter: 'enter' })
const move = several('move', UP_DOWN, { ...upDown, ...turning, ...ends })
const moveAll = several('move', UP_DOWN, { ...upDown, Left: 'up', Right: 'down', ...turning, ...ends })
const digits = several('digits', '1–9', {})
const tickDigits = several('tickDigits', '1–9', {})
const find = several('find', 'A–Z', { Backspace: 'deleteBefore' })
const tick = one('tick', 'Space')
const choose = several('choose', 'Enter', { Enter: 'enter', Space: 'space', Tab: 'done', 'Ctrl-D': 'done' })
const clear = several('clear', 'Backspace', { Backspace: 'deleteBefore', Delete: 'deleteAfter' })
const scroll = several('scroll', `Space, ${UP_DOWN}`, { Space: 'pageDown', ...upDown, ...turning, ...ends })
const scrollBack = several('scrollBack', UP_DOWN, { ...upDown, ...turning, ...ends })
const nextCell = several('nextCell', 'Tab', { Tab: 'nextCell', Enter: 'enter' })
const finishTable = one('finishTable', 'Ctrl-D')
const lastCell = one('lastCell', 'Shift-Tab', 'Alt-Tab')
const cells = several('cells', ARROWS, { ...upDown, Left: 'left', Right: 'right', ...ends })

/** A mode of a cell of a table: Tab and Shift-Tab go from cell to cell. */
function inCell(mode: Mode): Mode {
  return mode.map((binding) => (binding === back ? lastCell : binding))
}

/** What is read page by page: Enter turns the page and, on the last, does something else. */
function reader(purpose: Purpose, ...others: Mode): { readonly end: Mode; readonly turn: Mode } {
  return { end: [enterAnd(purpose), scrollBack, ...others], turn: [enterAnd('nextPage'), scroll, ...others] }
}

const withEscape = (purpose: Purpose) => several(purpose, 'Esc', { Esc: 'escape' })
/** While words that are typed filter a list, a question mark is one of them. */
const finding = (mode: Mode): Mode => mode.map((binding) => (binding === help ? helpInText : binding))
const findMore = (mode: Mode): Mode => [...mode.slice(0, 1), find, ...mode.slice(1)]
const up = several('up', 'Esc', { Esc: 'escape', 'Ctrl-D': 'escape' })
const menu: Mode = [enterAnd('choose'), move, help, leave, up, redraw]
const editPrivacy = one('privacy', 'Ctrl-P')
const goThere: Mode = [enterAnd('open'), move, help, leave]

const escapeOrBack = several('up', 'Esc', { Esc: 'escape', 'Shift-Tab': 'back' })

const picture = one('picture', 'F3', 'Ctrl-P')

const withPictures = new WeakMap<Mode, Mode>()

/** A mode in which pictures can be opened. The same for the same mode, because tables of keys are kept by mode. */
export function withPicture(mode: Mode): Mode {
  const known = withPictures.get(mode) ?? [...mode.slice(0, 1), picture, ...mode.slice(1)]
  withPictures.set(mode, known)
  return known
}

/** All modes by name. */
export const modes = {
  area: writing(
    done,
    one('newLine', 'Enter'),
    editor,
    several('rows', UP_DOWN, { ...upDown, ...turning, 'Ctrl-X Up': 'pageUp', 'Ctrl-X Down': 'pageDown' })
  ),
  line: writing(next, editor),
  number: writing(next),
  item: writing(enterAnd('nextItem'), done, editor, several('items', UP_DOWN, upDown)),
  emptyItem: writing(next, editor, several('items', UP_DOWN, upDown)),
  yesNo: choosing(choose, several('letters', 'Y/N', {}), move),
  scale: choosing(choose, digits, moveAll),
  statements: choosing(
    several('rate', `${LEFT_RIGHT}, 1–9`, { Left: 'left', Right: 'right' }),
    enterAnd('nextPart'),
    done,
    several('parts', UP_DOWN, upDown),
    clear
  ),
  unranked: choosing(several('rank', 'Enter', { Enter: 'enter', Space: 'space' }), move, done),
  ranked: choosing(several('pickUp', 'Space', { Space: 'space', Enter: 'enter' }), clear, move, done),
  allRanked: choosing(next, several('pickUp', 'Space', { Space: 'space' }), clear, move),
  ranking: choosing(
    several('moveIt', UP_DOWN, { ...upDown, ...ends }),
    several('putHere', 'Enter', { Enter: 'enter', Space: 'space' }),
    done
  ),
  textCell: inCell(writing(nextCell, finishTable, several('cells', ARROWS, upDown))),
  choiceCell: inCell(choosing(nextCell, several('setCell', 'Space', { Space: 'space' }), cells, finishTable, clear)),
  gap: writing(enterAnd('nextPart'), done, several('parts', UP_DOWN, upDown)),
  lastGap: writing(next, several('parts', UP_DOWN, upDown)),
  date: writing(next, several('days', UP_DOWN, upDown)),
  meaning: choosing(next, several('move', UP_DOWN, upDown)),
  shortMenu: menu,
  page: [enterAnd('choose'), move, help, leave, withEscape('goOn'), redraw],
  firstPage: [enterAnd('choose'), move, help, several('leave', 'Esc', { Esc: 'escape' }), redraw],
  longMenu: findMore(menu),
  findingMenu: finding(findMore(menu)),
  overview: [
    ...goThere,
    several('up', 'Esc', { Esc: 'escape', Tab: 'done', 'Ctrl-D': 'done', 'Ctrl-O': 'done' }),
    editPrivacy,
    back,
    redraw
  ],
  review: [...goThere, withEscape('up'), one('finish', 'Tab', 'Ctrl-D'), editPrivacy, back, redraw],
  /** While the words are in the window of an editor. */
  waiting: [enterAnd('goOn'), leave, withEscape('up')],
  picture: [picture],
  shortLine: [next, helpInText, leave, escapeOrBack]
} satisfies Readonly<Record<string, Mode>>

/** The keys of a list of options: short, long, filtered, filtered so that nothing matches, and at the learner's own words. */
export interface OptionModes {
  readonly short: Mode
  readonly long: Mode
  readonly finding: Mode
  readonly sought: Mode
  readonly own: Mode
}

const moveUpDown = several('move', UP_DOWN, { ...upDown, ...turning })

export const choiceModes: OptionModes = {
  short: choosing(choose, move, digits),
  long: choosing(choose, move, find),
  finding: finding(choosing(choose, move, find)),
  sought: finding(choosing(enterAnd('useWords'), find, move, done)),
  own: writing(next, moveUpDown)
}

export const choicesModes: OptionModes = {
  short: choosing(tick, next, move, tickDigits),
  long: choosing(tick, next, move, find),
  finding: finding(choosing(tick, next, move, find)),
  sought: finding(choosing(one('useWords', 'Space'), find, next, move)),
  own: writing(next, moveUpDown)
}

const search = one('search', '/', 'Ctrl-F')
const leaveLook = several('up', 'Esc', { Esc: 'escape', Tab: 'done', 'Ctrl-D': 'done', q: 'quit', Q: 'quit' })
const spacePage = several('nextPage', 'Space', { Space: 'pageDown', Enter: 'enter' })
const quit = several('quit', 'q', { q: 'quit', Q: 'quit', Esc: 'escape', Tab: 'done', 'Ctrl-D': 'done' })
const searchToo = one('searchToo', '/', 'Ctrl-F')
const quitAtEnd = several('quit', 'q', { ...quit.keys, Enter: 'enter' })
const typingWords: Mode = [several('startSearch', 'Enter', { Enter: 'enter' }), withEscape('cancel'), ...editing, leave]
const matches: Mode = [
  one('nextMatch', 'n'),
  one('previousMatch', 'N'),
  one('quit', 'q', 'Q'),
  search,
  withEscape('endSearch'),
  spacePage,
  scrollBack
]

/** What is looked at page by page and searched: in a text, and in the output of a command, which the shortest footer suits. */
export const lookers = {
  text: {
    fits: [enterAnd('close'), searchToo, help, leave, leaveLook, redraw],
    end: [enterAnd('close'), search, leaveLook, help, leave, scrollBack, redraw],
    turn: [spacePage, search, leaveLook, help, leave, scrollBack, redraw],
    typing: typingWords,
    found: [...matches, leave]
  },
  output: {
    fits: [quitAtEnd, searchToo],
    end: [search, quitAtEnd, scrollBack, redraw],
    turn: [spacePage, search, quit, scrollBack, redraw],
    typing: typingWords,
    found: matches
  }
} satisfies Readonly<Record<string, PageModes>>

/** The modes of what is read page by page. */
export const readers = {
  note: reader('goOn', done, help, leave, overview, back, redraw),
  beginning: reader('begin', done, help, leave, withEscape('up'), redraw),
  passage: reader('goOn', done, help, leave, redraw),
  help: reader(
    'closeHelp',
    leave,
    several('up', 'Esc', {
      Esc: 'escape',
      Tab: 'escape',
      'Ctrl-G': 'escape',
      F1: 'escape',
      '?': 'escape',
      q: 'escape'
    }),
    redraw
  )
}
