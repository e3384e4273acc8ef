import { describe, expect, it } from 'vitest'
import { text } from '../../src/export/text.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { documentOf, entryAround } from './kit.ts'

const texts = [...commonmark.examples, ...hostileTexts.filter((each) => each.length < 20_000)]

describe('a plain text export', () => {
  it('has the text as it was typed', async () => {
    const answer =
      'One **line**\nand [a link](https://example.org).\n\n- two\n- [x] three\n\n| a | b |\n|---|---|\n| 1 | 2 |'
    expect(await documentOf(text, [entryAround(answer)])).toBe(`What counts as value?
=====================
23 November 2026, public-value

Question first
--------------

> What do you say to first?

One **line**
and [a link](https://example.org).

- two
- [x] three

| a | b |
|---|---|
| 1 | 2 |

Question second
---------------

> What do you say to second?

So much for that.
`)
  })

  it('lists several entries at the top, and leaves the questions out when asked to', async () => {
    const both = await documentOf(text, [entryAround('one', 1), entryAround('two', 2)], false)
    expect(both.split('\n').slice(0, 9)).toEqual([
      'Reflections',
      '===========',
      '',
      '- What counts as value?, 23 November 2026, public-value',
      '- What counts as value?, 23 November 2026, public-value',
      '',
      '',
      'What counts as value?',
      '====================='
    ])
    expect(both).not.toContain('What do you say')
  })

  it('holds nothing that steers a terminal, and every word', async () => {
    const written = await Promise.all(texts.map((each) => documentOf(text, [entryAround(each)])))
    expect(written.filter((each) => /[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(each))).toEqual([])
    expect(written.filter((each) => !each.includes('So much for that.'))).toEqual([])
  })
})
