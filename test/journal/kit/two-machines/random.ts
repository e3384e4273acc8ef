/** Repeatable chance: the same seed gives the same numbers. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to, but not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }

  /** An integer from 0 up to, but not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  /** True in this share of all cases. */
  is(share: number): boolean {
    return this.next() < share
  }

  /** One of several. @throws if there is none. */
  oneOf<T>(all: readonly T[]): T {
    const one = all[this.below(all.length)]
    if (one === undefined) throw new RangeError('nothing to choose from')
    return one
  }
}
