import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'

const [down, escape, leave] = ['\u001b[B', '\u001b', '\u0003']

/** A home in which nothing was chosen yet. */
function untouched() {
  const home = newHome()
  const { REFLECT_JOURNAL: _, ...env } = home.env
  return { home, env, written: () => filesBelow(home.dir).filter((file) => !file.startsWith('.cache')) }
}

function setting(home: Home, key: string): Promise<string> {
  return home.run(['config', 'get', key], { env: { REFLECT_JOURNAL: '' } }).then(({ stdout }) => stdout.trim())
}

describe('the first run', () => {
  it.each([
    ['reflect', [], 80, 24],
    ['reflect', [], 40, 20],
    ['reflect start', ['start', 'three-questions'], 80, 24]
  ] as const)('%s %j says at %i by %i what this is and how to move and stop; Enter goes on, once', async (...given) => {
    const [, args, columns, rows] = given
    const { home, env } = untouched()
    const terminal = openTerminal([launcher(), ...args], { env, columns, rows })
    const screen = await terminal.until('❯ Begin')
    const text = screen.replaceAll(/\s+/g, ' ')
    for (const part of ['reflect', 'a journal that belongs to you', '~/reflections', '↑ ↓ move', 'Ctrl-C stops'])
      expect(text).toContain(part)
    for (const row of ['Keep my words in another folder', 'Yn Gymraeg', 'Plain mode']) expect(screen).toContain(row)
    terminal.type('\r')
    const next = args.length === 0 ? 'What would you like to do?' : 'Enter begin'
    await terminal.until(next)
    terminal.type(leave)
    await terminal.ended
    expect(await setting(home, 'journal')).toBe('~/reflections')
    const second = openTerminal([launcher(), ...args], { env, columns, rows })
    expect(await second.until(next)).not.toContain('belongs to you')
  })

  it.each([escape, leave])('is left with %j, and nothing was written', async (key) => {
    const { env, written } = untouched()
    const terminal = openTerminal([launcher()], { env })
    await terminal.until('❯ Begin')
    terminal.type(`${down}${down}\r`)
    await terminal.until('❯ Dechrau')
    terminal.type(key)
    expect((await terminal.ended).exitCode).toBe(0)
    expect(written()).toEqual([])
  })

  it('takes another folder, the language and plain mode, and stores them', async () => {
    const { home, env } = untouched()
    fs.writeFileSync(path.join(home.dir, 'a file'), '')
    const terminal = openTerminal([launcher()], { env })
    await terminal.until('❯ Begin')
    terminal.type(`${down}\r`)
    await terminal.until('Which folder?')
    terminal.type('~/a file\t')
    await terminal.until('cannot be used as a folder')
    terminal.type('\u0015~/my words\t')
    await terminal.until((screen) => screen.includes('on this computer, in ~/my words') && screen.includes('❯ Begin'))
    terminal.type(`${down}${down}\r`)
    await terminal.until('❯ Dechrau')
    terminal.type(`${down}${down}${down}\r`)
    await terminal.until('Pwyswch Enter')
    terminal.type('\r')
    await terminal.until('Beth hoffech chi ei wneud?')
    terminal.type(':leave\r')
    await terminal.ended
    expect([await setting(home, 'journal'), await setting(home, 'language'), await setting(home, 'plain')]).toEqual([
      '~/my words',
      'cy',
      'true'
    ])
  })

  it('is no page for pipes, and none for a command that says where', async () => {
    const { home, env, written } = untouched()
    const run = await home.run([], { env: { REFLECT_JOURNAL: '' } })
    expect(run.stdout).not.toContain('Ctrl-C stops')
    expect(written()).toEqual([])
    const terminal = openTerminal([launcher(), '--journal', path.join(home.dir, 'here')], { env })
    expect(await terminal.until('What would you like to do?')).not.toContain('belongs to you')
  })
})

const answers = { what: 'It rained.', 'so-what': 'me', 'now-what': 'If it rains, I will wait.' }

/** A draft of the three questions in which everything is answered. */
async function readyToFinish(args: readonly string[] = [], size: { columns?: number; rows?: number } = {}) {
  const home = newHome()
  const lines = `\n${answers.what}\n.\n1\n:skip\nIt rains\nwait\n:leave\n`
  await home.run(['start', 'three-questions', '--plain'], { input: lines })
  return { home, terminal: openTerminal([launcher(), 'resume', ...args], { env: home.env, ...size }) }
}

/** Reads what comes before some words, page by page. */
async function enterUntil(terminal: TestTerminal, words: string): Promise<void> {
  for (;;) {
    const before = await terminal.until(
      (screen) => screen.includes(words) || /Enter (next page|begin|continue)/.test(screen)
    )
    if (before.includes(words)) return
    terminal.type('\r')
    await terminal.until((screen) => screen !== before)
  }
}

describe('the last page', () => {
  it.each([
    [80, 24],
    [40, 20]
  ])(
    'stays until Enter at %i by %i, says where the entry is and what comes next, and exports',
    async (columns, rows) => {
      const { home, terminal } = await readyToFinish([], { columns, rows })
      await enterUntil(terminal, 'Finish')
      terminal.type('\t')
      await terminal.until('Discussion')
      await enterUntil(terminal, '❯ Continue')
      const text = (await terminal.until('❯ Continue')).replaceAll(/\s+/g, ' ')
      expect(text).toContain('Finished and saved Your entry:')
      expect(text).toContain('private, and left out when you export or share.')
      expect(text).toContain('That was the last exercise of "Three questions" for now.')
      expect(text).not.toMatch(/\d words|minute/)
      terminal.type(`${down}\r`)
      await terminal.until('❯ Word document')
      terminal.type(`${down}${down}\r`)
      const copied = await terminal.until(
        (screen) => screen.includes('The copy is in') && screen.includes('❯ Continue')
      )
      expect(copied).not.toContain('␊')
      const copy = filesBelow(home.dir).find((file) => file.endsWith('.txt')) ?? ''
      const exported = fs.readFileSync(path.join(home.dir, copy), 'utf8')
      expect(exported).toContain('Why it matters')
      expect(exported).not.toContain(answers.what)
      terminal.type('\r')
      expect((await terminal.ended).exitCode).toBe(0)
      expect(terminal.everything()).toContain('Your entry:')
    }
  )

  it.each(['\r', leave])('shows both ends of a path that is longer than a row, and all of it after %j', async (key) => {
    const { home, terminal } = await readyToFinish([], { columns: 40, rows: 20 })
    await enterUntil(terminal, 'Finish')
    terminal.type('\t')
    await terminal.until('Discussion')
    await enterUntil(terminal, '❯ Continue')
    const entry = path.join(home.dir, filesBelow(home.dir).find((file) => file.endsWith('three-questions.md')) ?? '')
    const [, start = '', end = ''] = /^(\/.*)…(.*\.md)$/m.exec(await terminal.until('❯ Continue')) ?? []
    expect([entry.startsWith(start), entry.endsWith(end), start.length, end.length > 10]).toEqual([
      true,
      true,
      18,
      true
    ])
    terminal.type(key)
    await terminal.ended
    expect(terminal.everything().replaceAll(/\n/g, '')).toContain(entry)
  })

  it('waits for Enter in plain mode on a terminal, and not in a pipe', async () => {
    const { terminal } = await readyToFinish(['--plain'])
    await terminal.until('Press Enter to begin')
    terminal.type('\r')
    await terminal.until('finish, press Enter')
    terminal.type('\r')
    await terminal.until('Press Enter for the first')
    terminal.type('\r')
    expect((await terminal.ended).exitCode).toBe(0)
    const input = `\n${answers.what}\n.\n1\n:skip\nIt rains\nwait\n\n`
    const { code, stdout } = await newHome().run(['start', 'three-questions', '--plain'], { input })
    expect({ code, isThere: stdout.includes('Finished and saved\nYour entry: ') }).toEqual({ code: 0, isThere: true })
    expect(stdout).not.toContain('Export a copy')
  })

  it('names the return visit with its day', async () => {
    const input = `\nA change.\n.\n${':skip\n'.repeat(9)}\n`
    const { stdout } = await newHome().run(['start', 'choose-your-change', '--plain'], { input })
    expect(stdout).toMatch(/From \w+day \d+ \w+ \d{4}, reflect will offer you "Return visit"/)
  })
})
