import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { describe, expect, it, onTestFinished } from 'vitest'
import { jsonSchema } from '../../src/pack/check/schema.ts'
import { openEditor } from '../kit/language-server.ts'

const schema = jsonSchema('file')
const translationSchema = jsonSchema('translation')
const LINE = '# yaml-language-server: $schema=./pack.schema.json\n'
const exercises = path.join(import.meta.dirname, '../../exercises')
const bundled = fs
  .readdirSync(exercises, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))

function editorHere() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-editor-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
  fs.writeFileSync(path.join(dir, 'pack.schema.json'), JSON.stringify(schema))
  return openEditor(dir)
}

describe('the JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  const validate = ajv.compile(schema)
  const translation = ajv.compile(translationSchema)

  it.each(bundled)('is accepted by ajv in strict mode, and accepts %s', (name) => {
    const value: unknown = parse(fs.readFileSync(path.join(exercises, name), 'utf8'))
    const wanted = name.includes('translations') ? translation : validate
    expect(wanted(value) ? [] : wanted.errors).toEqual([])
  })

  it('rejects a misspelt key', () => {
    expect(translation({ title: 'Un', exercises: { one: { titel: 'Un' } } })).toBe(false)
    expect(validate({ id: 'one', titel: 'One', prompts: [{ id: 'a', ask: 'What?' }] })).toBe(false)
  })
})

/** Some keys, by the place where the walk through the schema must have found them. */
const examples = {
  'file id: a': ['sections', 'option_lists', 'scales', 'class', 'outcomes', 'glossary', 'tutor_notes'],
  'file.sections.*': ['opens', 'due'],
  'file.exercises[].prompts[] type: text': ['start_with', 'tutor_notes', 'outcomes'],
  'file.exercises[].prompts[] type: one-of': ['prompts'],
  'file.exercises[].prompts[] type: scale': ['scale'],
  'file.exercises[].prompts[].statements[] id: a': ['labels'],
  'file.exercises[].reading[]': ['random']
}

type Json = Readonly<Record<string, unknown>>

/** A mapping of a file: what is written down to it, and the keys that it can have besides those. */
interface Place {
  readonly name: string
  readonly lines: readonly string[]
  readonly indent: string
  readonly keys: readonly string[]
}

const definitions = schema['$defs'] as Readonly<Record<string, Json>>

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The schemas that a value may fit: those behind references and in unions. */
function branchesOf(value: unknown): Json[] {
  if (!isJson(value)) return []
  const { $ref: reference, anyOf } = value
  if (typeof reference === 'string') return branchesOf(definitions[reference.replace('#/$defs/', '')])
  return Array.isArray(anyOf) ? anyOf.flatMap(branchesOf) : [value]
}

/** All mappings with keys of their own in a value; alike ones once. `lines` lead to it. */
function placesIn(value: unknown, name: string, lines: readonly string[], indent: string, seen: Set<string>): Place[] {
  return branchesOf(value).flatMap((branch) => {
    const text = JSON.stringify(branch)
    if (seen.has(text)) return []
    seen.add(text)
    const { properties, items, additionalProperties } = branch
    if (isJson(properties)) return placesOfKeys(properties, name, lines, indent, seen)
    if (items !== undefined) return placesIn(items, `${name}[]`, [...lines, `${indent}- `], `${indent}  `, seen)
    return placesIn(additionalProperties, `${name}.*`, [...lines, `${indent}some:`], `${indent}  `, seen)
  })
}

function placesOfKeys(
  properties: Json,
  name: string,
  lines: readonly string[],
  indent: string,
  seen: Set<string>
): Place[] {
  const given = beginningOf(properties)
  const begun = given === '' ? lines : withText(lines, given, indent)
  const keys = Object.keys(properties).filter((key) => !given.startsWith(`${key}:`))
  const below = keys.flatMap((key) =>
    placesIn(properties[key], `${name}.${key}`, withText(begun, `${key}:`, indent), `${indent}  `, seen)
  )
  return [{ name: `${name} ${given}`.trim(), lines: begun, indent, keys }, ...below]
}

/** What a mapping needs to be known as one of its kind; '' if its place tells. In an empty condition, the server sees no comparison. */
function beginningOf({ type, id, is }: Json): string {
  if (isJson(type) && typeof type['const'] === 'string') return `type: ${type['const']}`
  return id !== undefined ? 'id: a' : is !== undefined ? 'is: a' : ''
}

/** The lines with a text in the mapping that they lead to: behind a dash, or on a line of its own. */
function withText(lines: readonly string[], text: string, indent: string): string[] {
  const last = lines.at(-1) ?? ''
  return last.endsWith('- ') ? [...lines.slice(0, -1), last + text] : [...lines, indent + text]
}

describe('an editor', () => {
  it('underlines nothing in a bundled exercise', async () => {
    const editor = await editorHere()
    const text = fs.readFileSync(path.join(exercises, 'three-questions', 'three-questions.yaml'), 'utf8')
    expect(await editor.open('one.yaml', LINE + text)).toEqual([])
    expect(
      await editor.open('pack.yaml', LINE + fs.readFileSync(path.join(exercises, 'public-value', 'pack.yaml'), 'utf8'))
    ).toEqual([])
  })

  it('underlines a misspelt key and a missing one', async () => {
    const editor = await editorHere()
    const found = await editor.open('one.yaml', `${LINE}id: one\ntitle: One\nprompts:\n  - id: a\n    aks: What?\n`)
    expect(found.join('\n')).toMatch(/aks|ask/)
  })

  it('suggests every key in every place that can have it', async () => {
    const editor = await editorHere()
    const places = placesIn(schema, 'file', [LINE.trim()], '', new Set())
    const forgotten: string[] = []
    for (const [index, { name, lines, indent, keys }] of places.entries()) {
      const all = withText(lines, '', indent)
      const offered = await editor.completeIn(`${index}.yaml`, `${all.join('\n')}\n`, all.length - 1, indent.length)
      forgotten.push(...keys.filter((key) => !offered.includes(key)).map((key) => `${name}: ${key}`))
    }
    expect(forgotten).toEqual([])
    for (const [name, keys] of Object.entries(examples))
      expect(places.find((place) => place.name === name)?.keys).toEqual(expect.arrayContaining(keys))
  })

  it('suggests the keys and describes them', async () => {
    const editor = await editorHere()
    await editor.open(
      'one.yaml',
      `${LINE}id: one\ntitle: One\nprompts:\n  - id: a\n    type: scale\n    ask: How sure?\n    \n`
    )
    expect(await editor.complete('one.yaml', 7, 4)).toEqual(
      expect.arrayContaining(['from', 'to', 'labels', 'statements', 'help', 'when'])
    )
    expect(await editor.hover('one.yaml', 6, 5)).toMatch(/The question, as Markdown/)
  })

  it('knows what a manifest defines once, and the names of it', async () => {
    const editor = await editorHere()
    const head = `${LINE}format: 2\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en-GB\nexercises: [one.yaml]\n`
    const defined =
      'option_lists: { known: { asked: I asked } }\nscales:\n  sure: { from: 1, to: 5, labels: { 1: No } }\n'
    expect(await editor.open('pack.yaml', head + defined)).toEqual([])
    expect(await editor.open('empty.yaml', `${head}\n`)).toEqual([])
    expect(await editor.complete('empty.yaml', 7, 0)).toEqual(expect.arrayContaining(['option_lists', 'scales']))
    const used = `${LINE}id: one\ntitle: One\nprompts:\n  - { id: b, type: choice, ask: How?, options: known }\n`
    expect(
      await editor.open('one.yaml', `${used}  - id: a\n    type: scale\n    ask: How?\n    scale: sure\n    \n`)
    ).toEqual([])
    expect(await editor.complete('one.yaml', 9, 4)).toEqual(expect.arrayContaining(['statements', 'unsure']))
    expect(await editor.hover('one.yaml', 8, 6)).toMatch(/name of a scale/)
  })
})
