import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonElements, NotADocument } from '../../src/import/json-elements.ts'
import type { JsonElement } from '../../src/import/json-elements.ts'

/** The pieces of a text that arrives in parts of this length. */
function piecesOf(text: string, length: number): JsonElement[] {
  const elements = new JsonElements()
  const pieces: JsonElement[] = []
  for (let at = 0; at < text.length; at += length) pieces.push(...elements.add(text.slice(at, at + length)))
  elements.end()
  return pieces
}

const entriesOf = (text: string, length: number) =>
  piecesOf(text, length).flatMap((piece) => (piece.kind === 'entry' ? [JSON.parse(piece.json)] : []))

describe('a streamed JSON document', () => {
  it('has the entries that JSON.parse gives, for chunks of any length', () => {
    const entry = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(
        fc.array(entry),
        fc.dictionary(
          fc.string().filter((key) => key !== 'entries'),
          fc.jsonValue()
        ),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 2, '\t'),
        (entries, others, length, indent) => {
          const text = JSON.stringify({ ...others, entries }, undefined, indent)
          const expected = JSON.parse(text).entries
          expect(entriesOf(text, length)).toEqual(expected)
        }
      )
    )
  })

  it('has the plain members beside them', () => {
    expect(piecesOf('{"format": 1, "of": "a,b}", "entries": [], "more": {"entries": [{"a":1}]}}', 3)).toEqual([
      { kind: 'value', key: 'format', json: '1' },
      { kind: 'value', key: 'of', json: '"a,b}"' }
    ])
  })

  it.each(['', '[', '[{}]', '{"entries": [{"a": 1}', '{"entries": [{"a": "}]}', '{}{}', '}', 'no JSON', '"{}"'])(
    'is refused unless it is one complete object: %j',
    (text) => {
      expect(() => piecesOf(text, 2)).toThrow(NotADocument)
    }
  )
})
