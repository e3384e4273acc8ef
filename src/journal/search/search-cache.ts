import { join, sep } from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import { recalled, remembering } from '../cache.ts'
import type { IsYoung } from '../cache.ts'
import { codeOf, statsOf } from '../../storage/fs-errors.ts'
import { searchable } from './matches.ts'
import { textOf } from '../reading.ts'
import { decodeIndex, encodeIndex, indexOf, numbersWith } from './word-index.ts'
import type { WordIndex } from './word-index.ts'

/*
 * Which words some entries of a year hold, such as those of one month, since reading one file is much quicker than reading a
 * thousand. Before it is used, the size and times of every entry are looked at; if one differs, all are read anew.
 *
 * The file: FORMAT, UNICODE, the number of entries and the length of their names in bytes, as 64-bit floats; FIGURES for each
 * entry, as 64-bit floats; the index; the names, with newlines between.
 */

/** What tells whether an entry has changed: size, both times, inode. */
const FIGURES = 4
const FIGURE = Float64Array.BYTES_PER_ELEMENT
const HEAD = 4 * FIGURE
/** Negative: the first format, with words that were folded otherwise, begins with the number of entries. */
const FORMAT = -2
/** Folding follows Unicode, and each Node has a version of it. */
const UNICODE = Number.parseFloat(process.versions.unicode ?? '0')
/** In place of a size, where the figures would not tell of one more change. */
const UNSURE = -1

/** The words of entries, and what these looked like when they were read. */
interface Words {
  readonly names: string
  readonly figures: Float64Array
  readonly index: WordIndex
  /** Numbers of entries that could not be read. */
  readonly unread: readonly number[]
}

/** Some entries of a year, such as those of one month. */
export interface Part {
  /** The journal's folder. */
  readonly dir: string
  readonly year: string
  /** What distinguishes these entries from others of the journal. */
  readonly part: string
  readonly names: readonly string[]
  /** As for a `Shelf`. */
  readonly tick?: number
}

/** The names of the entries that hold all needles, which are not empty, within words; and of those that cannot be read. */
export function holdersIn(part: Part, needles: readonly string[]): readonly string[] {
  const { index, unread } = wordsIn(part)
  return [...unread, ...numbersWith(index, needles)].map((number) => part.names[number] ?? '')
}

/** As they are remembered where that is still true, else from the entries, and then remembered. */
function wordsIn({ dir, year, part, names, ...rest }: Part): Words {
  const shelf = { dir, name: `words-${part}`, ...rest }
  const folder = join(dir, year)
  const figures = figuresOf(folder, names)
  const known = decoded(recalled(shelf))
  if (known !== undefined && known.names === names.join('\n') && areSame(known.figures, figures)) return known
  return remembering(shelf, (isYoung) => read(folder, names, figures, isYoung), encoded)
}

function figuresOf(folder: string, names: readonly string[]): Float64Array {
  const figures = new Float64Array(names.length * FIGURES)
  from(folder, (prefix) => {
    let at = 0
    for (const name of names) {
      const stats = statsOf(prefix + name)
      figures[at++] = stats?.size ?? 0
      figures[at++] = stats?.mtimeMs ?? 0
      figures[at++] = stats?.ctimeMs ?? 0
      figures[at++] = stats?.ino ?? 0
    }
  })
  return figures
}

/**
 * Does work for which the process goes to a folder, if it can (a worker cannot), and comes back; `prefix` is what the paths
 * of files there begin with meanwhile. A name alone is found a quarter faster than a path, and all of a search's time
 * goes into finding names.
 */
function from(folder: string, work: (prefix: string) => void): void {
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
    // It may be gone meanwhile. The program knows where it was started, and does not ask where it is now.
    if (codeOf(error) === '') throw error
  }
}

function read(folder: string, names: readonly string[], seen: Float64Array, isYoung: IsYoung): Words {
  const figures = seen.slice()
  const unread: number[] = []
  const texts = names.map((name, number) => {
    const text = searchableIn(join(folder, name))
    const [mtime = 0, ctime = 0] = seen.subarray(number * FIGURES + 1)
    if (text === undefined) unread.push(number)
    if (text === undefined || isYoung(mtime) || isYoung(ctime)) figures[number * FIGURES] = UNSURE
    return text ?? ''
  })
  return { names: names.join('\n'), figures, index: indexOf(texts), unread }
}

/** Undefined for a file that does not let itself be read; one that is gone meanwhile has no words. */
function searchableIn(file: string): string | undefined {
  try {
    return searchable(textOf(file)?.text ?? '')
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return undefined
  }
}

function areSame(one: Float64Array, other: Float64Array): boolean {
  return bytesOf(one).equals(bytesOf(other))
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function encoded({ names, figures, index }: Words): readonly Uint8Array[] {
  const written = Buffer.from(names)
  const head = Float64Array.of(FORMAT, UNICODE, figures.length / FIGURES, written.length)
  return [bytesOf(head), bytesOf(figures), ...encodeIndex(index), written]
}

function decoded(bytes: Buffer | undefined): Words | undefined {
  if (bytes === undefined || bytes.length < HEAD) return undefined
  const [format, unicode, count = 0, nameBytes = 0] = new Float64Array(bytes.buffer, bytes.byteOffset, 4)
  if (format !== FORMAT || unicode !== UNICODE) return undefined
  const indexAt = HEAD + count * FIGURES * FIGURE
  const namesAt = bytes.length - nameBytes
  if (!(indexAt <= namesAt)) return undefined
  const index = decodeIndex(bytes.subarray(indexAt, namesAt))
  const figures = new Float64Array(bytes.buffer, bytes.byteOffset + HEAD, count * FIGURES)
  return index && { names: bytes.toString('utf8', namesAt), figures, index, unread: [] }
}
