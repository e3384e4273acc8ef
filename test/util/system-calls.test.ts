import { expect, test } from 'vitest'
import { randomHex, randomUuid } from '../../src/util/system-calls.ts'

test('random names and UUIDs differ each time', () => {
  const names = Array.from({ length: 1000 }, () => randomHex(16))
  expect(new Set(names).size).toBe(1000)
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/)
  expect(randomHex(4)).toMatch(/^[0-9a-f]{4}$/)
  const uuids = Array.from({ length: 1000 }, randomUuid)
  expect(new Set(uuids).size).toBe(1000)
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
