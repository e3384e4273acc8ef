import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonSchema } from '../../src/pack/check/schema.ts'
import { questions } from '../../src/questions/index.ts'
import { HEAD, MANIFEST, ONE } from '../kit/packs.ts'

const schema = jsonSchema('file')
const readerOf = (json: object) => {
  const editor = z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0])
  return (yaml: string) => editor.safeParse(parse(yaml)).success
}
const accepts = readerOf(schema)
const acceptsTranslation = readerOf(jsonSchema('translation'))

const exercises = path.join(import.meta.dirname, '../../exercises')
const bundled = fs
  .readdirSync(exercises, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))

describe('the JSON Schema for editors', () => {
  it('names its draft, and defines every prompt type', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    const types = Object.keys(questions).map((type) => `prompt-${type}`)
    expect(Object.keys(schema['$defs'] as object)).toEqual(expect.arrayContaining([...types, 'exercise', 'condition']))
  })

  it('describes every key that a prompt can have', () => {
    const { 'prompt-scale': scale } = schema['$defs'] as Record<string, { properties: Record<string, object> }>
    for (const property of Object.values(scale?.properties ?? {})) {
      expect('description' in property || '$ref' in property).toBe(true)
    }
  })

  it.each(bundled)('accepts %s', (name) => {
    const isTranslation = name.includes('translations')
    expect((isTranslation ? acceptsTranslation : accepts)(fs.readFileSync(path.join(exercises, name), 'utf8'))).toBe(
      true
    )
  })

  it('accepts a manifest, an exercise, and a pack in one file', () => {
    expect(accepts(MANIFEST)).toBe(true)
    expect(accepts(ONE)).toBe(true)
    expect(
      accepts(MANIFEST.replace('[one.yaml, other.yaml]', '[{ id: a, title: A, prompts: [{ id: b, ask: What? }] }]'))
    ).toBe(true)
  })

  it.each([
    ['an unknown key', `${HEAD}  - { id: a, ask: What?, hlep: Me }`],
    ['an unknown type', `${HEAD}  - { id: a, ask: What?, type: essay }`],
    ['a missing question', `${HEAD}  - { id: a }`],
    ['an id with capitals', `${HEAD}  - { id: A, ask: What? }`],
    ['a condition of no form', `${HEAD}  - { id: a, ask: What?, when: { b: { equals: 3 } } }`]
  ])('underlines %s', (_, yaml) => {
    expect(accepts(yaml)).toBe(false)
  })
})
