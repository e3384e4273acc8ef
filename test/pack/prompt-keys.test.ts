import { describe, expect, it } from 'vitest'
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
