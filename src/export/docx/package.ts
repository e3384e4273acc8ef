import type { Medium } from './pictures.ts'
import * as parts from './parts.ts'
import { stylesPart } from './styles.ts'
import { zipped } from './zip.ts'

/** What a Word document says about itself. */
interface About {
  readonly title: string
  readonly language: string
  /** When it was made, ISO 8601 in UTC. */
  readonly time?: string | undefined
  readonly words: number
  readonly numberings: readonly parts.Numbering[]
  readonly media?: readonly Medium[]
}

/** A Word document as a file, from the text of its main part. */
export function packaged(
  text: Iterable<string | Uint8Array>,
  { title, language, time, words, numberings, media = [] }: About
): Iterable<Uint8Array> {
  return zipped([
    { path: '[Content_Types].xml', content: [parts.contentTypes(endingsOf(media))] },
    { path: '_rels/.rels', content: [parts.packageRelationships] },
    { path: 'docProps/core.xml', content: [parts.coreProperties(title, language, time)] },
    { path: 'docProps/app.xml', content: [parts.extendedProperties(words)] },
    { path: 'word/_rels/document.xml.rels', content: [parts.documentRelationships(media)] },
    { path: 'word/settings.xml', content: [parts.settings] },
    { path: 'word/styles.xml', content: [stylesPart(language)] },
    { path: 'word/numbering.xml', content: [parts.numbering(numberings)] },
    { path: 'word/footer.xml', content: [parts.footer] },
    ...media.map(({ name, picture }) => ({ path: `word/media/${name}`, content: [picture.bytes] })),
    { path: 'word/document.xml', content: text }
  ])
}

function endingsOf(media: readonly Medium[]): ReadonlySet<string> {
  return new Set(media.map(({ name }) => name.split('.')[1] ?? ''))
}
