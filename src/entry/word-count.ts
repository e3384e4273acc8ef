import { ownWords } from '../questions/index.ts'
import { wordsIn } from '../text/words-in.ts'
import { isOthers } from './built-in.ts'
import type { Entry } from './model.ts'
import { noteOf } from './note.ts'

/** The number of words that the learner wrote in an entry: in its note and its answers, without questions, options and ratings. */
export function countWords(entry: Entry): number {
  const answers = entry.sections.flatMap((section) => {
    const { body, prompt } = section
    if (isOthers(section)) return []
    if (body.kind === 'unread') return [body.text]
    return body.kind === 'answered' ? [body.before, ...ownWords(prompt, body.answer), body.after] : []
  })
  return [noteOf(entry), ...answers].reduce((count, text) => count + wordsIn(text), 0)
}
