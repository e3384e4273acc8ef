import process from 'node:process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bufferOf,
  deleteAfter,
  deleteBefore,
  insert,
  moveAfter,
  moveBefore,
  moveTo,
  redo,
  undo
} from '../../src/terminal/writing/buffer.ts'
import type { TextBuffer, Unit } from '../../src/terminal/writing/buffer.ts'
import { layOut, offsetAt, placeOf, rowAt, rowText } from '../../src/terminal/writing/layout.ts'
import type { Layout } from '../../src/terminal/writing/layout.ts'
import { graphemes, width } from '../../src/display/width.ts'
import { visible } from '../../src/text/visible.ts'
import * as naive from '../kit/text-model.ts'
import type { Model } from '../kit/text-model.ts'

const piece = fc.constantFrom(
  'a',
  'word',
  ' ',
  '  ',
  '\n',
  '\t',
  'Zoë',
  'e\u0301',
  '\u0301',
  '日本',
  '語',
  '한',
  '👩‍👩‍👧',
  '🏽',
  '🇬🇧',
  '\u200d',
  'ไทย',
  'क्ष',
  '\u001b',
  '\u202e',
  '.',
  "don't",
  'https://example.org/a/very/long/address'
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const units: readonly Unit[] = ['grapheme', 'word', 'line', 'all']

type Edit = (buffer: TextBuffer) => TextBuffer
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: piece.map(
      (typed): Edit =>
        (buffer) =>
          insert(buffer, typed)
    )
  },
  text.map(
    (pasted): Edit =>
      (buffer) =>
        insert(buffer, pasted)
  ),
  fc.constantFrom(...units).map(
    (unit): Edit =>
      (buffer) =>
        deleteBefore(buffer, unit)
  ),
  fc.constantFrom(...units).map(
    (unit): Edit =>
      (buffer) =>
        deleteAfter(buffer, unit)
  ),
  fc.constantFrom(...units).map(
    (unit): Edit =>
      (buffer) =>
        moveBefore(buffer, unit)
  ),
  fc.constantFrom(...units).map(
    (unit): Edit =>
      (buffer) =>
        moveAfter(buffer, unit)
  ),
  fc.nat(200).map(
    (at): Edit =>
      (buffer) =>
        moveTo(buffer, at)
  ),
  fc.constant<Edit>(undo),
  fc.constant<Edit>(redo)
)

/** The same done to a text and to a model of it. */
interface Twin {
  readonly does: Edit
  readonly models: (model: Model) => Model
}
const twin: fc.Arbitrary<Twin> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.oneof({ weight: 4, arbitrary: piece }, text, fc.constant('one\r\ntwo\rthree')).map((typed): Twin => ({
      does: (buffer) => insert(buffer, typed),
      models: (model) => naive.insert(model, typed)
    }))
  },
  fc
    .tuple(
      fc.constantFrom('deleteBefore' as const, 'deleteAfter' as const, 'moveBefore' as const, 'moveAfter' as const),
      fc.constantFrom(...units)
    )
    .map(([name, unit]): Twin => ({
      does: (buffer) => ({ deleteBefore, deleteAfter, moveBefore, moveAfter })[name](buffer, unit),
      models: (model) => naive.byUnits[name](model, unit)
    })),
  fc.nat(200).map((at): Twin => ({ does: (buffer) => moveTo(buffer, at), models: (model) => naive.moveTo(model, at) })),
  fc
    .constantFrom('undo' as const, 'redo' as const)
    .map((name): Twin => ({ does: { undo, redo }[name], models: naive.bySteps[name] }))
)

/** All places between graphemes. */
function places(of: string): number[] {
  let at = 0
  return [0, ...graphemes(of).map((part) => (at += part.length))]
}

describe('a text being written', () => {
  it('is at every moment what a naive model of it is, on the screen too, however wide that is', () => {
    const steps = fc.array(fc.tuple(twin, fc.integer({ min: 8, max: 40 })), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(text, steps, (start, all) => {
        let buffer = bufferOf(start)
        let model = naive.modelOf(start)
        let layout = layOut(start, 20)
        for (const [{ does, models }, columns] of all) {
          buffer = does(buffer)
          model = models(model)
          expect([buffer.text, buffer.cursor]).toEqual([model.text, model.cursor])
          // Now and then the window changes too.
          layout = layOut(buffer.text, columns < 16 ? columns : layout.columns, layout)
          expect([...layout.starts]).toEqual(naive.rowStarts(buffer.text, layout.columns))
        }
      }),
      { numRuns: 300 }
    )
  })

  it('holds what was put in, line ends as line feeds', () => {
    fc.assert(
      fc.property(text, text, (before, pasted) => {
        expect(insert(bufferOf(before), pasted).text).toBe(before + pasted)
      })
    )
    expect(insert(bufferOf('a\r\nb'), 'c\rd\r\n').text).toBe('a\nbc\nd\n')
  })

  it('changes only round the cursor, which never stands inside a character', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 30 }), (start, edits) => {
        let buffer = bufferOf(start)
        for (const change of edits) {
          const { text: before, cursor } = buffer
          buffer = change(buffer)
          expect(places(buffer.text)).toContain(buffer.cursor)
          if (change === undo || change === redo || buffer.text === before) continue
          const isSame = [buffer.text.startsWith(before.slice(0, cursor)), buffer.text.endsWith(before.slice(cursor))]
          expect(isSame).toContain(true)
        }
      })
    )
  })

  it('comes back step by step with undo, and again with redo', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 30 }), (start, edits) => {
        const end = edits.reduce((buffer, change) => change(buffer), bufferOf(start))
        let back = end
        while (back.past.length > 0) back = undo(back)
        expect(back.text).toBe(start)
        while (back.future.length > 0) back = redo(back)
        const last = end.future.length > 0 ? end.future.reduce((buffer) => redo(buffer), end) : end
        expect(back.text).toBe(last.text)
      })
    )
  })

  it('takes typing back word by word, not letter by letter', () => {
    const typed = [...'one two'].reduce((buffer, letter) => insert(buffer, letter), bufferOf(''))
    expect(undo(typed).text).toBe('one')
    expect(undo(undo(typed)).text).toBe('')
  })

  it.each([
    ['by words', 'one two', 'word', 'one '],
    ['by words over what is none', 'one, two… ', 'word', 'one, '],
    ['by whole characters', 'a👩‍👩‍👧', 'grapheme', 'a'],
    ['by accents with their letters', 'ae\u0301', 'grapheme', 'a'],
    ['by lines', 'one\ntwo three', 'line', 'one\n']
  ] as const)('deletes %s', (_, start, unit, left) => {
    expect(deleteBefore(bufferOf(start), unit).text).toBe(left)
  })
})

const rowsOf = (layout: Layout) => Array.from(layout.starts, (_, row) => rowAt(layout, row))

function rows(shown: string, room: number): string[] {
  const layout = layOut(shown, room)
  return rowsOf(layout).map((_, row) => rowText(layout, row))
}

describe('a text on the screen', () => {
  const columns = fc.integer({ min: 8, max: 40 })

  it('shows all of the text, no row wider than there is room but for spaces at its end', () => {
    fc.assert(
      fc.property(text, columns, (shown, room) => {
        const layout = layOut(shown, room)
        const all = rowsOf(layout)
        const between = all.map(({ start }, index) => shown.slice(all[index - 1]?.end ?? 0, start))
        expect(all.map(({ start, end }, index) => between[index] + shown.slice(start, end)).join('')).toBe(shown)
        expect(between.join('')).toBe(shown.replaceAll(/[^\n]/g, ''))
        for (const [row, { start, end }] of all.entries()) {
          const cells = graphemes(shown.slice(start, end))
          // A single character may be wider than all the room there is.
          const needed = cells.length > 1 ? width(rowText(layout, row).trimEnd()) : 0
          expect(needed).toBeLessThanOrEqual(room)
        }
      })
    )
  })

  it('is the same whether laid out afresh or from what it was', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 20 }), columns, (start, edits, room) => {
        let buffer = bufferOf(start.repeat(5))
        let layout = layOut(buffer.text, room)
        for (const change of edits) {
          buffer = change(buffer)
          layout = layOut(buffer.text, room, layout)
          expect(rowsOf(layout)).toEqual(rowsOf(layOut(buffer.text, room)))
        }
      })
    )
  })

  it('finds every cursor again from where it stands', () => {
    fc.assert(
      fc.property(text, columns, (shown, room) => {
        const layout = layOut(shown, room)
        for (const at of places(shown)) {
          const place = placeOf(layout, at)
          const { start, end } = rowAt(layout, place.row)
          expect(at).toBeGreaterThanOrEqual(start)
          expect(at).toBeLessThanOrEqual(end)
          const again = offsetAt(layout, place)
          // What has no width cannot be told apart by columns.
          expect(placeOf(layout, again)).toEqual(
            place.column < room ? place : { ...place, column: placeOf(layout, again).column }
          )
        }
      })
    )
  })

  it('breaks at words, between ideographs, and long words where it must', () => {
    expect(rows('the quick brown fox', 10)).toEqual(['the quick ', 'brown fox'])
    expect(rows('日本語の文章です', 10)).toEqual(['日本語の文', '章です'])
    expect(rows('abcdefghijklmnop', 10)).toEqual(['abcdefghij', 'klmnop'])
    expect(rows('one\n\ntwo\n', 10)).toEqual(['one', '', 'two', ''])
    expect(rows('a\tb\u001b', 10)).toEqual([visible('a\tb\u001b')])
  })

  it('takes a key in a text of 100 kB within a frame', () => {
    for (const start of [
      'the quick brown fox '.repeat(5000),
      'Zoë was in 日本 👩‍👩‍👧 '.repeat(3000),
      '日本語'.repeat(11000),
      'été\n\n'.repeat(20000)
    ]) {
      let buffer = moveTo(bufferOf(start), Math.floor(start.length / 2))
      let layout = layOut(buffer.text, 76)
      const times = Array.from({ length: 9 }, () => {
        const before = process.cpuUsage()
        buffer = insert(buffer, 'x')
        layout = layOut(buffer.text, 76, layout)
        placeOf(layout, buffer.cursor)
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      })
      // The best, in milliseconds of the processor: garbage collection and other work on the machine do not count.
      expect(Math.min(...times)).toBeLessThan(16)
    }
  })
})
