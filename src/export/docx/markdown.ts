import { directionOf } from '../../markdown/direction.ts'
import { decoded } from '../../markdown/entities.ts'
import type { Markdown, Token, Tokens } from '../../markdown/read.ts'
import { isLinkable } from '../escape.ts'
import { HANG, linked, paragraph, run, type Look, type Stand } from './paragraph.ts'
import { TEXT_WIDTH, type Numbering } from './parts.ts'

/** The position of a block in lists and quotations. */
interface Place extends Stand {
  /** The number of lists around it. */
  readonly depth: number
  /** The numberings of the document, to which each ordered list adds its own. */
  readonly numberings: Numbering[]
}

const DEEPEST = 8

/** Parsed Markdown as paragraphs and tables of a Word document. HTML in the source is shown as text; images of the web become links. */
export function wordOf(markdown: Markdown, numberings: Numbering[]): string {
  return blocks(markdown, { depth: 0, numberings })
}

/** The same in the style of a question. */
export function questionOf(markdown: Markdown, numberings: Numbering[]): string {
  return blocks(markdown, { depth: 0, numberings, style: 'Question', left: HANG })
}

function blocks(tokens: readonly Token[], place: Place): string {
  return tokens.map((token) => block(token as Tokens.Generic, place)).join('')
}

function block(token: Tokens.Generic, place: Place): string {
  const inside = { ...place, direction: directionOf(token.raw) ?? place.direction }
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return ''
    case 'heading':
      return paragraph(inside, inline(token, { strong: true }))
    case 'code':
      return paragraph({ ...place, style: 'Code' }, run(String(token['text']).replace(/\n$/, '')))
    case 'blockquote':
      return blocks(token.tokens ?? [], { ...inside, style: 'Quote', left: (place.left ?? 0) + HANG })
    case 'list':
      return list(token as Tokens.List, inside)
    case 'table':
      return table(token as Tokens.Table, inside)
    case 'hr':
      return paragraph({ style: 'Rule' }, '')
    default:
      return paragraph(inside, inline(token, {}))
  }
}

function list({ ordered, start, items, loose }: Tokens.List, place: Place): string {
  const level = Math.min(place.depth, DEEPEST)
  const first = typeof start === 'number' ? Math.min(start, 32_767) : 1
  const numbered = { id: ordered ? place.numberings.push({ level, start: first }) + 1 : 1, level }
  const style = place.style ?? (loose ? undefined : 'ListParagraph')
  const left = (place.left ?? 0) + HANG
  const inside = { ...place, style, left, depth: place.depth + 1 }
  return items.map((one) => item(one, inside, numbered)).join('')
}

/** The number belongs to the item's first paragraph; an item without one gets an empty paragraph. */
function item(
  { task, checked, tokens }: Tokens.ListItem,
  place: Place,
  numbered: { id: number; level: number }
): string {
  const box = task ? run(checked === true ? '☑ ' : '☐ ') : ''
  const [first, ...rest] = tokens.filter(({ type }) => !['space', 'checkbox', 'def'].includes(type))
  const isWords = first !== undefined && ['text', 'paragraph'].includes(first.type)
  const words = isWords ? inline(first as Tokens.Generic, {}) : ''
  const direction = isWords ? (directionOf(first.raw) ?? place.direction) : undefined
  const top = paragraph({ ...place, numbered, direction }, box + words)
  return top + blocks(isWords || first === undefined ? rest : [first, ...rest], place)
}

/** The inline content of a block as runs. */
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
    case 'embedded':
      return String(token['xml'])
    case 'text':
      return token.tokens === undefined ? flowing(decoded(String(token['text'])), look) : spans(token.tokens, look)
    case 'checkbox':
      return ''
    default:
      return inline(token, look)
  }
}

/** An address that must not be a link follows its text, so that nothing is lost. */
function link(shown: string, plain: string, address: string, look: Look): string {
  if (isLinkable(address)) return linked(shown === '' ? run(address, { ...look, link: true }) : shown, address)
  return address === '' ? plain : plain + flowing(`${plain === '' ? '' : ' '}(${address})`, look)
}

/** A line break in the source is a space. */
function flowing(text: string, look: Look): string {
  return run(text.replaceAll(/[ \t]*\n[ \t]*/g, ' '), look)
}

/** A Word table. An empty paragraph follows it, because Word joins adjacent tables. */
function table({ header, rows, align }: Tokens.Table, { left = 0, direction }: Stand): string {
  const widths = columnWidths([header, ...rows], TEXT_WIDTH - left)
  const row = (cells: readonly Tokens.TableCell[], isHead: boolean) =>
    `<w:tr>${isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>'}` +
    `${cells.map((cell, column) => cellOf(cell, { direction, ...sideOf(align[column]) }, widths[column] ?? 0, isHead)).join('')}</w:tr>\n`
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Answers"/>${direction === 'rtl' ? '<w:bidiVisual/>' : ''}<w:tblW w:w="5000" w:type="pct"/>` +
    `${left === 0 ? '' : `<w:tblInd w:w="${left}" w:type="dxa"/>`}<w:tblLook w:firstRow="1"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>\n` +
    `${row(header, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>\n${paragraph({ style: 'Gap' }, '')}`
  )
}

/** Shorter and longer cells do not change the width of their column further; in characters. */
const [SHORTEST_CELL, LONGEST_CELL] = [12, 40]

/** Column widths in proportion to the longest cells. */
function columnWidths(rows: readonly (readonly Tokens.TableCell[])[], total: number): number[] {
  const [head = []] = rows
  const lengths = head.map((_, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, row[column]?.text.length ?? 0), 0)
    return Math.min(LONGEST_CELL, Math.max(SHORTEST_CELL, longest))
  })
  const sum = lengths.reduce((all, length) => all + length, 0)
  return lengths.map((length) => Math.floor((total * length) / sum))
}

function sideOf(align: string | null | undefined): Pick<Stand, 'side'> {
  return align === 'center' || align === 'right' ? { side: align } : {}
}

/** `around` is the position of the table and the column. */
function cellOf(cell: Tokens.TableCell, around: Stand, width: number, isHead: boolean): string {
  const stand = { ...around, style: 'Cell', direction: directionOf(cell.text) ?? around.direction }
  const words = paragraph(stand, spans(cell.tokens, isHead ? { strong: true } : {}))
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${words}</w:tc>`
}
