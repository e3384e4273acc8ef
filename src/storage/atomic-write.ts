import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { discard, withFsErrors, retryWhileBusy, syncFolder } from './fs-errors.ts'
import { codeOf, randomHex, writeAll } from '../util/system-calls.ts'

/*
 * Durable, atomic writes. The new content goes to a temporary file beside the old one, is synced, and its size is checked; then the
 * file is renamed or linked, and its folder is synced. Content is saved when these functions return. Each throws a ReflectError
 * that says why it could not be saved.
 */

const RIGHTS = 0o777
const OWN_FILE = 0o600
const OWN_FOLDER = 0o700
const AN_HOUR = 3_600_000
/** Longer than any system takes to write the names of a folder to the disk without a sync. */
const A_MINUTE = 60_000

/** Replaces the content of a file, or leaves it unchanged if that fails. A symbolic link is followed, not replaced. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  withFsErrors(file, () => {
    const target = fs.existsSync(file) ? fs.realpathSync(file) : file
    const temporary = writeTemporary(dirname(target), content)
    try {
      retryWhileBusy(() => fs.renameSync(temporary, target))
    } catch (error) {
      discard(temporary)
      throw error
    }
    syncFolder(dirname(target))
  })
}

/** A file that is written piece by piece, for content that is too large for memory. It appears under its name with `settle`. */
export class GrowingFile {
  readonly #file: string
  readonly #temporary: string
  #descriptor: number | undefined
  #size = 0

  /** The folder of `file` must exist. A symbolic link is followed, not replaced. */
  constructor(file: string) {
    this.#file = fs.existsSync(file) ? fs.realpathSync(file) : file
    const dir = dirname(this.#file)
    const { temporary, descriptor } = withFsErrors(dir, () => openTemporary(dir))
    this.#temporary = temporary
    this.#descriptor = descriptor
  }

  /** Appends to the file. */
  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.#size += bytes.length
    withFsErrors(this.#file, () => writeAll(this.#opened, bytes))
  }

  get #opened(): number {
    if (this.#descriptor === undefined) throw new RangeError('the file is settled or abandoned')
    return this.#descriptor
  }

  #close(): void {
    if (this.#descriptor !== undefined) fs.closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  /** Syncs the file and gives it its name. False, and nothing is done, if there is a file that may not be replaced. */
  settle(mayReplace: boolean): boolean {
    return withFsErrors(this.#file, () => {
      finishWriting(this.#opened, this.#size)
      this.#close()
      const dir = dirname(this.#file)
      if (mayReplace) retryWhileBusy(() => fs.renameSync(this.#temporary, this.#file))
      else if (linkToFree(this.#temporary, dir, [basename(this.#file)]) === undefined) return false
      else discard(this.#temporary)
      syncFolder(dir)
      return true
    })
  }

  /** Removes the file unless it is settled. For a `finally`. */
  abandon(): void {
    this.#close()
    discard(this.#temporary)
  }
}

/** Creates a file under the first free name, never over another file. Returns its path. */
export function createFile(dir: string, names: Iterable<string>, content: string | Uint8Array): string {
  return withFsErrors(dir, () => {
    const temporary = writeTemporary(dir, content)
    try {
      return moveToNew(temporary, dir, names)
    } finally {
      discard(temporary)
    }
  })
}

/**
 * Moves a durable file to the first free name, never over another file. Returns its path. A crash may leave it under both names; if
 * it fails, the file still has the old one.
 */
export function moveToNew(from: string, dir: string, names: Iterable<string>): string {
  return withFsErrors(dir, () => {
    const to = linkToFree(from, dir, names)
    if (to === undefined) throw new RangeError('no name is free')
    try {
      syncFolder(dir)
    } catch (error) {
      if (fs.existsSync(from)) discard(to)
      throw error
    }
    discard(from)
    return to
  })
}

/** Creates a folder and its missing parents with the mode 0700, durable from `top` down. */
export function ensureFolder(dir: string, top = dir): void {
  withFsErrors(dir, () => makeFolder(dir, top))
}

/** Removes temporary files of crashed writes: those older than an hour. Ignores files that cannot be removed. */
export function sweepFolder(dir: string): void {
  const names = fs.existsSync(dir) ? fs.readdirSync(dir) : []
  for (const name of names.filter((candidate) => /^\.reflect-[0-9a-f]{16}\.tmp$/.test(candidate))) {
    const file = join(dir, name)
    const written = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (written !== undefined && Date.now() - written > AN_HOUR) discard(file)
  }
}

function writeTemporary(dir: string, content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { temporary, descriptor } = openTemporary(dir)
  try {
    writeAll(descriptor, bytes)
    finishWriting(descriptor, bytes.length)
  } catch (error) {
    fs.closeSync(descriptor)
    discard(temporary)
    throw error
  }
  fs.closeSync(descriptor)
  return temporary
}

function openTemporary(dir: string): { temporary: string; descriptor: number } {
  const temporary = join(dir, `.reflect-${randomHex(16)}.tmp`)
  return { temporary, descriptor: fs.openSync(temporary, 'wx', OWN_FILE) }
}

/** Changes a mode: a strict umask may take rights from the owner. File systems without modes are ignored. */
function makePrivate(change: () => void): void {
  try {
    change()
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
  }
}

/** Syncs a file and makes it private. Checks the size, because some network disks report success for a short write. */
function finishWriting(descriptor: number, size: number): void {
  const stats = fs.fstatSync(descriptor)
  if (stats.size !== size) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
  if ((stats.mode & RIGHTS) !== OWN_FILE) makePrivate(() => fs.fchmodSync(descriptor, OWN_FILE))
  fs.fsyncSync(descriptor)
}

/**
 * The errors of file systems without hard links; EISDIR is from Windows on FAT, EACCES from Android. EBUSY is from Windows while another
 * program holds the file, for which a rename waits.
 */
const NO_LINKS = new Set([
  'EBUSY',
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EISDIR',
  'EMLINK',
  'EXDEV'
])

/** Links a file to the first free name; undefined if none is free. */
function linkToFree(from: string, dir: string, names: Iterable<string>): string | undefined {
  for (const name of names) {
    const to = join(dir, name)
    try {
      fs.linkSync(from, to)
      return to
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EEXIST') continue
      if (!NO_LINKS.has(code)) throw error
      if (renameToFree(from, to)) return to
    }
  }
  return undefined
}

/** Without hard links: reserves the name with an empty file, then renames over it. False if the name is taken. */
function renameToFree(from: string, to: string): boolean {
  try {
    fs.closeSync(fs.openSync(to, 'wx', OWN_FILE))
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    retryWhileBusy(() => fs.renameSync(from, to))
    return true
  } catch (error) {
    discard(to)
    throw error
  }
}

function makeFolder(dir: string, top: string): void {
  const parent = dirname(dir)
  if (dir !== top && parent !== dir) makeFolder(parent, top)
  if (isDurable(dir)) return
  if (!createFolder(dir)) {
    makeFolder(parent, parent)
    createFolder(dir)
  }
  // Also if another process has just created the folder and has not synced it yet.
  syncFolder(parent)
}

/** Whether a folder is old enough for its name to be durable. */
function isDurable(dir: string): boolean {
  const stats = fs.statSync(dir, { throwIfNoEntry: false })
  return stats?.isDirectory() === true && stats.birthtimeMs > 0 && Date.now() - stats.birthtimeMs > A_MINUTE
}

/** Creates a folder; false if its parent is missing. */
function createFolder(dir: string): boolean {
  try {
    fs.mkdirSync(dir, OWN_FOLDER)
    makePrivate(() => fs.chmodSync(dir, OWN_FOLDER))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(dir) !== dir) return false
    if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
  return true
}
