import { countLimits } from './shared/limits.ts'
import { checked, countFaults, lineOf, refused } from './shared/checking.ts'
import { boundsKey, boundsOf, peopleOf } from './shared/keys.ts'
import { findItems } from '../text/lines.ts'
import type { Fault } from './shared/model.ts'
import { optionsOfWords } from './shared/options.ts'
import type { Question } from './shared/question.ts'

/** Several short items, in the learner's order. */
export const list: Question<'list'> = {
  type: 'list',
  keys: (z) => ({
    items: boundsKey(z).optional().describe('How many items to give, at least and at most.'),
    people: z.boolean().optional().describe('Whether the items name people or roles. An export then lists these names.')
  }),
  parse: (keys) => ({ type: 'list', items: boundsOf(keys['items']), ...peopleOf(keys['people']) }),
  ranges: [{ within: 'items', low: 'min', high: 'max' }],
  isItemised: true,
  isMultiPart: true,
  check: ({ items: bounds }, value) => {
    if (!Array.isArray(value)) return refused('not-a-list')
    const faults: Fault[] = []
    const items = value.map((item) => lineOf(item, faults)).filter((item) => item !== '')
    if (faults.length === 0 && items.length === 0) return refused('empty')
    return checked(items, [...faults, ...countFaults(items.length, bounds, 'too-few', 'too-many')])
  },
  kind: ({ items }) => ({ of: 'several', count: { min: 1, ...items } }),
  limits: ({ items }) => countLimits('items', items),
  offers: (_, items = []) => optionsOfWords(items),
  lines: (_, items) => items,
  shown: bulleted,
  toMarkdown: bulleted,
  fromMarkdown: (_, body) => findItems(body, /^[-*+](?:\s+(.*))?$/s) ?? findItems(body, /^\d{1,9}[.)](?:\s+(.*))?$/s),
  people: ({ people }, items) => (people === true ? items : []),
  form: ({ people }) => (people === true ? { people } : undefined),
  fromForm: ({ people }) => ({ type: 'list', items: {}, ...peopleOf(people) })
}

function bulleted(_: unknown, items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
