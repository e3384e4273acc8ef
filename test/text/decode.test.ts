import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Utf8Converter, Utf8Stream, asWindows1252, decode } from '../../src/text/decode.ts'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf32 = (text: string) => Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer)

/** Texts that files can hold. */
const text = fc.string({ unit: 'grapheme' }).filter((given) => given.isWellFormed() && !given.startsWith('\ufeff'))
const bytes = fc.uint8Array({ maxLength: 40 })
/** Bytes near those of characters, so that most are wrong in one place. */
const nearly = fc
  .tuple(text, bytes, text)
  .map(([a, b, c]) => Buffer.concat([Buffer.from(a), b.subarray(0, 3), Buffer.from(c)]))

describe('decode', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from('Crème 🙂'), 'Crème 🙂'],
    ['UTF-8 with a mark', Buffer.from('\ufeffCrème'), 'Crème'],
    ['UTF-16LE with a mark', Buffer.from('\ufeffCrème 🙂', 'utf16le'), 'Crème 🙂'],
    ['UTF-16BE with a mark', utf16be('\ufeffCrème 🙂'), 'Crème 🙂'],
    ['a sign of replacement that was there', Buffer.from('a \ufffd'), 'a \ufffd'],
    ['zero bytes', Buffer.from('a\0\0b\0'), 'a\0\0b\0'],
    ['nothing', Buffer.from(''), ''],
    ['only a mark', Buffer.from('\ufeff'), '']
  ])('reads %s', (_, from, to) => {
    expect(decode(from)).toMatchObject({ text: to })
    expect(decode(from).fault).toBeUndefined()
  })

  test.each<[string, Uint8Array, string | undefined, string]>([
    ['Latin-1', latin1('café\nnaïve\n'), undefined, 'caf\\xE9\nna\\xEFve\n'],
    ['Windows-1252', Buffer.from([0x93, 0x61, 0x94]), undefined, '\\x93a\\x94'],
    ['a character cut off', Buffer.from('a🙂').subarray(0, 4), undefined, 'a\\xF0\\x9F\\x99'],
    ['a surrogate (CESU-8)', Buffer.from([0xed, 0xa0, 0x80]), undefined, '\\xED\\xA0\\x80'],
    ['an overlong character', Buffer.from([0xc0, 0x80]), undefined, '\\xC0\\x80'],
    ['UTF-16LE without a mark', Buffer.from('my words', 'utf16le'), 'UTF-16', 'my words'],
    ['UTF-16BE without a mark', utf16be('Crème'), 'UTF-16', 'Crème'],
    ['half of UTF-16', Buffer.from('\ufeffab', 'utf16le').subarray(0, 5), 'UTF-16', 'a\\x62'],
    ['half a pair of UTF-16', Buffer.from('\ufeff\ud83d', 'utf16le'), 'UTF-16', '\ud83d']
  ])('refuses %s, and shows it', (_, from, encoding, shown) => {
    expect(decode(from)).toMatchObject({ text: shown, isUtf8: false, fault: { encoding } })
  })

  test('names UTF-32', () => {
    expect(decode(utf32('\ufeffab')).fault?.encoding).toBe('UTF-32')
    expect(decode(utf32('\ufeffab').swap32()).fault?.encoding).toBe('UTF-32')
  })

  test('says where each byte that is not UTF-8 is written', () => {
    const { text: shown, fault } = decode(latin1('café\nnaïve'))
    expect(fault?.offsets.map((at) => shown.slice(at, at + 4))).toEqual(['\\xE9', '\\xEF'])
  })

  test('gives every text back, in every encoding that is read', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const from of [Buffer.from(given), Buffer.from(`\ufeff${given}`)]) {
          const { isUtf8, fault, text: read } = decode(from)
          // Zero bytes in every other place are UTF-16, if nothing says otherwise.
          expect(given.includes('\0') || (isUtf8 && fault === undefined && read === given)).toBe(true)
        }
        for (const from of [Buffer.from(`\ufeff${given}`, 'utf16le'), utf16be(`\ufeff${given}`)])
          expect(decode(from)).toEqual({ text: given, isUtf8: false })
      })
    )
  })

  test('makes no sign of replacement, and tells UTF-8 as others do', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, nearly), (given) => {
        const { text: read, isUtf8, fault } = decode(given, { keepMark: true })
        const sign = Buffer.from('\ufffd')
        const isAllowed = Buffer.from(given).includes(sign) || fault?.encoding === 'UTF-16'
        expect(isAllowed || !read.includes('\ufffd')).toBe(true)
        expect(!isUtf8 || Buffer.from(read).equals(given)).toBe(true)
        const isRead = (() => {
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(given)
            return true
          } catch {
            return false
          }
        })()
        expect(isRead && fault !== undefined && fault.encoding === undefined).toBe(false)
        expect(isUtf8 && !isRead).toBe(false)
      }),
      { numRuns: 2000 }
    )
  })
})

describe('a stream', () => {
  const cut = (whole: Uint8Array, places: readonly number[]) => {
    const at = [0, ...places.map((place) => place % (whole.length + 1)).toSorted((a, b) => a - b), whole.length]
    return at.slice(1).map((end, index) => whole.subarray(at[index], end))
  }

  test('is the same text, wherever it is cut', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (given, places) => {
        const stream = new Utf8Stream()
        const pieces = cut(Buffer.from(given), places).map((piece) => stream.write(piece))
        expect(pieces.map((piece) => piece.text).join('')).toBe(given)
        expect(pieces.every(({ isWhole }) => isWhole)).toBe(true)
        for (const mark of ['', '\ufeff']) {
          for (const encode of mark === ''
            ? [Buffer.from]
            : [Buffer.from, (t: string) => Buffer.from(t, 'utf16le'), utf16be]) {
            const converter = new Utf8Converter()
            const parts = cut(encode(mark + given), places).map((piece) => converter.write(piece))
            expect(Buffer.concat([...parts, converter.write(new Uint8Array(), true)]).toString()).toBe(given)
          }
        }
      })
    )
  })

  test.each(['\n', 'é\n', '\n\n'])('holds nothing back of a line that is typed first: %j', (line) => {
    expect(Buffer.from(new Utf8Converter().write(Buffer.from(line))).toString()).toBe(line)
  })

  test('leaves out what is not UTF-8, and says so', () => {
    fc.assert(
      fc.property(nearly, fc.array(fc.nat(), { maxLength: 6 }), (given, places) => {
        const stream = new Utf8Stream()
        const pieces = [...cut(given, places), Buffer.from('!')].map((piece) => stream.write(piece))
        const { text: read, fault } = decode(given, { keepMark: true })
        const kept = pieces.map((piece) => piece.text).join('')
        const isMixed = fault !== undefined && fault.encoding === undefined
        const signs = Buffer.from(given).toString('latin1').match(/ï¿½/g)?.length ?? 0
        expect(fault !== undefined || kept === `${read}!`).toBe(true)
        expect(isMixed && pieces.every(({ isWhole }) => isWhole)).toBe(false)
        expect(isMixed && kept.includes('\ufffd'.repeat(1 + signs))).toBe(false)
      }),
      { numRuns: 1000 }
    )
  })

  test('of UTF-16 that is damaged stays damaged', () => {
    const converter = new Utf8Converter()
    const parts = [converter.write(Buffer.from('\ufeffa\ud83db', 'utf16le')), converter.write(new Uint8Array(), true)]
    expect(decode(Buffer.concat(parts)).fault).toBeDefined()
  })
})

test.each<[string, Uint8Array, string | undefined]>([
  [
    'its own bytes alone',
    Buffer.concat([Buffer.from('ŵ '), Buffer.from([0x93, 0xe9, 0x2e, 0x94, 0x20, 0x80])]),
    'ŵ “é.” €'
  ],
  ['nothing of what it has no sign for', Buffer.from([0x61, 0x81]), undefined]
])('Windows-1252 stands for %s', (_, from, to) => expect(asWindows1252(from)).toBe(to))
