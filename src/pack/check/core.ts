import { references } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { referencesOf, sourcesIn } from '../../questions/shared/reference.ts'
import { headOf, pairOf } from '../yaml/tree.ts'
import { buildPrompts } from './build-pack.ts'
import type { ExerciseOutline, Outline } from './outline.ts'

/** Checks that core prompts compare, quote, recall and are about core prompts only: the others may be passed over. */
export function checkCore({ exercises }: Outline): void {
  for (const exercise of exercises) checkCoreOf(exercise)
}

function checkCoreOf(exercise: ExerciseOutline): void {
  if (!exercise.prompts.some(({ prompt }) => prompt?.core === true)) return
  const prompts = buildPrompts(exercise)
  const others = new Set(prompts.flatMap(({ id, core }) => (core === true ? [] : [id])))
  const reported = new Set<string>()
  for (const prompt of prompts.filter(({ core }) => core === true)) {
    const other = sourceIds(prompt).find((id) => others.has(id))
    const [id = ''] = prompt.id.split('.', 1)
    const node = exercise.prompts.find((each) => each.id === id)?.node
    if (other === undefined || node === undefined || reported.has(id)) continue
    reported.add(id)
    exercise.part?.report('core-needs', pairOf(node, 'core')?.keySpan ?? headOf(node), { name: id, other })
  }
}

/** The ids of the prompts of its exercise that a prompt refers to. */
function sourceIds(prompt: Prompt): string[] {
  const all = [...sourcesIn(prompt).flatMap(referencesOf), ...references(prompt)]
  return all.flatMap(({ exercise, prompt: id }) => (exercise === undefined ? [id] : []))
}
