import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

const manifest = (version: string, exercises: string, more = '') =>
  `format: 1\nid: my-pack\nversion: ${version}\ntitle: My pack\nlanguage: en-GB\nexercises: [${exercises}]\n${more}`

const first = {
  'pack.yaml': manifest('1.0.0', 'one.yaml, two.yaml'),
  'one.yaml': `id: one
title: One
minutes: 5
prompts:
  - { id: what, ask: What happened? }
  - { id: part, type: choice, options: [led, joined], ask: What was your part? }
  - { id: gone, ask: What else? }
  - { id: last, ask: What now? }
`,
  'two.yaml': `id: two
title: Two
minutes: 5
prompts:
  - { id: back, type: recall, of: one/what, ask: This is what you wrote. }
  - { id: then, ask: And then? }
`
}

/** Everything that an update can do: an exercise and a prompt renamed, one retired, one changed in type, one new, one reworded. */
const second = {
  'pack.yaml': manifest(
    '1.1.0',
    'first.yaml, two.yaml',
    'renamed: { one: first, one/what: first/story }\nretired: [one/gone, one/part]\n'
  ),
  'first.yaml': `id: first
title: First
minutes: 5
prompts:
  - { id: story, ask: Tell what happened. }
  - { id: part, ask: What did you do? }
  - { id: new, ask: Who else was there? }
  - { id: last, ask: What now? }
`,
  'two.yaml': first['two.yaml'].replace('one/what', 'first/story')
}

const bytesOf = (dir: string) =>
  Object.fromEntries(filesBelow(dir).map((file) => [file, fs.readFileSync(path.join(dir, file), 'latin1')]))

/** A home with the first version, a finished entry of `one` and a draft of it. */
async function begun(): Promise<Home> {
  const home = newHome()
  writeFiles(path.join(home.dir, 'pack'), first)
  expect((await home.run(['pack', 'add', 'pack', '--yes'])).code).toBe(0)
  const finished = { what: 'It rained.', part: 'led', gone: 'Wind.', last: 'Wait.' }
  await home.run(['start', 'my-pack/one', '--answers', '-'], { input: JSON.stringify(finished) })
  const typed = ['', 'The lift stood still.', '.', '1', 'Nobody came.', '.']
  await home.run(['start', 'my-pack/one', '--again', '--plain'], { input: `${typed.join('\n')}\n` })
  const drafts = JSON.parse((await home.run(['journal', '--status', 'draft', '--json'])).stdout) as object[]
  expect(drafts).toHaveLength(1)
  return home
}

const progress = async (home: Home) =>
  (JSON.parse((await home.run(['list', 'my-pack', '--json'])).stdout) as { version: string; exercises: object[] }[])[0]

describe('an update in the middle of a draft', () => {
  it('shows what learners notice, touches no entry, and keeps progress true', async () => {
    const home = await begun()
    const before = bytesOf(home.journal)
    fs.rmSync(path.join(home.dir, 'pack'), { recursive: true })
    writeFiles(path.join(home.dir, 'pack'), second)
    const dry = await home.run(['pack', 'update', 'my-pack', '--dry-run'])
    expect(dry).toMatchObject({ code: 0 })
    expect(dry.stdout).toBe(
      [
        'My pack: 1.0.0 → 1.1.0',
        '  1 exercise was given a new title. 1 question was added, 1 was reworded, 1 was changed and 1 was taken out.',
        '  2 answers in a draft of yours no longer have questions that fit; they are kept there, each with its question as it was asked.',
        ''
      ].join('\n')
    )
    expect(dry.stderr).toBe('')
    const inData = JSON.parse((await home.run(['pack', 'update', 'my-pack', '--dry-run', '--json'])).stdout) as object[]
    expect(inData).toMatchObject([{ id: 'my-pack', drafts: 1, retired: ['What was your part?', 'What else?'] }])
    expect(await progress(home)).toMatchObject({ version: '1.0.0' })
    expect(await home.run(['pack', 'update', '--yes'])).toMatchObject({ code: 0 })
    expect(bytesOf(home.journal)).toEqual(before)
    expect(await progress(home)).toMatchObject({
      version: '1.1.0',
      exercises: [
        { id: 'first', status: 'draft', entries: 1 },
        { id: 'two', status: 'open' }
      ]
    })
    expect((await home.run(['pack', 'update'])).stderr).toBe('my-pack 1.1.0 is up to date.\n')
  })

  it('lets the draft go on in the new version: answers follow, what no longer fits stays', async () => {
    const home = await begun()
    writeFiles(path.join(home.dir, 'pack'), second)
    fs.rmSync(path.join(home.dir, 'pack', 'one.yaml'))
    await home.run(['pack', 'update', '--yes'])
    const typed = ['Ask.', '.', 'I called.', '.', 'A nurse.', '.', '', '']
    const resumed = await home.run(['resume', '--plain'], { input: `${typed.join('\n')}\n` })
    expect(resumed).toMatchObject({ code: 0, stderr: '' })
    const said = resumed.stdout.replaceAll(/\s+/g, ' ')
    expect(said).toContain('The course has changed since you started.')
    expect(said).toContain('marked as retired: "What was your part?", "What else?" ')
    const entry = JSON.parse((await home.run(['show', 'last', '--json'])).stdout) as Record<string, object>
    expect(entry).toMatchObject({ packVersion: '1.1.0', exercise: 'first', title: 'First', status: 'finished' })
    expect(entry['answers']).toEqual({
      story: 'The lift stood still.',
      part: 'I called.',
      'part-before': 'led',
      new: 'A nurse.',
      gone: 'Nobody came.',
      last: 'Ask.'
    })
    const file = fs.readFileSync(String(entry['file']), 'utf8')
    expect(file).toMatch(/^# First$/m)
    expect(file).not.toMatch(/One|pack_version: 1\.0\.0/)
    expect(path.basename(String(entry['file']))).toMatch(/-first(-\d+)?\.md$/)
    // What another exercise recalls of it is found as well, in this entry and in those from before.
    const two = await home.run(['start', 'two', '--plain'], { input: '\n' })
    expect(two.stdout).toContain('The lift stood still.')
  })

  it('is undone by a rollback, and the draft goes on in the old version', async () => {
    const home = await begun()
    const before = bytesOf(home.journal)
    fs.rmSync(path.join(home.dir, 'pack'), { recursive: true })
    writeFiles(path.join(home.dir, 'pack'), second)
    await home.run(['pack', 'update', '--yes'])
    const back = await home.run(['pack', 'update', 'my-pack', '--rollback'])
    expect(back).toMatchObject({ code: 0, stderr: 'my-pack is back to 1.0.0. Your entries were not touched.\n' })
    expect(bytesOf(home.journal)).toEqual(before)
    expect(await progress(home)).toMatchObject({ version: '1.0.0', exercises: [{ id: 'one', status: 'draft' }, {}] })
    const resumed = await home.run(['resume', '--plain'], { input: 'Ask.\n.\n\n' })
    expect(resumed.code).toBe(0)
    expect(JSON.parse((await home.run(['show', 'last', '--json'])).stdout)).toMatchObject({
      packVersion: '1.0.0',
      answers: { what: 'The lift stood still.', part: 'led', gone: 'Nobody came.', last: 'Ask.' }
    })
    expect((await home.run(['pack', 'update', 'my-pack', '--rollback'])).stderr).toMatch(/my-pack is back to 1\.1\.0/)
  })

  it('is refused where another pack or an older version is offered', async () => {
    const home = await begun()
    writeFiles(path.join(home.dir, 'pack'), { 'pack.yaml': first['pack.yaml'].replace('1.0.0', '0.9.0') })
    expect((await home.run(['pack', 'update', '--yes'])).stderr).toMatch(/is older than yours/)
    writeFiles(path.join(home.dir, 'pack'), { 'pack.yaml': first['pack.yaml'].replace('my-pack', 'your-pack') })
    expect((await home.run(['pack', 'update', '--yes'])).stderr).toMatch(/now has a different pack/)
    expect(await progress(home)).toMatchObject({ version: '1.0.0' })
  })
})

describe('an earlier answer', () => {
  const one = `id: one
title: One
minutes: 5
prompts:
  - { id: part, type: choice, options: { led: I was in charge, joined: I joined }, ask: What was your part? }
  - { id: say, type: sentence, ask: Say it., template: 'I {what} for {whom}.', gaps: { what: { ask: What? }, whom: { ask: Whom? } } }
  - { id: sure, type: scale, ask: How sure?, from: 1, to: 5, statements: [{ id: now, text: Now }, { id: then, text: Then }] }
  - { id: people, type: table, ask: Who?, columns: [{ id: role, title: Role }], rows: { office: Downstairs, ward: Upstairs } }
`
  const two = `id: two
title: Two
minutes: 5
prompts:
  - { id: asked, ask: 'How did you lead {{one/say.whom|nobody}}?', when: { one/part: led, one/sure.then: { gt: 3 }, one/people: { has: ward } } }
  - { id: last, ask: And now? }
`
  const names = [/\bled\b/g, /\bwhom\b/g, /\bthen\b/g, /\bward\b/g, /\brole\b/g]
  const renamed = (text: string) => names.reduce((all, name) => all.replaceAll(name, 'new-$&'), text)
  const lines = `renamed:
  one/part.led: one/part.new-led
  one/say.whom: one/say.new-whom
  one/sure.then: one/sure.new-then
  one/people.rows.ward: one/people.rows.new-ward
  one/people.columns.role: one/people.columns.new-role
`

  it('is found under the new ids of its parts, in conditions and quotations of other exercises', async () => {
    const home = newHome()
    const folder = path.join(home.dir, 'pack')
    writeFiles(folder, { 'pack.yaml': manifest('1.0.0', 'one.yaml, two.yaml'), 'one.yaml': one, 'two.yaml': two })
    await home.run(['pack', 'add', 'pack', '--yes'])
    const answers = {
      part: 'led',
      say: { what: 'asked', whom: 'Ann' },
      sure: { now: 1, then: 4 },
      people: [{ row: 'ward', role: 'nurse' }]
    }
    await home.run(['start', 'my-pack/one', '--answers', '-'], { input: JSON.stringify(answers) })
    const files = { 'one.yaml': renamed(one), 'two.yaml': renamed(two) }
    writeFiles(folder, { 'pack.yaml': manifest('1.1.0', 'one.yaml, two.yaml', lines), ...files })
    const updated = await home.run(['pack', 'update', '--yes'])
    expect(updated.stdout).toBe('My pack: 1.0.0 → 1.1.0\n  The exercises and questions are the same.\n')
    const { stdout } = await home.run(['start', 'my-pack/two', '--plain'], { input: '\n' })
    expect(stdout).toContain('How did you lead Ann?')
  })
})

describe('pack remove', () => {
  it('says how many entries stay, and leaves them as they are', async () => {
    const home = await begun()
    const before = bytesOf(home.journal)
    const removed = await home.run(['pack', 'remove', 'my-pack', '--yes'])
    expect(removed.stderr).toMatch(/^Your 1 entry and 1 draft for it stay in your journal; to continue a draft, add/)
    expect(bytesOf(home.journal)).toEqual(before)
    expect(filesBelow(path.join(home.dir, 'home', 'packs'))).toEqual(['installed.json'])
    expect((await home.run(['list', '--json'])).stdout).not.toContain('my-pack')
    expect((await home.run(['show', 'last'])).code).toBe(0)
    expect((await home.run(['pack', 'remove', 'public-value', '--yes'])).stderr).toMatch(/comes with reflect/)
    expect((await home.run(['pack', 'remove', 'my-pak', '--yes'])).code).toBe(2)
  })
})
