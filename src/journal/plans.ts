import type fs from 'node:fs'
import { decodeEntry } from '../entry/codec.ts'
import type { Entry, Listed } from '../entry/model.ts'
import { statsOf } from '../storage/fs-errors.ts'
import { present } from '../util/records.ts'
import { cached, readCache, type CacheKey, type IsAmbiguous } from './cache.ts'
import { pathIn } from './names.ts'
import { readFound, type FoundEntry } from './oldest-first.ts'

/*
 * Entries with something that the program comes back to. Few entries have any of it, so in a journal of many entries the cache
 * `holdings` remembers which ones, by fingerprint: the others are not opened again. The cache has no word of an entry.
 */

/** The marker of a question for later, or of an answer about a question or a plan. */
const SURE = /^<!-- reflect:(?:_(?:later|asked)\b|\S+ .*"plan":)/m
/** The marker of a plan, which may have been skipped. */
const PLAN = /^<!-- reflect:(\S+) plan\b/gm
const SELF_CHECK = /^<!-- reflect:_self-check /m

/** What an entry is searched for. `i`: plans, questions for later, or what was said about them. `s`: questions to oneself. */
const tests = {
  i: (found: FoundEntry) => SURE.test(found.text) || hasPlan(found),
  s: ({ text }: FoundEntry) => SELF_CHECK.test(text)
}

type Kind = keyof typeof tests

/** The name of the cache. */
const NAME = 'holdings'
/** Entries from which on the cache pays off. */
const MANY = 200
/** New and changed entries that are rather read each time than written to the cache. */
const FEW = 50

/**
 * The entries that hold plans or questions for later, or what was said about them, of those listed. `dir` is the journal's folder,
 * `tick` as in `CacheKey`. Files that cannot be read are left out.
 */
export function entriesWithIntentions(dir: string, entries: readonly Listed[], tick?: number): Generator<Entry> {
  return entriesWith('i', entries, { dir, name: NAME, ...present({ tick }) })
}

/** As `entriesWithIntentions`, for the entries that hold the questions to oneself at the end of a route. */
export function entriesWithSelfCheck(dir: string, entries: readonly Listed[], tick?: number): Generator<Entry> {
  return entriesWith('s', entries, { dir, name: NAME, ...present({ tick }) })
}

function* entriesWith(kind: Kind, entries: readonly Listed[], key: CacheKey): Generator<Entry> {
  const known = entries.length < MANY ? undefined : holdings(key, entries)
  for (const { file } of entries) {
    if (known?.get(file)?.includes(kind) === false) continue
    const found = readFound(file)
    if (found !== undefined && 'head' in found && tests[kind](found)) yield decodeEntry(found.text, found)
  }
}

function hasPlan(found: FoundEntry): boolean {
  const plans = new Set([...found.text.matchAll(PLAN)].map(([, id]) => id))
  if (plans.size === 0) return false
  return decodeEntry(found.text, found).sections.some(({ id, body }) => plans.has(id) && body.kind !== 'skipped')
}

/** The kinds that a file holds, and its fingerprint when it was read. */
interface Holding {
  readonly fingerprint: string
  readonly kinds: string
}

/** The kinds that each file holds. Files that have changed lately may be absent. */
function holdings(key: CacheKey, entries: readonly Listed[]): ReadonlyMap<string, string> {
  const before = readHoldings(key)
  const current = new Map<string, string>()
  const unknown: string[] = []
  for (const { file } of entries) {
    const known = before.get(pathIn(key.dir, file))
    const stats = known && statsOf(file)
    if (known !== undefined && stats !== undefined && fingerprintOf(stats) === known.fingerprint)
      current.set(file, known.kinds)
    else unknown.push(file)
  }
  if (unknown.length > FEW) for (const [file, { kinds }] of learn(unknown, before, key)) current.set(file, kinds)
  return current
}

/** Reads files, and adds to the cache what they hold. */
function learn(
  files: readonly string[],
  before: ReadonlyMap<string, Holding>,
  key: CacheKey
): readonly (readonly [string, Holding])[] {
  return cached(
    key,
    (isAmbiguous) =>
      files.flatMap((file) => {
        const holding = holdingOf(file, isAmbiguous)
        return holding === undefined ? [] : [[file, holding] as const]
      }),
    (found) => encoded(new Map([...before, ...found.map(([file, one]) => [pathIn(key.dir, file), one] as const)]))
  )
}

/** Undefined if the next change of the file might not alter its fingerprint, which is taken before the file is read. */
function holdingOf(file: string, isAmbiguous: IsAmbiguous): Holding | undefined {
  const stats = statsOf(file)
  if (stats === undefined || isAmbiguous(stats.mtimeMs) || isAmbiguous(stats.ctimeMs)) return undefined
  const found = readFound(file)
  if (found === undefined || !('head' in found)) return undefined
  const kinds = [tests.i(found) ? 'i' : '', tests.s(found) ? 's' : ''].join('')
  return { fingerprint: fingerprintOf(stats), kinds }
}

function fingerprintOf({ size, mtimeMs, ctimeMs, ino }: fs.Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ')
}

/** The first line of the cache: another number means another format, or other tests. */
const FORMAT = 'holdings 1'

/** A line for each file: kinds, fingerprint and path, with slashes between. A name that does not fit in a line is left out. */
function encoded(all: ReadonlyMap<string, Holding>): readonly Uint8Array[] {
  const lines = [...all].flatMap(([path, { fingerprint, kinds }]) =>
    path.includes('\n') ? [] : [`${kinds}/${fingerprint}/${path}`]
  )
  return [Buffer.from([FORMAT, ...lines].join('\n'))]
}

function readHoldings(key: CacheKey): ReadonlyMap<string, Holding> {
  const [first, ...lines] = readCache(key)?.toString('utf8').split('\n') ?? []
  const all = new Map<string, Holding>()
  if (first !== FORMAT) return all
  for (const line of lines) {
    const [kinds = '', fingerprint = '', ...path] = line.split('/')
    all.set(path.join('/'), { kinds, fingerprint })
  }
  return all
}
