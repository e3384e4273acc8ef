import type { EntryWords } from '../words/shared/types.ts'

/* The lines that git and other programs put around two versions of a text which they could not merge. */

/** Which version a line between the marks belongs to. `base` is the one from which both were made (diff3). */
export type Side = 'ours' | 'base' | 'theirs'

/** A line that begins or ends a version. Git writes seven of a sign, and the version's name after a space. */
export const CONFLICT = /^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$/

/** The version after a line of conflict marks; undefined after the end of a conflict, and outside one. */
export function sideAfter(line: string, side: Side | undefined): Side | undefined {
  if (line.startsWith('<')) return 'ours'
  if (side === undefined || line.startsWith('>')) return undefined
  return line.startsWith('=') ? 'theirs' : 'base'
}

/** A line of conflict marks in a text. Offsets include its line ending. */
export interface ConflictMark {
  readonly start: number
  readonly end: number
  /** Counts from 1. */
  readonly line: number
  /** The version that begins here; undefined for the end of the conflict. */
  readonly side: Side | undefined
  /** What the other program calls the version. */
  readonly name: string
}

/** A code block's fence (CommonMark 4.5). */
const CODE = /^ {0,3}(?:`{3,}|~{3,})/

/** The marks of every complete conflict in a text, in order. Those in a block of code are an example that someone wrote. */
export function conflictMarksIn(text: string): ConflictMark[] {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return []
  const marks: ConflictMark[] = []
  let pending: ConflictMark[] = []
  let isCode = false
  let [start, number] = [0, 0]
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    const end = start + line.length
    const said = line.trimEnd()
    number++
    if (CODE.test(said)) isCode = !isCode && pending.length === 0
    else if (!isCode && CONFLICT.test(said)) {
      const before = pending.at(-1)?.side
      const side = sideAfter(said, before)
      if (said.startsWith('<')) pending = []
      if (side !== undefined || before !== undefined)
        pending.push({ start, end, line: number, side, name: said.slice(8) })
      if (side === undefined) {
        if (before === 'theirs') marks.push(...pending)
        pending = []
      }
    }
    start = end
  }
  return marks
}

/** A part of a text in which words replace the lines of conflict marks, so that all versions can be read. */
export function withVersionsNamed(
  text: string,
  marks: readonly ConflictMark[],
  [from, to]: readonly [from: number, to: number],
  { versions }: EntryWords
): string {
  let at = from
  const parts: string[] = []
  for (const { start, end, side, name } of marks) {
    if (start < from || end > to) continue
    parts.push(text.slice(at, start), `\n${versions[side ?? 'end'](name)}\n\n`)
    at = end
  }
  return parts.join('') + text.slice(at, to)
}
