import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { randomHex } from '../util/random.ts'
import { codeOf, discard } from '../storage/fs-errors.ts'
import { ensureFolder } from '../storage/atomic-write.ts'
import { OURS } from './names.ts'

/*
 * What is remembered of a journal so that it need not be found out anew, below `.reflect/cache`. It may be deleted at any
 * moment and is never believed: who recalls something looks whether what it was made from is still the same. It holds
 * what people wrote, so it is as private as their entries, and git ignores it.
 *
 * A file is MAGIC, the content, and the content once more from its end to its beginning: so one that was cut off or spoilt is
 * known without a library, for the loading of which a listing has no time.
 */

/** A multiple of eight, so that what follows may hold numbers. */
const MAGIC = Buffer.from('reflect cache 1\n')
/** Milliseconds within which two changes may leave the same time (FAT counts every other second). */
export const TICK = 2500

/** Bytes; what is longer was not written by this program. */
const LARGEST = 256 * 1024 * 1024

/** Filled by every file in turn: making room anew for each takes three times as long. */
let room = Buffer.allocUnsafeSlow(1 << 20)

/** What something is remembered under. */
export interface Shelf {
  /** The journal's folder. */
  readonly dir: string
  readonly name: string
  /** Milliseconds within which two changes may leave the same time; a few seconds unless a test knows better. */
  readonly tick?: number
}

/** What is remembered, until the next call; undefined where that is nothing, or not whole. */
export function recalled(shelf: Shelf): Buffer | undefined {
  try {
    const bytes = intoRoom(fileOf(shelf))
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

function fileOf({ dir, name }: Shelf): string {
  return join(dir, OURS, 'cache', name)
}

function intoRoom(file: string): Buffer {
  const descriptor = fs.openSync(file, 'r')
  try {
    const size = Math.min(fs.fstatSync(descriptor).size, LARGEST)
    if (size > room.length) room = Buffer.allocUnsafeSlow(size)
    let done = 0
    for (let read = -1; done < size && read !== 0; done += read)
      read = fs.readSync(descriptor, room, done, size - done, done)
    return room.subarray(0, done)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Whether a time that a file has may also be that of a change yet to come, seen from a moment of its disk's clock. */
export type IsYoung = (time: number) => boolean

/**
 * Makes something and remembers it, as `bytesOf` gives it; nothing is remembered where that gives nothing, or the disk
 * refuses. `make` is told which times of files do not tell whether they are changed once more.
 */
export function remembering<Made>(
  shelf: Shelf,
  make: (isYoung: IsYoung) => Made,
  bytesOf: (made: Made) => readonly Uint8Array[] | undefined
): Made {
  const { tick = TICK } = shelf
  const file = fileOf(shelf)
  const begun = begin(dirname(file))
  try {
    const made = make((time) => begun === undefined || Math.abs(begun.time - time) < tick)
    const parts = begun && bytesOf(made)
    if (begun !== undefined && parts !== undefined) finish(begun, file, parts)
    return made
  } finally {
    if (begun !== undefined) abandon(begun)
  }
}

/** A file that is being written. */
interface Begun {
  readonly temporary: string
  readonly descriptor: number
  /** When it was made, by the clock of its disk. */
  readonly time: number
}

function begin(folder: string): Begun | undefined {
  try {
    if (!fs.existsSync(folder)) makeFolder(folder)
    const temporary = join(folder, `.reflect-${randomHex(8)}.tmp`)
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

/** Nothing need survive a power cut: what did not is known. */
function finish({ temporary, descriptor }: Begun, file: string, parts: readonly Uint8Array[]): void {
  const content = Buffer.concat(parts)
  const bytes = Buffer.concat([MAGIC, content, content.toReversed()])
  try {
    for (let done = 0; done < bytes.length;) done += fs.writeSync(descriptor, bytes, done)
    fs.renameSync(temporary, file)
  } catch (error) {
    if (codeOf(error) === '') throw error
  }
}

/** For a `finally`: of what is finished, nothing is left to remove. */
function abandon({ temporary, descriptor }: Begun): void {
  fs.closeSync(descriptor)
  discard(temporary)
}
