import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Entry } from '../../src/entry/model.ts'
import { makeTheme } from '../../src/display/theme.ts'
import { renderMarkdown } from '../../src/display/markdown.ts'
import { docx } from '../../src/export/docx/index.ts'
import { html } from '../../src/export/html/index.ts'
import { json } from '../../src/export/json.ts'
import { markdown } from '../../src/export/markdown.ts'
import { entryToRead } from '../../src/export/screen.ts'
import { text } from '../../src/export/text.ts'
import { decoded } from '../../src/markdown/entities.ts'
import { visible, withoutInvalidXml } from '../../src/text/visible.ts'
import { english } from '../../src/words/index.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { attribute, elementsIn } from '../kit/html.ts'
import { sample } from '../kit/long.ts'
import { constructs } from '../kit/markdown-constructs.ts'
import { bytesOf, documentOf, entryAround } from './kit.ts'

/** What stands between the first question and the second one. */
const between = (document: string) => {
  const start = document.lastIndexOf('What do you say to first?')
  return document.slice(start, document.lastIndexOf('Question second')).replace('What do you say to first?', '')
}

const screen = (theme: ReturnType<typeof makeTheme>, columns: number) => async (entry: Entry) =>
  renderMarkdown(entryToRead(entry, { words: english, titles: new Map() }), columns, theme).join('\n')

/** The text of a page with the address after each link. */
function pageText(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  const items = node.nodeName === 'ol' ? Number(attribute(node as Tree.Element, 'start') ?? 1) : Number.NaN
  const number = (index: number) => (Number.isNaN(items) ? '' : items + index)
  const children =
    'childNodes' in node ? node.childNodes.filter((child) => child.nodeName !== '#text' || Number.isNaN(items)) : []
  const inner = children.map((child, index) => `${number(index)}${pageText(child)}`).join('')
  if (node.nodeName === 'br') return '\n'
  return node.nodeName === 'a' ? `${inner} ${attribute(node as Tree.Element, 'href')}` : inner
}

const XML: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** The text of a Word document, with the addresses of its links. */
async function wordText(entry: Entry): Promise<string> {
  const xml = strFromU8(unzipSync(await bytesOf(docx, [entry]))['word/document.xml']!)
  const runs = xml
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/ HYPERLINK "(.*?)" (.*?)(?=<w:fldChar w:fldCharType="end")/g, '$2$1')
  return runs.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => XML[entity] ?? entity)
}

const rich = makeTheme({ color: false, unicode: true })
const formats: Readonly<Record<string, (entry: Entry) => Promise<string>>> = {
  show: screen(rich, 100_000),
  'show in colour': screen(makeTheme({ color: true, unicode: true }), 100_000),
  'show in plain mode': screen(makeTheme({ color: false, unicode: true, plain: true }), 100_000),
  txt: async (entry) => between(await documentOf(text, [entry])),
  html: async (entry) => {
    const page = elementsIn(await documentOf(html, [entry])).find(({ tagName }) => tagName === 'article')!
    return between(pageText(page))
  },
  docx: async (entry) => between(await wordText(entry)),
  md: async (entry) => between(await documentOf(markdown, [entry])),
  json: async (entry) => JSON.parse(await documentOf(json, [entry])).entries[0].source
}

/** Letters, digits and symbols: everything but white space, ASCII punctuation and what is shown as a sign. */
function lettersIn(said: string): string {
  // oxlint-disable-next-line no-control-regex -- styles of a terminal
  return said.replaceAll(/\u001b\[[\d;]*m/g, '').replaceAll(/[\s!-/:-@[-`{-~]+/g, '')
}

/** The first letters of a text that are not in a document, in order; undefined if all are there. */
function missing(document: string, said: string): string | undefined {
  const letters = lettersIn(document)
  let at = 0
  for (const [index, letter] of [...said].entries()) {
    at = letters.indexOf(letter, at) + letter.length
    if (at < letter.length) return said.slice(Math.max(0, index - 10), index + 20)
  }
  return undefined
}

const folded = (label: string) => label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase()

/** What a renderer may show in another form: boxes, numbers of items, and labels whose definition is shown. */
function readable(said: string, name: string): string {
  const unboxed = said.replaceAll(/^((?:[ \t>]|[-*+]|\d+[.)])*)\[[xX]\] /gm, '$1')
  const labels = new Set([...said.matchAll(/\[([^[\]]+)\]:/g)].map(([, label = '']) => folded(label)))
  const unlabelled = unboxed.replaceAll(/(?<=\])\[([^[\]]+)\](?!:)/g, (whole, label: string) =>
    labels.has(folded(label)) ? '' : whole
  )
  const numbers = [...unlabelled.matchAll(/^[ \t>]*(\d+)[.)](?=\s)/gm)].map(([, number]) => number)
  const isAllOnes = numbers.length > 1 && numbers.every((number) => number === '1')
  return name === 'docx' || isAllOnes ? unlabelled.replaceAll(/^(?:[ \t>\-*+]|\d+[.)](?=\s|$))+/gm, '') : unlabelled
}

const AS_TYPED = new Set(['txt', 'md', 'json'])

const texts = [...sample(commonmark.examples), ...sample(hostileTexts), ...sample(constructs)].filter(
  (said) => said.length < 25_000
)

describe('every word of an answer', () => {
  it.each(Object.entries(formats))('is in %s', async (name, render) => {
    const wrong: string[] = []
    for (const said of texts) {
      const lines = said.replaceAll('\r\n', '\n')
      const signs = withoutInvalidXml(
        ['html', 'docx', 'md', 'json'].includes(name) ? lines : visible(lines, { newlines: true })
      )
      const isTyped = AS_TYPED.has(name)
      const expected = lettersIn(isTyped ? signs : decoded(readable(signs, name)))
      const document = withoutInvalidXml(await render(entryAround(said)))
      const lost = missing(document, expected) && missing(decoded(document), expected)
      if (lost !== undefined) wrong.push(`${JSON.stringify(said.slice(0, 200))} lost ${JSON.stringify(lost)}`)
    }
    expect(wrong).toEqual([])
  })
})
