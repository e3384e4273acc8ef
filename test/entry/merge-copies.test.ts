import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { mergeCopies, isRewritten } from '../../src/entry/merge-copies.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import { answersOf, entryOf } from '../journal/kit/entries.ts'
import { runs } from '../kit/long.ts'

type Answers = Readonly<Record<string, string>>

const read = (answers: Answers, rest: Partial<EntryHead> = {}) => decodeEntry(encodeEntry(entryOf(answers, rest)))

function merge(copy: Answers, kept: Answers, base?: Answers) {
  const { text, refused } = mergeCopies(base && read(base), read(copy), read(kept))
  return { answers: answersOf(decodeEntry(text)), refused }
}

describe('mergeCopies', () => {
  test.each<[string, Answers, Answers, Answers]>([
    ['each has an answer of its own', { a: '1', b: '2' }, { a: '1', c: '3' }, { a: '1', b: '2', c: '3' }],
    ['the copy is older', { a: '1' }, { a: '1', b: '2' }, { a: '1', b: '2' }],
    ['the copy goes on', { a: '1', b: 'One.\n\nTwo.' }, { a: '1', b: 'One.' }, { a: '1', b: 'One.\n\nTwo.' }],
    ['the copy goes on in the line', { a: 'One' }, { a: 'One or two' }, { a: 'One or two' }],
    ['one has both texts', { a: 'One.' }, { a: 'Two.\n\nOne.' }, { a: 'Two.\n\nOne.' }]
  ])('unites copies: %s', (_, copy, kept, expected) => {
    expect(merge(copy, kept)).toEqual({ answers: expected, refused: [] })
    expect(merge(kept, copy)).toEqual({ answers: expected, refused: [] })
  })

  test('keeps the answer of the entry where each has words of its own, and names it', () => {
    expect(merge({ a: 'mine', b: '2' }, { a: 'yours', c: '3' })).toEqual({
      answers: { a: 'yours', b: '2', c: '3' },
      refused: ['Tell a.']
    })
    // No word boundary.
    expect(merge({ a: '1' }, { a: '12' }).refused).toEqual(['Tell a.'])
  })

  test('a part that is as in the version from which both come is older; what the entry gave up stays away', () => {
    const earlier = { a: 'Long and short.', b: '1', c: '3' }
    expect(merge(earlier, { a: 'Short.', b: '2' }, earlier)).toEqual({ answers: { a: 'Short.', b: '2' }, refused: [] })
    // The copy may come from before the earlier version.
    expect(merge({ a: 'First.' }, { a: 'Second.' }, { a: 'Second.' }).refused).toEqual(['Tell a.'])
  })

  test('an answer is newer than a skip', () => {
    const skipped = read({ a: '1' })
    const text = encodeEntry(skipped)
      .replace('reflect:a text', 'reflect:a text skipped')
      .replace('\n1\n', '\n*Skipped.*\n')
    const copy = decodeEntry(text)
    expect(copy.sections[0]?.body.kind).toBe('skipped')
    for (const merged of [mergeCopies(undefined, copy, skipped), mergeCopies(undefined, skipped, copy)])
      expect([answersOf(decodeEntry(merged.text)), merged.refused]).toEqual([{ a: '1' }, []])
  })

  test('keeps the finish of an entry that was moved to another day', () => {
    const moved = read({ a: '1' }, { started: '2025-01-01T10:00:00+00:00', finished: '2025-01-01T10:30:00+00:00' })
    const copy = read({ a: '1' }, { started: '2026-11-24T10:00:00+00:00', finished: '2026-11-24T10:30:00+00:00' })
    const { head } = decodeEntry(mergeCopies(undefined, copy, moved).text)
    expect([head.started, head.finished]).toEqual([moved.head.started, moved.head.finished])
  })

  test('unites tags, takes the later finish, fills what is partial, and names another title or day', () => {
    const copy = read({ a: '1' }, { tags: ['x', 'y'], finished: '2026-11-24T10:00:00+00:00', partial: true })
    const merged = mergeCopies(undefined, copy, read({ a: '1' }, { tags: ['z', 'x'] }))
    expect(merged.refused).toEqual([])
    const { head } = decodeEntry(merged.text)
    expect(head).toMatchObject({ tags: ['z', 'x', 'y'], finished: '2026-11-24T10:00:00+00:00' })
    expect(head.partial).toBeUndefined()
    for (const other of [{ title: 'Other' }, { started: '2026-11-22T19:02:27+00:00' }, { exercise: 'other' }])
      expect(mergeCopies(undefined, read({ a: '1' }, other), read({ a: '1' })).refused).toEqual([
        'What counts as value?'
      ])
  })

  test('keeps a note and a property of one copy, and reads other line endings as the same', () => {
    const kept = encodeEntry(entryOf({ a: '1' }))
    const copy = kept.replace('\n---\n', '\nmood: low\n---\n').replace('value?\n\n', 'value?\n\nA note.\n\n')
    const unite = (one: string, other: string) => mergeCopies(undefined, decodeEntry(one), decodeEntry(other))
    expect(unite(copy, kept)).toEqual({ text: copy, refused: [] })
    expect(unite(kept, copy)).toEqual({ text: copy, refused: [] })
    const crlf = kept.replaceAll('\n', '\r\n')
    expect(unite(crlf, kept)).toEqual({ text: kept, refused: [] })
  })

  test('loses no line of either copy, unless it names the part', () => {
    const line = fc.constantFrom('One.', 'Two.', 'One. Two.', '', '- a', '> b', '## c')
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
    const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), text, { maxKeys: 4 })
    fc.assert(
      fc.property(answers, answers, (copy, kept) => {
        const merged = mergeCopies(undefined, read(copy), read(kept))
        const held = merged.text.split('\n').map((one) => one.trimEnd())
        const isHeld = (answer: string) =>
          answer.split('\n').every((one) => held.some((it) => it === one || it.startsWith(`${one} `)))
        for (const answer of Object.values(kept)) expect(isHeld(answer)).toBe(true)
        for (const [id, answer] of Object.entries(copy))
          expect(merged.refused.includes(`Tell ${id}.`) || isHeld(answer)).toBe(true)
        // Merging again changes nothing.
        expect(mergeCopies(undefined, read(copy), decodeEntry(merged.text))).toEqual(merged)
      }),
      { numRuns: runs(2000) }
    )
  })
})

describe('isRewritten', () => {
  test.each([
    [{ a: '1', b: '2' }, { a: '3', b: '4' }, true],
    [{ a: '1', b: '2' }, { a: '1', b: '4' }, false],
    [{ a: '1' }, { a: '1 and more' }, false]
  ])('%j and %j', (a, b, expected) => {
    expect(isRewritten(read(a), read(b))).toBe(expected)
  })
})

test('a copy with names replaced is not merged, and not taken for another entry', () => {
  const [copy, kept] = [read({ a: 'A colleague.', b: '2' }, { partial: true, replaced: true }), read({ a: 'Jo.' })]
  expect(isRewritten(copy, kept)).toBe(false)
  expect(mergeCopies(undefined, copy, kept).refused).toContain(kept.head.title)
})
