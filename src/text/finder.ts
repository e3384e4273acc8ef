import { fold, wordsOf } from './folding.ts'

/*
 * How everything that has a name is found: exercises and entries. A thing offers what a name can be compared with; the closest kind of
 * match decides, and things that match less closely do not count. Pure.
 */

/** The kinds of match, the closest first. */
const fits = ['id', 'file', 'last', 'title', 'prefix', 'part', 'day'] as const

/** A kind of match. */
export type Fit = (typeof fits)[number]

/** The things that a name matches, by kind; each is only looked for if no closer kind has found anything. */
export type Finder<T> = { readonly [F in Fit]?: () => readonly T[] }

/** What was found: one thing or several, all matched in the same way. */
export interface Found<T> {
  readonly fit: Fit
  readonly things: readonly [T, ...T[]]
}

/** The closest matches of some finders, each once by its key; undefined if there are none. */
export function closest<T>(finders: readonly Finder<T>[], keyOf: (thing: T) => unknown = (thing) => thing) {
  for (const fit of fits) {
    const [first, ...others] = uniqueBy(
      finders.flatMap((finder) => finder[fit]?.() ?? []),
      keyOf
    )
    if (first !== undefined) return { fit, things: [first, ...others] } satisfies Found<T>
  }
  return undefined
}

function uniqueBy<T>(things: readonly T[], keyOf: (thing: T) => unknown): T[] {
  const seen = new Set<unknown>()
  return things.filter((thing) => !seen.has(keyOf(thing)) && seen.add(keyOf(thing)))
}

/** A finder of what the things of another one belong to. `only`: the kinds of match that count. */
export function through<T, U>(
  finder: Finder<T>,
  of: (thing: T) => U | undefined,
  only: readonly Fit[] = fits
): Finder<U> {
  const find = (fit: Fit) => () => (finder[fit]?.() ?? []).flatMap((thing) => of(thing) ?? [])
  return Object.fromEntries(only.map((fit) => [fit, find(fit)]))
}

/** Tests whether a name is a title, begins a text, or is a part of one. Case and accents do not count, nor signs within a part. */
export function nameTests(name: string) {
  const wanted = onOneLine(name)
  const words = inWords(name)
  return {
    isTitle: (title: string) => wanted !== '' && onOneLine(title) === wanted,
    begins: (text: string) => wanted !== '' && onOneLine(text).startsWith(wanted),
    isIn: (text: string) => words !== '' && inWords(text).includes(words)
  }
}

function onOneLine(text: string): string {
  return fold(text).trim().replaceAll(/\s+/g, ' ')
}

function inWords(text: string): string {
  return wordsOf(fold(text)).join(' ')
}
