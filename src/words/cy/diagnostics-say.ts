export { say } from '../en/diagnostics-say.ts'

/** `"a", "b" neu "c"`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} neu ${quoted.at(-1) ?? ''}`
}

/** `Ai "a" neu "b" oedd gennych mewn golwg?`, or the other sentence where nothing is near. */
export function meant(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Ai ${oneOf(near)} oedd gennych mewn golwg?`
}
