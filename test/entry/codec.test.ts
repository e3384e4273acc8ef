import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry, newSection, withSection } from '../../src/entry/codec.ts'
import type { Body, Entry, Section } from '../../src/entry/model.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english, entryWords } from '../../src/words/index.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { answered, askingTypes, text as anyText } from '../questions/kit/arbitrary.ts'
import { examples, ratings } from '../questions/kit/prompts.ts'
import { headOf } from '../journal/kit/entries.ts'

const words = english.entry
const tags = fc.constantFrom('en-GB', 'cy', 'cy-GB', 'fr')

function answer(prompt: Prompt, value: unknown): Section {
  return newSection(prompt, { kind: 'answered', answer: value, before: '', after: '' } as Body, false, words)
}

function text(id: string, value: string): Section {
  return answer({ type: 'text', id, ask: `Tell ${id}.` }, value)
}

function entryOf(sections: readonly Section[]): Entry {
  return { head: headOf(), sections }
}

function withoutRaw(section: Section): Section {
  const { raw: _, ...rest } = section
  return rest
}

/** The entry after encoding and decoding, without the raw texts. */
function throughFile(entry: Entry): { head: Entry['head']; sections: Section[] } {
  const { head, sections } = decodeEntry(encodeEntry(entry))
  return { head, sections: sections.map(withoutRaw) }
}

function bodies(entry: { sections: readonly Section[] }): unknown[] {
  return entry.sections.map(({ body }) =>
    body.kind === 'answered' ? body.answer : body.kind === 'unread' ? [body.text] : body.kind
  )
}

/** The text with the changes that are allowed: line endings and newlines at the end. */
function asKept(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/, '')
}

describe('a text', () => {
  it.each([
    ['every example of CommonMark', commonmark.examples.filter((example) => example.trim() !== ''), 640],
    ['every hostile text', hostileTexts, 300]
  ])('comes back byte for byte and leaves its neighbours alone: %s', (_, texts, least) => {
    expect(texts.length).toBeGreaterThan(least)
    for (const value of texts) {
      const entry = entryOf([
        text('first', 'before'),
        text('second', value),
        text('third', value),
        text('fourth', 'after')
      ])
      expect(bodies(throughFile(entry))).toEqual(['before', asKept(value), asKept(value), 'after'])
    }
  })

  it('comes back byte for byte whatever it holds', () => {
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'binary' }), (one, other) => {
        const entry = entryOf([text('first', one), text('second', `${other}.`), text('third', 'after')])
        expect(bodies(throughFile(entry))).toEqual([asKept(one), `${other}.`.replaceAll(/\r\n?/g, '\n'), 'after'])
      }),
      { numRuns: 200 }
    )
  })

  it('is a skip if it is white space alone', () => {
    expect(bodies(throughFile(entryOf([text('first', ' \n\t\n'), text('second', 'after')])))).toEqual([
      'skipped',
      'after'
    ])
  })

  it('may be the very words of a skip', () => {
    expect(bodies(throughFile(entryOf([text('first', '*Skipped.*')])))).toEqual(['*Skipped.*'])
  })
})

describe('an entry', () => {
  it('looks as the format says', () => {
    const entry = entryOf([
      answer({ ...examples.table, addRows: {} }, [{ row: 'user', pays: true }]),
      newSection(
        { type: 'text', id: 'stakes.follow_up', ask: 'Why?\n\nSay *more*.\n' },
        { kind: 'skipped' },
        true,
        words
      )
    ])
    const [, body = ''] = encodeEntry(entry).split('---\n\n')
    expect(body).toBe(`# What counts as value?

<!-- reflect:stakes table {"rowTitle":"Who","columns":{"pays":"Pays","why":"Why","known":"How you know"},"yesNo":["pays"],"options":{"known":{"asked":"I asked","heard":"I was told"}},"rows":{"user":"A user","tax":"A taxpayer"},"addRows":{}} -->
## *Question*

> Who has a stake?

| Who | Pays | Why | How you know |
| --- | --- | --- | --- |
| A user | yes |  |  |
| A taxpayer |  |  |  |

<!-- reflect:stakes.follow_up text skipped private -->
### *Follow-up*

> Why?
>
> Say *more*.

*Skipped.*
`)
  })

  it.each(askingTypes)('holds any %s between two texts, in any language', (type) => {
    fc.assert(
      fc.property(answered(type), fc.boolean(), tags, ({ prompt, answer: value }, isPrivate, language) => {
        const body: Body = { kind: 'answered', answer: value, before: '', after: '' }
        const section = newSection(prompt, body, isPrivate, entryWords(language))
        const skip = newSection({ type: 'text', id: 'skip', ask: 'Tell.' }, { kind: 'skipped' }, false, words)
        const entry = {
          ...entryOf([text('before', 'b'), section, skip, text('after', 'a')]),
          head: headOf({ language })
        }
        expect(encodeEntry(entry)).toContain(`*${entryWords(language).skipped}*`)
        expect(throughFile(entry)).toEqual({ head: entry.head, sections: entry.sections })
        expect(section).toMatchObject({
          id: prompt.id,
          type,
          private: isPrivate,
          body: { kind: 'answered', answer: value, before: '', after: '' }
        })
      }),
      { numRuns: 60 }
    )
  })

  it('tells a reader without the pack what was asked and what it was chosen from', () => {
    const entry = throughFile(
      entryOf([answer(examples.choice, 'led'), answer(ratings, { staff: 1, all: null }), answer(examples.number, 5)])
    )
    expect(entry.sections.map(({ prompt }) => prompt)).toEqual([
      { ...examples.choice, title: 'Your part?' },
      { ...ratings, title: 'How sure?' },
      { ...examples.number, title: 'How far?' }
    ])
  })

  it('keeps what a recall showed, as it was shown', () => {
    const shown = 'old words\n\n> with a quotation\n'
    for (const reword of [true, false]) {
      const prompt: Prompt = { ...examples.recall, ask: 'Read:\n\n> a saying\n', reword, shown }
      const [section] = throughFile(entryOf([newSection(prompt, { kind: 'none' }, false, words)])).sections
      expect(section).toMatchObject({
        body: { kind: 'none' },
        prompt: { ask: 'Read:\n\n> a saying', reword, shown: shown.trimEnd() }
      })
      expect(section?.ask).toBe('Read:\n\n> a saying\n\n> old words\n>\n> > with a quotation')
    }
  })

  it('keeps a note that asks nothing', () => {
    expect(
      bodies(throughFile(entryOf([newSection(examples.note, { kind: 'none' }, false, words), text('first', 'a')])))
    ).toEqual(['none', 'a'])
  })

  it('keeps what is no answer yet as it stands', () => {
    const sections = [
      answer(examples.choice, 'half a word'),
      answer(examples.number, '12 or so'),
      answer(examples.list, ['only one']),
      answer(examples.table, [5])
    ]
    expect(bodies(throughFile(entryOf(sections)))).toEqual([
      ['half a word'],
      ['12 or so'],
      ['only one'],
      ['```json\n[\n  5\n]\n```']
    ])
  })

  it('has headings that are shown as they are, on one line', () => {
    const title = 'A *b* <c> [d](e) `f` \\g &amp;\n<!-- reflect:x text --> #'
    const entry = { ...entryOf([answer({ type: 'text', id: 'a', ask: 'b', title }, 'c')]), head: headOf({ title }) }
    expect(encodeEntry(entry)).toContain(
      '\n# A \\*b\\* \\<c> \\[d\\](e) \\`f\\` \\\\g \\&amp; \\<!-- reflect:x text --> \\#\n'
    )
    expect(throughFile(entry).sections[0]?.title).toBe(title.replace('\n', ' '))
    expect(throughFile(entry).head.title).toBe(title)
  })

  it.each(['en', 'en-GB', 'cy', 'not a language', '__proto__'])(
    'is read whatever its language says: %s',
    (language) => {
      const entry = { ...entryOf([answer(examples['yes-no'], true)]), head: headOf({ language }) }
      expect(bodies(throughFile(entry))).toEqual([true])
    }
  )
})

describe('a section put in place of another', () => {
  const original = encodeEntry(entryOf([text('first', 'one'), answer(examples.choice, 'led'), text('last', 'three')]))
  const edited = original
    .replace(/(?<=:role .*\n)## .*/, '## My part in it')
    .replace('- [ ] *Other:*', '- [ ] *Other:*\n\nI was not alone.')
    .replace('\none\n', '\none  \n\n')

  it('changes nothing if it says the same', () => {
    const entry = decodeEntry(edited)
    expect(encodeEntry(withSection(entry, answer(examples.choice, 'led')))).toBe(edited)
  })

  it('changes that section only, and leaves its notes and its reworded heading', () => {
    const entry = withSection(decodeEntry(edited), answer(examples.choice, 'planned'))
    expect(encodeEntry(entry)).toBe(edited.replace('[x] I led', '[ ] I led').replace('[ ] It is', '[x] It is'))
  })

  it('comes last if it is new, after a blank line', () => {
    for (const file of [original, original.trimEnd()]) {
      expect(encodeEntry(withSection(decodeEntry(file), text('more', 'four')))).toBe(
        `${original}\n<!-- reflect:more text -->\n## *Question*\n\n> Tell more.\n\nfour\n`
      )
    }
  })

  it('has the line endings of its file', () => {
    const windows = original.replaceAll('\n', '\r\n')
    const changed = encodeEntry(withSection(decodeEntry(windows), text('last', 'four\nfive')))
    expect(changed).toBe(original.replace('three', 'four\nfive').replaceAll('\n', '\r\n'))
    expect(bodies(decodeEntry(changed))).toEqual(['one', 'led', 'four\nfive'])
  })
})
