import { isDiary, type Entry, type Section } from '../entry/model.ts'
import { noteOf } from '../entry/note.ts'
import { ownWords, people } from '../questions/index.ts'
import type { Prompt } from '../questions/shared/model.ts'
import { fold } from '../text/folding.ts'
import { namesIn } from '../text/names.ts'
import { memoize } from '../util/memoize.ts'

/** Someone whom a learner wrote about, as often as they did. */
export interface Person {
  readonly name: string
  readonly times: number
}

/** Counts people. "Finance lead" and "finance lead" are the same; what was written first is shown. */
export class People {
  readonly #found = new Map<string, { readonly name: string; times: number }>()

  add(names: readonly string[]): void {
    for (const name of names) {
      const key = fold(name)
      const person = this.#found.get(key)
      if (person === undefined) this.#found.set(key, { name, times: 1 })
      else person.times += 1
    }
  }

  /** Whom most was written about comes first. */
  counted(): readonly Person[] {
    return [...this.#found.values()].toSorted((a, b) => b.times - a.times)
  }
}

/** The names in questions, of which there are few. */
const namesInQuestion = memoize((language) => memoize((ask) => namesIn(ask, language)))

/**
 * The people and roles that the learner named in an entry where its prompts ask for them, then the names in their texts, also where a
 * question quotes them.
 *
 * @param prompts those of the entry's exercise as their author wrote them; none if the pack is not installed.
 */
export function peopleIn(entry: Entry, prompts: readonly Prompt[]): readonly string[] {
  const { language, title } = entry.head
  const listed = entry.sections.flatMap(listedIn)
  const texts = entry.sections.flatMap(textsOf)
  // One search for all texts, because each has a cost of its own. A bar ends a sentence.
  const own = [noteOf(entry), ...texts, ...(isDiary(entry.head) ? [title] : [])].join('\n|\n')
  const inQuestion = namesInQuestion(language)
  const isWritten = (name: string) => prompts.some(({ ask }) => inQuestion(ask).includes(name))
  const quoted = entry.sections.flatMap(({ ask }) => inQuestion(ask)).filter((name) => !isWritten(name))
  return [...listed, ...namesIn(own, language), ...quoted]
}

function listedIn({ prompt, body }: Section): readonly string[] {
  return prompt !== undefined && body.kind === 'answered' ? people(prompt, body.answer) : []
}

/** The texts of an answer without the people that it lists. */
function textsOf(section: Section): readonly string[] {
  const { prompt, body } = section
  if (body.kind === 'unread') return [body.text]
  if (body.kind !== 'answered') return []
  const listed = new Set(listedIn(section))
  return [body.before, ...ownWords(prompt, body.answer).filter((text) => !listed.has(text)), body.after]
}
