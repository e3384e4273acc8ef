import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** The floors, lowest first: an import goes down, or stays on its floor, never up. */
const floors = [
  [
    'errors.ts',
    'grouped.ts',
    'nearest.ts',
    'random.ts',
    'remembered.ts',
    'time.ts',
    'written-day.ts',
    'spans.ts',
    'words',
    'markdown'
  ],
  ['questions'],
  ['pack', 'journal', 'settings.ts', 'settings', 'language.ts', 'context.ts'],
  ['interview'],
  ['export', 'terminal'],
  ['commands'],
  ['program.ts', 'program'],
  ['process.ts', 'main.ts']
]

/** Where a package may be imported; what is not named here may be imported nowhere. */
const homes: Record<string, RegExp> = {
  commander: /^(program\.ts$|program\/|commands\/help\/(help|complete|candidates|manual)\.ts$)/,
  chalk: /^terminal\/theme\.ts$/,
  re2js: /^journal\/query\.ts$/,
  marked: /^markdown\//,
  commonmark: /^markdown\//,
  yaml: /^(pack\/|journal\/front-matter|commands\/walk\/answers)/,
  zod: /^(pack\/|questions\/question\.ts)/,
  conf: /^settings/,
  '@inquirer/': /^terminal\/rich\//,
  'fast-': /^terminal\//,
  tar: /^pack\/archive\//,
  yauzl: /^pack\/archive\//,
  fflate: /^(pack\/archive\/|export\/docx\/zip)/,
  'https-proxy-agent': /^pack\/fetch\//,
  'proxy-from-env': /^pack\/fetch\//
}

/** Rooms that touch no disk, clock or process. */
const pure =
  /^(questions|interview|markdown|export)\/|^journal\/(model|markdown|progress|words|section|front-matter|merge|query|matches|folding|word-index)|^pack\/(model|schema|check)\./

const root = path.join(import.meta.dirname, '..', 'src')
const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

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
      return { from, to: to.startsWith('.') ? path.join(path.dirname(from), to) : to, types: kind === 'import type' }
    }
  )
})

const floorOf = (file: string) =>
  floors.findIndex((rooms) => rooms.some((room) => file === room || file.startsWith(`${room}/`)))

describe('the house', () => {
  it('has a floor for every file', () => {
    expect(files.filter((file) => floorOf(file) === -1)).toEqual([])
  })

  it('lets imports go down, never up; types of the words may be named anywhere', () => {
    const own = imports.filter(({ to }) => files.includes(to))
    expect(
      own
        .filter(({ from, to, types }) => floorOf(to) > floorOf(from) && !types)
        .map(({ from, to }) => `${from} → ${to}`)
    ).toEqual([])
  })

  it('has no circle of imports, not even of types', () => {
    const known = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]))
    const circles: string[] = []
    const visited = new Set<string>()
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      else if (!visited.has(file)) for (const to of known.get(file) ?? []) visit(to, [...trail, file])
      visited.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('keeps each package at home', () => {
    const outside = imports.filter(({ to }) => !files.includes(to) && !to.startsWith('node:'))
    const strays = outside.filter(
      ({ from, to }) => !Object.entries(homes).some(([name, home]) => to.startsWith(name) && home.test(from))
    )
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('keeps disk and process out of the pure rooms', () => {
    const impure = imports.filter(
      ({ from, to, types }) => pure.test(from) && to.startsWith('node:') && to !== 'node:util' && !types
    )
    expect(impure.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})
