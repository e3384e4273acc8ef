import { kindIn } from './answer-kinds.ts'
import { comparisonsIn } from './condition-parser.ts'
import { checkComparison } from './comparisons.ts'
import { checkTogether } from './contradictions.ts'
import type { Outline } from './outline.ts'

/** Checks that every condition asks what its prompt can answer, and that it can ever hold. */
export function checkConditions(outline: Outline): void {
  for (const exercise of outline.exercises) {
    if (exercise.part === undefined) continue
    const { report } = exercise.part
    for (const { when } of exercise.prompts) {
      const sound = comparisonsIn(when).map((comparison) => {
        const kind = kindIn(outline, exercise, comparison)
        return kind === undefined || checkComparison(comparison, kind, report)
      })
      if (when !== undefined && !sound.includes(false)) checkTogether(when, { outline, exercise, report })
    }
  }
}
