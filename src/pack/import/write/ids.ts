import { fold } from '../../../text/folding.ts'
import { isDevice } from '../../format.ts'

/** Names that mean something in conditions and answers. */
const RESERVED = new Set(['other', 'follow_up', 'all', 'any', 'not', 'times', 'row', 'more'])
/** Words and characters of an id that is made of a text: enough to recognise it. */
const MOST = { words: 5, characters: 36 }

/** Gives ids that nothing else has. */
export class Ids {
  readonly #used = new Set<string>()

  /** The id in a text: its first words, in letters from a to z. `otherwise` is used if it has none. */
  of(text: string, otherwise: string): string {
    const whole = fold(text)
      .replaceAll(/['’]/g, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^[-0-9]+|-+$/g, '')
    const words = whole
      .split('-')
      .slice(0, MOST.words)
      .reduce((id, word) => (id.length + word.length >= MOST.characters ? id : `${id}-${word}`.replace(/^-/, '')), '')
      .slice(0, MOST.characters)
    const base = words === '' || isDevice(words) || RESERVED.has(words) ? otherwise : words
    let id = base
    for (let number = 2; this.#used.has(id); number++) id = `${base}-${number}`
    this.#used.add(id)
    return id
  }
}
