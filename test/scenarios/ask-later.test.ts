import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/words/index.ts'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'

const PACK = `format: 2
id: later
version: 1.0.0
title: Later
language: en-GB
exercises:
  - id: one
    title: One
    minutes: 3
    reading: Read this first.
    prompts:
      - { id: now, ask: What is it now? }
    discussion: This is the discussion.
    ask_later: true
`
const QUESTION = 'Is it {{now}} still *so*?'
const THEN = 'Today it is.'

async function newcomer(): Promise<Home> {
  const home = newHome()
  await install(home, PACK)
  return home
}

async function install(home: Home, text: string): Promise<void> {
  const file = path.join(home.dir, 'later.yaml')
  fs.writeFileSync(file, text)
  await home.run(['pack', 'add', file, '--yes'])
}

function starting(home: Home, ...args: readonly string[]): TestTerminal {
  return openTerminal([launcher(), ...(args.length === 0 ? ['start', 'one'] : args)], { env: home.env, rows: 30 })
}

/** Reads, answers the question of the exercise and reads the discussion. */
async function answer(terminal: TestTerminal): Promise<void> {
  await terminal.until('Read this first.')
  terminal.type('\r')
  await terminal.until('What is it now?')
  terminal.type('It is so.\t')
  await terminal.until('This is the discussion.')
  terminal.type('\r')
  await terminal.until('What should you be asked')
}

async function finish(terminal: TestTerminal): Promise<void> {
  await terminal.until('Your answers')
  terminal.type('\r')
  await terminal.until('Your entry')
}

/** A home with an entry in which a question was left for a day, and answered. */
async function left(day: string): Promise<Home> {
  const home = await newcomer()
  const terminal = starting(home)
  await answer(terminal)
  terminal.type(`${QUESTION}\r`)
  await terminal.until('When should you be asked?')
  terminal.type(day)
  await terminal.until('What would you answer today?')
  terminal.type(`${THEN}\t`)
  await finish(terminal)
  return home
}

/** Moves all entries, and the days in them, into the past. */
function makeOlder(home: Home, days: number): void {
  for (const name of filesBelow(home.journal).filter((each) => /^(\d{4}|drafts)/.test(each))) {
    const file = path.join(home.journal, name)
    const text = fs
      .readFileSync(file, 'utf8')
      .replaceAll(/(?<=^(?:(?:started|finished): )?)\d{4}-\d\d-\d\d/gm, (day) =>
        new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
      )
    fs.writeFileSync(file, text)
  }
}

async function due(home: Home): Promise<readonly unknown[]> {
  const { due: all } = JSON.parse((await home.run(['revisit', '--json'])).stdout) as { due: readonly unknown[] }
  return all
}

describe('a question that was left for later', () => {
  it('is asked on its day with the old answer hidden, once, and stays private', async () => {
    const home = await left('in 3 weeks\r')
    expect(await due(home)).toEqual([])
    makeOlder(home, 20)
    expect(await due(home)).toEqual([])
    makeOlder(home, 1)
    expect(await due(home)).toMatchObject([{ exercise: 'one', asks: true }])
    const terminal = starting(home, '--plain')
    await terminal.until(english.session.home.asks('One'))
    terminal.type('1\r')
    const asked = await terminal.until('Is it {{now}} still *so*?')
    expect(asked).not.toContain(THEN)
    terminal.type('No longer.\r.\r')
    await terminal.until(THEN)
    terminal.type('\r')
    await terminal.until('Read this first.')
    terminal.type(':leave\r')
    await terminal.ended
    expect(await due(home)).toEqual([])
    const resumed = starting(home, 'resume')
    await answer(resumed)
    resumed.type('\t\t')
    await finish(resumed)
    expect(await due(home)).toEqual([])
    const shared = (await home.run(['export', '--yes'])).stdout
    expect(shared).toContain('It is so.')
    expect(shared).not.toMatch(/still|Today it is|No longer/)
    const all = (await home.run(['export', '--format', 'json', '--include-private', '--yes'])).stdout
    expect(all).toContain(JSON.stringify('"question":{"pack":"later","entry":').slice(1, -1))
  })

  it('without a day is asked after a month, also after the pack and the entry were changed', async () => {
    const home = await left('\t\t')
    await install(home, PACK.replace('version: 1.0.0', 'version: 1.1.0').replace('    ask_later: true\n', ''))
    const name = filesBelow(home.journal).find((each) => /^\d{4}/.test(each)) ?? ''
    const file = path.join(home.journal, name)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('still', 'really'))
    makeOlder(home, 25)
    expect(await due(home)).toEqual([])
    makeOlder(home, 10)
    expect(await due(home)).toMatchObject([{ exercise: 'one', asks: true }])
    const json = (await home.run(['export', '--format', 'json', '--include-private', '--yes'])).stdout
    const other = newHome()
    await install(other, PACK)
    fs.writeFileSync(path.join(other.dir, 'entries.json'), json)
    await other.run(['import', path.join(other.dir, 'entries.json')])
    expect(await due(other)).toMatchObject([{ exercise: 'one', asks: true }])
    await starting(other).until('Is it {{now}} really *so*?')
  })

  it('is left by nobody where nobody can answer', async () => {
    const home = await newcomer()
    const { stdout } = await home.run(['start', 'one'], { input: '\nIt is so.\n\n\n\n' })
    expect(stdout).not.toContain('What should you be asked')
    await home.run(['start', 'one', '--answers', '-'], { input: JSON.stringify({ now: 'It is so.' }) })
    const shown = (await home.run(['show', 'one'])).stdout
    expect(shown).not.toContain('What should you be asked')
  })
})
