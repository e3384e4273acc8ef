import type { UsageError } from '../../../context/errors.ts'

/** A line of the input, without its line end. */
export interface Line {
  readonly kind: 'line'
  readonly text: string
  /** The line end was pasted too: the line is text, never a command, and more of the paste follows. */
  readonly pasted: boolean
}
/** The end of the input, an interruption, or Ctrl-C, with the unfinished line. */
export interface End {
  readonly kind: 'end'
  readonly unfinished: string
}

/** Ctrl-Z. */
export interface Stop {
  readonly kind: 'stop'
}

/** What a reader finds. An error takes the place of bytes that are not UTF-8. */
export type Incoming = Line | End | UsageError

/** Turns bytes into lines. There is one for pipes and one for keyboards. */
export interface InputReader {
  feed(bytes: Uint8Array): (Incoming | Stop)[]
  /** Called at the end of the input. An unfinished line counts as a line. */
  finish(): Incoming[]
  /** The unfinished line. */
  readonly unfinished: string
  /** Drops the unfinished line, and gives it. */
  breakOff(): string
  /** Called before the first line is read and whenever the terminal is taken again; `release` undoes it. */
  take(): void
  release(): void
  /** Stops the program, as the shell expects of Ctrl-Z. */
  stop(): void
}
