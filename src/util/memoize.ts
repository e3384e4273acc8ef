const MOST = 500

/**
 * The same function, with the last few hundred of its results kept: for what is asked of entry after entry, because
 * entries of one exercise have their questions in common. `make` depends on the text and on nothing else.
 */
export function memoize<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>()
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const made = make(text)
    if (known.size >= MOST) known.clear()
    known.set(text, made)
    return made
  }
}

/** A function without arguments that makes its result at the first call. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined
  return () => (made ??= { value: make() }).value
}
