import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const PACK = `format: 1
id: talk
version: 1.0.0
title: Talk
language: en-GB
exercises:
  - id: one
    title: A hard meeting
    minutes: 5
    prompts:
      - { id: said, title: What was said, ask: What was said? }
      - { id: felt, title: How it felt, ask: How did it feel?, private: true }
      - { id: who, title: Who was there, type: list, ask: Who was there? }
      - { id: plan, title: The plan, type: plan, ask: What will you do? }
`
const SAID = 'They said *no*, twice.\n\nThen nobody spoke.'

/** A home with an entry of this pack. */
async function withEntry(): Promise<Home> {
  const home = newHome()
  const pack = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(pack, PACK)
  await home.run(['pack', 'add', pack, '--yes'])
  const plan = { if: 'the board meets', then: 'ask' }
  const input = JSON.stringify({ said: SAID, felt: 'I was afraid.', who: ['A clerk', 'The chair'], plan })
  await home.run(['start', 'one', '--answers', '-'], { input })
  return home
}

async function exported(home: Home, ...options: readonly string[]): Promise<string> {
  return (await home.run(['export', '--yes', ...options])).stdout
}

describe('a sheet to take along', () => {
  it('has the first lines of public answers, the plan, three questions and space, and says what it has', async () => {
    const home = await withEntry()
    const { stdout, stderr } = await home.run(['sheet', 'last'])
    expect(stdout).toMatch(/^# A hard meeting\n/)
    for (const words of [
      'They said \\*no\\*, twice',
      'A clerk and The chair',
      'When the board meets, I will ask',
      '3. What in my plan'
    ])
      expect(stdout).toContain(words)
    expect(stdout.match(/^---$/gm)).toHaveLength(5)
    expect(stdout).not.toMatch(/afraid|How it felt|What was said\?/)
    expect(stderr).toContain('On the sheet: What was said; Who was there; The plan.')
    expect(stderr).toContain('Not on it: 1 answer, which is private.')
  })

  it('has what is named, also if that is private, in each format', async () => {
    const home = await withEntry()
    for (const name of ['sheet.md', 'sheet.html', 'sheet.docx', 'sheet.txt']) {
      const file = path.join(home.dir, name)
      const { code, stderr } = await home.run(['sheet', 'last', '--line', 'felt', '--output', file])
      expect([code, fs.statSync(file).size > 100]).toEqual([0, true])
      expect(stderr).toContain(`The sheet is in ${file}.`)
      expect(stderr).toContain('Not on it: 2 answers.')
    }
    const page = fs.readFileSync(path.join(home.dir, 'sheet.html'), 'utf8')
    expect(page).toContain('I was afraid.')
    expect(page).not.toContain('A clerk')
    expect((await home.run(['sheet', 'last', '--output', path.join(home.dir, 'sheet.md')])).code).toBe(2)
    const unknown = await home.run(['sheet', 'last', '--line', 'mood'])
    expect([unknown.code, unknown.stdout]).toEqual([2, ''])
    expect(unknown.stderr).toContain('said, felt, who, plan')
  })

  it('asks on a terminal for one answer after the other', async () => {
    const home = await withEntry()
    const terminal = openTerminal([launcher(), 'sheet', 'last', '--plain'], { env: home.env, rows: 40 })
    const question = await terminal.until('private: I was afraid.')
    expect(question).toContain('Which answers go on the sheet?')
    expect(question).not.toContain('The plan:')
    terminal.type('2\r')
    const sheet = await terminal.until('Not on it: 2 answers.')
    expect(sheet).toContain('I was afraid.')
    expect((await terminal.ended).exitCode).toBe(0)
  })
})

describe('a reply to a sheet', () => {
  it('comes into the entry, private and not counted, beside earlier replies', async () => {
    const home = await withEntry()
    const file = path.join(home.dir, 'reply.txt')
    fs.writeFileSync(file, '\uFEFF\r\nWhy so quiet?\r\n\r\n- and <!-- who -->\r\n')
    const words = JSON.parse((await home.run(['show', 'last', '--json'])).stdout).words
    for (const [from, input] of [
      [file, ''],
      ['-', 'Ask the chair.\n']
    ] as const)
      expect((await home.run(['sheet', 'last', '--reply', from], { input })).stderr).toContain('and private:')
    const shown = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    expect(shown.answers).toMatchObject({
      said: SAID,
      _reply: 'Why so quiet?\n\n- and <!-- who -->',
      '_reply-2': 'Ask the chair.'
    })
    expect(shown.words).toBe(words)
    expect(await exported(home)).not.toMatch(/so quiet|Ask the chair/)
    expect(await exported(home, '--include-private')).toContain('Ask the chair.')
    expect((await home.run(['sheet', 'last'])).stdout).not.toContain('Ask the chair')
  })

  it('survives edit, JSON and an update of the pack', async () => {
    const home = await withEntry()
    await home.run(['sheet', 'last', '--reply', '-'], { input: 'Ask the chair.' })
    await home.run(['edit', 'last', '--tag', 'supervision'])
    const pack = path.join(home.dir, 'pack.yaml')
    fs.writeFileSync(pack, PACK.replace('1.0.0', '1.1.0'))
    await home.run(['pack', 'add', pack, '--yes'])
    const copy = path.join(home.dir, 'all.json')
    fs.writeFileSync(copy, await exported(home, '--format', 'json', '--include-private'))
    const other = newHome()
    await other.run(['import', copy])
    for (const each of [home, other])
      expect(JSON.parse((await each.run(['show', 'last', '--json'])).stdout)).toMatchObject({
        answers: { _reply: 'Ask the chair.' }
      })
  })

  it('changes nothing if there are no words, or no text', async () => {
    const home = await withEntry()
    const entry = filesBelow(home.journal).find((name) => /^\d{4}/.test(name)) ?? ''
    const before = fs.readFileSync(path.join(home.journal, entry))
    const file = path.join(home.dir, 'reply')
    for (const bytes of [Buffer.from(' \n'), Buffer.from([0xff, 0xd8, 0xff])]) {
      fs.writeFileSync(file, bytes)
      expect((await home.run(['sheet', 'last', '--reply', file])).code).toBe(2)
    }
    expect((await home.run(['sheet', 'last', '--reply', path.join(home.dir, 'none')])).code).toBe(2)
    expect(fs.readFileSync(path.join(home.journal, entry))).toEqual(before)
  })
})
