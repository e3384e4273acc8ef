/** Names in quotation marks, as a sentence names them: `"a", "b" or "c"`. */
export function oneOf(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  const quoted = names.map((name) => `"${name}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`
}

/** `Did you mean "a" or "b"?`, or the other sentence where nothing is near. */
export function meant(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Did you mean ${oneOf(near)}?`
}

/** What may have been meant, for the end of a sentence; nothing where nothing is near. */
export function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? '' : ` ${meant(near, '')}`
}
