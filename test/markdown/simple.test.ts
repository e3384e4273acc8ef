import fc from 'fast-check'
import { lexer } from 'marked'
import { describe, expect, it } from 'vitest'
import { runs } from '../kit/long.ts'
import { readSimple } from '../../src/markdown/simple.ts'

/** What the parser gives for the same text, without the references that it hangs on its tokens. */
const parsed = (source: string) => [...lexer(source)]

describe('the reader of simple Markdown', () => {
  it.each([
    [
      'an entry',
      '# One\n\n*28 November 2026, Pack*\n\n## Two\n\n> Asked\n> here.\n>\n> And here.\n\nSaid, *well*\nand more.\n'
    ],
    ['a scale', '**4** of 5, quite sure\n'],
    ['choices', '> Who?\n\n- [x] Me\n- [ ] You\n- Somebody else\n'],
    ['a ranking', '1. One\n2. Two\n3. Three'],
    ['an ampersand', 'R&D & so on\n\n## Why?']
  ])('reads %s as the parser does', (_, source) => {
    expect(readSimple(source)).toEqual(parsed(source))
  })

  it.each([
    'a `b`',
    '[a](b)',
    'a\n===',
    '- a\n\n- b',
    '    code',
    '| a |\n|---|',
    '<b>',
    'a  \nb',
    '*a',
    '_a_',
    'www.a.b',
    '- - a'
  ])('leaves %j to the parser', (source) => expect(readSimple(source)).toBeUndefined())

  const odd =
    '1. 7) - + * > # : = ( . "x" it\'s & ! 😀 — ** _ a@b \u00a0 \u3000 « \u200b \u2028 \f $ ~ www. ` ] | \\'.split(' ')
  const word = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('word', 'Wörter', 'a', 'h') },
    { weight: 1, arbitrary: fc.constantFrom(...odd) }
  )
  const words = fc.array(word, { minLength: 1, maxLength: 3 })
  const emphasis = fc.tuple(fc.constantFrom('*', '**'), words).map(([mark, inner]) => mark + inner.join(' ') + mark)
  const gap = fc.oneof({ weight: 20, arbitrary: fc.constant(' ') }, { weight: 1, arbitrary: fc.constant('') })
  const line = fc
    .tuple(fc.array(fc.oneof(word, emphasis), { minLength: 1, maxLength: 5 }), gap)
    .map(([all, between]) => all.join(between))
  const mark = fc.constantFrom('', '', '', '# ', '### ', '> ', '- ', '- [x] ', '- [ ] ', '1. ', '2. ', '>', '  ')
  const block = fc
    .oneof(
      fc
        .tuple(mark, fc.array(line, { minLength: 1, maxLength: 3 }))
        .map(([same, lines]) => lines.map((text) => same + text)),
      fc.array(
        fc.tuple(mark, line).map(([each, text]) => each + text),
        { minLength: 1, maxLength: 3 }
      )
    )
    .map((lines) => lines.join('\n'))
  const between = fc.oneof(
    { weight: 9, arbitrary: fc.constant('\n\n') },
    { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n\n', '\n>\n') }
  )
  const document = fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 3 }), between, fc.constantFrom('', '\n'))
    .map(([blocks, gaps, end]) => blocks.join(gaps) + end)

  it('gives what the parser gives for whatever it reads, and reads much of it', () => {
    let read = 0
    fc.assert(
      fc.property(document, (source) => {
        const tokens = readSimple(source)
        if (tokens === undefined) return
        read += 1
        expect(tokens).toEqual(parsed(source))
      }),
      { numRuns: runs(10_000) }
    )
    expect(read).toBeGreaterThan(60)
  })
})
