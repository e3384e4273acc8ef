import { unixLines } from '../text/lines.ts'
import { lettersOf } from '../text/letters.ts'
import { splitAbove } from './front-matter.ts'
import { entryWords } from '../words/index.ts'
import { conflictMarksIn, withVersionsNamed } from './conflict-marks.ts'
import type { Entry } from './model.ts'

/*
 * The text above the first section, which learners write into the file. It belongs to no question, so it has no privacy of its
 * own: it is as private as the most private answer of its entry.
 */

/** The entry's note: the text above its first section, without the title. '' if nothing is there. */
export function noteOf(entry: Entry): string {
  const { raw } = entry
  if (raw === undefined) return ''
  return [splitAbove(raw.frontMatter).above, noteBelow(entry)].filter((part) => part !== '').join('\n\n')
}

/** The text between the title and the first section. */
function noteBelow({ raw, sections, head: { title, language } }: Entry): string {
  const preamble = raw?.preamble ?? ''
  const plain = preamble.trim()
  if (plain === '' || plain === `# ${title}`) return ''
  // Two versions may begin here and end in a section.
  const isBegun = preamble.includes('<<<<<<<')
  const marks = isBegun ? conflictMarksIn([preamble, ...sections.map((section) => section.raw)].join('')) : []
  const text = withVersionsNamed(preamble, marks, [0, preamble.length], entryWords(language))
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
  const note = noteBelow(entry)
  const text = unixLines(raw.preamble)
  const at = text.lastIndexOf(note)
  // A note with two versions is not in the file as it is shown.
  const preamble = at === -1 ? '\n' : text.slice(0, at)
  return { ...entry, raw: { frontMatter: splitAbove(raw.frontMatter).rest, preamble } }
}
