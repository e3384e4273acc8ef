import type { UsageError } from '../../../context/errors.ts'

/** A line as it came, without its end. */
export interface Line {
  readonly kind: 'line'
  readonly text: string
  /** Its end was pasted too: it is text, whatever it looks like, and more of the same follows. */
  readonly pasted: boolean
}
/** Nothing more comes: the end of input, an interruption, or Ctrl-C with what had been typed of a line. */
export interface End {
  readonly kind: 'end'
  readonly unfinished: string
}

/** Ctrl-Z. */
export interface Stop {
  readonly kind: 'stop'
}

/** What comes in; an error stands where bytes were not UTF-8, after the lines that came before them. */
export type Incoming = Line | End | UsageError

/** Turns bytes into lines, one way for pipes and another for keyboards. */
export interface InputReader {
  feed(bytes: Uint8Array): (Incoming | Stop)[]
  /** The input has ended: a half line counts as one. */
  finish(): Incoming[]
  /** What has been typed of a line that is not ended yet. */
  readonly unfinished: string
  /** Gives up the line that is being typed, and gives what there is of it. */
  breakOff(): string
  /** Called before the first line is read and whenever the terminal is taken again; `release` undoes it. */
  take(): void
  release(): void
  /** Gives the terminal to the shell, until it says to go on. */
  stop(): void
}
