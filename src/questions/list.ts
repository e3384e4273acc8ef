import { checked, lineOf, refused } from './shared/checking.ts'
import { boundsKey } from './shared/keys.ts'
import { findItems } from '../text/lines.ts'
import type { Bounds, Fault } from './shared/model.ts'
import { joined, optionsOfWords } from './shared/options.ts'
import type { Question } from './shared/question.ts'

/** Several short items, in the learner's order. */
export const list: Question<'list'> = {
  type: 'list',
  keys: (z) => ({ items: boundsKey(z).optional().describe('How many items at least and at most.') }),
  parse: (keys) => ({ type: 'list', items: (keys['items'] as Bounds | undefined) ?? {} }),
  check: ({ items: bounds }, value) => {
    if (!Array.isArray(value)) return refused('not-a-list')
    const faults: Fault[] = []
    const items = value.map((item) => lineOf(item, faults)).filter((item) => item !== '')
    if (faults.length === 0 && items.length === 0) return refused('empty')
    return checked(items, [...faults, ...countFaults(items.length, bounds, 'too-few', 'too-many')])
  },
  form: () => undefined,
  fromForm: () => ({ type: 'list', items: {} }),
  toMarkdown: (_, items) => items.map((item) => `- ${item}`).join('\n'),
  fromMarkdown: (_, body) => {
    const items = findItems(body, /^[-*+](?:\s+(.*))?$/s) ?? findItems(body, /^\d{1,9}[.)](?:\s+(.*))?$/s)
    return items && { answer: items.found, before: items.before, after: items.after }
  },
  shown: (_, items) => items.map((item) => `- ${item}`).join('\n'),
  summary: (_, items, words) => joined(items, words),
  offers: (_, items = []) => optionsOfWords(items)
}

/** What is wrong with a number of things. */
export function countFaults<
  C extends 'too-few' | 'too-few-rows' | 'too-few-picks',
  D extends 'too-many' | 'too-many-rows' | 'too-many-picks'
>(is: number, { min, max }: Bounds, few: C, many: D): Fault[] {
  if (min !== undefined && is < min) return [{ code: few, is, limit: min }]
  return max !== undefined && is > max ? [{ code: many, is, limit: max }] : []
}
