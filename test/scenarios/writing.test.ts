import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  bufferOf,
  cut,
  deleteAfter,
  deleteBefore,
  insert,
  moveAfter,
  moveBefore,
  redo,
  undo
} from '../../src/terminal/writing/buffer.ts'
import type { TextBuffer } from '../../src/terminal/writing/buffer.ts'
import { Clipboard } from '../../src/terminal/writing/clipboard.ts'
import { layOut, placeOf, rowText } from '../../src/terminal/writing/layout.ts'
import { filesBelow } from '../kit/program.ts'
import type { TestTerminal } from '../kit/terminal.ts'
import { drafted, press, writing } from '../kit/writing.ts'

const clipboard = new Clipboard()

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
  // On an empty text, Enter adds no line.
  { key: '\r', does: (buffer) => (buffer.text === '' ? buffer : insert(buffer, '\n')) },
  { key: '\u001b[D', does: (buffer) => moveBefore(buffer, 'grapheme') },
  { key: '\u001b[C', does: (buffer) => moveAfter(buffer, 'grapheme') },
  { key: '\u001bb', does: (buffer) => moveBefore(buffer, 'word') },
  { key: '\u001bf', does: (buffer) => moveAfter(buffer, 'word') },
  { key: '\u007f', does: (buffer) => deleteBefore(buffer, 'grapheme') },
  { key: '\u001b[3~', does: (buffer) => deleteAfter(buffer, 'grapheme') },
  { key: '\u0017', does: (buffer) => cut(buffer, 'before', 'word', clipboard) },
  { key: '\u0001', does: (buffer) => moveBefore(buffer, 'line') },
  { key: '\u0015', does: (buffer) => cut(buffer, 'before', 'line', clipboard) },
  { key: '\u000b', does: (buffer) => cut(buffer, 'after', 'line', clipboard) },
  { key: '\u0005', does: (buffer) => moveAfter(buffer, 'line') },
  { key: '\u001f', does: undo },
  { key: '\u001a', does: undo },
  { key: '\u0012', does: redo },
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

describe('the program as it is built', () => {
  it('knows the signs of every script in its patterns: an apostrophe belongs to its word', async () => {
    const { home, terminal } = await writing()
    terminal.type('It’s the driver’s')
    await terminal.until('driver’s')
    await press(terminal, '\u0017')
    terminal.type('bus\t')
    await terminal.until('The second')
    terminal.type('\u0003')
    await terminal.ended
    expect((await drafted(home))['first']).toBe('It’s the bus')
  })
})

describe('a screen that something else has written on', () => {
  it('is drawn anew at Ctrl-L, with what was asked and answered still above', async () => {
    const { terminal } = await writing()
    terminal.type('Answered.\t')
    await terminal.until('The second')
    await terminal.show('\r\nSomething else writes here.\r\nAnd here.')
    terminal.type('\u000c')
    const screen = await terminal.until((shown) => shown.startsWith('25% done'))
    expect(screen).not.toContain('here.')
    expect(terminal.everything()).toContain('Answered.')
    terminal.type('Still here')
    await terminal.until('Still here')
  })
})

/** Changes the size of the window and waits for the new frame: two keys that come together may leave it as it was. */
async function resized(terminal: TestTerminal, index: number): Promise<void> {
  const before = terminal.written().length
  terminal.resize([30, 120, 20, 80][(index / 20 - 0.5) % 4] ?? 80, index % 40 === 10 ? 12 : 24)
  await terminal.until(() => terminal.written().length > before)
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
    const { home, terminal } = await writing({ columns, rows: 24 })
    for (const [index, key] of keys.entries()) {
      if (changes && index % 20 === 10) await resized(terminal, index)
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
    const { home, terminal } = await writing()
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
      const { terminal } = await writing()
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
    const { home, terminal } = await writing({ columns: 200 })
    terminal.type('Here.')
    const read = (file: string) => fs.readFileSync(path.join(home.journal, file), 'utf8')
    const drafts = () => filesBelow(home.journal).filter((file) => file.endsWith('.md'))
    const holding = () => drafts().find((file) => read(file).includes('Here.'))
    const draft = (await vi.waitUntil(holding, { interval: 5, timeout: 25_000 })) ?? ''
    fs.writeFileSync(path.join(home.journal, draft), read(draft).replace('Here.', 'Elsewhere.'))
    terminal.type(' And on.')
    await terminal.until('changed somewhere else while you wrote')
    terminal.type(' And on again.\u0003')
    await terminal.ended
    expect(read(draft)).toContain('Elsewhere.')
    const copies = filesBelow(home.journal).filter((file) => file.includes('.conflict-'))
    expect(copies.map((file) => read(file).includes('Here. And on. And on again.'))).toEqual([true])
    expect(terminal.everything().match(/changed somewhere else while you wrote/g)).toHaveLength(1)
  })
})
