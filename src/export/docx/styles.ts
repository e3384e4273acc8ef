import { escaped } from '../escape.ts'
import { HANG, bar } from './paragraph.ts'
import { WORD } from './parts.ts'

/** The paragraph and run properties of a style, as WordprocessingML. */
interface Style {
  readonly id: string
  /** Word recognises its own styles by these names in every language. */
  readonly name: string
  readonly based?: string
  readonly next?: string
  readonly paragraph?: string
  readonly words?: string
}

const QUIET = '<w:color w:val="595959"/>'
const SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'

const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph: '<w:keepNext/><w:spacing w:after="60"/>',
    words: `${SANS}<w:b/><w:bCs/><w:sz w:val="44"/><w:szCs w:val="44"/>`
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    next: 'Normal',
    paragraph: '<w:keepNext/><w:spacing w:after="240"/>',
    words: `${SANS}${QUIET}<w:sz w:val="20"/><w:szCs w:val="20"/>`
  },
  heading(1, 32, 480),
  heading(2, 26, 320),
  heading(3, 23, 240),
  { id: 'Quote', name: 'Quote', paragraph: `<w:pBdr>${bar('left')}</w:pBdr><w:ind w:left="${HANG}"/>`, words: QUIET },
  {
    id: 'Question',
    name: 'Question',
    based: 'Quote',
    paragraph: '<w:keepNext/><w:keepLines/>',
    words: '<w:i/><w:iCs/>'
  },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: '<w:contextualSpacing/>' },
  {
    id: 'Code',
    name: 'Code',
    paragraph: '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
    words: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
  },
  {
    id: 'Rule',
    name: 'Rule',
    paragraph: '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="BFBFBF"/></w:pBdr>'
  },
  { id: 'Cell', name: 'Cell', paragraph: '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>' },
  { id: 'Gap', name: 'Gap', paragraph: '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>' },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    next: 'Normal',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="80"/>',
    words: `${SANS}<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>`
  },
  { id: 'TOC1', name: 'toc 1', next: 'Normal', paragraph: '<w:spacing w:after="60"/>' }
]

/** `level` counts from 1; `size` is in half points, `before` in twentieths of a point. */
function heading(level: number, size: number, before: number): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
    words: `${SANS}<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  }
}

/** The document's styles; `language` is a BCP 47 tag. */
export function stylesPart(language: string): string {
  const each = styles.map(
    ({ id, name, based = 'Normal', next, paragraph = '', words = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"${based === 'Quote' || /^(?:Title|Subtitle|Heading\d|Quote|ListParagraph|TOCHeading|TOC1)$/.test(id) ? '' : ' w:customStyle="1"'}>` +
      `<w:name w:val="${name}"/><w:basedOn w:val="${based}"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>` +
      `<w:pPr>${paragraph}</w:pPr><w:rPr>${words}</w:rPr></w:style>\n`
  )
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles ${WORD}>` +
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>' +
    `<w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\n' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\n' +
    each.join('') +
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F5F8B"/><w:u w:val="single"/></w:rPr></w:style>\n' +
    '<w:style w:type="character" w:customStyle="1" w:styleId="CodeWords"><w:name w:val="Code Words"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>\n' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\n' +
    `<w:style w:type="table" w:customStyle="1" w:styleId="Answers"><w:name w:val="Answers"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders()}</w:tblBorders></w:tblPr>` +
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>\n</w:styles>'
  )
}

function borders(): string {
  return ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
    .join('')
}
