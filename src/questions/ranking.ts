import { withoutEmphasis } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { repeated } from './choices.ts'
import { findItems } from '../text/lines.ts'
import type { Fault, Option } from './shared/model.ts'
import {
  byLabel,
  joined,
  labelsOf,
  namesForm,
  namesFromForm,
  optionsKeys,
  parseOptionsKeys,
  translatedOptions
} from './shared/options.ts'
import type { Question } from './shared/question.ts'

/** All options in an order. */
export const ranking: Question<'ranking'> = {
  type: 'ranking',
  keys: optionsKeys,
  parse: (keys) => ({
    type: 'ranking',
    ...parseOptionsKeys(keys)
  }),
  check: ({ options }, value) => {
    if (!Array.isArray(value)) return refused('not-a-list')
    if (value.length === 0) return refused('empty')
    const known = options.map(({ id }) => id)
    const ids = value.filter((id): id is string => typeof id === 'string')
    const faults: Fault[] = ids.length < value.length ? [{ code: 'not-a-choice' }] : []
    const isKnown = new Set(known)
    for (const what of ids.filter((id) => !isKnown.has(id))) faults.push({ code: 'unknown-option', what, known })
    for (const what of repeated(ids)) faults.push({ code: 'repeated', what })
    const given = new Set(ids)
    for (const { id, label } of options) if (!given.has(id)) faults.push({ code: 'missing', what: label })
    return checked(ids, faults)
  },
  form: ({ options }) => ({ options: namesForm(options) }),
  fromForm: (form) => {
    const options = namesFromForm(form['options'])
    return options && { type: 'ranking', options }
  },
  toMarkdown: ({ options }, ids) => numbered(options, ids),
  fromMarkdown: ({ options }, body) => {
    const items = findItems(body, /^(?:\d{1,9}[.)]|[-*+])\s+(.*)$/s)
    const ids = byLabel(options)
    const idOf = (label: string) => ids.get(label) ?? ids.get(withoutEmphasis(label))
    return items && { answer: items.found.map(idOf), before: items.before, after: items.after }
  },
  shown: ({ options }, ids) => numbered(options, ids),
  summary: ({ options }, ids, words) => joined(labelsOf(options, ids), words),
  translated: (prompt, say) => ({ ...prompt, options: translatedOptions(prompt.options, ['options'], say) }),
  offers: ({ options }, ids) => (ids === undefined ? options : inOrder(options, ids))
}

function numbered(options: readonly Option[], ids: readonly string[]): string {
  return labelsOf(options, ids)
    .map((label, index) => `${index + 1}. ${label}`)
    .join('\n')
}

function inOrder(options: readonly Option[], ids: readonly string[]): Option[] {
  const known = new Map(options.map((option) => [option.id, option]))
  return ids.flatMap((id) => known.get(id) ?? [])
}
