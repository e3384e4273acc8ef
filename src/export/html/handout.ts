import { readMarkdown } from '../../markdown/read.ts'
import type { Words } from '../../words/index.ts'
import { escaped } from '../escape.ts'
import type { Handout } from '../handout.ts'
import { dirAttribute, htmlOf } from './markdown.ts'
import { pageTop } from './page.ts'

const STYLE = `
pre { font-size: .95rem; overflow-wrap: anywhere; }
@media print { h2 { margin-block-start: 2rem; } pre { border: 1px solid var(--line); } }
`

/** A page for learners as HTML in the language of its words. */
export function handoutPage({ title, subtitle, parts }: Handout, words: Words): string {
  const about = subtitle === '' ? '' : `<p class="about"${dirAttribute(subtitle)}>${escaped(subtitle)}</p>\n`
  const body = parts.map(({ level, heading, text }) => {
    const above = heading === '' ? '' : `<h${level}>${escaped(heading)}</h${level}>\n`
    return above + htmlOf(readMarkdown(text), words.export)
  })
  return (
    `${pageTop(title, words.language, STYLE)}<body>\n<header>\n<h1${dirAttribute(title)}>${escaped(title)}</h1>\n${about}</header>\n` +
    `<main>\n${body.join('')}</main>\n</body>\n</html>\n`
  )
}
