import { expect, test } from 'vitest'
import type { Listed } from '../../src/entry/model.ts'
import { inReadingOrder } from '../../src/progress/progress.ts'
import type { Pack } from '../../src/pack/model.ts'
import { headOf } from '../journal/kit/entries.ts'

const pack = (id: string, exercises: readonly string[], renamed = {}): Pack => ({
  format: 1,
  id,
  version: '1.0.0',
  title: id,
  language: 'en',
  authors: [],
  exercises: exercises.map((name) => ({ id: name, title: name, prompts: [] })),
  routes: {},
  renamed,
  retired: []
})

/** An entry by `day pack/exercise`. */
function entry(name: string): Listed {
  const [day = '', where = ''] = name.split(' ')
  const [ofPack = '', exercise = ''] = where.split('/')
  return { ...headOf({ pack: ofPack, exercise, started: `2026-01-0${day}T09:00:00+00:00` }), file: name }
}

test('inReadingOrder sorts by pack, exercise and start, and puts exercises and packs that are gone last', () => {
  const packs = [pack('b', ['first', 'second'], { early: 'first' }), pack('a', ['only'])]
  const order = ['3 b/early', '5 b/first', '1 b/second', '2 b/retired', '6 b/retired', '4 a/only', '7 c/x', '1 d/a']
  expect(inReadingOrder(order.toSorted().map(entry), packs).map(({ file }) => file)).toEqual(order)
})
