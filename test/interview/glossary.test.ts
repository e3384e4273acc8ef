import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsIn, withTerms } from '../../src/interview/glossary.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'

const found = (text: string, terms: readonly string[], language = 'en-GB') =>
  termsIn([text], { language, terms: terms.map((term) => ({ term, meaning: '' })) }).map(({ term }) => term)

describe('the terms in a text', () => {
  it.each<readonly [language: string, text: string, term: string, isFound: boolean]>([
    ['en', 'What is its public value?', 'public value', true],
    ['en', 'PUBLIC\nVALUE first', 'Public Value', true],
    ['en', 'What is its *public* **value**?', 'public value', true],
    ['en', 'its public-value', 'public value', true],
    ['en', 'in public. It has value', 'public value', false],
    ['en', 'revalued', 'value', false],
    ['en', 'a café’s menu', 'CAFÉ', true],
    ['en', "the state's role", 'state', true],
    ['en', 'two stakeholders', 'stakeholder', true],
    ['en', 'many classes and cities', 'class', true],
    ['en', 'many classes and cities', 'city', true],
    ['en', 'one stakeholder', 'stakeholders', false],
    ['en', 'see [here](https://example.org/value/ethos)', 'ethos', false],
    ['en', 'see ![the queue](images/ethos.png)', 'ethos', false],
    ['en', 'a & b', '&', false],
    ['de', 'zwei Wertes', 'Wert', false],
    ['de', 'große STRASSE', 'Straße', true],
    ['cy', 'Beth yw ei werth cyhoeddus?', 'gwerth cyhoeddus', true],
    ['cy', 'fy ngwerth cyhoeddus', 'gwerth cyhoeddus', true],
    ['cy', 'ei chymuned a’i hysgol', 'cymuned', true],
    ['cy', 'ei chymuned a’i hysgol', 'ysgol', true],
    ['cy', 'y lle hwn', 'lle', true],
    ['cy', 'ei le ef', 'lle', true],
    ['cy', 'two lles', 'lle', false],
    ['ja', 'これは公共価値です', '公共価値', true],
    ['el', 'Η ΠΌΛΗ μου', 'πόλη', true]
  ])('in %s: "%s", %s: %j', (language, text, term, isFound) => {
    expect(found(text, [term], language)).toEqual(isFound ? [term] : [])
  })

  it('are whole words, wherever they are', () => {
    const word = fc.stringMatching(/^[a-zé]{3,8}$/)
    const sign = fc.constantFrom(' ', '\n', ', ', '. ', ' (', '** ', '"')
    fc.assert(
      fc.property(word, word, sign, sign, (term, other, before, after) => {
        expect(found(`${other}${before}${term.toUpperCase()}${after}${other}`, [term])).toEqual([term])
        fc.pre(other.length < 3 || !term.startsWith(other))
        expect(found(`x${term}x`, [term])).toEqual([])
      })
    )
  })
})

describe('the help of a question', () => {
  const glossary = {
    language: 'en',
    terms: [
      { term: 'ethos', meaning: 'What it *stands* for.' },
      { term: 'public value', meaning: 'What it gives.' },
      { term: 'remit', meaning: 'What it may do.' }
    ]
  }
  const choice: Prompt = {
    type: 'choice',
    id: 'a',
    title: 'The ethos',
    ask: 'Which public value?',
    options: [{ id: 'x', label: 'Its remit' }],
    other: false
  }

  it.each<readonly [Partial<Prompt>, string | undefined]>([
    [{}, '**Words**\n\n- **public value**: What it gives.\n- **remit**: What it may do.'],
    [
      { help: 'Think of the ethos.', ask: 'Which?' },
      'Think of the ethos.\n\n**Words**\n\n- **ethos**: What it *stands* for.\n- **remit**: What it may do.'
    ]
  ])('explains the terms of all its texts', (keys, expected) => {
    expect(withTerms({ ...choice, ...keys } as Prompt, glossary, 'Words').help).toBe(expected)
  })

  it('is the same without them', () => {
    const plain: Prompt = { type: 'text', id: 'a', ask: 'What happened?' }
    expect(withTerms(plain, glossary, 'Words')).toBe(plain)
    expect(withTerms(choice, undefined, 'Words')).toBe(choice)
  })
})
