import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { compilePacks } from '../../src/pack/bundled/compile.ts'
import { packAt, readPack } from '../../src/pack/source/source.ts'
import { english } from '../../src/words/index.ts'
import { codesOf, MANIFEST, ONE } from '../kit/packs.ts'
import { writeLink } from '../kit/needs.ts'

const root = path.join(import.meta.dirname, '../..')

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-pack-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content)
  return folder
}

const manifest = MANIFEST.replace(', other.yaml', '')
const sound = { 'pack.yaml': manifest, 'one.yaml': ONE, LICENSE: 'CC-BY-4.0', '.hidden.yaml': 'x' }
const codesAt = async (place: string) => {
  const source = readPack(place, english)
  return codesOf(parsePack(source.files, source.manifest).diagnostics)
}

describe('a pack on disk', () => {
  it('is a folder, its pack.yaml, or a single file', async () => {
    const folder = folderOf({
      ...sound,
      'small.yaml': manifest.replace(
        ' [one.yaml]',
        '\n  - { id: a, title: A, minutes: 1, prompts: [{ id: b, ask: What? }] }'
      )
    })
    fs.mkdirSync(path.join(folder, 'drafts'))
    expect(packAt(folder, english).exercises[0]?.id).toBe('one')
    expect(packAt(path.join(folder, 'pack.yaml'), english).exercises[0]?.id).toBe('one')
    expect(packAt(path.join(folder, 'small.yaml'), english).exercises[0]?.id).toBe('a')
    expect(readPack(folder, english).files.map((file) => file.path)).toEqual([
      'pack.yaml',
      'one.yaml',
      'small.yaml',
      'LICENSE'
    ])
  })

  it.each([
    ['is not there', () => path.join(folderOf({}), 'none'), /nothing at .*none/],
    ['has no manifest', () => folderOf({ 'one.yaml': ONE }), /no pack\.yaml in/],
    [
      'has faults',
      () => folderOf({ 'pack.yaml': `${manifest}foo: 1\n`, 'one.yaml': ONE }),
      /1 error. The first is at pack\.yaml:7:1: There is no key "foo"/
    ]
  ])('that %s is refused in a sentence', async (_, place, message) => {
    await expect(async () => packAt(place(), english)).rejects.toThrow(UsageError)
    await expect(async () => packAt(place(), english)).rejects.toThrow(message)
  })

  it('does not follow links out of the folder, nor read devices', async () => {
    const outside = folderOf({ 'secret.yaml': ONE })
    const folder = folderOf({ 'pack.yaml': MANIFEST })
    writeLink(path.join(outside, 'secret.yaml'), path.join(folder, 'one.yaml'))
    writeLink('/dev/zero', path.join(folder, 'other.yaml'))
    expect(await codesAt(folder)).toEqual(['links-out', 'links-out'])
    const inside = folderOf({ 'pack.yaml': manifest, 'first.txt': ONE })
    writeLink('first.txt', path.join(inside, 'one.yaml'))
    expect(await codesAt(inside)).toEqual([])
  })

  it('is not read beyond the limits', async () => {
    expect(await codesAt(folderOf({ ...sound, 'one.yaml': `${ONE}#${'x'.repeat(3_000_000)}` }))).toEqual([
      'file-too-large'
    ])
    const files = Array.from({ length: 501 }, (_, index) => [`${index}.txt`, ''])
    expect(await codesAt(folderOf({ ...sound, ...Object.fromEntries(files) }))).toEqual(['too-many-files'])
    const large = Array.from({ length: 30 }, (_, index) => [`${index}.txt`, new Uint8Array(250_000)])
    expect(await codesAt(folderOf({ ...sound, ...Object.fromEntries(large) }))).toEqual(['pack-too-large'])
  })
})

describe('the bundled packs', () => {
  const names = fs.readdirSync(path.join(root, 'exercises'))

  it.each(names)('%s passes its own check, warnings included', async (name) => {
    const { files, manifest: own } = readPack(path.join(root, 'exercises', name), english)
    const { diagnostics } = parsePack(files, own)
    expect(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([])
  })

  it('are the same compiled and from YAML, the weeks of the course first', async () => {
    const copy = folderOf({})
    fs.cpSync(path.join(root, 'exercises'), path.join(copy, 'exercises'), { recursive: true })
    const [written, translated] = [bundledPacks(copy), bundledPacks(copy, 'cy-GB')]
    compilePacks(copy)
    fs.rmSync(path.join(copy, 'exercises'), { recursive: true })
    expect(bundledPacks(copy)).toEqual(written)
    expect(bundledPacks(copy, 'en-US')).toEqual(written)
    expect(bundledPacks(copy, 'fr')).toEqual(written)
    expect(bundledPacks(copy, 'cy-GB')).toEqual(translated)
    expect(translated.slice(-3).map(({ language }) => language)).toEqual(['cy', 'cy', 'cy'])
    expect(written.map(({ id }) => id).toSorted()).toEqual(names.toSorted())
    expect(written.slice(0, 3).map(({ id }) => id)).toEqual([
      'what-is-leadership',
      'public-value',
      'teams-and-partnerships'
    ])
  })
})
