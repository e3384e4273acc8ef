import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { addsNothing, mergeEntries } from '../../src/entry/merge.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import { answersOf, entryOf } from '../journal/kit/entries.ts'

type Answers = Readonly<Record<string, string>>

const read = (answers: Answers, rest: Partial<EntryHead> = {}) => decodeEntry(encodeEntry(entryOf(answers, rest)))

function merge(before: Answers | undefined, ours: Answers, theirs: Answers) {
  const merged = mergeEntries(before && read(before), read(ours), read(theirs))
  return {
    answers: answersOf(decodeEntry(merged.text)),
    order: decodeEntry(merged.text).sections.map(({ id }) => id),
    ...merged
  }
}

describe('mergeEntries', () => {
  test.each<[string, Answers, Answers, Answers, Answers]>([
    [
      'each side changes another answer',
      { a: '1', b: '1' },
      { a: '2', b: '1' },
      { a: '1', b: '3' },
      { a: '2', b: '3' }
    ],
    ['each side adds an answer', { a: '1' }, { a: '1', b: '2' }, { a: '1', c: '3' }, { a: '1', b: '2', c: '3' }],
    ['both sides say the same', { a: '1' }, { a: '2' }, { a: '2' }, { a: '2' }],
    ['we take one away', { a: '1', b: '1' }, { b: '1' }, { a: '1', b: '3' }, { b: '3' }],
    ['they take one away', { a: '1', b: '1' }, { a: '1', b: '2' }, { b: '1' }, { b: '2' }],
    ['we take away what they changed', { a: '1', b: '1' }, { b: '1' }, { a: '3', b: '1' }, { a: '3', b: '1' }],
    ['they take away what we changed', { a: '1', b: '1' }, { a: '2', b: '1' }, { b: '1' }, { a: '2', b: '1' }]
  ])('%s', (_, before, ours, theirs, expected) => {
    const { answers, refused } = merge(before, ours, theirs)
    expect(answers).toEqual(expected)
    expect(refused).toEqual([])
  })

  test('keeps theirs if both changed an answer, and reports ours', () => {
    const { answers, refused } = merge({ a: '1', b: '1' }, { a: '2', b: '2' }, { a: '3', b: '1' })
    expect(answers).toEqual({ a: '3', b: '2' })
    expect(refused).toEqual(['Tell a.'])
  })

  test('without a base, refuses every difference', () => {
    const { answers, refused } = merge(undefined, { a: '2', b: '1', c: '1' }, { a: '3', b: '1' })
    expect(answers).toEqual({ a: '3', b: '1', c: '1' })
    expect(refused).toEqual(['Tell a.'])
  })

  test('inserts an added section at its place, between blank lines', () => {
    const { order, text } = merge(
      { a: '1', d: '1' },
      { a: '1', b: '1', c: '1', d: '1', e: '1' },
      { z: '1', a: '1', d: '9' }
    )
    expect(order).toEqual(['z', 'a', 'b', 'c', 'd', 'e'])
    expect(text).not.toMatch(/[^\n]\n<!-- reflect:/)
    expect(text).not.toMatch(/\n\n\n/)
    expect(text).toMatch(/[^\n]\n$/)
  })

  test('merges front matter key by key', () => {
    const before = read({ a: '1' }, { title: 'Old', tags: ['x'], status: 'draft', at: 'a' })
    const ours = read({ a: '1' }, { title: 'Old', tags: ['x'], status: 'finished' })
    const theirs = read({ a: '1' }, { title: 'By hand', tags: ['x', 'y'], status: 'draft', at: 'a' })
    const { head } = decodeEntry(mergeEntries(before, ours, theirs).text)
    expect(head).toMatchObject({ title: 'By hand', tags: ['x', 'y'], status: 'finished' })
    expect(head.at).toBeUndefined()
  })

  test.each([
    ['above the first section', '\n# What counts as value?\n', '\n# What counts as value?\n\nA word first.\n'],
    ['in the front matter', '\n---\n', '\nmood: low # for once\n---\n']
  ])('merges text that the learner added %s, and keeps theirs if both did', (_, from, to) => {
    const text = encodeEntry(entryOf({ a: '1' }))
    expect(text).toContain(from)
    const added = decodeEntry(text.replace(from, () => to))
    const elsewhere = decodeEntry(text.replace('\n1\n', '\n2\n'))
    const both = encodeEntry(added).replace('\n1\n', '\n2\n')
    expect(mergeEntries(decodeEntry(text), added, elsewhere)).toEqual({ text: both, refused: [] })
    expect(mergeEntries(decodeEntry(text), elsewhere, added)).toEqual({ text: both, refused: [] })
    const other = decodeEntry(text.replace(from, () => to.replace(/word|low/, 'sign')))
    expect(mergeEntries(decodeEntry(text), other, added)).toEqual({
      text: encodeEntry(added),
      refused: [added.head.title]
    })
  })

  test('loses no answer of either side', () => {
    const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3', 'some\n\nlines'))
    fc.assert(
      fc.property(fc.option(answers, { nil: undefined }), answers, answers, (before, ours, theirs) => {
        const merged = merge(before, ours, theirs)
        const lost = Object.keys(ours).filter((id) => {
          const isNews = ours[id] !== before?.[id]
          return isNews && merged.answers[id] !== ours[id] && !merged.refused.includes(`Tell ${id}.`)
        })
        const overwritten = Object.keys(theirs).filter(
          (id) => theirs[id] !== before?.[id] && merged.answers[id] !== theirs[id]
        )
        expect([lost, overwritten]).toEqual([[], []])
      })
    )
  })
})

test.each<[Answers, Answers, boolean]>([
  [{ a: '1' }, { a: '1', b: '2' }, true],
  [{}, { a: '1' }, true],
  [{ a: '1', b: '2' }, { a: '1' }, false],
  [{ a: '1' }, { a: '2' }, false]
])('a draft of %j beside an entry of %j adds nothing: %s', (draft, entry, expected) => {
  expect(addsNothing(read(draft), read(entry))).toBe(expected)
})
