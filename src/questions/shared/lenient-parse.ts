/*
 * What hands and other programs make of the Markdown that is written here, and still mean the same by it. What is written
 * here is always read first as it was written; this is for what is not found so.
 */

/** A line's words without the sign of a list, the emphasis around all of them, and a full stop in or after it. */
export function bare(line: string): string {
  const item = line.trim().replace(/^[-*+]\s+/, '')
  return withoutStop(withoutEmphasis(withoutStop(item)))
}

function withoutStop(words: string): string {
  return words.replace(/(?<=\S)\.$/, '')
}

/** Words without the stars or underscores around all of them. */
export function withoutEmphasis(words: string): string {
  const [, , inner] = /^(\*{1,3}|_{1,3})(?=[^\s*_])(.*[^\s*_])\1$/s.exec(words.trim()) ?? []
  return inner ?? words.trim()
}

/** An item of a task list: whether its box is ticked, and the words beside it. */
export interface Task {
  readonly isTicked: boolean
  readonly label: string
}

/** A list's item as a task: `[x]`, `[X]`, `[ x ]`, `[✓]` are ticked, `[ ]` and `[]` are not; undefined for anything else. */
export function taskOf(item: string): Task | undefined {
  const [whole, mark] = /^\[\s{0,2}([xX✓✔]?)\s{0,2}\](?=\s|$)/.exec(item) ?? []
  return whole === undefined ? undefined : { isTicked: mark !== '', label: item.slice(whole.length).trim() }
}
