import { attachedId } from '../questions/shared/attached.ts'

/*
 * Besides the prompts of an exercise, the program asks and keeps a few things of its own in an entry. The ids of these sections
 * begin with `_`, which no id of a pack does.
 */

/** The question about a plan that was made earlier. */
export const PROMISE = '_promise'

/** The line about it. */
export const PROMISE_LINE = attachedId(PROMISE, 'follow_up')

/** The discussion as it was shown. It is no answer: it has no words of its own, and is not searched or exported. */
export const DISCUSSION = '_discussion'

/** Whether a section or a prompt belongs to the program and not to the exercise. */
export function isBuiltIn({ id }: { readonly id: string }): boolean {
  return id.startsWith('_')
}
