import { own } from '../../util/records.ts'
import type { Piece } from './template.ts'

/** The most words before a gap that someone repeats in it. */
const MOST = 4
/** Words that a sentence can have twice in a row. */
const TWICE = new Set(['that', 'had', 'is', 'do', 'so', 'very'])

/**
 * What someone wrote in a gap, to be read after `before`: without the words at its start that are already at the end of that
 * ("I will" after "I will"), and without a full stop if `after`, which follows, goes on with the sentence. It is stored as typed.
 *
 * @param variants other forms of those words, such as "I'll".
 */
export function withoutRepeats(words: string, before: string, after: string, variants: readonly string[] = []): string {
  const rest = repetitionsOf(before, variants).flatMap((said) => afterWords(words, said) ?? [])[0] ?? words
  const unstopped = /^[.,;:!?]|^\s+\p{Ll}/u.test(after) ? rest.replace(/(?<=[^.\s…])\.\s*$/u, '') : rest
  return unstopped === '' ? words : unstopped
}

/** A sentence with its gaps filled, to be read: without what the gaps repeat of the words around them. */
export function readSentence(
  pieces: readonly Piece[],
  values: Readonly<Record<string, string>>,
  variants: readonly string[] = []
): string {
  const wordsAt = (index: number) => {
    const piece = pieces[index]
    return typeof piece === 'string' ? piece : ''
  }
  const filled = pieces.map((piece, index) =>
    typeof piece === 'string'
      ? piece
      : withoutRepeats(own(values, piece.gap) ?? '', wordsAt(index - 1), wordsAt(index + 1), variants)
  )
  return filled.join('')
}

/** The ends of a text by whole words, the longest first, and other forms of it. */
function repetitionsOf(before: string, variants: readonly string[]): readonly (readonly string[])[] {
  const last = before.trim().split(/\s+/).slice(-MOST)
  const ends = last.map((_, index) => last.slice(index))
  return [...ends, ...variants.map((variant) => variant.split(' '))].filter(
    ([only = '', ...others]) => /\p{L}/u.test(only) && (others.length > 0 || !TWICE.has(bare(only)))
  )
}

/** What follows these words at the start of a text; undefined if it begins with others. */
function afterWords(text: string, said: readonly string[]): string | undefined {
  const words = text.trim().split(/\s+/)
  const isSame = said.every((word, index) => bare(words[index] ?? '') === bare(word))
  return isSame && words.length > said.length ? words.slice(said.length).join(' ') : undefined
}

/** A word as it is compared. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
