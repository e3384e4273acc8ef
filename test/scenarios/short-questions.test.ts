import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome, lastId } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import type { TestTerminal } from '../kit/terminal.ts'

const ESC = '\u001b'
const CTRL_C = '\u0003'
const pasted = (text: string) => `${ESC}[200~${text}${ESC}[201~`

/**
 * Runs the program in a terminal, and then shows how it ended and the modes of the terminal. The shell waits for a line at the
 * end, because the last output of a process that ends can be lost.
 */
function inShell(home: Home, args: readonly string[], columns: number, env: Record<string, string> = {}): TestTerminal {
  const command = [process.execPath, launcher(), ...args].map((part) => `'${part}'`).join(' ')
  return openTerminal(['-c', `${command}; echo "code $?"; stty -a | tr ';' '\n' | grep -w icanon; read -r end`], {
    command: 'sh',
    columns,
    env: { ...home.env, ...env }
  })
}

/** Waits for the end. Gives the exit code once the terminal reads whole lines again, and the cursor is seen. */
async function codeOf(terminal: TestTerminal): Promise<number> {
  await terminal.until((screen) => /(?<!-)icanon/.test(screen) && /(?<!-)\becho\b/.test(screen))
  terminal.type('\r')
  await terminal.ended
  expect(terminal.written().lastIndexOf(`${ESC}[?25h`)).toBeGreaterThanOrEqual(
    terminal.written().lastIndexOf(`${ESC}[?25l`)
  )
  return Number(/^code (\d+)$/m.exec(terminal.everything())?.[1])
}

/** A home with one entry, and the path of its file. */
async function oneEntry(): Promise<{ home: Home; file: string }> {
  const home = newHome()
  const { stdout } = await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ what: It rained. }' })
  return { home, file: stdout.trim() }
}

describe.each([80, 40])('a question for one line, on %d columns', (columns) => {
  it('shows what an empty line means, which typing replaces, and goes back and forth', async () => {
    const home = newHome()
    const dir = path.join(home.dir, 'my-pack')
    const terminal = inShell(home, ['pack', 'new', dir], columns)
    await terminal.until('❯ (My pack)')
    terminal.type('Zoë and 日本')
    expect(await terminal.until('❯ Zoë and 日本')).not.toContain('(My pack)')
    terminal.type('\u007f\u007fJapan\r')
    await terminal.until('❯ (en-GB)')
    terminal.type('Welsh, please\r')
    const wrong = await terminal.until('"Welsh, please" is not a language')
    expect(wrong).toContain('❯ Welsh, please')
    terminal.type('\u0015')
    // The line and the message are painted one after the other.
    await terminal.until((screen) => screen.includes('❯ (en-GB)') && !screen.includes('is not a language'))
    terminal.type(ESC)
    await terminal.until('❯ (Zoë and Japan)')
    terminal.type('\rcy\t')
    await terminal.until('Question 3 of 3')
    terminal.type('\r')
    expect(await codeOf(terminal)).toBe(0)
    expect(fs.readFileSync(path.join(dir, 'pack.yaml'), 'utf8')).toMatch(/^title: "Zoë and Japan"$[^]*^language: cy$/m)
  })

  it('takes a paste as one line, and keys that came before it was shown', async () => {
    const home = newHome()
    const dir = path.join(home.dir, 'my-pack')
    const terminal = inShell(home, ['pack', 'new', dir], columns)
    await terminal.until('❯ (My pack)')
    terminal.type(pasted('Two\r\nlines\u0007') + '\r\rAnn\r')
    expect(await codeOf(terminal)).toBe(0)
    const manifest = fs.readFileSync(path.join(dir, 'pack.yaml'), 'utf8')
    expect(manifest).toMatch(/^title: "Two lines"$[^]*^authors: \["Ann"\]$/m)
  })

  it('stands whole, and once, on a terminal that becomes narrower and wider', async () => {
    const home = newHome()
    const terminal = inShell(home, ['pack', 'new', path.join(home.dir, 'my-pack')], columns)
    await terminal.until('❯ (My pack)')
    terminal.type('Halfway')
    await terminal.until('❯ Halfway')
    for (const width of [28, 100, columns]) {
      terminal.resize(width, 24)
      await terminal.until((screen) => screen.split('Question 1 of 3').length === 2 && screen.includes('❯ Halfway'))
    }
    terminal.type(' there\r')
    expect(await terminal.until('Question 2 of 3')).toMatch(/Halfway\s+there/)
    terminal.type(CTRL_C)
    expect(await codeOf(terminal)).toBe(130)
    expect(terminal.everything()).toContain('Nothing was written.')
    expect(fs.existsSync(path.join(home.dir, 'my-pack'))).toBe(false)
  })
})

describe.each([80, 40])('a question for yes or no, on %d columns', (columns) => {
  it.each<[string, string, boolean]>([
    ['y', 'y\r', true],
    ['yes', 'YES\r', true],
    ['n', 'n\r', false],
    ['Enter alone', '\r', false],
    ['Tab alone', '\t', false],
    ['Esc', ESC, false],
    ['Ctrl-C', CTRL_C, false]
  ])('takes %s', async (_, keys, isDeleted) => {
    const { home, file } = await oneEntry()
    const terminal = inShell(home, ['delete', await lastId(home)], columns)
    await terminal.until('❯ (y/N)')
    terminal.type(keys)
    expect(await codeOf(terminal)).toBe(0)
    expect(fs.existsSync(file)).toBe(!isDeleted)
  })

  it('says what can be typed when it was something else', async () => {
    const { home, file } = await oneEntry()
    const terminal = inShell(home, ['delete', await lastId(home)], columns)
    await terminal.until('❯ (y/N)')
    terminal.type('perhaps\r')
    await terminal.until('Type "Yes" or "No".')
    terminal.type('\u0015')
    await terminal.until((screen) => !screen.includes('Type "Yes"'))
    terminal.type('y\r')
    expect(await codeOf(terminal)).toBe(0)
    expect(fs.existsSync(file)).toBe(false)
  })

  it('speaks Welsh', async () => {
    const { home, file } = await oneEntry()
    const terminal = inShell(home, ['delete', await lastId(home), '--lang', 'cy'], columns)
    await terminal.until('❯ (i/N)')
    terminal.type('ie\r')
    expect(await codeOf(terminal)).toBe(0)
    expect(fs.existsSync(file)).toBe(false)
  })
})

it('asks nobody where there is only a pipe', async () => {
  const home = newHome()
  expect(await home.run(['pack', 'new', 'my-pack'], { input: 'A title\n' })).toMatchObject({ code: 0 })
  expect(fs.readFileSync(path.join(home.dir, 'my-pack', 'pack.yaml'), 'utf8')).toContain('title: "My pack"')
})

it('asks a tutor line by line in plain mode', async () => {
  const home = newHome()
  const terminal = inShell(home, ['pack', 'new', path.join(home.dir, 'my-pack'), '--plain'], 80)
  await terminal.until('press Enter for My pack.')
  terminal.type('Mine\r')
  await terminal.until('press Enter for en-GB.')
  terminal.type('Welsh, please\r')
  await terminal.until('is not a language')
  terminal.type(':back\r')
  await terminal.until('press Enter for Mine.')
  terminal.type('\rcy\r')
  await terminal.until('Who is the author?')
  terminal.type('\r')
  expect(await codeOf(terminal)).toBe(0)
})

it('asks yes or no line by line on a terminal that cannot be painted', async () => {
  const { home, file } = await oneEntry()
  const terminal = inShell(home, ['delete', await lastId(home)], 80, { TERM: 'dumb' })
  await terminal.until('to the trash?')
  terminal.type('perhaps\r')
  await terminal.until('"perhaps" is neither yes nor no')
  terminal.type('yes\r')
  expect(await codeOf(terminal)).toBe(0)
  expect(terminal.written()).not.toContain(ESC)
  expect(fs.existsSync(file)).toBe(false)
})
