import type { Point } from '../outline.ts'
import { elementIn, elementsBelow, elementsIn, type XmlElement } from '../xml.ts'
import type { Marker, Piece } from '../recognise/blocks.ts'

/** Parts of a Word document that its text refers to. */
export interface DocumentParts {
  readonly numbering: ReadonlyMap<string, Marker>
  readonly relations: ReadonlyMap<string, string>
  readonly footnotes: ReadonlyMap<string, string>
  readonly endnotes: ReadonlyMap<string, string>
  readonly comments: ReadonlyMap<string, string>
}

/** What a paragraph has in it. A line break is a newline, room to write is underscores. */
export interface Inlines {
  readonly pieces: readonly Piece[]
  readonly points: readonly Point[]
  /** Text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[]
  /** The options of menus. */
  readonly menu?: readonly string[]
}

/** Signs of the fonts Wingdings and Symbol that stand for boxes, by their code points. */
const SYMBOLS: Readonly<Record<string, string>> = {
  f06f: '☐',
  f070: '☐',
  f071: '☐',
  f072: '☐',
  f0a8: '☐',
  f0fe: '☑',
  f0fd: '☒',
  f0a1: '○',
  f0a6: '○',
  f0b7: '•',
  f0a7: '•',
  f0e0: '→',
  f0df: '←',
  f04a: '🙂'
}
const ROOM = '____'

/** Reads the runs of a paragraph. */
export function inlinesOf(paragraph: XmlElement, parts: DocumentParts): Inlines {
  const reader = new InlineReader(parts)
  reader.read(paragraph, {})
  const { pieces, points, boxes, menu } = reader
  return { pieces, points, boxes, ...(menu.length === 0 ? {} : { menu }) }
}

class InlineReader {
  readonly pieces: Piece[] = []
  readonly points: Point[] = []
  readonly boxes: XmlElement[] = []
  readonly menu: string[] = []
  readonly #parts: DocumentParts

  constructor(parts: DocumentParts) {
    this.#parts = parts
  }

  read(parent: XmlElement, look: Omit<Piece, 'text'>): void {
    for (const child of elementsIn(parent)) this.#element(child, look)
  }

  #element(element: XmlElement, look: Omit<Piece, 'text'>): void {
    switch (element.name) {
      case 'w:r':
        return this.#run(element, look)
      case 'w:hyperlink':
        return this.read(element, { ...look, ...this.#link(element) })
      case 'w:del':
      case 'w:moveFrom':
        return this.#point(
          'deleted',
          elementsBelow(element, 'w:delText')
            .map(({ text }) => text)
            .join('')
        )
      case 'w:sdt':
        return this.#control(element, look)
      case 'w:pPr':
      case 'w:rPr':
      case 'w:tbl':
        return
      default:
        if (element.name.startsWith('m:')) return this.#formula(element, look)
        this.read(element, look)
    }
  }

  #run(run: XmlElement, outer: Omit<Piece, 'text'>): void {
    const properties = elementIn(run, 'w:rPr')
    if (isOn(properties, 'w:vanish')) return
    const look = { ...outer, isBold: isOn(properties, 'w:b'), isItalic: isOn(properties, 'w:i') }
    const isUnderlined = (elementIn(properties, 'w:u')?.attributes['w:val'] ?? 'none') !== 'none'
    for (const child of elementsIn(run)) this.#content(child, look, isUnderlined)
  }

  #content(child: XmlElement, look: Omit<Piece, 'text'>, isUnderlined: boolean): void {
    const { name, attributes, text } = child
    if (name === 'w:t') this.#add(isUnderlined && /^\s{3,}$/.test(text) ? ROOM : text, look)
    else if (name === 'w:tab') this.#add(isUnderlined ? ROOM : ' ', look)
    else if (name === 'w:br' || name === 'w:cr') this.#add('\n', look)
    else if (name === 'w:noBreakHyphen') this.#add('-', look)
    else if (name === 'w:sym') this.#add(SYMBOLS[(attributes['w:char'] ?? '').toLowerCase()] ?? '', look)
    else if (name === 'w:footnoteReference') this.#note(this.#parts.footnotes, attributes, look)
    else if (name === 'w:endnoteReference') this.#note(this.#parts.endnotes, attributes, look)
    else if (name === 'w:commentReference')
      this.#point('comment', this.#parts.comments.get(attributes['w:id'] ?? '') ?? '')
    else if (name === 'w:fldChar') this.#field(child, look)
    else if (name === 'mc:AlternateContent') this.#drawing(elementIn(child, 'mc:Choice') ?? child)
    else if (/^w:(?:drawing|pict|object)$/.test(name)) this.#drawing(child)
  }

  #add(text: string, look: Omit<Piece, 'text'>): void {
    this.pieces.push({ ...look, text })
  }

  #note(
    notes: ReadonlyMap<string, string>,
    attributes: Readonly<Record<string, string>>,
    look: Omit<Piece, 'text'>
  ): void {
    const note = notes.get(attributes['w:id'] ?? '') ?? ''
    if (note !== '') this.#add(` (${note})`, { ...look, isBold: false, isItalic: false })
  }

  #point(code: Point['code'], detail: string): void {
    if (detail.trim() !== '') this.points.push({ code, detail: detail.replaceAll(/\s+/g, ' ').trim() })
  }

  #link({ attributes }: XmlElement): Pick<Piece, 'link'> {
    const address = this.#parts.relations.get(attributes['r:id'] ?? '') ?? ''
    return /^https?:\/\/[^\s()<>]+$/.test(address) ? { link: address } : {}
  }

  /** Content controls: menus, boxes to tick and days. */
  #control(control: XmlElement, look: Omit<Piece, 'text'>): void {
    const properties = elementIn(control, 'w:sdtPr')
    const list = elementIn(properties, 'w:dropDownList') ?? elementIn(properties, 'w:comboBox')
    if (list !== undefined)
      this.#menuOf(
        elementsIn(list, 'w:listItem').map(
          ({ attributes }) => attributes['w:displayText'] ?? attributes['w:value'] ?? ''
        )
      )
    else if (elementIn(properties, 'w:showingPlcHdr') !== undefined) this.#add(ROOM, look)
    else for (const content of elementsIn(control, 'w:sdtContent')) this.read(content, look)
  }

  /** The first item of a menu is often "Choose an item." */
  #menuOf(items: readonly string[]): void {
    this.menu.push(
      ...items.filter(
        (item) => item.trim() !== '' && !/^(?:choose|select|dewis\w*|wählen|choisi\w*)\b.*[.…:-]?$/i.test(item)
      )
    )
  }

  /** The fields of older forms. */
  #field(field: XmlElement, look: Omit<Piece, 'text'>): void {
    const data = elementIn(field, 'w:ffData')
    if (elementIn(data, 'w:checkBox') !== undefined) this.#add('☐', look)
    if (elementIn(data, 'w:textInput') !== undefined) this.#add(ROOM, look)
    const list = elementIn(data, 'w:ddList')
    if (list !== undefined)
      this.#menuOf(elementsIn(list, 'w:listEntry').map(({ attributes }) => attributes['w:val'] ?? ''))
  }

  #drawing(drawing: XmlElement): void {
    const boxes = elementsBelow(drawing, 'w:txbxContent')
    this.boxes.push(...boxes)
    const about = elementsBelow(drawing, 'wp:docPr')[0]?.attributes ?? {}
    const hasPicture = elementsBelow(drawing, 'pic:pic').length > 0 || elementsBelow(drawing, 'v:imagedata').length > 0
    const alt = about['descr'] ?? about['name'] ?? elementsBelow(drawing, 'v:imagedata')[0]?.attributes['o:title'] ?? ''
    if (hasPicture) this.points.push({ code: 'picture', detail: alt.replaceAll(/\s+/g, ' ').trim() })
  }

  #formula(element: XmlElement, look: Omit<Piece, 'text'>): void {
    this.#add(
      elementsBelow(element, 'm:t')
        .map(({ text }) => text)
        .join(''),
      look
    )
  }
}

/** Whether a property such as bold is on. */
function isOn(properties: XmlElement | undefined, name: string): boolean {
  const property = elementIn(properties, name)
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '')
}
