/** What is wrong, and how to mend it: plain text, one sentence or two each. */
export interface Said {
  readonly message: string
  readonly hint: string
}

/** The wording of one code. What was found comes as plain text, free of control characters. */
export type Say = (found: never) => Said

export function say(message: string, hint: string): Said {
  return { message, hint }
}
