import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translatedPrompt } from '../../src/questions/index.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { MANIFEST, codesOf, file, packAround, read } from '../kit/packs.ts'

/** A pack with every kind of text. */
const EVERYTHING = `id: one
title: One
purpose: Look.
minutes: 5
reading: |
  Read *this*.
prompts:
  - id: what
    title: What
    ask: What happened?
    help: Look.
    example: A bell rang.
  - id: role
    type: choice
    ask: Who were you?
    options:
      - { id: led, label: I led, note: From the front. }
      - I watched, mostly / a bit
    follow_up: Why?
  - id: sure
    type: scale
    ask: How sure?
    from: 1
    to: 3
    labels: { 1: Not at all, 3: Quite }
    statements: [{ id: fair, text: It was fair }]
  - id: people
    type: table
    ask: Who was there?
    row_title: Who
    columns:
      - { id: say, title: What they said }
      - { id: part, title: Their part, type: choice, options: [for, against] }
    rows: { boss: My boss }
  - id: complete
    type: sentence
    ask: Complete it.
    template: "{who} can {do} after {{what}}."
    gaps: { who: { ask: Who?, example: Ann }, do: { ask: What? } }
  - id: plan
    type: plan
    ask: Plan.
    if_label: If
    then_label: then I…
  - id: hours
    type: number
    ask: How long?
    unit: hours
discussion: |
  Well, {{what|whatever it was}}.
`

const WELSH = `title: Fy mhecyn
exercises:
  other: { title: Arall, prompts: { what: Beth ddigwyddodd? } }
  one:
    title: Un
    purpose: Edrych.
    reading: |
      Darllenwch *hwn*.
    discussion: Wel, {{what|beth bynnag oedd}}.
    prompts:
      what: { title: Beth, ask: Beth ddigwyddodd?, help: Edrychwch., example: Canodd cloch. }
      role:
        ask: Pwy oeddech chi?
        options:
          led: { label: Fi oedd yn arwain, note: O'r blaen. }
          I watched, mostly / a bit: Gwylio wnes i
        follow_up: Pam?
      sure:
        ask: Pa mor siŵr?
        labels: { 1: Ddim o gwbl, 3: Eithaf }
        statements: { fair: Roedd yn deg }
      people:
        ask: Pwy oedd yno?
        row_title: Pwy
        columns:
          say: Beth ddywedon nhw
          part: { title: Eu rhan, options: { for: o blaid, against: yn erbyn } }
        rows: { boss: Fy mhennaeth }
      complete:
        ask: Cwblhewch ef.
        template: "Ar ôl {{what}}, {do} y gall {who}."
        gaps: { who: { ask: Pwy?, example: Ann }, do: Beth? }
      plan: { ask: Cynlluniwch., if_label: Os, then_label: yna byddaf yn… }
      hours: { ask: Pa mor hir?, unit: awr }
`

const packWith = (translation: string, name = 'cy.yaml') => [
  ...packAround(EVERYTHING),
  file(`translations/${name}`, translation)
]
const english = async () => read(packAround(EVERYTHING)).pack
const translated = async (translation = WELSH, language = 'cy') => {
  const { pack, diagnostics } = read(packWith(translation))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return pack && inLanguage(pack, language)
}

/** Every text that can be translated, by its path. */
function textsOf(pack: NonNullable<Awaited<ReturnType<typeof translated>>>): string[] {
  return pack.exercises.flatMap(({ title, purpose = '', reading = '', discussion = '', prompts }) => {
    const passages = [reading, discussion].flatMap((passage) =>
      typeof passage === 'string' ? passage : passage.map(({ text }) => text)
    )
    const texts = [title, purpose, ...passages]
    for (const prompt of prompts) {
      translatedPrompt(prompt, (_, text) => {
        texts.push(text)
        return text
      })
    }
    return texts
  })
}

describe('a translation', () => {
  it('has no errors if it is complete', async () => {
    const { pack, diagnostics, listed } = read(packWith(WELSH))
    expect(diagnostics).toEqual([])
    expect(pack?.languages).toEqual(['en-GB', 'cy'])
    expect(listed).toEqual(['one.yaml', 'other.yaml', 'translations/cy.yaml'])
  })

  it('replaces every text and nothing else', async () => {
    const [before, after] = [await english(), await translated()]
    expect(before && textsOf(before)).toHaveLength((after && textsOf(after).length) ?? 0)
    const kept = new Set(before && textsOf(before).filter((text) => text !== '' && text !== 'Ann'))
    expect(after && textsOf(after).filter((text) => kept.has(text))).toEqual([])
    expect(after).toMatchObject({ id: 'my-pack', version: '1.0.0', language: 'cy', title: 'Fy mhecyn' })
    const ids = (pack: typeof before) => pack?.exercises.map(({ id, prompts }) => [id, prompts.map((each) => each.id)])
    expect(ids(after)).toEqual(ids(before))
  })

  it('keeps the ids of options, columns, rows and gaps', async () => {
    const prompts = (await translated())?.exercises[0]?.prompts
    expect(prompts?.[1]).toMatchObject({
      options: [
        { id: 'led', label: 'Fi oedd yn arwain', note: "O'r blaen." },
        { id: 'I watched, mostly / a bit', label: 'Gwylio wnes i' }
      ]
    })
    expect(prompts?.[2]).toMatchObject({ id: 'role.follow_up', ask: 'Pam?' })
    expect(prompts?.[4]).toMatchObject({
      rows: [{ id: 'boss', label: 'Fy mhennaeth' }],
      columns: [{ id: 'say' }, { id: 'part', options: [{ id: 'for', label: 'o blaid' }, { id: 'against' }] }]
    })
    const sentence = prompts?.[5]
    expect(sentence?.type === 'sentence' && Object.keys(sentence.gaps)).toEqual(['do', 'who'])
    expect(prompts?.[6]).toMatchObject({ ifLabel: 'Os', thenLabel: 'yna byddaf yn' })
  })

  it.each([
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['CY', 'cy'],
    ['en', 'en-GB'],
    ['en-US', 'en-GB'],
    ['fr', 'en-GB']
  ])('for somebody who reads %s, the pack is in %s', async (wanted, language) => {
    expect((await translated(WELSH, wanted))?.language).toBe(language)
  })

  it('leaves missing texts in the pack’s own language, with a warning for each', async () => {
    const without = WELSH.replace('      role:\n        ask: Pwy oeddech chi?\n', '      role:\n')
      .replace("          led: { label: Fi oedd yn arwain, note: O'r blaen. }", '          led: Fi oedd yn arwain')
      .replace('      hours: { ask: Pa mor hir?, unit: awr }\n', '')
    const { diagnostics } = read(packWith(without))
    expect(diagnostics.map(({ code, severity, line, source }) => [code, severity, line, source.trim()])).toEqual([
      ['untranslated', 'warning', 10, 'prompts:'],
      ['untranslated', 'warning', 12, 'role:'],
      ['untranslated', 'warning', 14, 'led: Fi oedd yn arwain']
    ])
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('exercises/one/prompts/hours'),
      expect.stringContaining('exercises/one/prompts/role/ask'),
      expect.stringContaining('options/led/note')
    ])
    expect((await translated(without))?.exercises[0]?.prompts[1]).toMatchObject({
      ask: 'Who were you?',
      options: [{ label: 'Fi oedd yn arwain', note: 'From the front.' }, { label: 'Gwylio wnes i' }]
    })
  })

  it.each([
    ['an exercise', 'exercises:\n  one:', 'exercises:\n  oen:', 'nothing-to-translate', 'oen', 'one'],
    ['a prompt', '      sure:', '      suer:', 'nothing-to-translate', 'suer', 'sure'],
    ['an option', 'led: {', 'lde: {', 'nothing-to-translate', 'lde', 'led'],
    ['a column', '          say:', '          sya:', 'nothing-to-translate', 'sya', 'say'],
    [
      'a text that is not there',
      '        statements:',
      '        template: "{a}"\n        statements:',
      'nothing-to-translate',
      'template',
      ''
    ],
    ['a key', '    purpose:', '    purpsoe:', 'unknown-key', 'purpsoe', 'purpose'],
    ['a quotation', '{{what|beth', '{{beth|beth', 'quotations-differ', '{{beth}}', ''],
    ['a gap', '{do} y gall', 'y gall', 'gaps-differ', '{do}', '']
  ])('is refused for %s that the pack does not have', async (_, before, after, code, name, near) => {
    const sound = WELSH.replace(/ {2}other: .*\n/, '').replace(
      'exercises:\n',
      'exercises:\n  other: { title: Arall, prompts: { what: Beth? } }\n'
    )
    const faulty = before.startsWith('exercises')
      ? WELSH.replace(/\n {2}one:/, '\n  oen:')
      : sound.replace(before, after)
    const errors = read(packWith(faulty)).diagnostics.filter(({ severity }) => severity === 'error')
    expect(codesOf(errors)).toEqual([code])
    expect(errors[0]?.file).toBe('translations/cy.yaml')
    expect(`${errors[0]?.message} ${errors[0]?.hint}`).toContain(name)
    expect(errors[0]?.hint).toContain(near)
  })

  it.each([
    ['a name that is no language', 'welsh.yaml', WELSH, ['bad-language']],
    ['the pack’s own language', 'en-GB.yaml', WELSH, ['own-language']],
    ['bytes that are not UTF-8', 'cy.yaml', Buffer.from('title: \xff\n', 'latin1'), ['not-utf8']],
    ['nothing in it', 'cy.yaml', '# eto\n', ['file-empty']],
    ['a list', 'cy.yaml', '- title: Un\n', ['wrong-kind']],
    ['a control character', 'cy.yaml', `title: "a \\x1b[2J"\n`, ['control-character']],
    ['a tag', 'cy.yaml', `title: !Un deux\n`, ['tag']],
    ['too much in it', 'cy.yaml', `title: ${'x'.repeat(300_000)}\n`, ['file-too-large']]
  ])('is refused for %s', async (_, name, text, codes) => {
    const files = [...packAround(EVERYTHING), file(`translations/${name}`, text)]
    const errors = read(files).diagnostics.filter(({ severity }) => severity === 'error')
    expect(codesOf(errors)).toEqual(codes)
  })

  it('of a single-file pack is in the manifest', async () => {
    const one = EVERYTHING.replaceAll(/^(?=.)/gm, '    ').replace('    id: one', '  - id: one')
    const welsh = WELSH.replace(/ {2}other: .*\n/, '').replaceAll(/^(?=.)/gm, '    ')
    const text = `${MANIFEST.replace('exercises: [one.yaml, other.yaml]\n', '')}exercises:\n${one}translations:\n  cy:\n${welsh}`
    const { pack, diagnostics } = read(packAround(text))
    expect(diagnostics).toEqual([])
    expect(pack && inLanguage(pack, 'cy').exercises[0]?.title).toBe('Un')
  })

  it('accepts any texts', async () => {
    const word = fc.stringMatching(/^[A-Za-zâêîôûŵŷ ,.'-]{0,20}[a-z]$/).filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(word, word, async (title, ask) => {
        const text = JSON.stringify({
          title,
          exercises: { one: { prompts: { what: ask, role: { options: { led: title } } } } }
        })
        const pack = await translated(text)
        expect(pack?.title).toBe(title.replaceAll(/\s+/g, ' ').trim())
        expect(pack?.exercises[0]?.prompts[0]?.ask).toBe(ask.trim())
        expect(pack?.exercises[0]?.prompts[1]).toMatchObject({ options: [{ id: 'led' }, {}] })
      }),
      { numRuns: 30 }
    )
  })

  it('accepts the example in the guide', async () => {
    const guide = fs.readFileSync(path.join(import.meta.dirname, '../../docs/pack-format.md'), 'utf8')
    const [, example = ''] = /^( {4}title: Fy mhecyn\n(?: {4}.*\n)+)/m.exec(guide) ?? []
    const pack = `format: 2
id: my-pack
version: 1.0.0
title: My pack
summary: One or two sentences.
language: en-GB
exercises: [one.yaml]
routes: { short: { title: Half an hour, exercises: [first-week] } }
sections: { week-1: { title: "Week 1: Arriving", exercises: [first-week] } }
outcomes: { notice: Describe a situation closely before judging it }
glossary: { public value: What a service gives everybody. }
`
    const exercise = `id: first-week
title: A first look
purpose: Look closely at one moment.
minutes: 12
reading: Markdown, as in the pack.
prompts:
  - { id: moment, ask: Tell one moment of this week. }
  - id: part
    type: choice
    ask: What was your part in it?
    help: One word is enough.
    options: [{ id: led, label: I led it }, { id: joined, label: I took part, note: With others. }]
    follow_up: Why?
`
    const files = [file('pack.yaml', pack), file('one.yaml', exercise)]
    const { diagnostics } = read([...files, file('translations/cy.yaml', example.replaceAll(/^ {4}/gm, ''))])
    expect(diagnostics).toEqual([])
  })
})
