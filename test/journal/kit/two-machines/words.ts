import fs from 'node:fs'
import path from 'node:path'

/** Every word that is written in a simulation is of this form and occurs once, so each can be followed. */
const WORD = /qz[a-y]{9}z/g

/** The words of a text. */
export function wordsIn(text: string): string[] {
  return text.match(WORD) ?? []
}

/** The words that a simulation wrote. */
export class Ledger {
  #count = 0
  /** Acknowledged words, each with the file that it was last seen in. Neither changed nor deleted since by a learner. */
  readonly #kept = new Map<string, string>()

  readonly #seen = new Set<string>()

  /** A new word. */
  invent(): string {
    const digits = (this.#count++).toString(25).padStart(9, '0')
    return `qz${[...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 25))).join('')}z`
  }

  /** Words that the program, or an editor, has saved in a file. */
  acknowledge(words: readonly string[], file: string): void {
    for (const word of words) this.#kept.set(word, file)
  }

  /** Words that the learner deleted or replaced. */
  release(words: readonly string[]): void {
    for (const word of words) this.#kept.delete(word)
  }

  /** All acknowledged words, and the file that each was last seen in. */
  get kept(): ReadonlyMap<string, string> {
    return this.#kept
  }

  /** Notes where the words of these files of a machine are now. */
  see(machine: string, dir: string, files: readonly string[]): void {
    for (const file of files)
      for (const word of wordsIn(fs.readFileSync(path.join(dir, file), 'utf8'))) {
        if (this.#kept.has(word)) this.#kept.set(word, file)
        this.#seen.add(`${machine} ${word}`)
      }
  }

  /** Whether a word has ever been on a machine. */
  hasReached(machine: string, word: string): boolean {
    return this.#seen.has(`${machine} ${word}`)
  }
}
