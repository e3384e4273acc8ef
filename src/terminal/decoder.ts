import type { Stroke } from './keys.ts'
import { key } from './keys.ts'
import { ESC, isText, nextKeys } from './sequences.ts'

/** Alone it is the key: what pastes send comes in larger pieces. */
const CTRL_C = '\u0003'
const PASTE_BEGINS = `${ESC}[200~`
const PASTE_ENDS = `${ESC}[201~`
/** A run of text in one piece, with line ends inside, was pasted if it is at least this long: nobody types so fast. */
const PASTED_LINES = 40
/** The same for text without line ends. */
const PASTED_WORDS = 256

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

  /** A paste whose closing bracket was lost would take every later key into itself. */
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
    const taken = nextKeys(this.#rest)
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
