import { truncate, width } from './width.ts'

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
const ERASE_BELOW = `${ESC}[J`

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
  #columns = 0
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
    const begin = this.#columns !== size.columns && this.#lines.length > 0 ? this.#erased(size.columns) : ''
    this.#columns = size.columns
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

  /** Puts lines where the frame is, to stay there; the next frame begins below them. */
  leave(lines: readonly string[]): void {
    const text = this.#erased(this.#columns) + lines.map((line) => `${line}\r\n`).join('') + this.#show()
    this.#lines = []
    this.#row = 0
    this.#column = 0
    this.#write(text)
  }

  /** The screen was somebody else's meanwhile: the next frame is drawn afresh where the cursor is now. */
  forget(): void {
    this.#lines = []
    this.#row = 0
    this.#column = 0
    this.#isHidden = false
  }

  /** Wipes the frame. */
  #erased(columns: number): string {
    const text = `\r${up(this.#rowsUp(columns))}${ERASE_BELOW}`
    this.#lines = []
    this.#row = 0
    this.#column = 0
    return this.#columns === 0 ? '' : text
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
      text += this.#moveTo(row, kept) + line.slice(kept) + ERASE_LINE
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

function isNarrow(line: string): boolean {
  return !/[\u0300-\u24ff\u2580-\uffff]/.test(line)
}

function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f
}
