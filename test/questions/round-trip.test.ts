import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAnswer, encodeAnswer } from '../../src/questions/codec.ts'
import { check, inOneLine, lines, promptFromForm, questionOf, shown } from '../../src/questions/index.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english, entryLanguages } from '../../src/words/index.ts'
import { runs } from '../kit/long.ts'
import { answered, askingTypes } from './kit/arbitrary.ts'

/** A reader knows the words of every language; what is written is in one of them. */
const context = { language: 'en', languages: Object.values(entryLanguages) }
const types = Object.values(entryLanguages).flatMap((words) => askingTypes.map((type) => ({ type, words })))

/** The prompt as a reader of an entry has it: through the marker's JSON. */
function asRead(prompt: Prompt): Prompt {
  const written = questionOf(prompt).form(prompt)
  const read = promptFromForm(
    prompt.type,
    { id: prompt.id, ask: prompt.ask },
    written && JSON.parse(JSON.stringify(written))
  )
  return read!
}

describe.each(types)('any $type, skipped as $words.skipped', ({ type, words }) => {
  it('comes back from its Markdown as it was, whatever the question and the answer hold', () => {
    fc.assert(
      fc.property(answered(type), ({ prompt, answer }) => {
        const reading = decodeAnswer(asRead(prompt), encodeAnswer(prompt, answer, words, context), context)
        expect(reading).toEqual({ answer, before: '', after: '' })
      }),
      { numRuns: runs(300) }
    )
  })

  it('holds once it is checked, and has a short form of single lines', () => {
    fc.assert(
      fc.property(answered(type), ({ prompt, answer }) => {
        expect(check(prompt, answer)).toEqual({ ok: true, answer })
        expect(lines(prompt, answer, words).join('')).toMatch(/^[^\n\r]+$/)
        expect(inOneLine(prompt, answer, words)).toMatch(/^[^\n\r]+$/)
        expect(shown(prompt, answer, words)).not.toBe('')
      }),
      { numRuns: runs(100) }
    )
  })
})

describe('any value at all', () => {
  it.each(askingTypes)('is accepted or refused with a sentence by %s, never an exception', (type) => {
    const value = fc.oneof(
      fc.anything({ withNullPrototype: true, withSparseArray: true }),
      fc.jsonValue(),
      fc.array(fc.dictionary(fc.constantFrom('row', 'other', '__proto__', 'if'), fc.anything()))
    )
    fc.assert(
      fc.property(answered(type), value, ({ prompt }, given) => {
        const checked = check(prompt, given)
        const said = checked.ok ? ['Fine.'] : checked.faults.map((fault) => english.faults.sentence(fault))
        expect(said).not.toEqual([])
        expect(said.filter((sentence) => !sentence.endsWith('.'))).toEqual([])
      }),
      { numRuns: runs(200) }
    )
  })
})
