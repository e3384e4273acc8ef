import { countLimits } from './shared/limits.ts'
import { checked, countFaults, refused, repeated } from './shared/checking.ts'
import { boundsKey, boundsOf } from './shared/keys.ts'
import type { Fault } from './shared/model.ts'
import { choice } from './choice.ts'
import { checkOptionsKeys, parseOptionsKeys } from './shared/options.ts'
import {
  carriedPicks,
  idsOfPicks,
  pickMembers,
  pickLabels,
  pickOf,
  pickWithId,
  picksForm,
  picksFromForm,
  picksMarkdown,
  readPicks,
  splitOther,
  typedPick
} from './shared/picks.ts'
import type { Pick, Pickable } from './shared/picks.ts'
import { present } from '../util/records.ts'
import type { Question } from './shared/question.ts'
import { picksOf, typedValue } from './shared/typed.ts'

/** Several of several options. */
export const choices: Question<'choices'> = {
  ...pickMembers,
  type: 'choices',
  keys: (z, isWritten) => ({
    ...choice.keys(z, isWritten),
    pick: boundsKey(z).optional().describe('How many options to choose, at least and at most.')
  }),
  parse: (keys) => ({
    type: 'choices',
    ...parseOptionsKeys(keys),
    other: keys['other'] === true,
    pick: boundsOf(keys['pick'])
  }),
  ranges: [{ within: 'pick', low: 'min', high: 'max' }],
  checkKeys: ({ options, other, pick, optionsFrom }, source) => {
    checkOptionsKeys(options.length, other ? 0 : 1, source)
    const count = options.length + (other ? 1 : 0)
    const key = optionsFrom === undefined && (['min', 'max'] as const).find((bound) => (pick[bound] ?? 0) > count)
    if (key) source.report('too-many-picks', source.value('pick', key), { count })
  },
  check: (prompt, value) => {
    if (!Array.isArray(value)) return refused('not-a-list')
    const faults: Fault[] = []
    const picks = value.flatMap((item) => pickOf(prompt, item, faults) ?? [])
    const real = faults.filter(({ code }) => code !== 'empty')
    if (real.length === 0 && picks.length === 0) return refused('empty')
    const counted = countFaults(picks.length, prompt.pick, 'too-few-picks', 'too-many-picks')
    return checked(inOrder(prompt, picks), [...real, ...repeats(picks), ...counted])
  },
  typed: (prompt, text, context) => {
    const [line, own] = splitOther(prompt, text, context)
    const picks = picksOf(line).map((pick) => typedPick(prompt, pick, context))
    const all = own === undefined ? picks : [...picks, own === '' ? undefined : { other: own }]
    return typedValue(all.every((pick) => pick !== undefined) ? all : undefined)
  },
  limits: ({ other, pick }) => [{ key: 'other', value: other, kind: 'permission' }, ...countLimits('pick', pick)],
  answerWithIds: (picks, newId) => picks.map((pick) => pickWithId(pick, newId)),
  kind: (prompt) => {
    const known = idsOfPicks(prompt)
    const most = known.ids === undefined ? {} : { max: known.ids.length }
    return { of: 'several', ...known, count: { min: 1, ...most, ...prompt.pick } }
  },
  carry: (before, answer, now, newPart) => {
    const { kept, lost } = carriedPicks(before, answer, now, newPart)
    return present({ kept: kept.length === 0 ? undefined : kept, lost: lost.length === 0 ? undefined : lost })
  },
  lines: pickLabels,
  shown: (prompt, picks) =>
    pickLabels(prompt, picks)
      .map((label) => `- ${label}`)
      .join('\n'),
  toMarkdown: picksMarkdown,
  fromMarkdown: (prompt, body, { languages }) => readPicks(prompt, body, languages),
  form: (prompt) => ({
    ...picksForm(prompt),
    ...(Object.keys(prompt.pick).length === 0 ? {} : { pick: { ...prompt.pick } })
  }),
  fromForm: (form) => {
    const picks = picksFromForm(form)
    return picks && { type: 'choices', ...picks, pick: boundsOf(form['pick']) }
  }
}

/** Picks in the order of the options, the learner's own words last. */
function inOrder({ options }: Pickable, picks: readonly Pick[]): Pick[] {
  const order = new Map(options.map(({ id }, index) => [id, index]))
  const place = (pick: Pick) => (typeof pick === 'string' ? (order.get(pick) ?? 0) : order.size)
  return picks.toSorted((a, b) => place(a) - place(b))
}

function repeats(picks: readonly Pick[]): Fault[] {
  const names = picks.map((pick) => (typeof pick === 'string' ? pick : 'other'))
  return repeated(names).map((what) => ({ code: 'repeated', what }))
}
