import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { decodeEntry } from '../../src/entry/codec.ts'
import { filesBelow, newHome, type Home } from '../kit/program.ts'
import { runs } from '../kit/long.ts'

/** An entry that holds a name wherever one can stand. */
async function withNames(): Promise<Home> {
  const home = newHome()
  const pack = {
    format: 1,
    id: 'named',
    version: '1.0.0',
    title: 'Named',
    language: 'en-GB',
    exercises: [
      {
        id: 'one',
        title: 'One',
        minutes: 1,
        prompts: [
          { id: 'who', type: 'list', people: true, ask: 'Who was there?' },
          { id: 'main', type: 'choice', ask: 'Who matters most?', options_from: 'who' },
          { id: 'order', type: 'ranking', ask: 'In order.', options_from: 'who' },
          {
            id: 'said',
            type: 'table',
            ask: 'What did each say?',
            rows_from: 'who',
            columns: [{ id: 'said', title: 'Said' }]
          },
          {
            id: 'more',
            type: 'table',
            people: true,
            ask: 'Who else?',
            add_rows: { max: 2 },
            columns: [{ id: 'kind', title: 'Kind', type: 'choice', options: ['near', 'far'] }]
          },
          { id: 'story', ask: 'What about {{main}}?' },
          {
            id: 'wish',
            type: 'sentence',
            ask: 'Complete it.',
            template: 'It lets {who} {what}.',
            gaps: { who: { ask: 'Who?' }, what: { ask: 'What?' } }
          },
          { id: 'plan', type: 'plan', ask: 'Plan.' },
          { id: 'sure', type: 'scale', ask: 'Sure?', from: 1, to: 5, labels: { 5: 'Sure' } }
        ]
      }
    ]
  }
  fs.writeFileSync(path.join(home.dir, 'named.yaml'), JSON.stringify(pack))
  const answers = {
    who: ['Jo', 'the porter', 'Amir Khan'],
    main: 'Jo',
    order: ['Amir Khan', 'Jo', 'the porter'],
    said: [
      { row: 'Jo', said: 'Jo | said "no"' },
      { row: 'the porter', said: 'that Jo was late' }
    ],
    more: [{ row: "Jo's mother", kind: 'near' }],
    story:
      'I met Jo, Zoë and\nAmir\nKhan.\n\n<!-- reflect:plan plan -->\n[Jo](https://example.org/Jo)\n\n```json\n{"Jo": "Jo"}\n```',
    wish: { who: 'Jo', what: 'rest with Jo' },
    plan: { if: 'Jo rings', then: 'ring Jo back' },
    sure: 5
  }
  const { stdout, stderr } = await home.run(
    ['start', 'one', '--pack', 'named.yaml', '--answers', '-', '--tag', 'about Jo', '--json'],
    { input: JSON.stringify(answers) }
  )
  expect(stderr).toBe('')
  const { file } = JSON.parse(stdout) as { file: string }
  const text = fs
    .readFileSync(file, 'utf8')
    .replace('\n---\n', '\nmood: "tired of Jo: again"\n---\n')
    .replace('\n# One\n', '\n# One\n\nJo asked for this.\n')
  fs.writeFileSync(path.join(path.dirname(file), '2026-11-28-call-with-jo.md'), text)
  fs.rmSync(file)
  return home
}

const replace = [
  '--replace',
  'Jo=a colleague',
  '--replace',
  'the porter=a worker',
  '--replace',
  'Amir Khan=a "head" | <b>'
]

/** The texts of an export's files, with their names. */
function textsIn(folder: string): string {
  return filesBelow(folder)
    .flatMap((name) => {
      const bytes = fs.readFileSync(path.join(folder, name))
      return [
        name,
        name.endsWith('.docx')
          ? Object.values(unzipSync(bytes))
              .map((part) => Buffer.from(part).toString())
              .join('\n')
          : bytes.toString()
      ]
    })
    .join('\n')
}

describe('export --replace', () => {
  it.each(['md', 'html', 'docx', 'txt', 'json'])('leaves none of the names in .%s', async (format) => {
    const home = await withNames()
    const ran = await home.run(['export', '--format', format, '--output', 'out/', ...replace])
    expect(ran.code).toBe(0)
    const out = textsIn(path.join(home.dir, 'out'))
    expect(out).not.toMatch(/(?<![A-Za-z])(?:jo|porter|khan)(?![A-Za-z])/i)
    expect(out).toMatch(/a-colleague/)
    expect(out).toMatch(/a colleague/)
    expect(out).toContain('worker')
    expect(ran.stderr).toContain('Names were replaced in 1 entry of this copy.')
    expect(textsIn(home.journal)).toContain('Amir Khan')
  })

  it('leaves every answer readable, and the journal as it was', async () => {
    const home = await withNames()
    const before = textsIn(home.journal)
    const { stdout } = await home.run(['export', '--format', 'json', ...replace])
    const { entries } = JSON.parse(stdout)
    expect(entries[0]).toMatchObject({
      file: '2026/2026-11-28-call-with-a-colleague.md',
      partial: true,
      replaced: true,
      tags: ['reflection', 'named', 'about a colleague'],
      answers: {
        who: ['A colleague', 'a worker', 'A "head" | <b>'],
        main: 'A colleague',
        order: ['A "head" | <b>', 'A colleague', 'a worker'],
        more: [{ row: "A colleague's mother", kind: 'near' }],
        wish: { who: 'A colleague', what: 'rest with a colleague' },
        sure: 5
      }
    })
    const { head, sections } = decodeEntry(entries[0].source)
    expect(head).toMatchObject({ partial: true, replaced: true })
    expect(sections.map(({ id }) => id)).toEqual([
      'who',
      'main',
      'order',
      'said',
      'more',
      'story',
      'wish',
      'plan',
      'sure'
    ])
    expect(sections.filter(({ body }) => body.kind !== 'answered').map(({ id }) => id)).toEqual([])
    expect(textsIn(home.journal)).toBe(before)
    const validate = new Ajv({ allowUnionTypes: true, validateFormats: false }).compile(
      JSON.parse(fs.readFileSync('docs/export.schema.json', 'utf8'))
    )
    expect(validate(JSON.parse(stdout))).toBe(true)
  })

  it('makes a copy that an import never takes for the entry', async () => {
    const home = await withNames()
    const { stdout: copy } = await home.run(['export', '--format', 'json', ...replace])
    const { stdout: whole } = await home.run(['export', '--format', 'json'])
    const before = textsIn(home.journal)
    fs.writeFileSync(path.join(home.dir, 'copy.json'), copy)
    const again = await home.run(['import', 'copy.json'])
    expect(again.stderr).toContain('1 with names replaced')
    expect(again.code).toBe(0)
    expect(textsIn(home.journal)).toBe(before)
    const other = newHome()
    fs.writeFileSync(path.join(other.dir, 'copy.json'), copy)
    fs.writeFileSync(path.join(other.dir, 'whole.json'), whole)
    expect((await other.run(['import', 'copy.json'])).stderr).toContain('1 new')
    expect((await other.run(['import', 'copy.json'])).stderr).toContain('1 you already had')
    const fuller = await other.run(['import', 'whole.json'])
    expect(fuller.code).toBe(0)
    expect(textsIn(other.journal)).toContain('Amir Khan')
    expect(textsIn(other.journal)).toContain('colleague')
  })

  it('marks only what it changes, and refuses what is not a name and words', async () => {
    const home = await withNames()
    const { stdout } = await home.run(['export', '--format', 'json', '--replace', 'Nobody=x'])
    expect(stdout).toBe((await home.run(['export', '--format', 'json'])).stdout)
    const refused = await home.run(['export', '--replace', 'Jo'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('Type the name, "=" and the words')
  })

  it('breaks no entry, whatever is replaced by whatever', async () => {
    const home = await withNames()
    const word = fc.constantFrom(
      'Jo',
      'the porter',
      'reflect',
      'choice',
      'who',
      '1',
      'of',
      '—',
      '- [x]',
      '"',
      '{',
      '|',
      '*Skipped.*',
      'story',
      'near',
      '##',
      'private',
      '<!--',
      '```json',
      '---',
      'Z'
    )
    const by = fc.constantFrom(
      'x',
      '"',
      '\\',
      '|',
      '<!-- reflect:x text private -->',
      '```',
      '---',
      '$1',
      '# a',
      '- [ ] b',
      '日',
      '{who}'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, by), { minLength: 1, maxLength: 3 }), async (pairs) => {
        const options = pairs.flatMap(([name, words]) => ['--replace', `${name}=${words}`])
        const { code, stdout } = await home.run(['export', '--format', 'json', ...options])
        expect(code).toBe(0)
        const { entries } = JSON.parse(stdout)
        const { sections } = decodeEntry(entries[0].source)
        expect(sections.map(({ id }) => id)).toEqual([
          'who',
          'main',
          'order',
          'said',
          'more',
          'story',
          'wish',
          'plan',
          'sure'
        ])
      }),
      { numRuns: runs(100) }
    )
  })
})

describe('the account of an export', () => {
  it('lists names inside sentences, people and roles, the most frequent first', async () => {
    const home = await withNames()
    const { stderr } = await home.run(['export'])
    expect(stderr).toMatch(/\nNames you may want to replace: Jo, .*the porter.*Zoë.*\n {2}--replace "Jo=a colleague"\n/)
    expect(stderr).toContain('Amir Khan')
    expect((await home.run(['export', '--quiet'])).stderr).toBe('')
  })

  it('lists names that a question quotes from another entry, and not those of the question', async () => {
    const home = newHome()
    const begin = (exercise: string, answers: object) =>
      home.run(['start', exercise, '--answers', '-'], { input: JSON.stringify(answers) })
    await begin('choose-your-change', { name: 'opening with Amir on Sundays' })
    await begin('borrowed-yardsticks', { measures: ['a'], helps: 'a' })
    await begin('three-corners', { eyes: 'self' })
    const { stderr } = await home.run(['export', 'borrowed-yardsticks'])
    expect(stderr).toContain('Names you may want to replace: Amir.')
    expect((await home.run(['export', 'three-corners'])).stderr).not.toContain('Names you may')
  })

  it('lists questions with numbers, and exercises where there are many questions', async () => {
    const home = newHome()
    const begin = (exercise: string, answers: object) =>
      home.run(['start', exercise, '--answers', '-'], { input: JSON.stringify(answers) })
    for (const story of ['one', 'two']) await begin('choose-your-change', { name: 'a', story })
    expect((await home.run(['export'])).stderr).toContain(
      'Included:\n  2  The change, in a few words\nLeft out, because they are private:\n  2  One moment of it\n'
    )
    await begin('borrowed-yardsticks', {
      measures: ['a'],
      helps: 'a',
      'helps.follow_up': 'b',
      misleads: 'a',
      'misleads.follow_up': 'c'
    })
    await begin('what-did-not-happen', {
      harm: 'a',
      signs: ['a'],
      low: 1,
      high: 2,
      'high.follow_up': 'a',
      rivals: ['b'],
      councillor: 3,
      'councillor.follow_up': 'd'
    })
    expect((await home.run(['export'])).stderr).toContain(
      'Included:\n  2  Choose your change\n  5  Borrowed yardsticks\n  8  What did not happen\nLeft out'
    )
  })

  it('names a question that quotes a private answer in the words of its author', async () => {
    const home = newHome()
    const prompts = [
      { id: 'a', private: true, ask: 'What?' },
      { id: 'b', ask: 'You wrote {{a}}. What else?' }
    ]
    const pack = {
      format: 1,
      id: 'quoting',
      version: '1.0.0',
      title: 'Quoting',
      language: 'en',
      exercises: [{ id: 'q', title: 'Q', minutes: 1, prompts }]
    }
    fs.writeFileSync(path.join(home.dir, 'quoting.yaml'), JSON.stringify(pack))
    await home.run(['start', 'q', '--pack', 'quoting.yaml', '--answers', '-'], { input: '{"a":"secret","b":"this"}' })
    expect((await home.run(['export'])).stderr).toContain('Left out, because they are private:\n  1  a\n  1  b\n')
  })
})
