import { isRecord } from '../../util/records.ts'
import { taskOf, withoutEmphasis } from './lenient-parse.ts'
import { labelledParts, partsNow, type NewPart } from './carrying.ts'
import { lineOf, textsIn } from './checking.ts'
import { findItems, type Found } from '../../text/lines.ts'
import type { EntryWords, Fault, Form, Option, Other } from './model.ts'
import { byLabel, labelsOf, namesAt, namesForm, optionMembers, resolvedOptions } from './options.ts'
import type { EarlierAnswers, NewId } from './question.ts'
import { optionOf, otherOf, type TypedContext } from './typed.ts'

/** What choice and choices share: options to pick from, stored as a task list. */
export interface Pickable {
  readonly options: readonly Option[]
  readonly other: boolean
}

/** An option's id, or the learner's own words. */
export type Pick = string | Other

/** What choice and choices have in common. */
export const pickMembers = {
  ...optionMembers,
  resolve: <P extends Pickable & { readonly optionsFrom?: string }>(prompt: P, earlier: EarlierAnswers) => {
    const options = resolvedOptions(prompt, earlier)
    return options.length > 0 || prompt.other ? { ...prompt, options } : undefined
  },
  isSelection: true,
  offers: ({ options }: Pickable) => options,
  ownWords: (_: Pickable, answer: unknown) =>
    [answer].flat().flatMap((pick) => (typeof pick === 'string' ? [] : textsIn(pick)))
} as const

/** A value as one pick. If it is not one, adds to `faults` and returns undefined. */
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

/** A pick with another id of its option. */
export function pickWithId(pick: Pick, newId: NewId): Pick {
  return typeof pick === 'string' ? newId('options', pick) : pick
}

/** The ids that a condition can compare with; nothing if they come from an earlier prompt. */
export function idsOfPicks({ options, other, optionsFrom }: Pickable & { readonly optionsFrom?: string }): {
  readonly ids?: readonly string[]
} {
  return optionsFrom === undefined ? { ids: [...options.map(({ id }) => id), ...(other ? ['other'] : [])] } : {}
}

/** Picks in a later version of their prompt, and those that are gone or were shown with other words. */
export function carriedPicks(
  before: Pickable,
  picks: readonly Pick[],
  now: Pickable,
  newPart: NewPart
): { readonly kept: Pick[]; readonly lost: Pick[] } {
  const parts = partsNow('options', labelledParts(before.options), labelledParts(now.options), newPart)
  const isSame = (pick: Pick) => (typeof pick === 'string' ? parts.get(pick)?.isSame === true : now.other)
  return {
    kept: picks.flatMap((pick): Pick[] => {
      if (typeof pick !== 'string') return now.other ? [pick] : []
      const part = parts.get(pick)
      return part === undefined ? [] : [part.id]
    }),
    lost: picks.filter((pick) => !isSame(pick))
  }
}

/** The pick that a text means: an option, or own words after "other"; undefined if neither. */
export function typedPick(prompt: Pickable, text: string, context: TypedContext): Pick | undefined {
  const option = optionOf(text, prompt.options, context.today !== undefined)
  const own = option === undefined ? typedOther(prompt, text, context) : undefined
  return own === undefined || own === '' ? option?.id : { other: own }
}

/** The own words after "other", in any of the languages; undefined if the text does not begin so. */
export function typedOther({ other }: Pickable, text: string, { languages }: TypedContext): string | undefined {
  if (!other) return undefined
  return languages.map(({ typed }) => otherOf(text, typed.other)).find((own) => own !== undefined)
}

/** A line of picks, and the own words after "other" at its end; undefined if there are none. */
export function splitOther(
  prompt: Pickable,
  line: string,
  context: TypedContext
): readonly [picks: string, own: string | undefined] {
  const starts = [...line.matchAll(/(?:^|[\s,;])(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length)
  const start = starts.find(
    (at) => /^[\d\s,;.)]*$/.test(line.slice(0, at)) && typedOther(prompt, line.slice(at), context) !== undefined
  )
  return start === undefined
    ? [line, undefined]
    : [line.slice(0, start), typedOther(prompt, line.slice(start), context)]
}

/** The labels of picks, the learner's own words last. */
export function pickLabels({ options }: Pickable, picks: readonly Pick[]): string[] {
  const own = picks.flatMap((pick) => (typeof pick === 'string' ? [] : [pick.other]))
  const ids = picks.filter((pick) => typeof pick === 'string')
  return [...labelsOf(options, ids), ...own]
}

/** All options with a box, those picked ticked, so that others can be ticked in an editor. */
export function picksMarkdown({ options, other }: Pickable, picks: readonly Pick[], words: EntryWords): string {
  const picked = new Set(picks)
  const own = picks.find((pick) => typeof pick !== 'string')
  const lines = options.map(({ id, label }) => `- [${picked.has(id) ? 'x' : ' '}] ${label}`)
  if (own !== undefined) lines.push(`- [x] *${words.other}* ${own.other}`)
  else if (other) lines.push(`- [ ] *${words.other}*`)
  return lines.join('\n')
}

/**
 * The ticked items of a task list; undefined if there is no list, or if a ticked item is not an option. Unknown words
 * beside an empty box are a note.
 */
export function readPicks(prompt: Pickable, body: string, languages: readonly EntryWords[]): Found<Pick[]> | undefined {
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
  return answer.length === 0 ? undefined : { found: answer, before: items.before, after }
}

/** The words after `*Other:*`; undefined if the label does not begin with it. */
function ownWords(label: string, languages: readonly EntryWords[]): string | undefined {
  for (const { other } of languages) {
    for (const sign of [`*${other}*`, `_${other}_`]) if (label.startsWith(sign)) return label.slice(sign.length).trim()
  }
  return undefined
}

/** The options and whether own words are allowed, for a marker. */
export function picksForm({ options, other }: Pickable): Form {
  return { options: namesForm(options), ...(other ? { other } : {}) }
}

/** The options and whether own words are allowed, from a marker; undefined if it holds no options. */
export function picksFromForm(form: Form): Pickable | undefined {
  const options = namesAt(form, 'options')
  return options && { options, other: form['other'] === true }
}
