import type { Reference } from '../../questions/shared/model.ts'
import { parseReference } from '../../questions/shared/reference.ts'
import type { SourceSpan } from '../diagnostic.ts'
import type { Leaf } from '../yaml/tree.ts'

/** A reference as authors write it. */
export function nameOf({ exercise, prompt, part }: Reference): string {
  return `${exercise === undefined ? '' : `${exercise}/`}${prompt}${part === undefined ? '' : `.${part}`}`
}

/** `{{prompt}}` or `{{prompt|words where there is none}}` in a text, or two braces that are neither. */
export interface Quotation {
  /** What stands in the text, braces included. */
  readonly whole: string
  /** Absent where it is no reference. */
  readonly reference?: Reference
}

/** The quotations of a text in order, faulty ones included. */
export function quotationsIn(text: string): Quotation[] {
  return [...text.matchAll(/\{\{(?:([^{}|]*)(?:\|[^{}]*)?\}\})?/g)].map(([whole, name]) => {
    const reference = name === undefined ? undefined : parseReference(name.trim())
    return reference === undefined ? { whole } : { whole, reference }
  })
}

/** Finds one piece of text after another in a value, as it stands in the file; the value itself where it is written differently there. */
export function finder(leaf: Leaf): (piece: string) => SourceSpan {
  let from = 0
  return (piece) => {
    const found = leaf.source.indexOf(piece, from)
    if (found === -1)
      return { start: leaf.start, end: leaf.start + Math.max(1, leaf.source.split('\n', 1)[0]?.length ?? 1) }
    from = found + piece.length
    return { start: leaf.start + found, end: leaf.start + from }
  }
}
