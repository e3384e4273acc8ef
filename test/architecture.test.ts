import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { questions } from '../src/questions/index.ts'

/**
 * The layers, lowest first. Each folder is a layer of its own: an import, of types too, stays in its folder or goes to a
 * folder further up in this list. So there is no cycle between folders either.
 */
const layers = [
  'util',
  'text',
  'dates',
  'words/shared',
  'words/en',
  'words/cy',
  'words',
  'context',
  'markdown',
  'storage',
  'settings',
  'questions/shared',
  'questions',
  'entry',
  'journal',
  'journal/search',
  'journal/inspection',
  'pack',
  'pack/picture',
  'pack/yaml',
  'pack/slips',
  'pack/check',
  'pack/compatibility',
  'pack/translation',
  'pack/source',
  'pack/bundled',
  'pack/archive',
  'pack/fetch',
  'pack/installed',
  'pack/import',
  'pack/import/recognise',
  'pack/import/formats',
  'pack/import/write',
  'progress',
  'display',
  'interview',
  'export',
  'export/pack',
  'export/html',
  'export/docx',
  'import',
  'terminal/writing',
  'terminal/editor',
  'terminal',
  'terminal/plain/io',
  'terminal/plain/askers',
  'terminal/plain',
  'terminal/rich/keys',
  'terminal/rich/parts',
  'terminal/rich/widgets/scale',
  'terminal/rich/widgets/table',
  'terminal/rich/widgets',
  'terminal/rich',
  'commands/shared',
  'commands/exchange',
  'commands/session',
  'commands/exercises',
  'commands/journal',
  'commands/pack',
  'commands/pack/authoring',
  'commands/settings',
  'commands/help',
  'commands/home',
  '.'
]

/** Where a package may be imported; what is not named here may be imported nowhere. */
const homes: Record<string, RegExp> = {
  commander:
    /^(program|misuse|commands\/shared\/command|commands\/help\/(layout|complete|candidates|examples|manual|help))\.ts$/,
  chalk: /^display\/theme\.ts$/,
  re2js: /^journal\/search\/query\.ts$/,
  marked: /^markdown\//,
  commonmark: /^markdown\//,
  yaml: /^(pack\/yaml\/|entry\/front-matter|commands\/exercises\/answers)/,
  zod: /^(pack\/check\/|questions\/shared\/(question|keys)\.ts)/,
  conf: /^settings\//,
  '@inquirer/': /^terminal\/rich\//,
  'fast-': /^display\//,
  tar: /^pack\/archive\//,
  yauzl: /^pack\/archive\//,
  fflate: /^(pack\/archive\/|export\/docx\/zip)/,
  '@rgrove/parse-xml': /^pack\/import\/xml\.ts$/,
  'https-proxy-agent': /^pack\/fetch\//,
  'proxy-from-env': /^pack\/fetch\//
}

/** Folders whose files touch no disk, clock or process. */
const pure =
  /^(util\/(?!system)|dates|words|text|markdown|questions|entry|progress|display|interview|export)\/|^pack\/(model|diagnostic|check\/|picture\/|translation\/|import\/(?!formats\/))|^journal\/search\/(query|matches|word-index)/

/** Modules of Node that touch neither; of `node:crypto` only hashes are needed. */
const harmless = new Set(['node:util', 'node:buffer', 'node:crypto', 'node:path', 'node:url'])

/** Files in one folder, at most. */
const MOST_FILES = 21

/**
 * Where question types may be named: their own folder, the widgets, the plain askers and the page forms. Elsewhere
 * `type` means the type of a Markdown token or of a YAML lexeme.
 */
const typed =
  /^questions\/|^terminal\/rich\/widgets\/|^terminal\/plain\/askers\/|^export\/html\/prompt\.ts$|^pack\/yaml\/|^markdown\/|^display\/markdown\.ts$|^export\/(html\/markdown|docx\/\w+)\.ts$/

const root = path.join(import.meta.dirname, '..', 'src')
const files = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

interface Import {
  readonly from: string
  readonly to: string
  readonly types: boolean
}

const imports: Import[] = files.flatMap((from) => {
  const source = fs.readFileSync(path.join(root, from), 'utf8')
  return [...source.matchAll(/(import type|import|export)[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    ([, kind, fixed, lazy]) => {
      const to = fixed ?? lazy ?? ''
      return {
        from,
        to: to.startsWith('.') ? path.posix.join(path.posix.dirname(from), to) : to,
        types: kind === 'import type'
      }
    }
  )
})

const layerOf = (file: string) => layers.indexOf(path.posix.dirname(file))
const own = imports.filter(({ to }) => files.includes(to))

describe('the structure of src', () => {
  it('has a layer for every folder, and a folder for every layer', () => {
    const folders = new Set(files.map((file) => path.posix.dirname(file)))
    expect([...folders].toSorted()).toEqual(layers.toSorted())
  })

  it('lets imports go down, never up', () => {
    expect(own.filter(({ from, to }) => layerOf(to) > layerOf(from)).map(({ from, to }) => `${from} → ${to}`)).toEqual(
      []
    )
  })

  it('has no cycle between files', () => {
    const known = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]))
    const cycles: string[] = []
    const visited = new Set<string>()
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      else if (!visited.has(file)) for (const to of known.get(file) ?? []) visit(to, [...trail, file])
      visited.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('has no folder that is too large to take in at a glance', () => {
    const sizes = layers.map((layer) => ({
      layer,
      size: files.filter((file) => path.posix.dirname(file) === layer).length
    }))
    expect(sizes.filter(({ size }) => size > MOST_FILES)).toEqual([])
  })

  it('names question types only in questions/ and in the three registries', () => {
    const names = Object.keys(questions).join('|')
    const looks = new RegExp(
      [
        // A comparison with a type's name, on either side, and a case of a switch.
        `\\btype\\s*[!=]==\\s*'(?:${names})'`,
        `'(?:${names})'\\s*[!=]==[^\\n]*\\btype\\b`,
        `\\bswitch \\([^)]*\\btype\\b[^)]*\\)`,
        // A list of types, and a table by type.
        `\\.(?:has|includes)\\([^)]*\\btype\\)`,
        `\\bin (?:Exclude<)?PromptType\\b`,
        // The keys of one type, and the model of one.
        `'(?:optionsFrom|rowsFrom)'`,
        `'(?:options|optionsFrom|rows|rowsFrom|statements|gaps|columns|template|shown|of|reword)' in prompt`,
        `\\b(?:Text|List|Choice|Choices|Scale|Ranking|Table|Sentence|Plan|Number|Date|YesNo|Note|Recall)Prompt\\b`,
        `\\bPromptOf<`
      ].join('|'),
      'g'
    )
    const found = files
      .filter((file) => !typed.test(file))
      .flatMap((file) => {
        const source = fs.readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')
        return [...source.matchAll(looks)].map(([words]) => `${file}: ${words}`)
      })
    expect(found).toEqual([])
  })

  it('keeps each package at home', () => {
    const outside = imports.filter(({ to }) => !files.includes(to) && !to.startsWith('node:'))
    const strays = outside.filter(
      ({ from, to }) => !Object.entries(homes).some(([name, home]) => to.startsWith(name) && home.test(from))
    )
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('keeps disk and process out of the pure folders', () => {
    const impure = imports.filter(
      ({ from, to, types }) => pure.test(from) && to.startsWith('node:') && !harmless.has(to) && !types
    )
    expect(impure.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})
