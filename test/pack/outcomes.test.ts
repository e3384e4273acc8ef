import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/pack/installed/changes.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { codesOf, file } from '../kit/packs.ts'

const HEAD = 'format: 2\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en-GB\nexercises: [one.yaml]\n'

/** A pack of one exercise. */
function read(prompts: string, { manifest = '', exercise = '', cy = '' } = {}) {
  const one = `id: one\ntitle: One\nminutes: 5\n${exercise}prompts:\n${prompts}`
  const translation = cy === '' ? [] : [file('translations/cy.yaml', cy)]
  return parsePack([file('pack.yaml', HEAD + manifest), file('one.yaml', one), ...translation], 'pack.yaml')
}

const OUTCOMES = 'outcomes: { notice: Notice what happens, weigh: "Weigh it *well*" }\n'

describe('the outcomes of a prompt', () => {
  const PROMPTS = `  - { id: a, ask: What?, more: { under: 5, ask: And? } }
  - { id: b, ask: Who?, outcomes: [weigh, notice, weigh] }
  - { id: c, ask: When?, outcomes: [] }
  - id: d
    type: one-of
    ask: Which?
    outcomes: [weigh]
    prompts: [{ id: e, title: E, ask: E? }, { id: f, title: F, ask: F?, outcomes: notice }]
`

  it.each([
    ['outcomes: [notice]\n', ['notice', 'notice', 'weigh+notice', '', 'weigh', 'weigh', 'notice']],
    ['', [undefined, undefined, 'weigh+notice', '', 'weigh', 'weigh', 'notice']]
  ])('are its own, or those of its exercise: %j', (exercise, expected) => {
    const { pack, diagnostics } = read(PROMPTS, { manifest: OUTCOMES, exercise })
    expect(codesOf(diagnostics)).toEqual([])
    expect(pack?.exercises[0]?.prompts.map(({ outcomes }) => outcomes?.join('+'))).toEqual(expected)
    expect(pack?.outcomes).toEqual([
      { id: 'notice', text: 'Notice what happens' },
      { id: 'weigh', text: 'Weigh it *well*' }
    ])
  })

  it('are corrected if only one can be meant', () => {
    const prompts = '  - { id: a, ask: What?, outcomes: [notise] }\n  - { id: b, ask: Who?, outcomes: other }\n'
    const { diagnostics } = read(prompts, { manifest: OUTCOMES })
    expect(diagnostics.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual([
      ['not-defined', 5, 37, expect.stringContaining('notice')],
      ['not-defined', 6, 35, 'Add "other" there.']
    ])
    expect(diagnostics[0]?.fix).toMatchObject([{ file: 'one.yaml', text: 'notice' }])
  })
})

it('outcomes can change with every version', () => {
  const prompts = '  - { id: a, ask: What?, outcomes: notice }\n'
  const before = read(prompts, { manifest: OUTCOMES }).pack
  const files = [
    file('pack.yaml', HEAD.replace('1.0.0', '1.1.0')),
    file('one.yaml', 'id: one\ntitle: One\nminutes: 5\nprompts: [{ id: a, ask: What?, tutor_notes: New. }]\n')
  ]
  const { pack, diagnostics } = parsePack(files, 'pack.yaml', { since: before as NonNullable<typeof before> })
  expect(diagnostics).toEqual([])
  expect(changesBetween(before as NonNullable<typeof before>, pack as NonNullable<typeof pack>)).toEqual([])
})

it('outcomes and terms have their words in each language', () => {
  const { pack, diagnostics } = read('  - { id: a, ask: What? }\n', {
    manifest: `${OUTCOMES}glossary: { public value: What it *gives*., 7: A number. }\n`,
    cy: `title: Fy
outcomes: { notice: Sylwi, weigh: Pwyso }
glossary: { public value: { term: gwerth cyhoeddus, meaning: Yr hyn y mae'n ei *roi*. }, 7: { term: "7", meaning: Rhif. } }
exercises: { one: { title: Un, prompts: { a: Beth? } } }
`
  })
  expect(diagnostics).toEqual([])
  expect(pack?.glossary?.map(({ term }) => term)).toEqual(['public value', '7'])
  const { outcomes, glossary } = inLanguage(pack as NonNullable<typeof pack>, 'cy')
  expect(outcomes?.map(({ text }) => text)).toEqual(['Sylwi', 'Pwyso'])
  expect(glossary?.[0]).toEqual({ term: 'gwerth cyhoeddus', meaning: "Yr hyn y mae'n ei *roi*." })
})

it('a translated meaning without its term is a warning', () => {
  const { pack, diagnostics } = read('  - { id: a, ask: What? }\n', {
    manifest: 'glossary: { ethos: What it stands for. }\n',
    cy: 'title: Fy\nglossary: { ethos: Yr hyn y mae yn ei gynrychioli. }\nexercises: { one: { title: Un, prompts: { a: Beth? } } }\n'
  })
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['untranslated', expect.stringContaining('glossary/ethos/term')]
  ])
  expect(pack).toBeDefined()
})
