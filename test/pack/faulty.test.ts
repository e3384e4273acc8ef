import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../../src/program.ts'
import { limits } from '../../src/pack/format.ts'
import { english } from '../../src/words/index.ts'
import { contextIn } from '../kit/context.ts'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { HEAD, MANIFEST, ONE, packAround } from '../kit/packs.ts'
import { newPlace } from '../kit/refusals.ts'
import { writeLink } from '../kit/needs.ts'
import { withSlashes } from '../kit/program.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** A pack with errors: its files, and the expected errors as `file:line:column code`. */
interface Faulty {
  readonly name: string
  readonly files: Files
  readonly marked: readonly string[]
}

/** A pack from `faulty.txt` without its marks. */
function unmarked(section: string): Faulty {
  const [name = '', ...lines] = section.trimEnd().split('\n')
  const [whole = '', ...parts] = lines.join('\n').split(/^@ /m)
  const file = whole.startsWith('format:') ? 'pack.yaml' : 'one.yaml'
  const head = whole.startsWith('- ') ? HEAD.split('\n').length - 1 : 0
  const named = parts.map((part) => {
    const [, title = '', text = ''] = /^(.*)\n([^]*)$/.exec(part) ?? []
    return [title, divided(text, title)] as const
  })
  const first = divided(whole, file, head)
  const around = parts.some((part) => part.startsWith('pack.yaml')) ? [] : packAround(first.text || ONE)
  return {
    name,
    files: Object.fromEntries([
      ...around.map(({ path: title, bytes }) => [title, bytes]),
      ...named.map(([title, { text }]) => [title, text])
    ]) as Files,
    marked: [...first.marked, ...named.flatMap(([, { marked }]) => marked)]
  }
}

/** The text of a file, and its marks. */
function divided(lines: string, file: string, head = 0): { text: string; marked: string[] } {
  const kept: string[] = []
  const marked: string[] = []
  for (const line of lines.split('\n')) {
    const [, indent, code = ''] = /^( *)\^+ ([\w-]+)$/.exec(line) ?? []
    if (indent === undefined) kept.push(line)
    else marked.push(`${file}:${head + kept.length}:${indent.length + 1} ${code}`)
  }
  return { text: kept.join('\n').trimEnd() && `${kept.join('\n').trimEnd()}\n`, marked }
}

const text = fs.readFileSync(path.join(import.meta.dirname, '../kit/packs/faulty.txt'), 'utf8')
const written = text.split(/^=== /m).slice(1).map(unmarked)

const manifest = MANIFEST.replace(', other.yaml', '')
const many = (count: number, make: (index: number) => readonly [string, string | Uint8Array]): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)))
/** Packs that are too large, or contain bytes that are not text. */
const made: readonly Faulty[] = [
  {
    name: 'a file too large',
    files: { ...myPack, 'one.yaml': `${ONE}${'#'.repeat(limits.fileBytes)}` },
    marked: ['one.yaml:1:1 file-too-large']
  },
  {
    name: 'a byte of another encoding',
    files: { ...myPack, 'one.yaml': Buffer.from(ONE.replace('happened', 'happenéd'), 'latin1') },
    marked: ['one.yaml:6:21 not-utf8']
  },
  {
    name: 'too many files',
    files: { ...myPack, ...many(limits.packFiles, (index) => [`${index}.txt`, '']) },
    marked: ['pack.yaml:1:1 too-many-files']
  },
  {
    name: 'files too large together',
    files: { ...myPack, ...many(21, (index) => [`${index}.txt`, Buffer.alloc(limits.fileBytes, 'x')]) },
    marked: ['pack.yaml:1:1 pack-too-large']
  },
  {
    name: 'too many values',
    files: { ...myPack, 'one.yaml': `${HEAD}${'  - a\n'.repeat(limits.nodes)}` },
    marked: ['one.yaml:13334:1 too-many-nodes']
  },
  {
    name: 'a web page',
    files: { ...myPack, 'one.yaml': '<!DOCTYPE html>\n<html></html>\n' },
    marked: ['one.yaml:1:1 not-yaml']
  },
  {
    name: 'the line ends of an old Mac',
    files: { ...myPack, 'one.yaml': ONE.replaceAll('\n', '\r') },
    marked: ['one.yaml:1:1 old-line-ends']
  },
  {
    name: 'a folder of translations with another name',
    files: {
      ...myPack,
      'translation/cy.yaml': 'title: Fy mhecyn\nexercises: { one: { title: Un, prompts: { what: Beth? } } }\n'
    },
    marked: ['pack.yaml:1:1 wrong-folder']
  },
  {
    name: 'a very long reading',
    files: { ...myPack, 'one.yaml': `${ONE}reading: ${'word '.repeat(5000)}\n` },
    marked: ['one.yaml:7:10 long-text']
  },
  { name: 'no manifest', files: { 'one.yaml': ONE }, marked: ['pack.yaml:1:1 no-manifest'] },
  {
    name: 'a control character',
    files: { ...myPack, 'one.yaml': ONE.replace('happened', 'happen\u001b[1med') },
    marked: ['one.yaml:6:21 control-character']
  },
  {
    name: 'a character that turns the line round',
    files: { ...myPack, 'one.yaml': ONE.replace('happened', 'happen\u202eed') },
    marked: ['one.yaml:6:21 bidi-override']
  },
  // A case-insensitive file system has only one of the two.
  ...(process.platform === 'linux'
    ? [
        {
          name: 'names that collide',
          files: { ...myPack, license: 'MIT\n' },
          marked: ['pack.yaml:1:1 names-collide']
        }
      ]
    : [])
]

/** The places and codes that `pack check` prints. Each error has its line, a pointer and a hint; nothing else is printed. */
async function found(dir: string, since: string | undefined): Promise<string[]> {
  const context = contextIn(dir)
  const code = await runProgram(['pack', 'check', ...(since === undefined ? [] : ['--since', since])], context)
  const { stdout, stderr } = context.said
  const faults = stdout.split('\n\n').slice(0, -1)
  const heads = faults.flatMap((fault) => {
    const [, place, severity, said] =
      /^(\S+:\d+:\d+): (error|warning): .+ \[([\w-]+)\]\n(?: +\d+ \| .*\n +\| *\^+\n)? {2}\S.*(?:\n {4}.*)*$/.exec(
        fault
      ) ?? []
    return place === undefined ? [] : [{ severity, text: `${withSlashes(place)} ${said}` }]
  })
  expect(heads).toHaveLength(faults.filter((fault) => !fault.startsWith('Learners would notice:')).length)
  expect(stderr).toBe('')
  expect(code).toBe(heads.some(({ severity }) => severity === 'error') ? 2 : 0)
  // All of these packs have the id of the template, which sound ones are told.
  return heads.map(({ text: place }) => place).filter((place) => !place.endsWith('template-id'))
}

describe('a faulty pack', () => {
  it.each([...written, ...made])('with $name', async ({ files, marked }) => {
    const { dir } = newPlace()
    writeFiles(dir, files)
    const since = Object.keys(files).some((file) => file.startsWith('before/')) ? 'before' : undefined
    expect((await found(dir, since)).toSorted()).toEqual(marked.toSorted())
  })

  it('with a link that leads out', async () => {
    const { dir } = newPlace()
    writeFiles(dir, { ...myPack, 'pack.yaml': manifest })
    fs.rmSync(path.join(dir, 'one.yaml'))
    writeLink('/etc/passwd', path.join(dir, 'one.yaml'))
    expect(await found(dir, undefined)).toEqual(['one.yaml:1:1 links-out'])
  })

  it('exists for every code', () => {
    const marks = [...written, ...made].flatMap(({ marked }) => marked.map((mark) => mark.split(' ')[1]))
    const codes = new Set([...marks, 'links-out', 'names-collide'])
    // Those of pictures and of the pack's id have tests of their own.
    const others = Object.keys(english.diagnostics.codes).filter(
      (code) => !codes.has(code) && !code.includes('picture') && !/^(?:template|bundled)-id$/.test(code)
    )
    expect(others).toEqual([])
  })
})
