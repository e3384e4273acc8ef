/** The tables of `keys.md`: the key map of the program, and which terminals send its keys. */

/** The modes by the names that the page has for them. */
const MODES = [
  ['Wherever you write', 'modes', 'area', 'modes', 'line'],
  ['In every other question', 'choiceModes', 'short', 'modes', 'statements'],
  ['Text of any length', 'modes', 'area'],
  ['One line', 'modes', 'line'],
  ['Number', 'modes', 'number'],
  ['Day', 'modes', 'date'],
  ['List', 'modes', 'item'],
  ['Choice', 'choiceModes', 'short'],
  ['Choice from a long list', 'choiceModes', 'long'],
  ['Own words in a choice', 'choiceModes', 'own'],
  ['Several choices', 'choicesModes', 'short'],
  ['Yes or no', 'modes', 'yesNo'],
  ['Scale', 'modes', 'scale'],
  ['Statements on a scale', 'modes', 'statements'],
  ['Ranking: an item without a place', 'modes', 'unranked'],
  ['Ranking: an item with a place', 'modes', 'ranked'],
  ['Ranking: an item that is moved', 'modes', 'ranking'],
  ['Table: a cell with values', 'modes', 'choiceCell'],
  ['Table: a cell with text', 'modes', 'textCell'],
  ['Sentence and plan', 'modes', 'gap'],
  ['Note and recall', 'readers', 'note'],
  ['Before an exercise', 'readers', 'beginning'],
  ['Where a text has a picture', 'modes', 'picture'],
  ['Menu', 'modes', 'shortMenu'],
  ['All questions', 'modes', 'overview'],
  ['Your answers, before the end', 'modes', 'review'],
  ['Something to look at', 'lookers', 'text'],
  ['Help', 'readers', 'help']
]

const TERMINALS = [
  'xterm',
  'GNOME Terminal (VTE)',
  'tmux',
  'screen',
  'Linux console',
  'Terminal.app',
  'Windows Terminal'
]
const [YES, TRIED] = ['yes', 'tried']
const AROUND = 'tried: as the terminal around it'
/** A key that was tried in the first four terminals, and what the others do. */
const tried = (...others) => [TRIED, TRIED, TRIED, TRIED, ...others]

/** Keys by pattern, and what each terminal does with them. The first pattern that fits counts. */
const KEYS = [
  [/^(?:Ctrl-A)$/, 'Ctrl-A', [TRIED, TRIED, TRIED, 'tried: Ctrl-A, then A', YES, YES, YES]],
  [/^Ctrl-B$/, 'Ctrl-B', [TRIED, TRIED, 'tried: press it twice', TRIED, YES, YES, YES]],
  [/^Esc$/, 'Esc', [TRIED, TRIED, 'tried: wait half a second', 'tried: wait half a second', YES, YES, YES]],
  [
    /^(?:Ctrl-X )?(?:Ctrl-[A-Z_]|Enter|Tab|Backspace|Delete|Space|Up|Down|Left|Right|[?qQnN/<>])$/,
    'Enter, Tab, Backspace, Delete, arrows, Ctrl with another letter, two keys after each other',
    tried(YES, YES, YES)
  ],
  [/^(?:Home|End|PageUp|PageDown)$/, 'Home, End, Page Up, Page Down', tried(YES, 'with Shift', YES)],
  [/^Shift-Tab$|^Alt-Tab$/, 'Shift-Tab', tried('as Alt-Tab', YES, YES)],
  [/^Ctrl-Space$/, 'Ctrl-Space', tried(YES, 'unless it changes the keyboard', YES)],
  [/^Ctrl-\^$/, 'Ctrl-^', tried(YES, YES, YES)],
  [/^F1$/, 'F1', [TRIED, 'tried; its own help if that is installed', TRIED, TRIED, YES, YES, YES]],
  [/^F2$/, 'F2', tried(YES, YES, YES)],
  [/^F3$/, 'F3', [YES, YES, YES, YES, YES, YES, YES]],
  [/^Shift-arrows$/, 'Shift with arrows', tried('no', '←→ only', YES)],
  [/^Ctrl-(?:Left|Right)$/, 'Ctrl with arrows', tried('no', 'no: they change the desktop', YES)],
  [/^Alt-(?:Left|Right)$/, 'Alt with arrows', tried('no: they change the console', YES, 'no: they change the pane')],
  [
    /^Alt-.$/,
    'Alt with a letter',
    [
      'tried: with metaSendsEscape; without it, a letter such as â is typed',
      TRIED,
      AROUND,
      AROUND,
      YES,
      'with "Use Option as Meta"',
      YES
    ]
  ],
  [
    /^(?:Ctrl|Alt)-Backspace$/,
    'Ctrl or Alt with Backspace',
    [
      'tried: Alt with metaSendsEscape; Ctrl is Backspace',
      'tried: Alt; Ctrl is Backspace',
      AROUND,
      AROUND,
      'no',
      'no',
      'some'
    ]
  ],
  [/^(?:Ctrl|Alt)-(?:Home|End|Delete)$/, 'Ctrl with Home, End or Delete, Alt with Delete', tried('no', 'no', 'some')]
]

export const keyTables = {
  /** A table for each mode. */
  modes(load, { walk }, tableOf) {
    const map = load('terminal/rich/keys/map.ts')
    const modeOf = (group, name) => map[group][name].turn ?? map[group][name]
    const common = new Set()
    return MODES.map(([title, group, name, otherGroup, other]) => {
      const mode = modeOf(group, name)
      const isCommon = (binding) => modeOf(otherGroup, other).includes(binding)
      const own = mode.filter((binding) => (other === undefined ? !common.has(binding) : isCommon(binding)))
      if (other !== undefined) for (const binding of own) common.add(binding)
      const rows = own.map(({ purpose, shown, keys }) => [shown, othersOf(shown, keys), walk.rich.purposes[purpose][0]])
      return `\n### ${title}\n${tableOf(['keys', 'also', 'what they do'], rows).trimEnd()}\n`
    })
      .join('')
      .concat('\n')
  },

  /** The keys of the map by terminal. @throws Error if a key of the map fits no pattern. */
  terminals(load, _, tableOf) {
    const { modes, choiceModes, choicesModes, readers, lookers } = load('terminal/rich/keys/map.ts')
    const pages = [readers, lookers].flatMap((group) => Object.values(group).flatMap((one) => Object.values(one)))
    const all = [modes, choiceModes, choicesModes].flatMap((group) => Object.values(group)).concat(pages)
    for (const key of all.flat().flatMap(({ keys }) => Object.keys(keys)))
      if (!KEYS.some(([pattern]) => pattern.test(key))) throw new Error(`docs/key-tables.mjs does not know ${key}`)
    return tableOf(
      ['keys', ...TERMINALS],
      KEYS.map(([, names, cells]) => [names, ...cells])
    )
  }
}

/** The keys of a binding besides those shown. */
function othersOf(shown, keys) {
  const arrows = { Up: '↑', Down: '↓', Left: '←', Right: '→' }
  const isShown = (key) => shown.split(', ').some((one) => one === key) || shown.includes(arrows[key] ?? '\0')
  return Object.keys(keys)
    .filter((key) => !isShown(key) && !shown.split(', ').includes(key.replace('Left', '←').replace('Right', '→')))
    .join(', ')
}
