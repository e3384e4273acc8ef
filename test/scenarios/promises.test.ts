import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/words/index.ts'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'

const PACK = `format: 1
id: plans
version: 1.0.0
title: Plans
language: en-GB
exercises:
  - id: one
    title: One
    minutes: 3
    prompts:
      - { id: said, ask: What was said? }
      - { id: plan, type: plan, ask: What will you do? }
  - id: two
    title: Two
    minutes: 3
    reading: Read this first.
    prompts:
      - { id: now, ask: What is it now? }
  - id: back
    title: Back
    minutes: 3
    prompts:
      - { id: plan, type: recall, of: one/plan, ask: Your plan was this. }
      - { id: now, ask: What is it now? }
`
const QUESTION = 'Last time you wrote: When the board meets, I will ask.'

/** A home with a plan that was made a number of days ago, and the pack. */
async function promised(daysAgo = 8): Promise<{ home: Home; pack: string }> {
  const home = newHome()
  const pack = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(pack, PACK)
  const answers = JSON.stringify({ said: 'Something.', plan: { if: 'the board meets', then: 'ask' } })
  await home.run(['start', 'one', '--pack', pack, '--answers', '-'], { input: answers })
  makeOlder(home, daysAgo)
  return { home, pack }
}

/** Moves all entries into the past. */
function makeOlder(home: Home, days: number): void {
  for (const name of filesBelow(home.journal).filter((each) => /^(\d{4}|drafts)/.test(each))) {
    const file = path.join(home.journal, name)
    const text = fs.readFileSync(file, 'utf8')
    const older = text.replaceAll(/^(started|finished): (\S+)/gm, (_, key: string, time: string) => {
      const day = new Date(Date.parse(time.slice(0, 10)) - days * 86_400_000).toISOString().slice(0, 10)
      return `${key}: ${day}${time.slice(10)}`
    })
    fs.writeFileSync(file, older)
  }
}

function starting(home: Home, pack: string, exercise: string, ...options: readonly string[]): TestTerminal {
  return openTerminal([launcher(), 'start', exercise, '--pack', pack, ...options], { env: home.env, rows: 30 })
}

/** Answers the only question of exercise two, after its reading, and finishes. */
async function finish(terminal: TestTerminal): Promise<void> {
  await terminal.until('Read this first.')
  terminal.type('\r')
  await terminal.until('What is it now?')
  terminal.type('It is so.\t')
  await terminal.until('Your answers')
  terminal.type('\r')
}

async function promises(home: Home): Promise<readonly unknown[]> {
  return JSON.parse((await home.run(['promises', '--json'])).stdout)
}

describe('a plan that was made earlier', () => {
  it('is asked about before the next exercise, once a day, and the answer is kept in that entry, private', async () => {
    const { home, pack } = await promised()
    const terminal = starting(home, pack, 'two')
    await terminal.until(QUESTION)
    terminal.type('1\r')
    await terminal.until('a line you would like to add')
    terminal.type('They had none.\r')
    await finish(terminal)
    await terminal.until('Your entry')
    expect(await promises(home)).toMatchObject([
      { plan: 'When the board meets, I will ask', open: false, said: [{ outcome: 'came', line: 'They had none.' }] }
    ])
    const shared = (await home.run(['export', '--yes'])).stdout
    expect(shared).toContain('It is so.')
    expect(shared).not.toMatch(/They had none|Last time/)
    const again = starting(home, pack, 'two', '--again')
    await again.until('Read this first.')
  })

  it('stays private in what is said about it', async () => {
    const { home, pack } = await promised()
    const terminal = starting(home, pack, 'two')
    await terminal.until(QUESTION)
    terminal.type('\u001b')
    await terminal.until('All questions')
    terminal.type('\u0010')
    await terminal.until('This stays private')
  })

  it('is asked about again a week after "not yet", and not before', async () => {
    const { home, pack } = await promised()
    const terminal = starting(home, pack, 'two')
    await terminal.until(QUESTION)
    terminal.type('2\r')
    await terminal.until('a line you would like to add')
    terminal.type('\t\t')
    await finish(terminal)
    await terminal.until('Your entry')
    expect(await promises(home)).toMatchObject([{ open: true, said: [{ outcome: 'not-yet' }] }])
    makeOlder(home, 6)
    await starting(home, pack, 'two').until('Read this first.')
    makeOlder(home, 1)
    await starting(home, pack, 'two').until(QUESTION)
  })

  it('is asked about again when the draft is continued, with what was said', async () => {
    const { home, pack } = await promised()
    const terminal = starting(home, pack, 'two', '--plain')
    await terminal.until(QUESTION)
    terminal.type('3\r')
    await terminal.until('a line you would like to add')
    terminal.type('It is less urgent.\r')
    await terminal.until('Read this first.')
    terminal.type(':leave\r')
    await terminal.ended
    const resumed = openTerminal([launcher(), 'resume'], { env: home.env, rows: 30 })
    await finish(resumed)
    await resumed.until('Your entry')
    expect(await promises(home)).toMatchObject([
      { open: false, said: [{ outcome: 'changed', line: 'It is less urgent.' }] }
    ])
  })

  it('is not asked about where nobody can answer, on its own day, or where the exercise shows it', async () => {
    const { home, pack } = await promised()
    const { stdout } = await home.run(['start', 'two', '--pack', pack], { input: '\nIt is so.\n\n\n' })
    expect(stdout).not.toContain('Last time')
    const shown = starting(home, pack, 'back')
    expect(await shown.until('begin')).not.toContain('Last time')
    const { home: today, pack: same } = await promised(0)
    await starting(today, same, 'two').until('Read this first.')
  })

  it('is counted at home and shown in progress while it is open', async () => {
    const { home } = await promised()
    const { promises: said } = english.commands
    expect((await home.run([])).stdout).toContain(english.session.home.typeForPlans(said.stillOpen(1)))
    const progress = (await home.run(['progress'])).stdout
    expect(progress).toContain(`${said.stillOpen(1)}\n  When the board meets, I will ask`)
    const { plans } = JSON.parse((await home.run(['progress', '--json'])).stdout) as { plans: readonly unknown[] }
    expect(plans).toMatchObject([{ exercise: 'one', plan: 'When the board meets, I will ask', open: true }])
    const terminal = openTerminal([launcher(), '--plain'], { env: home.env, rows: 20 })
    await terminal.until(said.stillOpen(1))
    terminal.type(`${said.stillOpen(1)}\r`)
    await terminal.until('When the board meets, I will ask')
  })

  it('is asked about although the exercise shows a later answer to the same question', async () => {
    const { home, pack } = await promised()
    const answers = JSON.stringify({ said: 'More.', plan: { if: 'it rains', then: 'wait' } })
    await home.run(['start', 'one', '--pack', pack, '--answers', '-'], { input: answers })
    makeOlder(home, 1)
    expect(await starting(home, pack, 'back').until('Has it come?')).toContain(QUESTION)
  })

  it('of another pack stays out of an export of these entries', async () => {
    const { home, pack } = await promised()
    const terminal = starting(home, pack, 'two')
    await terminal.until(QUESTION)
    terminal.type('4\r')
    await terminal.until('a line you would like to add')
    terminal.type('Nobody minds.\r')
    await finish(terminal)
    await terminal.until('Your entry')
    const entry = filesBelow(home.journal).find((name) => name.includes('two')) ?? ''
    const file = path.join(home.journal, entry)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"plan":{"pack":"plans"', '"plan":{"pack":"other"'))
    const part = (await home.run(['export', 'plans', '--include-private', '--yes'])).stdout
    expect(part).toContain('It is so.')
    expect(part).not.toContain('Nobody minds.')
    expect((await home.run(['export', '--include-private', '--yes'])).stdout).toContain('Nobody minds.')
  })
})
