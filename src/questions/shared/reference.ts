import type { Reference } from './model.ts'

/** `prompt`, `prompt.part` or `exercise/prompt.part`. */
export const REFERENCE = /^(?:([a-z][a-z0-9-]*)\/)?([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9_-]*))?$/

/** Parses a reference as authors write it; undefined if it is not one. */
export function parseReference(text: string): Reference | undefined {
  const match = REFERENCE.exec(text)
  if (match === null) return undefined
  const [, exercise, prompt = '', part] = match
  return { ...(exercise === undefined ? {} : { exercise }), prompt, ...(part === undefined ? {} : { part }) }
}
