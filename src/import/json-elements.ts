/** Characters. A longer element is refused. */
const LONGEST = 64 * 1024 * 1024

/** An element of a JSON document. */
export type JsonElement =
  /** A member of the document that is not an array or object, as JSON. */
  | { readonly kind: 'value'; readonly key: string; readonly json: string }
  /** An object in the document's array `entries`, as JSON. */
  | { readonly kind: 'entry'; readonly json: string }

/** The document is not JSON, not an object, or incomplete. */
export class NotADocument extends Error {}

/**
 * A streaming reader for a JSON document `{"…": …, "entries": [{…}, …]}`, which may be larger than memory. It only splits the
 * document into elements; the caller parses them, and finds invalid JSON in them.
 */
export class JsonElements {
  #rest = ''
  #depth = 0
  #isString = false
  /** Offsets in `#rest`: the next character, and the start of the current element. */
  #at = 0
  #start = 0
  #key = ''
  #isDone = false

  /** @throws NotADocument if the document is not complete. */
  end(): void {
    if (!this.#isDone) throw new NotADocument('cut off')
  }

  /** Adds text to the end. Returns the elements that are complete now. @throws NotADocument */
  *add(text: string): Generator<JsonElement> {
    this.#rest = this.#rest.slice(this.#start) + text
    this.#at -= this.#start
    this.#start = 0
    if (this.#rest.length > LONGEST) throw new NotADocument('too long')
    const structural = /["\\{}[\]:,]/g
    for (;;) {
      structural.lastIndex = this.#at
      const found = structural.exec(this.#rest)
      if (found === null) break
      const sign = found[0]
      const at = found.index
      // The escaped character may be in the next text.
      if (sign === '\\' && at + 1 === this.#rest.length) {
        this.#at = at
        return
      }
      this.#at = at + (sign === '\\' ? 2 : 1)
      if (sign === '"') this.#isString = !this.#isString
      else if (!this.#isString && sign !== '\\') yield* this.#structure(sign, at)
    }
    this.#at = this.#rest.length
    if (this.#depth === 0) this.#start = this.#at
  }

  *#structure(sign: string, at: number): Generator<JsonElement> {
    const isEntries = this.#key === 'entries'
    if (sign === '{' || sign === '[') {
      if (this.#isDone || (this.#depth === 0 && sign === '[')) throw new NotADocument('not an object')
      this.#depth += 1
      if (this.#depth === 1) this.#start = at + 1
      if (this.#depth === 3 && isEntries) this.#start = at
    } else if (sign === '}' || sign === ']') {
      if (this.#depth === 1) yield* this.#value(at)
      this.#depth -= 1
      if (this.#depth < 0) throw new NotADocument('not an object')
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

  *#value(end: number): Generator<JsonElement> {
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
    throw new NotADocument('invalid key')
  }
}
