import { isSame } from '../../../text/folding.ts'

/** Lines that replace others: `count` lines from `at` on. */
interface Target {
  readonly at: number
  readonly count: number
}

/** A step that `undo` takes back: `removed` was replaced by `inserted` lines. */
interface Step {
  readonly at: number
  readonly removed: readonly string[]
  readonly inserted: number
}

/** The words that a text begins with, and what was typed after them; a text that repeats them stays as it is. */
export function continued(start: string, typed: string): string {
  if (typed.trim() === '' || isSame(typed.trimStart().slice(0, start.trim().length), start.trim())) return typed
  return start + typed.trimStart()
}

/** The lines of a text, or the items of a list, while they are written. Every change can be undone. */
export class LinesDraft {
  readonly #lines: string[]
  readonly #past: Step[] = []
  /** What the next line replaces; undefined if it goes to the end. */
  #target: Target | undefined
  /** Whether the learner chose the line that the next one replaces. */
  #isChosen = false
  /** What the first line of an empty text goes on from. */
  #start: string

  /** Continues the earlier lines, or lets the first new line replace them. */
  constructor(earlier: readonly string[], continues: boolean, start = '') {
    this.#lines = [...earlier]
    this.#start = start
    this.#target = continues || earlier.length === 0 ? undefined : { at: 0, count: earlier.length }
  }

  get lines(): readonly string[] {
    return this.#lines
  }

  /** The number, from 1, of the line that the learner is changing. */
  get changing(): number | undefined {
    return this.#isChosen && this.#target !== undefined ? this.#target.at + 1 : undefined
  }

  /** How many lines there are after the next one. */
  get nextCount(): number {
    return this.#lines.length + 1 - (this.#target?.count ?? 0)
  }

  /** The lines with a new one in its place. */
  with(line: string): readonly string[] {
    const { at, count } = this.#target ?? { at: this.#lines.length, count: 0 }
    return this.#lines.toSpliced(at, count, this.#started(line))
  }

  /** Puts a line in its place. `more` says that the next one belongs after it, because both were pasted. */
  add(line: string, more = false): void {
    const { changing } = this
    const { at, count } = this.#target ?? { at: this.#lines.length, count: 0 }
    this.#replace(at, count, this.#started(line))
    this.#start = ''
    if (changing !== undefined && more) this.#choose({ at: changing, count: 0 })
  }

  /** Lets the next line replace one. */
  change(number: number): void {
    this.#choose({ at: number - 1, count: 1 })
  }

  /** Keeps the line that would be replaced. */
  keepLine(): void {
    this.#choose(undefined)
  }

  drop(number: number): void {
    this.#replace(number - 1, 1)
  }

  /** Whether the next line goes on from words that are there already. */
  get isStarted(): boolean {
    return this.#lines.length === 0 && this.#start !== ''
  }

  #started(line: string): string {
    return this.isStarted ? continued(this.#start, line) : line
  }

  clear(): void {
    this.#start = ''
    this.#replace(0, this.#lines.length)
  }

  /** Takes the last change back. Gives false if there is none. */
  undo(): boolean {
    this.#choose(undefined)
    const step = this.#past.pop()
    if (step === undefined) return false
    this.#lines.splice(step.at, step.inserted, ...step.removed)
    return true
  }

  #replace(at: number, count: number, ...lines: readonly string[]): void {
    this.#past.push({ at, removed: this.#lines.splice(at, count, ...lines), inserted: lines.length })
    this.#choose(undefined)
  }

  #choose(target: Target | undefined): void {
    this.#target = target
    this.#isChosen = target !== undefined
  }
}
