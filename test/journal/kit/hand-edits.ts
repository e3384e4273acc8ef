import type { Answer, Prompt } from '../../../src/questions/shared/model.ts'
import { examples, ratings } from '../../questions/kit/prompts.ts'

/** A change that a user, an editor or another program makes to a text. */
export type Edit = (file: string) => string

const { text, list, choice, choices, scale, ranking, table, sentence, plan, number, date, recall } = examples
const yesNo = examples['yes-no']

export const put = (one: string | RegExp, other: string) => (file: string) => file.replace(one, other)
const swap = (one: string, other: string) => (file: string) =>
  file.replace(one, '\0').replace(other, one).replace('\0', other)
const both =
  (...edits: readonly Edit[]): Edit =>
  (file) =>
    edits.reduce((changed, edit) => edit(changed), file)

const moved = both(put('[x]', '[ ]'), put('[ ] It is planned', '[x] It is planned'))
const cells = [{ row: 'user', pays: true }]
const bothRows = [
  { row: 'user', pays: true },
  { row: 'tax', pays: true }
]
const HEAD = '| Who | Pays | Why | How you know |\n| --- | --- | --- | --- |\n'

/** Edits of an answer in the file, and the answers that they mean. */
export type Meant = readonly [what: string, prompt: Prompt, answer: Answer, edit: Edit, meant: Answer]

export const meantEdits: readonly Meant[] = [
  ['a text goes on', text, 'a', put('\na\n', '\na\n\n- b\n  c\n'), 'a\n\n- b\n  c'],
  ['a text with blanks around it', text, 'a', put('\na\n', '\n  a \t\n'), '  a \t'],
  ['several lines where one was asked for', { ...text, lines: 1 }, 'a', put('\na\n', '\na\nb\n'), 'a\nb'],
  ['a heading of one’s own in a text', text, 'a', put('\na\n', '\na\n\n## Mine\n\nb\n'), 'a\n\n## Mine\n\nb'],
  [
    'a rule like the ends of front matter in a text',
    text,
    'a',
    put('\na\n', '\na\n\n---\nb: c\n---\n'),
    'a\n\n---\nb: c\n---'
  ],
  ['an answer without emphasis', text, 'a', put('\na\n', '\n*Skipped.* Not at all.\n'), '*Skipped.* Not at all.'],

  ['the tick moved', choice, 'led', moved, 'planned'],
  ['the tick moved, in a capital', choice, 'led', both(moved, put('[x]', '[X]')), 'planned'],
  ['a box with blanks around the tick', choice, 'led', put('[x]', '[ x ]'), 'led'],
  ['a real tick', choice, 'led', put('[x]', '[✓]'), 'led'],
  ['empty boxes without a blank', choice, 'led', put(/\[ \]/g, '[]'), 'led'],
  ['stars for bullets', choice, 'led', put(/^- \[/gm, '* ['), 'led'],
  ['plus signs for bullets', choice, 'led', put(/^- \[/gm, '+ ['), 'led'],
  ['numbers for bullets', choice, 'led', put(/^- \[/gm, '1. ['), 'led'],
  ['bullets indented', choice, 'led', put(/^- \[/gm, '  - ['), 'led'],
  ['tabs after bullets', choice, 'led', put(/^- \[/gm, '-\t['), 'led'],
  ['blank lines between boxes', choice, 'led', put(/\n- \[/g, '\n\n- ['), 'led'],
  ['blanks after every line', choice, 'led', put(/^(- .*)$/gm, '$1   '), 'led'],
  ['what was ticked in bold', choice, 'led', put('I led it\n', '**I led it**\n'), 'led'],
  ['the other options taken out', choice, 'led', put(/^- \[ \].*\n/gm, ''), 'led'],
  ['the options in another order', choice, 'led', swap('- [x] I led it', '- [ ] It is planned'), 'led'],
  [
    'words of one’s own ticked',
    choice,
    'led',
    both(put('[x]', '[ ]'), put('- [ ] *Other:*', '- [x] *Other:* from afar')),
    { other: 'from afar' }
  ],
  [
    'words of one’s own, with underscores',
    choice,
    'led',
    both(put('[x]', '[ ]'), put('- [ ] *Other:*', '- [x] _Other:_ from afar')),
    { other: 'from afar' }
  ],
  [
    'an option that was not there',
    choice,
    'led',
    both(put('[x]', '[ ]'), put('- [ ] *Other:*', '- [x] I watched')),
    { other: 'I watched' }
  ],

  ['one more box ticked', choices, ['led', 'lived'], put('[ ] It is', '[x] It is'), ['led', 'lived', 'planned']],
  ['a box unticked', choices, ['led', 'lived'], put('[x] I led', '[ ] I led'), ['lived']],
  [
    'boxes in another order',
    choices,
    ['led', 'lived'],
    swap('- [x] I led it', '- [ ] It is planned'),
    ['led', 'lived']
  ],

  ['items moved', list, ['one', 'two'], swap('- one', '- two'), ['two', 'one']],
  ['an item added with another bullet', list, ['one', 'two'], put('- two', '- two\n* three'), ['one', 'two', 'three']],
  ['an item taken away', list, ['one', 'two'], put('- one\n', ''), ['two']],
  ['an item reworded', list, ['one', 'two'], put('- one', '- the *first*'), ['the *first*', 'two']],
  ['an item that goes on below', list, ['one', 'two'], put('- one', '- one\n  and more'), ['one and more', 'two']],
  ['an item below an item', list, ['one', 'two'], put('- two', '  - two'), ['one', 'two']],
  ['a list with numbers', list, ['one', 'two'], both(put('- one', '1. one'), put('- two', '2. two')), ['one', 'two']],
  [
    'a list with brackets after its numbers',
    list,
    ['one', 'two'],
    both(put('- one', '1) one'), put('- two', '1) two')),
    ['one', 'two']
  ],
  ['an empty bullet left', list, ['one', 'two'], put('- two', '- two\n-'), ['one', 'two']],

  [
    'an order changed without the numbers',
    ranking,
    ['planned', 'led', 'lived'],
    swap('It is planned', 'I led it'),
    ['led', 'planned', 'lived']
  ],
  [
    'a line moved, number and all',
    ranking,
    ['planned', 'led', 'lived'],
    swap('1. It is planned', '2. I led it'),
    ['led', 'planned', 'lived']
  ],
  [
    'an order numbered anew, all with one',
    ranking,
    ['planned', 'led', 'lived'],
    put(/^\d\./gm, '1.'),
    ['planned', 'led', 'lived']
  ],
  ['an order with bullets', ranking, ['planned', 'led', 'lived'], put(/^\d\./gm, '-'), ['planned', 'led', 'lived']],
  [
    'an order with brackets',
    ranking,
    ['planned', 'led', 'lived'],
    put(/^(\d)\./gm, '$1)'),
    ['planned', 'led', 'lived']
  ],
  [
    'the first in bold',
    ranking,
    ['planned', 'led', 'lived'],
    put('It is planned\n', '__It is planned__\n'),
    ['planned', 'led', 'lived']
  ],
  [
    'one left out of an order',
    ranking,
    ['planned', 'led', 'lived'],
    put('3. I lived through it\n', ''),
    ['planned', 'led']
  ],

  ['another number', scale, 4, put('**4**', '**2**'), 2],
  ['a number without stars', scale, 4, put('**4** of 5 — Fairly sure', '3 of 5'), 3],
  ['nothing but a number', scale, 4, put('**4** of 5 — Fairly sure', '5'), 5],
  ['a number with a stroke', scale, 4, put('**4** of 5 — Fairly sure', '2/5'), 2],
  ['a number with underscores', scale, 4, put('**4**', '__2__'), 2],
  ['a number and other words', scale, 4, put('**4** of 5 — Fairly sure', '**2** of 5 - less and less'), 2],
  ['no longer sure', scale, 4, put('**4** of 5 — Fairly sure', '*Not sure.*'), null],
  ['no longer sure, typed plainly', scale, 4, put('**4** of 5 — Fairly sure', 'not sure'), null],
  [
    'one rating of several',
    ratings,
    { staff: 1, all: null },
    put('**1** of 5 — Hardly', '**4** of 5'),
    { staff: 4, all: null }
  ],
  [
    'a rating of several as a mere number',
    ratings,
    { staff: 1, all: null },
    put('**1** of 5 — Hardly', '4'),
    { staff: 4, all: null }
  ],
  [
    'ratings in another order',
    ratings,
    { staff: 1, all: 2 },
    swap('- The staff: **1** of 5 — Hardly', '- The staff: all of them: **2** of 5'),
    { staff: 1, all: 2 }
  ],
  ['a rating taken away', ratings, { staff: 1, all: 2 }, put('- The staff: **1** of 5 — Hardly\n', ''), { all: 2 }],
  ['ratings without bullets', ratings, { staff: 1, all: 2 }, put(/^- The/gm, 'The'), { staff: 1, all: 2 }],

  ['a cell changed', table, cells, put('| A user | yes |', '| A user | no |'), [{ row: 'user', pays: false }]],
  ['a cell with a capital', table, cells, put('| A user | yes |', '| A user | Yes |'), cells],
  ['a cell in bold', table, cells, put('| A user | yes |', '| **A user** | **no** |'), [{ row: 'user', pays: false }]],
  ['a cell emptied', table, bothRows, put('| A user | yes |', '| A user |  |'), [{ row: 'tax', pays: true }]],
  [
    'a row filled',
    table,
    cells,
    put('| A taxpayer |  |', '| A taxpayer | no |'),
    [...cells, { row: 'tax', pays: false }]
  ],
  ['a row taken away', table, bothRows, put('| A user | yes |  |  |\n', ''), [{ row: 'tax', pays: true }]],
  [
    'a row added',
    table,
    cells,
    put('| A taxpayer |', '| A neighbour | no | noise | I asked |\n| A taxpayer |'),
    [...cells, { row: 'A neighbour', pays: false, why: 'noise', known: 'asked' }]
  ],
  ['rows in another order', table, bothRows, swap('| A user |', '| A taxpayer |'), bothRows],
  [
    'a column taken out',
    table,
    cells,
    (file) => file.replaceAll(/^(\|[^|\n]*\|[^|\n]*\|)[^|\n]*\|([^|\n]*\|)$/gm, '$1$2'),
    cells
  ],
  [
    'columns changed about',
    table,
    cells,
    both(put('| Pays | Why |', '| Why | Pays |'), put('| yes |  |', '| so it is | yes |')),
    [{ row: 'user', pays: true, why: 'so it is' }]
  ],
  ['a column’s heading reworded', table, cells, put('| Pays |', '| Who pays? |'), cells],
  [
    'columns made to line up',
    table,
    cells,
    both(put('| --- |', '|:-------|'), put('| A user | yes |', '| A user     |  yes   |')),
    cells
  ],
  ['a table without bars at its ends', table, cells, put(/^\| (.*) \|$/gm, '$1'), cells],
  [
    'a bar in a cell',
    table,
    cells,
    put('| yes |  |', '| yes | a \\| b |'),
    [{ row: 'user', pays: true, why: 'a | b' }]
  ],
  ['a blank line in a table', table, bothRows, put('\n| A taxpayer', '\n\n| A taxpayer'), bothRows],
  ['a table without the lines that were not filled', table, cells, put('| A taxpayer |  |  |  |\n', ''), cells],
  ['blanks after a table’s lines', table, cells, put(HEAD, HEAD.replaceAll('|\n', '| \t\n')), cells],

  [
    'a gap filled otherwise',
    sentence,
    { who: 'people', what: 'book' },
    put('people can', 'all can'),
    { who: 'all', what: 'book' }
  ],
  [
    'a sentence over several lines',
    sentence,
    { who: 'people', what: 'book' },
    put('because people can', 'because\npeople\n  can'),
    { who: 'people', what: 'book' }
  ],
  [
    'a sentence without its full stop',
    sentence,
    { who: 'people', what: 'book' },
    put('can book.', 'can book'),
    { who: 'people', what: 'book' }
  ],
  ['half a plan rewritten', plan, { if: 'a', then: 'b' }, put('I will b', 'I will c'), { if: 'a', then: 'c' }],
  [
    'a plan over two lines',
    plan,
    { if: 'a', then: 'b' },
    put('When a, I will', 'When a,\nI will'),
    { if: 'a', then: 'b' }
  ],
  ['a number', number, 5, put('\n5 km', '\n7.5 km'), 7.5],
  ['a number with a decimal comma', number, 5, put('\n5 km', '\n7,5 km'), 7.5],
  ['a number with its unit in front', number, 5, put('\n5 km', '\nkm 7'), 7],
  ['a day in words', date, '2026-02-03', put('\n2026-02-03', '\n3 March 2026'), '2026-03-03'],
  ['a number without its unit', number, 5, put('\n5 km', '\n7'), 7],
  ['a number close to its unit, in bold', number, 5, put('\n5 km', '\n**7km**.'), 7],
  ['a day', date, '2026-02-03', put('\n2026-02-03', '\n2026-03-04'), '2026-03-04'],
  ['a day in a list, in bold', date, '2026-02-03', put('\n2026-02-03', '\n- **2026-03-04**'), '2026-03-04'],
  ['another word for yes', yesNo, true, put('\nyes\n', '\nNo.\n'), false],
  ['JSON', sentence, { who: 'who can can', what: 'a' }, put('"a"', '"b"'), { who: 'who can can', what: 'b' }],
  [
    'JSON on one line',
    sentence,
    { who: 'who can can', what: 'a' },
    (file) => file.replace(/\{\n {2}"who[^}]*\}/, '{"who":"who can can","what":"c"}'),
    { who: 'who can can', what: 'c' }
  ],
  ['a rewording changed', recall, 'a', put('\na\n', '\nb\n'), 'b'],

  ['the question taken away', text, 'a', put('> Tell one occasion.\n\n', ''), 'a'],
  ['heading and question taken away', text, 'a', put('## *Question*\n\n> Tell one occasion.\n\n', ''), 'a'],
  ['the heading taken away', choice, 'led', put('## *Question*\n\n', ''), 'led'],
  ['blank lines before the question', text, 'a', put('\n\n> Tell', '\n\n\n\n> Tell'), 'a'],
  ['no blank line before the question', text, 'a', put('\n\n> Tell', '\n> Tell'), 'a'],
  ['no blank line after the question', text, 'a', put('occasion.\n\na', 'occasion.\na'), 'a'],
  ['the question reworded', choice, 'led', put('> Your part?', '> And your own part?'), 'led'],
  ['the question over several lines', text, 'a', put('> Tell one occasion.', '>Tell one\n>\n>  occasion.'), 'a'],
  ['a blank line after the marker', text, 'a', put('text -->\n', 'text -->\n\n'), 'a'],
  ['blanks after the marker', text, 'a', put('text -->', 'text -->  \t'), 'a'],
  ['no blank before the marker’s end', text, 'a', put('text -->', 'text-->'), 'a'],
  ['"skipped" written into the marker of an answer', text, 'a', put('collision text', 'collision text skipped'), 'a'],
  ['Windows’ line endings', text, 'a\n\nb', put(/\n/g, '\r\n'), 'a\n\nb'],
  ['line endings of both kinds', table, cells, put(/\n\|/g, '\r\n|'), cells],
  ['a byte order mark', text, 'a', (file) => `\uFEFF${file}`, 'a'],
  [
    'a byte order mark and Windows’ line endings',
    choice,
    'led',
    (file) => `\uFEFF${file.replaceAll('\n', '\r\n')}`,
    'led'
  ],
  ['no newline at the end', text, 'a', (file) => file.trimEnd(), 'a'],
  ['many newlines at the end', text, 'a', (file) => `${file}\n\n\n`, 'a']
]

/** Edits after which the answer cannot be read, and the text that is kept. */
export type Kept = readonly [what: string, prompt: Prompt, answer: Answer, edit: Edit, words: string]

export const keptEdits: readonly Kept[] = [
  [
    'two boxes ticked for one choice',
    choice,
    'led',
    put('[ ] It is', '[x] It is'),
    '- [x] I led it\n- [ ] I lived through it\n- [x] It is planned\n- [ ] *Other:*'
  ],
  [
    'no box ticked',
    choice,
    'led',
    put('[x]', '[ ]'),
    '- [ ] I led it\n- [ ] I lived through it\n- [ ] It is planned\n- [ ] *Other:*'
  ],
  ['a choice told in words', choice, 'led', put(/^- \[[^]*?\n\n/m, 'I led most of it.\n\n'), 'I led most of it.'],
  [
    'an option nobody offered',
    { ...choice, other: false },
    'led',
    put('I led it\n', 'I led nearly all of it\n'),
    '- [x] I led nearly all of it\n- [ ] I lived through it\n- [ ] It is planned'
  ],
  [
    'an order with something new',
    ranking,
    ['planned', 'led', 'lived'],
    put('1. It is planned', '1. It was planned'),
    '1. It was planned\n2. I led it\n3. I lived through it'
  ],
  [
    'an order with something twice',
    ranking,
    ['planned', 'led', 'lived'],
    put('2. I led it', '2. It is planned'),
    '1. It is planned\n2. It is planned\n3. I lived through it'
  ],
  ['a list told in words', list, ['one', 'two'], put('- one\n- two', 'one, and then two'), 'one, and then two'],
  ['a rating off the scale', scale, 4, put('**4**', '**9**'), '**9** of 5 — Fairly sure'],
  ['a rating told in words', scale, 4, put('**4** of 5 — Fairly sure', 'about four, I think'), 'about four, I think'],
  [
    'one thing rated twice',
    ratings,
    { staff: 1, all: 2 },
    put('- The staff: all of them', '- The staff'),
    '- The staff: **1** of 5 — Hardly\n- The staff: **2** of 5'
  ],
  [
    'a cell that says something else',
    table,
    cells,
    put('| yes |', '| mostly |'),
    `${HEAD}| A user | mostly |  |  |\n| A taxpayer |  |  |  |`
  ],
  [
    'a column too many',
    table,
    cells,
    put(/^(\| [^-].*)$/gm, '$1 more |'),
    `| Who | Pays | Why | How you know | more |\n| --- | --- | --- | --- |\n| A user | yes |  |  | more |\n| A taxpayer |  |  |  | more |`
  ],
  ['a table told in words', table, cells, put(/^\| [^]*?\n\n/m, 'The user pays.\n\n'), 'The user pays.'],
  [
    'a sentence rewritten',
    sentence,
    { who: 'a', what: 'b' },
    put('\nWorth it because', '\nNot worth it though'),
    'Not worth it though a can b.'
  ],
  ['a plan rewritten', plan, { if: 'a', then: 'b' }, put('When a, I will b', 'Some day.'), 'Some day.'],
  ['a number in words', number, 5, put('\n5 km', '\nfive'), 'five'],
  ['a number with two meanings', number, 5, put('\n5 km', '\n7.500 km'), '7.500 km'],
  ['a day that there is not', date, '2026-02-03', put('\n2026-02-03', '\n2026-02-30'), '2026-02-30'],
  ['a day without a year', date, '2026-02-03', put('\n2026-02-03', '\n3 February'), '3 February'],
  ['neither yes nor no', yesNo, true, put('\nyes\n', '\nin part\n'), 'in part'],
  [
    'JSON spoilt',
    sentence,
    { who: 'who can can', what: 'a' },
    put('"a"', '"a'),
    '```json\n{\n  "who": "who can can",\n  "what": "a\n}\n```'
  ],
  ['a marker’s JSON spoilt', number, 5, put('"unit"', 'unit'), '5 km'],
  ['a marker’s JSON of another kind', scale, 4, put('"from":1', '"from":"1"'), '**4** of 5 — Fairly sure'],
  ['a type of the future', number, 5, put('distance number', 'distance duration'), '5 km']
]
