/** What a text of JSON has no room for in one piece: an entry longer than this is none. */
const LONGEST = 64 * 1024 * 1024

/** What was found in a JSON document so far. */
export type Piece =
  /** A value directly in the document that is no list or mapping, as its JSON. */
  | { readonly kind: 'value'; readonly key: string; readonly json: string }
  /** A mapping in the document's list `entries`, as its JSON. */
  | { readonly kind: 'entry'; readonly json: string }

/** The document is none that this reader understands: not JSON, not one mapping, or cut off. */
export class NotADocument extends Error {}

/**
 * Reads a JSON document `{"…": …, "entries": [{…}, …]}` piece by piece, so that it may be larger than memory. Only what
 * parts the pieces is looked at: whether a piece is JSON is found by who parses it.
 */
export class JsonElements {
  #rest = ''
  #depth = 0
  #isText = false
  /** Within `#rest`: where to go on, and where the piece that is being read began. */
  #at = 0
  #start = 0
  #key = ''
  #isDone = false

  /** @throws NotADocument if the document is not complete. */
  end(): void {
    if (!this.#isDone) throw new NotADocument('cut off')
  }

  /** The pieces that end in this much more of the text. @throws NotADocument */
  *add(text: string): Generator<Piece> {
    this.#rest = this.#rest.slice(this.#start) + text
    this.#at -= this.#start
    this.#start = 0
    if (this.#rest.length > LONGEST) throw new NotADocument('too long')
    const signs = /["\\{}[\]:,]/g
    for (;;) {
      signs.lastIndex = this.#at
      const found = signs.exec(this.#rest)
      if (found === null) break
      const sign = found[0]
      const at = found.index
      // What a backslash hides may still be to come.
      if (sign === '\\' && at + 1 === this.#rest.length) {
        this.#at = at
        return
      }
      this.#at = at + (sign === '\\' ? 2 : 1)
      if (sign === '"') this.#isText = !this.#isText
      else if (!this.#isText && sign !== '\\') yield* this.#structure(sign, at)
    }
    this.#at = this.#rest.length
    if (this.#depth === 0) this.#start = this.#at
  }

  *#structure(sign: string, at: number): Generator<Piece> {
    const isEntries = this.#key === 'entries'
    if (sign === '{' || sign === '[') {
      if (this.#isDone || (this.#depth === 0 && sign === '[')) throw new NotADocument('not one mapping')
      this.#depth += 1
      if (this.#depth === 1) this.#start = at + 1
      if (this.#depth === 3 && isEntries) this.#start = at
    } else if (sign === '}' || sign === ']') {
      if (this.#depth === 1) yield* this.#value(at)
      this.#depth -= 1
      if (this.#depth < 0) throw new NotADocument('not one mapping')
      if (this.#depth === 0) this.#isDone = true
      if (this.#depth === 2 && isEntries) {
        yield { kind: 'entry', json: this.#rest.slice(this.#start, at + 1) }
        this.#start = at + 1
      }
      if (this.#depth === 1) this.#start = at + 1
    } else if (this.#depth === 1 && sign === ':') {
      this.#key = textIn(this.#rest.slice(this.#start, at))
      this.#start = at + 1
    } else if (this.#depth === 1) yield* this.#value(at)
    else if (this.#depth === 2) this.#start = at + 1
  }

  *#value(end: number): Generator<Piece> {
    const json = this.#rest.slice(this.#start, end).trim()
    if (json !== '' && this.#key !== '') yield { kind: 'value', key: this.#key, json }
    this.#key = ''
    this.#start = end + 1
  }
}

function textIn(json: string): string {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : ''
  } catch {
    throw new NotADocument('no key')
  }
}
