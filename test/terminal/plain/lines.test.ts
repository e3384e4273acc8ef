import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PlainInput } from '../../../src/terminal/plain/io/lines.ts'
import { PipeReader } from '../../../src/terminal/plain/io/reader.ts'
import { LineReader } from '../../../src/terminal/plain/io/line-reader.ts'
import { RELEASE_KEYBOARD, TAKE_KEYBOARD } from '../../../src/terminal/modes.ts'
import { wellFormed } from '../hostile.ts'
import { english } from '../../../src/words/index.ts'

const ESC = '\u001b'
const PASTE = (text: string) => `${ESC}[200~${text}${ESC}[201~`

/** Everything that the lines give, up to their end. */
async function all(lines: PlainInput, found: string[] = []): Promise<string[]> {
  const next = await lines.next()
  return next.kind === 'end' ? found : all(lines, [...found, next.text])
}

function piped(...chunks: (string | Uint8Array)[]): PlainInput {
  const input = new PassThrough()
  for (const chunk of chunks) input.write(chunk)
  input.end()
  return new PlainInput(input, new PipeReader(english))
}

describe('piped lines', () => {
  it.each<[string, string[], string[]]>([
    ['several in one chunk', ['a\nb\nc\n'], ['a', 'b', 'c']],
    ['one in several chunks', ['a', 'b', '\nc', '\n'], ['ab', 'c']],
    ['a half line at the end', ['a\nhalf'], ['a', 'half']],
    ['empty lines', ['\n\na\n\n'], ['', '', 'a', '']],
    ['Windows line ends', ['a\r\nb\r\n'], ['a', 'b']],
    ['a byte order mark', ['\ufeffa\n\ufeffb\n'], ['a', '\ufeffb']],
    ['control characters', ['a\u0007b\u001b[31mc\u001b[0m\u009b\n'], ['abc']],
    ['line ends of Word', ['a\vb\u0085c\n'], ['a', 'b', 'c']],
    ['nothing', [], []]
  ])('are all given: %s', async (_, chunks, lines) => {
    expect(await all(piped(...chunks))).toEqual(lines)
  })

  it('survive being cut anywhere, inside a character too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[^\r\n\ufeff]*$/u).map((line) => wellFormed(line))),
        fc.integer({ min: 1, max: 7 }),
        async (lines, size) => {
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.subarray(index * size, (index + 1) * size)
          )
          expect(await all(piped(...chunks))).toEqual(lines)
        }
      )
    )
  })

  it('of a hundred kilobytes are whole', async () => {
    const long = 'long '.repeat(20_000)
    expect(await all(piped(`${long}\nb\n`))).toEqual([long, 'b'])
  })

  it('that are not UTF-8 are refused by number, after what came before them', async () => {
    const lines = piped('good\n', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]))
    expect(await lines.next()).toMatchObject({ text: 'good' })
    await expect(lines.next()).rejects.toThrow(/^Line 2 /)
  })

  it('end again and again, and when the stream is destroyed', async () => {
    const lines = piped('a\n')
    expect(await all(lines)).toEqual(['a'])
    expect(await lines.next()).toEqual({ kind: 'end', unfinished: '' })
    const input = new PassThrough()
    const waiting = new PlainInput(input, new PipeReader(english)).next()
    input.destroy(new Error('EIO'))
    expect(await waiting).toEqual({ kind: 'end', unfinished: '' })
  })
})

/** A keyboard whose echo is written down. */
function keyboard(...chunks: (string | Uint8Array)[]) {
  const input = new PassThrough()
  const screen: string[] = []
  const modes: boolean[] = []
  const typist = new LineReader({
    terminal: { setRawMode: (raw) => modes.push(raw) },
    echo: { write: (text) => screen.push(String(text)) },
    hasModes: true,
    words: english
  })
  for (const chunk of chunks) input.write(chunk)
  const lines = new PlainInput(input, typist)
  onTestFinished(() => lines.release())
  return { lines, input, modes, screen: () => screen.join('') }
}

describe('typed lines', () => {
  it('are echoed and given at Enter', async () => {
    const { lines, screen } = keyboard('Zoë\r')
    expect(await lines.next()).toEqual({ kind: 'line', text: 'Zoë', pasted: false })
    expect(screen()).toBe(`${TAKE_KEYBOARD}Zoë\n`)
  })

  it.each([
    ['Backspace, by character', 'ab👩‍👧\x7fc\r', 'abc'],
    ['Backspace at the start', '\x7f\x7fa\r', 'a'],
    ['Ctrl-U', 'wrong\x15right\r', 'right'],
    ['arrows and other keys, which do nothing', `a${ESC}[D${ESC}OP${ESC}[3~b\r`, 'ab'],
    ['other control keys', 'a\x01\x0b\x1fb\r', 'ab'],
    ['a tab', 'a\tb\r', 'a\tb'],
    ['Ctrl-J', 'a\n', 'a']
  ])('obey %s', async (_, keys, text) => {
    const { lines } = keyboard(keys)
    expect(await lines.next()).toMatchObject({ text })
  })

  it('wipe what was rubbed out, by columns', async () => {
    const { lines, screen } = keyboard('a字\x7f\r')
    await lines.next()
    expect(screen()).toBe(`${TAKE_KEYBOARD}a字\b\b  \b\b\n`)
  })

  it('keep the line breaks of a paste, and its commands are words', async () => {
    const { lines } = keyboard(`${PASTE('one\r\n.\n:leave\nlast')}\r`)
    expect(await lines.next()).toEqual({ kind: 'line', text: 'one', pasted: true })
    expect(await lines.next()).toEqual({ kind: 'line', text: '.', pasted: true })
    expect(await lines.next()).toEqual({ kind: 'line', text: ':leave', pasted: true })
    expect(await lines.next()).toEqual({ kind: 'line', text: 'last', pasted: false })
  })

  it('take a paste that arrives in pieces, and one of any length', async () => {
    const text = 'paragraph '.repeat(2000)
    const bytes = Buffer.from(PASTE(`${text}\nend`))
    const pieces = Array.from({ length: Math.ceil(bytes.length / 1023) }, (_, index) =>
      bytes.subarray(index * 1023, (index + 1) * 1023)
    )
    const { lines } = keyboard(...pieces, '\r')
    expect(await lines.next()).toMatchObject({ text })
    expect(await lines.next()).toMatchObject({ text: 'end' })
  })

  it('are given back by Ctrl-C from a paste whose end never comes', async () => {
    const { lines } = keyboard(`${ESC}[200~half a page`, '\x03')
    expect(await lines.next()).toEqual({ kind: 'end', unfinished: 'half a page' })
  })

  it('let no paste act on the terminal or the program', async () => {
    const { lines, screen } = keyboard(`${PASTE(`a\x03\x04\x15${ESC}[2Jb\u009b`)}\r`)
    expect(await lines.next()).toMatchObject({ kind: 'line', text: 'ab' })
    expect(screen()).toBe(`${TAKE_KEYBOARD}ab\n`)
  })

  it('end with Ctrl-C, handing over what had been typed', async () => {
    const { lines } = keyboard('half a thou\x03')
    expect(await lines.next()).toEqual({ kind: 'end', unfinished: 'half a thou' })
    expect(await lines.next()).toEqual({ kind: 'end', unfinished: '' })
  })

  it('end with Ctrl-D, after the line that was begun', async () => {
    expect(await all(keyboard('half\x04').lines)).toEqual(['half'])
  })

  it('end when the terminal goes, after the line that was begun', async () => {
    const { lines, input } = keyboard('half')
    input.end()
    expect(await all(lines)).toEqual(['half'])
  })

  it('are broken off by an interruption, and go on after it', async () => {
    const { lines, input, screen } = keyboard('half a thou')
    const kept = new Promise<string>((resolve) => void lines.next(resolve).then(({ kind }) => kind))
    expect(await kept).toBe('half a thou')
    lines.interrupt()
    expect(await lines.next()).toEqual({ kind: 'end', unfinished: 'half a thou' })
    expect(screen().endsWith('half a thou\n')).toBe(true)
    expect(await lines.next()).toEqual({ kind: 'end', unfinished: '' })
    input.write('ght\r')
    lines.resume()
    expect(await lines.next()).toEqual({ kind: 'line', text: 'ght', pasted: false })
  })

  it('are shown to whoever keeps them when the typist rests', async () => {
    const { lines, input } = keyboard('thinking')
    const kept = await new Promise<string>((resolve) => {
      void lines.next(resolve)
    })
    expect(kept).toBe('thinking')
    input.destroy()
  })

  it('put the terminal back as it was, also twice, and take it again', async () => {
    const { lines, modes, screen } = keyboard('a\rb\r')
    await lines.next()
    lines.release()
    lines.release()
    expect(modes).toEqual([true, false])
    expect(screen().endsWith(`${RELEASE_KEYBOARD}`)).toBe(true)
    expect(await lines.next()).toMatchObject({ text: 'b' })
    expect(modes).toEqual([true, false, true])
  })
})
