import { withHead } from './front-matter.ts'
import { asHeading } from './section.ts'
import type { Entry, EntryHead } from './model.ts'

/** The pack of what came from a diary kept elsewhere. Its entries have their first words for a title. */
export const DIARY = 'day-one'

/** Whether an entry's title holds words of its answer, which are as private as that is. */
export function isDiary({ pack }: EntryHead): boolean {
  return pack === DIARY
}

/** The entry under another title, also where that stands above the answers. */
export function retitled(entry: Entry, title: string): Entry {
  const { raw, ...named } = withHead(entry, { ...entry.head, title })
  return raw === undefined ? named : { ...named, raw: { ...raw, preamble: withTitle(raw.preamble, title) } }
}

function withTitle(preamble: string, title: string): string {
  return preamble.replace(/^# .*$/m, () => `# ${asHeading(title)}`)
}
