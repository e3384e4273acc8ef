import * as fc from 'fast-check'
import { Parser } from 'commonmark'
import { describe, expect, it } from 'vitest'
import { countComments, withoutComments } from '../../src/markdown/comments.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { runs, sample } from '../kit/long.ts'
import { constructs } from '../kit/markdown-constructs.ts'

/** The words that the reference parser finds in comments. */
function hiddenIn(source: string): string[] {
  const found: string[] = []
  const walker = new Parser().parse(source).walker()
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { type, literal } = event.node
    if (event.entering && (type === 'html_block' || type === 'html_inline'))
      found.push(...[...(literal ?? '').matchAll(/<!--(?:-?>|[^]*?(?:-->|$))/g)].map(([comment]) => comment))
  }
  return found
}

describe('comments of the learner', () => {
  it.each<[string, string, string, number]>([
    ['on a line of its own', 'a\n\n<!-- real name: Ann -->\n\nb', 'a\n\n\nb', 1],
    ['inside a paragraph', 'a <!-- b --> c', 'a  c', 1],
    ['between lines', 'a\n<!-- b -->\nc', 'a\nc', 1],
    ['over several lines', '<!-- one\n\ntwo -->\nthree', 'three', 1],
    ['before words', '<!-- b --> words', ' words', 1],
    ['left open', 'a\n\n<!-- b\n\nc', 'a\n', 1],
    ['left open in a quotation', '> <!-- b\n> c\n\nd', '\nd', 1],
    ['in a list', '- a <!-- b -->\n- c', '- a \n- c', 1],
    ['in a table', '| a |\n|---|\n| b <!-- c --> |', '| a |\n|---|\n| b  |', 1],
    ['the short ones', 'a <!--> b <!---> c', 'a  b  c', 2],
    ['one inside another', 'a <!-- b <!-- c --> d', 'a  d', 1],
    ['nothing else', '<!-- b -->', '', 1],
    ['in code', '`<!-- a -->`\n\n```\n<!-- b -->\n```', '`<!-- a -->`\n\n```\n<!-- b -->\n```', 0],
    ['in indented code', 'a\n\n    <!-- b -->', 'a\n\n    <!-- b -->', 0],
    ['escaped', '\\<!-- a -->', '\\<!-- a -->', 0],
    ['in an address', '[a](<!--b-->) <!-- c -->', '[a](<!--b-->) ', 1],
    ['making another one', '<!<!-- a -->-- b', '<! -- b', 1]
  ])('are found: %s', (_, source, rest, count) => {
    expect(withoutComments(source)).toBe(rest)
    expect(countComments(source)).toBe(count)
  })

  it('are all gone as the reference parser sees it, and nothing else is', () => {
    const secret = fc.constantFrom('<!-- secret -->', '<!--secret\nsecret-->', '<!-- secret\n\nsecret -->')
    const texts = sample([...commonmark.examples, ...hostileTexts, ...constructs]).filter(({ length }) => length < 2000)
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        secret,
        fc.constantFrom(...texts),
        fc.constantFrom('\n\n', '\n', ' '),
        (a, b, c, gap) => {
          const source = [a, b, c].join(gap)
          const secrets = (text: string) => hiddenIn(text).filter((comment) => comment.includes('secret'))
          fc.pre(secrets(source).length > 0)
          expect(secrets(withoutComments(source))).toEqual([])
        }
      ),
      { numRuns: runs(2000) }
    )
  })

  it('are all that is taken away', () => {
    const texts = [...commonmark.examples, ...hostileTexts, ...constructs].filter((text) => countComments(text) === 0)
    expect(texts.map(withoutComments)).toEqual(texts)
  })
})
