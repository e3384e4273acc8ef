import { taskOf, withoutEmphasis } from './lenient-parse.ts'
import { isRecord, lineOf } from './checking.ts'
import { findItems } from '../../text/lines.ts'
import type { EntryWords, Fault, Form, Option, Other, Reading } from './model.ts'
import { byLabel, labelsOf, namesAt, namesForm } from './options.ts'

/** What choice and choices share: picks out of options, as a task list. */
export interface Pickable {
  readonly options: readonly Option[]
  readonly other: boolean
}

/** An option's id, or words of the learner's own. */
export type Pick = string | Other

/** A value as one pick; undefined where it is none, and why goes to `faults`. */
export function pickOf({ options, other }: Pickable, value: unknown, faults: Fault[]): Pick | undefined {
  if (typeof value === 'string') {
    const known = options.map(({ id }) => id)
    if (known.includes(value)) return value
    faults.push({ code: 'unknown-option', what: value, known })
  } else if (isRecord(value) && Object.keys(value).join() === 'other') {
    const before = faults.length
    const words = lineOf(value['other'], faults)
    if (words !== '' && !other) faults.push({ code: 'no-other-here', what: words })
    else if (words !== '') return { other: words }
    else if (faults.length === before) faults.push({ code: 'empty' })
  } else faults.push({ code: 'not-a-choice' })
  return undefined
}

/** The words of picks. */
export function pickLabels({ options }: Pickable, picks: readonly Pick[]): string[] {
  const own = picks.flatMap((pick) => (typeof pick === 'string' ? [] : [pick.other]))
  const ids = picks.filter((pick) => typeof pick === 'string')
  return [...labelsOf(options, ids), ...own]
}

/** All options, the picked ones ticked, so that a learner can tick others in an editor. */
export function picksMarkdown({ options, other }: Pickable, picks: readonly Pick[], words: EntryWords): string {
  const picked = new Set(picks)
  const own = picks.find((pick) => typeof pick !== 'string')
  const lines = options.map(({ id, label }) => `- [${picked.has(id) ? 'x' : ' '}] ${label}`)
  if (own !== undefined) lines.push(`- [x] *${words.other}* ${own.other}`)
  else if (other) lines.push(`- [ ] *${words.other}*`)
  return lines.join('\n')
}

/**
 * The ticked items of a task list; undefined where there is no list, or an item that nobody offered is ticked. What a hand
 * wrote beside an empty box is a note.
 */
export function readPicks(
  prompt: Pickable,
  body: string,
  languages: readonly EntryWords[]
): Reading<Pick[]> | undefined {
  const items = findItems(body, /^(?:[-*+]|\d{1,9}[.)])\s+(\[[\sxX✓✔]{0,5}\](?:\s.*)?)$/s)
  if (items === undefined) return undefined
  const ids = byLabel(prompt.options)
  const answer: Pick[] = []
  const notes: string[] = []
  for (const { isTicked, label } of items.found.flatMap((item) => taskOf(item) ?? [])) {
    const id = ids.get(label) ?? ids.get(withoutEmphasis(label))
    const own = ownWords(label, languages) ?? (prompt.other || !isTicked ? label : undefined)
    if (!isTicked) {
      if (id === undefined && own !== '') notes.push(`- [ ] ${label}`)
    } else if (id !== undefined) answer.push(id)
    else if (own === undefined) return undefined
    else if (own !== '') answer.push({ other: own })
  }
  const after = [notes.join('\n'), items.after].filter((note) => note !== '').join('\n\n')
  return answer.length === 0 ? undefined : { answer, before: items.before, after }
}

/** What stands after `*Other:*`. */
function ownWords(label: string, languages: readonly EntryWords[]): string | undefined {
  for (const { other } of languages) {
    for (const sign of [`*${other}*`, `_${other}_`]) if (label.startsWith(sign)) return label.slice(sign.length).trim()
  }
  return undefined
}

/** Options and whether there is a free one, for a marker. */
export function picksForm({ options, other }: Pickable): Form {
  return { options: namesForm(options), ...(other ? { other } : {}) }
}

/** The same again; undefined where the form is none of ours. */
export function picksFromForm(form: Form): Pickable | undefined {
  const options = namesAt(form, 'options')
  return options && { options, other: form['other'] === true }
}
