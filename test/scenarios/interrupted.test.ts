import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import * as fc from 'fast-check'
import { describe, expect, inject, it, vi } from 'vitest'
import { isLong } from '../kit/long.ts'
import { filesBelow } from '../kit/program.ts'
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

/** What the learner of these sessions types: three answers of ten words each, without the keys that send them. */
const answers = ['first', 'second', 'third'].map((id) => ({
  id,
  text: Array.from({ length: 10 }, (_, word) => `${id}${word}`).join(' ')
}))

/** All keys of a session, in their order. */
const keys = answers.flatMap(({ text }, question) => [...text, '\t'].map((key) => ({ question, key })))

/** The files of the drafts and when they were written, temporary ones included. */
function filesOfDrafts(home: Home): string {
  const all = filesBelow(home.journal).filter((file) => file.includes('drafts'))
  return all
    .map((file) => `${file} ${fs.statSync(path.join(home.journal, file), { throwIfNoEntry: false })?.mtimeMs}`)
    .join()
}

/** Types so many keys, each once the one before it is seen, and one more, during whose handling the session is ended. */
async function interrupted(end: End, count: number) {
  const { home, start } = homeForWriting()
  const { terminal, pid } = openShell(start, home)
  await terminal.until('begin')
  terminal.type('\r')
  await terminal.until('The first')
  for (const { question, key } of keys.slice(0, count)) {
    await press(terminal, key)
    if (key === '\t') await terminal.until(`The ${answers[question + 1]?.id ?? 'last'}`)
  }
  const before = filesOfDrafts(home)
  const kept = await drafted(home)
  terminal.type(keys[count]?.key ?? 'x')
  if (end === 'Ctrl-C') terminal.type('\u0003')
  else if (end === 'close') terminal.close()
  // What cannot be caught is sent while the draft is written.
  else if (end === 'SIGKILL') await vi.waitUntil(() => filesOfDrafts(home) !== before, { interval: 1, timeout: 25_000 })
  if (end !== 'Ctrl-C' && end !== 'close') process.kill(pid(), end === 'crash' ? 'SIGUSR2' : end)
  if (end === 'close') await gone(pid())
  else await terminal.until('GIVEN BACK')
  return { home, terminal, kept }
}

/** The code that each end leaves, where a shell is there to be told it. */
const codes: Partial<Record<End, string>> = {
  SIGHUP: '129',
  SIGTERM: '143',
  SIGINT: '130',
  'Ctrl-C': '130',
  crash: '1'
}

/** Interrupts a session after so many keys and looks at what is left. */
async function sessionLosesNothing(end: End, count: number): Promise<void> {
  const { home, terminal, kept } = await interrupted(end, count)
  const left = await drafted(home)
  for (const [question, { id, text }] of answers.entries()) {
    const seen = keys.slice(0, count).filter((each) => each.question === question)
    const isAnswered = seen.some(({ key }) => key === '\t')
    // Only what cannot be caught may cost words of an unfinished answer, and none that were on disk.
    const least = end === 'SIGKILL' && !isAnswered ? (kept[id] ?? '') : text.slice(0, seen.length)
    const words = left[id] ?? ''
    expect(words).toBe(text.slice(0, words.length))
    expect(words.length).toBeGreaterThanOrEqual(least.length)
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
  const crashed = /Something unexpected went wrong.*A fault of the test(?![^]* at )/
  expect(crashed.test(terminal.screen())).toBe(end === 'crash')
}

/** Sessions at a time. */
const AT_ONCE = 2

describe('a session that is interrupted', () => {
  const places = fc.sample(fc.noBias(fc.nat(keys.length)), {
    numRuns: ends.length * (isLong ? 8 : 2),
    seed: inject('seed')
  })

  it.each(ends.map((end, index) => [end, places.filter((_, at) => at % ends.length === index)] as const))(
    'by %s loses no answer and no word that it could save, and leaves the terminal as it was; after %j keys',
    async (end, all) => {
      for (let at = 0; at < all.length; at += AT_ONCE)
        await Promise.all(all.slice(at, at + AT_ONCE).map((count) => sessionLosesNothing(end, count)))
    }
  )
})
