/*
 * Readers for entries that were edited by hand or by other programs. The exact form that this program writes is always
 * tried first.
 */

/** A line without a list marker, emphasis around the whole line, and a full stop inside or after the emphasis. */
export function bare(line: string): string {
  const item = line.trim().replace(/^[-*+]\s+/, '')
  return withoutStop(withoutEmphasis(withoutStop(item)))
}

function withoutStop(words: string): string {
  return words.replace(/(?<=\S)\.$/, '')
}

/** Words without emphasis around all of them. */
export function withoutEmphasis(words: string): string {
  const [, , inner] = /^(\*{1,3}|_{1,3})(?=[^\s*_])(.*[^\s*_])\1$/s.exec(words.trim()) ?? []
  return inner ?? words.trim()
}

/** An item of a task list. */
export interface Task {
  readonly isTicked: boolean
  readonly label: string
}

/** Parses an item of a list: `[x]`, `[X]`, `[ x ]`, `[✓]` are ticked, `[ ]` and `[]` are not; undefined if it has no box. */
export function taskOf(item: string): Task | undefined {
  const [whole, mark] = /^\[\s{0,2}([xX✓✔]?)\s{0,2}\](?=\s|$)/.exec(item) ?? []
  return whole === undefined ? undefined : { isTicked: mark !== '', label: item.slice(whole.length).trim() }
}
