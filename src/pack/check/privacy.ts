import { attachedIn } from '../../questions/shared/attached.ts'
import { asks } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Report } from '../diagnostic.ts'
import { privatePrompts, sourceNames } from '../privacy.ts'
import { headOf, at, pairOf } from '../yaml/tree.ts'
import { buildPrompts } from './build-pack.ts'
import type { ExerciseOutline, Outline } from './outline.ts'

/** Warns about prompts after a private one that do not say whether they are private, and about `private: false` without effect. */
export function checkPrivacy(outline: Outline): void {
  const exercises = outline.exercises.flatMap((exercise) =>
    exercise.part === undefined || exercise.id === undefined
      ? []
      : [{ id: exercise.id, prompts: buildPrompts(exercise), outline: exercise, report: exercise.part.report }]
  )
  const names = privatePrompts(exercises)
  if (names.size === 0) return
  for (const exercise of exercises) {
    const isPrivate = ({ id }: Prompt) => names.has(`${exercise.id}/${id}`)
    checkStated(exercise.prompts.filter(asks), isPrivate, exercise.outline, exercise.report)
    for (const prompt of exercise.prompts) {
      if (prompt.private !== false) continue
      const source = sourceNames(prompt, exercise.id).find((name) => names.has(name))
      if (source !== undefined) reportOverridden(prompt, source, exercise)
    }
  }
}

/** One warning for an exercise, with all of its prompts: a list of single warnings would hide the others. */
function checkStated(
  prompts: readonly Prompt[],
  isPrivate: (prompt: Prompt) => boolean,
  { prompts: outlines }: ExerciseOutline,
  report: Report
): void {
  const first = prompts.findIndex(isPrivate)
  const source = prompts[first]
  const open = prompts.slice(first + 1).filter((prompt) => !isPrivate(prompt) && !states(prompt))
  const place = outlines.find(({ id }) => id === open[0]?.id)
  if (source === undefined || place === undefined) return
  report('privacy-not-stated', headOf(place.node), { names: open.map(({ id }) => id), about: source.id })
}

/** Whether a prompt says whether it is private. An attached question goes with its prompt. */
function states({ id, private: stated, about }: Prompt): boolean {
  return stated !== undefined || about !== undefined || attachedIn(id) !== undefined
}

function reportOverridden(
  prompt: Prompt,
  source: string,
  { id: exercise, outline, report }: { readonly id: string; readonly outline: ExerciseOutline; readonly report: Report }
): void {
  const attached = attachedIn(prompt.id)
  const node = outline.prompts.find((each) => each.id === (attached?.prompt ?? prompt.id))?.node
  const place = attached === undefined ? node : at(node, attached.key)
  const key = pairOf(place, 'private')?.keySpan
  if (key !== undefined) report('private-anyway', key, { name: prompt.id, source: source.replace(`${exercise}/`, '') })
}
