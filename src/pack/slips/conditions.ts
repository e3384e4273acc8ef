import type { Edit } from '../diagnostic.ts'
import { pairsOf, type ListNode, type Node } from '../yaml/tree.ts'

/* Conditions as they are written in other programs, or in words. */

const OPERATORS: Readonly<Record<string, string>> = {
  '>': 'gt',
  '>=': 'gte',
  '≥': 'gte',
  '<': 'lt',
  '<=': 'lte',
  '≤': 'lte'
}

/** A list of conditions, all of which must be true. */
export function allOf(list: ListNode): Edit[] | undefined {
  if (list.items.length === 0 || list.items.some(({ kind }) => kind !== 'map')) return undefined
  const end = { start: list.end, end: list.end, text: ' }' }
  return list.isFlow ? [{ start: list.start, end: list.start, text: '{ all: ' }, end] : undefined
}

/** `part = led and sure < 3` as a condition; undefined if it is not clear. */
export function conditionIn(text: string): string | undefined {
  const parts = text.split(/\s+(?:and|or)\s+|\s*(?:&&|\|\|)\s*/i)
  const joints = text.match(/\s(?:and|or)\s|&&|\|\|/gi)?.map((each) => (/or|\|/i.test(each) ? 'any' : 'all')) ?? []
  const comparisons = parts.map(comparisonIn)
  if (comparisons.includes(undefined) || new Set(joints).size > 1) return undefined
  return joints.length === 0 ? comparisons[0] : `${joints[0]}: [${comparisons.map(braced).join(', ')}]`
}

/** `led or helped` as a list of the ids of options, if all of them are known. */
export function severalIn(text: string, known: readonly string[]): string | undefined {
  const ids = text.split(/\s*(?:,|;|\||\/|\bor\b|\band\b)\s*/).map((each) => each.replaceAll(/^["']|["']$/g, ''))
  return ids.length > 1 && ids.every((id) => known.includes(id) && /^[\p{L}\p{N}][\p{L}\p{N} .'-]*$/u.test(id))
    ? `[${ids.join(', ')}]`
    : undefined
}

/** `< 3` as a test of a number. */
export function testIn(text: string): string | undefined {
  const [, operator = '', number] = /^(>=|<=|[<>≤≥])\s*(-?\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []
  return number === undefined ? undefined : `{ ${OPERATORS[operator]}: ${number} }`
}

/** `{ question: part, operator: equals, value: led }` as a condition. */
export function ruleIn(node: Node): string | undefined {
  const words = (names: RegExp) => {
    const found = pairsOf(node).filter(({ key }) => names.test(key))
    const [value] = found.map((pair) => pair.value)
    return found.length === 1 && value?.kind === 'leaf' ? String(value.value) : undefined
  }
  const of = words(/^(?:field|prompt|question|source)$/i)
  const value = words(/^(?:answer|equals|is|value)$/i)
  const operator = words(/^(?:comparator|condition|op|operator)$/i)
  const isRule = pairsOf(node).length === (operator === undefined ? 2 : 3)
  return isRule && of !== undefined && value !== undefined
    ? braced(comparisonIn(`${of} ${operator ?? '='} ${value}`))
    : undefined
}

/** `part = led` as a condition. */
export function comparisonIn(text: string): string | undefined {
  const [, of = '', operator = '', value = ''] =
    /^[\s({[$"']*([a-z][\w/-]*(?:\.[a-z][\w-]*)?)(?:\.NAOK)?[)}\]]*\s*(===?|==?|!==?|<>|>=|<=|[><≥≤]|\s(?:is not|isn't|is|equals?|contains|includes|has)\s|:)\s*["']?([\w.-]+)["']?[\s)}\]"']*$/.exec(
      text
    ) ?? []
  if (of === '') return undefined
  if (/^(?:!==?|<>| is not | isn't )$/.test(operator)) return `not: { ${of}: ${value} }`
  if (/contains|includes|has/.test(operator)) return `${of}: { has: ${value} }`
  const name = OPERATORS[operator]
  return name === undefined ? `${of}: ${value}` : `${of}: { ${name}: ${value} }`
}

/** A mapping on one line. */
export function braced(inner: string | undefined): string | undefined {
  return inner === undefined ? undefined : `{ ${inner} }`
}
