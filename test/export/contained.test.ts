import { marked } from 'marked'
import type { Tokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { contained } from '../../src/export/contained.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'

const inside = (answer: string) => contained(answer, 4)

/** The headings of level 3 or above, other than one written after the text, or undefined if that is not read as one. */
function strayHeadings(text: string): string[] | undefined {
  const tokens = marked.lexer(`${text}\n\n## The next question\n`) as Tokens.Generic[]
  const high = tokens.filter(({ type, depth }) => type === 'heading' && depth < 4).map((token) => String(token['text']))
  return high.pop() === 'The next question' ? high : undefined
}

describe('an answer in a longer document', () => {
  it.each([
    ['a fence', '```\nleft open'],
    ['a longer fence', '~~~~~ js\nleft ~~~ open'],
    ['a comment', 'so\n\n<!-- left open'],
    ['a script', '<script>\nleft open'],
    ['a block of CDATA', '<![CDATA[ left open']
  ])('has %s closed where it ends', (_, answer) => {
    expect(strayHeadings(answer)).toBeUndefined()
    expect(strayHeadings(inside(answer))).toEqual([])
    expect(inside(answer).startsWith(answer)).toBe(true)
  })

  it.each([
    ['# Mine', '#### Mine'],
    ['## Mine ##\n\n#### Below', '##### Mine\n\n###### Below'],
    ['Mine,\nall of it\n===\nand so on', '#### Mine, all of it\nand so on'],
    ['C #\n---', '##### C \\#'],
    ['so\n\n#', 'so\n\n####']
  ])('has headings of its own below the questions: %j', (answer, text) => {
    expect(inside(answer)).toBe(text)
  })

  it.each([
    ['---\nMonday: we met\n\n---', '---\n\nMonday: we met\n\n---'],
    ['So.\n\n--- \na: [b\n...', 'So.\n\n--- \n\na: [b\n...'],
    ['> ---\n> a: b\n>\n> ---', '> ---\n>\n> a: b\n>\n> ---'],
    ['```\n---\na: b\n```', '```\n---\na: b\n```'],
    ['a\n\n---\n\nb', 'a\n\n---\n\nb']
  ])('has no block that looks like metadata: %j', (answer, text) => {
    expect(inside(answer)).toBe(text)
  })

  it.each(['|\n===', 'a\n1. \n---', '```\ncode\n```\t', '```foo``\n==='])(
    'is one block of code where readers of Markdown do not agree: %j',
    (answer) => {
      const longer = '`'.repeat(Math.max(3, (/`+/.exec(answer)?.[0].length ?? 0) + 1))
      expect(inside(answer)).toBe(`${longer}\n${answer}\n${longer}`)
    }
  )

  it.each(['One.\n\n- two\n\n```\nthree\n```', '1 < 2\n#5 is mine\n\n    # code', '```sh\n# a comment\n```'])(
    'is left as it is where nothing stands open: %j',
    (answer) => {
      expect(inside(answer)).toBe(answer)
    }
  )

  it('swallows no question and looks like none, whatever it holds', () => {
    const bad = [...commonmark.examples, ...hostileTexts.filter((text) => text.length < 5000)].filter(
      (text) => strayHeadings(inside(text))?.length !== 0
    )
    expect(bad).toEqual([])
  })
})
