import { createHash } from 'node:crypto'
import { wordsIn } from '../../src/text/words-in.ts'

/** How hard a text is to read. */
export interface Readability {
  readonly words: number
  /** Flesch-Kincaid: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. */
  readonly grade: number
}

/** A text as it is read aloud: no Markdown, links by their words, quotations by their fallbacks. */
export function aloud(markdown: string): string {
  return markdown
    .replaceAll(/\{\{[^{}|]*\|([^{}]*)\}\}/g, '$1')
    .replaceAll(/\{\{[^{}]*\}\}/g, 'this')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^ *(?:[-*>#]+|\d+\.) +/gm, '')
    .replaceAll(/[*_`#]|\bhttps?:\S+/g, '')
}

/** The sentences of a text. A paragraph and an item of a list end one too. */
export function sentencesIn(text: string): string[] {
  return aloud(text)
    .split(/\n(?:\s*\n)+/)
    .flatMap((paragraph) =>
      paragraph.replaceAll(/\s+/g, ' ').split(/(?<=[.!?…]["')\u201D]*) (?=["'(\u201C]?[\p{Lu}\d])/u)
    )
    .filter((sentence) => wordsIn(sentence) > 0)
}

/** The readability of texts together. */
export function readability(texts: readonly string[]): Readability {
  const sentences = texts.flatMap(sentencesIn)
  const words = sentences.flatMap(plainWords)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return {
    words: words.length,
    grade: (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59
  }
}

/** The hashes of every six words that follow each other in one of the texts, without case and punctuation. */
export function runsOfSix(texts: readonly string[]): ReadonlyMap<string, string> {
  const runs = texts.flatMap((text) => {
    const words = plainWords(aloud(text))
    return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '))
  })
  return new Map(runs.map((run) => [createHash('sha256').update(run).digest('hex').slice(0, 12), run]))
}

function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('\u2019', "'")
      .match(/[\p{L}\d]+(?:['-][\p{L}\d]+)*/gu) ?? []
  )
}

/** Groups of vowels, without a silent "e" or "ed" at the end: right for nine words in ten, as such formulas are used. */
function syllablesIn(word: string): number {
  const spoken = word.replaceAll(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1)
}
