import { nameIn } from '../questions/index.ts'
import type { Fault, Prompt } from '../questions/shared/model.ts'
import type { Words } from '../words/index.ts'

/** Says what is wrong with an answer; parts of the question have the names that the learner sees. */
export function faultSaid(fault: Fault, prompt: Prompt, words: Words): string {
  return words.faults.sentence(named(fault, (id) => nameIn(prompt, id, words.entry)))
}

function named(fault: Fault, nameOf: (id: string) => string): Fault {
  if (fault.code === 'unknown-option') return { ...fault, known: fault.known.map(nameOf) }
  return fault.code === 'repeated' || fault.code === 'missing' ? { ...fault, what: nameOf(fault.what) } : fault
}
