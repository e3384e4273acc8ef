/* oxlint-disable no-control-regex -- control characters are looked for */
/**
 * Parses what is at the start of a terminal's input: text, a control character, or an escape sequence. Pure. Sequences are those of
 * ECMA-48 and of xterm (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), rxvt, the Linux console, kitty and Windows
 * Terminal. No character of a sequence becomes text. A byte that is not UTF-8 comes as a lone surrogate (`Utf8Stream`).
 */
import { graphemes } from '../display/width.ts'
import { fromWindows1252 } from '../text/decode.ts'
import { own } from '../util/records.ts'
import { controlKeys, keysOfCode, modifiersIn, textKey, windowsKeys } from './key-codes.ts'
import { key, type Key } from './keys.ts'

/** The first character of an escape sequence. */
export const ESC = '\u001b'

/** Keys and their length in UTF-16 units. */
export interface Parsed {
  readonly length: number
  readonly strokes: readonly Key[]
  /** The body of an OSC, which terminals send as a reply. */
  readonly reply?: string
}

/** An incomplete sequence, by how much of it is known: its first character, a control sequence, or a string. */
export type Open = 'escape' | 'control' | 'string'

/** The keys in the next run of text or sequence, or how an incomplete sequence began. */
export function nextKeys(input: string): Parsed | Open {
  if (input.length === 1 && mayIntroduce(input)) return 'escape'
  const introduced = introducer(input)
  if (introduced === undefined) return plain(input)
  const { kind, length } = introduced
  if (kind === ESC) return afterEscape(input)
  const found = bodyOf(kind, input.slice(length))
  return found === undefined
    ? { length, strokes: [] }
    : typeof found === 'string'
      ? found
      : { ...found, length: length + found.length }
}

/**
 * The length of the rest of a sequence whose Escape was taken for a key, or how that rest began if it is incomplete. 0 if the
 * input is something else: a person may type a bracket, so only sequences that terminals send count.
 */
export function restOfSequence(input: string): number | Open {
  const [kind = ''] = input
  const body = input.slice(1)
  if (!isIntroducer(kind) || (body === '' && kind !== '[' && kind !== ']')) return 0
  if (LATE_RESTS[kind]?.test(body) === false) return 0
  const found = bodyOf(kind, body)
  if (found === undefined) return 0
  return typeof found === 'string' ? found : found.length + 1
}

/** A control character, or the text up to the next one. */
function plain(input: string): Parsed {
  if (input.startsWith('\r\n')) return { length: 2, strokes: controlKeys(0x0d) }
  if (!isText(input.charCodeAt(0))) return { length: 1, strokes: controlKeys(input.charCodeAt(0)) }
  let end = 1
  while (end < input.length && isText(input.charCodeAt(end)) && !isRawControl(input.charCodeAt(end))) end += 1
  return { length: end, strokes: textKeys(input.slice(0, end)) }
}

/** Whether a UTF-16 code unit is not a control character. */
export function isText(code: number): boolean {
  return code >= 0x20 && (code < 0x7f || code > 0x9f)
}

/** Whether a unit stands for a byte from 0x80 to 0x9F, which is a letter or an 8-bit control. */
function isRawControl(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdc9f
}

/** The characters that open a sequence after Escape: SS3, DCS, SOS, CSI, OSC, PM, APC. */
const INTRODUCERS = ['O', 'P', 'X', '[', ']', '^', '_'] as const
type Introducer = (typeof INTRODUCERS)[number]

function isIntroducer(character: string): character is Introducer {
  return INTRODUCERS.some((one) => one === character)
}

/** The beginnings of what terminals send after these. */
const LATE_RESTS: Readonly<Partial<Record<Introducer, RegExp>>> = {
  '[': /^(?:[0-9;:<=>?]+[ -/]*(?:[@-Z^-~]|$)|[A-IMOPQRSZa-d[]|$)/,
  O: /^[A-DFHMPQRSXa-dj-y]/,
  ']': /^(?:\d{0,4}(?:;|$)|[lLI])/
}

/** How the input opens a sequence: with Escape, or with one character in the 8-bit form. */
function introducer(input: string): { readonly kind: Introducer | typeof ESC; readonly length: number } | undefined {
  if (input.startsWith(ESC)) return { kind: ESC, length: 1 }
  const code = input.charCodeAt(0)
  const kind = String.fromCharCode((code & 0xff) - 0x40)
  if (!isIntroducer(kind)) return undefined
  if (code >= 0x80 && code <= 0x9f) return { kind, length: 1 }
  return isRawControl(code) && isWholeSequence(kind, input.slice(1)) ? { kind, length: 1 } : undefined
}

/** Whether this is a byte from 0x80 to 0x9F that opens a sequence, or in older encodings a letter: what follows will tell. */
function mayIntroduce(input: string): boolean {
  const code = input.charCodeAt(0)
  return isRawControl(code) && isIntroducer(String.fromCharCode((code & 0xff) - 0x40))
}

/** Keys of what turned out to be text and no sequence. */
export function textKeys(input: string): Key[] {
  return graphemes(fromWindows1252(input)).map(textKey)
}

const STRING_END = /(?:[\u0007\u009c\udc9c]|\u001b\\)$/

/** Whether a byte from 0x80 to 0x9F opens a sequence. In older encodings it is a letter, which sequences do not follow. */
function isWholeSequence(kind: Introducer, body: string): boolean {
  const rest = body === '' ? 0 : restOfSequence(kind + body)
  if (typeof rest === 'string') return rest === 'control'
  // A string counts if it has its end.
  return rest > 0 && (kind === '[' || kind === 'O' || STRING_END.test((kind + body).slice(0, rest)))
}

/** A sequence that begins with Escape: another one with Alt, a key with Alt, or one of the introducers. */
function afterEscape(input: string): Parsed | Open {
  const isMeta = input.startsWith(ESC + ESC)
  const start = isMeta ? 2 : 1
  const kind = input.charAt(start)
  if (kind === '') return 'escape'
  const found = isIntroducer(kind) ? bodyOf(kind, input.slice(start + 1)) : undefined
  if (typeof found === 'string') return found
  if (found !== undefined) {
    const strokes = isMeta ? found.strokes.map((stroke) => ({ ...stroke, meta: true })) : found.strokes
    return { ...found, length: start + 1 + found.length, strokes }
  }
  return isMeta ? { length: 1, strokes: [key('escape')] } : altKey(input.slice(1))
}

function altKey(input: string): Parsed {
  const [character = ''] = input
  const code = character.charCodeAt(0)
  const strokes = isText(code) ? [key(character.toLowerCase())] : controlKeys(code)
  const isShift = character !== character.toLowerCase()
  return {
    length: 1 + character.length,
    strokes: strokes.map((stroke) => ({ ...stroke, meta: true, shift: stroke.shift || isShift }))
  }
}

/** What follows an introducer; undefined if it cannot be a sequence, so that the introducer was a key with Alt. */
function bodyOf(kind: Introducer, body: string): Parsed | Open | undefined {
  if (kind === '[') return controlSequence(body)
  if (kind === 'O') return singleShift(body)
  return deviceString(kind, body)
}

/** SS3: a final character, after a modifier in old terminals. */
function singleShift(body: string): Parsed | Open | undefined {
  const found = /^\d?(?:[@-~]|$)/.exec(body)?.[0]
  if (found === undefined) return undefined
  const final = found.slice(-1)
  if (!/[@-~]/.test(final)) return 'control'
  const held = modifiersIn(Number(found.slice(0, -1)))
  const typed = KEYPAD[KEYPAD_LETTERS.indexOf(final)]
  const name = own(FINAL_NAMES, final.toUpperCase())
  if (typed !== undefined)
    return { length: found.length, strokes: [typed === '\r' ? key('enter', held) : textKey(typed)] }
  // Rxvt sends small letters for arrows with Ctrl.
  const strokes = name === undefined ? [] : [key(name, { ...held, ctrl: held.ctrl || final >= 'a' })]
  return { length: found.length, strokes }
}

const KEYPAD_LETTERS = 'jklmnopqrstuvwxyMX '
const KEYPAD = [...'*+,-./0123456789', '\r', '=', ' ']

/** Names by the last letter of a sequence. */
const FINAL_NAMES = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'tab'
}
/** Names by the number before a tilde. */
const TILDE_NAMES = { 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end' }
const TILDE_F_KEYS = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
/** An old mouse report has three bytes after its letter. */
const MOUSE_BYTES = 3

/** CSI: parameters, intermediate characters and a final one. What is not a sequence is dropped up to the character that is wrong. */
function controlSequence(body: string): Parsed | Open {
  // The Linux console sends F1 to F5 as "[[A" to "[[E".
  if (body.startsWith('[')) return body.length === 1 ? 'control' : consoleKey(body)
  const parameters = /^[0-?]*[ -/]*/.exec(body)?.[0] ?? ''
  const final = body.charAt(parameters.length)
  if (final === '') return 'control'
  if (!/[@-~]/.test(final)) return { length: parameters.length, strokes: [] }
  if (final === 'M' && parameters === '') return mouseReport(body)
  return { length: parameters.length + 1, strokes: keysOf(parameters, final) }
}

function consoleKey(body: string): Parsed {
  const number = 'ABCDE'.indexOf(body.charAt(1))
  return number < 0 ? { length: 1, strokes: [] } : { length: 2, strokes: [key(`f${number + 1}`)] }
}

function mouseReport(body: string): Parsed | Open {
  let [length, bytes] = [1, 0]
  for (; bytes < MOUSE_BYTES && length < body.length; length++) bytes += utf8Length(body.charCodeAt(length))
  return bytes < MOUSE_BYTES ? 'control' : { length, strokes: [] }
}

function utf8Length(unit: number): number {
  if (unit >= 0xdc80 && unit <= 0xdcff) return 1
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
}

/** The keys of a control sequence; none for reports, replies and keys that do nothing here. */
function keysOf(parameters: string, final: string): Key[] {
  // Replies of the terminal and mouse reports have one of these in front, and a mode's reply has an intermediate character.
  if (/^[<=>?]|[ -/]/.test(parameters)) return []
  const fields = parameters.split(';').map((field) => field.split(':').map(Number))
  const [[first = 0, shifted] = [], [modifiers, event] = [], third = []] = fields
  if (final === '_') return windowsKeys(fields.map(([value = 0]) => value))
  // An event of type 3 is the release of a key.
  if (event === 3) return []
  const held = modifiersIn(modifiers)
  const typed = String.fromCodePoint(...third.filter((code) => code >= 0x20 && code <= 0x10ffff))
  if (final === 'u') return keysOfCode(held.shift && shifted ? shifted : first, held, typed)
  if (final === '~') return first === 27 ? keysOfCode(third[0] ?? -1, held) : tildeKey(first, held)
  return letterKey(final, fields.length, held)
}

function tildeKey(number: number, held: ReturnType<typeof modifiersIn>): Key[] {
  const name = own(TILDE_NAMES, String(number)) ?? functionKey(TILDE_F_KEYS.indexOf(number))
  return name === undefined ? [] : [key(name, held)]
}

function functionKey(index: number): string | undefined {
  return index < 0 ? undefined : `f${index + 1}`
}

/** A key by the final letter. A reply with the cursor's place ends in R too, and so is not F3; focus events are I and O. */
function letterKey(final: string, fields: number, held: ReturnType<typeof modifiersIn>): Key[] {
  // Rxvt sends small letters for arrows with Shift.
  const isSmall = final >= 'a' && final <= 'd'
  const name = final === 'R' ? undefined : own(FINAL_NAMES, isSmall ? final.toUpperCase() : final)
  if (name === undefined || fields > 2) return []
  return [key(name, { ...held, shift: held.shift || isSmall || final === 'Z' })]
}

/** The first characters of the strings that terminals send: OSC, DCS, and any for APC, PM and SOS. */
const STRING_STARTS: Readonly<Partial<Record<Introducer, RegExp>>> = { ']': /^[\dlLI]/, P: /^[\d;<=>?!$+|{]/ }

/** OSC, DCS, APC, PM or SOS: text that ends with ST or BEL. Another control character breaks it off, and is read as a key. */
function deviceString(kind: Introducer, body: string): Parsed | Open | undefined {
  if (body === '') return 'string'
  if (STRING_STARTS[kind]?.test(body) === false) return undefined
  const end = body.search(/[\0-\u0006\u0007-\u001f\u009c\udc9c]/)
  if (end < 0) return 'string'
  const found = body.charAt(end)
  if (found === ESC && end + 1 === body.length) return 'string'
  const terminator = /^(?:[\u0007\u009c\udc9c]|\u001b\\)/.exec(body.slice(end, end + 2))?.[0]
  if (terminator === undefined) return { length: end, strokes: [] }
  return { length: end + terminator.length, strokes: [], ...(kind === ']' ? { reply: body.slice(0, end) } : {}) }
}
