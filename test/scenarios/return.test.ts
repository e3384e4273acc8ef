import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { addUnits } from '../../src/dates/calendar.ts'
import { dayOf, isoTime } from '../../src/dates/time.ts'
import { english } from '../../src/words/index.ts'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const PACK = `format: 2
id: returns
version: 1.0.0
title: Returns
language: en-GB
exercises:
  - id: visit
    title: Return visit
    minutes: 3
    prompts:
      - { id: said, ask: What was said? }
      - { id: look, type: date, return: true, ask: When will you look again? }
  - id: log
    title: Weekly log
    minutes: 3
    revisit: { exercise: log, after: 7 days }
    prompts:
      - { id: now, ask: What is it now? }
`
/** The day so many days from today. */
const inDays = (days: number) => addUnits(dayOf(isoTime(new Date())), 'day', days)

/** A home with an entry of each exercise, and the pack installed. `look`: the day that the learner chose. */
async function returning(look: string | undefined, text = PACK): Promise<Home> {
  const home = newHome()
  fs.mkdirSync(home.dir, { recursive: true })
  await install(home, text)
  await home.run(['start', 'visit', '--answers', '-'], { input: JSON.stringify({ said: 'Something.', look }) })
  return home
}

async function install(home: Home, text: string): Promise<void> {
  const file = path.join(home.dir, 'returns.yaml')
  fs.writeFileSync(file, text)
  const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
  expect([code, stderr]).toMatchObject([0, expect.any(String)])
}

/** The names of what is due, by `revisit` and by `progress`. */
async function due(home: Home): Promise<string[]> {
  const read = async (command: string) => {
    const { due: all } = JSON.parse((await home.run([command, '--json'])).stdout) as { due: { exercise: string }[] }
    return all.map(({ exercise }) => exercise)
  }
  const names = await read('revisit')
  expect(await read('progress')).toEqual(names)
  return names
}

/** Changes the text of the only entry of an exercise by hand. */
function change(home: Home, exercise: string, from: RegExp, to: string): void {
  const name = filesBelow(home.journal).find((each) => each.includes(exercise)) ?? ''
  const file = path.join(home.journal, name)
  const text = fs.readFileSync(file, 'utf8')
  expect(text).toMatch(from)
  fs.writeFileSync(file, text.replace(from, to))
}

describe('a day to come back', () => {
  it.each([
    [undefined, []],
    [1, []],
    [0, ['visit']]
  ])('in %s days makes due: %j', async (days, expected) => {
    const home = await returning(days === undefined ? undefined : inDays(days))
    expect(await due(home)).toEqual(expected)
    const { stdout } = await home.run([])
    expect(stdout.includes(english.session.home.typeForDue('Return visit', 'visit'))).toBe(expected.length > 0)
  })

  it('is named by "revisit" while it is still to come', async () => {
    const home = await returning(inDays(40))
    const { stdout } = await home.run(['revisit'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(english.days.inWords(inDays(40)))
  })

  it('follows a change by hand, and ends with the answer', async () => {
    const home = await returning(inDays(40))
    change(home, 'visit', /^\d{4}-\d\d-\d\d$/m, english.days.inWords(inDays(0)))
    expect(await due(home)).toEqual(['visit'])
    change(home, 'visit', /\n> When will[^]*$/, '\n> When will you look again?\n')
    expect(await due(home)).toEqual([])
  })

  it('follows a question that is renamed, and not one that no longer asks or is gone', async () => {
    const home = await returning(inDays(0))
    const next = (text: string, version: string) => install(home, text.replace('1.0.0', version))
    await next(`${PACK.replace('id: look,', 'id: day,')}renamed: { visit/look: visit/day }\n`, '1.1.0')
    expect(await due(home)).toEqual(['visit'])
    await next(PACK.replace(' return: true,', ''), '1.2.0')
    expect(await due(home)).toEqual([])
  })

  it('survives an export and import', async () => {
    const home = await returning(inDays(0))
    const { stdout } = await home.run(['export', '--format', 'json', '--include-private', '--yes'])
    const other = newHome()
    await install(other, PACK)
    const file = path.join(other.dir, 'entries.json')
    fs.writeFileSync(file, stdout)
    await other.run(['import', file])
    expect(await due(other)).toEqual(['visit'])
  })
})

describe('the page after an exercise', () => {
  it('says when it comes back', async () => {
    const home = newHome()
    await install(home, PACK)
    const terminal = openTerminal([launcher(), 'start', 'visit'], { env: home.env, rows: 30, columns: 120 })
    await terminal.until('begin')
    terminal.type('\r')
    await terminal.until('What was said?')
    terminal.type('Something.\t')
    await terminal.until('When will you look again?')
    terminal.type('tomorrow\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    await terminal.until(english.session.closing.comeBack('Return visit', english.days.withWeekday(inDays(1))))
  })
})

describe('an exercise that revisits itself', () => {
  it('is due so long after it was last finished', async () => {
    const home = await returning(undefined)
    expect(JSON.parse((await home.run(['list', 'returns', '--json'])).stdout)).toMatchObject([
      { exercises: [{}, { id: 'log', status: 'open' }] }
    ])
    await home.run(['start', 'log', '--answers', '-'], { input: JSON.stringify({ now: 'It is so.' }) })
    expect(await due(home)).toEqual([])
    change(home, 'log', /finished: \S{10}/, `finished: ${inDays(-7)}`)
    expect(await due(home)).toEqual(['log'])
  })

  it.each([
    [1, ['needs-format']],
    [2, []]
  ])('in format %s, a pack has these faults: %j', async (format, codes) => {
    const home = newHome()
    const file = path.join(home.dir, 'pack.yaml')
    fs.writeFileSync(file, PACK.replace('format: 2', `format: ${format}`))
    const { stdout } = await home.run(['pack', 'check', file, '--json'])
    const found = (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code)
    expect(found.toSorted()).toEqual(codes)
  })
})
