import { key, type Stroke } from './keys.ts'
import { ESC, isText, nextKeys } from './sequences.ts'

/** A piece that is only this byte is the key Ctrl-C, even inside a paste, because pastes come in larger pieces. */
const CTRL_C = '\u0003'
const PASTE_BEGINS = `${ESC}[200~`
const PASTE_ENDS = `${ESC}[201~`
/** Minimum length of text with line ends that counts as pasted when it comes in one piece. UTF-16 units. */
const PASTED_LINES = 40
/** Minimum length of text without line ends that counts as pasted. UTF-16 units. */
const PASTED_WORDS = 256

/** Turns a terminal's input, in pieces of any size, into strokes. Keeps an incomplete sequence until the rest comes. */
export class Decoder {
  #rest = ''
  /**
   * Parts of an open bracketed paste. The end of the last piece stays in `#rest`, because it may hold half a closing
   * bracket.
   */
  #pasted: string[] | undefined
  /** A paste without brackets that may not be complete. */
  #loose = ''

  /** Whether an incomplete sequence waits for the rest. If nothing comes soon, call `settle`. */
  get waiting(): boolean {
    return this.#loose !== '' || (this.#rest !== '' && this.#pasted === undefined)
  }

  write(piece: string): Stroke[] {
    const strokes: Stroke[] = []
    if (piece === CTRL_C && this.#pasted !== undefined) strokes.push(...this.#breakOff(this.#pasted))
    this.#rest += piece
    while (this.#rest !== '') {
      const before = this.#rest.length
      if (this.#pasted === undefined) this.#next(strokes)
      else this.#paste(strokes, this.#pasted)
      if (this.#rest.length === before) break
    }
    return strokes
  }

  /** Gives an incomplete sequence as the strokes that it is without a rest. */
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

  /** Ends a paste whose closing bracket was lost; it would swallow every later key. */
  #breakOff(parts: readonly string[]): Stroke[] {
    const text = parts.join('') + this.#rest
    this.#rest = ''
    this.#pasted = undefined
    return [paste(text)]
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
    const keys = nextKeys(this.#rest)
    strokes.push(...keys.strokes)
    this.#rest = this.#rest.slice(keys.length)
  }

  #endLoose(strokes: Stroke[]): void {
    if (this.#loose !== '') strokes.push(paste(this.#loose))
    this.#loose = ''
  }
}

function paste(text: string): Stroke {
  return { kind: 'paste', text: text.replaceAll(/\r\n?/g, '\n') }
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
