import { fold, foldCase, spanMapper } from '../../text/folding.ts'
import type { EntryWords, Option } from './model.ts'

/** The context in which a text is read as an answer. */
export interface TypedContext {
  /** The BCP 47 tag of the pack's language, by whose rules numbers and days are read. */
  readonly language: string
  /** The words of each language that is understood, the learner's first. */
  readonly languages: readonly EntryWords[]
  /**
   * The learner's day, `YYYY-MM-DD`, if the text is typed as an answer. Only then are short forms understood: the number
   * of an option, the first letters of a word, a day without a year. Absent for files and other stored texts.
   */
  readonly today?: () => string
}

/** A text read as an answer: a value for `check`, two values that it could mean, or neither. */
export type Typed<A> =
  | { readonly kind: 'answer'; readonly value: A }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [A, A] }
  | { readonly kind: 'none' }

/** A value that was read, or `none` if it is undefined. */
export function typedValue<A>(value: A | undefined): Typed<A> {
  return value === undefined ? { kind: 'none' } : { kind: 'answer', value }
}

/** The option with that number, if numbers are understood; else the only one with that label or beginning of a label. */
export function optionOf<T extends Pick<Option, 'label'>>(
  word: string,
  options: readonly T[],
  isNumbered = true
): T | undefined {
  const text = word.trim()
  if (isNumbered && /^\d+[.)]?$/.test(text)) {
    const numbered = options[Number.parseInt(text, 10) - 1]
    if (numbered !== undefined) return numbered
  }
  const name = fold(text)
  if (name === '') return undefined
  const named = options.filter(({ label }) => fold(label).trim() === name)
  const exact = named.length > 1 ? named.filter(({ label }) => foldCase(label.trim()) === foldCase(text)) : named
  const begun = named.length > 0 ? exact : options.filter(({ label }) => fold(label).trimStart().startsWith(name))
  return begun.length === 1 ? begun[0] : undefined
}

/** The words after "other" or another of its names, with or without a colon: '' for the name alone, undefined without one. */
export function otherOf(line: string, names: readonly string[]): string | undefined {
  const text = line.trim()
  const folded = fold(text)
  const endOf = (name: string) => spanMapper(text)({ start: 0, end: fold(name).length }).end
  const rests = names.filter((name) => folded.startsWith(fold(name))).map((name) => text.slice(endOf(name)))
  const rest = rests.find((words) => words === '' || /^[\s:]/.test(words))
  return rest?.replace(/^[\s:]+/, '').trim()
}

/** The words of several options on one line: numbers separated by spaces or commas, or labels separated by commas. */
export function picksOf(line: string): string[] {
  const text = line.trim()
  const parts = /^[\d\s,;.)]+$/.test(text) ? text.split(/[\s,;]+/) : text.split(/[,;]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Whether a text is a word; the first letters of it are enough where short forms are understood. */
export function isWord(text: string, words: readonly string[], { today }: TypedContext): boolean {
  const folded = fold(text.trim())
  return (
    folded !== '' && words.some((word) => (today === undefined ? fold(word) === folded : fold(word).startsWith(folded)))
  )
}
