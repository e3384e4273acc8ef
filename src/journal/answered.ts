import { decodeEntry } from '../entry/codec.ts'
import { isUnanswered, type Listed } from '../entry/model.ts'
import { readFound } from './oldest-first.ts'

/**
 * The entries that count for progress: not the finished ones in which every question was skipped. To read few files, it looks at the
 * finished entries of an exercise in their order, until one has an answer.
 */
export function withoutUnanswered(entries: readonly Listed[]): readonly Listed[] {
  const answered = new Set<string>()
  return entries.filter(({ file, status, pack, exercise }) => {
    const name = `${pack}/${exercise}`
    if (status !== 'finished' || answered.has(name)) return true
    if (hasNoAnswer(file)) return false
    answered.add(name)
    return true
  })
}

const SKIPPED = /^<!-- reflect:\S+ \S+ skipped/m
/** A line of an answer below a marker of the exercise, its heading and its question. Few answers begin otherwise. */
const ANSWER = /^<!-- reflect:(?!_)\S+ [a-z-]+(?: private)?(?: \{.*\})? -->\n(?:[#>].*\n|\n)*[^\s#><]/m

function hasNoAnswer(file: string): boolean {
  const found = readFound(file)
  if (found === undefined || !('head' in found)) return false
  // Decoding takes longer than reading, also because it loads the types of questions.
  return SKIPPED.test(found.text) && !ANSWER.test(found.text) && isUnanswered(decodeEntry(found.text, found))
}
