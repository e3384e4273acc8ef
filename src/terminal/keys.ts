/**
 * Bytes of a terminal become key strokes. Pure. Sequences are those of xterm and its many likenesses
 * (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), rxvt's and the Linux console's.
 */
import { graphemes } from './width.ts'

/** A key. What it writes is in `text`, one grapheme at a time; a key that writes nothing has a `name` only. */
export interface Key {
  readonly kind: 'key'
  readonly name: string
  readonly text: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly shift: boolean
}

/** What reaches a prompt from the keyboard. */
export type Stroke =
  | Key
  /** Everything that was pasted at once; line ends are `\n`. */
  | { readonly kind: 'paste'; readonly text: string }
  /** The terminal is gone, or the program was asked to end. */
  | { readonly kind: 'end' }

const ESC = '\u001b'
const PASTE_BEGINS = `${ESC}[200~`
const PASTE_ENDS = `${ESC}[201~`
/** A run of text in one piece, with line ends inside, was pasted if it is at least this long: nobody types so fast. */
const PASTED_LINES = 40
/** The same for text without line ends. */
const PASTED_WORDS = 256

const CSI_NAMES: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  a: 'up',
  b: 'down',
  c: 'right',
  d: 'left',
  F: 'end',
  H: 'home',
  Z: 'tab'
}
const TILDE_NAMES: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end'
}

/** A key by its name; modifiers are off unless given. */
export function key(name: string, modifiers: Partial<Pick<Key, 'text' | 'ctrl' | 'meta' | 'shift'>> = {}): Key {
  return { kind: 'key', name, text: '', ctrl: false, meta: false, shift: false, ...modifiers }
}

/** Takes what a terminal sends, in pieces of any size, and gives strokes. Keeps what is not complete yet. */
export class Decoder {
  #rest = ''
  /** Inside brackets: the parts so far; the end of the last piece stays in `#rest`, for the closing bracket may be cut. */
  #pasted: string[] | undefined
  /** A paste without brackets: more of it may be on its way. */
  #loose = ''

  /** Whether something waits for more; if no more comes soon, call `settle`. */
  get waiting(): boolean {
    return this.#loose !== '' || (this.#rest !== '' && this.#pasted === undefined)
  }

  write(piece: string): Stroke[] {
    const strokes: Stroke[] = []
    this.#rest += piece
    while (this.#rest !== '') {
      const before = this.#rest.length
      if (this.#pasted === undefined) this.#next(strokes)
      else this.#paste(strokes, this.#pasted)
      if (this.#rest.length === before) break
    }
    return strokes
  }

  /** No more came: what waited is what it is. */
  settle(): Stroke[] {
    const strokes: Stroke[] = []
    this.#endLoose(strokes)
    if (this.#pasted !== undefined) return strokes
    const rest = this.#rest
    this.#rest = ''
    if (rest.startsWith(ESC)) strokes.push(key('escape'))
    if (rest.length > 1) strokes.push(...this.write(rest.slice(1)))
    return strokes
  }

  #paste(strokes: Stroke[], parts: string[]): void {
    const end = this.#rest.indexOf(PASTE_ENDS)
    if (end < 0) {
      const sure = Math.max(0, this.#rest.length - PASTE_ENDS.length + 1)
      parts.push(this.#rest.slice(0, sure))
      this.#rest = this.#rest.slice(sure)
      return
    }
    strokes.push(paste(parts.join('') + this.#rest.slice(0, end)))
    this.#rest = this.#rest.slice(end + PASTE_ENDS.length)
    this.#pasted = undefined
  }

  #next(strokes: Stroke[]): void {
    const run = textRun(this.#rest)
    if (run !== '' && (this.#loose !== '' || looksPasted(run))) {
      this.#loose += run
      this.#rest = this.#rest.slice(run.length)
      return
    }
    this.#endLoose(strokes)
    if (this.#rest.startsWith(PASTE_BEGINS)) {
      this.#pasted = []
      this.#rest = this.#rest.slice(PASTE_BEGINS.length)
      return
    }
    const taken = this.#rest.startsWith(ESC) ? sequence(this.#rest) : plain(this.#rest)
    strokes.push(...taken.strokes)
    this.#rest = this.#rest.slice(taken.length)
  }

  #endLoose(strokes: Stroke[]): void {
    if (this.#loose !== '') strokes.push(paste(this.#loose))
    this.#loose = ''
  }
}

function paste(text: string): Stroke {
  return { kind: 'paste', text: text.replaceAll(/\r\n?/g, '\n') }
}

/** Text with line ends and tabs at the start of what is there; a tab at its end is the key. */
function textRun(input: string): string {
  let end = 0
  while (end < input.length && (isText(input.charCodeAt(end)) || '\r\n\t'.includes(input.charAt(end)))) end += 1
  return input.slice(0, end).replace(/\t+$/, '')
}

function looksPasted(run: string): boolean {
  return run.length >= PASTED_WORDS || (run.length >= PASTED_LINES && /[\r\n]./su.test(run.trimEnd()))
}

interface Taken {
  readonly length: number
  readonly strokes: readonly Stroke[]
}

/** A control character, or text up to the next one. */
function plain(input: string): Taken {
  if (!isText(input.charCodeAt(0))) return { length: 1, strokes: control(input.charCodeAt(0)) }
  let end = 1
  while (end < input.length && isText(input.charCodeAt(end))) end += 1
  const strokes = graphemes(input.slice(0, end)).map((text) => key(text === ' ' ? 'space' : text, { text }))
  return { length: end, strokes }
}

function isText(code: number): boolean {
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

/** A key that comes as an escape sequence; nothing (length 0) where its end has not come yet. */
function sequence(input: string): Taken {
  const meta = input.startsWith(ESC + ESC)
  const start = meta ? 2 : 1
  const introducer = input.charAt(start)
  if (introducer === '') return { length: 0, strokes: [] }
  if (introducer === '[' || introducer === 'O') {
    const found = /^\[?[0-?]*[ -/]*[@-~]/.exec(input.slice(start + 1))
    if (found === null)
      return isPartial(input.slice(start + 1))
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

function isPartial(body: string): boolean {
  return /^\[?[0-?]*[ -/]*$/.test(body)
}

function named(introducer: string, body: string, meta: boolean): Key {
  const final = body.slice(-1)
  const [first = '', second = ''] = body.slice(0, -1).split(';')
  const flags = Math.max(0, (Number.parseInt(second, 10) || 1) - 1)
  const name = final === '~' ? TILDE_NAMES[first] : body.startsWith('[') ? undefined : CSI_NAMES[final]
  const lower = final >= 'a' && final <= 'd'
  return key(name ?? 'unknown', {
    shift: (flags & 1) > 0 || final === 'Z' || (lower && introducer === '['),
    meta: meta || (flags & 2) > 0,
    ctrl: (flags & 4) > 0 || (lower && introducer === 'O')
  })
}
