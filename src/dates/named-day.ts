import { readDate, type DateWords } from './typed-date.ts'

/** The most words that a day takes: "a week on Friday 18 December". */
const MOST = 6

/**
 * The first day that a sentence names, as seen from `today` (`YYYY-MM-DD`), such as 4 December in "the board meets on 4 December".
 * Undefined if it names none, and where a day has two readings.
 */
export function dayNamedIn(sentence: string, today: string, words: DateWords): string | undefined {
  const parts = sentence.split(/\s+/).filter((part) => part !== '')
  for (let from = 0; from < parts.length; from++) {
    for (let length = Math.min(MOST, parts.length - from); length > 0; length--) {
      const text = parts
        .slice(from, from + length)
        .join(' ')
        .replace(/[.,;:!?]+$/, '')
      // A short word alone is rarely a day: "When I sat with her".
      if (length === 1 && /^\p{L}{1,4}$/u.test(text)) continue
      const read = readDate(text, { today, words, monthFirst: false, relative: true })
      if (read.kind === 'date') return read.day
    }
  }
  return undefined
}
