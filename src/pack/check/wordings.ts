import { isRecord, present } from '../../util/records.ts'
import type { Wording } from '../../questions/shared/model.ts'
import type { Report } from '../diagnostic.ts'
import { at, itemsOf, textOf, valueOf, type Node } from '../yaml/tree.ts'
import { clauseOf, conditionOf, type Clause } from './condition-parser.ts'

/** One of several wordings of a text. */
export interface WordingOutline {
  /** Its item in the list. */
  readonly node: Node
  readonly text: string
  readonly when: Clause | undefined
  readonly isAlways: boolean
  /** Which of the wordings with the same turn is shown, is decided for each entry. */
  readonly turn: 'rotate' | 'random' | undefined
  readonly isOpen: boolean
}

/** The wordings in a list that is valid by its schema; undefined if the node is not a list. */
export function wordingsAt(node: Node | undefined, report: Report): readonly WordingOutline[] | undefined {
  if (node?.kind !== 'list') return undefined
  return itemsOf(node).map((item) => {
    const keys = valueOf(item)
    const condition = at(item, 'when')
    const { rotate, random, open } = isRecord(keys) ? keys : {}
    return {
      node: item,
      text: textOf(at(item, 'text'))?.trim() ?? '',
      when: condition?.kind === 'map' ? clauseOf(condition, report) : undefined,
      isAlways: condition === undefined,
      turn: rotate === true ? 'rotate' : random === true ? 'random' : undefined,
      isOpen: open === true
    }
  })
}

/** The wordings for the model; undefined if a text has only one. */
export function wordingsOf(outlines: readonly WordingOutline[] | undefined): readonly Wording[] | undefined {
  return outlines?.map(({ text, when, turn, isOpen }) => ({
    ...present({ when: when && conditionOf(when) }),
    text,
    ...(turn === undefined ? {} : { [turn]: true as const }),
    ...(isOpen ? { open: true as const } : {})
  }))
}

/** The nodes of the texts in a value that is a text or a list of wordings. */
export function textNodes(node: Node | undefined): readonly Node[] {
  if (node?.kind !== 'list') return node === undefined ? [] : [node]
  return itemsOf(node).flatMap((item) => at(item, 'text') ?? [])
}
