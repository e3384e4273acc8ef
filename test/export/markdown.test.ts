import { Parser } from 'commonmark'
import type { Node } from 'commonmark'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdown } from '../../src/export/markdown.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { runs, sample } from '../kit/long.ts'
import { pandocHeadings } from '../kit/pandoc.ts'
import { documentOf, entryAround, entryAsking } from './kit.ts'

const texts = [...sample(commonmark.examples), ...hostileTexts.filter((text) => text.length < 20_000)]

function nodesIn(document: string): Node[] {
  const nodes: Node[] = []
  const walker = new Parser().parse(document).walker()
  for (let event = walker.next(); event !== null; event = walker.next()) if (event.entering) nodes.push(event.node)
  return nodes
}

function wordsIn(node: Node): string {
  let words = node.literal ?? ''
  for (let child = node.firstChild; child !== null; child = child.next) words += wordsIn(child)
  return words
}

/** The headings of a document down to a level, as `level words`; those in a quotation or a list are not its own. */
function headingsIn(document: string, deepest: number): string[] {
  return nodesIn(document)
    .filter(({ type, level, parent }) => type === 'heading' && level <= deepest && parent?.type === 'document')
    .map((node) => `${node.level} ${wordsIn(node)}`)
}

const one = ['1 What counts as value?', '2 Question first', '2 Question second']
const several = (count: number) => [
  '1 Reflections',
  ...Array.from({ length: count }, () => ['2 What counts as value?', '3 Question first', '3 Question second']).flat()
]

describe('a Markdown export, as commonmark.js reads it', () => {
  it('has the questions as its headings, and nothing else, whatever an answer holds', async () => {
    const wrong: string[] = []
    for (const text of texts) {
      const headings = headingsIn(await documentOf(markdown, [entryAround(text)]), 3)
      if (headings.join('\n') !== one.join('\n')) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it('has them so whatever a question holds', async () => {
    const wrong = texts.map(async (text) => {
      const headings = headingsIn(await documentOf(markdown, [entryAsking(text)]), 3)
      return headings.length === 3 && headings[2] === '2 Question second' ? [] : [text]
    })
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })

  it('stays so for any text', async () => {
    const any = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(...texts, '\n', '\n\n', '    ', '> ', '- ', '```', '|', '===\n', '---\n', '1. ', '\t', '<!--')
      )
    )
    await fc.assert(
      fc.asyncProperty(any, async (some) => {
        expect(headingsIn(await documentOf(markdown, [entryAround(some.join(''))]), 3)).toEqual(one)
      }),
      // A paragraph separator ends no line of Markdown, but ends one of a pattern.
      { numRuns: runs(300), examples: [[['# a\u2029b', '\n\nc']], [['### a\u2028b']]] }
    )
  })

  it('has the same ones as pandoc reads it', async () => {
    const entries = texts.map((text, index) => entryAround(text, index + 1))
    const headings = pandocHeadings(await documentOf(markdown, entries), 'commonmark')
    expect(headings.filter((heading) => /^[1-3]/.test(heading))).toEqual(several(entries.length))
  })

  it('is one document of all of them, whose list of contents leads to each', async () => {
    const entries = texts.map((text, index) => entryAround(text, index + 1))
    const document = await documentOf(markdown, entries)
    expect(headingsIn(document, 4)).toEqual(several(entries.length))
    const anchors = [...document.matchAll(/^<a id="(entry-[^"]+)"><\/a>$/gm)].map(([, anchor]) => `#${anchor}`)
    const contents = nodesIn(document).find(({ type }) => type === 'list')
    const links: string[] = []
    for (let item = contents?.firstChild ?? null; item !== null; item = item.next)
      links.push(item.firstChild?.firstChild?.destination ?? '')
    expect(links).toEqual(anchors)
    expect(new Set(anchors).size).toBe(entries.length)
  })
})
