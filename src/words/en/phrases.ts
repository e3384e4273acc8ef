import { figures } from '../shared/figures.ts'
import type { Bounds } from '../shared/types.ts'

/** A number of things: "1 entry", "2 entries". */
export function count(number: number, one: string, many: string): string {
  return `${figures(number)} ${number === 1 ? one : many}`
}

/** As `count`, of things whose name takes an s. */
export function counted(number: number, one: string): string {
  return count(number, one, `${one}s`)
}

/** Bounds in words: "2 to 4", "at least 2"; empty without bounds. */
export function between({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min} to ${max}`
  if (min !== undefined) return `at least ${min}`
  return max === undefined ? '' : `at most ${max}`
}

/** How often something was done, once at least. */
export function doneTimes(times: number): string {
  return ['done', 'done twice'][times - 1] ?? `done ${times} times`
}

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
