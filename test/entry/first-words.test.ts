import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeEntry, newSection } from '../../src/entry/codec.ts'
import { firstWords } from '../../src/entry/first-words.ts'
import type { Body, Section } from '../../src/entry/model.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { headOf } from '../journal/kit/entries.ts'
import { answered, askingTypes } from '../questions/kit/arbitrary.ts'

function section(prompt: Prompt, answer: Answer, isPrivate = false): Section {
  const body: Body = { kind: 'answered', answer, before: '', after: '' }
  return newSection(prompt, body, isPrivate, english.entry)
}

function text(id: string, answer: string, isPrivate = false): Section {
  return section({ type: 'text', id, ask: `Tell ${id}.\n\nAll of it.` }, answer, isPrivate)
}

function words(...sections: readonly Section[]): string {
  return firstWords(encodeEntry({ head: headOf(), sections }))
}

const NOTE = newSection({ type: 'note', id: 'n', ask: 'Read this,\nslowly.' }, { kind: 'none' }, false, english.entry)

const options = [
  { id: 'a', label: 'Alone' },
  { id: 'b', label: 'Together' }
]

describe('the first words of an entry', () => {
  it.each<[string, string, readonly Section[]]>([
    ['its first line', 'It rained.', [text('a', 'It rained.\nAll day.'), text('b', 'Then sun.')]],
    ['not those of a private answer', 'Then sun.', [text('a', 'Ill.', true), text('b', 'Then sun.')]],
    ['nothing if all is private', '', [text('a', 'Ill.', true)]],
    ['nothing of what a comment hides', 'Seen.', [text('a', '<!-- hidden\nlines -->\nSeen.')]],
    [
      'the option that was ticked',
      'Together',
      [section({ type: 'choice', id: 'a', ask: 'Which?', options, other: false }, 'b')]
    ],
    ['the first item', 'one', [section({ type: 'list', id: 'a', ask: 'Which?', items: {} }, ['one', 'two'])]],
    ['not those of a note, which has no answer', 'Then sun.', [NOTE, text('b', 'Then sun.')]],
    ['without the marks of Markdown', 'Very *good*', [text('a', '**Very** \\*good\\*')]]
  ])('are %s', (_, expected, sections) => expect(words(...sections)).toBe(expected))

  it('stop at the heading of a question that has lost its marker', () => {
    const lost = encodeEntry({ head: headOf(), sections: [text('a', ''), text('secret', 'Ill.', true)] })
    const [start, ...rest] = lost.split(/^<!-- reflect:secret.*\n/m)
    expect(rest).toHaveLength(1)
    expect(firstWords([start, ...rest].join(''))).toBe('')
  })

  it.each(askingTypes)('never are of a private answer, and on one line: %s', (type) => {
    fc.assert(
      fc.property(answered(type), ({ prompt, answer }) => {
        expect(words(section(prompt, answer, true))).toBe('')
        expect(words(section(prompt, answer))).not.toMatch(/\n/)
      }),
      { numRuns: 20 }
    )
  })
})
