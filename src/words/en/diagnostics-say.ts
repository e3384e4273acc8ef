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

/** `"a", "b" or "c"`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`
}

/** `Did you mean "a" or "b"?`, or the other sentence where nothing is near. */
export function meant(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Did you mean ${oneOf(near)}?`
}
