import { describe, expect, it } from 'vitest'
import { parsePack } from '../../src/pack/source/parse.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { codesOf, file } from '../kit/packs.ts'

const HEAD = 'id: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en-GB\n'
const DEFINED = `option_lists:
  known: { asked: I asked, told: I was told }
  people: [Ann, { id: bob, label: Bob, note: from the depot }]
scales:
  sure: { from: 1, to: 5, labels: { 1: Not sure, 5: Quite sure } }
`

/** A pack of two files: a manifest with definitions, and prompts. */
function packOf(prompts: string, { defined = DEFINED, format = 2, cy = '', version = '1.0.0' } = {}) {
  const manifest = `format: ${format}\n${HEAD.replace('1.0.0', version)}exercises: [one.yaml]\n${defined}`
  const exercise = `id: one\ntitle: One\nminutes: 5\nprompts:\n${prompts}`
  const translation = cy === '' ? [] : [file('translations/cy.yaml', cy)]
  return [file('pack.yaml', manifest), file('one.yaml', exercise), ...translation]
}

const read = (...args: Parameters<typeof packOf>) => parsePack(packOf(...args), 'pack.yaml')

const USED = `  - { id: a, type: choice, ask: How do you know?, options: known, follow_up: { ask: By whom?, when: [told] } }
  - { id: b, type: table, ask: Who?, columns: [{ id: how, title: How, type: choice, options: known }], rows: people }
  - { id: c, type: scale, ask: How sure?, scale: sure, statements: [{ id: s, text: It helped }] }
  - { id: d, type: ranking, ask: In which order?, options: people }
  - { id: e, type: choices, ask: Which?, options: known, other: true }
`

const WRITTEN = `  - { id: a, type: choice, ask: How do you know?, options: { asked: I asked, told: I was told }, follow_up: { ask: By whom?, when: [told] } }
  - { id: b, type: table, ask: Who?, columns: [{ id: how, title: How, type: choice, options: { asked: I asked, told: I was told } }], rows: [Ann, { id: bob, label: Bob, note: from the depot }] }
  - { id: c, type: scale, ask: How sure?, from: 1, to: 5, labels: { 1: Not sure, 5: Quite sure }, statements: [{ id: s, text: It helped }] }
  - { id: d, type: ranking, ask: In which order?, options: [Ann, { id: bob, label: Bob, note: from the depot }] }
  - { id: e, type: choices, ask: Which?, options: { asked: I asked, told: I was told }, other: true }
`

describe('what a manifest defines once', () => {
  it('is read as if each prompt had it written out', () => {
    const { pack, diagnostics } = read(USED)
    expect(diagnostics).toEqual([])
    expect(pack?.exercises).toEqual(read(WRITTEN).pack?.exercises)
  })

  it('is translated once, for every prompt that uses it', () => {
    const texts = `title: Fy
exercises: { one: { title: Un, prompts: { a: { ask: Sut?, follow_up: Pwy? }, b: { ask: Pwy?, columns: { how: Sut } }, c: { ask: "Pa mor?", statements: { s: Do } }, d: Trefn?, e: Pa? } } }
option_lists: { known: { asked: Holais, told: Clywais }, people: { Ann: Anna, bob: { label: Bobi, note: o'r depo } } }
scales: { sure: { labels: { 1: Na, 5: Iawn } } }
`
    const { pack, diagnostics } = read(USED, { cy: texts })
    expect(diagnostics).toEqual([])
    const translated = JSON.stringify(pack && inLanguage(pack, 'cy').exercises)
    expect(translated).not.toMatch(/I asked|I was told|depot|Not sure|Quite/)
    expect(translated.match(/Clywais/g)).toHaveLength(3)
    expect(translated.match(/o'r depo/g)).toHaveLength(2)
    const missing = read(USED, { cy: texts.replace('told: Clywais', '').replace('1: Na, ', '') }).diagnostics
    expect(missing.map(({ code, message }) => [code, message])).toEqual([
      ['untranslated', expect.stringContaining('option_lists/known/told')],
      ['untranslated', expect.stringContaining('scales/sure/labels/1')]
    ])
    expect(
      codesOf(read(USED, { cy: texts.replace('scales: {', 'scales: { gone: { labels: { 1: Na } },') }).diagnostics)
    ).toEqual(['nothing-to-translate'])
  })

  it.each([
    ['an unknown list', '  - { id: a, type: choice, ask: How?, options: knwon }', 'not-defined one.yaml:5:48'],
    [
      'an unknown list of rows',
      '  - { id: a, type: table, ask: How?, rows: knwon, columns: [{ id: b, title: B }] }',
      'not-defined'
    ],
    ['an unknown scale', '  - { id: a, type: scale, ask: How?, scale: suer }', 'not-defined one.yaml:5:45'],
    [
      'a scale and its own numbers',
      '  - { id: a, type: scale, ask: How?, scale: sure, to: 4 }',
      'either-or one.yaml:5:38'
    ],
    ['a scale of a text', '  - { id: a, ask: How?, scale: sure }', 'unknown-key'],
    ['a list in place of a scale', '  - { id: a, type: scale, ask: How?, scale: known }', 'not-defined'],
    ['a scale in braces', '  - { id: a, type: scale, ask: How?, scale: { from: 1, to: 2 } }', 'wrong-kind'],
    ['options on one line', '  - { id: a, type: choice, ask: How?, options: "Yes, no" }', 'wrong-kind'],
    [
      'a condition on an option that is not in the list',
      '  - { id: a, type: choice, ask: How?, options: known }\n  - { id: b, ask: Who?, when: { a: bob } }',
      'unknown-option'
    ]
  ])('reports %s, once and where it is written', (_, prompts, expected) => {
    const found = read(prompts).diagnostics.map(
      ({ code, file: name, line, column }) => `${code} ${name}:${line}:${column}`
    )
    expect(found).toEqual([expect.stringContaining(expected)])
  })

  it.each([
    ['an option twice', 'option_lists: { known: [a, a] }', 'repeated-option'],
    ['no options', 'option_lists: { known: [] }', 'no-options'],
    [
      'a scale that runs backwards',
      'option_lists: { known: [a, b] }\nscales: { sure: { from: 5, to: 1 } }',
      'empty-range'
    ],
    [
      'a label off the scale',
      'option_lists: { known: [a, b] }\nscales: { sure: { from: 1, to: 3, labels: { 9: No } } }',
      'label-off-scale'
    ],
    ['a scale without an end', 'option_lists: { known: [a, b] }\nscales: { sure: { from: 1 } }', 'missing-key']
  ])('reports %s in the manifest, and not in each prompt', (_, defined, code) => {
    const scale = defined.includes('scales') ? '  - { id: b, type: scale, ask: How sure?, scale: sure }\n' : ''
    const { diagnostics } = read(`  - { id: a, type: choice, ask: How?, options: known }\n${scale}`, { defined })
    expect(diagnostics.map((each) => `${each.code} ${each.file}`)).toEqual([`${code} pack.yaml`])
  })

  it('needs format 2', () => {
    expect(codesOf(read('  - { id: a, ask: How? }', { format: 1 }).diagnostics)).toEqual(['needs-format'])
  })

  it('loses answers like options in a prompt', () => {
    const since = read(USED).pack
    if (since === undefined) throw new Error('no pack')
    const losses = (defined: string) =>
      parsePack(packOf(USED, { defined, version: '1.1.0' }), 'pack.yaml', { since }).diagnostics.map(
        ({ code, file: name }) => `${code} ${name}`
      )
    expect(losses(DEFINED)).toEqual([])
    expect(losses(DEFINED.replace('to: 5', 'to: 6'))).toEqual(['range-changed one.yaml'])
    const without = DEFINED.replace('bob', 'robert')
    expect(losses(without)).toEqual(['part-went-away one.yaml', 'part-went-away one.yaml'])
  })
})
