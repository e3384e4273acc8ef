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
