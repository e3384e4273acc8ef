import { directionOf } from '../../markdown/direction.ts'
import { decoded } from '../../markdown/entities.ts'
import type { Markdown, Token, Tokens } from '../../markdown/read.ts'
import { isLinkable } from '../addresses.ts'
import { TEXT_WIDTH } from './parts.ts'
import { HANG, linked, paragraph, run } from './paragraph.ts'
import type { Look, Stand } from './paragraph.ts'

/** The numberings that a document needs: 1 is that of all bullets, the others are those of one ordered list each. */
export class Numberings {
  readonly #ordered: { readonly level: number; readonly start: number }[] = []

  /** The id of a new numbering that counts from `start`. */
  ordered(level: number, start: number): number {
    return this.#ordered.push({ level, start }) + 1
  }

  get all(): readonly { readonly level: number; readonly start: number }[] {
    return this.#ordered
  }
}

/** Where a block stands. */
interface Place extends Stand {
  /** How many lists it is in. */
  readonly depth: number
}

const DEEPEST = 8

/** Markdown as the paragraphs and tables of a Word document. Markup that somebody wrote stands there as text, images are links. */
export function wordOf(markdown: Markdown, numberings: Numberings, style?: string): string {
  return new Writer(numberings).blocks(markdown, { depth: 0, ...(style === undefined ? {} : { style }) })
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

  /** The number hangs before the item's first paragraph; where it has none, before an empty one. */
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

/** An empty paragraph after it keeps it apart from a table that may follow. */
function table({ header, rows, align }: Tokens.Table, { left = 0, direction }: Place): string {
  const row = (cells: readonly Tokens.TableCell[], isHead: boolean) =>
    `<w:tr>${isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>'}` +
    `${cells.map((cell, column) => cellOf(cell, align[column], isHead)).join('')}</w:tr>\n`
  const width = Math.floor((TEXT_WIDTH - left) / Math.max(1, header.length))
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Answers"/>${direction === 'rtl' ? '<w:bidiVisual/>' : ''}<w:tblW w:w="5000" w:type="pct"/>` +
    `${left === 0 ? '' : `<w:tblInd w:w="${left}" w:type="dxa"/>`}<w:tblLook w:firstRow="1"/></w:tblPr>` +
    `<w:tblGrid>${header.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>\n` +
    `${row(header, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>\n${paragraph({ style: 'AfterTable' }, '')}`
  )
}

function cellOf(cell: Tokens.TableCell, align: string | null | undefined, isHead: boolean): string {
  const side = align === 'center' || align === 'right' ? ({ side: align } as const) : {}
  const stand = { style: 'Cell', direction: directionOf(cell.text) ?? 'ltr', ...side } as const
  return `<w:tc>${paragraph(stand, spans(cell.tokens, isHead ? { strong: true } : {}))}</w:tc>`
}

/** The words of a block, or of a part of it. */
function inline(token: Tokens.Generic, look: Look): string {
  return token.tokens === undefined ? flowing(String(token['text'] ?? token.raw), look) : spans(token.tokens, look)
}

function spans(tokens: readonly Token[], look: Look): string {
  return tokens.map((token) => span(token as Tokens.Generic, look)).join('')
}

function span(token: Tokens.Generic, look: Look): string {
  switch (token.type) {
    case 'br':
      return run('\n')
    case 'strong':
      return inline(token, { ...look, strong: true })
    case 'em':
      return inline(token, { ...look, emphasis: true })
    case 'del':
      return inline(token, { ...look, struck: true })
    case 'codespan':
      return flowing(String(token['text']), { ...look, code: true })
    case 'link':
      return link(inline(token, { ...look, link: true }), inline(token, look), String(token['href']), look)
    case 'image': {
      const text = String(token['text'])
      return link(flowing(text, { ...look, link: true }), flowing(text, look), String(token['href']), look)
    }
    case 'text':
      return token.tokens === undefined ? flowing(decoded(String(token['text'])), look) : spans(token.tokens, look)
    case 'checkbox':
      return ''
    default:
      return inline(token, look)
  }
}

/** An address that may not be a link stands after its words, so that nothing is lost. */
function link(shown: string, plain: string, address: string, look: Look): string {
  if (isLinkable(address)) return linked(shown === '' ? run(address, { ...look, link: true }) : shown, address)
  return address === '' ? plain : plain + flowing(`${plain === '' ? '' : ' '}(${address})`, look)
}

/** Running text: a line break of the source is a space. */
function flowing(text: string, look: Look): string {
  return run(text.replaceAll(/[ \t]*\n[ \t]*/g, ' '), look)
}
