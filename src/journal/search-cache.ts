import fs from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { ReflectError } from '../errors.ts'
import { ensureFolder, replaceFile } from './durable.ts'
import { OURS, dayInName } from './names.ts'
import { folded } from './query.ts'

/*
 * What the entries of one month hold, folded, in one file below `.reflect/search`, since reading one file is much
 * quicker than reading a thousand. It may be deleted at any moment and is never believed: before it is used, the size
 * and times of every entry are looked at, and what differs is read anew. It holds what people wrote, so it is as
 * private as their entries, and git ignores it.
 *
 * First line: `reflect-search 1 COUNT NAMES LENGTHS`: the number of entries, and how many bytes the next parts have. Then the
 * names, with newlines between; the lengths of the texts in bytes, with spaces between; four figures for each entry (64-bit
 * floats); the texts, one after the other.
 */

const FIRST_LINE = /^reflect-search 1 (\d{1,9}) (\d{1,12}) (\d{1,12})\n/
const LONGEST_FIRST_LINE = 64
/** Two changes within so many milliseconds may leave the same time (FAT counts every other second). */
const YOUNG = 2500
const NOTHING = Buffer.alloc(0)
/** What tells whether an entry has changed: size, both times, inode. */
const FIGURES = 4
const FIGURE_BYTES = FIGURES * Float64Array.BYTES_PER_ELEMENT

/** The texts of a month's entries, one after the other; `ends[n]` is where the text of `names[n]` ends. */
interface Month {
  readonly names: readonly string[]
  readonly body: Buffer
  readonly ends: readonly number[]
}

/** What a file of the cache holds, until the next one is read. */
interface Cached {
  /** With newlines between. */
  readonly names: string
  /** Bytes of 64-bit floats. */
  readonly figures: Buffer
  readonly body: Buffer
  readonly ends: readonly number[]
}

/**
 * Of the files in a year's folder, those whose folded text holds all needles, which are not empty. `now` is in
 * milliseconds.
 */
export function* holdersIn(
  dir: string,
  year: string,
  names: readonly string[],
  needles: readonly string[],
  now = Date.now()
): Generator<string> {
  const wanted = needles.map((needle) => Buffer.from(needle)).toSorted((a, b) => b.length - a.length)
  for (const [month, group] of byMonth(names)) {
    const texts = monthOf(join(dir, OURS, 'search', `${year}-${month}`), join(dir, year), group, now)
    for (const name of holders(texts, wanted)) yield join(dir, year, name)
  }
}

function byMonth(names: readonly string[]): Map<string, string[]> {
  const months = new Map<string, string[]>()
  for (const name of names.toSorted()) {
    const month = dayInName(name)?.slice(5, 7) ?? '00'
    const group = months.get(month)
    if (group === undefined) months.set(month, [name])
    else group.push(name)
  }
  return months
}

/** Looks for the first needle in all texts at once, and for the others where that was found. */
function holders({ names, body, ends }: Month, [first, ...others]: readonly Buffer[]): string[] {
  const found: string[] = []
  if (first === undefined) return found
  let index = 0
  for (let at = body.indexOf(first); at !== -1;) {
    while ((ends[index] ?? Infinity) <= at) index++
    const end = ends[index] ?? body.length
    const isWithin = at + first.length <= end
    const text = body.subarray(ends[index - 1] ?? 0, end)
    if (isWithin && others.every((needle) => text.includes(needle))) found.push(names[index] ?? '')
    at = body.indexOf(first, isWithin ? end : at + 1)
  }
  return found
}

/** The month as it is now: from the cache where that is still true, else from the entries, and then the cache is true again. */
function monthOf(file: string, folder: string, names: readonly string[], now: number): Month {
  const cached = readCached(file)
  const figures = figuresOf(folder, names, now)
  const bytes = Buffer.from(figures.buffer)
  const isSame =
    cached?.ends.length === names.length && cached.names === names.join('\n') && cached.figures.equals(bytes)
  if (isSame && !figures.includes(NaN)) return { names, body: cached.body, ends: cached.ends }
  const known = textsIn(cached)
  const texts = names.map((name, index) => {
    const kept = known.get(name)
    const own = bytes.subarray(index * FIGURE_BYTES, (index + 1) * FIGURE_BYTES)
    if (kept?.figures.equals(own) === true && !isUnsure(figures, index)) return kept.text
    const text = textOf(join(folder, name))
    if (text === undefined) figures.fill(NaN, index * FIGURES, (index + 1) * FIGURES)
    return text ?? NOTHING
  })
  const month = { body: Buffer.concat(texts), ends: sums(texts.map(({ length }) => length)) }
  writeCached(file, { names: names.join('\n'), figures: bytes, ...month })
  return { names, ...month }
}

/** The figures of each entry; NaN where they do not tell surely whether it has changed. */
function figuresOf(folder: string, names: readonly string[], now: number): Float64Array {
  const figures = new Float64Array(names.length * FIGURES).fill(NaN)
  for (const [index, name] of names.entries()) {
    // Joined by hand: this is done for every entry there is.
    const stats = fs.statSync(folder + sep + name, { throwIfNoEntry: false })
    if (stats === undefined || Math.max(stats.mtimeMs, stats.ctimeMs) > now - YOUNG) continue
    figures[index * FIGURES] = stats.size
    figures[index * FIGURES + 1] = stats.mtimeMs
    figures[index * FIGURES + 2] = stats.ctimeMs
    figures[index * FIGURES + 3] = stats.ino
  }
  return figures
}

function isUnsure(figures: Float64Array, index: number): boolean {
  return Number.isNaN(figures[index * FIGURES])
}

/** What is cached of each entry, by name; nothing where names do not tell (one may hold a newline). */
function textsIn(cached: Cached | undefined): Map<string, { readonly figures: Buffer; readonly text: Buffer }> {
  const names = cached?.names.split('\n') ?? []
  if (cached === undefined || names.length !== cached.ends.length) return new Map()
  const { figures, body, ends } = cached
  return new Map(
    names.map((name, index) => [
      name,
      {
        figures: figures.subarray(index * FIGURE_BYTES, (index + 1) * FIGURE_BYTES),
        text: body.subarray(ends[index - 1] ?? 0, ends[index])
      }
    ])
  )
}

/** Undefined for a file that is gone meanwhile or does not let itself be read. */
function textOf(file: string): Buffer | undefined {
  try {
    return Buffer.from(folded(fs.readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function sums(lengths: readonly number[]): number[] {
  let sum = 0
  return lengths.map((length) => (sum += length))
}

/** Filled by every file of the cache in turn: making room anew for each takes three times as long. */
let room = Buffer.allocUnsafe(1 << 20)

/** Undefined for a file that is not there, or not whole. */
function readCached(file: string): Cached | undefined {
  try {
    const bytes = intoRoom(file)
    const first = FIRST_LINE.exec(bytes.toString('latin1', 0, LONGEST_FIRST_LINE))
    if (first === null) return undefined
    const [count = 0, nameBytes = 0, lengthBytes = 0] = first.slice(1).map(Number)
    const lengthsAt = first[0].length + nameBytes
    const figuresAt = lengthsAt + lengthBytes
    const bodyAt = figuresAt + count * FIGURE_BYTES
    const ends = sums(bytes.toString('latin1', lengthsAt, figuresAt).split(' ').map(Number))
    if (ends.length !== count || bodyAt + (ends.at(-1) ?? 0) !== bytes.length) return undefined
    const names = bytes.toString('utf8', first[0].length, lengthsAt)
    return { names, figures: bytes.subarray(figuresAt, bodyAt), body: bytes.subarray(bodyAt), ends }
  } catch {
    return undefined
  }
}

function intoRoom(file: string): Buffer {
  const descriptor = fs.openSync(file, 'r')
  try {
    const { size } = fs.fstatSync(descriptor)
    if (size > room.length) room = Buffer.allocUnsafe(size)
    let done = 0
    for (let read = -1; done < size && read !== 0; done += read)
      read = fs.readSync(descriptor, room, done, size - done, done)
    return room.subarray(0, done)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Quiet where it cannot be written: then the next search takes as long as this one. */
function writeCached(file: string, { names, figures, body, ends }: Cached): void {
  const lengths = ends.map((end, index) => end - (ends[index - 1] ?? 0)).join(' ')
  const first = `reflect-search 1 ${ends.length} ${Buffer.byteLength(names)} ${lengths.length}\n`
  try {
    const folder = dirname(file)
    ensureFolder(folder, dirname(folder))
    const ignore = join(folder, '.gitignore')
    if (!fs.existsSync(ignore)) replaceFile(ignore, '*\n')
    replaceFile(file, Buffer.concat([Buffer.from(first + names + lengths), figures, body]))
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
  }
}
