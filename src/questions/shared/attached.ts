import type { Reference } from './model.ts'

/**
 * The keys of a prompt that attach another question to it, which is asked right after it, in this order. The attached question is a
 * text prompt of its own with the id `PROMPT.KEY`.
 */
export const attachedKeys = ['more', 'follow_up'] as const

/** How a question is attached to a prompt. */
export type AttachedKey = (typeof attachedKeys)[number]

/** An attached question: the id of its prompt, and how it is attached. */
interface Attached {
  readonly prompt: string
  readonly key: AttachedKey
}

/** The id of the question that is attached to a prompt. */
export function attachedId(prompt: string, key: AttachedKey): string {
  return `${prompt}.${key}`
}

/** Parses the id of an attached question; undefined for any other id. */
export function attachedIn(id: string): Attached | undefined {
  const key = attachedKeys.find((each) => id.endsWith(`.${each}`))
  return key && { prompt: id.slice(0, -key.length - 1), key }
}

/**
 * The id of the attached question that a reference can name; undefined if it names a prompt, or another part. A part may have the
 * name `more` too, but no prompt has both.
 */
export function attachedNamed({ prompt, part }: Reference): string | undefined {
  const key = attachedKeys.find((each) => each === part)
  return key && attachedId(prompt, key)
}

/** The ids of the prompts whose answers a reference may need, the one it names first: an attached question goes with its prompt. */
export function promptIdsOf(reference: Reference): readonly string[] {
  const attached = attachedNamed(reference)
  return attached === undefined ? [reference.prompt] : [attached, reference.prompt]
}
