/** A text without white space and ASCII punctuation, in lower case: what stays the same when an editor rewrites its Markdown. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[\s!-/:-@[-`{-~]+/g, '').toLowerCase()
}
