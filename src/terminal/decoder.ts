/* oxlint-disable no-control-regex -- control characters are looked for */
import { fromWindows1252 } from '../text/decode.ts'
import { typedText } from '../text/typed-text.ts'
import { key, type Key, type Stroke } from './keys.ts'
import { ESC, isText, nextKeys, restOfSequence, textKeys, type Open, type Parsed } from './sequences.ts'

/** A piece that is only this byte is the key Ctrl-C, even inside a paste or a string, because these come in larger pieces. */
const CTRL_C = '\u0003'
/** Escape and the bracket that opens or closes a paste, in the 7-bit and in the 8-bit form. */
const PASTE_BEGINS = /^(?:\u001b\[|[\u009b\udc9b])200~/
const PASTE_ENDS = /(?:\u001b\[|[\u009b\udc9b])201~/
/** The length of the longest closing bracket. */
const LONGEST_END = `${ESC}[201~`.length
/** Minimum length of text with line ends that counts as pasted when it comes in one piece. UTF-16 units. */
const PASTED_LINES = 40
/** Minimum length of text without line ends that counts as pasted. UTF-16 units. */
const PASTED_WORDS = 256

/** How long the rest of an incomplete sequence may take, in milliseconds. A slow line must not type half of it. */
const PATIENCE: Readonly<Record<Open, number>> = { escape: 50, control: 500, string: 1000 }
/** How long the rest of a paste without brackets may take. Milliseconds. */
const LOOSE_PATIENCE = 40
/** How long after an Escape that was taken for a key the rest of its sequence is still expected. Milliseconds. */
const LATE_REST = 1000

/** A bracket that a person typed after the key Escape, such as that of a footnote. */
const LONE_BRACKET = /^\u001b(?:\[|\]\d*)$/
/** The same before a letter that ends few sequences. */
const BRACKET_AND_LETTER = /^\u001b\[[a-d]/

interface DecoderOptions {
  /** Text without brackets that comes at once is a paste, as one stroke. Default: true. Otherwise each character is a key. */
  readonly joinsText?: boolean
  /** Gets the body of each reply of the terminal. */
  readonly onReply?: (body: string) => void
}

/** An incomplete sequence at the start of the rest. */
interface Waiting {
  readonly open: Open
  /** When it is given up, in milliseconds. A string must end within its time; elsewhere each piece extends it. */
  readonly deadline: number
  /** The Escape before it has been a key. */
  readonly isLate: boolean
}

/**
 * Turns a terminal's input, in pieces of any size, into strokes. Keeps an incomplete sequence until the rest comes or its time is
 * over; what is given up is never text. Times are in milliseconds of any steady clock.
 */
export class Decoder {
  readonly #joinsText: boolean
  readonly #onReply: DecoderOptions['onReply']
  #rest = ''
  #waiting: Waiting | undefined
  /** When an Escape was taken for a key, until the next piece comes. */
  #escapedAt: number | undefined
  /** The last character was a carriage return, so that a line feed belongs to it. */
  #isAfterReturn = false
  /** The first half of a character that comes in two sequences. */
  #half = ''
  /**
   * Parts of an open bracketed paste. The end of the last piece stays in `#rest`, because it may hold half a closing
   * bracket.
   */
  #pasted: string[] | undefined
  /** A paste without brackets that may not be complete. */
  #loose = ''
  #looseDeadline = 0

  constructor({ joinsText = true, onReply }: DecoderOptions = {}) {
    this.#joinsText = joinsText
    this.#onReply = onReply
  }

  /** When `settle` must be called, unless another piece comes before; undefined if nothing is incomplete. */
  get deadline(): number | undefined {
    return this.#loose === '' ? this.#waiting?.deadline : this.#looseDeadline
  }

  /** The strokes of a piece that came at a time. */
  write(piece: string, now: number): Stroke[] {
    const strokes = this.deadline !== undefined && now >= this.deadline ? this.settle(now) : []
    if (piece === CTRL_C) strokes.push(...this.#breakOff())
    this.#rest += this.#isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece
    if (piece !== '') this.#isAfterReturn = piece.endsWith('\r')
    if (this.#pasted === undefined && this.#rest === piece) this.#skipLateRest(now)
    this.#read(strokes, now)
    return joined(strokes, (half) => this.#withHalf(half))
  }

  /** Gives up what is incomplete: an Escape alone is a key, other sequences are dropped. An open paste stays open. */
  settle(now: number): Stroke[] {
    const strokes: Stroke[] = []
    this.#endLoose(strokes)
    const [rest, waiting] = [this.#rest, this.#waiting]
    if (this.#pasted !== undefined || waiting === undefined) return strokes
    this.#rest = ''
    this.#waiting = undefined
    if (waiting.open === 'escape' && !rest.startsWith(ESC)) strokes.push(...textKeys(rest))
    else if (waiting.open === 'escape') {
      strokes.push(...Array.from(rest, () => key('escape')))
      this.#escapedAt = now
    } else if (waiting.isLate && LONE_BRACKET.test(rest)) {
      strokes.push(...Array.from(rest.slice(ESC.length), (text) => key(text, { text })))
    }
    return strokes
  }

  /** The last strokes, once nothing more comes. */
  end(now: number): Stroke[] {
    return [...this.settle(now), ...(this.#pasted === undefined ? [] : this.#breakOff())]
  }

  #read(strokes: Stroke[], now: number): void {
    while (this.#rest !== '') {
      const before = this.#rest.length
      if (this.#pasted === undefined) this.#next(strokes, now)
      else this.#paste(strokes, this.#pasted)
      if (this.#rest.length === before) break
    }
  }

  #paste(strokes: Stroke[], parts: string[]): void {
    const end = PASTE_ENDS.exec(this.#rest)
    if (end === null) {
      const sure = Math.max(0, this.#rest.length - LONGEST_END + 1)
      parts.push(this.#rest.slice(0, sure))
      this.#rest = this.#rest.slice(sure)
      return
    }
    strokes.push(paste(parts.join('') + this.#rest.slice(0, end.index)))
    this.#rest = this.#rest.slice(end.index + end[0].length)
    this.#pasted = undefined
  }

  /** Ends a paste whose closing bracket was lost, or a sequence without an end: it would swallow every later key. */
  #breakOff(): Stroke[] {
    const text = this.#pasted === undefined ? undefined : this.#pasted.join('') + this.#rest
    this.#rest = ''
    this.#waiting = undefined
    this.#pasted = undefined
    return text === undefined ? [] : [paste(text)]
  }

  /** Drops the rest of a sequence whose Escape was taken for a key, because the line was slow. */
  #skipLateRest(now: number): void {
    const isLate = this.#escapedAt !== undefined && now - this.#escapedAt < LATE_REST
    this.#escapedAt = undefined
    const rest = isLate ? restOfSequence(this.#rest) : 0
    if (typeof rest === 'number') this.#rest = this.#rest.slice(rest)
    else {
      this.#rest = ESC + this.#rest
      this.#waiting = { open: rest, deadline: now + PATIENCE[rest], isLate: true }
    }
  }

  #next(strokes: Stroke[], now: number): void {
    const run = this.#joinsText ? textRun(this.#rest) : ''
    if (run !== '' && (this.#loose !== '' || looksPasted(run))) {
      this.#loose += run
      this.#looseDeadline = now + LOOSE_PATIENCE
      this.#rest = this.#rest.slice(run.length)
      return
    }
    this.#endLoose(strokes)
    const bracket = PASTE_BEGINS.exec(this.#rest)
    if (bracket !== null) {
      this.#pasted = []
      this.#waiting = undefined
      this.#rest = this.#rest.slice(bracket[0].length)
      return
    }
    const found = this.#waiting?.isLate === true ? this.#lateRest() : nextKeys(this.#rest)
    if (typeof found === 'string') return this.#wait(found, now)
    this.#waiting = undefined
    strokes.push(...found.strokes)
    this.#rest = this.#rest.slice(found.length)
    if (found.reply !== undefined) this.#onReply?.(found.reply)
  }

  /** The rest of a sequence after an Escape that has been a key: dropped, or typed if it turns out to be text. */
  #lateRest(): Parsed | Open {
    const rest = BRACKET_AND_LETTER.test(this.#rest) ? 0 : restOfSequence(this.#rest.slice(ESC.length))
    return typeof rest === 'string' ? rest : { length: rest + 1, strokes: [] }
  }

  #wait(open: Open, now: number): void {
    const before = this.#waiting
    const deadline = open === 'string' && before?.open === open ? before.deadline : now + PATIENCE[open]
    this.#waiting = { open, deadline, isLate: before?.isLate === true }
  }

  #endLoose(strokes: Stroke[]): void {
    if (this.#loose !== '') strokes.push(paste(this.#loose))
    this.#loose = ''
  }

  /** Joins the halves of a character beyond U+FFFF. A half that stays alone is dropped. */
  #withHalf(stroke: Key): Key | undefined {
    const text = this.#half + stroke.text
    this.#half = /^[\ud800-\udbff]$/.test(stroke.text) ? stroke.text : ''
    if (this.#half !== '') return undefined
    return text === stroke.text && text.isWellFormed() ? stroke : text.isWellFormed() ? key(text, { text }) : undefined
  }
}

function joined(strokes: readonly Stroke[], withHalf: (stroke: Key) => Key | undefined): Stroke[] {
  return strokes.flatMap((stroke) => (stroke.kind === 'key' && stroke.text !== '' ? (withHalf(stroke) ?? []) : stroke))
}

function paste(text: string): Stroke {
  return { kind: 'paste', text: typedText(fromWindows1252(text)) }
}

/** The text with line ends and tabs at the start of the input. Tabs at its end are keys, so they are left out. */
function textRun(input: string): string {
  let end = 0
  while (end < input.length && (isText(input.charCodeAt(end)) || '\r\n\t'.includes(input.charAt(end)))) end += 1
  return input.slice(0, end).replace(/\t+$/, '')
}

function looksPasted(run: string): boolean {
  return run.length >= PASTED_WORDS || (run.length >= PASTED_LINES && /[\r\n]./su.test(run.trimEnd()))
}
