import { UsageError } from '../../../context/errors.ts'
import type { Output } from '../../../context/context.ts'
import type { Words } from '../../../words/index.ts'
import { graphemes, width } from '../../../display/width.ts'
import { visible } from '../../../text/visible.ts'
import { JobControl } from '../../job-control.ts'
import type { Incoming, Line, InputReader, Stop } from './reader.ts'
import { Utf8Stream } from '../../../text/decode.ts'

const ESC = String.fromCharCode(0x1b)
const BRACKETS_ON = `${ESC}[?2004h`
const BRACKETS_OFF = `${ESC}[?2004l`
const PASTE_BEGINS = `${ESC}[200~`
const PASTE_ENDS = `${ESC}[201~`
/** A complete escape sequence: CSI, SS3, or Alt and a key. */
const SEQUENCE = new RegExp(`^${ESC}(?:\\[[0-?]*[ -/]*[@-~]|O.|[^[O])$`, 'su')
/** Upper bound of the length of a grapheme, for Backspace. UTF-16 units. */
const TAIL = 200

interface LineReaderOptions {
  readonly terminal: { setRawMode(raw: boolean): unknown }
  readonly echo: Pick<Output, 'write'>
  /** Whether the terminal knows bracketed paste. */
  readonly brackets: boolean
  readonly words: Words
}

/**
 * Lines typed at a terminal in raw mode, echoed by us. The terminal's line discipline
 * would cut a line, such as a pasted paragraph, at 4,095 bytes (1,023 on macOS).
 */
export class LineReader implements InputReader {
  readonly #options: LineReaderOptions
  readonly #utf8 = new Utf8Stream()
  #line = ''
  #sequence = ''
  #pasting = false
  #afterReturn = false
  readonly #jobControl = new JobControl(() => this.#resume())

  constructor(options: LineReaderOptions) {
    this.#options = options
  }

  get unfinished(): string {
    return this.#line
  }

  breakOff(): string {
    const line = this.#line
    this.#line = ''
    if (line !== '') this.#options.echo.write('\n')
    return line
  }

  take(): void {
    this.#jobControl.listen()
    this.#take()
  }

  release(): void {
    this.#jobControl.unlisten()
    this.#release()
  }

  stop(): void {
    this.#release()
    this.#jobControl.stop()
  }

  /** Echoes the unfinished line again, because the shell has written below it. */
  #resume(): void {
    this.#release()
    this.#take()
    this.#options.echo.write(visible(this.#line))
  }

  #take(): void {
    this.#options.terminal.setRawMode(true)
    if (this.#options.brackets) this.#options.echo.write(BRACKETS_ON)
  }

  #release(): void {
    try {
      if (this.#options.brackets) this.#options.echo.write(BRACKETS_OFF)
      this.#options.terminal.setRawMode(false)
    } catch {
      // The terminal is gone, so there is no mode to restore.
    }
  }

  feed(bytes: Uint8Array): (Incoming | Stop)[] {
    const found: (Incoming | Stop)[] = []
    let shown = ''
    // Ctrl-C alone ends a paste whose closing bracket was lost; pastes come in larger pieces.
    if (bytes.length === 1 && bytes[0] === 0x03) this.#pasting = false
    for (const character of this.#decode(bytes, found)) shown += this.#type(character, found)
    // Escape alone is a key. Inside a paste it may be the start of the closing bracket.
    if (this.#sequence === ESC && !this.#pasting) this.#sequence = ''
    if (shown !== '') this.#options.echo.write(shown)
    return found
  }

  finish(): Incoming[] {
    return this.#line === '' ? [] : [this.#endLine(false)]
  }

  #decode(bytes: Uint8Array, found: (Incoming | Stop)[]): string {
    const { text, isWhole } = this.#utf8.write(bytes)
    if (!isWhole) found.push(new UsageError(this.#options.words.walk.plain.notUtf8Typed))
    return isWhole ? text : ''
  }

  /** Takes one character. Adds the line that it ends to `found`, and gives what to echo. */
  #type(character: string, found: (Incoming | Stop)[]): string {
    const afterReturn = this.#afterReturn
    this.#afterReturn = character === '\r'
    if (this.#sequence !== '' || character === ESC) return this.#continueSequence(character)
    if (character === '\n' && afterReturn) return ''
    if (character === '\r' || character === '\n') {
      found.push(this.#endLine(this.#pasting))
      return '\n'
    }
    if (character >= ' ' && character !== '\x7f') return this.#add(character)
    if (this.#pasting) return character === '\t' ? this.#add(character) : ''
    return this.#control(character, found)
  }

  #add(character: string): string {
    this.#line += character
    return visible(character)
  }

  #continueSequence(character: string): string {
    this.#sequence += character
    if (!SEQUENCE.test(this.#sequence)) return ''
    if (this.#sequence === PASTE_BEGINS) this.#pasting = true
    if (this.#sequence === PASTE_ENDS) this.#pasting = false
    this.#sequence = ''
    return ''
  }

  #control(character: string, found: (Incoming | Stop)[]): string {
    switch (character) {
      case '\t':
        return this.#add(character)
      case '\b':
      case '\x7f':
        return this.#rubOut(graphemes(this.#line.slice(-TAIL)).at(-1) ?? '')
      case '\x15': // Ctrl-U
        return this.#rubOut(this.#line)
      case '\x03': // Ctrl-C
        found.push({ kind: 'end', unfinished: this.#line })
        this.#line = ''
        return '\n'
      case '\x04': // Ctrl-D
        found.push(...this.finish(), { kind: 'end', unfinished: '' })
        return '\n'
      case '\x1a': // Ctrl-Z
        found.push({ kind: 'stop' })
        return '\n'
      default:
        return ''
    }
  }

  #rubOut(end: string): string {
    this.#line = this.#line.slice(0, this.#line.length - end.length)
    const columns = width(visible(end))
    return '\b'.repeat(columns) + ' '.repeat(columns) + '\b'.repeat(columns)
  }

  #endLine(pasted: boolean): Line {
    const text = this.#line
    this.#line = ''
    return { kind: 'line', text, pasted }
  }
}
