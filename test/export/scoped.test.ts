import { Parser, HtmlRenderer } from 'commonmark'
import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { markdown } from '../../src/export/markdown.ts'
import { scoped } from '../../src/export/scoped.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { runs, sample } from '../kit/long.ts'
import { constructs } from '../kit/markdown-constructs.ts'
import { temporaryFile } from '../kit/temporary-file.ts'
import { runPandoc } from '../kit/pandoc.ts'
import { documentOf, entryAround } from './kit.ts'

const first =
  'I read [the report][1] first.[^1] A bare [2].\n\n[1]: https://example.org/first\n[^1]: Said by the clerk.'
const second =
  'Then [the minutes][1] and [Minutes].[^1]\n\n[1]: https://example.org/second "Second"\n[minutes]: <https://example.org/minutes>\n[^1]: Said by the chair.'
const third = 'Only [1], [Minutes] and [^1], [2].\n\n[Manager]: Why?\n\n[3]: https://example.org/unused'
const entries = [first, second, third].map((said, index) => entryAround(said, index + 1))

const html = (text: string) => new HtmlRenderer().render(new Parser().parse(text))
const linksIn = (page: string) => [...page.matchAll(/<a href="(http[^"]*)"/g)].map(([, address]) => address)
const readers: Readonly<Record<string, (text: string) => string>> = {
  commonmark: html,
  marked: (text) => String(marked.parse(text)),
  pandoc: (text) => runPandoc(['-f', 'markdown', '-t', 'html', temporaryFile('scoped.md', text)])
}

describe('labels in a Markdown export', () => {
  it.each(Object.entries(readers))('lead where their own answer says, as %s reads it', async (_, read) => {
    const expected = ['https://example.org/first', 'https://example.org/second', 'https://example.org/minutes']
    const page = read(await documentOf(markdown, entries))
    expect(linksIn(page).filter((link) => expected.includes(link ?? ''))).toEqual(expected)
    expect(page).toContain('Why?')
    expect(page).toContain('https://example.org/unused')
    expect(page).toContain('Only [1], [Minutes] and [^1], [2].')
    const notes = page.match(/Said by the (?:clerk|chair)/g)
    expect(notes).toEqual(['Said by the clerk', 'Said by the chair'])
  })

  it.each<[string, string, string]>([
    ['a full reference', '[a][1]\n\n[1]: /x', '[a][1-a7]\n\n[1-a7]: /x'],
    ['a collapsed one', '[One][]\n\n[one]: /x', '[One][One-a7]\n\n[one-a7]: /x'],
    ['a short one', '[One], ![one]\n\n[one]: /x', '[One][One-a7], ![one][one-a7]\n\n[one-a7]: /x'],
    ['brackets in a reference', '[a [b] c][1]\n\n[1]: /x', '[a [b] c][1-a7]\n\n[1-a7]: /x'],
    ['a note', 'a[^1] b[^1]\n\n[^1]: Words', 'a[^1-a7] b[^1-a7]\n\n[^1-a7]: Words'],
    ['a note that nobody refers to', '[^1]: Words', '\\[^1]: Words'],
    ['a definition that nobody uses', 'a\n\n[1]: https://example.org', 'a\n\n\\[1]: https://example.org'],
    ['a dialogue', '[Me]: Because.\n[You]: Why?', '\\[Me]: Because.\n\\[You]: Why?'],
    ['a second definition', '[a]\n\n[a]: /x\n[A]: /y "z"', '[a][a-a7]\n\n[a-a7]: /x\n\\[A]: /y "z"'],
    ['one below it', '[b]\n\n[a]: /x\n[b]: /y', '[b][b-a7]\n\n\\[a]: /x\n\n[b-a7]: /y'],
    ['a second note', 'a[^1]\n\n[^1]: One\n\n[^1]: Two', 'a[^1-a7]\n\n[^1-a7]: One\n\n\\[^1]: Two'],
    ['in a quotation and a list', '> [1]: /x\n\n- [a][1]', '> [1-a7]: /x\n\n- [a][1-a7]'],
    ['code', '`[1]` [1]\n\n```\n[1]: /y\n```\n\n[1]: /x', '`[1]` [1][1-a7]\n\n```\n[1]: /y\n```\n\n[1-a7]: /x'],
    ['an escape', '\\[1] [1](/y) [1]\n\n[1]: /x', '\\[1] [1](/y) [1][1-a7]\n\n[1-a7]: /x'],
    ['nothing to define', 'a [1] [b](c) - [x]: d', 'a [1] [b](c) - [x]: d']
  ])('are changed where they must be and nowhere else: %s', (_, source, text) => {
    expect(scoped(source, '-a7')).toBe(text)
  })

  const texts = [...commonmark.examples, ...hostileTexts, ...constructs].filter(({ length }) => length < 2000)

  it('keep their links, as the reference parser reads them', () => {
    const wrong = sample(texts).flatMap((said) => {
      const text = scoped(said, '-a7')
      if (text === undefined) return []
      const [before, after] = [linksIn(html(said)), linksIn(html(text))]
      return before.every((link) => after.includes(link)) ? [] : [[said, text]]
    })
    expect(wrong).toEqual([])
    expect(texts.filter((said) => scoped(said, '-a7') === undefined).length).toBeLessThan(40)
  })

  it('reach no other answer, whatever the answers hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.constantFrom('foo', 'bar', 'ref', '1', 'a'),
        async (said, label) => {
          const bare = `[${label}] and [^${label}]`
          const document = await documentOf(markdown, [entryAround(said, 1), entryAround(bare, 2)])
          const [, after = ''] = document.split('\n## ').slice(-2)
          expect(html(document)).toContain(`<p>${bare}</p>`)
          expect(after).toContain(bare)
        }
      ),
      { numRuns: runs(500) }
    )
  })
})
