import { withoutEmphasis } from './shared/lenient-parse.ts'
import { labelledParts, partsNow } from './shared/carrying.ts'
import { checked, refused, repeated } from './shared/checking.ts'
import { findItems } from '../text/lines.ts'
import type { Fault, Option, RankingPrompt } from './shared/model.ts'
import {
  byLabel,
  checkOptionsKeys,
  labelsOf,
  namesForm,
  namesFromForm,
  optionMembers,
  optionsKeys,
  parseOptionsKeys,
  resolvedOptions
} from './shared/options.ts'
import type { Question } from './shared/question.ts'
import { optionOf, picksOf, typedValue } from './shared/typed.ts'

/** All options in an order. */
export const ranking: Question<'ranking'> = {
  ...optionMembers,
  type: 'ranking',
  keys: optionsKeys,
  parse: (keys) => ({ type: 'ranking', ...parseOptionsKeys(keys) }),
  checkKeys: ({ options }, source) => checkOptionsKeys(options.length, 2, source),
  resolve: (prompt, earlier) => {
    const options = resolvedOptions(prompt, earlier)
    return options.length > 1 ? { ...prompt, options } : undefined
  },
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
  typed: ({ options }, text, { today }) => {
    const ids = picksOf(text).map((pick) => optionOf(pick, options, today !== undefined)?.id)
    return typedValue(ids.every((id) => id !== undefined) ? ids : undefined)
  },
  kind: ({ options, optionsFrom }) => {
    if (optionsFrom !== undefined) return { of: 'several' }
    const { length } = options
    return { of: 'several', ids: options.map(({ id }) => id), count: { min: length, max: length } }
  },
  answerWithIds: (ids, newId) => ids.map((id) => newId('options', id)),
  offers: ({ options }, ids) => (ids === undefined ? options : inOrder(options, ids)),
  ownWords: () => [],
  // One option more or less changes what the order says, so the whole of it is lost as soon as one is.
  carry: (before, answer, now, newPart) => {
    const parts = partsNow('options', labelledParts(before.options), labelledParts(now.options), newPart)
    const kept = answer.flatMap((id) => parts.get(id)?.id ?? [])
    const isSame = answer.every((id) => parts.get(id)?.isSame)
    return { ...(kept.length === 0 ? {} : { kept }), ...(isSame ? {} : { lost: answer }) }
  },
  lines: numbered,
  shown: (prompt, ids) => numbered(prompt, ids).join('\n'),
  toMarkdown: (prompt, ids) => numbered(prompt, ids).join('\n'),
  fromMarkdown: ({ options }, body) => {
    const items = findItems(body, /^(?:\d{1,9}[.)]|[-*+])\s+(.*)$/s)
    const ids = byLabel(options)
    const idOf = (label: string) => ids.get(label) ?? ids.get(withoutEmphasis(label))
    return items && { ...items, found: items.found.map(idOf) }
  },
  form: ({ options }) => ({ options: namesForm(options) }),
  fromForm: (form) => {
    const options = namesFromForm(form['options'])
    return options && { type: 'ranking', options }
  }
}

function numbered({ options }: RankingPrompt, ids: readonly string[]): string[] {
  return labelsOf(options, ids).map((label, index) => `${index + 1}. ${label}`)
}

function inOrder(options: readonly Option[], ids: readonly string[]): Option[] {
  const known = new Map(options.map((option) => [option.id, option]))
  return ids.flatMap((id) => known.get(id) ?? [])
}
