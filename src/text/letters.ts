/** A text without white space and ASCII punctuation, in lower case: what stays the same when an editor rewrites its Markdown. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[\s!-/:-@[-`{-~]+/g, '').toLowerCase()
}

/** Whether all letters and digits of a part are in a text, in their order. Other characters may be between them. */
export function holdsLetters(text: string, part: string): boolean {
  if (text.includes(part)) return true
  const letters = lettersOf(text)
  let at = 0
  for (const letter of lettersOf(part)) {
    at = letters.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
