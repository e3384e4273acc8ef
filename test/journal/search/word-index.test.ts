import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../../../src/text/folding.ts'
import { decodeIndex, encodeIndex, indexOf, numbersWith } from '../../../src/journal/search/word-index.ts'

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '日', ' ', '.'), maxLength: 12 }), {
  maxLength: 12
})
const needle = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '日'), minLength: 1, maxLength: 3 })

test('an index, also after encoding and decoding, finds the texts with all needles', () => {
  fc.assert(
    fc.property(texts, fc.array(needle, { minLength: 1, maxLength: 3 }), (all, needles) => {
      const expected = [...all.keys()].filter((number) =>
        needles.every((one) => wordsOf(all[number] ?? '').some((word) => word.includes(one)))
      )
      const made = indexOf(all)
      expect(numbersWith(made, needles)).toEqual(expected)
      const read = decodeIndex(Buffer.concat(encodeIndex(made)))
      expect(read && numbersWith(read, needles)).toEqual(expected)
    })
  )
})
