import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic, Pack } from '../../src/pack/model.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { identities } from '../../src/questions/index.ts'
import { file } from '../kit/packs.ts'
import { runs } from '../kit/long.ts'

/** All types and kinds of parts. Each id is a word that stands for nothing else, so replacing it renames it everywhere. */
const ALL = {
  'one.yaml': `id: xone
title: One
minutes: 5
reading: |
  Read {{xtwo/ptwo-back|nothing}}.
prompts:
  - { id: pwriting, ask: What happened? }
  - { id: plist, type: list, ask: What helped? }
  - { id: pchoice, type: choice, ask: Your part?, options: { oled: I led, ohelped: I helped }, follow_up: { ask: Why?, when: [oled] } }
  - { id: pchoices, type: choices, ask: Which?, options: [{ id: otea, label: Tea }, { id: ocoffee, label: Coffee }], other: true }
  - { id: prating, type: scale, ask: How sure?, from: 1, to: 5, labels: { 1: Not, 5: Very } }
  - { id: pratings, type: scale, ask: How sure?, from: 1, to: 5, statements: [{ id: sthis, text: This }, { id: sthat, text: That }] }
  - { id: pranking, type: ranking, ask: Which first?, options: { ofirst: First, osecond: Second } }
  - id: ptable
    type: table
    ask: Who?
    columns:
      - { id: cwho, title: Who, type: choice, options: { vyes: Yes, vno: No } }
      - { id: chow, title: How }
      - { id: cever, title: Ever, type: yes-no }
    rows: { rdesk: The desk, rhall: The hall }
    add_rows: {}
  - { id: psentence, type: sentence, ask: Say it., template: '{gwho} did {gwhat} for {{pwriting}}', gaps: { gwho: { ask: Who? }, gwhat: { ask: What? } } }
  - { id: pplan, type: plan, ask: What if? }
  - { id: pnumber, type: number, ask: How many?, max: 9, unit: hours }
  - { id: pdate, type: date, ask: When? }
  - { id: psure, type: yes-no, ask: Sure? }
  - { id: pnote, type: note, ask: A note. }
  - { id: pbest, type: choice, ask: Best?, options_from: pchoices }
  - { id: pmarks, type: table, ask: Marks?, rows_from: pranking, columns: [{ id: cmark, title: Mark }] }
  - id: pagain
    ask: |
      Again {{pchoice}} {{psentence.gwhat}} {{pplan.if}} {{pratings.sthis}}?
    when: { any: [{ pchoice: [oled, ohelped] }, { pchoices: { has: otea } }, { not: { pratings.sthis: { lt: 3 } } }, { ptable: { has: rdesk } }] }
`,
  'two.yaml': `id: xtwo
title: Two
minutes: 5
prompts:
  - id: ptwo-back
    ask: |
      And after {{xone/psentence.gwho|that}}?
    when: { xone/pchoice: { is: oled } }
  - { id: pshown, type: recall, ask: Again., of: [xone/pplan.then, xone/pchoice.follow_up, xone/pratings.sthat] }
`
}

const HEAD = 'format: 1\nid: my-pack\ntitle: My pack\nlanguage: en\nexercises: [one.yaml, two.yaml]\n'

type Change = (text: string) => string

/** A version of the pack: its texts changed, with lines added to the manifest. */
function versionOf(change: Change, lines = '', since?: Pack) {
  const files = Object.entries(ALL).map(([name, text]) => file(name, change(text)))
  const version = since === undefined ? '1.0.0' : '1.1.0'
  return parsePack(
    [file('pack.yaml', `${HEAD}version: ${version}\n${lines}`), ...files],
    'pack.yaml',
    since && { since }
  )
}

const { pack: before, diagnostics: faults } = versionOf((text) => text)
if (before === undefined) throw new Error(JSON.stringify(faults))
const first: Pack = before

/** What a change loses: code and message. */
function lossesOf(change: Change, lines = ''): readonly Diagnostic[] {
  return versionOf(change, lines, first).diagnostics
}

function codesOf(change: Change, lines = ''): string[] {
  return lossesOf(change, lines).map(({ code }) => code)
}

const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to)

interface Renamed {
  /** The word in the texts. */
  readonly id: string
  /** Its name in a manifest, with `*` before each id. */
  readonly name: string
}

/** Everything that has an id. */
const names: readonly Renamed[] = first.exercises.flatMap((exercise) => [
  { id: exercise.id, name: `*${exercise.id}` },
  ...exercise.prompts
    .filter(({ id }) => !id.endsWith('.follow_up'))
    .flatMap((prompt) => [
      { id: prompt.id, name: `*${exercise.id}/*${prompt.id}` },
      ...identities(prompt).map(({ path }) => {
        const [list = '', ...ids] = path.split('.')
        return {
          id: ids.at(-1) ?? '',
          name: `*${exercise.id}/*${prompt.id}.${[list, ...ids.map((id) => `*${id}`)].join('.')}`
        }
      })
    ])
])

const plain = (name: string) => name.replaceAll('*', '')
/** The texts with new ids. */
const renaming =
  (ids: readonly string[]): Change =>
  (text) =>
    ids.reduce((all, id) => all.replaceAll(new RegExp(`\\b${id}\\b(?!-)`, 'g'), `new-${id}`), text)
const newName = (name: string, ids: readonly string[]) =>
  name.replaceAll(/\*([\w-]+)/g, (_, id: string) => (ids.includes(id) ? `new-${id}` : id))
/** A line for each of these things. */
const linesFor = (renamed: readonly Renamed[]) => {
  const ids = renamed.map(({ id }) => id)
  return renamed.length === 0
    ? ''
    : `renamed:\n${renamed.map(({ name }) => `  ${plain(name)}: ${newName(name, ids)}\n`).join('')}`
}

describe('a new id', () => {
  it.each(names)('of $id loses nothing with its line', (renamed) => {
    expect(lossesOf(renaming([renamed.id]), linesFor([renamed]))).toEqual([])
  })

  it('loses nothing with others, whatever has one', () => {
    fc.assert(
      fc.property(fc.subarray([...names]), (renamed) => {
        expect(lossesOf(renaming(renamed.map(({ id }) => id)), linesFor(renamed))).toEqual([])
      }),
      { numRuns: runs(150) }
    )
  })

  it.each(names)('of $id is one loss without its line, and the line is suggested', (renamed) => {
    const change = renaming([renamed.id])
    const isPart = renamed.name.includes('.')
    const found = lossesOf(change)
    expect(found.map(({ code }) => code)).toEqual([isPart ? 'part-went-away' : 'went-away'])
    const [, line = ''] = /under "renamed": (\S+: \S+)/.exec(found[0]?.hint ?? '') ?? []
    expect(found[0]?.message).toContain(`"${line.split(':', 1)[0]}"`)
    expect(lossesOf(change, `renamed:\n  ${line}\n`)).toEqual([])
  })
})

describe('a change', () => {
  it.each<readonly [change: string, from: string | RegExp, to: string, codes: readonly string[]]>([
    ['of a question', 'What happened?', 'What went well?', []],
    ['of a reading', 'Read', 'Look at', []],
    ['of an option to one with another meaning', 'oled', 'obossed', ['part-went-away']],
    ['that adds an option', 'ohelped: I helped', 'ohelped: I helped, osaw: I saw it', []],
    ['that adds a column', '{ id: cmark', '{ id: cother, title: Other }, { id: cmark', []],
    [
      'that takes a statement away',
      /, \{ id: sthat, text: That \}|, xone\/pratings.sthat/g,
      '',
      ['part-went-away', 'source-changed']
    ],
    ['that takes a row away', ', rhall: The hall', '', ['part-went-away']],
    ['that takes a column away with its options', /.*id: cwho.*\n/, '', ['part-went-away']],
    ['that takes an option of a column away', ', vno: No', '', ['part-went-away']],
    ['of what a column holds', 'title: How', 'title: How, type: yes-no', ['type-changed']],
    ['of a column to another without options', ', type: choice, options: { vyes: Yes, vno: No }', '', ['type-changed']],
    ['of a type', 'type: yes-no, ask: Sure?', 'type: text, ask: Sure?', ['type-changed']],
    ['of a label', 'I helped', 'I was there', ['label-changed']],
    ['of the case in a label', 'I helped', 'i  Helped', []],
    [
      'of labels to those of others',
      'oled: I led, ohelped: I helped',
      'oled: I helped, ohelped: I led',
      ['labels-swapped']
    ],
    [
      'of a label to that of an option which is gone',
      'rdesk: The desk, rhall: The hall',
      'rdesk: The hall',
      ['labels-swapped', 'part-went-away']
    ],
    ['of the labels of a scale', '1: Not, 5: Very', '1: Very, 5: Not', ['labels-swapped']],
    ['of one label of a scale', '5: Very', '5: A lot', ['label-changed']],
    ['of a sentence around gaps', ' for {{', ' without {{', ['label-changed']],
    ['of the words of a plan', 'type: plan', 'type: plan, if_label: Once', ['label-changed']],
    ['to a longer scale', /from: 1, to: 5, labels/, 'from: 1, to: 7, labels', ['range-changed']],
    ['to a shorter scale', 'to: 5, statements', 'to: 3, statements', ['range-changed']],
    ['to a lower largest number', 'max: 9', 'max: 8', ['range-changed']],
    ['to a higher largest number', 'max: 9', 'max: 10', []],
    ['to a new smallest number', 'max: 9', 'min: 0, max: 9', ['range-changed']],
    ['to whole numbers', 'max: 9', 'max: 9, integer: true', ['range-changed']],
    ['of a unit', 'unit: hours', 'unit: days', ['range-changed']],
    ['to a day not before another', 'type: date', 'type: date, earliest: 2026-01-01', ['range-changed']],
    ['to fewer items', 'type: list', 'type: list, items: { max: 2 }', ['range-changed']],
    ['to fewer picks', ', other: true', ', other: true, pick: { max: 1 }', ['range-changed']],
    ['to no words of their own', ', other: true', '', ['range-changed']],
    ['to a single line', 'ask: What happened?', 'lines: 1, ask: What happened?', ['range-changed']],
    ['to no added rows', /\n *add_rows: \{\}/, '', ['range-changed']],
    ['of what options come from', 'options_from: pchoices', 'options_from: pranking', ['source-changed']],
    ['of what rows come from', 'rows_from: pranking', 'rows_from: plist', ['source-changed']],
    ['of what is recalled', 'xone/pplan.then', 'xone/pplan.if', ['source-changed']],
    ['of a condition', '{ lt: 3 }', '{ lt: 4 }', ['condition-changed']],
    ['that adds a condition', 'type: plan,', 'type: plan, when: { plist: { answered: true } },', ['condition-changed']],
    ['that takes a condition away', /\n *when: \{ any.*/, '', []],
    ['of when something is asked again', 'when: [oled]', 'when: [ohelped]', ['condition-changed']],
    [
      'that takes a follow-up away',
      /, follow_up: \{ ask: Why\?, when: \[oled\] \}|xone\/pchoice.follow_up, /g,
      '',
      ['source-changed', 'went-away']
    ],
    ['that takes a prompt away', /.*type: date.*\n/, '', ['went-away']],
    ['to more privacy', 'ask: Again.', 'private: true, ask: Again.', []]
  ])('%s', (_, from, to, codes) => {
    const found = codesOf(replace(from, to))
    expect(found.toSorted()).toEqual(codes.toSorted())
  })
})
