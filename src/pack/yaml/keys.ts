/* The keys of packs by what is below them, for slips that the schema cannot see because the YAML says something else. */

/** The keys of prompts and exercises that a line can begin with. */
export const KNOWN_KEYS: ReadonlySet<string> = new Set(
  (
    'about add_rows after_discussion ask ask_later authors class columns core discussion earliest example exercises follow_up format ' +
    'from gaps help id if_label integer items label labels language latest license lines max min minutes more note of opens option_lists ' +
    'options options_from other outcomes people pick private prompts purpose reading renamed retired return revisit reword routes ' +
    'row_title rows rows_from scale scales sections source start_with statements summary template text then_label title to ' +
    'tutor_notes type unit unsure version when words'
  ).split(' ')
)

/** The keys below some keys; of others, any key that is not known. */
const BELOW: Readonly<Record<string, RegExp>> = {
  follow_up: /^(?:about|ask|private|when)$/,
  more: /^(?:about|ask|private|under)$/,
  words: /^(?:max|min)$/,
  items: /^(?:max|min)$/,
  pick: /^(?:max|min)$/,
  add_rows: /^(?:max|min)$/,
  revisit: /^(?:after|exercise)$/
}
const BY_NAME = /^(?:gaps|labels|options|rows)$/

/** Whether a key can be below another one that holds a mapping. */
export function belongsBelow(above: string, key: string): boolean {
  const own = Object.hasOwn(BELOW, above) ? BELOW[above] : undefined
  return own?.test(key) ?? (BY_NAME.test(above) && !KNOWN_KEYS.has(key))
}
