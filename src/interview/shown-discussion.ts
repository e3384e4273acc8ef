import { DISCUSSION, discussionFact } from '../entry/built-in.ts'
import type { Section } from '../entry/model.ts'
import { discussionOf, type InterviewContext, type PromptView } from './view.ts'

/** The discussion in the present state of a walk as a section of the entry; undefined if there is none. */
export function discussionSection(scene: InterviewContext, seen: readonly PromptView[]): Section | undefined {
  const shown = discussionOf(scene, seen)
  if (shown === undefined) return undefined
  const { title, ask } = scene.words.discussion
  const body = { kind: 'unread', text: shown.text } as const
  return {
    id: DISCUSSION,
    type: 'discussion',
    title,
    ask,
    private: shown.private,
    body,
    form: discussionFact(shown.text)
  }
}

/** The text of a discussion in a section; undefined if it holds none. */
export function discussionIn(sections: readonly Section[]): string | undefined {
  const body = sections.find(({ id }) => id === DISCUSSION)?.body
  return body?.kind === 'unread' ? body.text : undefined
}
