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
  /** Acknowledged words, each with the file that it was saved in. Neither changed nor deleted since by a learner. */
  readonly #kept = new Map<string, string>()
  /** Words that a learner replaced in an entry, while a copy still had them. */
  readonly #replaced = new Set<string>()
  /** By machine and word, the file in which the word was last seen there. */
  readonly #seen = new Map<string, string>()

  /** A new word. */
  invent(): string {
    const digits = (this.#count++).toString(25).padStart(9, '0')
    return `qz${[...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 25))).join('')}z`
  }

  /** Words that the program, or an editor, has saved in a file. */
  acknowledge(words: readonly string[], file: string): void {
    for (const word of words) {
      this.#kept.set(word, file)
      this.#replaced.delete(word)
    }
  }

  /** Words that the learner replaced in an entry. If a copy still has them, they may go to the trash with it, and no further. */
  replace(words: readonly string[]): void {
    for (const word of words) this.#replaced.add(word)
  }

  /** Words that the learner deleted or replaced, and that no file has any more. */
  release(words: readonly string[]): void {
    for (const word of words) this.#kept.delete(word)
  }

  /** All acknowledged words. */
  get kept(): readonly string[] {
    return [...this.#kept.keys()]
  }

  isReplaced(word: string): boolean {
    return this.#replaced.has(word)
  }

  /** Notes where the words of these files of a machine are now. */
  see(machine: string, dir: string, files: readonly string[]): void {
    for (const file of files)
      for (const word of wordsIn(fs.readFileSync(path.join(dir, file), 'utf8')))
        this.#seen.set(`${machine} ${word}`, file)
  }

  /** The file in which a word was last seen on a machine; the one in which it was saved if it has never been there. */
  fileOn(machine: string, word: string): string | undefined {
    return this.#seen.get(`${machine} ${word}`) ?? this.#kept.get(word)
  }

  /** Whether a word has ever been on a machine. */
  hasReached(machine: string, word: string): boolean {
    return this.#seen.has(`${machine} ${word}`)
  }
}
