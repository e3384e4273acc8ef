import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { findExercise, lookUpExercise } from '../../src/pack/find.ts'
import type { Pack } from '../../src/pack/model.ts'
import { english } from '../../src/words/index.ts'

function pack(id: string, exercises: readonly string[]): Pack {
  return {
    format: 1,
    id,
    version: '1.0.0',
    title: id,
    language: 'en',
    authors: [],
    exercises: exercises.map((exercise) => ({ id: exercise, title: exercise, prompts: [] })),
    routes: {},
    renamed: {},
    retired: []
  }
}

const packs = [
  pack('public-value', ['no-paying-customer', 'nobody-asked', 'three']),
  pack('three-questions', ['three-questions']),
  pack('other', ['three', 'constructor'])
]

describe('a name of an exercise', () => {
  it.each([
    ['public-value/no-paying-customer', 'public-value/no-paying-customer'],
    ['no-paying-customer', 'public-value/no-paying-customer'],
    ['no-p', 'public-value/no-paying-customer'],
    ['No-P', 'public-value/no-paying-customer'],
    ['public-value/nob', 'public-value/nobody-asked'],
    ['pub/nob', 'public-value/nobody-asked'],
    ['three-', 'three-questions/three-questions'],
    ['other/three', 'other/three'],
    ['constructor', 'other/constructor']
  ])('%s means %s', (name, full) => {
    const { pack: owner, exercise } = findExercise(packs, name, english)
    expect(`${owner.id}/${exercise.id}`).toBe(full)
  })

  it.each([
    ['Nobody asked?', 'Nobody asked?'],
    ['nobody ASKED', 'Nobody asked?'],
    ['three', 'three'],
    ['asked', 'Nobody asked?'],
    ['paying', 'no-paying-customer']
  ])('%s is found by its title or a part of it', (name, title) => {
    const [own] = packs
    const titled =
      own?.exercises.map((one) => (one.id === 'nobody-asked' ? { ...one, title: 'Nobody asked?' } : one)) ?? []
    expect(findExercise([{ ...pack('p', []), exercises: titled }], name, english).exercise.title).toBe(title)
  })

  it('that could be several names them all', () => {
    expect(lookUpExercise(packs, 'three')).toEqual({ kind: 'ambiguous', names: ['public-value/three', 'other/three'] })
    expect(lookUpExercise(packs, 'no')).toEqual({
      kind: 'ambiguous',
      names: ['public-value/no-paying-customer', 'public-value/nobody-asked']
    })
    expect(() => findExercise(packs, 'no', english)).toThrow(
      /could be "public-value\/no-paying-customer" or "public-value\/nobody-asked"/
    )
  })

  it.each(['', '/', 'pub/nob/x', '__proto__', 'toString', 'xyz'])('%j means none', (name) => {
    expect(() => findExercise(packs, name, english)).toThrow(UsageError)
  })

  it('that is mistyped gets the nearest', () => {
    expect(() => findExercise(packs, 'nobody-aksed', english)).toThrow(/Did you mean "nobody-asked"/)
  })
})
