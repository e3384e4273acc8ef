import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { packPage } from '../../src/export/html/pack.ts'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import type { Pack } from '../../src/pack/model.ts'
import { english } from '../../src/words/index.ts'
import { axeViolations } from '../kit/browser.ts'
import { hostileTexts } from '../kit/hostile-texts.ts'
import { attribute, dangersIn, elementsIn, hostileMarkup, textOf } from '../kit/html.ts'
import { newHome } from '../kit/program.ts'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { file, HEAD, MANIFEST, read } from '../kit/packs.ts'

const bundled = bundledPacks(inject('installDir'))

/** The page of a pack of one exercise with these prompts. */
async function pageOf(prompts: string): Promise<string> {
  const { pack, diagnostics } = read([
    file('pack.yaml', MANIFEST),
    file('one.yaml', HEAD + prompts),
    file('other.yaml', 'id: other\ntitle: Other\nminutes: 5\nprompts:\n  - { id: name, ask: What is it called? }\n')
  ])
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return packPage(pack!, [pack!.exercises[0]!], english)
}

/** What a page says from an element on, on one line. */
function saidIn(html: string): string {
  return elementsIn(html)
    .filter(({ tagName }) => tagName === 'main')
    .map(textOf)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

/** A pack in which a text stands wherever an author may write one. */
function packWith(text: string): Pack {
  const option = { id: 'a', label: text, note: text }
  const common = { ask: text, title: text, help: text, example: text }
  return {
    format: 1,
    id: 'my-pack',
    version: '1.0.0',
    title: text,
    summary: text,
    language: text,
    authors: [text],
    license: text,
    routes: { short: { title: text, exercises: ['one'] } },
    renamed: {},
    retired: [],
    exercises: ['one', 'two'].map((id) => ({
      id,
      title: text,
      purpose: text,
      reading: `${text}\n\n{{choice|${text}}}`,
      discussion: text,
      revisit: { exercise: 'one', after: { count: 7, unit: 'day' } },
      prompts: [
        { ...common, type: 'choice', id: 'choice', options: [option], other: true },
        {
          ...common,
          type: 'scale',
          id: 'scale',
          from: 1,
          to: 2,
          labels: { 1: text },
          statements: [{ id: 'a', text }],
          unsure: true
        },
        {
          ...common,
          type: 'table',
          id: 'table',
          columns: [{ id: 'c', title: text, type: 'choice', options: [option] }],
          rowTitle: text,
          rows: [option],
          addRows: {}
        },
        {
          ...common,
          type: 'sentence',
          id: 'sentence',
          template: `${text} {gap}`,
          gaps: { gap: { ask: text, example: text } }
        },
        { ...common, type: 'plan', id: 'plan', ifLabel: text, thenLabel: text },
        { ...common, type: 'number', id: 'number', unit: text, integer: true },
        { ...common, type: 'recall', id: 'recall', of: [{ prompt: 'choice' }], reword: true },
        { ...common, type: 'text', id: 'text', when: { of: { prompt: 'choice' }, test: { is: text } } }
      ]
    }))
  }
}

describe('the page of a pack', () => {
  it('holds nothing that runs, loads or leads anywhere by itself, whatever its author wrote', async () => {
    const style = textOf(elementsIn(packPage(bundled[0]!, [], english)).find(({ tagName }) => tagName === 'style')!)
    const wrong: string[] = []
    for (const text of [...hostileMarkup, ...hostileTexts.filter((each) => each.length < 2000)]) {
      const pack = packWith(text)
      const html = packPage(pack, pack.exercises, english)
      if (dangersIn(html, style).length > 0) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it.each(bundled.map((pack) => [pack.id, pack] as const))('says all that %s says', async (_, pack) => {
    const html = packPage(pack, pack.exercises, english)
    const said = saidIn(html)
    for (const { title, purpose = '', prompts } of pack.exercises) {
      expect(said).toContain(title)
      expect(said).toContain(purpose)
      for (const prompt of prompts) {
        expect(said).toContain(`${prompt.id} · `)
        for (const option of 'options' in prompt ? prompt.options : []) expect(said).toContain(option.label)
      }
    }
    const ids = elementsIn(html).flatMap((one) => attribute(one, 'id') ?? [])
    const links = elementsIn(html).flatMap((one) => attribute(one, 'href') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([])
  })

  it.each([
    ['{ role: led }', 'Asked only if the answer to “Your part?” is “I led it”.'],
    [
      '{ role: [led, other] }',
      'Asked only if the answer to “Your part?” is “I led it” or “something else, in words of their own”.'
    ],
    ['{ not: { role: led } }', 'Asked unless the answer to “Your part?” is “I led it”.'],
    ['{ rated.fair: { lt: 3 } }', 'Asked only if the answer to “It was fair” in “Rate it.” is below 3.'],
    ['{ items: { count: { gte: 2 } } }', 'Asked only if the answer to “Name some.” has 2 or more items.'],
    ['{ sure: yes }', 'Asked only if the answer to “Sure?” is “yes”.'],
    ['{ other/name: { answered: false } }', 'Asked only if “What is it called?” in “Other” is not answered.'],
    [
      '{ any: [ { role: led }, { all: [ { sure: { answered: true } }, { not: { role.follow_up: { answered: true } } } ] } ] }',
      'Asked only if the answer to “Your part?” is “I led it”, or (“Sure?” is answered, and this is not true: “How so?” is answered).'
    ]
  ])('says when %s', async (when, sentence) => {
    const html = await pageOf(`  - id: role
    type: choice
    ask: Your part?
    options: { led: I led it, saw: I looked on }
    other: true
    follow_up: How so?
  - { id: rated, type: scale, ask: Rate it., from: 1, to: 5, statements: [{ id: fair, text: It was fair }] }
  - { id: items, type: list, ask: Name some. }
  - { id: sure, type: yes-no, ask: "Sure?" }
  - id: last
    ask: What is left?
    when: ${when.replace('yes', 'true')}
`)
    expect(saidIn(html)).toContain(sentence)
  })

  it('shows quotations as they read without an answer, and says what is filled in', async () => {
    const html = await pageOf('  - id: a\n    ask: "How is {{other/name|your *change*}} now? And {{other/name}}?"\n')
    const said = saidIn(html)
    expect(said).toContain('How is ‹your change› now? And ‹What is it called?›?')
    expect(said).toContain('The answer to “What is it called?” in “Other”, or just these words if there is none.')
  })

  it('marks what is asked of somebody with little time, and shows what a route ends with', () => {
    const { pack } = read([
      file(
        'pack.yaml',
        MANIFEST.replace('format: 1', 'format: 2') +
          'routes: { short: { title: Half an hour, self_check: true, exercises: [one] } }\n'
      ),
      file(
        'one.yaml',
        `${HEAD.replace(/minutes: \d+/, 'minutes: 20')}  - id: a
    ask: What happened?
    core: true
    more: { under: 15 words, ask: What was said? }
  - { id: b, ask: Who was not there? }
  - { id: c, ask: How was it? }
  - { id: d, ask: What next? }
`
      ),
      file('other.yaml', 'id: other\ntitle: Other\nminutes: 5\nprompts:\n  - { id: name, ask: What is it called? }\n')
    ])
    const said = saidIn(packPage(pack!, pack!.exercises, english))
    expect(said).toContain('about 20 minutes · the short way about 8 minutes')
    expect(said).toContain('a · writing of any length · asked also when time is short')
    expect(said).toContain('a.more · writing of any length · asked also when time is short')
    expect(said).toContain('Asked only if the answer to “What happened?” has fewer than 15 words.')
    expect(said).not.toContain('b · writing of any length · asked also')
    expect(said).toContain('Offered once at the end of “Half an hour”.')
    expect(said).toContain('Did something change that I took for granted?')
    expect(saidIn(packPage(pack!, [pack!.exercises[1]!], english))).not.toContain('Offered once')
  })

  it('is written to one file, never over another unasked, and nowhere else', async () => {
    const home = newHome()
    writeFiles(path.join(home.dir, 'pack'), myPack)
    expect(await home.run(['pack', 'preview', 'pack', '--html', 'page.html'])).toEqual({
      code: 0,
      stdout: '',
      stderr: ''
    })
    expect(fs.readdirSync(home.dir).toSorted()).toEqual(['pack', 'page.html'])
    fs.writeFileSync(path.join(home.dir, 'page.html'), 'mine')
    const again = await home.run(['pack', 'preview', 'pack', '--html', 'page.html'])
    expect(again.code).toBe(2)
    expect(again.stderr).toMatch(/page\.html already exists and was not changed/)
    expect(fs.readFileSync(path.join(home.dir, 'page.html'), 'utf8')).toBe('mine')
    expect((await home.run(['pack', 'preview', 'pack', '--html', 'page.html', '--force', '--from', 'on'])).code).toBe(0)
    expect(fs.readFileSync(path.join(home.dir, 'page.html'), 'utf8')).toContain('<h2 id="exercise-one">One</h2>')
  })

  it('has nothing for axe to find fault with', async () => {
    const html = packPage(bundled[0]!, bundled[0]!.exercises, english)
    expect(await axeViolations(html)).toEqual([])
  })
})
