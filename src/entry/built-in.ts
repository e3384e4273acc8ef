import { createHash } from 'node:crypto'
import { attachedId } from '../questions/shared/attached.ts'
import type { Form } from '../questions/shared/model.ts'

/*
 * Besides the prompts of an exercise, the program asks and keeps a few things of its own in an entry. The ids of these sections
 * begin with `_`, which no id of a pack does.
 */

/** The question about a plan that was made earlier. */
export const PROMISE = '_promise'

/** The line about it. */
export const PROMISE_LINE = attachedId(PROMISE, 'follow_up')

/** The discussion as it was shown. It is not an answer: it has no words of its own, and is not searched or exported. */
export const DISCUSSION = '_discussion'
/** A question that the learner wants to be asked when they come back, with `ask_later`. */
export const LATER = '_later'
/** The day on which they want to be asked. */
export const LATER_DAY = '_later-day'
/** What they would have answered when they left it. */
export const LATER_NOW = '_later-now'

/** Their answer to a question that they had left, and what they would have answered then. */
export const ASKED = '_asked'
export const ASKED_THEN = '_asked-then'

/** What someone said about an entry, in words that were brought back into it. A second reply is `_reply-2`. */
export const REPLY = '_reply'

/** The questions to oneself at the end of a route. The answer is never counted, and only leaves the journal as JSON with all that is private. */
export const SELF_CHECK = '_self-check'

/** Whether a section or a prompt belongs to the program and not to the exercise. */
export function isBuiltIn({ id }: { readonly id: string }): boolean {
  return id.startsWith('_')
}

/** What tells whose words a section holds. */
interface Held {
  readonly id: string
  readonly form?: Form
  readonly body: { readonly kind: string; readonly text?: string }
}

/** Whether a section holds words that are not the learner's. */
export function isOthers(section: Held): boolean {
  return isDiscussion(section) || section.id === REPLY || section.id.startsWith(`${REPLY}-`)
}

/** The key of the marker's JSON that holds the checksum of a discussion. */
const SUM = 'sum'

/** The fact in the marker's JSON by which a change of a discussion in an editor is noticed. */
export function discussionFact(text: string): Form {
  return { [SUM]: sumOf(text) }
}

/**
 * Whether a section is a discussion as it was shown. It is not if the learner wrote into it, such as below it at the end of the file:
 * then all of it is treated as their words.
 */
export function isDiscussion({ id, body, form }: Held): boolean {
  if (id !== DISCUSSION) return false
  const sum = form?.[SUM]
  return sum === undefined || sum === sumOf(body.text ?? '')
}

/** White space does not count, because formatters change it. */
function sumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll(/\s+/g, '')).digest('hex').slice(0, 16)
}
