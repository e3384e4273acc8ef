import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeEntry,
  encodeEntry,
  hasLostMarkers,
  newSection,
  withMarkers,
  withSection
} from '../../src/entry/codec.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { runs } from '../kit/long.ts'
import { headOf } from '../journal/kit/entries.ts'
import { examples } from '../questions/kit/prompts.ts'

const said: [Prompt, Answer | undefined][] = [
  [examples.text, 'It was a wet morning.\n\n- nobody\n- came'],
  [examples.list, ['a', 'b']],
  [examples.choice, 'led'],
  [examples.choices, ['led', 'planned']],
  [examples.scale, 4],
  [examples.ranking, ['planned', 'led', 'lived']],
  [examples.table, [{ row: 'user', pays: true, why: 'a | b' }]],
  [examples.sentence, { who: 'people', what: 'book' }],
  [examples.plan, { if: 'it rains', then: 'call' }],
  [examples.number, undefined],
  [{ ...examples.date, private: true }, '2026-11-23'],
  [examples['yes-no'], true]
]
const prompts = said.map(([prompt], index): Prompt => ({
  ...prompt,
  title: `Title ${index}`,
  ask: `Question ${index}?`
}))
const sections = said.map(([, answer], index) => {
  const prompt = prompts[index]!
  const body =
    answer === undefined ? ({ kind: 'skipped' } as const) : { kind: 'answered' as const, answer, before: '', after: '' }
  return newSection(prompt, body, prompt.private === true, english.entry)
})
const original = encodeEntry({ head: headOf(), sections })
const withoutMarkers = (text: string, isLost: (number: number) => boolean = () => true) => {
  let number = 0
  return text.replaceAll(/^<!-- reflect:.*\n/gm, (line) => (isLost(number++) ? '' : line))
}
const stripped = withoutMarkers(original)
const answersOf = (text: string) =>
  decodeEntry(text).sections.map(({ id, type, body, private: isPrivate }) => [id, type, body, isPrivate])

describe('an entry whose markers an editor has dropped', () => {
  it('has its questions and answers as private texts', () => {
    const entry = decodeEntry(stripped)
    expect(hasLostMarkers(entry)).toBe(true)
    expect(entry.sections.map(({ title }) => title)).toEqual(prompts.map(({ title }) => title))
    expect(entry.sections.map(({ ask }) => ask)).toEqual(prompts.map(({ ask }) => ask))
    expect(entry.sections.every(({ private: isPrivate, type }) => isPrivate && type === 'text')).toBe(true)
    expect(entry.sections[0]?.body).toMatchObject({
      kind: 'answered',
      answer: 'It was a wet morning.\n\n- nobody\n- came'
    })
    expect(entry.sections.map(({ id }) => id)).toEqual(prompts.map((_, index) => `_${index + 1}`))
    expect(encodeEntry(entry)).toBe(stripped)
  })

  it('has every answer with its type and privacy again once the pack is known, whichever markers are left', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: prompts.length, maxLength: prompts.length }), (isLost) => {
        const text = withoutMarkers(original, (number) => isLost[number] === true)
        expect(withMarkers(text, prompts)).toBe(original)
        expect(encodeEntry(decodeEntry(text))).toBe(text)
      }),
      { numRuns: runs(300) }
    )
    expect(withMarkers(original, prompts)).toBe(original)
    expect(withMarkers(original)).toBe(original)
  })

  it('gets the types later if markers were written without the pack', () => {
    const without = withMarkers(stripped)
    expect(withoutMarkers(without)).toBe(stripped)
    expect(decodeEntry(without).sections.every(({ private: isPrivate }) => isPrivate)).toBe(true)
    expect(withMarkers(without, prompts)).toBe(original)
  })

  it.each<[string, (text: string) => string]>([
    ['underlined headings', (text) => text.replaceAll(/^## (.*)$/gm, '$1\n-----')],
    ['bold lines for headings', (text) => text.replaceAll(/^## (.*)$/gm, '**$1**')],
    ['headings of another level', (text) => text.replaceAll(/^## /gm, '#### ')],
    ['reworded headings', (text) => text.replaceAll(/^## Title/gm, '## My title')],
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['no blank lines around headings', (text) => text.replaceAll(/\n\n(?=##)|(?<=^##.*\n)\n/gm, '\n')]
  ])('is understood with %s', (_, change) => {
    const text = change(stripped)
    const known = withMarkers(text, prompts)
    expect(answersOf(known)).toEqual(answersOf(original))
    expect(decodeEntry(text).sections.map(({ ask }) => ask)).toEqual(prompts.map(({ ask }) => ask))
    expect(encodeEntry(decodeEntry(text))).toBe(text)
  })

  it('keeps its parts apart when one of them is answered anew', () => {
    const entry = decodeEntry(stripped)
    const prompt: Prompt = { type: 'text', id: '_3', title: 'Title 2', ask: 'Question 2?' }
    const fresh = newSection(prompt, { kind: 'answered', answer: 'Anew.', before: '', after: '' }, true, english.entry)
    const after = decodeEntry(encodeEntry(withSection(entry, fresh)))
    expect(after.sections.map(({ title, body }) => [title, body])).toEqual(
      entry.sections.map(({ title, body }, index) => [title, index === 2 ? fresh.body : body])
    )
  })

  it('keeps the headings and quotations of an answer where they are', () => {
    const prompt: Prompt = { type: 'text', id: 'a', title: 'One', ask: 'One?' }
    const answer = '## My heading\n\n> a quotation\n\nand words'
    const one = newSection(prompt, { kind: 'answered', answer, before: '', after: '' }, false, english.entry)
    const text = encodeEntry({ head: headOf(), sections: [one] })
    expect(withMarkers(text)).toBe(text)
    expect(withMarkers(text, [prompt])).toBe(text)
    expect(withMarkers(text, [prompt, { ...prompt, id: 'b', title: 'Two', ask: 'Two?' }])).toBe(text)
    const careful = decodeEntry(text, undefined, { isCautious: true }).sections
    expect(careful.map(({ private: isPrivate }) => isPrivate)).toEqual([false, true])
  })

  it('quotes nothing in public that may be private', () => {
    const quoting: Prompt = { ...prompts[0]!, ask: 'You said {{secret}}. And now?' } as Prompt
    const text = stripped.replace('Question 0?', 'You said something odd. And now?')
    expect(decodeEntry(withMarkers(text, [quoting])).sections[0]).toMatchObject({ id: quoting.id, private: true })
  })
})
