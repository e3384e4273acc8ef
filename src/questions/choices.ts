import { checked, refused } from './shared/checking.ts'
import { boundsKey, boundsOf } from './shared/keys.ts'
import { countFaults } from './list.ts'
import type { Bounds, Fault } from './shared/model.ts'
import { choice } from './choice.ts'
import { joined, parseOptionsKeys, translatedOptions } from './shared/options.ts'
import { pickLabels, pickOf, picksForm, picksFromForm, picksMarkdown, readPicks } from './shared/picks.ts'
import type { Pick, Pickable } from './shared/picks.ts'
import type { Question } from './shared/question.ts'

/** Several of several options. */
export const choices: Question<'choices'> = {
  type: 'choices',
  keys: (z) => ({ ...choice.keys(z), pick: boundsKey(z).optional().describe('How many at least and at most.') }),
  parse: (keys) => ({
    type: 'choices',
    ...parseOptionsKeys(keys),
    other: keys['other'] === true,
    pick: (keys['pick'] as Bounds | undefined) ?? {}
  }),
  check: (prompt, value) => {
    if (!Array.isArray(value)) return refused('not-a-list')
    const faults: Fault[] = []
    const picks = value.flatMap((item) => pickOf(prompt, item, faults) ?? [])
    const real = faults.filter(({ code }) => code !== 'empty')
    if (real.length === 0 && picks.length === 0) return refused('empty')
    const counted = countFaults(picks.length, prompt.pick, 'too-few-picks', 'too-many-picks')
    return checked(inOrder(prompt, picks), [...real, ...repeats(picks), ...counted])
  },
  form: (prompt) => ({
    ...picksForm(prompt),
    ...(Object.keys(prompt.pick).length === 0 ? {} : { pick: { ...prompt.pick } })
  }),
  fromForm: (form) => {
    const picks = picksFromForm(form)
    return picks && { type: 'choices', ...picks, pick: boundsOf(form['pick']) }
  },
  toMarkdown: picksMarkdown,
  fromMarkdown: readPicks,
  shown: (prompt, picks) =>
    pickLabels(prompt, picks)
      .map((label) => `- ${label}`)
      .join('\n'),
  summary: (prompt, picks, words) => joined(pickLabels(prompt, picks), words),
  translated: (prompt, say) => ({ ...prompt, options: translatedOptions(prompt.options, ['options'], say) }),
  offers: ({ options }) => options
}

/** Picks have no order of their own: they stand as the options do, the learner's own words last. */
function inOrder({ options }: Pickable, picks: readonly Pick[]): Pick[] {
  const order = new Map(options.map(({ id }, index) => [id, index]))
  const place = (pick: Pick) => (typeof pick === 'string' ? (order.get(pick) ?? 0) : order.size)
  return picks.toSorted((a, b) => place(a) - place(b))
}

function repeats(picks: readonly Pick[]): Fault[] {
  const names = picks.map((pick) => (typeof pick === 'string' ? pick : 'other'))
  return repeated(names).map((what) => ({ code: 'repeated', what }))
}

/** What stands in a list more than once. */
export function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))]
}
