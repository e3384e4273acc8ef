import { expect, test } from 'vitest'
import { randomHex, randomUuid } from '../../src/util/random.ts'

test.each([1, 2, 8, 64])('%i bytes are twice as many digits', (count) => {
  expect(randomHex(count)).toMatch(/^[0-9a-f]+$/)
  expect(randomHex(count)).toHaveLength(2 * count)
})

test('names and UUIDs are others each time', () => {
  expect(new Set(Array.from({ length: 1000 }, () => randomHex(8))).size).toBe(1000)
  const made = Array.from({ length: 1000 }, randomUuid)
  expect(new Set(made).size).toBe(1000)
  for (const uuid of made) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
