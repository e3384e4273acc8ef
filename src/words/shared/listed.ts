/** Titles at the end of a sentence: `"One", "Two?", "Three".` A title with a mark of its own at its end needs no full stop. */
export function listed(titles: readonly string[]): string {
  const line = titles.map((title) => `"${title}"`).join(', ')
  return /[.?!…:;。！？]["'”’)]*"$/.test(line) ? line : `${line}.`
}
