import type { Fault, Option, Prompt } from '../../questions/model.ts'
import type { Desk } from './desk.ts'

/** Says what is wrong with what was typed; undefined faults mean that nothing was. */
export function complain(
  desk: Pick<Desk, 'voice' | 'words'>,
  prompt: Prompt,
  faults: readonly Fault[] | undefined
): void {
  const { voice, words } = desk
  const options = 'options' in prompt ? prompt.options : []
  if (faults === undefined) voice.say(words.walk.plain.nothingYet)
  else for (const fault of faults) voice.say(words.faults.sentence(named(fault, options)))
}

/** The fault with options called as the learner sees them. */
function named(fault: Fault, options: readonly Option[]): Fault {
  const nameOf = (id: string): string => options.find((option) => option.id === id)?.label ?? id
  if (fault.code === 'unknown-option') return { ...fault, known: fault.known.map(nameOf) }
  return fault.code === 'repeated' ? { ...fault, what: nameOf(fault.what) } : fault
}
