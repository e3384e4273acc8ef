import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'

const exercise = (id: string) => `
  - id: ${id}
    title: Title ${id}
    minutes: 5
    prompts: [{ id: what, ask: What is it? }]`

const ROUTES = `format: 1
id: ways
version: 1.0.0
title: Ways
language: en-GB
exercises:${['a', 'b', 'c', 'd'].map(exercise).join('')}
routes:
  brief: { title: The short way, exercises: [b, d] }
`

/** A home in which a pack is installed. */
async function withPack(yaml: string): Promise<Home> {
  const home = newHome()
  const file = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(file, yaml)
  const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
  if (code !== 0) throw new Error(stderr)
  return home
}

describe('a route', () => {
  it('is remembered: the home screen goes on there, until it is done', async () => {
    const home = await withPack(ROUTES)
    const input = '{ what: It rained. }'
    await home.run(['start', 'b', '--route', 'brief', '--answers', '-'], { input })
    expect((await home.run([])).stdout).toContain('To begin "Title d", which is next on your route, "The short way"')
    await home.run(['start', 'a', '--route', 'brief', '--answers', '-'], { input })
    expect((await home.run([])).stdout).toContain('To begin "Title d", which is next on your route')
    const closing = await home.run(['start', 'd'], { input: '\nIt rained.\n\n.\n\n\n' })
    expect(closing.stdout).toContain('That was the last exercise of the route "The short way" for now.')
    expect(closing.stdout).toContain('"Title c"')
    expect((await home.run([])).stdout).toContain('To begin "Title c":')
    const routes = filesBelow(home.journal)
      .filter((name) => /^\d{4}/.test(name))
      .map((name) => fs.readFileSync(path.join(home.journal, name), 'utf8'))
      .map((text) => [/^exercise: (.*)$/m.exec(text)?.[1], /^route: (.*)$/m.exec(text)?.[1]])
    expect(Object.fromEntries(routes)).toEqual({ a: undefined, b: 'brief', d: 'brief' })
  })

  it('names the next exercise of it at the end of one', async () => {
    const home = await withPack(ROUTES)
    const { stdout } = await home.run(['start', '--route', 'brief'], { input: '\nIt rained.\n\n.\n\n\n' })
    expect(stdout).toContain('Next on the route "The short way", when you like: "Title d" (reflect start d).')
  })
})

const CORE = `format: 2
id: week
version: 1.0.0
title: Week
language: en-GB
exercises:
  - id: log
    title: The log
    minutes: 20
    prompts:
      - { id: moment, ask: Which moment comes back?, lines: 1, core: true }
      - { id: others, ask: Who was missing?, lines: 1 }
      - { id: sure, type: yes-no, ask: Would you do it again?, core: true }
      - { id: more, ask: What else?, lines: 1 }
`

function starting(home: Home, ...options: readonly string[]): TestTerminal {
  return openTerminal([launcher(), 'start', 'log', ...options], { env: home.env, rows: 30 })
}

/** Begins and answers the core questions, up to the stop. */
async function toStop(terminal: TestTerminal): Promise<void> {
  await terminal.until('2 questions')
  terminal.type('\r')
  await terminal.until('Which moment comes back?')
  terminal.type('The vote.\r')
  await terminal.until('Would you do it again?')
  terminal.type('y\r')
  await terminal.until('Those were the core questions.')
}

async function answersOf(home: Home): Promise<object> {
  return JSON.parse((await home.run(['show', 'last', '--json'])).stdout).answers
}

describe('core questions', () => {
  it('are offered first on a terminal, and a session can be finished after them', async () => {
    const home = await withPack(CORE)
    const terminal = starting(home)
    const offer = await terminal.until('About 20 minutes: all the questions')
    expect(offer).toContain('About 10 minutes: the core questions')
    terminal.type('\r')
    await toStop(terminal)
    expect(terminal.screen()).toContain('There are 2 more, for about 10 minutes.')
    terminal.type('\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    await terminal.until('Finished and saved')
    expect(await answersOf(home)).toEqual({ moment: 'The vote.', sure: true })
  })

  it('are not offered where they save little, and all questions are asked', async () => {
    const home = await withPack(CORE.replace('minutes: 20', 'minutes: 4'))
    const terminal = starting(home)
    const first = await terminal.until('about 4 minutes')
    expect(first).not.toContain('the core questions')
    expect(first).toContain('4 questions')
  })

  it('come first with --minutes; the rest waits in a draft, which is asked whole', async () => {
    const home = await withPack(CORE)
    const terminal = starting(home, '--minutes', '10', '--plain')
    await toStop(terminal)
    terminal.type('3\r')
    expect((await terminal.ended).exitCode).toBe(0)
    const [draft = ''] = filesBelow(path.join(home.journal, 'drafts'))
    const text = fs.readFileSync(path.join(home.journal, 'drafts', draft), 'utf8')
    expect(text).not.toMatch(/^core:|reflect:others|Skipped/m)
    const resumed = openTerminal([launcher(), 'resume'], { env: home.env, rows: 30 })
    await resumed.until('4 questions')
    resumed.type('\r')
    await resumed.until('Who was missing?')
    resumed.type('The clerk.\r')
    await resumed.until('What else?')
    resumed.type('Nothing.\r')
    await resumed.until('Your answers')
    resumed.type('\r')
    await resumed.until('Finished and saved')
    expect(await answersOf(home)).toEqual({ moment: 'The vote.', others: 'The clerk.', sure: true, more: 'Nothing.' })
  })

  it('are chosen again with another --minutes, and a draft remembers them', async () => {
    const home = await withPack(CORE)
    const terminal = starting(home, '--minutes', '19')
    await terminal.until('2 questions')
    terminal.type('\r')
    await terminal.until('Which moment comes back?')
    terminal.type('The vote.')
    await terminal.until('The vote.')
    terminal.type('\u0003')
    await terminal.ended
    const remembered = starting(home)
    expect(await remembered.until('Which moment comes back?')).toContain('About 10 minutes left')
    remembered.type('\u0003')
    await remembered.ended
    const again = starting(home, '--minutes', '20', '--plain')
    expect(await again.until('Which moment comes back?')).toContain('About 20 minutes left')
    expect((await home.run(['start', 'log', '--minutes', 'ten'])).code).toBe(2)
  })

  it('are the last word on nothing: --answers and a pipe take every question', async () => {
    const home = await withPack(CORE)
    const input = '{ moment: One., others: Two., sure: false, more: Three. }'
    await home.run(['start', 'log', '--minutes', '10', '--answers', '-'], { input })
    expect(Object.keys(await answersOf(home))).toEqual(['moment', 'others', 'sure', 'more'])
    const { stdout } = await home.run(['start', 'log', '--again'], { input: ':leave\n' })
    expect(stdout).toContain('About 20 minutes, 4 questions.')
  })
})

const CHECKED = `${ROUTES.replace('format: 1', 'format: 2').replace('[b, d] }', '[b, d], self_check: true }')}`
const QUESTION = 'Does it question what I did or thought?'

/** Starts the last exercise of the route, and answers its question. */
async function atLast(home: Home, ...options: readonly string[]): Promise<TestTerminal> {
  const terminal = openTerminal([launcher(), 'start', 'd', ...options], { env: home.env, rows: 30 })
  await terminal.until('Title d')
  terminal.type('\r')
  await terminal.until('What is it?')
  terminal.type('It rained.\t')
  return terminal
}

describe("the look at one's own pages", () => {
  it('is offered once at the end of a route, is private and not counted, and survives a round trip', async () => {
    const home = await withPack(CHECKED)
    await home.run(['start', 'b', '--answers', '-'], { input: '{ what: It rained. }' })
    const terminal = await atLast(home)
    expect(await terminal.until('Space tick')).toContain(QUESTION)
    terminal.type('1')
    await terminal.until('1 chosen')
    terminal.type('\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    expect(await terminal.until('Finished and saved')).toContain('No answer in it is private.')
    const shown = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    expect(shown).toMatchObject({ words: 2, answers: { '_self-check': ['tells'] } })
    for (const format of ['md', 'html', 'txt']) {
      const { stdout, stderr } = await home.run(['export', '--format', format, '--include-private'])
      expect(stdout).not.toContain(QUESTION)
      expect(stderr).not.toContain('left out')
    }
    expect((await home.run(['export', '--format', 'json'])).stdout).not.toMatch(/_self-check|question what I did/)
    const copy = path.join(home.dir, 'all.json')
    fs.writeFileSync(copy, (await home.run(['export', '--format', 'json', '--include-private'])).stdout)
    const other = newHome()
    await other.run(['import', copy])
    expect((await other.run(['show', 'last', '--json'])).stdout).toContain('"_self-check"')
    const again = await atLast(home, '--again')
    await again.until('Your answers')
    // It stands at the end of the file, where people add a line.
    fs.appendFileSync(shown.file, '\nPS: ask the walrus.\n')
    expect((await home.run(['export', '--include-private'])).stdout).toContain('walrus')
    expect((await home.run(['export', '--yes'])).stdout).not.toContain('walrus')
  })

  it('is skipped with one key, not offered again, and not before the end of the route', async () => {
    const home = await withPack(CHECKED)
    const early = await atLast(home)
    await early.until('Your answers')
    early.type('\r')
    await early.until('Finished and saved')
    const terminal = openTerminal([launcher(), 'start', 'b', '--plain'], { env: home.env, rows: 30 })
    await terminal.until('Press Enter to begin')
    terminal.type('\r')
    await terminal.until('What is it?')
    terminal.type('It rained.\r.\r')
    await terminal.until(QUESTION)
    terminal.type(':skip\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    await terminal.until('Finished and saved')
    const again = await atLast(home, '--again')
    expect(await again.until('Your answers')).not.toContain('A look at your own pages')
  })
})
