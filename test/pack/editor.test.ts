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

  it('suggests the keys of a section and of a class', async () => {
    const editor = await editorHere()
    const head = `${LINE}format: 2\nid: my-pack\nversion: 1.0.0\ntitle: My pack\nlanguage: en\nexercises: [one.yaml]\n`
    await editor.open('pack.yaml', `${head}sections:\n  week-1:\n    title: Week 1\n    \n`)
    expect(await editor.complete('pack.yaml', 10, 4)).toEqual(expect.arrayContaining(['opens', 'due', 'exercises']))
    expect(await editor.complete('pack.yaml', 11, 0)).toEqual(
      expect.arrayContaining(['routes', 'outcomes', 'glossary'])
    )
    await editor.open('class.yaml', `${head}class:\n  name: Group B\n  \n`)
    expect(await editor.complete('class.yaml', 9, 2)).toEqual(
      expect.arrayContaining(['start', 'language', 'rhythm', 'bundled'])
    )
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

  it.each([
    ['start_with', 'text', /text begins with/],
    ['tutor_notes', 'plan', /Learners never see it/],
    ['outcomes', 'scale', /evidence of/]
  ])('completes and explains %s of a %s', async (key, type, said) => {
    const editor = await editorHere()
    const head = `${LINE}id: one\ntitle: One\nprompts:\n  - id: a\n    type: ${type}\n    ask: What?\n`
    await editor.open('one.yaml', `${head}    \n`)
    expect(await editor.complete('one.yaml', 7, 4)).toContain(key)
    await editor.open('two.yaml', `${head}    ${key}: When\n`)
    expect(await editor.hover('two.yaml', 7, 6)).toMatch(said)
  })

  it('completes the prompts of a one-of', async () => {
    const editor = await editorHere()
    const head = `${LINE}id: one\ntitle: One\nprompts:\n  - id: a\n    type: one-of\n    ask: Which?\n    prompts:\n`
    const prompts = `      - { id: b, title: B, ask: What? }\n      - id: c\n        title: C\n        ask: Who?\n        `
    expect(await editor.open('one.yaml', `${head}${prompts}\n`)).toEqual([])
    expect(await editor.complete('one.yaml', 12, 8)).toEqual(expect.arrayContaining(['type', 'start_with', 'help']))
    await editor.open('two.yaml', `${head.replace('    prompts:\n', '')}    \n`)
    expect(await editor.complete('two.yaml', 7, 4)).toContain('prompts')
  })
})
