import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Keyboard } from '../../src/terminal/keyboard.ts'
import { Decoder } from '../../src/terminal/decoder.ts'
import { key } from '../../src/terminal/keys.ts'
import type { Stroke } from '../../src/terminal/keys.ts'

const ESC = '\u001b'
const pasted = (text: string) => `${ESC}[200~${text}${ESC}[201~`

function strokes(...pieces: string[]): Stroke[] {
  const decoder = new Decoder()
  return [...pieces.flatMap((piece) => decoder.write(piece, 0)), ...decoder.settle(0)]
}

/** Keys that were typed and pastes, as text. */
function textOf(all: readonly Stroke[]): string {
  return all
    .map((stroke) =>
      stroke.kind === 'paste'
        ? stroke.text
        : stroke.kind === 'key'
          ? stroke.name === 'enter'
            ? '\n'
            : stroke.text
          : ''
    )
    .join('')
}

describe('key sequences', () => {
  it.each([
    ['\t', key('tab')],
    [`${ESC}[Z`, key('tab', { shift: true })],
    ['\r', key('enter')],
    ['\u007f', key('backspace')],
    ['\u0004', key('d', { ctrl: true })],
    ['\u001f', key('_', { ctrl: true })],
    [`${ESC}b`, key('b', { meta: true })],
    [`${ESC}\u007f`, key('backspace', { meta: true })],
    [`${ESC}[A`, key('up')],
    [`${ESC}OA`, key('up')],
    [`${ESC}[1;5D`, key('left', { ctrl: true })],
    [`${ESC}[1;3C`, key('right', { meta: true })],
    [`${ESC}${ESC}[C`, key('right', { meta: true })],
    [`${ESC}[3~`, key('delete')],
    [`${ESC}[5~`, key('pageup')],
    [`${ESC}[H`, key('home')],
    [`${ESC}[4~`, key('end')],
    [ESC, key('escape')],
    ['é', key('é', { text: 'é' })],
    ['👩‍👩‍👧', key('👩‍👩‍👧', { text: '👩‍👩‍👧' })],
    [' ', key('space', { text: ' ' })]
  ])('%j is one key', (sequence, expected) => {
    expect(strokes(sequence)).toEqual([expected])
  })

  it('are the same however they are cut', () => {
    const part = fc.constantFrom(
      'a',
      'é',
      '日本',
      '\r',
      '\t',
      `${ESC}[A`,
      `${ESC}[1;5D`,
      `${ESC}OB`,
      `${ESC}[3~`,
      '\u0017',
      pasted('two\r\nlines and more of them, up to the end')
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(fc.nat(80), { maxLength: 4 }), (parts, cuts) => {
        const whole = parts.join('')
        const ends = [...cuts.map((cut) => Math.min(cut, whole.length)), whole.length].toSorted(
          (one, other) => one - other
        )
        const pieces = ends.map((end, index) => whole.slice(ends[index - 1] ?? 0, end))
        expect(strokes(...pieces)).toEqual(strokes(whole))
      })
    )
  })

  it('never throw and never pass a control character as text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => {
        const typed = strokes(...pieces).map((stroke) => (stroke.kind === 'key' ? stroke.text : ''))
        expect(typed.join('')).not.toMatch(/\p{Cc}/u)
      })
    )
  })
})

describe('pastes', () => {
  const paragraphs = ['Zoë wrote this, at length.', '日本語の段落です。', 'And 👩‍👩‍👧 a third one.']

  it('in brackets come whole as one, line ends as line feeds, whatever they hold', () => {
    const text = `${paragraphs.join('\r\n\r')}\tand ${ESC}[31mred\u0007 too\r`
    expect(strokes(pasted(text))).toEqual([{ kind: 'paste', text: `${paragraphs.join('\n\n')}\tand red too\n` }])
  })

  it('whose end never comes are ended by Ctrl-C, and kept', () => {
    const decoder = new Decoder()
    expect([...decoder.write(`${ESC}[200~half a page`, 0), ...decoder.settle(0)]).toEqual([])
    expect(decoder.write('\u0003', 5000)).toEqual([{ kind: 'paste', text: 'half a page' }, key('c', { ctrl: true })])
    expect(decoder.write('x', 6000)).toEqual([key('x', { text: 'x' })])
  })

  it('without brackets come whole as one too, in several pieces as well', () => {
    const text = paragraphs.join('\r\r')
    expect(strokes(text)).toEqual([{ kind: 'paste', text: paragraphs.join('\n\n') }])
    expect(strokes(text, '\rthe end')).toEqual([{ kind: 'paste', text: `${paragraphs.join('\n\n')}\nthe end` }])
  })

  it('are not what a quick hand types', () => {
    expect(strokes('yes\r', 'Zoë\r').map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'key'))
  })

  it('lose nothing, in any pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word ', 'Zoë ', '日本', '\r', '\n', '👩‍👩‍👧'), { minLength: 30, maxLength: 80 }),
        fc.integer({ min: 1, max: 50 }),
        (parts, length) => {
          const text = parts.join('')
          const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'gu')) ?? []
          expect(textOf(strokes(...pieces)).replaceAll('\n', '')).toBe(text.replaceAll(/[\r\n]/g, ''))
          expect(textOf(strokes(pasted(text)))).toBe(text.replaceAll(/\r\n?/g, '\n'))
        }
      )
    )
  })

  // If each piece were added to all before it, this would take minutes, and the test would time out.
  it('of 10 MB in small pieces are read', () => {
    const piece = 'word '.repeat(820)
    const [paste] = strokes(`${ESC}[200~`, ...Array.from({ length: 2500 }, () => piece), `${ESC}[201~`)
    expect(paste).toMatchObject({ kind: 'paste', text: expect.objectContaining({ length: 2500 * piece.length }) })
  })
})

describe('the keyboard', () => {
  /** The next strokes by their names. */
  async function read(keyboard: Keyboard, count: number): Promise<string[]> {
    const names: string[] = []
    while (names.length < count) {
      const stroke = await keyboard.read()
      names.push(stroke.kind === 'key' ? stroke.name : stroke.kind)
    }
    return names
  }

  it('keeps what is typed while nobody reads, decodes bytes over pieces, and tells of the end', async () => {
    const input = new PassThrough()
    const keyboard = new Keyboard(input)
    keyboard.open()
    const bytes = Buffer.from('日')
    input.write(bytes.subarray(0, 2))
    input.write(bytes.subarray(2))
    input.end()
    await new Promise((resolve) => input.on('end', resolve))
    expect(keyboard.hasNext).toBe(true)
    expect(await keyboard.read()).toEqual(key('日', { text: '日' }))
    expect(await read(keyboard, 2)).toEqual(['end', 'end'])
  })

  it('reads bytes that are not UTF-8 as Windows-1252, and tells of the first', async () => {
    const input = new PassThrough()
    let told = 0
    const keyboard = new Keyboard(input, () => (told += 1))
    keyboard.open()
    for (const piece of ['caf\u00e9', 'x', '\u009e', '\r', '\u00ff']) input.write(Buffer.from(piece, 'latin1'))
    input.end()
    expect(await read(keyboard, 8)).toEqual(['c', 'a', 'f', 'é', 'x', 'ž', 'enter', 'ÿ'])
    expect(await read(keyboard, 1)).toEqual(['end'])
    expect(told).toBe(1)
  })

  it('gives the end while it is interrupted, also to a reader that waits, and keeps the strokes', async () => {
    const input = new PassThrough()
    const keyboard = new Keyboard(input)
    keyboard.open()
    const waiting = read(keyboard, 1)
    keyboard.interrupt()
    expect(await waiting).toEqual(['end'])
    input.write('ab')
    expect(await read(keyboard, 2)).toEqual(['end', 'end'])
    keyboard.resume()
    expect(await read(keyboard, 2)).toEqual(['a', 'b'])
  })

  it('gives the strokes of one piece to one reader after the other', async () => {
    const input = new PassThrough()
    const keyboard = new Keyboard(input)
    keyboard.open()
    const first = read(keyboard, 2)
    input.write('a\rb')
    expect(await first).toEqual(['a', 'enter'])
    expect(await read(keyboard, 1)).toEqual(['b'])
  })
})
