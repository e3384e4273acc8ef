import fc from 'fast-check'
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { htmlFormat } from '../../src/export/html/index.ts'
import { axeViolations, chromium } from '../kit/browser.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { documentOf, entryAround } from './kit.ts'

const format = await htmlFormat()

/** Every element of a page, in order. */
function elementsIn(html: string): Tree.Element[] {
  const below = (node: Tree.Node): Tree.Element[] => {
    const own = 'tagName' in node ? [node] : []
    return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(below)] : own
  }
  return below(parse(html))
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

const ALLOWED = new Set(
  (
    'html head meta title style body a header h1 h2 h3 h4 p nav ol li span main article blockquote div strong em del ' +
    'code pre ul table thead tbody tr th td hr br'
  ).split(' ')
)
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class id href rel dir role aria-label aria-labelledby tabindex start scope'.split(
    ' '
  )
)

/** What in a page could run, load or lead anywhere unasked. */
function dangers(html: string): string[] {
  return elementsIn(html).flatMap((element) => {
    const { tagName, attrs } = element
    const href = attribute(element, 'href')
    return [
      ...(ALLOWED.has(tagName) ? [] : [`<${tagName}>`]),
      ...attrs.filter(({ name }) => !ATTRIBUTES.has(name)).map(({ name }) => `${tagName} ${name}`),
      ...(tagName === 'style' && textOf(element) !== style ? ['a style'] : []),
      ...(href === undefined || /^(?:#|https?:\/\/|mailto:)/i.test(href) ? [] : [href])
    ]
  })
}

const empty = await documentOf(format, [])
const style = textOf(elementsIn(empty).find(({ tagName }) => tagName === 'style')!)

const texts = [...commonmark.examples, ...hostileTexts.filter((text) => text.length < 20_000)]

describe('an HTML export', () => {
  it('has the questions as its headings, and nothing else, whatever an answer holds', async () => {
    const wrong: string[] = []
    for (const text of texts) {
      const html = await documentOf(format, [entryAround(text, 1), entryAround('Plain.', 2)])
      const headings = elementsIn(html).filter(({ tagName }) => /^h\d$/.test(tagName))
      const expected = [
        'h1 Reflections',
        'h2 Contents',
        ...[1, 2].flatMap(() => ['h2 What counts as value?', 'h3 Question first', 'h3 Question second'])
      ]
      if (headings.map((heading) => `${heading.tagName} ${textOf(heading)}`).join() !== expected.join())
        wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it('holds nothing that runs, loads or leads anywhere by itself', async () => {
    const attacks = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '![](https://example.org/pixel.png)',
      '[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,x) <javascript:alert(1)>',
      '[a](java\nscript:alert(1)) [b](vbscript:x) [c](//example.org) [d](file:///etc/passwd) [e](\u0001javascript:alert(1))',
      '<iframe src="https://example.org"></iframe><style>*{display:none}</style><base href="https://example.org">',
      '[x](https://example.org/"onmouseover="alert(1)) [y](https://example.org "t" onclick="x")',
      '```" onmouseover="alert(1)\nx\n```',
      '| a" onclick="x | b |\n|---|:-:|\n| <td onclick=x> | </table><script> |',
      '<meta http-equiv="refresh" content="0;url=https://example.org">'
    ]
    const found = [...texts, ...attacks].map(async (text) => dangers(await documentOf(format, [entryAround(text)])))
    expect((await Promise.all(found)).flat()).toEqual([])
  })

  it('stays so for any text', async () => {
    const any = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...texts, '<', '"', "'", '&', '](', '\n\n'))
    )
    await fc.assert(
      fc.asyncProperty(any, async (parts) => {
        expect(dangers(await documentOf(format, [entryAround(parts.join('').toWellFormed())]))).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('allows its own style sheet and nothing else', async () => {
    const html = await documentOf(format, [entryAround('x')])
    const policy = elementsIn(html).find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy')!
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${Buffer.from(digest).toString('base64')}'; base-uri 'none'; form-action 'none'`
    )
  })

  it('goes from right to left where the text does', async () => {
    const html = await documentOf(format, [entryAround('שלום עולם\n\n- אחת\n\nAnd back.')])
    const directions = elementsIn(html).flatMap((one) => (attribute(one, 'dir') === 'rtl' ? [one.tagName] : []))
    expect(directions).toEqual(['p', 'ul'])
  })

  it('leads from its contents to its entries, or questions', async () => {
    for (const entries of [[entryAround('a', 1), entryAround('b', 2)], [entryAround('# a\n\n- [x] b', 3)]]) {
      const elements = elementsIn(await documentOf(format, entries))
      const ids = elements.flatMap((one) => attribute(one, 'id') ?? [])
      const links = elements.flatMap((one) => attribute(one, 'href') ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([])
    }
  })

  it.skipIf(chromium === undefined)(
    `has nothing for axe to find fault with${chromium === undefined ? ' (skipped: Chromium is not installed)' : ''}`,
    async () => {
      const everything = `# Mine\n\n| a | | c |\n|---|:-:|--:|\n${'| a long cell of words '.repeat(3)}|\n\n- [x] done\n- [ ] not\n\n> quoted\n\n\`\`\`\ncode\n\`\`\`\n\n[link](https://example.org) ![image](https://example.org/a.png)\n\nשלום עולם\n\n---\n\n3. three`
      const several = await documentOf(format, [entryAround(everything, 1), entryAround(everything, 2)])
      const one = await documentOf(format, [entryAround(everything)])
      for (const html of [several, one])
        for (const width of [1200, 320]) expect(await axeViolations(html, width)).toEqual([])
    }
  )
})
