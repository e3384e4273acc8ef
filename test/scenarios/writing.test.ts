import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  bufferOf,
  deleteAfter,
  deleteBefore,
  insert,
  moveAfter,
  moveBefore,
  redo,
  undo
} from '../../src/terminal/text/buffer.ts'
import type { TextBuffer } from '../../src/terminal/text/buffer.ts'
import { layOut, placeOf, rowText } from '../../src/terminal/text/layout.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import type { TestTerminal } from '../kit/terminal.ts'

const PACK = `format: 1
id: writing
version: 1.0.0
title: Writing
language: en-GB
exercises:
  - id: some-texts
    title: Some texts
    prompts:
      - { id: first, type: text, ask: The first question? }
      - { id: second, type: text, ask: The second question? }
      - { id: third, type: text, ask: The third question? }
      - { id: last, type: text, ask: The last question? }
`

/** A home with a pack of questions in \`pack.yaml\`. */
function homeForWriting(): { home: Home; start: readonly string[] } {
  const home = newHome()
  fs.writeFileSync(path.join(home.dir, 'pack.yaml'), PACK)
  return { home, start: [launcher, 'start', 'some-texts', '--pack', path.join(home.dir, 'pack.yaml')] }
}

/** What the only draft holds, by question. */
async function drafted(home: Home): Promise<Record<string, string>> {
  const [draft] = JSON.parse((await home.run(['journal', '--status', 'draft', '--json'])).stdout)
  if (draft === undefined) return {}
  return JSON.parse((await home.run(['show', draft.id, '--json'])).stdout).answers
}

/** Types a key and waits until it has shown an effect. */
async function press(terminal: TestTerminal, key: string): Promise<void> {
  const before = terminal.written().length
  terminal.type(key)
  await terminal.until(() => terminal.written().length > before)
}

/** What a key does to a text. */
interface Edit {
  readonly key: string
  readonly does: (buffer: TextBuffer) => TextBuffer
}

const typed: readonly Edit[] = ['a', 'b', 'y', 'é', '日', ' ', '.', '👍'].map((text) => ({
  key: text,
  does: (buffer) => insert(buffer, text)
}))

const edits: readonly Edit[] = [
  { key: '\r', does: (buffer) => insert(buffer, '\n') },
  { key: '\u001b[D', does: (buffer) => moveBefore(buffer, 'grapheme') },
  { key: '\u001b[C', does: (buffer) => moveAfter(buffer, 'grapheme') },
  { key: '\u001bb', does: (buffer) => moveBefore(buffer, 'word') },
  { key: '\u001bf', does: (buffer) => moveAfter(buffer, 'word') },
  { key: '\u007f', does: (buffer) => deleteBefore(buffer, 'grapheme') },
  { key: '\u001b[3~', does: (buffer) => deleteAfter(buffer, 'grapheme') },
  { key: '\u0017', does: (buffer) => deleteBefore(buffer, 'word') },
  { key: '\u001f', does: undo },
  { key: '\u0019', does: redo },
  {
    key: '\u001b[200~pasted words,\r\ron two lines\u001b[201~',
    does: (buffer) => insert(buffer, 'pasted words,\n\non two lines')
  }
]

/** Columns that the writing area may have in the windows of these tests. */
const areas = [15, 16, 17, 18, 25, 26, 27, 28, 35, 36, 37, 38, 75, 76, 77, 78, 115, 116, 117, 118, 195, 196, 197, 198]

/** Whether a change can be seen at every width: a space at the end of a row, say, cannot. */
function isSeen(before: TextBuffer, after: TextBuffer): boolean {
  const shown = ({ text, cursor }: TextBuffer, width: number) => {
    const layout = layOut(text, width)
    const rows = Array.from(layout.starts, (_, row) => rowText(layout, row).trimEnd())
    return JSON.stringify([placeOf(layout, cursor), rows])
  }
  return areas.every((width) => shown(before, width) !== shown(after, width))
}

/** Two hundred keys, each of which is seen to do something, and the text that they leave. */
function script(): { keys: readonly string[]; text: string } {
  const any = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...typed) }, fc.constantFrom(...edits))
  const [all = []] = fc.sample(fc.array(any, { minLength: 900, maxLength: 900, size: 'max' }), { numRuns: 1, seed: 7 })
  const keys: string[] = []
  let buffer = bufferOf('')
  for (const { key, does } of all) {
    const next = does(buffer)
    if (!isSeen(buffer, next) || keys.length === 200) continue
    keys.push(key)
    buffer = next
  }
  return { keys, text: buffer.text }
}

describe('two hundred keys', () => {
  const { keys, text } = script()

  it.each([
    ['at 20 columns', 20, false],
    ['at 40 columns', 40, false],
    ['at 80 columns', 80, false],
    ['at 200 columns', 200, false],
    ['while the window changes', 80, true]
  ])('leave the same text %s', async (_, columns, changes) => {
    expect(keys).toHaveLength(200)
    const { home, start } = homeForWriting()
    const terminal = openTerminal(start, { env: home.env, columns, rows: 24 })
    await terminal.until('begin')
    terminal.type('\r')
    await terminal.until('The first')
    for (const [index, key] of keys.entries()) {
      if (changes && index % 20 === 10) terminal.resize([30, 120, 20, 80][index % 4] ?? 80, index % 40 === 10 ? 12 : 24)
      await press(terminal, key)
    }
    terminal.type('\t')
    await terminal.until('The second')
    terminal.type('\u0003')
    await terminal.ended
    expect((await drafted(home))['first']).toBe(text.replace(/\n+$/, ''))
  })
})

describe('a page that is pasted', () => {
  const paragraph = 'The panel met – 会議は長かった, 👩‍👩‍👧‍👦 came.\tTabs, “quotes”, ünïcode: 한국어, עברית, ไทย.\r\n\r\n'
  const pasted = paragraph.repeat(Math.ceil(100_000 / Buffer.byteLength(paragraph)))

  it('of a hundred kilobytes lands whole, for under twice its size in what is written', async () => {
    const { home, start } = homeForWriting()
    const terminal = openTerminal(start, { env: home.env })
    await terminal.until('begin')
    terminal.type('\r')
    await terminal.until('The first')
    const before = Buffer.byteLength(terminal.written())
    terminal.type(`\u001b[200~${pasted}\u001b[201~`)
    await terminal.until('lines above')
    terminal.type('END')
    await terminal.until('END')
    expect(Buffer.byteLength(terminal.written()) - before).toBeLessThan(2 * Buffer.byteLength(pasted))
    terminal.type('\t')
    await terminal.until('The second')
    terminal.type('\u0003')
    await terminal.ended
    expect((await drafted(home))['first']).toBe(`${pasted.replaceAll('\r\n', '\n')}END`)
  })

  it('makes later keys no dearer: as many bytes are written for one as in an empty text', async () => {
    const costs: number[] = []
    for (const text of ['', pasted]) {
      const { home, start } = homeForWriting()
      const terminal = openTerminal(start, { env: home.env })
      await terminal.until('begin')
      terminal.type('\r')
      await terminal.until('The first')
      if (text !== '') {
        terminal.type(`\u001b[200~${text}\u001b[201~`)
        await terminal.until('lines above')
      }
      await press(terminal, 'x')
      const before = terminal.written().length
      for (const key of 'abcdefghij') await press(terminal, key)
      costs.push((terminal.written().length - before) / 10)
      terminal.type('\u0003')
      await terminal.ended
    }
    const [short = 0, long = 0] = costs
    expect(long).toBeLessThan(short + 40)
  })
})

describe('a draft that somebody else changes meanwhile', () => {
  it('is left as they have it, and the learner is told at once where all that is written here is kept', async () => {
    const { home, start } = homeForWriting()
    const terminal = openTerminal(start, { env: home.env, columns: 200 })
    await terminal.until('begin')
    terminal.type('\r')
    await terminal.until('The first')
    terminal.type('Here.')
    const read = (file: string) => fs.readFileSync(path.join(home.journal, file), 'utf8')
    const drafts = () => filesBelow(home.journal).filter((file) => file.endsWith('.md'))
    const holding = () => drafts().find((file) => read(file).includes('Here.'))
    const draft = (await vi.waitUntil(holding, { interval: 5, timeout: 3000 })) ?? ''
    fs.writeFileSync(path.join(home.journal, draft), read(draft).replace('Here.', 'Elsewhere.'))
    terminal.type(' And on.')
    await terminal.until('changed elsewhere meanwhile')
    terminal.type(' And on again.\u0003')
    await terminal.ended
    expect(read(draft)).toContain('Elsewhere.')
    const copies = filesBelow(home.journal).filter((file) => file.includes('.conflict-'))
    expect(copies.map((file) => read(file).includes('Here. And on. And on again.'))).toEqual([true])
    expect(terminal.everything().match(/changed elsewhere meanwhile/g)).toHaveLength(1)
  })
})

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
  for (const [question, { id, text }] of answers.entries()) {
    await Promise.race([terminal.until(`The ${id}`), once(over)])
    for (const key of [...text, '\t']) {
      if (over.aborted) return typed
      await Promise.race([press(terminal, key), once(over)])
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

/** Waits until a process is no more. */
async function gone(pid: number): Promise<void> {
  await vi.waitUntil(() => !isAlive(pid), { interval: 5, timeout: 5000 })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
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
