import type { Edit } from '../diagnostic.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import { at, itemsOf, pairsOf, type MapNode, type Node, type Pair } from '../yaml/tree.ts'

/** A key that is missing, where the others leave no doubt about its value: an end of a scale whose numbers have labels. */
export function impliedBy(key: string, node: Node, lines: LineIndex): Edit[] | undefined {
  if (node.kind !== 'map' || (key !== 'from' && key !== 'to')) return undefined
  const numbers = [node, ...itemsOf(at(node, 'statements'))].flatMap(numbersIn)
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)]
  const before = node.pairs.find((pair) => pair.key === 'labels' || pair.key === 'statements')
  const isClear = from < to && numbers.every(Number.isInteger)
  return before && isClear ? keyBefore(before, `${key}: ${key === 'from' ? from : to}`, node, lines) : undefined
}

function numbersIn(scale: Node): number[] {
  return pairsOf(at(scale, 'labels')).map(({ key }) => Number(key))
}

function keyBefore({ keySpan: { start } }: Pair, text: string, { isFlow }: MapNode, lines: LineIndex): Edit[] {
  const indent = ' '.repeat(lines.positionOf(start).column - 1)
  return [{ start, end: start, text: `${text}${isFlow ? ', ' : `\n${indent}`}` }]
}
