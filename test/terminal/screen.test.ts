import { stripVTControlCharacters } from 'node:util'
import headless from '@xterm/headless'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Painter } from '../../src/terminal/screen.ts'
import type { Frame } from '../../src/terminal/screen.ts'
import { runs } from '../kit/long.ts'

const size = { columns: 30, rows: 8 }

/** A screen, and what is written to it. */
function screenOf({ columns, rows } = size) {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true })
  let written = ''
  const painter = new Painter((text) => (written += text), { isXtermJs: true })
  return {
    painter,
    terminal,
    take(): string {
      const text = written
      written = ''
      return text
    },
    /** Everything that is there once what was written has arrived. */
    async lines(): Promise<string[]> {
      const text = this.take()
      await new Promise<void>((resolve) => terminal.write(text, resolve))
      const { active } = terminal.buffer
      return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '')
    }
  }
}

const line = fc.constantFrom(
  '',
  'one',
  'another line',
  'Zoë',
  '日本語の文章',
  'e\u0301e',
  '👩‍👩‍👧 us',
  '\u001b[1mbold\u001b[22m',
  '\u001b[1mbolder\u001b[22m',
  'x'.repeat(29),
  'much wider than the screen, so that it is cut'
)
const frame: fc.Arbitrary<Frame> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: size.rows - 1 }),
    row: fc.nat(20),
    column: fc.nat(20),
    isSeen: fc.boolean()
  })
  .map(({ lines, row, column, isSeen }) =>
    isSeen ? { lines, cursor: { row: row % lines.length, column } } : { lines }
  )

/** What a terminal shows of a line. */
function shown(text: string): string {
  const plain = stripVTControlCharacters(text)
  return plain.length >= size.columns ? plain.slice(0, size.columns - 1) : plain
}

describe('the painter', () => {
  it('shows the last frame below what stays, whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(frame, fc.boolean()), { minLength: 1, maxLength: 6 }), async (frames) => {
        const screen = screenOf()
        const stays: string[] = []
        let last: Frame = { lines: [] }
        for (const [next, isLeft] of frames) {
          screen.painter.paint(next, size)
          last = next
          if (!isLeft) continue
          screen.painter.leave(['kept'])
          stays.push('kept')
          last = { lines: [] }
        }
        const lines = await screen.lines()
        const expected = [...stays, ...last.lines.map((text) => shown(text).trimEnd())]
        expect(lines.join('\n').trimEnd()).toBe(expected.join('\n').trimEnd())
        const { cursorX, cursorY, baseY } = screen.terminal.buffer.active
        const { row, column } = last.cursor ?? { row: baseY + cursorY - stays.length, column: cursorX }
        expect([baseY + cursorY, cursorX]).toEqual([stays.length + row, column])
      }),
      { numRuns: runs(200) }
    )
  })

  it('erases what a program that was killed left below the cursor', async () => {
    const screen = screenOf()
    await new Promise<void>((resolve) => screen.terminal.write('$ \r\nold\r\nolder\u001b[A\r', resolve))
    screen.painter.paint({ lines: ['new'] }, size)
    expect((await screen.lines()).join('\n').trimEnd()).toBe('$ \nnew')
  })

  it('writes nothing for the same frame, and little for a letter', () => {
    const { painter, take } = screenOf()
    const before = { lines: ['a question', 'twenty-eight letters, or so'], cursor: { row: 1, column: 27 } }
    painter.paint(before, size)
    take()
    painter.paint(before, size)
    expect(take()).toBe('')
    painter.paint({ lines: ['a question', 'twenty-eight letters, or so!'], cursor: { row: 1, column: 28 } }, size)
    expect(take().length).toBeLessThan(40)
  })

  it('leaves what stood above it alone when the terminal becomes narrower', async () => {
    const screen = screenOf()
    screen.painter.leave(['above'])
    screen.painter.paint(
      { lines: ['x'.repeat(25), 'y'.repeat(25), 'z'.repeat(25), 'end'], cursor: { row: 1, column: 24 } },
      size
    )
    await screen.lines()
    screen.terminal.resize(20, size.rows)
    screen.painter.paint(
      { lines: ['x'.repeat(19), 'end'], cursor: { row: 1, column: 3 } },
      { columns: 20, rows: size.rows }
    )
    expect((await screen.lines()).join('\n').trimEnd()).toBe(['above', 'x'.repeat(19), 'end'].join('\n'))
  })

  it('is whole, and once on the screen, when the terminal becomes lower and higher again', async () => {
    const numbered = (count: number, of: string) => Array.from({ length: count }, (_, row) => `${of} ${row}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 6 }),
        fc.nat(12),
        async (heights, at) => {
          const screen = screenOf({ columns: 30, rows: 12 })
          const stays = numbered(20, 'kept')
          screen.painter.leave(stays)
          let last: readonly string[] = []
          for (const rows of [12, ...heights]) {
            await screen.lines()
            screen.terminal.resize(30, rows)
            last = numbered(rows - 1, 'frame')
            screen.painter.paint(
              { lines: last, cursor: { row: Math.min(at, rows - 2), column: 3 } },
              { columns: 30, rows }
            )
          }
          const all = await screen.lines()
          const seen = all.slice(screen.terminal.buffer.active.baseY)
          expect(all.slice(0, stays.length)).toEqual(stays)
          expect(seen.filter((text) => text.startsWith('frame'))).toEqual(last)
        }
      )
    )
  })

  it('keeps lines apart whose signs the terminal takes to be wider than they are', async () => {
    const screen = screenOf()
    const families = '👩‍👩‍👧'.repeat(14)
    screen.painter.paint({ lines: ['question', families, 'below'], cursor: { row: 2, column: 3 } }, size)
    screen.painter.paint({ lines: ['question', `x${families}`, 'below it'], cursor: { row: 2, column: 3 } }, size)
    const lines = await screen.lines()
    expect([lines[0], lines[2]]).toEqual(['question', 'below it'])
    expect(screen.terminal.modes.wraparoundMode).toBe(true)
  })

  it('never erases from the first column on: at the top, some terminals put what stood there into the scrollback', () => {
    const { painter, take } = screenOf()
    painter.paint({ lines: ['one', 'two', 'three'] }, size)
    painter.paint({ lines: ['one'] }, size)
    painter.paint({ lines: ['one'] }, { columns: 20, rows: 8 })
    painter.leave(['stays'])
    expect(take().match(/(?<!\u001b\[C)\u001b\[J/)).toBeNull()
  })
})
