import { width } from '../display/width.ts'
import { truncate } from '../display/wrap.ts'
import type { Position } from './writing/layout.ts'

/** Lines on the screen, without line ends, and the place of the cursor if it is visible. */
export interface Frame {
  readonly lines: readonly string[]
  readonly cursor?: Position | undefined
}

/** The size of a terminal, or of a part of it, in columns and rows. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

const ESC = '\u001b'
const HIDE = `${ESC}[?25l`
const SHOW = `${ESC}[?25h`
const ERASE_LINE = `${ESC}[K`
/** Turns line wrapping off, so that a line that the terminal measures as wider than we do is cut and not broken. */
const CUT = `${ESC}[?7l`
const UNCUT = `${ESC}[?7h`
/**
 * Begin and end of a synchronized update: a terminal that knows mode 2026 shows what is between them at once, so that
 * nobody sees half a frame. Others ignore both. Source: Contour, "Synchronized Output".
 */
const [BEGIN, END] = [`${ESC}[?2026h`, `${ESC}[?2026l`]
/**
 * Erases the row and all below it. Not from the first column, because at the top of the screen some terminals (tmux,
 * iTerm2) then clear the screen and put its content into the scrollback.
 */
const ERASE_BELOW = `${ERASE_LINE}${ESC}[C${ESC}[J\r`

/**
 * Keeps a frame at the end of the terminal's output. Writes only what differs, moves the cursor
 * relatively, and never changes what is above the frame.
 */
export class Painter {
  readonly #write: (text: string) => void
  #lines: readonly string[] = []
  /** The row of the terminal's cursor, counted from the frame's first line. */
  #row = 0
  #column = 0
  #isHidden = false
  /** Below the cursor may be rows of a program that was killed. */
  #isUnknownBelow = true
  #size: Size = { columns: 0, rows: 0 }
  /** Rows of earlier frames that a lower terminal has scrolled out; they come back when it becomes higher. */
  #lost = 0
  readonly #isXtermJs: boolean

  /**
   * When it becomes narrower, xterm.js (VS Code) moves the cursor down by every row that wrapping adds, also by rows
   * below the cursor (`Buffer._reflowSmaller`). Other terminals keep the cursor at its text.
   */
  constructor(write: (text: string) => void, { isXtermJs = false }: { isXtermJs?: boolean } = {}) {
    this.#write = write
    this.#isXtermJs = isXtermJs
  }

  /** Shows a frame in place of the last one, with one write. */
  paint(frame: Frame, size: Size): void {
    const isResized = this.#size.columns !== size.columns || this.#size.rows !== size.rows
    const begin = isResized && this.#lines.length > 0 ? this.#resized(size) : this.#isUnknownBelow ? ERASE_BELOW : ''
    this.#isUnknownBelow = false
    this.#size = size
    // A line that reaches the edge may wrap.
    const lines = frame.lines.map((line) => truncate(line, size.columns - 1, ''))
    const changes = this.#changes(lines)
    this.#lines = lines
    const cursor =
      frame.cursor === undefined ? this.#hide() : this.#moveTo(frame.cursor.row, frame.cursor.column) + this.#show()
    const hidden = changes === '' || this.#isHidden ? '' : HIDE
    const text = begin + hidden + changes + cursor + (hidden !== '' && frame.cursor !== undefined ? SHOW : '')
    // A key usually changes one row, which cannot be seen half.
    if (changes.includes('\n')) this.#write(BEGIN + text + END)
    else if (text !== '') this.#write(text)
  }

  /** Scrolls everything but the frame into the scrollback. The next frame is drawn at the top. */
  clear({ rows }: Size): void {
    this.leave([])
    this.#write(`${'\n'.repeat(rows)}${ESC}[H`)
    this.forget()
  }

  /** Moves the cursor below the frame, where another program may write. */
  rest(): void {
    const lines = [...this.#lines, ''].slice(-this.#size.rows)
    this.paint({ lines, cursor: { row: lines.length - 1, column: 0 } }, this.#size)
  }

  /** Replaces the frame with lines that stay. The next frame begins below them. */
  leave(lines: readonly string[]): void {
    const text =
      this.#erased(this.#rowsUp(this.#size.columns)) + lines.map((line) => `${line}\r\n`).join('') + this.#show()
    this.#write(text)
  }

  /** Forgets the frame, because another program wrote to the screen. The next one is drawn at the cursor. */
  forget(): void {
    this.#nothing()
    this.#isHidden = false
    this.#isUnknownBelow = true
  }

  #nothing(): void {
    this.#lines = []
    this.#row = 0
    this.#column = 0
    this.#lost = 0
  }

  /** Erases the frame after a resize. A lower terminal scrolls rows out at its top to keep the cursor visible. */
  #resized({ columns, rows }: Size): string {
    const above = this.#rowsUp(columns)
    // When the width changes, the number of rows that were scrolled out is unknown.
    const lost = columns === this.#size.columns ? this.#lost : 0
    const text = this.#erased(above + lost)
    this.#lost = Math.max(0, lost - Math.max(0, rows - this.#size.rows)) + Math.max(0, above - rows + 1)
    return text
  }

  /** Erases the frame. `rows` is the distance from its first line to the cursor. */
  #erased(rows: number): string {
    const text = this.#size.columns === 0 ? '' : `\r${up(rows)}${ERASE_BELOW}`
    this.#nothing()
    return text
  }

  /** Rows from the frame's first line to the cursor. A narrower terminal wraps lines, so that they take more rows. */
  #rowsUp(columns: number): number {
    const added = (lines: readonly string[]) =>
      lines.reduce((rows, line) => rows + Math.max(0, Math.ceil(width(line) / columns) - 1), 0)
    if (this.#isXtermJs) return this.#row + added(this.#lines)
    return this.#row + added(this.#lines.slice(0, this.#row)) + Math.floor((this.#column || 0) / columns)
  }

  #changes(lines: readonly string[]): string {
    let text = ''
    for (const [row, line] of lines.entries()) {
      const old = this.#lines[row]
      if (old === line) continue
      const same = old === undefined ? 0 : sharedStart(old, line)
      const written = line.slice(same) + ERASE_LINE
      text += this.#moveTo(row, same) + (isAscii(line) ? written : CUT + written + UNCUT)
      // Terminals disagree about the width of emoji and similar characters; then the cursor's column is unknown.
      this.#column = isNarrow(line) ? width(line) : Number.NaN
    }
    if (lines.length < this.#lines.length) text += this.#moveTo(lines.length, 0) + ERASE_BELOW
    return text
  }

  /** Moves down by line feeds, because they add rows at the bottom of the screen. */
  #moveTo(row: number, column: number): string {
    let text = ''
    if (row < this.#row) text += up(this.#row - row)
    else if (row > this.#row) {
      text += '\r' + '\n'.repeat(row - this.#row)
      this.#column = 0
    }
    if (column !== this.#column) text += column === 0 ? '\r' : `\r${ESC}[${column}C`
    this.#row = row
    this.#column = column
    return text
  }

  #hide(): string {
    if (this.#isHidden) return ''
    this.#isHidden = true
    return HIDE
  }

  #show(): string {
    if (!this.#isHidden) return ''
    this.#isHidden = false
    return SHOW
  }
}

function up(rows: number): string {
  return rows === 0 ? '' : `${ESC}[${rows}A`
}

/** The number of columns that two lines share at their start. Counts ASCII only, where a character is a column. */
function sharedStart(old: string, line: string): number {
  let end = 0
  while (end < old.length && end < line.length && old[end] === line[end] && isPlain(line.charCodeAt(end))) end += 1
  // The next character may combine with the last shared one.
  return Math.max(0, end - 1)
}

function isAscii(line: string): boolean {
  return !/[\u0080-\uffff]/.test(line)
}

function isNarrow(line: string): boolean {
  return !/[\u0300-\u24ff\u2580-\uffff]/.test(line)
}

function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f
}
