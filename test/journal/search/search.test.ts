import fs from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeJournal } from '../../../bench/journals.mjs'
import { parseQuery } from '../../../src/journal/search/query.ts'
import { searchJournal } from '../../../src/journal/search/search.ts'
import { freshFolder } from '../kit/processes.ts'

/** Enough entries for a cache. */
const MANY = 4000

let dir: string
let files: string[]
beforeAll(() => {
  dir = makeJournal(freshFolder(), MANY, { firstYear: 2024, years: 3 })
  files = filesNow()
  for (const file of files.filter((_, at) => at % 50 === 0)) fs.appendFileSync(file, '\nA heron on a café’s roof.\n')
})

function filesNow(): string[] {
  return ['2024', '2025', '2026'].flatMap((year) =>
    fs
      .readdirSync(join(dir, year))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(dir, year, name))
  )
}

/** The texts of all entries by file, read without the cache. */
function textsNow(): Map<string, string> {
  const plain = (file: string) => {
    const text = fs.readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, '')
    return text
      .replaceAll(/^<!-- reflect:.*/gm, '')
      .normalize('NFC')
      .toLowerCase()
  }
  return new Map(filesNow().map((file) => [file, plain(file)]))
}

function filesWith(words: readonly string[], texts = textsNow()): string[] {
  return [...texts].flatMap(([file, text]) => (words.every((word) => text.includes(word)) ? [file] : []))
}

async function found(words: readonly string[]): Promise<string[]> {
  const { hits, unread } = searchJournal(dir, await parseQuery(words))
  expect(unread).toEqual([])
  return hits.map(({ file }) => file).toSorted()
}

/** The file of another entry with a heron each time. */
let next = 0
const entry = () => files[(next += 50)] ?? ''

/** Changes a file without a change of its size and times. */
function changeUnseen(file: string, from: RegExp, to: string): void {
  const { atime, mtime, size } = fs.statSync(file)
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(from, to))
  expect(fs.statSync(file).size).toBe(size)
  fs.utimesSync(file, atime, mtime)
}

const cache = () => join(dir, '.reflect', 'cache')
const inCache = (work: (file: string) => void) => {
  for (const name of fs.readdirSync(cache())) work(join(cache(), name))
}

describe('a search of thousands of entries finds the present words', () => {
  test.each<[name: string, change: () => void, word?: string]>([
    ['at first', () => {}],
    ['again', () => {}],
    ['after words were added', () => fs.appendFileSync(entry(), '\nA zeppelin came.\n'), 'zeppelin'],
    ['after words were changed unseen', () => changeUnseen(entry(), /heron/g, 'egret'), 'egret'],
    [
      'after an entry was copied and given an id of its own',
      () => {
        const text = fs.readFileSync(entry(), 'utf8')
        fs.writeFileSync(join(dir, '2025', '2025-06-06-copied.md'), text.replace(/^id: .*$/m, 'id: a-copy'))
      }
    ],
    [
      'after entries changed places',
      () => {
        const [one, other] = [entry(), entry()]
        fs.renameSync(one, `${one}.aside`)
        fs.renameSync(other, one)
        fs.renameSync(`${one}.aside`, other)
      }
    ],
    ['after an entry was renamed by hand', () => fs.renameSync(entry(), join(dir, '2026', 'about herons.md'))],
    ['after an entry was deleted', () => fs.rmSync(entry())],
    ['after what is remembered was deleted', () => fs.rmSync(cache(), { recursive: true })],
    ['after it was cut off', () => inCache((file) => fs.truncateSync(file, fs.statSync(file).size >> 1))],
    [
      'after words were changed in it',
      () =>
        inCache((file) =>
          fs.writeFileSync(file, fs.readFileSync(file, 'latin1').replaceAll('heron', 'goose'), 'latin1')
        ),
      'goose'
    ],
    [
      'after it was mixed up',
      () => {
        const names = fs.readdirSync(cache())
        const bytes = names.map((name) => fs.readFileSync(join(cache(), name)))
        for (const [at, name] of names.entries()) fs.writeFileSync(join(cache(), name), bytes.at(at - 1) ?? '')
      }
    ],
    [
      'where nothing can be remembered',
      () => {
        fs.rmSync(cache(), { recursive: true })
        fs.writeFileSync(cache(), 'in the way')
      }
    ]
  ])('%s', async (_, change, word = 'heron') => {
    change()
    const texts = textsNow()
    for (const words of [[word], ['eron', 'caf\u00e9']])
      expect(await found(words)).toEqual(filesWith(words, texts).toSorted())
  })

  test('with filters by month and status', async () => {
    const query = await parseQuery(['heron'])
    const names = async (filter: object) => searchJournal(dir, query, filter).hits.map(({ file }) => basename(file))
    const all = filesWith(['heron']).map((file) => basename(file))
    const within = await names({ since: '2025-03-10', until: '2025-04-20' })
    expect(within.toSorted()).toEqual(all.filter((name) => name >= '2025-03-10' && name < '2025-04-21').toSorted())
    expect(await names({ status: 'draft' })).toEqual([])
    expect(await names({ limit: 3 })).toEqual((await names({})).slice(0, 3))
  })
})
