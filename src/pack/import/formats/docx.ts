import type { Outline, Point } from '../outline.ts'
import { clean } from '../clean.ts'
import { elementIn, elementsBelow, elementsIn, textAt, type XmlElement } from '../xml.ts'
import { lineBlocks, type Block, type Line, type Marker } from '../recognise/blocks.ts'
import { withHeadings } from '../recognise/headings.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { outlineOf } from '../recognise/sections.ts'
import type { DocumentArchive } from './archive.ts'
import { inlinesOf, type DocumentParts, type Inlines } from './docx-inlines.ts'

/*
 * Word documents (ECMA-376, WordprocessingML): paragraphs, lists, tables, boxes, menus, text boxes and notes.
 */

/** Empty paragraphs in a row that are room to write, and not only space. */
const ROOM = 3

/** The outline of a Word document. @throws NotXml, BadArchive */
export async function readDocx(archive: DocumentArchive, added: AddedWords): Promise<Outline> {
  const root = await archive.xml('word/document.xml')
  const reader = new DocxReader(await partsOf(archive), stylesIn(await archive.xml('word/styles.xml')))
  reader.read(elementIn(root, 'w:body'))
  const blocks = withHeadings(reader.blocks(), (line) => reader.looks.get(line))
  const outline = outlineOf(blocks, added)
  const properties = await archive.xml('docProps/core.xml').catch(() => undefined)
  const title = outline.title ?? clean(textAt(properties, 'dc:title')).trim()
  return {
    ...outline,
    ...(title === '' ? {} : { title }),
    ...(await languageOf(archive)),
    points: [...(await edgesOf(archive)), ...reader.points]
  }
}

async function languageOf(archive: DocumentArchive): Promise<{ language?: string }> {
  const styles = await archive.xml('word/styles.xml')
  const [language] =
    styles === undefined ? [] : elementsBelow(styles, 'w:lang').flatMap(({ attributes }) => attributes['w:val'] ?? [])
  return language === undefined ? {} : { language }
}

/** What headers and footers say. */
async function edgesOf(archive: DocumentArchive): Promise<Point[]> {
  const texts = new Set<string>()
  for (const name of archive.names.filter((each) => /^word\/(?:header|footer)\d*\.xml$/.test(each))) {
    const root = await archive.xml(name)
    const text =
      root === undefined
        ? ''
        : elementsBelow(root, 'w:p')
            .map((each) =>
              elementsBelow(each, 'w:t')
                .map((run) => run.text)
                .join('')
            )
            .join(' ')
    const words = clean(text).replaceAll(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(words)) texts.add(words)
  }
  return [...texts].map((detail) => ({ code: 'edge-left', detail }))
}

async function partsOf(archive: DocumentArchive): Promise<DocumentParts> {
  const [relations, footnotes, endnotes, comments] = await Promise.all(
    ['_rels/document.xml.rels', 'footnotes.xml', 'endnotes.xml', 'comments.xml'].map((name) =>
      archive.xml(`word/${name}`)
    )
  )
  const byId = (root: XmlElement | undefined, id: string, text: (element: XmlElement) => string) =>
    new Map(elementsIn(root).map((element) => [element.attributes[id] ?? '', text(element)]))
  const words = (element: XmlElement) =>
    elementsBelow(element, 'w:p')
      .map((each) =>
        elementsBelow(each, 'w:t')
          .map((run) => run.text)
          .join('')
      )
      .join(' ')
      .trim()
  return {
    numbering: numberingIn(await archive.xml('word/numbering.xml')),
    relations: byId(relations, 'Id', ({ attributes }) => attributes['Target'] ?? ''),
    footnotes: byId(footnotes, 'w:id', words),
    endnotes: byId(endnotes, 'w:id', words),
    comments: byId(comments, 'w:id', words)
  }
}

/** A style: its name, the one it is based on, its level as a heading and its list. */
interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly level: number | undefined
  readonly properties: XmlElement | undefined
}

function stylesIn(root: XmlElement | undefined): ReadonlyMap<string, Style> {
  return new Map(
    elementsIn(root, 'w:style').map((style) => {
      const properties = elementIn(style, 'w:pPr')
      const name = valueOf(elementIn(style, 'w:name')) ?? ''
      const heading = /^heading (\d)$/i.exec(name)?.[1]
      const level = heading ?? (/^title$/i.test(name) ? '0' : levelIn(properties))
      return [
        style.attributes['w:styleId'] ?? '',
        {
          name,
          basedOn: valueOf(elementIn(style, 'w:basedOn')),
          level: level === undefined ? undefined : Number(level),
          properties
        }
      ]
    })
  )
}

function levelIn(properties: XmlElement | undefined): string | undefined {
  const level = valueOf(elementIn(properties, 'w:outlineLvl'))
  return level === undefined || Number(level) > 8 ? undefined : String(Number(level) + 1)
}

/** The markers of lists, by `numId/level`. */
function numberingIn(root: XmlElement | undefined): ReadonlyMap<string, Marker> {
  const abstract = new Map(
    elementsIn(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each])
  )
  return new Map(
    elementsIn(root, 'w:num').flatMap((num) => {
      const levels = elementsIn(abstract.get(valueOf(elementIn(num, 'w:abstractNumId')) ?? ''), 'w:lvl')
      return levels.map((level): [string, Marker] => [
        `${num.attributes['w:numId']}/${level.attributes['w:ilvl']}`,
        markerOf(level)
      ])
    })
  )
}

function markerOf(level: XmlElement): Marker {
  const format = valueOf(elementIn(level, 'w:numFmt')) ?? ''
  if (format === 'none') return 'none'
  if (format !== 'bullet') return /letter|roman/i.test(format) ? 'letter' : 'number'
  const sign = valueOf(elementIn(level, 'w:lvlText')) ?? ''
  const isWingdings = elementsBelow(level, 'w:rFonts').some(({ attributes }) =>
    /wingdings/i.test(attributes['w:ascii'] ?? '')
  )
  if (/[☐□❏❑▢]/u.test(sign) || (isWingdings && /[\uf06f\uf070\uf071\uf072\uf0a8\uf0fe]/.test(sign))) return 'box'
  return /[○◯]/u.test(sign) || (isWingdings && /[\uf0a1\uf0a6\uf09f]/.test(sign) && sign !== '\uf0a7')
    ? 'radio'
    : 'bullet'
}

function valueOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val']
}

class DocxReader {
  readonly points: Point[] = []
  readonly looks = new WeakMap<Line, { readonly isBold: boolean }>()
  readonly #blocks: Block[] = []
  readonly #parts: DocumentParts
  readonly #styles: ReadonlyMap<string, Style>
  #paragraphs = 0
  #empty = 0

  constructor(parts: DocumentParts, styles: ReadonlyMap<string, Style>) {
    this.#parts = parts
    this.#styles = styles
  }

  blocks(): readonly Block[] {
    return this.#blocks
  }

  /** Reads what a body, a cell or a text box contains. */
  read(parent: XmlElement | undefined): void {
    for (const child of elementsIn(parent)) {
      if (child.name === 'w:p') this.#paragraph(child)
      else if (child.name === 'w:tbl') this.#table(child)
      else if (child.name !== 'w:sectPr' && child.name !== 'w:sdtPr') this.read(child)
    }
  }

  #paragraph(paragraph: XmlElement): void {
    this.#paragraphs += 1
    const place = { at: 'paragraph', number: this.#paragraphs } as const
    const inlines = inlinesOf(paragraph, this.#parts)
    const text = inlines.pieces
      .map((piece) => piece.text)
      .join('')
      .trim()
    this.#countEmpty(text === '' && inlines.boxes.length === 0 && inlines.menu === undefined)
    const level = this.#levelOf(paragraph)
    const points = inlines.points
    if (level !== undefined && text !== '' && /[\p{L}\p{N}]/u.test(text)) {
      const [line] = lineBlocks(inlines.pieces, { place })
      this.#blocks.push({ kind: 'heading', level, text: line?.kind === 'line' ? line.text : text, place, points })
    } else this.#lines(paragraph, inlines)
    for (const box of inlines.boxes) this.read(box)
  }

  #lines(paragraph: XmlElement, inlines: Inlines): void {
    const place = { at: 'paragraph', number: this.#paragraphs } as const
    const { marker, depth } = this.#markerOf(paragraph)
    const worded = inlines.pieces.filter(({ text }) => text.trim() !== '')
    const isBold = worded.length > 0 && worded.every((piece) => piece.isBold === true)
    const menu = inlines.menu === undefined ? {} : { menu: inlines.menu }
    const lines = splitLines(inlines.pieces)
    const blocks = lines.flatMap((pieces, index) =>
      lineBlocks(pieces, { place, marker, depth, ...(index === lines.length - 1 ? menu : {}) })
    )
    const [first, ...others] = blocks
    if (first?.kind === 'line') {
      const line: Line = { ...first, points: inlines.points }
      this.looks.set(line, { isBold })
      this.#blocks.push(line, ...others)
    } else {
      this.#blocks.push(...blocks)
      if (inlines.points.length > 0) this.points.push(...inlines.points)
    }
  }

  #countEmpty(isEmpty: boolean): void {
    this.#empty = isEmpty ? this.#empty + 1 : 0
    if (this.#empty === ROOM)
      this.#blocks.push({ kind: 'blank', lines: ROOM, place: { at: 'paragraph', number: this.#paragraphs } })
  }

  /** The level of a heading: from the paragraph, or its style. */
  #levelOf(paragraph: XmlElement): number | undefined {
    const properties = elementIn(paragraph, 'w:pPr')
    const own = levelIn(properties)
    if (own !== undefined) return Number(own)
    return this.#fromStyle(properties, ({ level }) => level)
  }

  /** What the first of the styles that a paragraph inherits from gives. */
  #fromStyle<T>(properties: XmlElement | undefined, read: (style: Style) => T | undefined): T | undefined {
    let id = valueOf(elementIn(properties, 'w:pStyle'))
    for (let steps = 0; id !== undefined && steps < 20; steps++) {
      const style: Style | undefined = this.#styles.get(id)
      const found = style === undefined ? undefined : read(style)
      if (found !== undefined) return found
      id = style?.basedOn
    }
    return undefined
  }

  #markerOf(paragraph: XmlElement): { readonly marker: Marker; readonly depth: number } {
    const properties = elementIn(paragraph, 'w:pPr')
    const list =
      elementIn(properties, 'w:numPr') ?? this.#fromStyle(properties, (style) => elementIn(style.properties, 'w:numPr'))
    const number = valueOf(elementIn(list, 'w:numId'))
    const level = valueOf(elementIn(list, 'w:ilvl')) ?? '0'
    const marker = number === undefined ? undefined : this.#parts.numbering.get(`${number}/${level}`)
    const depth = marker === undefined || marker === 'none' ? 0 : Number(level) + 1
    return { marker: marker ?? 'none', depth }
  }

  #table(table: XmlElement): void {
    const place = { at: 'paragraph', number: this.#paragraphs + 1 } as const
    const rows = rowsIn(table)
    const isFrame = rows.length === 1 && rows[0]?.length === 1
    if (isFrame || hasLists(table)) return rows.flat().forEach((cell) => this.read(cell))
    const points: Point[] = []
    const cells = rows.map((row) => row.flatMap((cell) => [this.#cell(cell, points), ...spanOf(cell)]))
    this.#empty = 0
    this.#blocks.push({ kind: 'table', rows: cells, place, points })
  }

  #cell(cell: XmlElement, points: Point[]): string {
    const texts = elementsBelow(cell, 'w:p').map((paragraph) => {
      const inlines = inlinesOf(paragraph, this.#parts)
      points.push(...inlines.points)
      this.#paragraphs += 1
      return [...inlines.pieces.map(({ text }) => text), ...(inlines.menu ?? [])].join('')
    })
    return clean(texts.join('\n')).trim()
  }
}

function rowsIn(table: XmlElement): XmlElement[][] {
  const below = (parent: XmlElement, name: string): XmlElement[] =>
    elementsIn(parent).flatMap((child) =>
      child.name === name ? [child] : /^w:(?:sdt|sdtContent|ins)$/.test(child.name) ? below(child, name) : []
    )
  return below(table, 'w:tr').map((row) => below(row, 'w:tc'))
}

/** A merged cell takes the columns of others. */
function spanOf(cell: XmlElement): string[] {
  const span = Number(valueOf(elementIn(cell, 'w:tcPr', 'w:gridSpan')) ?? 1)
  return Array.from({ length: Math.max(0, Math.min(span, 50) - 1) }, () => '')
}

/** A table that holds other tables, or more than a line in most cells, is only a layout. */
function hasLists(table: XmlElement): boolean {
  const cells = rowsIn(table).flat()
  const full = cells.filter(
    (cell) =>
      elementsBelow(cell, 'w:tbl').length > 0 ||
      elementsBelow(cell, 'w:p').filter((each) => elementsBelow(each, 'w:t').length > 0).length > 3
  )
  return full.length > 0 && full.length >= cells.length / 2
}

/** The lines of a paragraph, which line breaks divide. */
function splitLines(pieces: Inlines['pieces']): Inlines['pieces'][] {
  const lines: Inlines['pieces'][number][][] = [[]]
  for (const piece of pieces)
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ ...piece, text })
    }
  return lines
}
