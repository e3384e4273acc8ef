/** The keys of a pack whose strings learners read in full: sentences, in every wording. */
const PROSE = ['reading', 'discussion', 'ask', 'help', 'example', 'text']
/** The keys of short texts: headings, options, cells. */
const LABELS = [
  'title',
  'purpose',
  'summary',
  'label',
  'note',
  'template',
  'rowTitle',
  'unit',
  'ifLabel',
  'thenLabel',
  'shown'
]

/** All texts of a pack, an exercise or a prompt that learners read. */
export function textsIn(value: unknown): string[] {
  return stringsUnder(new Set([...PROSE, ...LABELS]), value)
}

/** Those of them that are written in sentences. */
export function proseIn(value: unknown): string[] {
  return stringsUnder(new Set(PROSE), value)
}

function stringsUnder(keys: ReadonlySet<string>, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    typeof one === 'string' ? (keys.has(key) ? [one] : []) : stringsUnder(keys, one)
  )
}
