import { unixLines } from '../text/lines.ts'
import { lettersOf } from '../text/letters.ts'
import { splitAbove } from './front-matter.ts'
import type { Entry } from './model.ts'

/*
 * The text above the first section, which learners write into the file. It belongs to no question, so it has no privacy of its
 * own: it is as private as the most private answer of its entry.
 */

/** The entry's note: the text above its first section, apart from the title. '' if there is none. */
export function noteOf({ head, raw }: Entry): string {
  if (raw === undefined) return ''
  return [splitAbove(raw.frontMatter).above, noteBelow(raw.preamble, head.title)]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The text between the title and the first section. */
function noteBelow(text: string, title: string): string {
  if (text.trim() === '') return ''
  const lines = unixLines(text).split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const isTitle = lettersOf(lines[first] ?? '') === lettersOf(title)
  // A title may be underlined.
  const isUnderlined = isTitle && /^=+\s*$/.test(lines[first + 1] ?? '')
  const rest = lines.slice(first + (isTitle ? 1 : 0) + (isUnderlined ? 1 : 0))
  const start = rest.findIndex((line) => line.trim() !== '')
  return start === -1 ? '' : rest.slice(start).join('\n').trimEnd()
}

/** The entry without its note. */
export function withoutNote(entry: Entry): Entry {
  const { raw } = entry
  if (raw === undefined || noteOf(entry) === '') return entry
  const note = noteBelow(raw.preamble, entry.head.title)
  const text = unixLines(raw.preamble)
  const preamble = text.slice(0, text.lastIndexOf(note))
  return { ...entry, raw: { frontMatter: splitAbove(raw.frontMatter).rest, preamble } }
}
