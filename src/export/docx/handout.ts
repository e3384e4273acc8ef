import { directionOf } from '../../markdown/direction.ts'
import { readMarkdown } from '../../markdown/read.ts'
import type { Words } from '../../words/index.ts'
import type { Handout } from '../handout.ts'
import { wordOf } from './markdown.ts'
import { packaged } from './package.ts'
import { paragraph, run } from './paragraph.ts'
import * as parts from './parts.ts'

/** A page for learners as a Word document in the language of its words. */
export function handoutDocument({ title, subtitle, parts: all }: Handout, { language }: Words): Iterable<Uint8Array> {
  const numberings: parts.Numbering[] = []
  const body = all.map(({ level, heading, text }) => {
    const above = heading === '' ? '' : paragraph({ style: `Heading${level - 1}` }, run(heading))
    return above + wordOf(readMarkdown(text), numberings)
  })
  const top =
    paragraph({ style: 'Title', direction: directionOf(title) }, run(title)) +
    (subtitle === '' ? '' : paragraph({ style: 'Subtitle' }, run(subtitle)))
  const document = [parts.documentTop, top, ...body, parts.documentBottom]
  const words = all
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/).length
  return packaged(document, { title, language, words, numberings })
}
