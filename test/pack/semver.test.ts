import { expect, it } from 'vitest'
import { compareSemver } from '../../src/pack/semver.ts'

/** From semver.org, section 11, in ascending order. */
const order = [
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '1.2.0',
  '1.10.0',
  '2.0.0'
]

it('sorts versions as semver.org defines', () => {
  expect(order.toReversed().toSorted(compareSemver)).toEqual(order)
  expect(compareSemver('1.0.0+a', '1.0.0+b')).toBe(0)
})
