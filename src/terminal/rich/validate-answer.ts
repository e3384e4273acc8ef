import { check } from '../../questions/index.ts'
import type { Answer, Prompt } from '../../questions/shared/model.ts'
import type { Words } from '../../words/index.ts'
import { faultSaid } from '../../display/fault-text.ts'
import { visible } from '../../text/visible.ts'

/** The result of validating an answer that the learner finished. */
export type ValidationResult =
  | { readonly kind: 'holds'; readonly answer: Answer }
  | { readonly kind: 'empty' }
  /** `why` contains no control characters. */
  | { readonly kind: 'faulty'; readonly why: string }

/** Maximum number of faults shown at once. */
const FAULTS_SAID = 2

/** Validates the value of a widget. */
export function validateAnswer(prompt: Prompt, value: Answer | undefined, words: Words): ValidationResult {
  if (value === undefined) return { kind: 'empty' }
  const checked = check(prompt, value)
  if (checked.ok) return { kind: 'holds', answer: checked.answer }
  const faults = checked.faults.filter(({ code }) => code !== 'empty').slice(0, FAULTS_SAID)
  if (faults.length === 0) return { kind: 'empty' }
  return { kind: 'faulty', why: visible(faults.map((fault) => faultSaid(fault, prompt, words)).join(' ')) }
}
