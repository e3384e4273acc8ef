import { directionOf } from '../../markdown/direction.ts'
import type { Markdown, Token, Tokens } from '../../markdown/read.ts'
import { inline } from './inline.ts'
import { HANG, paragraph, run, type Stand } from './paragraph.ts'
import { table } from './table.ts'

/** The numberings of a document: 1 is for all bullets, each ordered list has its own. */
export class Numberings {
  readonly #ordered: { readonly level: number; readonly start: number }[] = []

  /** Creates a numbering that counts from `start` and returns its id. */
  ordered(level: number, start: number): number {
    return this.#ordered.push({ level, start }) + 1
  }

  get all(): readonly { readonly level: number; readonly start: number }[] {
    return this.#ordered
  }
}

/** The position of a block in lists and quotations. */
interface Place extends Stand {
  /** The number of lists around it. */
  readonly depth: number
}

const DEEPEST = 8

/** Markdown as paragraphs and tables of a Word document. HTML in the source is shown as text; images become links. */
export function wordOf(markdown: Markdown, numberings: Numberings): string {
  return new Writer(numberings).blocks(markdown, { depth: 0 })
}

/** The same in the style of a question. */
export function questionOf(markdown: Markdown, numberings: Numberings): string {
  return new Writer(numberings).blocks(markdown, { depth: 0, style: 'Question', left: HANG })
}

class Writer {
  readonly #numberings: Numberings

  constructor(numberings: Numberings) {
    this.#numberings = numberings
  }

  blocks(tokens: readonly Token[], place: Place): string {
    return tokens.map((token) => this.#block(token as Tokens.Generic, place)).join('')
  }

  #block(token: Tokens.Generic, place: Place): string {
    const inside = { ...place, direction: directionOf(token.raw) ?? place.direction ?? 'ltr' }
    switch (token.type) {
      case 'space':
      case 'def':
      case 'checkbox':
        return ''
      case 'heading':
        return paragraph(inside, inline(token, { strong: true }))
      case 'code':
        return paragraph({ ...place, style: 'Code' }, run(String(token['text'])))
      case 'blockquote':
        return this.blocks(token.tokens ?? [], { ...inside, style: 'Quote', left: (place.left ?? 0) + HANG })
      case 'list':
        return this.#list(token as Tokens.List, inside)
      case 'table':
        return table(token as Tokens.Table, inside)
      case 'hr':
        return paragraph({ style: 'Rule' }, '')
      default:
        return paragraph(inside, inline(token, {}))
    }
  }

  #list({ ordered, start, items, loose }: Tokens.List, place: Place): string {
    const level = Math.min(place.depth, DEEPEST)
    const first = typeof start === 'number' ? Math.min(start, 32_767) : 1
    const numbered = { id: ordered ? this.#numberings.ordered(level, first) : 1, level }
    const style = place.style ?? (loose ? undefined : 'ListParagraph')
    const left = (place.left ?? 0) + HANG
    const inside = { ...place, left, depth: place.depth + 1, ...(style === undefined ? {} : { style }) }
    return items.map((item) => this.#item(item, inside, numbered)).join('')
  }

  /** The number belongs to the item's first paragraph; an item without one gets an empty paragraph. */
  #item({ task, checked, tokens }: Tokens.ListItem, place: Place, numbered: { id: number; level: number }): string {
    const box = task ? run(checked === true ? '☑ ' : '☐ ') : ''
    const [first, ...rest] = tokens.filter(({ type }) => !['space', 'checkbox', 'def'].includes(type))
    const isWords = first !== undefined && ['text', 'paragraph'].includes(first.type)
    const words = isWords ? inline(first as Tokens.Generic, {}) : ''
    const direction = isWords ? (directionOf(first.raw) ?? place.direction ?? 'ltr') : 'ltr'
    const top = paragraph({ ...place, numbered, direction }, box + words)
    return top + this.blocks(isWords || first === undefined ? rest : [first, ...rest], place)
  }
}
