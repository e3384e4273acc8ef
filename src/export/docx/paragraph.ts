import { directionOf } from '../../markdown/direction.ts'
import { escaped } from '../escape.ts'

/** The properties of a paragraph. Lengths are in twentieths of a point. */
export interface Stand {
  /** The id of one of the document's styles. */
  readonly style?: string | undefined
  readonly left?: number
  /** In a list: the id of its numbering and the level, 0 to 8. */
  readonly numbered?: { readonly id: number; readonly level: number }
  readonly side?: 'center' | 'right'
  readonly direction?: 'ltr' | 'rtl' | undefined
}

/** The indent of list items and quotations. */
export const HANG = 360

/** The styles of quotations, which have a bar at the side. */
const QUOTATIONS: ReadonlySet<string | undefined> = new Set(['Quote', 'Question'])

/** The bar of a quotation. The sides of borders are those of the page; everywhere else "left" is the start of the line. */
export function bar(side: 'left' | 'right'): string {
  return `<w:${side} w:val="single" w:sz="12" w:space="8" w:color="BFBFBF"/>`
}

/**
 * A paragraph of these runs. "Left" in Word is the side where a line starts, so it is the right side in right-to-left text.
 * The order of the properties is given by the schema (ECMA-376 part 1, 17.3.1).
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

/** The formatting of a run. */
export interface Look {
  readonly strong?: true
  readonly emphasis?: true
  readonly struck?: true
  readonly code?: true
  readonly link?: true
}

/** A run of text in one format. Keeps line breaks and tabs. */
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

/** Runs as a link to a web address. Quotation marks are encoded, because they would end the field's instruction. */
export function linked(runs: string, address: string): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const plain = address.replaceAll('"', '%22').replaceAll('\\', '%5C')
  const instruction = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "${escaped(plain)}" </w:instrText></w:r>`
  return `${field('begin')}${instruction}${field('separate')}${runs}${field('end')}`
}
