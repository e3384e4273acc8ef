/** Names in quotation marks, as a sentence names them: `"a", "b" neu "c"`. */
export function oneOf(names: readonly string[], word: 'neu' | 'a' = 'neu'): string {
  const quoted = names.map((name) => `"${name}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`
}

/** `Ai "a" neu "b" oedd gennych mewn golwg?`, or the other sentence where nothing is near. */
export function meant(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Ai ${oneOf(near)} oedd gennych mewn golwg?`
}

/** What may have been meant, for the end of a sentence; nothing where nothing is near. */
export function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? '' : ` ${meant(near, '')}`
}
