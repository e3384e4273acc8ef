import { wordsOf } from '../../text/folding.ts'

/** An inverted index: for each word, the numbers of the texts that contain it. Pure. */
export interface WordIndex {
  /** Every word with a newline after it. */
  readonly words: Buffer
  /** The ends of the words, newlines included. */
  readonly ends: Uint32Array
  /** The numbers of the texts that contain the first word, then the second, and so on. */
  readonly holders: Uint32Array
  /** The end of each word's numbers in `holders`. */
  readonly holdersEnds: Uint32Array
}

/** The index of folded texts, which are numbered from 0. */
export function indexOf(texts: Iterable<string>): WordIndex {
  const holders = new Map<string, number[]>()
  let number = 0
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      const known = holders.get(word)
      if (known === undefined) holders.set(word, [number])
      else if (known.at(-1) !== number) known.push(number)
    }
    number++
  }
  const words = [...holders.keys()].map((word) => Buffer.from(`${word}\n`))
  return {
    words: Buffer.concat(words),
    ends: sums(words),
    holders: Uint32Array.from([...holders.values()].flat()),
    holdersEnds: sums([...holders.values()])
  }
}

function sums(parts: readonly { readonly length: number }[]): Uint32Array {
  let sum = 0
  return Uint32Array.from(parts, ({ length }) => (sum += length))
}

/** The numbers of the texts that contain every needle within a word, in ascending order. */
export function numbersWith(index: WordIndex, needles: readonly string[]): number[] {
  const counts = new Map<number, number>()
  for (const needle of needles)
    for (const number of holdersOf(index, Buffer.from(needle))) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].flatMap(([number, count]) => (count === needles.length ? [number] : [])).toSorted((a, b) => a - b)
}

function holdersOf({ words, ends, holders, holdersEnds }: WordIndex, needle: Buffer): Set<number> {
  const found = new Set<number>()
  for (let at = words.indexOf(needle); at !== -1;) {
    const word = wordAt(at, ends)
    for (const number of holders.subarray(holdersEnds[word - 1] ?? 0, holdersEnds[word])) found.add(number)
    at = words.indexOf(needle, ends[word])
  }
  return found
}

/** The index of the word that contains an offset (binary search). */
function wordAt(offset: number, ends: Uint32Array): number {
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The number of 32-bit numbers before the data. */
const HEAD = 4

/** The index as bytes for `decodeIndex`. */
export function encodeIndex({ words, ends, holders, holdersEnds }: WordIndex): Uint8Array[] {
  const head = Uint32Array.of(words.length, ends.length, holders.length, 0)
  return [head, ends, holdersEnds, holders].map(bytesOf).concat(words)
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Reads an index from bytes at an offset that is a multiple of four; undefined if their lengths do not fit. */
export function decodeIndex(bytes: Buffer): WordIndex | undefined {
  const whole = bytes.length >> 2
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, whole)
  const [wordBytes = 0, words = 0, holders = 0] = numbers
  const holdersAt = HEAD + 2 * words
  const wordsAt = 4 * (holdersAt + holders)
  if (wordsAt + wordBytes !== bytes.length) return undefined
  return {
    words: bytes.subarray(wordsAt),
    ends: numbers.subarray(HEAD, HEAD + words),
    holdersEnds: numbers.subarray(HEAD + words, holdersAt),
    holders: numbers.subarray(holdersAt, holdersAt + holders)
  }
}
