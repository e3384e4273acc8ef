import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/pack/model.ts'
import { isLong } from '../../kit/long.ts'
import { read } from '../../kit/packs.ts'
import { base } from './base.ts'
import { corrected, filesOf } from './corrected.ts'
import { table, type Slip } from './table.ts'

/** The pack with a slip, and the place where it should be reported. */
function written({ file: name, from, to, at }: Slip) {
  const source = base[name] ?? ''
  const start = source.indexOf(from)
  const text = source.slice(0, start) + to + source.slice(start + from.length)
  const lines = text.slice(0, text.indexOf(at, start)).split('\n')
  return {
    files: filesOf({ ...base, [name]: text }),
    place: { file: name, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
  }
}

/** A seventh of the table in a normal run, with something of each kind. */
const seen = new Set<string>()
const chosen = table.filter((slip, index) => {
  const isFirst = !seen.has(slip.kind)
  seen.add(slip.kind)
  return isLong || isFirst || index % 40 === 0
})

const placeOf = ({ file: name, line, column }: Diagnostic) => ({ file: name, line, column })

describe('a slip of an author', () => {
  const sound = read(filesOf(base))

  it('is one change of a sound pack', () => {
    expect(sound.diagnostics).toEqual([])
    for (const { file: name, from } of table) expect(base[name]).toContain(from)
    expect(table.length).toBeGreaterThanOrEqual(300)
    expect(new Set(table.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40)
  })

  it.each(chosen)('$kind: $to', (slip) => {
    const { files, place } = written(slip)
    const { diagnostics } = read(files)
    const found = diagnostics.filter(({ code }) => code === slip.code)
    expect(found.map(placeOf)).toContainEqual(place)
    expect(diagnostics.length).toBeLessThanOrEqual(slip.max)
    const after = read(corrected(files))
    expect(JSON.stringify(after.pack) === JSON.stringify(sound.pack) && after.diagnostics.length === 0).toBe(
      slip.isFixed
    )
  })
})

/** Texts that YAML does not read as they are. */
const TEXTS = [
  '%50 of it',
  '*Tell* one',
  '**Tell** one moment',
  '&Money',
  '& the rest',
  '@home',
  '`Code` first',
  '!Stop',
  '[see] done',
  '{The} moment',
  'Plan #1',
  '#first',
  'Half: full',
  '"Tell" one',
  '"Tell" the "one"',
  "'Tell' one",
  '? Why',
  ', and so',
  'Why: {x}',
  '100% *sure*: yes'
]

/** Places for a text, without quotation marks. */
const PLACES: readonly (readonly [name: string, from: string, key: string])[] = [
  ['one.yaml', 'title: The moment', 'title: '],
  ['one.yaml', 'ask: Tell one moment of this week.', 'ask: '],
  ['one.yaml', 'led: I led it', 'led: '],
  ['two.yaml', '- Money', '- ']
]

const unquoted = TEXTS.flatMap((text) => PLACES.map((place) => [text, ...place] as const))

describe('a text that needs quotation marks', () => {
  it.each(unquoted.filter((_, index) => isLong || index % 5 === 0))(
    'gets them: %s in %s, %s',
    (text, name, from, key) => {
      const withText = (yaml: string) => filesOf({ ...base, [name]: base[name]?.replace(from, () => key + yaml) ?? '' })
      const after = read(corrected(withText(text)))
      expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(after.pack).toEqual(read(withText(JSON.stringify(text))).pack)
    }
  )

  it.each([
    ['{The moment', 'title: The moment', 'title: '],
    ['[The moment', 'title: The moment', 'title: '],
    ['Who was #first', 'text: I was calm }', 'text: '],
    ['Calm, cool and collected', 'text: I was calm }', 'text: ']
  ])('gets them between or instead of braces: %s', (text, from, key) => {
    const name = from.startsWith('title') ? 'one.yaml' : 'two.yaml'
    const end = from.endsWith('}') ? ' }' : ''
    const withText = (yaml: string) =>
      filesOf({ ...base, [name]: base[name]?.replace(from, () => key + yaml + end) ?? '' })
    expect(read(corrected(withText(text))).pack).toEqual(read(withText(JSON.stringify(text))).pack)
  })

  it.each([
    ['"Tell one C:\\temp"', 'Tell one C:\\temp'],
    ['"Tell one C:\\moment"', 'Tell one C:\\moment'],
    ['"Tell one "moment" of it"', 'Tell one "moment" of it']
  ])('keeps its backslashes and quotation marks: %s', (source, text) => {
    const files = filesOf({
      ...base,
      'one.yaml': base['one.yaml']?.replace('Tell one moment of this week.', () => source) ?? ''
    })
    expect(read(corrected(files)).pack?.exercises[0]?.prompts[0]?.ask).toBe(text)
  })
})

describe('a pack that needs format 2', () => {
  const { 'pack.yaml': manifest = '', 'one.yaml': one = '', ...others } = base
  const core = one.replace('ask: How sure are you?', 'ask: How sure are you?\n    core: true')

  it.each([
    ['for an exercise', manifest, core],
    ['for its manifest', manifest.replace('exercises:', 'tutor_notes: Hand it out.\nexercises:'), one],
    ['and names none', manifest.replace('format: 1\n', 'tutor_notes: Hand it out.\n'), one]
  ])('gets it %s', (_, head, exercise) => {
    const files = filesOf({ ...others, 'pack.yaml': head, 'one.yaml': exercise })
    expect(read(files).diagnostics.map(({ code }) => code)).toContain('needs-format')
    const after = read(corrected(files))
    expect(after.diagnostics).toEqual([])
    expect(after.pack?.format).toBe(2)
  })
})

describe('the correction of a whole file', () => {
  const one = base['one.yaml'] ?? ''
  const sound = read(filesOf(base))

  it.each<readonly [name: string, code: string, bytes: Uint8Array]>([
    ['UTF-16 with a mark', 'not-utf8', Buffer.from(`\ufeff${one}`, 'utf16le')],
    ['UTF-16 without a mark', 'not-utf8', Buffer.from(one, 'utf16le')],
    ['UTF-16 with lines of Windows', 'not-utf8', Buffer.from(`\ufeff${one.replaceAll('\n', '\r\n')}`, 'utf16le')],
    ['lines of an old Mac', 'old-line-ends', Buffer.from(one.replaceAll('\n', '\r'))],
    ['lines with two carriage returns', 'old-line-ends', Buffer.from(one.replaceAll('\n', '\r\r\n'))]
  ])('%s', (_, code, bytes) => {
    const files = filesOf({ ...base, 'one.yaml': bytes })
    expect(read(files).diagnostics.map((found) => found.code)).toEqual([code])
    expect(read(corrected(files)).pack).toEqual(sound.pack)
  })

  it('makes UTF-8 of Windows-1252, but not of what may be something else', () => {
    const asked = (bytes: string) =>
      filesOf({ ...base, 'one.yaml': Buffer.from(one.replace('Tell one moment', bytes), 'latin1') })
    expect(read(asked('Tell one caf\u00e9')).diagnostics.map((found) => found.code)).toEqual(['not-utf8'])
    const after = read(corrected(asked('Don\u0092t say \u0093caf\u00e9\u0094 \u0096 tell one')))
    expect(after.pack?.exercises[0]?.prompts[0]?.ask).toBe('Don’t say “café” – tell one of this week.')
    const ofMac = read(asked('Tell one caf\u008e')).diagnostics
    expect(ofMac.map(({ code, fix }) => [code, fix])).toEqual([['not-utf8', undefined]])
  })

  it.each(['<!DOCTYPE html><p>x', '{\\rtf1 x}', '%PDF-1.4', 'PK\u0003\u0004 word/document.xml'])(
    'is none for %j',
    (text) => {
      const { diagnostics } = read(filesOf({ ...base, 'two.yaml': Buffer.from(text, 'latin1') }))
      expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([['not-yaml', undefined]])
    }
  )

  it.each(['pack.yml', 'Pack.YAML', 'pack.yaml.txt', 'manifest.yaml', 'mine.yaml'])('gives %s its name', (name) => {
    const { 'pack.yaml': manifest = '', ...others } = base
    const files = filesOf({ ...others, [name]: manifest })
    expect(read(files).diagnostics.map(({ code }) => code)).toEqual(['no-manifest'])
    expect(read(corrected(files)).pack).toEqual(sound.pack)
  })

  it('keeps line ends, comments and a byte order mark', () => {
    const text = `\ufeff# mine\r\n${one.replace('title: The moment', 'titel: The moment   # so').replaceAll('\n', '\r\n')}`
    const files = filesOf({ ...base, 'one.yaml': text })
    const after = corrected(files).find(({ path }) => path === 'one.yaml')?.bytes
    expect(Buffer.from(after ?? []).toString()).toBe(text.replace('titel', 'title'))
  })
})
