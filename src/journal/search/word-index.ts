import { wordsOf } from '../../text/folding.ts'

/** Which of some texts hold which words. Pure. */
export interface WordIndex {
  /** Every word, a newline after each. */
  readonly words: Buffer
  /** Where words end, newline included. */
  readonly ends: Uint32Array
  /** The numbers of the texts that hold the first word, those that hold the second, and so on. */
  readonly holders: Uint32Array
  /** Where the holders of each word end. */
  readonly holdersEnds: Uint32Array
}

/** The index of folded texts. */
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

/** The numbers of the texts that hold every needle within a word, in order. */
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

/** The first of the words that end after a place. */
function wordAt(place: number, ends: Uint32Array): number {
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}

/** Numbers that the bytes of an index begin with. */
const HEAD = 4

/** An index as bytes, to be read back by `decodeIndex`. */
export function encodeIndex({ words, ends, holders, holdersEnds }: WordIndex): Uint8Array[] {
  const head = Uint32Array.of(words.length, ends.length, holders.length, 0)
  return [head, ends, holdersEnds, holders].map(bytesOf).concat(words)
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Reads an index from bytes that begin at a multiple of four; undefined where they hold none. */
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
