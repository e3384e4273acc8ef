import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html as format } from '../../src/export/html/index.ts'
import { axeViolations } from '../kit/browser.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { attribute, dangersIn, elementsIn, hostileMarkup, textOf } from '../kit/html.ts'
import { isLong, runs, sample } from '../kit/long.ts'
import { documentOf, entryAround, entryAsking } from './kit.ts'

const empty = await documentOf(format, [])
const style = textOf(elementsIn(empty).find(({ tagName }) => tagName === 'style')!)
const dangers = (html: string) => dangersIn(html, style)

const texts = [...sample(commonmark.examples), ...hostileTexts.filter((text) => text.length < 20_000)]

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
    const found = [...texts, ...hostileMarkup].map(async (text) =>
      dangers(await documentOf(format, [entryAround(text)]))
    )
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
      { numRuns: runs(200) }
    )
  })

  it('is no less safe for what a question holds', async () => {
    const wrong = texts.map(async (text) => {
      const html = await documentOf(format, [entryAsking(text, 1), entryAsking(text, 2)])
      const headings = elementsIn(html).filter(({ tagName }) => /^h\d$/.test(tagName))
      return [...dangers(html), ...(headings.length === 8 ? [] : [`${headings.length} headings: ${text}`])]
    })
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })

  it('allows its own style sheet, its own pictures and nothing else', async () => {
    const html = await documentOf(format, [entryAround('x')])
    const policy = elementsIn(html).find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy')!
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${Buffer.from(digest).toString('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`
    )
  })

  it('goes from right to left where the text does', async () => {
    const html = await documentOf(format, [entryAround('שלום עולם\n\n- אחת\n\nAnd back.')])
    const directions = elementsIn(html).flatMap((one) => (attribute(one, 'dir') === 'rtl' ? [one.tagName] : []))
    expect(directions).toEqual(['p', 'ul'])
  })

  it('goes its own way in each line of a list, also of the contents', async () => {
    const english = entryAround('- אחת\n\n  And back.\n- two')
    const arabic = { ...english, head: { ...english.head, title: 'ما الذي حدث؟' } }
    const directions = (html: string, name: string) =>
      elementsIn(html).flatMap((one) =>
        one.tagName === name ? [`${textOf(one).trim()} ${attribute(one, 'dir')}`] : []
      )
    const one = await documentOf(format, [{ ...arabic, sections: [...arabic.sections, ...english.sections] }])
    expect(directions(one, 'li').slice(0, 2)).toEqual(['Question first ltr', 'Question second ltr'])
    expect(directions(one, 'p')).toContain('And back. ltr')
    const several = await documentOf(format, [arabic, entryAround('b', 2)])
    expect(directions(several, 'span')).toEqual(['23 November 2026 ltr', '23 November 2026 undefined'])
  })

  it('prints the address of a link once', async () => {
    const html = await documentOf(format, [entryAround('<https://example.org/a> [b](https://example.org/b)')])
    const links = elementsIn(html).filter((one) => attribute(one, 'href')?.startsWith('http'))
    expect(links.map((link) => attribute(link, 'class'))).toEqual(['bare', undefined])
    expect(style).toContain('main a[href^="http"]:not(.bare)::after')
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

  it('has nothing for axe to find fault with', async () => {
    const everything = `# Mine\n\n| a | | c |\n|---|:-:|--:|\n${'| a long cell of words '.repeat(3)}|\n\n- [x] done\n- [ ] not\n\n> quoted\n\n\`\`\`\ncode\n\`\`\`\n\n[link](https://example.org) ![image](https://example.org/a.png)\n\nשלום עולם\n\n---\n\n3. three`
    const several = await documentOf(format, [entryAround(everything, 1), entryAround(everything, 2)])
    const one = await documentOf(format, [entryAround(everything)])
    for (const html of isLong ? [several, one] : [several]) {
      expect(await axeViolations(html)).toEqual([])
    }
  })
})
