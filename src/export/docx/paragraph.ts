import { directionOf } from '../../markdown/direction.ts'
import { escaped } from '../escape.ts'

/** How a paragraph stands in a document. Lengths are in twentieths of a point. */
export interface Stand {
  /** The id of a style of the document. */
  readonly style?: string
  readonly left?: number
  /** In a list: its numbering's id and the level, 0 to 8; the number or bullet hangs before the paragraph. */
  readonly numbered?: { readonly id: number; readonly level: number }
  readonly side?: 'center' | 'right'
  readonly direction?: 'ltr' | 'rtl'
}

/** How far a list's number or bullet hangs before its words, and how far quotations stand in. */
export const HANG = 360

/** The styles of quotations, which have a bar at their side. */
const QUOTATIONS: ReadonlySet<string | undefined> = new Set(['Quote', 'Question'])

/** The bar of a quotation. Unlike "left" elsewhere, the sides of borders are those of the page. */
export function bar(side: 'left' | 'right'): string {
  return `<w:${side} w:val="single" w:sz="12" w:space="8" w:color="BFBFBF"/>`
}

/**
 * A paragraph of these runs. Word takes "left" for the side where a paragraph begins: from right to left it is the right
 * one. The order of the properties is the schema's (ECMA-376 part 1, 17.3.1).
 */
export function paragraph({ style, left = 0, numbered, side, direction }: Stand, runs: string): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    numbered === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${numbered.level}"/><w:numId w:val="${numbered.id}"/></w:numPr>`,
    direction === 'rtl' && QUOTATIONS.has(style) ? `<w:pBdr><w:left w:val="nil"/>${bar('right')}</w:pBdr>` : '',
    direction === 'rtl' ? '<w:bidi/>' : '',
    left === 0 ? '' : `<w:ind w:left="${left}"${numbered === undefined ? '' : ` w:hanging="${HANG}"`}/>`,
    side === undefined ? '' : `<w:jc w:val="${side === 'right' && direction === 'rtl' ? 'left' : side}"/>`
  ].join('')
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>\n`
}

/** How the words of a run look. */
export interface Look {
  readonly strong?: true
  readonly emphasis?: true
  readonly struck?: true
  readonly code?: true
  readonly link?: true
}

/** Words that look alike; line breaks and tabs in them stay. */
export function run(text: string, look: Look = {}): string {
  if (text === '') return ''
  const parts = text.split(/([\n\t])/).map((part) => {
    if (part === '\n') return '<w:br/>'
    if (part === '\t') return '<w:tab/>'
    return part === '' ? '' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`
  })
  return `<w:r>${lookOf(look, text)}${parts.join('')}</w:r>`
}

function lookOf({ strong, emphasis, struck, code, link }: Look, text: string): string {
  const properties = [
    code === true ? '<w:rStyle w:val="CodeWords"/>' : link === true ? '<w:rStyle w:val="Hyperlink"/>' : '',
    strong === true ? '<w:b/><w:bCs/>' : '',
    emphasis === true ? '<w:i/><w:iCs/>' : '',
    struck === true ? '<w:strike/>' : '',
    directionOf(text) === 'rtl' ? '<w:rtl/>' : ''
  ].join('')
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
}

/** Runs that lead to an address on the web; quotation marks would end the field's instruction. */
export function linked(runs: string, address: string): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const plain = address.replaceAll('"', '%22').replaceAll('\\', '%5C')
  const instruction = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "${escaped(plain)}" </w:instrText></w:r>`
  return `${field('begin')}${instruction}${field('separate')}${runs}${field('end')}`
}
