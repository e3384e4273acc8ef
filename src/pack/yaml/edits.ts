import type { Edit } from '../diagnostic.ts'

/** A text with edits, which are in order. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end, text: written } of edits) {
    parts.push(text.slice(done, start), written)
    done = end
  }
  return parts.join('') + text.slice(done)
}
