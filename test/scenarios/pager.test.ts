import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'
import { keys } from '../terminal/rich/kit.ts'

const animals = ['heron', 'otter', 'newt', 'vole', 'wren', 'toad', 'stoat', 'finch', 'eel', 'moth']

/** Sixty paragraphs, each with a number and a word of its own; the twentieth names a café, the fortieth is long. */
const story = Array.from({ length: 60 }, (_, index) => {
  if (index === 20) return `Paragraph 20: in the Café Müller.`
  if (index === 40) return `Paragraph 40: ${'and so it went on for a long while, '.repeat(6)}until the very last day.`
  return `Paragraph ${index}: the ${animals[index % 10]} of day ${index}.`
}).join('\n\n')

/** A home with one long entry. */
async function longEntry(): Promise<Home> {
  const home = newHome()
  const answers = path.join(home.dir, 'answers.json')
  fs.writeFileSync(
    answers,
    JSON.stringify({ what: story, 'so-what': 'me', 'now-what': { if: 'rain', then: 'umbrella' } })
  )
  const { code, stderr } = await home.run(['start', 'three-questions', '--answers', answers])
  expect(stderr === '' ? code : stderr).toBe(0)
  return home
}

interface Opened {
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
  readonly columns?: number
  readonly rows?: number
}

async function shown({ args = ['show', 'last'], env = {}, columns = 80, rows = 24 }: Opened = {}) {
  const home = await longEntry()
  const open = (more: Record<string, string> = {}): TestTerminal =>
    openTerminal([launcher(), ...args], { env: { ...home.env, ...env, ...more }, columns, rows })
  return { home, terminal: open(), open }
}

const footer = 'Space next page · / search · q close'
const printed = async (open: (env: Record<string, string>) => TestTerminal) => {
  const terminal = open({ PAGER: 'cat' })
  expect((await terminal.ended).exitCode).toBe(0)
  return terminal.everything()
}
const firstLine = (screen: string) => Number(/^Paragraph (\d+)/m.exec(screen)?.[1])

describe('output that is longer than the screen', () => {
  it('is shown in pages, and what was seen stays on the screen', async () => {
    const { terminal, open } = await shown()
    const first = await terminal.until(footer)
    expect(first).toMatch(/\n\d+ lines below: Space or ↓\n\n/)
    terminal.type(' ')
    const second = await terminal.until((screen) => screen.includes(footer) && !screen.includes('Paragraph 0:'))
    const seen = second.slice(0, second.search(/\n\d+ lines below/))
    terminal.type('q')
    expect((await terminal.ended).exitCode).toBe(0)
    const whole = await printed(open)
    const left = terminal.everything()
    const [, text = '', more] = /^([^]*)\n\((\d+) more lines\)$/.exec(left) ?? []
    expect(text.endsWith(seen.trimEnd())).toBe(true)
    expect(whole.startsWith(text)).toBe(true)
    expect(whole.split('\n')).toHaveLength(text.split('\n').length + Number(more))
  })

  it.each([
    [80, 24],
    [40, 20]
  ])('loses no word of it on %i columns and %i rows', async (columns, rows) => {
    const leftOf = (text: string) => /\d+ lines? below|The end;/.exec(text)?.[0]
    const { terminal, open } = await shown({ columns, rows })
    let screen = await terminal.until(footer)
    const pages = [screen]
    while (!screen.includes('The end;')) {
      // The line that says how much is left is painted last.
      const before = leftOf(screen)
      terminal.type(keys.pageDown)
      screen = await terminal.until((now) => ![undefined, before].includes(leftOf(now)) && now.endsWith('q close'))
      pages.push(screen)
    }
    const whole = await printed(open)
    const read = new Set(pages.join('\n').split(/\s+/))
    expect(whole.split(/\s+/).filter((word) => !read.has(word))).toEqual([])
    terminal.type('q')
    await terminal.ended
    expect(terminal.everything()).toBe(whole)
  })

  it('goes to the end and back, and closes with Esc', async () => {
    const { terminal, open } = await shown()
    await terminal.until(footer)
    terminal.type(keys.end)
    expect(await terminal.until('The end;')).toMatch(/\n\n\/ search · q close$/)
    terminal.type(keys.home)
    await terminal.until('Paragraph 0:')
    terminal.type(keys.down + keys.down + keys.up)
    await terminal.until(footer)
    terminal.type(keys.escape)
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.everything()).toBe(await printed(open))
  })

  it('stays on the screen after Ctrl-C, which ends the program', async () => {
    const { terminal } = await shown()
    await terminal.until(footer)
    terminal.type('\u0003')
    expect((await terminal.ended).exitCode).toBe(130)
    expect(terminal.everything()).toContain('Paragraph 0: the heron of day 0.')
    expect(terminal.everything()).not.toContain('q close')
  })

  it('keeps its place when the window changes', async () => {
    const { terminal } = await shown()
    await terminal.until(footer)
    terminal.type('/day 45\r')
    await terminal.until('Match 1 of 1')
    terminal.type(keys.escape)
    let before = await terminal.until(footer)
    const place = firstLine(before)
    for (const [columns, rows] of [
      [42, 18],
      [100, 30],
      [80, 24]
    ] as const) {
      terminal.resize(columns, rows)
      // Not what the terminal itself makes of the last screen.
      const [below] = /\d+ lines below/.exec(before) ?? []
      before = await terminal.until((now) => now.includes(footer) && !now.includes(`${below}`))
      expect(Math.abs(firstLine(before) - place)).toBeLessThanOrEqual(1)
    }
  })

  it('is not paged where it fits', async () => {
    const { terminal } = await shown({ rows: 200 })
    await terminal.ended
    expect(terminal.written()).not.toContain('\u001b[?')
    expect(terminal.screen()).toContain('Paragraph 59')
  })

  it.each([
    ['help'],
    ['export', '--help'],
    ['help', 'files'],
    ['list'],
    ['show', 'last', '--raw'],
    ['pack', 'info', 'three-questions']
  ])('has the same keys everywhere: %s %s', async (...args) => {
    const { terminal } = await shown({ args, rows: 9 })
    const first = await terminal.until('q close')
    terminal.type(`${keys.end}q`)
    expect((await terminal.ended).exitCode).toBe(0)
    const words = (text: string) => text.replace(/\n\d+ lines below[^]*/, '').split(/\s+/)
    expect(words(terminal.everything())).toEqual(expect.arrayContaining(words(first)))
    expect(terminal.everything()).not.toContain('more line')
  })

  it('speaks Welsh', async () => {
    const { terminal } = await shown({ args: ['show', 'last', '--lang', 'cy'], columns: 40, rows: 20 })
    await terminal.until('Bylchwr nesaf · / chwilio · q cau')
    terminal.type('/heron\r')
    expect(await terminal.until('1 o 4')).toContain('n nesaf · N yr un cynt · q cau')
    terminal.type('N')
    await terminal.until("Yn parhau o'r diwedd: 4 o 4")
  })
})

describe('a search in the pages', () => {
  it('finds words whatever their capitals and accents, marks them, and says when it begins again', async () => {
    const { terminal } = await shown()
    await terminal.until(footer)
    terminal.type('/')
    expect(await terminal.until('Search for:')).toContain('Enter search · Esc cancel')
    terminal.type('CAFE muller\r')
    expect(await terminal.until('Match 1 of 1')).toContain('in the Café Müller.')
    expect(terminal.written()).toContain('\u001b[7mCafé Müller\u001b[27m')
    terminal.type('/OTTER\r')
    const first = await terminal.until('of 6')
    const at = Number(/atch (\d) of 6/.exec(first)?.[1])
    for (let match = at + 1; match <= 6; match++) {
      terminal.type('n')
      expect(await terminal.until(`Match ${match} of 6`)).toContain(`otter of day ${match - 1}1.`)
    }
    terminal.type('n')
    expect(await terminal.until('Continued from the start: match 1 of 6')).toContain('otter of day 1.')
    terminal.type('N')
    expect(await terminal.until('Continued from the end: match 6 of 6')).toContain('otter of day 51.')
  })

  it('goes on from what is visible, not from a match far away', async () => {
    const { terminal } = await shown()
    await terminal.until(footer)
    terminal.type('/wren\r')
    await terminal.until('Match 1 of 6')
    terminal.type(keys.end)
    await terminal.until('The end;')
    terminal.type('N')
    await terminal.until(/* the wren of day 54 is just above the end */ 'Match 6 of 6')
  })

  it('finds words that a line break parts', async () => {
    const { terminal } = await shown({ columns: 40, rows: 20 })
    await terminal.until(footer)
    terminal.type('/and so it went on for a long while, until the very last day\r')
    const screen = await terminal.until('Match 1 of 1')
    expect(screen).toMatch(/until\s+the\s+very\s+last\s+day/)
  })

  it('says that nothing was found, and is left by Esc before the text is', async () => {
    const { terminal } = await shown()
    await terminal.until(footer)
    terminal.type('/badger\r')
    await terminal.until('Not in this text: "badger"')
    terminal.type(keys.escape)
    await terminal.until(footer)
    terminal.type('/q')
    await terminal.until('Search for: q')
    terminal.type(keys.escape)
    await terminal.until(footer)
    terminal.type(`/${keys.backspace}`)
    await terminal.until(footer)
    terminal.type(keys.escape)
    expect((await terminal.ended).exitCode).toBe(0)
  })
})

describe('there are no pages', () => {
  it.each([
    ['with --plain', ['--plain'], {}],
    ['with TERM=dumb', [], { TERM: 'dumb' }],
    ['for a screen reader', [], { ACCESSIBLE: '1' }]
  ])('%s, even if PAGER is set', async (_, options, env) => {
    const { terminal } = await shown({ args: ['show', 'last', ...options], env: { ...env, PAGER: 'false' } })
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.everything()).toContain('Paragraph 59')
    expect(terminal.written()).not.toContain('\u001b[?')
  })
})

describe('PAGER', () => {
  it.each([
    ['names no program', 'there-is-no-such-pager'],
    ['fails', 'exit 1 #'],
    ["fails as Windows' shell says it", 'exit 9 #'],
    ['cannot be run', '/'],
    ['is killed', 'kill -9 $$ #']
  ])('that %s: the text is printed', async (_, PAGER) => {
    const { terminal } = await shown({ env: { PAGER } })
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.everything()).toContain('Paragraph 0')
    expect(terminal.everything()).toContain('Paragraph 59')
  })

  it('that works gets the text, and it is not printed again', async () => {
    const { terminal } = await shown({ env: { PAGER: 'sed s/Paragraph/Absatz/' } })
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.everything()).toContain('Absatz 59')
    expect(terminal.everything()).not.toContain('Paragraph')
  })

  it.each([[''], ['  ']])('"%s" is none', async (PAGER) => {
    const { terminal } = await shown({ env: { PAGER } })
    await terminal.until(footer)
  })
})
