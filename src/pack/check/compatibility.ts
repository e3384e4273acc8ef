import type { Prompt } from '../../questions/shared/model.ts'
import type { Pack } from '../model.ts'
import { exerciseOf, promptOf, type Outline } from './outline.ts'
import { headOf } from './schema-issues.ts'
import { at, itemsOf, pairOf, pairsOf, textOf } from '../yaml/tree.ts'

/** Checks that each exercise and prompt of an earlier version, which has answers, is kept, renamed or retired. */
export function compareVersions(outline: Outline, before: Pack): void {
  const { node, report } = outline.manifest
  const version = at(node, 'version')
  const now = textOf(version)
  if (now !== undefined && version !== undefined && compareSemver(now, before.version) <= 0) {
    report('version-not-raised', headOf(version), { now, before: before.version })
  }
  const named = namedIn(outline)
  const place = pairOf(node, 'exercises')?.keySpan ?? headOf(node)
  for (const exercise of before.exercises) {
    const kept = exerciseOf(outline, exercise.id)
    if (kept === undefined && !named.has(exercise.id)) report('went-away', place, { name: exercise.id })
    if (kept?.part === undefined || named.has(exercise.id)) continue
    for (const prompt of exercise.prompts) comparePrompt(prompt, exercise.id, named, outline)
  }
}

function comparePrompt(before: Prompt, exerciseId: string, named: ReadonlySet<string>, outline: Outline): void {
  const exercise = exerciseOf(outline, exerciseId)
  const name = `${exerciseId}/${before.id}`
  if (exercise?.part === undefined || before.id.endsWith('.follow_up') || named.has(name)) return
  const { node, report } = exercise.part
  const kept = promptOf(exercise, before.id)
  if (kept === undefined) {
    report('went-away', pairOf(node, 'prompts')?.keySpan ?? headOf(node), { name })
  } else if (kept.type !== undefined && kept.type !== before.type) {
    report('type-changed', headOf(at(kept.node, 'type') ?? kept.node), { name, before: before.type, now: kept.type })
  }
}

/** The names that the manifest renames or retires. */
function namedIn({ manifest: { node } }: Outline): ReadonlySet<string> {
  const renamed = pairsOf(at(node, 'renamed')).map(({ key }) => key)
  return new Set([...renamed, ...itemsOf(at(node, 'retired')).flatMap((item) => textOf(item) ?? [])])
}

/** Compares two versions by the precedence of semver.org: below zero if the first is older. Ignores build metadata. */
export function compareSemver(a: string, b: string): number {
  const [first, second] = [a, b].map((version) => {
    const [core = '', ...rest] = (version.split('+', 1)[0] ?? '').split('-')
    return { core: core.split('.'), pre: rest.length === 0 ? [] : rest.join('-').split('.') }
  })
  if (first === undefined || second === undefined) return 0
  const core = comparePieces(first.core, second.core)
  if (core !== 0) return core
  if (first.pre.length === 0 || second.pre.length === 0) return second.pre.length - first.pre.length
  return comparePieces(first.pre, second.pre)
}

function comparePieces(a: readonly string[], b: readonly string[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (one === other) continue
    const [isNumber, isOtherNumber] = [one, other].map((piece) => /^\d+$/.test(piece))
    if (isNumber && isOtherNumber) return Number(one) - Number(other)
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
    return one < other ? -1 : 1
  }
  return a.length - b.length
}
