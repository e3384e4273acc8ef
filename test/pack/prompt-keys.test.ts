import { describe, expect, it } from 'vitest'
import { packPage } from '../../src/export/html/pack.ts'
import { begin } from '../../src/interview/walk.ts'
import { view } from '../../src/interview/view.ts'
import { english } from '../../src/words/index.ts'
import { check } from '../../src/questions/index.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { codesOf, file } from '../kit/packs.ts'

/** A pack with these prompts in one exercise. */
function read(prompts: string, { format = 2, cy = '', manifest = '' } = {}) {
  const head = `format: ${format}\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en-GB\nexercises: [one.yaml]\n${manifest}`
  const exercise = `id: one\ntitle: One\nminutes: 5\nprompts:\n${prompts}`
  const translation =
    cy === '' ? [] : [file('translations/cy.yaml', `title: Fy\nexercises: { one: { title: Un, prompts: ${cy} } }\n`)]
  return parsePack([file('pack.yaml', head), file('one.yaml', exercise), ...translation], 'pack.yaml')
}

describe('the words that an answer begins with', () => {
  const ONE = '  - { id: a, ask: What?, start_with: When I walked in … }\n'

  it('are in the prompt, in each language', () => {
    const { pack, diagnostics } = read(ONE, { cy: '{ a: { ask: Beth?, start_with: "Pan ddes i mewn …" } }' })
    expect(diagnostics).toEqual([])
    expect(pack?.exercises[0]?.prompts[0]).toMatchObject({ startWith: 'When I walked in …' })
    expect(pack && inLanguage(pack, 'cy').exercises[0]?.prompts[0]).toMatchObject({ startWith: 'Pan ddes i mewn …' })
    expect(read(ONE, { cy: '{ a: Beth? }' }).diagnostics).toMatchObject([
      { code: 'untranslated', message: expect.stringContaining('start_with') }
    ])
  })

  it('can have wordings', () => {
    const several = '[{ when: { times: 0 }, text: The first time }, { when: { a: { answered: true } }, text: Again }]'
    const { pack, diagnostics } = read(`  - { id: a, ask: What? }\n  - { id: b, ask: What?, start_with: ${several} }\n`)
    expect(diagnostics).toEqual([])
    expect(pack?.exercises[0]?.prompts[1]?.wordings?.startWith).toHaveLength(2)
    expect(codesOf(read(`  - { id: b, ask: What?, start_with: ${several} }\n`).diagnostics)).toEqual(['unknown-prompt'])
  })

  it('belong to a text, and need format 2', () => {
    expect(codesOf(read('  - { id: a, type: list, ask: What?, start_with: When }\n').diagnostics)).toEqual([
      'unknown-key'
    ])
    expect(codesOf(read(ONE, { format: 1 }).diagnostics)).toEqual(['needs-format'])
    expect(
      codesOf(read('  - { id: a, ask: W? }\n  - { id: b, ask: What?, start_with: "{{a}} is" }\n').diagnostics)
    ).toEqual(['quotation-not-here'])
  })

  it('are no answer by themselves', () => {
    const [prompt] = read(ONE).pack?.exercises[0]?.prompts ?? []
    if (prompt === undefined) throw new Error('no prompt')
    for (const left of ['When I walked in', 'When I walked in \n'])
      expect(check(prompt, left)).toEqual({ ok: false, faults: [{ code: 'empty' }] })
    expect(check(prompt, 'When I walked in, nobody.')).toMatchObject({ ok: true })
  })
})

describe('a choice of one of several prompts', () => {
  const ONE = `  - id: choose
    type: one-of
    core: true
    private: true
    ask: Choose one.
    prompts:
      - { id: door, title: The door, ask: What? }
      - { id: queue, title: The queue, type: list, ask: Who?, private: false, when: { first: { answered: true } } }
`
  const FIRST = '  - { id: first, ask: First?, core: true, private: false }\n'
  const WRITTEN = `  - { id: choose, type: choice, core: true, private: true, ask: Choose one., options: { door: The door, queue: The queue } }
  - { id: door, title: The door, ask: What?, private: true, core: true, when: { choose: door } }
  - { id: queue, title: The queue, type: list, ask: Who?, private: false, core: true, when: { all: [{ choose: queue }, { first: { answered: true } }] } }
`

  it('is read as a choice and prompts with conditions', () => {
    const { pack, diagnostics } = read(FIRST + ONE)
    expect(diagnostics).toEqual([])
    expect(pack?.exercises).toEqual(read(FIRST + WRITTEN).pack?.exercises)
  })

  it('takes the labels of a translation from the titles of the prompts', () => {
    const cy = '{ first: Un?, choose: Dewiswch., door: { title: Drws, ask: Beth? }, queue: { title: Ciw, ask: Pwy? } }'
    const { pack, diagnostics } = read(FIRST + ONE, { cy })
    expect(diagnostics).toEqual([])
    const [, choose] = (pack && inLanguage(pack, 'cy'))?.exercises[0]?.prompts ?? []
    expect(choose).toMatchObject({ ask: 'Dewiswch.', options: [{ label: 'Drws' }, { label: 'Ciw' }] })
    expect(codesOf(read(FIRST + ONE, { cy: cy.replace('title: Ciw, ', '') }).diagnostics)).toEqual(['untranslated'])
  })

  it('can be in another one', () => {
    const inner =
      '{ id: b, title: B, type: one-of, ask: Which?, prompts: [{ id: c, title: C, ask: W? }, { id: d, title: D, ask: X? }] }'
    const { pack, diagnostics } = read(
      `  - { id: a, type: one-of, ask: Which?, prompts: [{ id: x, title: X, ask: V? }, ${inner}] }\n`
    )
    expect(diagnostics).toEqual([])
    expect(pack?.exercises[0]?.prompts.map(({ id }) => id)).toEqual(['a', 'x', 'b', 'c', 'd'])
  })

  it.each([
    ['a prompt without a title', 'title: The door, ', '', ['missing-key 12']],
    ['a key that it does not have', 'ask: Choose one.', 'ask: Choose one.\n    other: true', ['unknown-key 11']],
    ['an unknown key in one of its prompts', 'ask: What?', 'ask: What?, hlep: Me', ['unknown-key 12']],
    ['an id twice', 'id: queue', 'id: door', ['one-option 11', 'duplicate-id 13']],
    ['two equal titles', 'The queue', 'The door', ['repeated-option 13']],
    ['a title that says nothing', 'title: The door', 'title: " "', ['says-nothing 12']],
    ['a reference to a later prompt', 'first: { answered', 'last: { answered', ['later-prompt 13']]
  ])('reports %s where it is written', (_, from, to, expected) => {
    const { diagnostics } = read(
      `${FIRST}${ONE.replace(from, to)}  - { id: last, ask: W?, core: true, private: false }\n`
    )
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(expected)
  })

  it('needs format 2', () => {
    const one =
      '  - { id: a, type: one-of, ask: W?, prompts: [{ id: b, title: B, ask: X? }, { id: c, title: C, ask: Y? }] }\n'
    expect(read(one, { format: 1 }).diagnostics).toMatchObject([{ code: 'needs-format', line: 5 }])
  })
})

describe('notes for tutors', () => {
  const NOTES = '  - { id: a, ask: What?, tutor_notes: Of the *prompt*. }\n'

  it('are on the page of the pack, and need no translation', () => {
    const { pack, diagnostics } = read(NOTES, { manifest: 'tutor_notes: Of the pack.\n', cy: '{ a: Beth? }' })
    expect(diagnostics).toEqual([])
    if (pack === undefined) throw new Error('no pack')
    const page = packPage(pack, pack.exercises, english)
    expect(page).toContain('Of the pack.')
    expect(page).toContain('Of the <em>prompt</em>.')
  })

  it('need format 2, and quote nothing', () => {
    expect(codesOf(read(NOTES, { format: 1 }).diagnostics)).toEqual(['needs-format'])
    const quoting = `${NOTES}  - { id: b, ask: Who?, tutor_notes: "Of {{a}}." }\n`
    expect(codesOf(read(quoting).diagnostics)).toEqual(['quotation-not-here'])
  })
})

describe('random wordings', () => {
  const random = (last: string) => `  - id: a
    title: A
    ask:
      - { random: true, text: One? }
      - { random: true, text: Two? }
      - ${last}
`
  const shownFor = (seed: string) => {
    const { pack } = read(random('{ random: true, text: "Three?" }'))
    const [exercise] = pack?.exercises ?? []
    if (exercise === undefined) throw new Error('no exercise')
    const [first] = view({ exercise, earlier: new Map(), words: english.entry, seed }, begin())
    return first?.prompt.ask
  }

  it('are drawn for each entry, and stay as they are in it', () => {
    const seeds = Array.from({ length: 60 }, (_, index) => `2027-01-11T09:${String(index).padStart(2, '0')}:00Z`)
    expect(new Set(seeds.map(shownFor)).size).toBe(3)
    expect(seeds.map(shownFor)).toEqual(seeds.map(shownFor))
  })

  it('hide wordings that can never be shown', () => {
    expect(codesOf(read(random('{ random: true, text: "Three?" }')).diagnostics)).toEqual([])
    expect(codesOf(read(random('{ text: "Three?" }')).diagnostics)).toEqual(['wording-hidden'])
    expect(codesOf(read(random('{ rotate: true, text: "Three?" }')).diagnostics)).toEqual(['wording-hidden'])
  })
})
