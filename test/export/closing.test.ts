import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { closed } from '../../src/export/closing.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'

/** Whether a heading written after a text is read as one, as the last thing in the document. */
function headingSurvives(text: string): boolean {
  const last = marked.lexer(`${text}\n\n## The next question\n`).findLast((token) => token.type !== 'space')
  return last?.type === 'heading' && last.raw.startsWith('## The next question')
}

describe('an answer in a longer document', () => {
  it.each([
    ['a fence', '```\nleft open'],
    ['a longer fence', '~~~~~ js\nleft ~~~ open'],
    ['a comment', 'so\n\n<!-- left open'],
    ['a script', '<script>\nleft open'],
    ['a block of CDATA', '<![CDATA[ left open']
  ])('has %s closed where it ends', (_, answer) => {
    expect(headingSurvives(answer)).toBe(false)
    expect(headingSurvives(closed(answer))).toBe(true)
    expect(closed(answer).startsWith(answer)).toBe(true)
  })

  it('is left as it is where nothing stands open', () => {
    expect(closed('One.\n\n- two\n\n```\nthree\n```')).toBe('One.\n\n- two\n\n```\nthree\n```')
  })

  it('swallows no heading, whatever it holds', () => {
    const swallowing = [...commonmark.examples, ...hostileTexts.filter((text) => text.length < 5000)].filter(
      (text) => !headingSurvives(closed(text))
    )
    expect(swallowing).toEqual([])
  })
})
