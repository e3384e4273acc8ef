import { join, sep } from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import { cached, cacheName, readCache, type IsAmbiguous } from '../cache.ts'
import { statsOf } from '../../storage/fs-errors.ts'
import { codeOf } from '../../util/system-calls.ts'
import { searchable } from './matches.ts'
import { textOf } from '../reading.ts'
import { decodeIndex, encodeIndex, indexOf, numbersWith, type WordIndex } from './word-index.ts'

/*
 * The words of some entries of a folder, such as those of one month, because reading one file is much quicker than reading a
 * thousand. Before it is used, the size, times and inode of every entry are compared; if one differs, all entries are read again.
 *
 * The file: FORMAT, UNICODE, the number of entries and the length of their names in bytes, as 64-bit floats; NUMBERS for each
 * entry, as 64-bit floats; the index; the names, with newlines between.
 */

/** A fingerprint of an entry's file is four numbers: size, both times and inode. */
const NUMBERS = 4
const NUMBER = Float64Array.BYTES_PER_ELEMENT
const HEAD = 4 * NUMBER
/** Negative: the first format, with words that were folded otherwise, begins with the number of entries. */
const FORMAT = -2
/** Folding follows Unicode, and each Node has a version of it. */
const UNICODE = Number.parseFloat(process.versions.unicode ?? '0')
/** In place of a size: the next change of the file might not alter its times. */
const UNSURE = -1

/** The words of entries, and the fingerprints that the files had when they were read. */
interface CachedWords {
  readonly names: string
  readonly fingerprints: Float64Array
  readonly index: WordIndex
  /** The indexes of entries that could not be read. */
  readonly unread: readonly number[]
}

/** Some entries of a folder, such as those of one month. */
export interface EntryGroup {
  /** The journal's folder. */
  readonly dir: string
  /** The entries' folder, as an absolute path. */
  readonly folder: string
  /** Distinguishes these entries from others of the journal: the folder's path, or that and a month. */
  readonly period: string
  readonly names: readonly string[]
  /** As in `CacheKey`. */
  readonly tick?: number
  /** Gets the period and a digest of the names, sizes and times of these entries. */
  readonly onDigest?: (period: string, digest: string) => void
}

/** The names of the entries that contain every needle (not empty) within a word, and of those that cannot be read. */
export function entriesWith(group: EntryGroup, needles: readonly string[]): readonly string[] {
  const { index, unread } = wordsIn(group)
  return [...unread, ...numbersWith(index, needles)].map((number) => group.names[number] ?? '')
}

/** From the cache, if it is up to date; otherwise from the entries, and the cache is written. */
function wordsIn({ dir, folder, period, names, onDigest, ...rest }: EntryGroup): CachedWords {
  const key = { dir, name: cacheName('words', period), ...rest }
  const fingerprints = fingerprintsOf(folder, names)
  onDigest?.(period, digestOf(fingerprints))
  const known = decoded(readCache(key))
  if (known !== undefined && known.names === names.join('\n') && areSame(known.fingerprints, fingerprints)) return known
  return cached(key, (isAmbiguous) => read(folder, names, fingerprints, isAmbiguous), encoded)
}

function fingerprintsOf(folder: string, names: readonly string[]): Float64Array {
  const fingerprints = new Float64Array(names.length * NUMBERS)
  inFolder(folder, (prefix) => {
    let at = 0
    for (const name of names) {
      const stats = statsOf(prefix + name)
      fingerprints[at++] = stats?.size ?? 0
      fingerprints[at++] = stats?.mtimeMs ?? 0
      fingerprints[at++] = stats?.ctimeMs ?? 0
      fingerprints[at++] = stats?.ino ?? 0
    }
  })
  return fingerprints
}

/**
 * Calls `work` with a folder as the working directory, if possible (not in a worker), and with the prefix for paths of files in
 * it. The system resolves a name a quarter faster than a path, and a search spends nearly all of its time on that.
 */
function inFolder(folder: string, work: (prefix: string) => void): void {
  let before: string
  try {
    before = process.cwd()
    process.chdir(folder)
  } catch {
    return work(folder + sep)
  }
  try {
    work('')
  } finally {
    goBack(before)
  }
}

function goBack(folder: string): void {
  try {
    process.chdir(folder)
  } catch (error) {
    // The folder may have been deleted. The program uses its initial working directory from the context anyway.
    if (codeOf(error) === '') throw error
  }
}

function read(folder: string, names: readonly string[], seen: Float64Array, isAmbiguous: IsAmbiguous): CachedWords {
  const fingerprints = seen.slice()
  const unread: number[] = []
  const texts = names.map((name, number) => {
    const text = searchableIn(join(folder, name))
    const [mtime = 0, ctime = 0] = seen.subarray(number * NUMBERS + 1)
    if (text === undefined) unread.push(number)
    if (text === undefined || isAmbiguous(mtime) || isAmbiguous(ctime)) fingerprints[number * NUMBERS] = UNSURE
    return text ?? ''
  })
  return { names: names.join('\n'), fingerprints, index: indexOf(texts), unread }
}

/** Undefined if the file cannot be read; '' if it has been deleted. */
function searchableIn(file: string): string | undefined {
  try {
    return searchable(textOf(file)?.text ?? '')
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return undefined
  }
}

/** Two hashes (FNV-1a): of the first halves of all numbers, and of the second ones. */
function digestOf({ buffer, byteOffset, length }: Float64Array): string {
  const halves = new Uint32Array(buffer, byteOffset, length * 2)
  let [one, other] = [0x811c9dc5, length]
  // An iterator takes twice as long.
  for (let at = 0; at < halves.length; at += 2) {
    one = Math.imul(one ^ (halves[at] ?? 0), 0x01000193)
    other = Math.imul(other ^ (halves[at + 1] ?? 0), 0x01000193)
  }
  return `${one >>> 0}-${other >>> 0}`
}

function areSame(one: Float64Array, other: Float64Array): boolean {
  return bytesOf(one).equals(bytesOf(other))
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function encoded({ names, fingerprints, index }: CachedWords): readonly Uint8Array[] {
  const written = Buffer.from(names)
  const head = Float64Array.of(FORMAT, UNICODE, fingerprints.length / NUMBERS, written.length)
  return [bytesOf(head), bytesOf(fingerprints), ...encodeIndex(index), written]
}

function decoded(bytes: Buffer | undefined): CachedWords | undefined {
  if (bytes === undefined || bytes.length < HEAD) return undefined
  const [format, unicode, count = 0, nameBytes = 0] = new Float64Array(bytes.buffer, bytes.byteOffset, 4)
  if (format !== FORMAT || unicode !== UNICODE) return undefined
  const indexAt = HEAD + count * NUMBERS * NUMBER
  const namesAt = bytes.length - nameBytes
  if (!(indexAt <= namesAt)) return undefined
  const index = decodeIndex(bytes.subarray(indexAt, namesAt))
  const fingerprints = new Float64Array(bytes.buffer, bytes.byteOffset + HEAD, count * NUMBERS)
  return index && { names: bytes.toString('utf8', namesAt), fingerprints, index, unread: [] }
}
