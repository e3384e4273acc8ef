import { escaped } from '../escape.ts'

/*
 * The parts of a Word document except its text (ECMA-376, Office Open XML). They are the same for every document except for
 * language, numberings and properties.
 */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument'
export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The part that lists the kinds of all parts; `endings` are those of the pictures. */
export function contentTypes(endings: Iterable<string>): string {
  const pictures = [...endings].map((ending) => `<Default Extension="${ending}" ContentType="image/${ending}"/>`)
  return withTypes(pictures.join(''))
}

const withTypes = (pictures: string) =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures}` +
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.wordprocessingml.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${TYPE}.wordprocessingml.styles+xml"/>` +
  `<Override PartName="/word/numbering.xml" ContentType="${TYPE}.wordprocessingml.numbering+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${TYPE}.wordprocessingml.settings+xml"/>` +
  `<Override PartName="/word/footer.xml" ContentType="${TYPE}.wordprocessingml.footer+xml"/>` +
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
  `<Override PartName="/docProps/app.xml" ContentType="${TYPE}.extended-properties+xml"/></Types>`

export const packageRelationships = relationships([
  [`${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${OFFICE}/relationships/extended-properties`, 'docProps/app.xml']
])

/** The relationships of the text, to other parts and to pictures: their ids and names. */
export function documentRelationships(pictures: readonly { readonly id: string; readonly name: string }[]): string {
  return relationships([
    ...['styles', 'numbering', 'settings', 'footer'].map((name) => [`${OFFICE}/relationships/${name}`, `${name}.xml`]),
    ...pictures.map(({ id, name }) => [`${OFFICE}/relationships/image`, `media/${name}`, id])
  ])
}

function relationships(all: readonly (readonly string[])[]): string {
  const each = all.map(
    ([type, target, id], index) => `<Relationship Id="${id ?? `r${index + 1}`}" Type="${type}" Target="${target}"/>`
  )
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** The width of the text area, in twentieths of a point. */
export const TEXT_WIDTH = 11_906 - 2 * 1440

/** The namespaces of pictures. Some readers look for them only here. */
export const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006'
const DRAWING = `xmlns:wp="${DRAWINGS}/wordprocessingDrawing" xmlns:a="${DRAWINGS}/main" xmlns:pic="${DRAWINGS}/picture"`

/** The start and the end of the document part. The page is A4 with page numbers. */
export const documentTop = `${DECLARATION}<w:document ${WORD} xmlns:r="${OFFICE}/relationships" ${DRAWING}><w:body>\n`
export const documentBottom =
  '<w:sectPr><w:footerReference w:type="default" r:id="r4"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>\n</w:body></w:document>\n'

export const footer =
  `${DECLARATION}<w:ftr ${WORD}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
  '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'

export const settings = `${DECLARATION}<w:settings ${WORD}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** Title, language (BCP 47) and time (ISO 8601 in UTC, to the second; absent without an entry), for file managers. */
export function coreProperties(title: string, language: string, time: string | undefined): string {
  const moment = (name: string) =>
    time === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language>${moment('created')}${moment('modified')}</cp:coreProperties>`
  )
}

/** The number of words, of answers only, for file managers. */
export function extendedProperties(words: number): string {
  return `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Words>${words}</Words><Application>reflect</Application></Properties>`
}

/** The numbering of an ordered list: its level, 0 to 8, and its first number. */
export interface Numbering {
  readonly level: number
  readonly start: number
}

/** Bullets (id 1), and one numbering for each ordered list (ids from 2), so that each list starts again. */
export function numbering(ordered: readonly Numbering[]): string {
  const levels = (level: (index: number) => string) => Array.from({ length: 9 }, (_, index) => level(index)).join('')
  const bullet = (index: number) =>
    `<w:lvl w:ilvl="${index}"><w:numFmt w:val="bullet"/><w:lvlText w:val="${['•', '◦', '▪'][index % 3]}"/><w:lvlJc w:val="left"/></w:lvl>`
  const number = (index: number) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%${index + 1}."/><w:lvlJc w:val="left"/></w:lvl>`
  const each = ordered.map(
    ({ level, start }, index) =>
      `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`
  )
  return (
    `${DECLARATION}<w:numbering ${WORD}>` +
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels(bullet)}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levels(number)}</w:abstractNum>` +
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${each.join('')}</w:numbering>`
  )
}
