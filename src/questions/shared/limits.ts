import type { Bounds } from './model.ts'

/** A key of a prompt that decides which answers it takes. */
export interface AnswerLimit {
  /** As in YAML. */
  readonly key: string
  readonly value: number | string | boolean | undefined
  /**
   * When a change leaves earlier answers outside: a larger `least`, a smaller `most`, a `permission` that ends, a `demand` that is
   * new, or, if `fixed`, every change.
   */
  readonly kind: 'least' | 'most' | 'permission' | 'demand' | 'fixed'
}

/** A limit that leaves earlier answers outside: its values before and now. */
export interface TighterLimit {
  readonly key: string
  readonly before: string
  readonly now: string
}

/** The limits that leave earlier answers outside. Both lists are of one type of prompt. A missing value is "–". */
export function tighterLimits(before: readonly AnswerLimit[], now: readonly AnswerLimit[]): TighterLimit[] {
  const present = new Map(now.map((limit) => [limit.key, limit.value]))
  return before.flatMap((limit) => {
    const value = present.get(limit.key)
    return isTighter(limit, value) ? [{ key: limit.key, before: shown(limit.value), now: shown(value) }] : []
  })
}

function isTighter({ kind, value: before }: AnswerLimit, now: AnswerLimit['value']): boolean {
  if (before === now) return false
  if (kind === 'fixed') return true
  if (kind === 'permission') return before === true
  if (kind === 'demand') return now !== undefined && now !== false
  if (before === undefined || now === undefined) return now !== undefined
  return kind === 'least' ? now > before : now < before
}

function shown(value: AnswerLimit['value']): string {
  return value === undefined ? '–' : String(value)
}

/** The limits of a number of items. */
export function countLimits(key: string, { min, max }: Bounds): AnswerLimit[] {
  return [
    { key: `${key}.min`, value: min, kind: 'least' },
    { key: `${key}.max`, value: max, kind: 'most' }
  ]
}
