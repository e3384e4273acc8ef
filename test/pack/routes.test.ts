import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullName } from '../../src/pack/find.ts'
import type { Pack } from '../../src/pack/model.ts'
import {
  findRoutes,
  fullRouteName,
  isOnRoute,
  parseStep,
  routeIn,
  routeNamedIn,
  routesOf,
  routeToType,
  stepsOf
} from '../../src/pack/routes.ts'
import { english } from '../../src/words/index.ts'

type Routes = Readonly<Record<string, readonly string[]>>

function pack(id: string, exercises: readonly string[], routes: Routes = {}, renamed = {}): Pack {
  return {
    format: 2,
    id,
    version: '1.0.0',
    title: id,
    language: 'en',
    authors: [],
    exercises: exercises.map((name) => ({ id: name, title: name, prompts: [] })),
    routes: Object.fromEntries(
      Object.entries(routes).map(([name, steps]) => [name, { title: `The ${name} way`, exercises: steps }])
    ),
    renamed,
    retired: []
  }
}

const packs = [
  pack('a', ['one', 'two'], { short: ['one'], all: ['one', 'b/old', 'gone/x', 'b/never', 'two', 'b/new', 'later/y'] }),
  pack('b', ['new'], { short: ['new'] }, { old: 'new' })
]

function namesOf(name: string): string[] {
  return findRoutes(packs, name, english).map(fullRouteName)
}

describe('the exercises of a route', () => {
  it('keep their order, each once; what was renamed is found, and what is not here is told apart', () => {
    const [route] = findRoutes(packs, 'all', english)
    const { steps, missing } = stepsOf(route, packs)
    expect(steps.map(fullName)).toEqual(['a/one', 'b/new', 'a/two'])
    expect(missing).toEqual([
      { id: 'gone', after: 2 },
      { id: 'later', after: 3 }
    ])
  })

  it('are found or missing, whatever a route names', () => {
    const step = fc.tuple(fc.constantFrom('', 'a/', 'b/', 'c/'), fc.constantFrom('one', 'two', 'new', 'old', 'x'))
    const written = fc.array(step.map(([before, id]) => before + id))
    fc.assert(
      fc.property(written, (exercises) => {
        const [home, other] = packs
        const route = { pack: home!, name: 'r', route: { title: 'R', exercises } }
        const { steps, missing } = stepsOf(route, packs)
        const names = steps.map(fullName)
        expect(new Set(names).size).toBe(names.length)
        expect(missing.map(({ id }) => id)).toEqual(exercises.some((each) => each.startsWith('c/')) ? ['c'] : [])
        for (const each of [home!, other!])
          for (const exercise of each.exercises) {
            const isNamed = exercises.some((text) => {
              const named = parseStep(text, 'a')
              const id = named.pack === 'b' && named.exercise === 'old' ? 'new' : named.exercise
              return named.pack === each.id && id === exercise.id
            })
            expect(names.includes(fullName({ pack: each, exercise }))).toBe(isNamed)
            expect(isOnRoute({ pack: each, exercise }, route)).toBe(isNamed)
          }
      })
    )
  })
})

describe('the name of a route', () => {
  it.each([
    ['short', ['a/short', 'b/short']],
    ['b/short', ['b/short']],
    ['B/Short', ['b/short']],
    ['al', ['a/all']],
    ['the ALL way', ['a/all']],
    ['a/', ['a/short', 'a/all']]
  ])('%s means %j', (name, full) => expect(namesOf(name)).toEqual(full))

  it.each(['', '/', 'c/short', 'short/a', '__proto__', 'constructor'])('%j means none', (name) => {
    expect(() => namesOf(name)).toThrow(/No pack has a route/)
  })

  it('that is mistyped gets the nearest, as it is to be typed', () => {
    expect(() => namesOf('a/shrot')).toThrow('Did you mean "a/short" or "b/short"?')
    expect(() => namesOf('alll')).toThrow('Did you mean "all"? The routes are a/short, all, b/short.')
  })

  it('in an entry leads back to the route, whatever pack the entry is of', () => {
    for (const route of routesOf(packs))
      for (const { id } of packs) {
        const found = routeNamedIn(id, routeIn({ id }, route), packs)
        expect(found && fullRouteName(found)).toBe(fullRouteName(route))
        expect(namesOf(routeToType(route, packs))).toContain(fullRouteName(route))
      }
    for (const name of ['', '/', 'never', 'a/never', '__proto__', 'c/short', 'a/short/x'])
      expect(routeNamedIn('a', name, packs)?.name).toBeOneOf([undefined, 'short'])
  })
})
