import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { questions } from '../../src/questions/index.ts'
import { jsonSchema } from '../../src/pack/check/schema.ts'
import { png } from '../kit/pictures.ts'
import { launcher, newHome } from '../kit/program.ts'
import { file, packAround, read } from '../kit/packs.ts'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '..', '..')
const docs = path.join(root, 'docs')
const pages = [
  ...fs
    .readdirSync(docs)
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
  'README.md',
  'CONTRIBUTING.md'
]
const textOf = (page: string) => fs.readFileSync(path.join(root, page), 'utf8')

/** What follows a pattern in every page, with the page's name. */
function foundIn(pattern: RegExp, among = pages): [string, string][] {
  return among.flatMap((page) =>
    [...textOf(page).matchAll(pattern)].map(([, found = '']): [string, string] => [page, found])
  )
}

/** A pack around an example: a manifest has the files that it lists, and a part of an exercise or of a pack gets its head. */
function packOf(yaml: string) {
  const head = 'format: 2\nid: shown\nversion: 1.0.0\ntitle: Shown\nlanguage: en-GB\n'
  if (yaml.startsWith('routes:')) return [file('pack.yaml', head + yaml)]
  if (yaml.startsWith('minutes:'))
    return [
      file('pack.yaml', `${head}exercises: [shown.yaml]\n`),
      file('shown.yaml', `id: shown\ntitle: Shown\n${yaml}`)
    ]
  if (yaml.startsWith('- id:'))
    return [
      file('pack.yaml', `${head}exercises: [shown.yaml]\n`),
      file('shown.yaml', `id: shown\ntitle: Shown\nminutes: 5\nprompts:\n${yaml}`)
    ]
  const [, listed] = /^exercises: \[(.*)\]$/m.exec(yaml) ?? []
  if (listed === undefined) return packAround(yaml)
  const exercises = listed.split(', ').map((name) => {
    const id = name.replace('.yaml', '')
    return file(name, `id: ${id}\ntitle: ${id}\nminutes: 5\nprompts:\n  - { id: what, ask: What happened? }\n`)
  })
  return [file('pack.yaml', yaml), ...exercises]
}

/** A line that begins a file of the course in the guide. */
const FILE_NAME = /^# ([\w-]+\.yaml)\n/

/** Every example in YAML, with its page. */
const examples = foundIn(/^```yaml\n([^]*?)^```$/gm, [
  'docs/writing-packs.md',
  'docs/pack-format.md',
  'docs/prompt-types.md'
])

/** The names of all keys in a JSON schema. */
function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : []
  return [...own, ...Object.values(schema).flatMap(keysIn)]
}

describe('the pages for tutors', () => {
  it.each(examples.filter(([, yaml]) => !FILE_NAME.test(yaml)))('%s: this example is sound: %s', (_, yaml) => {
    const { pack, diagnostics } = read(packOf(yaml))
    expect(diagnostics).toEqual([])
    expect(pack).toBeDefined()
  })

  it('have a course whose files are one sound pack', () => {
    const files = examples.flatMap(([, yaml]) => {
      const [, name] = FILE_NAME.exec(yaml) ?? []
      return name === undefined ? [] : [file(name, yaml)]
    })
    const { pack, diagnostics } = read([...files, file('images/queue.png', png())])
    expect(diagnostics).toEqual([])
    expect(pack?.exercises).toHaveLength(6)
    expect(pack?.sections).toHaveLength(2)
  })

  it('have an example of every key', () => {
    const yaml = examples.map(([, each]) => each).join('')
    const keys = new Set(keysIn(jsonSchema('file')))
    expect([...keys].filter((key) => !new RegExp(`(?:^|[\\s{,])${key}:`).test(yaml))).toEqual([])
    expect(keys.size).toBeGreaterThan(90)
  })

  it('have a section for each type of prompt, and for one-of', () => {
    const sections = [...textOf('docs/prompt-types.md').matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name)
    expect(sections.filter((name) => name !== 'one-of')).toEqual(Object.keys(questions))
    expect(sections).toContain('one-of')
  })

  it('show the screens, files and keys of the program as it is', { timeout: 120_000 }, async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-pages-'))
    onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
    launcher() // throws without a build, which the script needs
    await run(process.execPath, [path.join(docs, 'fill-pages.mjs'), dir])
    for (const name of fs.readdirSync(dir))
      expect(fs.readFileSync(path.join(dir, name), 'utf8'), `node docs/fill-pages.mjs makes ${name} anew`).toBe(
        textOf(path.join('docs', name))
      )
    expect(fs.readdirSync(dir).length).toBeGreaterThan(1)
  })
})

/** What a heading is called in an address, as GitHub does it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

describe('the commands', () => {
  it('name every variable of their own that the program reads', () => {
    const sources = ['src', 'bin'].flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|js)$/.test(name))
        .map((name) => textOf(path.join(folder, name)))
    )
    const variables = sources.flatMap((text) => text.match(/\b(?:REFLECT|XDG)_[A-Z_]+/g) ?? [])
    expect([...new Set(variables)].filter((name) => !textOf('docs/commands.md').includes(name))).toEqual([])
    expect(new Set(variables).size).toBeGreaterThan(3)
  })
})

describe('every page', () => {
  // The pictures are examples of what is in a pack.
  it.each(foundIn(/\]\((?!https?:|images\/)([^)\s]+)\)/g))('%s: leads to something: %s', (page, link) => {
    const [name = '', anchor] = link.split('#')
    const target = name === '' ? page : path.join(path.dirname(page), name)
    expect(fs.existsSync(path.join(root, target))).toBe(true)
    if (anchor === undefined) return
    const headings = [...textOf(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
    expect(headings).toContain(anchor)
  })

  const commands = new Set(
    foundIn(/^(?: {4}|\| `)(?:npx )?reflect(?:-journal)?((?: [^`#|\n]+)?)/gm).map(([, line]) => line.trim())
  )

  it('names commands and options that there are', async () => {
    const home = newHome()
    const wrong: string[] = []
    for (const line of commands) {
      const words = line.split(/\s+/)
      const named = words[0] === 'pack' ? words.slice(0, 2) : words.slice(0, 1)
      const { stdout } = await home.run([...named.filter((word) => /^[a-z]/.test(word)), '--help'])
      const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split('=', 1)[0] ?? '')
      const known =
        line === '' ? stdout.includes('\n  reflect ') : stdout.startsWith(`Usage: reflect ${named.join(' ')}`)
      if (!known && !named[0]?.startsWith('-')) wrong.push(line)
      wrong.push(...options.filter((option) => !stdout.includes(` ${option}`)).map((option) => `${line}: ${option}`))
    }
    expect(commands.size).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })
})
