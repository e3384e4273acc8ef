import { width } from '../display/width.ts'
import { truncate } from '../display/wrap.ts'

/** What stands on the screen: lines without line ends, cut before its edge; and where the cursor is seen, if it is. */
export interface Frame {
  readonly lines: readonly string[]
  readonly cursor?: { readonly row: number; readonly column: number }
}

/** Columns and rows. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

const ESC = '\u001b'
const HIDE = `${ESC}[?25l`
const SHOW = `${ESC}[?25h`
const ERASE_LINE = `${ESC}[K`
/** Round a line that a terminal may take to be wider than it is: what does not fit is cut, not put on a row of its own. */
const CUT = `${ESC}[?7l`
const UNCUT = `${ESC}[?7h`
/**
 * The row and all below it. Not from the first column on, for at the top of the screen some terminals (tmux, iTerm2) take that
 * for clearing it, and put what stood there into the scrollback.
 */
const ERASE_BELOW = `${ERASE_LINE}${ESC}[C${ESC}[J\r`

/**
 * Keeps a frame at the end of what the terminal shows. Writes only what differs, moves the cursor
 * relatively, and never touches what stands above: the scrollback is the learner's.
 */
export class Painter {
  readonly #write: (text: string) => void
  #lines: readonly string[] = []
  /** Where the terminal's cursor stands, from the frame's first line. */
  #row = 0
  #column = 0
  #isHidden = false
  #size: Size = { columns: 0, rows: 0 }
  /** Rows of earlier frames that a lower terminal has pushed out at its top; it shows them again when it gets higher. */
  #lost = 0
  readonly #isXtermJs: boolean

  /**
   * xterm.js (the terminal of VS Code) moves the cursor down by every row that breaking adds, also by those
   * below it (`Buffer._reflowSmaller`); all others keep it where the text is.
   */
  constructor(write: (text: string) => void, { isXtermJs = false }: { isXtermJs?: boolean } = {}) {
    this.#write = write
    this.#isXtermJs = isXtermJs
  }

  /** Makes the frame on the screen this one. One write. */
  paint(frame: Frame, size: Size): void {
    const isResized = this.#size.columns !== size.columns || this.#size.rows !== size.rows
    const begin = isResized && this.#lines.length > 0 ? this.#resized(size) : ''
    this.#size = size
    // A line that reaches the edge would stand on two rows, or nearly.
    const lines = frame.lines.map((line) => truncate(line, size.columns - 1, ''))
    const changes = this.#changes(lines)
    this.#lines = lines
    const cursor =
      frame.cursor === undefined ? this.#hide() : this.#moveTo(frame.cursor.row, frame.cursor.column) + this.#show()
    const hidden = changes === '' || this.#isHidden ? '' : HIDE
    const text = begin + hidden + changes + cursor + (hidden !== '' && frame.cursor !== undefined ? SHOW : '')
    if (text !== '') this.#write(text)
  }

  /** What the screen shows goes up into the scrollback but for the frame, which is drawn afresh at the top. */
  clear({ rows }: Size): void {
    this.leave([])
    this.#write(`${'\n'.repeat(rows)}${ESC}[H`)
    this.forget()
  }

  /** Puts lines where the frame is, to stay there; the next frame begins below them. */
  leave(lines: readonly string[]): void {
    const text =
      this.#erased(this.#rowsUp(this.#size.columns)) + lines.map((line) => `${line}\r\n`).join('') + this.#show()
    this.#write(text)
  }

  /** The screen was somebody else's meanwhile: the next frame is drawn afresh where the cursor is now. */
  forget(): void {
    this.#nothing()
    this.#isHidden = false
  }

  #nothing(): void {
    this.#lines = []
    this.#row = 0
    this.#column = 0
    this.#lost = 0
  }

  /** Wipes the frame that another size has moved: a lower terminal keeps the cursor in sight, and pushes out what is above. */
  #resized({ columns, rows }: Size): string {
    const above = this.#rowsUp(columns)
    // How many of the rows that were pushed out a broken text makes is not known.
    const lost = columns === this.#size.columns ? this.#lost : 0
    const text = this.#erased(above + lost)
    this.#lost = Math.max(0, lost - Math.max(0, rows - this.#size.rows)) + Math.max(0, above - rows + 1)
    return text
  }

  /** Wipes the frame, whose first line is so many rows above the cursor. */
  #erased(rows: number): string {
    const text = this.#size.columns === 0 ? '' : `\r${up(rows)}${ERASE_BELOW}`
    this.#nothing()
    return text
  }

  /** How far the frame's first line is above the cursor: a narrower terminal has broken lines, so that they stand on more rows. */
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
      const kept = old === undefined ? 0 : sharedStart(old, line)
      const written = line.slice(kept) + ERASE_LINE
      text += this.#moveTo(row, kept) + (isAscii(line) ? written : CUT + written + UNCUT)
      // Terminals disagree about the width of emoji and the like: then where the cursor stands is not known.
      this.#column = isNarrow(line) ? width(line) : Number.NaN
    }
    if (lines.length < this.#lines.length) text += this.#moveTo(lines.length, 0) + ERASE_BELOW
    return text
  }

  /** Down by line feeds, which make a new row at the bottom of the screen. */
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

/** How many columns two lines have in common at their start: plain ASCII only, where a column is a character. */
function sharedStart(old: string, line: string): number {
  let end = 0
  while (end < old.length && end < line.length && old[end] === line[end] && isPlain(line.charCodeAt(end))) end += 1
  // The next character may combine with the last one that is shared.
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
