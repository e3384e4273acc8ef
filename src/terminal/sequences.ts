/**
 * Parses one key at the start of a terminal's input. Pure. Sequences are those of xterm and compatible terminals
 * (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), rxvt's and the Linux console's.
 */
import { key, type Key, type Stroke } from './keys.ts'
import { graphemes } from '../display/width.ts'
import { own } from '../util/records.ts'

/** The first character of an escape sequence. */
export const ESC = '\u001b'

/** Names by the last letter of a sequence. */
const CSI_NAMES = { A: 'up', B: 'down', C: 'right', D: 'left', F: 'end', H: 'home', Z: 'tab' }
/** Names by the number before a tilde, from 1. */
const TILDE_NAMES = ['unknown', 'home', 'insert', 'delete', 'end', 'pageup', 'pagedown', 'home', 'end']

/** Keys at the start of the input, and their length in UTF-16 units. */
interface ParsedKeys {
  readonly length: number
  readonly strokes: readonly Stroke[]
}

/** The keys in the next run of text or sequence. Length 0 if the sequence is incomplete. */
export function nextKeys(input: string): ParsedKeys {
  return input.startsWith(ESC) ? sequence(input) : plain(input)
}

/** A control character, or the text up to the next one. */
function plain(input: string): ParsedKeys {
  if (!isText(input.charCodeAt(0))) return { length: 1, strokes: control(input.charCodeAt(0)) }
  let end = 1
  while (end < input.length && isText(input.charCodeAt(end))) end += 1
  const strokes = graphemes(input.slice(0, end)).map((text) => key(text === ' ' ? 'space' : text, { text }))
  return { length: end, strokes }
}

/** Whether a UTF-16 code unit is not a control character. */
export function isText(code: number): boolean {
  return code >= 0x20 && (code < 0x7f || code > 0x9f)
}

function control(code: number): Stroke[] {
  if (code === 0x09) return [key('tab')]
  if (code === 0x0a || code === 0x0d) return [key('enter')]
  if (code === 0x08 || code === 0x7f) return [key('backspace')]
  if (code === 0) return [key('space', { ctrl: true })]
  if (code < 0x1b) return [key(String.fromCharCode(code + 0x60), { ctrl: true })]
  if (code <= 0x1f) return [key(String.fromCharCode(code + 0x40), { ctrl: true })]
  return []
}

/** A key sent as an escape sequence. Length 0 if the sequence is incomplete. */
function sequence(input: string): ParsedKeys {
  const meta = input.startsWith(ESC + ESC)
  const start = meta ? 2 : 1
  const introducer = input.charAt(start)
  if (introducer === '') return { length: 0, strokes: [] }
  if (introducer === '[' || introducer === 'O') {
    const found = /^\[?[0-?]*[ -/]*[@-~]/.exec(input.slice(start + 1))
    if (found === null)
      return /^\[?[0-?]*[ -/]*$/.test(input.slice(start + 1))
        ? { length: 0, strokes: [] }
        : { length: start, strokes: [key('escape')] }
    return { length: start + 1 + found[0].length, strokes: [named(introducer, found[0], meta)] }
  }
  if (meta) return { length: 1, strokes: [key('escape')] }
  const [character = ''] = input.slice(start)
  const [stroke] = isText(character.charCodeAt(0)) ? [key(character.toLowerCase())] : control(character.charCodeAt(0))
  const shift = character !== character.toLowerCase()
  const strokes = stroke?.kind === 'key' ? [{ ...stroke, meta: true, shift: stroke.shift || shift }] : []
  return { length: start + character.length, strokes }
}

function named(introducer: string, body: string, meta: boolean): Key {
  const final = body.slice(-1)
  const [first = '', second = ''] = body.slice(0, -1).split(';')
  const flags = Math.max(0, (Number.parseInt(second, 10) || 1) - 1)
  // Rxvt sends small letters for arrows with Shift or Ctrl.
  const lower = final >= 'a' && final <= 'd'
  const byLetter = body.startsWith('[') ? undefined : own(CSI_NAMES, lower ? final.toUpperCase() : final)
  const name = final === '~' ? TILDE_NAMES[Number(first)] : byLetter
  return key(name ?? 'unknown', {
    shift: (flags & 1) > 0 || final === 'Z' || (lower && introducer === '['),
    meta: meta || (flags & 2) > 0,
    ctrl: (flags & 4) > 0 || (lower && introducer === 'O')
  })
}
