import { figures } from '../shared/figures.ts'
import type { Bounds } from '../shared/types.ts'

/**
 * A noun after figures. It stays in the singular, and mutates as it would after the number when that is read aloud: softly
 * after 2, with breath after 6, and after 3 where it is masculine. What is not said here is said by `other`.
 */
interface Noun {
  readonly other: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
}

/** The nouns that are counted. */
export const nouns = {
  answer: { other: 'ateb' },
  cell: { other: 'cell', two: 'gell', few: 'chell', many: 'chell' },
  choice: { other: 'dewis', two: 'ddewis' },
  column: { other: 'colofn', two: 'golofn', few: 'cholofn', many: 'cholofn' },
  byte: { other: 'beit', two: 'feit' },
  day: { other: 'diwrnod', two: 'ddiwrnod' },
  draft: { other: 'drafft', two: 'ddrafft' },
  entry: { other: 'cofnod', two: 'gofnod', few: 'chofnod', many: 'chofnod' },
  error: { other: 'gwall', two: 'wall' },
  exercise: { other: 'ymarfer' },
  file: { other: 'ffeil' },
  hour: { other: 'awr' },
  item: { other: 'eitem' },
  line: { other: 'llinell', two: 'linell' },
  minute: { other: 'munud', two: 'funud' },
  pack: { other: 'pecyn', two: 'becyn', few: 'phecyn', many: 'phecyn' },
  plan: { other: 'cynllun', two: 'gynllun', few: 'chynllun', many: 'chynllun' },
  question: { other: 'cwestiwn', two: 'gwestiwn', few: 'chwestiwn', many: 'chwestiwn' },
  rating: { other: 'rhif', two: 'rif' },
  row: { other: 'rhes', two: 'res' },
  warning: { other: 'rhybudd', two: 'rybudd' },
  word: { other: 'gair', two: 'air' }
} as const satisfies Record<string, Noun>

/** CLDR's categories of Welsh cardinals: 0, 1, 2, 3 and 6 each have their own; 0 is said as `other` is. */
const categories = new Map<number, keyof Noun>([
  [1, 'one'],
  [2, 'two'],
  [3, 'few'],
  [6, 'many']
])

/** A number of things: "1 cofnod", "2 gofnod", "3 chofnod", "4 cofnod". */
export function count(number: number, noun: Noun): string {
  return `${figures(number)} ${noun[categories.get(number) ?? 'other'] ?? noun.other}`
}

/** Bounds in words: "2 i 4", "o leiaf 2"; empty without bounds. */
export function between({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min} i ${max}`
  if (min !== undefined) return `o leiaf ${min}`
  return max === undefined ? '' : `${max} ar y mwyaf`
}

/** How often something was done: "ddwywaith", "3 gwaith". */
export function times(number: number): string {
  return number === 2 ? 'ddwywaith' : number === 3 ? 'deirgwaith' : `${number} gwaith`
}

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
