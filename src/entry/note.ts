import { unixLines } from '../text/lines.ts'
import { lettersOf } from '../text/letters.ts'
import type { Entry } from './model.ts'

/*
 * The text above the first section, which learners write into the file. It belongs to no question, so it has no privacy of its
 * own: it is as private as the most private answer of its entry.
 */

/** The entry's note: the text above its first section, apart from the title. '' if there is none. */
export function noteOf({ head, raw }: Entry): string {
  if (raw === undefined || raw.preamble.trim() === '') return ''
  const lines = unixLines(raw.preamble).split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const isTitle = lettersOf(lines[first] ?? '') === lettersOf(head.title)
  // A title may be underlined.
  const isUnderlined = isTitle && /^=+\s*$/.test(lines[first + 1] ?? '')
  const rest = lines.slice(first + (isTitle ? 1 : 0) + (isUnderlined ? 1 : 0))
  const start = rest.findIndex((line) => line.trim() !== '')
  return start === -1 ? '' : rest.slice(start).join('\n').trimEnd()
}

/** The entry without its note. */
export function withoutNote(entry: Entry): Entry {
  const { raw } = entry
  const note = noteOf(entry)
  if (raw === undefined || note === '') return entry
  const text = unixLines(raw.preamble)
  const preamble = text.slice(0, text.lastIndexOf(note))
  return { ...entry, raw: { ...raw, preamble } }
}
