import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Home } from '../kit/program.ts'
import { gone, openTerminal } from '../kit/terminal.ts'
import type { TestTerminal } from '../kit/terminal.ts'
import { drafted, homeForWriting, press } from '../kit/writing.ts'

/**
 * How a session ends: by a signal to the program, by an error that nobody catches, by Ctrl-C, or by the terminal being
 * closed.
 */
const ends = ['SIGKILL', 'SIGHUP', 'SIGTERM', 'SIGINT', 'crash', 'Ctrl-C', 'close'] as const
type End = (typeof ends)[number]

/** A session in a shell, that writes down the terminal's modes before and after. The program crashes at SIGUSR2. */
function openShell(start: readonly string[], home: Home): { terminal: TestTerminal; pid: () => number } {
  const crashing = path.join(home.dir, 'crashing.cjs')
  fs.writeFileSync(crashing, "process.on('SIGUSR2', () => { throw new Error('A fault of the test') })")
  const quote = (text: string) => `'${text}'`
  const program = [process.execPath, '--require', crashing, ...start].map(quote).join(' ')
  const line = `cd "$HOME"; stty -a > before; sh -c 'echo $$ > pid; exec "$@"' sh ${program}; echo $? > code; stty -a > after; echo GIVEN BACK; read line`
  const terminal = openTerminal(['-c', line], { command: 'sh', env: { ...home.env } })
  return { terminal, pid: () => Number(fs.readFileSync(path.join(home.dir, 'pid'), 'utf8')) }
}

/** What the learner of these sessions types: three answers of thirty words each, without the keys that send them. */
const answers = ['first', 'second', 'third'].map((id) => ({
  id,
  text: Array.from({ length: 30 }, (_, word) => `${id}${word}`).join(' ')
}))

/** A key that was typed, and when it was seen to have an effect; never, if the session ended before. Milliseconds. */
interface Typed {
  readonly question: number
  readonly key: string
  readonly seen: number
}

/** Types at the pace of somebody quick until the session is over; each key waits for the one before it to be seen. */
async function typing(terminal: TestTerminal, over: AbortSignal): Promise<Typed[]> {
  const typed: Typed[] = []
  const isOver = once(over)
  for (const [question, { id, text }] of answers.entries()) {
    await Promise.race([terminal.until(`The ${id}`), isOver])
    for (const key of [...text, '\t']) {
      if (over.aborted) return typed
      await Promise.race([press(terminal, key), isOver])
      typed.push({ question, key, seen: over.aborted ? Number.POSITIVE_INFINITY : performance.now() })
      await setTimeout(over.aborted ? 0 : PACE)
    }
  }
  return typed
}

/** Between two keys. Milliseconds; the answers of a session take about three seconds. */
const PACE = 3

function once(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}

/** Types until a moment, ends the session, and tells what had been seen of the keys by then. */
async function interrupted(end: End, after: number) {
  const { home, start } = homeForWriting()
  const { terminal, pid } = openShell(start, home)
  await terminal.until('begin')
  terminal.type('\r')
  await terminal.until('The first')
  const over = new AbortController()
  const begun = typing(terminal, over.signal)
  await setTimeout(after)
  const moment = performance.now()
  over.abort()
  if (end === 'Ctrl-C') terminal.type('\u0003')
  else if (end === 'close') terminal.close()
  else process.kill(pid(), end === 'crash' ? 'SIGUSR2' : end)
  const typed = await begun
  if (end === 'close') await gone(pid())
  else await terminal.until('GIVEN BACK')
  return { home, terminal, typed, moment }
}

/** The code that each end leaves, where a shell is there to be told it. */
const codes: Partial<Record<End, string>> = {
  SIGHUP: '129',
  SIGTERM: '143',
  SIGINT: '130',
  'Ctrl-C': '130',
  crash: '1'
}

/** Interrupts a session at a moment and looks at what is left. */
async function sessionLosesNothing(end: End, after: number): Promise<void> {
  const { home, terminal, typed, moment } = await interrupted(end, after)
  const kept = await drafted(home)
  // Only what cannot be caught may cost the last second; all else no key that was seen.
  const last = end === 'SIGKILL' ? moment - 1000 : moment
  for (const [question, { id, text }] of answers.entries()) {
    const keys = typed.filter((each) => each.question === question)
    const sure = keys.filter(({ key, seen }) => key !== '\t' && seen <= last)
    const isAnswered = keys.some(({ key, seen }) => key === '\t' && seen <= moment)
    const words = kept[id] ?? ''
    expect(text.startsWith(words)).toBe(true)
    expect(words.length).toBeGreaterThanOrEqual(isAnswered ? text.length : sure.length)
  }
  if (end === 'SIGKILL' || end === 'close') return
  const written = (name: string) => fs.readFileSync(path.join(home.dir, name), 'utf8')
  expect(written('code').trim()).toBe(codes[end])
  expect(written('after')).toBe(written('before'))
  const raw = terminal.written()
  expect(raw.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(raw.lastIndexOf('\u001b[?2004h'))
  expect(raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(raw.lastIndexOf('\u001b[?25l'))
  // What was asked and answered stays, and nothing of what was being asked.
  expect(terminal.everything()).not.toMatch(/Question \d of|Tab next/)
  if (end === 'crash') expect(terminal.screen()).toMatch(/Something went wrong.*A fault of the test(?![^]* at )/)
}

/** Sessions at a time, so that those who type are not kept waiting for a processor. */
const AT_ONCE = 4

describe('a session that is interrupted', () => {
  const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 3000 })), { numRuns: 56, seed: 11 })

  it.each(ends.map((end, index) => [end, moments.filter((_, at) => at % ends.length === index)] as const))(
    'by %s loses no answer, no word but of the last second, and leaves the terminal as it was; after %j ms',
    async (end, all) => {
      for (let at = 0; at < all.length; at += AT_ONCE)
        await Promise.all(all.slice(at, at + AT_ONCE).map((after) => sessionLosesNothing(end, after)))
    },
    60_000
  )
})
