import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decoder } from '../../src/terminal/decoder.ts'
import { key, type Key, type Stroke } from '../../src/terminal/keys.ts'
import { Utf8Stream } from '../../src/text/decode.ts'
import { runs } from '../kit/long.ts'

const ESC = '\u001b'
const ST = `${ESC}\\`
const BEL = '\u0007'
const [ctrl, shift, meta] = [{ ctrl: true }, { shift: true }, { meta: true }]
const text = (typed: string) => key(typed === ' ' ? 'space' : typed, { text: typed })

/** Sequences and the keys that they are. */
const keys: readonly (readonly [sequence: string, expected: Key])[] = [
  // CSI and SS3, with modifiers; rxvt; the Linux console; the application keypad.
  [`${ESC}[A`, key('up')],
  [`${ESC}[1;2D`, key('left', shift)],
  [`${ESC}[1;6C`, key('right', { ctrl: true, shift: true })],
  [`${ESC}[3;5~`, key('delete', ctrl)],
  [`${ESC}[Z`, key('tab', shift)],
  [`${ESC}[a`, key('up', shift)],
  [`${ESC}Oa`, key('up', ctrl)],
  [`${ESC}OH`, key('home')],
  [`${ESC}OQ`, key('f2')],
  [`${ESC}[12~`, key('f2')],
  [`${ESC}[24~`, key('f12')],
  [`${ESC}[1;2Q`, key('f2', shift)],
  [`${ESC}[[B`, key('f2')],
  [`${ESC}OM`, key('enter')],
  [`${ESC}Ok`, text('+')],
  [`${ESC}Or`, text('2')],
  [`${ESC}${ESC}[C`, key('right', meta)],
  // 8-bit controls, as characters and as bytes.
  ['\u009bA', key('up')],
  ['\u008fQ', key('f2')],
  // kitty: text, alternatives, events, keypad.
  [`${ESC}[99;5u`, key('c', ctrl)],
  [`${ESC}[13u`, key('enter')],
  [`${ESC}[27u`, key('escape')],
  [`${ESC}[127u`, key('backspace')],
  [`${ESC}[9;2u`, key('tab', shift)],
  [`${ESC}[104u`, text('h')],
  [`${ESC}[97;2u`, text('A')],
  [`${ESC}[97:65;2u`, text('A')],
  [`${ESC}[97;2;65u`, text('A')],
  [`${ESC}[52:33;2u`, text('!')],
  [`${ESC}[233u`, text('é')],
  [`${ESC}[128512u`, text('😀')],
  [`${ESC}[104;1:1u`, text('h')],
  [`${ESC}[98;3u`, key('b', meta)],
  [`${ESC}[1;1:2B`, key('down')],
  [`${ESC}[57401u`, text('2')],
  [`${ESC}[57414u`, key('enter')],
  [`${ESC}[57419u`, key('up')],
  [`${ESC}[101;69u`, key('e', ctrl)],
  // modifyOtherKeys.
  [`${ESC}[27;5;99~`, key('c', ctrl)],
  [`${ESC}[27;2;65~`, text('A')],
  [`${ESC}[27;5;47~`, key('_', ctrl)],
  [`${ESC}[27;2;13~`, key('enter', shift)],
  // win32-input-mode.
  [`${ESC}[72;35;104;1;0;1_`, text('h')],
  [`${ESC}[67;46;3;1;8;1_`, key('c', ctrl)],
  [`${ESC}[37;75;0;1;16;1_`, key('left', shift)],
  [`${ESC}[69;18;8364;1;9;1_`, text('€')],
  [`${ESC}[18;56;233;0;0;1_`, text('é')],
  [`${ESC}[113;60;0;1;0;1_`, key('f2')]
]

/** Sequences that are no key: replies, reports, focus, mouse, releases, and what no terminal knows. */
const silent: readonly string[] = [
  `${ESC}]11;rgb:1e1e/1e1e/1e1e${ST}`,
  `${ESC}]11;rgb:1e1e/1e1e/1e1e${BEL}`,
  `${ESC}]4;3;rgb:cdcd/cdcd/0000\u009c`,
  `\u009d10;rgb:ffff/ffff/ffff\u009c`,
  `${ESC}P>|XTerm(388)${ST}`,
  `${ESC}P1+r524742=38${ST}`,
  `${ESC}P1$r0 q${ST}`,
  `${ESC}P!|00000000${ST}`,
  `\u0090>|kitty(0.36.4)\u009c`,
  `${ESC}_Gi=31;OK${ST}`,
  `\u009fGi=31;ENOENT: no such file\u009c`,
  `${ESC}^a message${ST}`,
  `${ESC}Xa string${ST}`,
  `${ESC}[?62;1;4c`,
  `${ESC}[>41;388;0c`,
  `${ESC}[24;80R`,
  `${ESC}[?1;2R`,
  `${ESC}[0n`,
  `${ESC}[?2026;2$y`,
  `${ESC}[?0u`,
  `${ESC}[?997;1n`,
  `${ESC}[8;24;80t`,
  `${ESC}[I`,
  `${ESC}[O`,
  `${ESC}[<35;88;12M`,
  `${ESC}[<0;3;4m`,
  `${ESC}[32;40;12M`,
  `${ESC}[M !!`,
  `${ESC}[M#\u00e9`,
  `${ESC}[M#\udce1\udcff`,
  `${ESC}[97;1:3u`,
  `${ESC}[1;1:3A`,
  `${ESC}[57441;2u`,
  `${ESC}[72;35;104;0;0;1_`,
  `${ESC}[16;42;0;1;16;1_`,
  `${ESC}[38;5;1m`
]

/** Pieces with pauses between them, in milliseconds. The decoder settles whenever its time is over, as the keyboard makes it. */
function decoded(pieces: readonly string[], pause: number): Stroke[] {
  const decoder = new Decoder()
  const strokes: Stroke[] = []
  let now = 0
  const settleUntil = (time: number) => {
    for (let due = decoder.deadline; due !== undefined && due <= time; due = decoder.deadline)
      strokes.push(...decoder.settle(due))
  }
  for (const piece of pieces) {
    settleUntil(now)
    strokes.push(...decoder.write(piece, now))
    now += pause
  }
  settleUntil(now + 10_000)
  strokes.push(...decoder.write('x', now + 10_000))
  return strokes
}

const typed = (strokes: readonly Stroke[]) =>
  strokes.map((stroke) => (stroke.kind === 'end' ? '' : stroke.text)).join('')

/** Pauses that a slow line makes after the Escape, inside a control sequence and inside a string. */
const PAUSES = [0, 20, 45, 120, 400, 480]

/** Every way to cut a sequence in two. */
function cuts(sequence: string): (readonly [string, string])[] {
  return Array.from({ length: sequence.length - 1 }, (_, at) => [sequence.slice(0, at + 1), sequence.slice(at + 1)])
}

describe('a sequence', () => {
  it.each(keys)('%j is one key', (sequence, expected) => {
    expect(decoded([sequence], 0)).toEqual([expected, text('x')])
    expect(decoded(sequence.split(''), 0)).toEqual([expected, text('x')])
  })

  it.each(silent)('%j is no key', (sequence) => {
    expect(decoded([sequence], 0)).toEqual([text('x')])
    expect(decoded(sequence.split(''), 0)).toEqual([text('x')])
  })

  it('cut anywhere, with any pause, types nothing but its own letter, once at most', () => {
    const cases = [...keys, ...silent.map((one) => [one, key('none')] as const)].flatMap(([sequence, own]) =>
      cuts(sequence).flatMap((pieces) => PAUSES.map((pause) => ({ own: own.text, pieces, pause })))
    )
    const wrong = cases.filter(({ own, pieces, pause }) => !['x', `${own}x`].includes(typed(decoded(pieces, pause))))
    expect(wrong).toEqual([])
    expect(cases.length).toBeGreaterThan(4000)
  })

  it('that begins with a byte of 8 bits may be cut after it; a letter of an older encoding waits no longer than a key', () => {
    expect(typed(decoded(['\udc9b', '?1;2c'], 20))).toBe('x')
    expect(typed(decoded(['\udc9d', `11;rgb:${BEL}`], 20))).toBe('x')
    expect(typed(decoded(['\udc9e', 'ena'], 20))).toBe('ženax')
    expect(typed(decoded(['\udc9e'], 0))).toBe('žx')
    expect(decoded(['\udc9e\r'], 0)).toEqual([text('ž'), key('enter'), text('x')])
  })

  it('cut after its Escape by more than the wait of a key is an Escape, and nothing else', () => {
    for (const sequence of [...keys.map(([one]) => one), ...silent].filter((one) => /^\u001b[[\]P_^X]/.test(one)))
      expect([sequence, ...decoded([ESC, sequence.slice(1)], 120)]).toEqual([sequence, key('escape'), text('x')])
  })

  it('without an end swallows nothing that is typed later', () => {
    for (const sequence of silent)
      for (let end = 1; end < sequence.length; end++) {
        const begun = sequence.slice(0, end)
        expect([begun, typed(decoded([begun, 'Dear diary'], 1200))]).toEqual([begun, 'Dear diaryx'])
      }
  })

  it('without an end gives way to Ctrl-C at once', () => {
    for (const open of [`${ESC}]11;rgb:`, `${ESC}P>|`, `${ESC}_G`, `${ESC}[38;`, `${ESC}[M!`])
      expect(decoded([open, '\u0003'], 5)).toContainEqual(key('c', ctrl))
  })
})

describe('what a person types', () => {
  it.each([
    ['a bracket after Escape', [ESC, '['], '[x'],
    ['a bracket and a word', [ESC, '[', 'w', 'h', 'y'], '[whyx'],
    ['a word after Escape', [ESC, 'O', 'h'], 'Ohx'],
    ['a capital after Escape', [ESC, 'P', 'a', 'y'], 'Payx'],
    ['a footnote after Escape', [ESC, ']', '1'], ']1x'],
    ['a list after Escape', [ESC, '[', 'a', ']'], '[a]x'],
    ['a link after Escape', [ESC, '[1]: here'], '[1]: herex']
  ])('%s stays', (_, pieces, expected) => {
    expect(typed(decoded(pieces, 130))).toBe(expected)
  })

  it.each(['é', 'ž', 'Š', 'ÿ', 'œ', '€'])('in Windows-1252, %s, is that letter', (letter) => {
    const byte = { é: 0xe9, ž: 0x9e, Š: 0x8a, ÿ: 0xff, œ: 0x9c, '€': 0x80 }[letter] ?? 0
    const utf8 = new Utf8Stream()
    const piece = utf8.write(Uint8Array.of(0x61, byte, 0x62)).text
    expect(typed(decoded([piece], 0))).toBe(`a${letter}bx`)
    expect(typed(decoded([piece.charAt(1)], 0))).toBe(`${letter}x`)
  })

  it('a carriage return and a line feed are one Enter, also in two pieces', () => {
    expect(decoded(['a\r\nb'], 0)).toEqual([text('a'), key('enter'), text('b'), text('x')])
    expect(decoded(['a\r', '\nb'], 0)).toEqual([text('a'), key('enter'), text('b'), text('x')])
  })
})

it('any bytes, in any pieces and at any pace, are read without an error, and what follows is typed', () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.constantFrom(...keys.map(([one]) => one), ...silent).map((one) => Buffer.from(one)),
    fc.constantFrom(`${ESC}[`, `${ESC}]`, `${ESC}P`, `${ESC}[200`, ESC).map((one) => Buffer.from(one))
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(0, 30, 130, 600, 1100), (parts, pause) => {
      const utf8 = new Utf8Stream()
      const pieces = parts.map((bytes) => utf8.write(bytes).text)
      // The last bytes may be the start of a character.
      const strokes = decoded([...pieces, utf8.write(Buffer.from('a')).text, `${ESC}[201~`], pause)
      expect(typed(strokes)).not.toMatch(/(?![\n\t])[\p{Surrogate}]/u)
      expect(strokes.map((stroke) => (stroke.kind === 'key' ? stroke.text : '')).join('')).not.toMatch(/\p{Cc}/u)
      expect(strokes.at(-1)).toEqual(text('x'))
    }),
    { numRuns: runs(20_000) }
  )
})
