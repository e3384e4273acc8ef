import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/words/index.ts'
import { writeFiles } from '../kit/pack-folders.ts'
import { sample } from '../kit/long.ts'
import { filesBelow, lastId, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const exercise = `id: one
title: One
minutes: 5
prompts:
  - { id: got, title: Got, type: number, ask: How many came? }
  - id: people
    title: People
    type: table
    columns: [{ id: who, title: Who }, { id: want, title: They want }]
    rows: { staff: Staff, board: The board }
    ask: What do they want?
  - { id: few, title: Few, ask: Why so few?, when: { got: { lt: 6 } } }
  - { id: secret, title: Secret, private: true, ask: What do you tell nobody? }
  - { id: last, title: Last, ask: What now? }
`

function writePack({ dir }: Home, text: string): void {
  const manifest =
    'format: 1\\nid: my-pack\\nversion: 1.0.0\\ntitle: My pack\\nlanguage: en-GB\\nexercises: [one.yaml]\\n'
  writeFiles(path.join(dir, 'pack'), { 'pack.yaml': manifest.replaceAll('\\n', '\n'), 'one.yaml': text })
}

const typed = (lines: readonly string[]) => ({ input: lines.map((line) => `${line}\n`).join('') })

/** A home with a draft of a pack in a folder, left before its last question. */
async function begun(): Promise<Home> {
  const home = newHome()
  writePack(home, exercise)
  const rows = ['Ann of the staff', 'to rest', 'Ben of the board', 'to know']
  const lines = ['', '5', ...rows, 'It rained hard.', '.', 'I was afraid.', '.', ':leave']
  await home.run(['start', 'one', '--pack', 'pack', '--plain'], typed(lines))
  return home
}

const draftIn = ({ journal }: Home) =>
  fs.readFileSync(path.join(journal, filesBelow(journal).find((file) => file.startsWith('drafts')) ?? ''), 'utf8')
const flat = (text: string) => text.replaceAll(/[\s│>]+/g, ' ')
const words = ['Ann of the staff', 'to rest', 'Ben of the board', 'to know', 'It rained hard.', 'I was afraid.']

describe('a pack that its author changes while a learner is in the middle', () => {
  it('keeps what a new condition hides, and says that the course has changed', async () => {
    const home = await begun()
    writePack(home, exercise.replace('lt: 6', 'lt: 4'))
    const { stdout, code } = await home.run(['resume', '--plain'], typed(['Rest.', '.', '']))
    expect(code).toBe(0)
    expect(flat(stdout)).toContain('The course has changed since you started.')
    expect(flat(stdout)).not.toContain('your other answers')
    const { stdout: shown } = await home.run(['show', 'last'])
    for (const word of words) expect(flat(shown)).toContain(word)
    expect(flat(shown)).toContain(english.entry.retired)
  })

  it('says of what the learner has hidden that it is left out, and leaves it out', async () => {
    const home = await begun()
    const review = ['Rest.', '.', '1', '9', '', '']
    const { stdout } = await home.run(['resume', '--plain'], typed([...review, '', '', '', '', '', '']))
    expect(flat(stdout)).toContain('because its question no longer applies: "Few". ')
    expect(flat(stdout)).not.toContain('The course has changed')
    expect((await home.run(['show', 'last'])).stdout).not.toContain('It rained hard.')
  })

  it('keeps the cells of a column that was renamed, however often the draft is left and resumed', async () => {
    const home = await begun()
    writePack(home, exercise.replace('id: who', 'id: whom'))
    for (let times = 0; times < 3; times++) {
      const { stdout, stderr } = await home.run(['resume', '--plain'], typed([':leave']))
      expect(stderr).not.toContain('Something went wrong')
      expect(flat(stdout).includes('The course has changed')).toBe(times === 0)
    }
    for (const word of words) expect(draftIn(home)).toContain(word)
    expect(draftIn(home)).toContain('| Staff |  | to rest |')
  })

  it('marks what is retired in every export and leaves it alone when the entry is edited', async () => {
    const home = await begun()
    writePack(home, exercise.replace('id: secret', 'id: confession').replace('id: who', 'id: whom'))
    await home.run(['resume', '--plain'], typed(['', '', '', '', ':skip', '.', 'Rest.', '.', '', '', '']))
    const file = filesBelow(home.journal).find((name) => name.startsWith('20')) ?? ''
    const before = fs.readFileSync(path.join(home.journal, file), 'utf8')
    expect(before).toContain('"because":"removed"')
    for (const format of ['md', 'html', 'txt', 'json']) {
      for (const more of [[], ['--without-questions']]) {
        const { stdout, stderr } = await home.run(['export', '--format', format, ...more])
        expect(stderr).not.toContain('reflect export --help')
        expect(flat(stdout)).toContain(english.entry.retired)
        expect(stdout).toContain('Ann of the staff')
        expect(stdout).not.toContain('I was afraid.')
      }
    }
    const { stdout } = await home.run(['edit', await lastId(home), '--plain'], typed(['']))
    expect(stdout).not.toContain('I was afraid.')
    expect(fs.readFileSync(path.join(home.journal, file), 'utf8')).toBe(before)
  })

  const changes = [
    ['a column with another id', exercise.replace('id: who', 'id: whom')],
    ['a table that is a text now', exercise.replace(/ *type: table\n.*\n.*rows:.*\n/, '')],
    ['a question that is gone', exercise.replace(/.*id: few.*\n/, '')]
  ] as const

  it.each(sample(changes))('is resumed in a terminal: %s', async (_, text) => {
    const home = await begun()
    writePack(home, text)
    const terminal = openTerminal([launcher(), 'resume'], { env: home.env })
    await terminal.until('The course has changed')
    await terminal.until('What')
    terminal.type('\u0003')
    await terminal.ended
    expect(terminal.everything()).not.toContain('Something went wrong')
    for (const word of words) expect(draftIn(home)).toContain(word)
  })
})
