import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/markdown/read.ts'
import { plainMarkdown, renderMarkdown } from '../../src/display/markdown.ts'
import { makeTheme } from '../../src/display/theme.ts'
import { width } from '../../src/display/width.ts'
import { hostileTexts, rawControl, wellFormed } from '../terminal/hostile.ts'

const colourless = makeTheme({ color: false, unicode: true })
const colourful = makeTheme({ color: true, unicode: true })

const rich = async (source: string, columns = 60, theme = colourless) =>
  renderMarkdown(readMarkdown(source), columns, theme)
const plain = async (source: string, columns?: number) => plainMarkdown(readMarkdown(source), columns)

describe('Markdown on a screen', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs', 'one\ntwo\n\nthree', ['one two', '', 'three']],
    ['a hard break', 'one  \ntwo', ['one', 'two']],
    ['emphasis', 'a *b* **c** ~~d~~ `e`', ['a b c d e']],
    ['escapes and entities', '\\*a\\* &amp; b', ['*a* & b']],
    ['headings', '# One\n\ntext\n\n### Two', ['One', '', 'text', '', 'Two']],
    ['a list', '- a\n- b **c**\n  - d', ['• a', '• b c', '  • d']],
    ['an ordered list', '3. a\n4. b', ['3. a', '4. b']],
    ['a loose list', '- a\n\n- b', ['• a', '', '• b']],
    ['tasks', '- [x] done\n- [ ] open', ['• ☑ done', '• ☐ open']],
    ['a quotation', '> a\n>\n> b', ['│ a', '│', '│ b']],
    ['code', '```js\nlet x\n  = 1\n```', ['    let x', '      = 1']],
    ['a link', '[words](https://example.org)', ['words (https://example.org)']],
    ['a bare address', 'see https://example.org now', ['see https://example.org now']],
    ['an image', '![a photo](x.png) ![](y.png)', ['a photo (x.png) y.png']],
    ['a link without words or address', '[](https://example.org) [words]()', ['https://example.org words']],
    ['HTML as text', 'a <b>bold</b>\n\n<script>x</script>', ['a <b>bold</b>', '', '<script>x</script>']],
    ['a rule', 'a\n\n---\n\nb', ['a', '', '─'.repeat(60), '', 'b']],
    [
      'a table',
      '| who | pays |\n|---|---|\n| Taxpayers | yes |',
      ['who       │ pays', '──────────┼─────', 'Taxpayers │ yes']
    ],
    ['nothing', '', []]
  ])('shows %s', async (_, source, lines) => {
    expect(await rich(source)).toEqual(lines)
  })

  it('wraps list items under their text', async () => {
    expect(await rich('- one two three', 9)).toEqual(['• one two', '  three'])
  })

  it('makes a wide table fit, and tells it row by row on a narrow screen', async () => {
    const table = `| what | why |\n|---|---|\n| a | ${'because '.repeat(12)}|`
    const wide = await rich(table, 50)
    expect(wide.every((line) => width(line) <= 50)).toBe(true)
    expect(wide[2]).toMatch(/^a {4}│ because/)
    expect((await rich(table, 40))[0]).toBe('what: a')
  })

  it('styles by meaning', async () => {
    expect(await rich('a **b** *c*', 60, colourful)).toEqual([`a ${colourful.strong('b')} ${colourful.emphasis('c')}`])
  })
})

describe('Markdown read aloud', () => {
  it.each<[string, string, string[]]>([
    ['lists', '- a\n- b', ['- a', '- b']],
    [
      'tables',
      '| who | pays |\n|---|---|\n| Ann | yes |\n| Bo | no |',
      ['who: Ann', 'pays: yes', '', 'who: Bo', 'pays: no']
    ],
    ['rules', 'a\n\n---', ['a', '', '* * *']],
    ['emphasis', '**a** *b*', ['a b']]
  ])('tells %s without drawing', async (_, source, lines) => {
    expect(await plain(source)).toEqual(lines)
  })

  it('does not wrap unless it is told how wide', async () => {
    expect(await plain('word '.repeat(100).trim())).toHaveLength(1)
    expect((await plain('word '.repeat(100), 40)).every((line) => line.length <= 40)).toBe(true)
  })
})

describe('hostile Markdown', () => {
  it.each(hostileTexts)('%j brings no control to the terminal in any place', async (text) => {
    const places = [
      text,
      `# ${text}`,
      `\`${text}\``,
      `[${text}](http://x/${encodeURI(wellFormed(text))})`,
      `| ${text} |\n|---|\n| ${text} |`,
      `- ${text}`,
      `\`\`\`\n${text}\n\`\`\``,
      `<p>${text}`,
      `![${text}](x)`,
      `<http://x/${text}>`
    ]
    const shown = await Promise.all(places.flatMap((source) => [rich(source), plain(source)]))
    expect(shown.flat().filter((line) => rawControl.test(line))).toEqual([])
  })

  it('decodes no entity into a control', async () => {
    const shown = await Promise.all(
      ['&#27;[2J', '&#x9b;2J', '&#x202e;a', '[a](http://x/&#27;[2J)', '`&#27;`'].map((source) => rich(source))
    )
    expect(shown.flat().filter((line) => rawControl.test(line))).toEqual([])
  })

  const repeated = [
    '[',
    '>',
    '> ',
    '- ',
    '1. ',
    '*a ',
    '<',
    '`a``',
    '_a__',
    '![',
    '|',
    '[a](',
    'a**b',
    '<!--',
    '\n',
    'a_',
    '\\',
    '&amp;',
    '# a\n',
    '|a\n|-\n'
  ]
  // What is quadratic takes minutes here, and the test times out.
  it.each(repeated)('%j a hundred thousand times is shown', async (part) => {
    const lines = await rich(part.repeat(100_000 / part.length))
    expect(Array.isArray(lines)).toBe(true)
  })

  it('keeps within the columns, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 30, max: 80 }),
        async (text, columns) => {
          const lines = await rich(`${text}\n\n- ${text}\n\n1. **${text}**`, columns)
          expect(lines.filter((line) => width(line) > columns && !line.startsWith('    '))).toEqual([])
        }
      )
    )
  })
})
