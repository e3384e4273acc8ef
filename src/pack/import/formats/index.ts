import { decode, asWindows1252 } from '../../../text/decode.ts'
import type { Words } from '../../../words/index.ts'
import { UsageError } from '../../../context/errors.ts'
import { kindOf } from '../../archive/kind.ts'
import { gunzip, tarMembers } from '../../archive/tar.ts'
import { clean } from '../clean.ts'
import type { Outline, Point } from '../outline.ts'
import { NotXml, readXml } from '../xml.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { BadArchive, DocumentArchive } from './archive.ts'
import { readDelimited } from './delimited.ts'
import { readDocx } from './docx.ts'
import { BadContent, OtherContent, readH5p } from './h5p.ts'
import { readMarkdownFile } from './markdown.ts'
import { readMoodle } from './moodle.ts'
import { readRows } from './rows.ts'
import { readPlainText } from './text.ts'
import { isXlsForm, readXlsForm } from './xlsform.ts'
import { readWorkbook, type Sheet } from './xlsx.ts'

/** Bytes of a document, at most. */
export const MOST_BYTES = 32 * 1024 * 1024
/** Of a text, which is kept in memory several times. */
const MOST_TEXT = 5 * 1024 * 1024

/** A document as it is on the disk. `name` is for messages, and its extension decides between formats of text. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The outline of a document in one of the formats that can be read, by its content.
 *
 * @throws UsageError that says what is wrong with the file.
 */
export async function readDocument(source: Source, added: AddedWords, words: Words): Promise<Outline> {
  const says = words.packImport
  try {
    return await outlineIn(source, added, words)
  } catch (error) {
    const { name } = source
    if (error instanceof NotXml || error instanceof BadArchive)
      throw new UsageError(says.broken[error.why](name), { cause: error })
    if (error instanceof BadContent) throw new UsageError(says.broken.invalid(name), { cause: error })
    if (error instanceof OtherContent) throw new UsageError(says.otherContent(name, error.library), { cause: error })
    throw error
  }
}

async function outlineIn(source: Source, added: AddedWords, words: Words): Promise<Outline> {
  const { name, bytes } = source
  const says = words.packImport
  const found = kindOf(bytes)
  switch (found.kind) {
    case 'empty':
      throw new UsageError(says.empty(name))
    case 'zip':
      return fromArchive(name, await DocumentArchive.open(bytes, words), added, words)
    case 'gzip':
      return fromBackup(
        name,
        new DocumentArchive(await tarMembers(gunzip(bytes, name, words), name, words)),
        added,
        words
      )
    case 'document':
    case 'compressed':
      throw new UsageError(says.otherFormat(name, found.format))
    case 'tar':
    case 'pointer':
      throw new UsageError(says.unknown(name))
    case 'page':
      // XML of another kind, such as that of a question bank, is no page.
      if (/<!doctype\s+(?!html)/i.test(decode(bytes.subarray(0, 1000)).text)) return fromText(source, added, words)
      throw new UsageError(says.otherFormat(name, 'HTML'))
    default:
      return fromText(source, added, words)
  }
}

async function fromArchive(name: string, archive: DocumentArchive, added: AddedWords, words: Words): Promise<Outline> {
  if (archive.has('word/document.xml')) return readDocx(archive, added)
  if (archive.has('xl/workbook.xml')) return fromWorkbook(await readWorkbook(archive), added)
  if (archive.has('h5p.json') || archive.has('content.json')) return readH5p(archive)
  if (archive.has('moodle_backup.xml')) return fromBackup(name, archive, added, words)
  const mimetype = archive.has('mimetype') ? ((await archive.text('mimetype')) ?? '') : ''
  const format = /opendocument\.(\w+)/.exec(mimetype)?.[1]
  throw new UsageError(
    format === undefined ? words.packImport.unknown(name) : words.packImport.otherFormat(name, 'OpenDocument')
  )
}

/** The activities of a backup of Moodle that ask questions. */
async function fromBackup(name: string, archive: DocumentArchive, added: AddedWords, words: Words): Promise<Outline> {
  const files = archive.names
    .filter((each) => /(?:^|\/)activities\/\w+\/(?:questionnaire|feedback|journal)\.xml$/.test(each))
    .toSorted()
  const outlines: Outline[] = []
  for (const file of files) {
    const root = await archive.xml(file)
    const outline = root === undefined ? undefined : readMoodle(root, added)
    if (outline !== undefined) outlines.push(outline)
  }
  const [first] = outlines
  if (first === undefined) throw new UsageError(words.packImport.unknown(name))
  if (outlines.length === 1) return first
  const sections = outlines.flatMap(({ title = '', sections: own }) =>
    own.map((section) => ({ ...section, title: section.title === '' ? title : section.title }))
  )
  return { sections, points: outlines.flatMap(({ points }) => points) }
}

function fromWorkbook(sheets: readonly Sheet[], added: AddedWords): Outline {
  const pictures = sheets
    .filter(({ hasPictures }) => hasPictures)
    .map(({ name }): Point => ({ code: 'picture', detail: name }))
  if (isXlsForm(sheets)) {
    const outline = readXlsForm(sheets)
    const known = /^(?:survey|choices|settings)$/i
    const others = sheets.filter(({ name, rows }) => !known.test(name.trim()) && rows.length > 0)
    return {
      ...outline,
      points: [
        ...outline.points,
        ...pictures,
        ...others.map(({ name }): Point => ({ code: 'sheet-left', detail: name }))
      ]
    }
  }
  const full = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
  const outlines = full.map(({ name, rows }) => ({ name, outline: readRows({ rows, sheet: name }, added) }))
  const sections = outlines.flatMap(({ name, outline }) =>
    outline.sections.map((section) => ({
      ...section,
      title: section.title === '' && outlines.length > 1 ? name : section.title
    }))
  )
  const title = outlines.length === 1 ? outlines[0]?.outline.title : undefined
  return {
    sections,
    points: [...outlines.flatMap(({ outline }) => outline.points), ...pictures],
    ...(title === undefined ? {} : { title })
  }
}

function fromText({ name, bytes }: Source, added: AddedWords, words: Words): Outline {
  if (bytes.length > MOST_TEXT) throw new UsageError(words.packImport.broken.large(name))
  const { text, points } = textOf({ name, bytes }, words)
  const outline = fromUnmarked(name, text, added, words)
  return { ...outline, points: [...points, ...outline.points] }
}

function fromUnmarked(name: string, text: string, added: AddedWords, words: Words): Outline {
  if (/^\s*(?:<\?xml\b|<!doctype\s|<(?:quiz|FEEDBACK|activity)\b)/i.test(text)) {
    const outline = readMoodle(readXml(text.trimStart()), added)
    if (outline === undefined) throw new UsageError(words.packImport.otherXml(name))
    return outline
  }
  if (/\.(?:md|markdown|mdown|mkd|rmd|qmd)$/i.test(name)) return readMarkdownFile(text, added)
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return readRows({ rows: readDelimited(clean(text)) }, added)
  if (/\.json$/i.test(name) || /\.ya?ml$/i.test(name)) throw new UsageError(words.packImport.unknown(name))
  return readPlainText(text, added)
}

/** The text of a file; an older encoding is a guess, which the author has to confirm. */
function textOf(
  { name, bytes }: Source,
  { packImport }: Words
): { readonly text: string; readonly points: readonly Point[] } {
  const { text, fault } = decode(bytes)
  if (fault === undefined) return { text, points: [] }
  const guess = fault.encoding === undefined ? asWindows1252(bytes) : undefined
  if (guess === undefined || isBinary(bytes)) throw new UsageError(packImport.unknown(name))
  return { text: guess, points: [{ code: 'encoding', detail: 'Windows-1252' }] }
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0)
}
