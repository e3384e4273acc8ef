import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { discard } from '../storage/fs-errors.ts'
import { codeOf, randomHex, writeAll } from '../util/system-calls.ts'
import { ensureFolder } from '../storage/atomic-write.ts'
import { OURS } from './names.ts'

/*
 * Caches of a journal, in `.reflect/cache`. They may be deleted at any moment. Callers of `readCache` check that the source
 * of the content is unchanged. Caches contain words of entries, so they are as private as entries, and git ignores them.
 *
 * A file is MAGIC, the content, and the content again in reverse order: this detects files that are cut off or damaged
 * without loading a library, which would be too slow for a listing.
 */

/** Its length is a multiple of eight, so that the content may contain aligned numbers. */
const MAGIC = Buffer.from('reflect cache 1\n')
/** Milliseconds within which two changes of a file may have the same time (FAT has a resolution of two seconds). */
export const TICK = 2500

/** Bytes; this program writes no longer file. */
const LARGEST = 256 * 1024 * 1024

/** Shared by all files: to allocate a buffer for each takes three times as long. */
let buffer = Buffer.allocUnsafeSlow(1 << 20)

/** The key of a cached content. */
export interface CacheKey {
  /** The journal's folder. */
  readonly dir: string
  readonly name: string
  /** Milliseconds within which two changes of a file may have the same time; `TICK` except in tests. */
  readonly tick?: number
}

/** The cached content, valid until the next call; undefined if there is none or the file is damaged. */
export function readCache(key: CacheKey): Buffer | undefined {
  try {
    const bytes = readIntoBuffer(fileOf(key))
    if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
    const middle = (bytes.length + MAGIC.length) >> 1
    const content = bytes.subarray(MAGIC.length, middle)
    // oxlint-disable-next-line unicorn/no-array-reverse -- in place: a copy of every file would take a third of a search
    return bytes.subarray(middle).reverse().equals(content) ? content : undefined
  } catch (error) {
    if (codeOf(error) === '') throw error
    return undefined
  }
}

/** Characters. Longer names could not be created on every system. */
const LONGEST_NAME = 150

/** The name of a cache of some kind for a folder of the journal, given by its path. */
export function cacheName(kind: string, path: string): string {
  const name = encodeURIComponent(path)
  return `${kind}-${name.length <= LONGEST_NAME ? name : shortened(name)}`
}

/** Different names may rarely have the same short form, so caches say of what they are. */
function shortened(name: string): string {
  let hash = 0
  for (const character of name) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0
  return `${name.slice(0, LONGEST_NAME)}.${(hash >>> 0).toString(36)}`
}

function fileOf({ dir, name }: CacheKey): string {
  return join(dir, OURS, 'cache', name)
}

function readIntoBuffer(file: string): Buffer {
  const descriptor = fs.openSync(file, 'r')
  try {
    const size = Math.min(fs.fstatSync(descriptor).size, LARGEST)
    if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size)
    let done = 0
    for (let read = -1; done < size && read !== 0; done += read)
      read = fs.readSync(descriptor, buffer, done, size - done, done)
    return buffer.subarray(0, done)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Whether the time of a file is so recent, by the clock of its disk, that the next change might not alter it. */
export type IsAmbiguous = (time: number) => boolean

/**
 * Makes a value and writes it to the cache in the form that `encode` gives it. Nothing is written if `encode` returns
 * undefined or the disk fails.
 */
export function cached<Value>(
  key: CacheKey,
  make: (isAmbiguous: IsAmbiguous) => Value,
  encode: (value: Value) => readonly Uint8Array[] | undefined
): Value {
  const { tick = TICK } = key
  const file = fileOf(key)
  const begun = begin(dirname(file))
  try {
    const value = make((time) => begun === undefined || Math.abs(begun.time - time) < tick)
    const parts = begun && encode(value)
    if (begun !== undefined && parts !== undefined) finish(begun, file, parts)
    return value
  } finally {
    if (begun !== undefined) abandon(begun)
  }
}

/** A cache file that is being written. */
interface Begun {
  readonly temporary: string
  readonly descriptor: number
  /** Of its creation, by the clock of its disk. */
  readonly time: number
}

function begin(folder: string): Begun | undefined {
  try {
    if (!fs.existsSync(folder)) makeFolder(folder)
    const temporary = join(folder, `.reflect-${randomHex(16)}.tmp`)
    const descriptor = fs.openSync(temporary, 'wx', 0o600)
    return { temporary, descriptor, time: fs.fstatSync(descriptor).mtimeMs }
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof ReflectError)) throw error
    return undefined
  }
}

function makeFolder(folder: string): void {
  ensureFolder(folder, dirname(folder))
  fs.writeFileSync(join(folder, '.gitignore'), '*\n', { mode: 0o600 })
}

/** Not synced: a file that a power cut damages is detected when it is read. */
function finish({ temporary, descriptor }: Begun, file: string, parts: readonly Uint8Array[]): void {
  const content = Buffer.concat(parts)
  const bytes = Buffer.concat([MAGIC, content, content.toReversed()])
  try {
    writeAll(descriptor, bytes)
    fs.renameSync(temporary, file)
  } catch (error) {
    if (codeOf(error) === '') throw error
  }
}

/** Closes the file, and deletes it unless it is finished. */
function abandon({ temporary, descriptor }: Begun): void {
  fs.closeSync(descriptor)
  discard(temporary)
}
