import process from 'node:process'
import { array, assert, asyncProperty, constantFrom, uint8Array } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { MOST_OPTIONS } from '../../src/questions/shared/options.ts'
import { MOST_COLUMNS } from '../../src/questions/table.ts'
import { limits } from '../../src/pack/format.ts'
import type { Diagnostic } from '../../src/pack/model.ts'
import { runs } from '../kit/long.ts'
import { codesOf, file, HEAD, MANIFEST, ONE, packAround, read } from '../kit/packs.ts'

const ROOM = limits.fileBytes - 10
const fill = (piece: string, size = ROOM) => piece.repeat(Math.floor(size / piece.length))
const numbered = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index))

/** Exercises that make parsers slow, or their results deep or large. */
const hostile: Readonly<Record<string, string>> = {
  'keys between braces': `{${numbered(13_000, (index) => `k${index}`).join(',')}}`,
  'pairs between braces': `{${numbered(6000, (index) => `k${index}: v`).join(', ')}}`,
  'one key over and over': fill('a: 1\n'),
  brackets: fill('['),
  braces: fill('{a: '),
  dashes: fill('- '),
  'question marks': fill('? '),
  'maps in maps': numbered(700, (index) => `${' '.repeat(index)}a:`).join('\n'),
  'brackets sixty deep, many times': fill(`- ${'['.repeat(60)}${']'.repeat(60)}\n`, 50_000),
  'empty lists': fill('[]'),
  commas: `[${fill(',')}`,
  'an alias bomb': `a: &a [x]\n${numbered(500, (index) => `b${index}: [*a, *a, *a]`).join('\n')}`,
  'anchors alone': fill('&a '),
  'tags alone': fill('! '),
  documents: fill('---\n'),
  directives: fill('%A\n'),
  'open quotation marks': fill('"'),
  'bad escapes': `a: "${fill('\\q')}"`,
  'a quoted text of lines': `a: "${fill('b\n  ')}"`,
  'a plain text of lines': `a: ${fill('b\n  ')}`,
  'a folded text': `a: >\n${fill('  b\n b\n')}`,
  'signs that begin no text': fill('@\n'),
  'colons in texts': fill('a: b: c\n', 80_000),
  'quoted words and more': fill('- "a" b\n', 60_000),
  'empty lines': fill('\n'),
  comments: fill('#\n'),
  'comments that cut': fill('- a b #x\n', 60_000),
  tabs: fill('\ta:\n'),
  'control characters': fill('\u0001\n'),
  'bidirectional overrides': fill('\u202e', 80_000),
  joiners: fill('a\u200d', 80_000),
  quotations: `${HEAD}  - id: a\n    ask: "${fill('{{', 200_000)}"\n`,
  conditions: `${HEAD}  - { id: a, ask: What? }\n  - id: b\n    ask: What?\n    when: { all: [${fill('{ b: { answered: true } },', 60_000)}] }\n`
}

/** Milliseconds of computing, which a busy machine doubles. Work that grows with the square of a file takes a minute. */
const MOST = 2000

/** The same as translations of a pack with the maximum number of prompts. */
const hostileTranslations: Readonly<Record<string, string>> = {
  'names that nobody has': `exercises: { one: { prompts: {${numbered(4000, (index) => `prompt-numberx-${index}-with-a-lng-name: a`).join(', ')}} } }`,
  'exercises that nobody has': `exercises: {${numbered(4000, (index) => `one-${index}: { title: a }`).join(', ')}}`,
  quotations: `title: "${fill('{{', 200_000)}"`,
  'different quotations': `title: "${numbered(12_000, (index) => `{{a${index}}}`).join('')}"`,
  brackets: fill('['),
  'nothing that is wanted': 'exercises: { one: { prompts: {} } }'
}

describe('a hostile file', () => {
  beforeAll(() => read(packAround(ONE))) // the libraries are loaded once

  it.each(Object.entries(hostile))('of %s is refused or read in little time', async (_, yaml) => {
    expect(await quickest(packAround(yaml))).toBeLessThan(MOST)
  })

  it.each(Object.entries(hostileTranslations))('of %s as a translation too', async (_, yaml) => {
    const prompts = numbered(
      limits.prompts,
      (index) => `  - { id: prompt-number-${index}-with-a-long-name, ask: What? }\n`
    )
    const files = packAround(HEAD + prompts.join(''))
    expect(await quickest([...files, file('translations/cy.yaml', yaml)])).toBeLessThan(MOST)
  })

  it.each([
    ['a byte too many', fill('#', limits.fileBytes + 1), 'file-too-large'],
    ['a node too many', `${HEAD}${fill('- a\n', 4 * limits.nodes)}`, 'too-many-nodes'],
    ['a level too many', `a: ${'['.repeat(limits.depth)}b${']'.repeat(limits.depth)}`, 'too-deep'],
    ['an exercise too many', '', 'too-much']
  ])('with %s is refused for that', async (_, yaml, code) => {
    const many = MANIFEST.replace(
      '[one.yaml, other.yaml]',
      `[${numbered(limits.exercises + 1, (index) => `e${index}.yaml`).join(', ')}]`
    )
    const { diagnostics } = read(yaml === '' ? [file('pack.yaml', many)] : packAround(yaml))
    expect(codesOf(diagnostics)).toContain(code)
  })

  it('is refused if it has too many prompts, options or columns', async () => {
    const options = numbered(MOST_OPTIONS + 1, (index) => `o${index}`).join(', ')
    const columns = numbered(MOST_COLUMNS + 1, (index) => `{ id: c${index}, title: C }`).join(', ')
    const prompts = numbered(limits.prompts, (index) => `  - { id: p${index}, ask: What? }\n`).join('')
    const { diagnostics } = read(
      packAround(
        `${HEAD}  - { id: a, type: choice, ask: Which?, options: [${options}] }\n  - { id: b, type: table, ask: Who?, add_rows: {}, columns: [${columns}] }\n${prompts}`
      )
    )
    expect(codesOf(diagnostics)).toEqual(['too-much', 'too-much', 'too-much'])
  })
})

/** The minimum CPU time in milliseconds that reading a pack takes. */
async function quickest(files: Parameters<typeof read>[0]): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 5 && (times.at(-1) ?? Infinity) > MOST; run++) {
    const start = process.cpuUsage()
    const { diagnostics } = read(files)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(diagnostics.every(({ message }) => message.length < 2000)).toBe(true)
  }
  return Math.min(...times)
}

/** Characters that must not be in a message or a source line. */
const UNSAFE = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

function isSafe({ message, hint, source, file: name }: Diagnostic): boolean {
  // A hint may show several lines.
  return ![message, hint.replaceAll('\n', ''), source, name].some((text) => UNSAFE.test(text))
}

describe('any file', () => {
  const pieces = [
    '- ',
    'id: a',
    '\n',
    '\n  ',
    '\n    ',
    ': ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '{{a}}',
    '|',
    '>',
    '#',
    ' #',
    '&a',
    '*a',
    '!t',
    '\t',
    'ask: What?',
    'type: choice',
    'options:',
    'when:',
    '1',
    '~',
    '@',
    '%',
    '---',
    '...',
    '?',
    ',',
    '\u001b[2J',
    '\u202e',
    '\u200b',
    'é',
    '😀',
    '\\',
    '\r',
    '\r\n',
    '<<: ',
    'a b'
  ]
  const yaml = array(constantFrom(...pieces), { maxLength: 40 }).map((parts) => `${HEAD}  - ${parts.join('')}`)

  it('is read to the end, and its errors are plain text with places in the file', async () => {
    await assert(
      asyncProperty(yaml, async (text) => {
        const { pack, diagnostics } = read(packAround(text))
        expect(pack !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
        const lines = text.replaceAll('\r\n', '\n').split('\n')
        for (const found of diagnostics.filter((one) => one.file === 'one.yaml')) {
          expect(isSafe(found)).toBe(true)
          expect(found.column).toBeLessThanOrEqual((lines[found.line - 1] ?? '').length + 1)
          expect(found.mark.start).toBeLessThanOrEqual(found.source.length)
        }
      }),
      { numRuns: runs(300) }
    )
  })

  it('of any bytes is read without an exception', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 200 }), async (bytes) => {
        const { diagnostics } = read([file('pack.yaml', bytes)])
        expect(diagnostics.length).toBeGreaterThan(0)
        expect(diagnostics.every(isSafe)).toBe(true)
      }),
      { numRuns: runs(200) }
    )
  })
})
