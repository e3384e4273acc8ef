import type { PlainCommand } from '../shared/types.ts'

/** What learners may type in English. In every language these words of English are understood besides its own. */
export const typed = {
  /** The commands of plain mode besides those that are a contract, without their colon. */
  commands: {
    back: [],
    skip: [],
    help: [],
    example: [],
    overview: [],
    review: [],
    private: [],
    editor: [],
    leave: []
  } as Readonly<Record<PlainCommand, readonly string[]>>,
  yes: ['yes'],
  no: ['no'],
  /** Before words of one's own, in place of an option. */
  other: ['other'],
  /** Before the number of a question, to change whether its answer is private. */
  private: ['private']
}
