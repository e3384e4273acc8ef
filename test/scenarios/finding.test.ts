import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'

const answersOf = {
  'three-questions': { what: 'The desk moved.' },
  'three-corners': { moment: 'A door slammed.' }
}

/** A home with a finished entry of some exercises, oldest first, and the files. */
async function homeWith(...exercises: readonly (keyof typeof answersOf)[]): Promise<{ home: Home; files: string[] }> {
  const home = newHome()
  const files: string[] = []
  for (const exercise of exercises) {
    const { stdout, stderr } = await home.run(['start', exercise, '--answers', '-'], {
      input: JSON.stringify(answersOf[exercise])
    })
    expect(stderr).toBe('')
    files.push(stdout.trim())
  }
  return { home, files }
}

function inTerminal(home: Home, ...args: readonly string[]): TestTerminal {
  return openTerminal([launcher(), ...args], { env: home.env, columns: 80, rows: 30 })
}

describe('an entry is found', () => {
  it.each([
    ['its title', 'Three quick questions'],
    ['its title in other capitals', 'THREE QUESTIONS'],
    ['the name of its exercise', 'three-questions'],
    ['that with its pack', 'three-questions/three-questions'],
    ['the beginning of its title', 'three q'],
    ['a part of its title', 'quick'],
    ['the word last', 'last']
  ])('by %s', async (_, name) => {
    const { home } = await homeWith('three-corners', 'three-questions')
    for (const [command, ...options] of [['show'], ['revisit'], ['export', '--include-private']] as const) {
      const { code, stdout } = await home.run([command, name, ...options])
      expect(code).toBe(0)
      expect(stdout).toContain('The desk moved.')
      expect(stdout).not.toContain('A door slammed.')
    }
    expect((await home.run(['show', name, '--lang', 'cy'])).stdout).toContain('The desk moved.')
  })

  it.each(['today', 'heddiw'])('by its day, in the language of the program: %s', async (day) => {
    const { home } = await homeWith('three-questions')
    const lang = day === 'today' ? 'en' : 'cy'
    expect((await home.run(['show', day, '--lang', lang])).stdout).toContain('The desk moved.')
    expect((await home.run(['revisit', day, '--lang', lang])).stdout).toContain('The desk moved.')
  })

  it('or all that could be meant are named, and nothing happens', async () => {
    const { home } = await homeWith('three-questions', 'three-corners', 'three-questions')
    for (const command of ['show', 'export', 'edit']) {
      const { code, stdout, stderr } = await home.run([command, 'today'])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr.match(/^ {2}[\da-f-]{36} .*(?:Three quick questions|Incident, three corners)$/gm)).toHaveLength(3)
    }
  })

  it.each([
    ['delete', '--yes'],
    ['edit', '--tag', 'x'],
    ['edit', '--plain']
  ])('only by an exact name for %s %s without a terminal', async (command, ...options) => {
    const { home, files } = await homeWith('three-questions')
    const before = files.map((file) => fs.readFileSync(file, 'utf8'))
    for (const name of ['last', 'three', 'three-questions', 'questions', 'today']) {
      const { code, stderr } = await home.run([command, name, ...options], { input: '\n' })
      expect(code).toBe(2)
      expect(stderr).toMatch(/not exact enough[^]*\n {2}[\da-f-]{36} .*Three quick questions\n$/)
    }
    expect(files.map((file) => fs.readFileSync(file, 'utf8'))).toEqual(before)
    expect((await home.run([command, 'three Quick questions', ...options], { input: '\n' })).code).toBe(0)
  })

  it('and of a title that two have, none is deleted', async () => {
    const { home } = await homeWith('three-questions', 'three-questions')
    const before = filesBelow(home.journal)
    expect((await home.run(['delete', 'Three quick questions', '--yes'])).stderr).toMatch(/could be any of these/)
    expect(filesBelow(home.journal)).toEqual(before)
  })
})

describe('lists of entries', () => {
  it('show days in words and first words, no ids, and nothing private', async () => {
    const { home } = await homeWith('three-corners')
    const input = '{ what: The desk moved., so-what: others }'
    await home.run(['start', 'three-questions', '--answers', '-'], { input })
    for (const args of [['journal'], ['journal', '--trash']]) {
      const { stdout } = await home.run(args)
      expect(stdout).toMatch(/^ {2}\d+ \p{L}+ \d{4} {2}Three quick questions\n +People I work with$/mu)
      expect(stdout).not.toMatch(/[\da-f]{8}|The desk moved|A door slammed/)
      await home.run(['delete', 'Three quick questions', '--yes'])
    }
  })
})

describe('an exercise is found', () => {
  it.each(['Three quick questions', 'three q', 'quick', 'last', 'today'])('as %s by start', async (name) => {
    const { home } = await homeWith('three-questions')
    expect((await home.run(['start', name, '--plain'], { input: ':leave\n' })).stdout).toContain(
      'Three quick questions'
    )
  })

  it('also if only an entry of it is left', async () => {
    const { home, files } = await homeWith('three-questions')
    for (const file of files) {
      const text = fs.readFileSync(file, 'utf8')
      fs.writeFileSync(file, text.replace(/^pack: .*$/m, 'pack: gone').replace(/^exercise: .*$/m, 'exercise: lost-one'))
    }
    for (const name of ['lost-one', 'gone/lost-one', 'lost'])
      expect((await home.run(['revisit', name])).stdout).toContain('The desk moved.')
  })
})

describe('on a terminal', () => {
  it.each([['show'], ['show', 'today'], ['search']])('%s %s lets the user choose', async (...args) => {
    const { home } = await homeWith('three-questions', 'three-corners')
    const terminal = inTerminal(home, ...args)
    await terminal.until((screen) =>
      ['Which entry?', 'Incident', 'Three quick', 'type to find'].every((each) => screen.includes(each))
    )
    terminal.type('desk')
    await terminal.until((screen) => !screen.includes('Incident'))
    terminal.type('\r')
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.everything()).toContain('The desk moved.')
  })

  it('start shows the exercises that a part of a title means', async () => {
    const { home } = await homeWith()
    const terminal = inTerminal(home, 'start', 'three')
    await terminal.until((screen) => /Which exercise\?[^]*Three tests[^]*Three quick questions[^]*Enter/.test(screen))
    terminal.type('\u001b[B')
    await terminal.until('❯ Incident')
    terminal.type('\u001b[B')
    await terminal.until('❯ Three quick questions')
    terminal.type('\r')
    await terminal.until('Enter begin')
    terminal.type('\u0003')
    await terminal.ended
  })
})

it.each([['show'], ['edit'], ['delete']])('%s without a name and a terminal is refused', async (command) => {
  const { home } = await homeWith('three-questions')
  expect(await home.run([command])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Something is missing: <entry>.')
  })
})
