import type { Output } from '../../../context/context.ts'
import type { Words } from '../../../words/index.ts'
import { graphemes, width } from '../../../display/width.ts'
import { visible } from '../../../text/visible.ts'
import { Decoder } from '../../decoder.ts'
import { JobControl } from '../../job-control.ts'
import { RELEASE_KEYBOARD, TAKE_KEYBOARD } from '../../modes.ts'
import { isControl, type Key, type Stroke } from '../../keys.ts'
import type { Incoming, Line, InputReader, Stop } from './reader.ts'
import { Utf8Stream } from '../../../text/decode.ts'

/** Upper bound of the length of a grapheme, for Backspace. UTF-16 units. */
const TAIL = 200

interface LineReaderOptions {
  readonly terminal: { setRawMode(raw: boolean): unknown }
  readonly echo: Pick<Output, 'write'>
  /** Whether the terminal understands escape sequences. */
  readonly hasModes: boolean
  readonly words: Words
}

/**
 * Lines typed at a terminal in raw mode, echoed by us. The terminal's line discipline
 * would cut a line, such as a pasted paragraph, at 4,095 bytes (1,023 on macOS).
 */
export class LineReader implements InputReader {
  readonly #options: LineReaderOptions
  readonly #utf8 = new Utf8Stream()
  // Each character is a key, so that a command in a piece with several lines is one.
  readonly #decoder = new Decoder({ joinsText: false })
  #line = ''
  #isInvalidSaid = false
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
    void this.#jobControl.stop()
  }

  /** Echoes the unfinished line again, because the shell has written below it. */
  #resume(): void {
    this.#release()
    this.#take()
    this.#options.echo.write(visible(this.#line))
  }

  #take(): void {
    this.#options.terminal.setRawMode(true)
    if (this.#options.hasModes) this.#options.echo.write(TAKE_KEYBOARD)
  }

  #release(): void {
    try {
      if (this.#options.hasModes) this.#options.echo.write(RELEASE_KEYBOARD)
      this.#options.terminal.setRawMode(false)
    } catch {
      // The terminal is gone, so there is no mode to restore.
    }
  }

  feed(bytes: Uint8Array): (Incoming | Stop)[] {
    const { text, isWhole } = this.#utf8.write(bytes)
    const found = this.#read(this.#decoder.write(text, performance.now()))
    if (!isWhole) this.#sayInvalid()
    return found
  }

  finish(): (Incoming | Stop)[] {
    const found = this.#read(this.#decoder.end(performance.now()))
    return this.#line === '' ? found : [...found, this.#endLine(false)]
  }

  /** Takes strokes and echoes them. Gives the lines that they end. */
  #read(strokes: readonly Stroke[]): (Incoming | Stop)[] {
    const found: (Incoming | Stop)[] = []
    let shown = ''
    for (const stroke of strokes) {
      if (stroke.kind === 'paste') shown += this.#paste(stroke.text, found)
      else if (stroke.kind === 'key') shown += this.#type(stroke, found)
    }
    if (shown !== '') this.#options.echo.write(shown)
    return found
  }

  /** Takes a paste. Each of its line ends ends a line that is text, never a command. Gives what to echo. */
  #paste(text: string, found: (Incoming | Stop)[]): string {
    const lines = text.split('\n')
    const last = lines.pop() ?? ''
    const shown = lines.map((line) => {
      const echo = this.#add(line)
      found.push(this.#endLine(true))
      return `${echo}\n`
    })
    return shown.join('') + this.#add(last)
  }

  /** Takes a key. Gives what to echo. */
  #type(stroke: Key, found: (Incoming | Stop)[]): string {
    if (stroke.text !== '') return this.#add(stroke.text)
    if (stroke.name === 'tab' && !stroke.shift) return this.#add('\t')
    if (stroke.name === 'backspace') return this.#rubOut(graphemes(this.#line.slice(-TAIL)).at(-1) ?? '')
    if (stroke.name === 'enter') return this.#end(found, this.#endLine(false))
    if (isControl(stroke, 'u')) return this.#rubOut(this.#line)
    if (isControl(stroke, 'z')) return this.#end(found, { kind: 'stop' })
    if (isControl(stroke, 'c')) return this.#end(found, { kind: 'end', unfinished: this.#endLine(false).text })
    if (!isControl(stroke, 'd')) return ''
    return this.#end(found, ...(this.#line === '' ? [] : [this.#endLine(false)]), { kind: 'end', unfinished: '' })
  }

  #end(found: (Incoming | Stop)[], ...ends: readonly (Incoming | Stop)[]): string {
    found.push(...ends)
    return '\n'
  }

  #add(text: string): string {
    this.#line += text
    return visible(text)
  }

  /** Says once that letters were read by the rules of another encoding, because they may be wrong. */
  #sayInvalid(): void {
    if (this.#isInvalidSaid) return
    this.#isInvalidSaid = true
    this.#options.echo.write(`\n${this.#options.words.walk.rich.notUtf8}\n${visible(this.#line)}`)
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
