/** What was cut or copied last. It is not the clipboard of the system, which a terminal does not give safely. */
export class Clipboard {
  #text = ''

  get text(): string {
    return this.#text
  }

  /** Keeps a text. Cuts that follow each other make one text; `side` is where this one was. */
  put(text: string, joins: 'before' | 'after' | 'none' = 'none'): void {
    if (text === '') return
    this.#text = joins === 'before' ? text + this.#text : joins === 'after' ? this.#text + text : text
  }
}
