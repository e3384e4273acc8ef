import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../src/pack/check/schema.ts'
import type { PackFile } from '../../src/pack/model.ts'
import { isFault } from '../../src/pack/source/diagnose.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { translatePack, type Translated } from '../../src/pack/source/translate.ts'
import { isRecord } from '../../src/util/records.ts'
import { writeYaml } from '../../src/pack/yaml/write-yaml.ts'
import { codesOf, file, read } from '../kit/packs.ts'
import { everyText, filesOf, filled } from '../kit/every-text.ts'
import { runs } from '../kit/long.ts'

const options = { done: false, mark: 'Look again.', introduction: ['For the translator.', ''] }
type Options = Partial<typeof options>

/** The translation after the command. */
function translate(
  files: readonly PackFile[],
  more: Options = {},
  language = 'cy'
): Translated & { readonly text: string } {
  const result = translatePack(language, { files, manifest: 'pack.yaml' }, { ...options, ...more })
  if (!('content' in result)) throw new Error(JSON.stringify(result))
  return { ...result, text: Buffer.from(result.content).toString('utf8') }
}

/** The files with a translation in place of the one that they have. */
function withTranslation(files: readonly PackFile[], text: string, path = 'translations/cy.yaml'): PackFile[] {
  return [...files.filter((each) => each.path !== path), file(path, text)]
}

/** The lines of a translation that the translator wrote. */
function wordsIn(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => !/^ *(?:#[|=!<] |#\||$)/.test(line))
}

const plain = filesOf(everyText((words) => words))
const text = fc
  .array(
    fc.constantFrom(
      'word',
      'Gair',
      ': ',
      ' #',
      '"',
      "'",
      '- ',
      '\n',
      '\n\n',
      '| ',
      '> ',
      '*',
      '…',
      'é',
      '&',
      '!',
      '%',
      '@',
      '`',
      '[',
      ',',
      '🙂'
    ),
    { minLength: 1, maxLength: 8 }
  )
  .map((parts) => parts.join(''))
  .filter((words) => /[a-z]/i.test(words))
const texts = fc.array(text, { minLength: 1, maxLength: 12 })

/** A pack with every kind of text, where some are these, which YAML could read as something else. */
function packOf(some: readonly string[]): PackFile[] {
  let index = 0
  return filesOf(everyText((words) => (index++ % 3 === 0 ? words : `${some[index % some.length]} ${index}`)))
}

describe('pack translate', () => {
  it('writes a translation that checks well, and in which learners read the original', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const files = packOf(some)
        const before = read(files)
        const { text: skeleton, progress } = translate(files)
        const after = read(withTranslation(files, skeleton))
        expect(codesOf(after.diagnostics.filter(isFault))).toEqual(codesOf(before.diagnostics.filter(isFault)))
        expect(codesOf(after.diagnostics)).toContain('part-translated')
        expect(progress).toMatchObject({ translated: 0, changed: 0 })
        const { languages: _, progress: __, ...shown } = (after.pack && inLanguage(after.pack, 'cy')) ?? {}
        expect(shown).toEqual({ ...before.pack, language: 'cy' })
      }),
      { numRuns: runs(30) }
    )
  })

  it('is complete when every mark is replaced, and then changes nothing', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const files = packOf(some)
        const { text: skeleton, progress } = translate(files)
        const welsh = filled(skeleton, (number) => (number % 4 === 0 ? `"Gair: ${number}" # gair` : `Gair ${number}`))
        const after = read(withTranslation(files, welsh))
        expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(after.pack?.progress).toBeUndefined()
        expect(Object.values(after.pack?.translations?.['cy'] ?? {}).length).toBeGreaterThanOrEqual(progress.texts)
        const again = translate(withTranslation(files, welsh))
        expect(again.text).toBe(welsh)
        expect(again).toMatchObject({ hasChanged: false, progress: { translated: progress.texts, changed: 0 } })
      }),
      { numRuns: runs(30) }
    )
  })

  it('marks exactly the text that has changed, until the translator takes the mark away', () => {
    let count = 0
    everyText((words) => String(++count) + words)
    fc.assert(
      fc.property(fc.nat({ max: count - 1 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (number, end, isDone) => {
        const welsh = filled(translate(plain).text).replaceAll('\n', end)
        let index = 0
        const changed = filesOf(everyText((words) => (index++ === number ? `New ${words}` : words)))
        const marked = translate(withTranslation(changed, welsh))
        expect(marked.update.marked).toHaveLength(1)
        expect(marked.update).toMatchObject({ added: [], gone: [], looked: [] })
        expect(wordsIn(marked.text)).toEqual(wordsIn(welsh))
        expect(marked.text.split(end)).toHaveLength(welsh.split(end).length + 2)
        expect(translate(withTranslation(changed, marked.text)).text).toBe(marked.text)
        const found = read(withTranslation(changed, marked.text))
        expect(codesOf(found.diagnostics)).toEqual(['outdated'])
        expect(found.diagnostics.some(isFault)).toBe(false)
        expect(found.pack?.translations).toEqual(read(withTranslation(plain, welsh)).pack?.translations)
        const looked = isDone
          ? translate(withTranslation(changed, marked.text), { done: true })
          : translate(withTranslation(changed, marked.text.replace(/^ *#! .*\r?\n/m, '')))
        expect(looked.update).toMatchObject({ looked: marked.update.marked, marked: [] })
        expect(looked.text).not.toMatch(/#[!<] /)
        expect(read(withTranslation(changed, looked.text)).diagnostics).toEqual([])
      }),
      { numRuns: runs(40) }
    )
  })

  it('adds what a translation lacks, in its place, and keeps every word and comment', () => {
    const lines = filled(translate(plain).text).split('\n')
    const blocks = lines.flatMap((line, index) => (/^ *(?!#)\S.*: Gair \d+$/.test(line) ? [index] : []))
    fc.assert(
      fc.property(fc.subarray(blocks, { maxLength: 6 }), (left) => {
        const kept = lines.map((line, index) => (left.includes(index) ? '' : `${line}`)).join('\n')
        const mine = `# Fy sylw\n${kept.replace(/^title: .*$/m, '$&   # sylw arall')}`
        const found = read(withTranslation(plain, mine))
        fc.pre(found.pack !== undefined)
        const { text: after, update } = translate(withTranslation(plain, mine))
        expect(update.added).toHaveLength(left.length)
        expect(update).toMatchObject({ marked: [], gone: [] })
        expect(wordsIn(after).filter((line) => !line.endsWith('…'))).toEqual(wordsIn(mine))
        expect(after).toContain('   # sylw arall')
        expect(translate(withTranslation(plain, after)).text).toBe(after)
        expect(Object.keys(read(withTranslation(plain, after)).pack?.translations?.['cy'] ?? {})).toEqual(
          Object.keys(found.pack?.translations?.['cy'] ?? {})
        )
      }),
      { numRuns: runs(40) }
    )
  })

  it('has every text that a translation can have', () => {
    const names = translate(plain).update.added.map((name) => name.split('/'))
    const missing = textPaths(jsonSchema('translation')).filter((path) => !names.some((name) => isAt(name, path)))
    expect(missing).toEqual([])
  })

  it('has every text that a pack can have, apart from those that learners do not read', () => {
    const translated = new Set(textPaths(jsonSchema('translation')).flat())
    const schema = jsonSchema('file')
    const parts = isRecord(schema['$defs']) ? Object.values(schema['$defs']) : []
    const keys = [schema, ...parts]
      .flatMap((part) => textPaths(part))
      .map((path) => path.findLast((key) => !/^(?:\*|text)$/.test(key)))
    expect([...new Set(keys)].filter((key) => key !== undefined && !translated.has(key)).toSorted()).toEqual([
      'authors',
      'tutor_notes'
    ])
  })

  it('makes a comment of what the pack has no more, and removes what nobody translated', () => {
    const welsh = filled(translate(plain).text).replace(/^ {6}role:/m, '      # Fy sylw\n$&')
    const without = filesOf(
      withoutPrompt(
        everyText((words) => words),
        'order'
      )
    )
    const checked = read(withTranslation(without, welsh))
    expect(codesOf(checked.diagnostics)).toEqual(['text-gone'])
    const { text: after, update } = translate(withTranslation(without, welsh))
    expect(update).toMatchObject({ gone: ['exercises/one/prompts/order'], added: [], marked: [] })
    expect(after).toMatch(/^ {6}#~ order:\n {6}#~ {3}ask: Gair \d+\n {6}#~ {3}options:\n {6}#~ {5}a: Gair \d+\n/m)
    expect(after).toContain('# Fy sylw')
    expect(read(withTranslation(without, after)).diagnostics).toEqual([])
    expect(translate(withTranslation(without, after)).text).toBe(after)
    const empty = translate(withTranslation(without, translate(plain).text))
    expect(empty.text).toBe(translate(without).text)
  })

  it('takes a translation that was written by hand, in any style', () => {
    const flow = `title: Fy mhecyn
exercises: { one: { title: Un, prompts: { role: { ask: "Pwy?
  Chi?", options: { led: Fi, not: "" } }, whole: Cwblhewch.,
  hours: Oriau } } } # sylw
routes:
sections: {}
`
    const { text: after, update } = translate(withTranslation(plain, flow))
    for (const words of [
      'title: Fy mhecyn',
      'title: Un',
      '"Pwy?\n  Chi?"',
      'label: Fi',
      'ask: Cwblhewch.',
      'ask: Oriau',
      '# sylw'
    ])
      expect(after).toContain(words)
    expect(update.added.length).toBeGreaterThan(40)
    const { pack, diagnostics } = read(withTranslation(plain, after))
    expect(codesOf(diagnostics)).toEqual(['part-translated'])
    expect(pack?.translations?.['cy']).toEqual({ ...read(withTranslation(plain, flow)).pack?.translations?.['cy'] })
    expect(translate(withTranslation(plain, after)).text).toBe(after)
    const changed = filesOf(everyText((words) => (words === 'I led' ? 'I was leading' : words)))
    const marked = translate(withTranslation(changed, after))
    expect(marked.update.marked).toEqual(['exercises/one/prompts/role/options/led/label'])
    expect(translate(withTranslation(changed, marked.text)).text).toBe(marked.text)
    const done = translate(withTranslation(changed, marked.text), { done: true })
    expect(done.update.looked).toEqual(marked.update.marked)
    expect(read(withTranslation(changed, done.text)).diagnostics.map(({ code }) => code)).toEqual(['part-translated'])
  })

  it('shows learners the original where a changed text quotes something else', () => {
    const welsh = filled(translate(plain).text)
    const changed = filesOf(everyText((words) => (words === 'Plan.' ? 'Plan for {{hours|it}}.' : words)))
    const ordered = changed.map(({ path, bytes }) =>
      file(path, Buffer.from(bytes).toString().replace('{{hours|it}}', '{{what|it}}'))
    )
    const { pack, diagnostics } = read(withTranslation(ordered, translate(withTranslation(ordered, welsh)).text))
    expect(codesOf(diagnostics)).toContain('outdated')
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(false)
    expect(pack?.progress?.['cy']).toMatchObject({ changed: 1 })
    const plan = pack && inLanguage(pack, 'cy').exercises[0]?.prompts.find(({ id }) => id === 'plan')
    expect(plan?.ask).toBe('Plan for {{what|it}}.')
  })

  it('keeps the line ends and the byte order mark of a file', () => {
    const mine = '\ufefftitle: Fy mhecyn\r\n# diwedd'
    const { text: after } = translate(withTranslation(plain, mine))
    expect(after.startsWith(mine.replace('# diwedd', ''))).toBe(true)
    expect(after.replaceAll('\r\n', '')).not.toContain('\n')
    expect(after).toContain('# diwedd\r\n#= ')
  })

  it('of a pack in one file is in that file', () => {
    const pack = { ...everyText((words) => words) }
    const yaml = `# Fy sylw\n${writeYaml(pack, [])}`
    const source = { files: [file('pack.yaml', yaml)], manifest: 'pack.yaml' }
    const result = translatePack('cy', source, options)
    if (!('content' in result)) throw new Error(JSON.stringify(result))
    const written = Buffer.from(result.content).toString()
    expect(result.path).toBe('pack.yaml')
    expect(written.startsWith(yaml)).toBe(true)
    const french = translatePack('fr', { ...source, files: [file('pack.yaml', filled(written))] }, options)
    if (!('content' in french)) throw new Error(JSON.stringify(french))
    const { pack: both, diagnostics } = read([file('pack.yaml', french.content)])
    expect(codesOf(diagnostics)).toEqual(['part-translated'])
    expect(both?.progress).toMatchObject({ fr: { translated: 0 } })
    expect(Object.keys(both?.progress ?? {})).toEqual(['fr'])
    const again = translatePack('cy', { ...source, files: [file('pack.yaml', french.content)] }, options)
    expect(again).toMatchObject({ hasChanged: false })
  })
})

/** A pack without one of its prompts. */
function withoutPrompt(pack: Record<string, unknown>, id: string): Record<string, unknown> {
  const json = JSON.parse(JSON.stringify(pack), (_, value: unknown) =>
    Array.isArray(value) ? value.filter((each) => !isRecord(each) || each['id'] !== id) : value
  )
  return isRecord(json) ? json : pack
}

/** The texts that a part of a JSON Schema allows, each by the keys that lead to it; `*` is any key. */
function textPaths(schema: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (!isRecord(schema)) return []
  if (schema['type'] === 'string') return schema['pattern'] === '\\S' ? [path] : []
  const properties = isRecord(schema['properties']) ? Object.entries(schema['properties']) : []
  const choices = Array.isArray(schema['anyOf']) ? schema['anyOf'] : []
  return [
    ...properties.flatMap(([key, below]) => (key === 'translations' ? [] : textPaths(below, [...path, key]))),
    ...choices.flatMap((choice) => textPaths(choice, path)),
    ...textPaths(schema['items'], path),
    ...textPaths(schema['additionalProperties'], [...path, '*'])
  ]
}

/** Whether a text is at a path of the schema, or below it. */
function isAt(name: readonly string[], path: readonly string[]): boolean {
  return path.every((step, index) => step === '*' || step === name[index])
}
