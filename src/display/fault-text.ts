import type { Fault, Prompt } from '../questions/shared/model.ts'
import type { Words } from '../words/index.ts'

/** What is wrong with an answer, in a sentence that calls the parts of the question as the learner sees them. */
export function faultSaid(fault: Fault, prompt: Prompt, words: Words): string {
  return words.faults.sentence(named(fault, (id) => nameOf(id, prompt, words)))
}

function named(fault: Fault, nameIn: (id: string) => string): Fault {
  if (fault.code === 'unknown-option') return { ...fault, known: fault.known.map(nameIn) }
  return fault.code === 'repeated' || fault.code === 'missing' ? { ...fault, what: nameIn(fault.what) } : fault
}

/** What a learner knows an option, a row, a gap or a part of a plan by; whatever else it is, itself. */
function nameOf(id: string, prompt: Prompt, { entry }: Words): string {
  if (prompt.type === 'plan') return id === 'if' ? (prompt.ifLabel ?? entry.when) : (prompt.thenLabel ?? entry.iWill)
  if (prompt.type === 'sentence') return Object.hasOwn(prompt.gaps, id) ? (prompt.gaps[id]?.ask ?? id) : id
  const options = 'options' in prompt ? prompt.options : prompt.type === 'table' ? prompt.rows : []
  return options.find((option) => option.id === id)?.label ?? id
}
