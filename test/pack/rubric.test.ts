import fs from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packPage } from '../../src/export/html/pack.ts'
import { correctedFiles } from '../../src/pack/source/corrections.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { english } from '../../src/words/index.ts'
import { elementsIn, textOf } from '../kit/html.ts'
import { writeFiles } from '../kit/pack-folders.ts'
import { codesOf, file } from '../kit/packs.ts'
import { newHome } from '../kit/program.ts'

const RUBRIC = `  - id: page
    type: scale
    ask: Where is your page?
    from: 1
    to: 3
    labels: { 1: Beginning, 3: There }
    statements:
      - { id: others, text: Other people, labels: { 1: They are missing., 2: I name them., 3: I ask how it was. } }
      - { id: own, text: My own part, labels: { 1: It happened., 2: I did it., 3: I could have done it otherwise. } }
`

/** A pack with a rubric, after some changes of its text. */
function packOf(changes: readonly (readonly [from: string, to: string])[] = [], { format = 2, cy = '' } = {}) {
  const prompts = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replaceAll(from, to)
  }, RUBRIC)
  const version = changes.length === 0 ? '1.0.0' : '1.1.0'
  const head = `format: ${format}\nid: mine\nversion: ${version}\ntitle: Mine\nlanguage: en-GB\n`
  return [
    file('pack.yaml', `${head}exercises: [one.yaml]\n`),
    file('one.yaml', `id: one\ntitle: One\nminutes: 5\nprompts:\n${prompts}`),
    ...(cy === '' ? [] : [file('translations/cy.yaml', cy)])
  ]
}

const read = (...args: Parameters<typeof packOf>) => parsePack(packOf(...args), 'pack.yaml')

describe('a rubric', () => {
  it('is a scale whose statements have labels of their own, in format 2', () => {
    const { pack, diagnostics } = read()
    expect(diagnostics).toEqual([])
    expect(pack?.exercises[0]?.prompts[0]).toMatchObject({
      statements: [{ labels: { 1: 'They are missing.', 2: 'I name them.' } }, { labels: { 2: 'I did it.' } }]
    })
    const found = read([], { format: 1 }).diagnostics
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['needs-format', expect.stringContaining('"labels"')]
    ])
  })

  it.each<[string, string, string, string[]]>([
    ['a level that a neighbour has', '2: I did it., ', '', ['missing-level 13:39 "2"']],
    [
      'both ends',
      '{ 1: It happened., 2: I did it., 3: I could have done it otherwise. }',
      '{ 2: I did it. }',
      ['missing-level 13:39 "1" and "3"']
    ],
    [
      'a row without descriptions',
      ', labels: { 1: It happened., 2: I did it., 3: I could have done it otherwise. }',
      '',
      ['missing-level 13:11 "1", "2" and "3"']
    ],
    ['a level off the scale', '3: I ask', '4: I ask', ['label-off-scale 12:92 "4"']],
    ['a level that is no number', '2: I did it.', 'two: I did it.', ['label-off-scale 13:66 "two"']],
    ['an empty level', '2: I did it.', '2: ""', ['says-nothing 13:69 ']],
    ['a level without a value', '2: I did it.', '2: ', ['nothing-there 13:66 ']]
  ])('reports %s, where it is', (_, from, to, expected) => {
    const found = read([[from, to]]).diagnostics
    const said = found.map(({ code, line, column, message }) => {
      const [names = ''] = /"[^]*"/.exec(code === 'label-off-scale' || code === 'missing-level' ? message : '') ?? []
      return `${code} ${line}:${column} ${names}`
    })
    expect(said).toEqual(expected)
  })

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'levels in a list',
      [
        [
          '{ 1: It happened., 2: I did it., 3: I could have done it otherwise. }',
          '[It happened., I did it., I could have done it otherwise.]'
        ]
      ]
    ],
    ['no ends', [['    from: 1\n    to: 3\n', '']]],
    ['no lower end', [['    from: 1\n', '']]],
    [
      'the words of other programs',
      [
        ['type: scale', 'type: rubric'],
        ['statements:', 'criteria:'],
        [' labels: { 1: T', ' levels: { 1: T']
      ]
    ],
    [
      'descriptors',
      [
        ['    labels: { 1: B', '    levels: { 1: B'],
        ['text: Other', 'criterion: Other']
      ]
    ]
  ])('is corrected where it has %s', (_, changes) => {
    let files = packOf(changes)
    for (let pass = 0; pass < 4; pass++) {
      const fixes = parsePack(files, 'pack.yaml').diagnostics.flatMap(({ fix = [] }) => fix)
      const made = correctedFiles(files, fixes)
      files = files.map((each) => ({
        ...each,
        bytes: made.find((one) => one.path === each.path)?.content ?? each.bytes
      }))
    }
    const { pack, diagnostics } = parsePack(files, 'pack.yaml')
    expect(diagnostics).toEqual([])
    expect(pack?.exercises).toEqual(read().pack?.exercises)
  })

  it('is translated by statement and number', () => {
    const cy = `title: Fy
exercises:
  one:
    title: Un
    prompts:
      page:
        ask: Ble mae eich tudalen?
        labels: { 1: Dechrau, 3: Yno }
        statements:
          others: { text: Pobl eraill, labels: { 1: Ar goll., 2: Wedi'u henwi., 3: Wedi'u holi. } }
          own: { text: Fy rhan i, labels: { 1: Digwyddodd., 2: Gwnes i., 3: Gallwn fod wedi gwneud. } }
`
    const { pack, diagnostics } = read([], { cy })
    expect(diagnostics).toEqual([])
    const welsh = JSON.stringify(pack && inLanguage(pack, 'cy').exercises)
    expect(welsh).toContain("Wedi'u holi.")
    expect(welsh).not.toMatch(/missing|happened|Beginning|part/)
    const partial = read([], {
      cy: cy.replace(", 2: Wedi'u henwi.", '').replace(/own: .*/, 'own: Fy rhan i')
    }).diagnostics
    expect(partial.map(({ code, message }) => [code, /one\/\S+(?=\. )/.exec(message)?.[0]])).toEqual([
      ['untranslated', 'one/prompts/page/statements/others/labels/2'],
      ['untranslated', 'one/prompts/page/statements/own/labels']
    ])
    expect(codesOf(read([], { cy: cy.replace('2: Gwnes', '7: Gwnes') }).diagnostics)).toEqual(
      expect.arrayContaining(['nothing-to-translate'])
    )
  })

  it.each<[string, string, string, string[]]>([
    ['another description', 'I did it.', 'I took part.', ['label-changed one/page.own.labels.2']],
    [
      'two descriptions in each other’s place',
      '1: It happened., 2: I did it.',
      '1: I did it., 2: It happened.',
      ['labels-swapped one/page.own.labels.1']
    ],
    ['the description of a neighbour', 'I did it.', 'I name them.', ['label-changed one/page.own.labels.2']],
    ['another id', 'id: own', 'id: mine', ['part-went-away one/page.own']]
  ])('loses earlier answers by %s', (_, from, to, expected) => {
    const since = read().pack
    const { diagnostics } = parsePack(packOf([[from, to]]), 'pack.yaml', since && { since })
    expect(diagnostics.map(({ code, message }) => `${code} ${/one\/page[\w.]+\w/.exec(message)?.[0]}`)).toEqual(
      expected
    )
  })

  it('is a table on the page of the pack', () => {
    const { pack } = read()
    const html = pack ? packPage(pack, pack.exercises, english) : ''
    const rows = elementsIn(html)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => textOf(row).replaceAll(/\s+/g, ' '))
    expect(rows[0]).toMatch(/1: Beginning.*2.*3: There/)
    expect(rows[2]).toMatch(/My own part.*It happened\..*I did it\..*otherwise\./)
  })
})

describe('an entry with a rubric', () => {
  const answers = JSON.stringify({ page: { others: 2, own: 3 } })

  it.each(['md', 'html', 'docx', 'txt', 'json'])('says what was chosen, also as %s', async (ending) => {
    const home = newHome()
    const folder = path.join(home.dir, 'mine')
    for (const { path: name, bytes } of packOf()) writeFiles(folder, { [name]: bytes })
    const { code } = await home.run(['start', 'one', '--pack', folder, '--answers', '-'], { input: answers })
    expect(code).toBe(0)
    const copy = path.join(home.dir, `copy.${ending}`)
    expect((await home.run(['export', '--output', copy])).code).toBe(0)
    const said =
      ending === 'docx'
        ? Object.values(unzipSync(fs.readFileSync(copy)))
            .map((member) => strFromU8(member))
            .join('')
        : fs.readFileSync(copy, 'utf8')
    expect(said.replaceAll(/<[^>]*>|\*/g, '')).toMatch(/Other people: 2 of 3[^A-Za-z]+I name them\./)
    expect(said.replaceAll(/<[^>]*>|\*/g, '')).toMatch(
      /My own part: 3 of 3[^A-Za-z]+There: I could have done it otherwise\./
    )
  })

  it('is read back without the pack, with what its numbers mean', async () => {
    const home = newHome()
    const folder = path.join(home.dir, 'mine')
    for (const { path: name, bytes } of packOf()) writeFiles(folder, { [name]: bytes })
    await home.run(['start', 'one', '--pack', folder, '--answers', '-'], { input: answers })
    fs.rmSync(folder, { recursive: true })
    const shown = JSON.parse((await home.run(['show', 'last', '--json'])).stdout) as { answers: object }
    expect(shown.answers).toEqual(JSON.parse(answers))
    expect((await home.run(['show', 'last'])).stdout).toMatch(/Other people: 2 of 3, I name them\./)
  })
})
