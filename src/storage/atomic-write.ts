import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { randomHex } from '../util/random.ts'
import { codeOf, discard, explained, patiently, syncFolder } from './fs-errors.ts'

/*
 * Writing that survives a full disk, a kill and the power cord: a whole new file beside the old one,
 * every byte counted and synced, then one rename or link, then a sync of the folder that holds the name.
 * Nothing may be called saved before these functions return. Each throws a ReflectError that says why.
 */

const RIGHTS = 0o777
const OWN_FILE = 0o600
const OWN_FOLDER = 0o700
const AN_HOUR = 3_600_000
/** Longer than any system waits before it writes out the names in a folder by itself. */
const A_MINUTE = 60_000

/** Puts a file's new content in place of the old, or leaves the old as it was. A link is followed, not replaced. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  explained(file, () => {
    const target = fs.existsSync(file) ? fs.realpathSync(file) : file
    const temporary = writeTemporary(dirname(target), content)
    try {
      patiently(() => fs.renameSync(temporary, target))
    } catch (error) {
      discard(temporary)
      throw error
    }
    syncFolder(dirname(target))
  })
}

/**
 * A new file that grows beside its place, for what is too large for memory. It is nothing until `settle` has put it there;
 * `abandon` removes it.
 */
export class GrowingFile {
  readonly #file: string
  readonly #temporary: string
  #descriptor: number | undefined
  #size = 0

  /** The folder of `file` must be there. A link is followed, not replaced. */
  constructor(file: string) {
    this.#file = fs.existsSync(file) ? fs.realpathSync(file) : file
    const dir = dirname(this.#file)
    const { temporary, descriptor } = explained(dir, () => openTemporary(dir))
    this.#temporary = temporary
    this.#descriptor = descriptor
  }

  /** Adds to its end. */
  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.#size += bytes.length
    explained(this.#file, () => writeAll(this.#opened, bytes))
  }

  get #opened(): number {
    if (this.#descriptor === undefined) throw new RangeError('the file is settled or abandoned')
    return this.#descriptor
  }

  #close(): void {
    if (this.#descriptor !== undefined) fs.closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  /** Puts it in its place once it is safely on disk. False, and nothing done, if a file is there that may not be replaced. */
  settle(mayReplace: boolean): boolean {
    return explained(this.#file, () => {
      finishWriting(this.#opened, this.#size)
      this.#close()
      const dir = dirname(this.#file)
      if (mayReplace) patiently(() => fs.renameSync(this.#temporary, this.#file))
      else if (nameAnew(this.#temporary, dir, [basename(this.#file)]) === undefined) return false
      else discard(this.#temporary)
      syncFolder(dir)
      return true
    })
  }

  /** For a `finally`: does nothing once it is settled. */
  abandon(): void {
    this.#close()
    discard(this.#temporary)
  }
}

/** Makes a file under the first of the names that is free, never over another, and gives its path. */
export function createFile(dir: string, names: Iterable<string>, content: string | Uint8Array): string {
  return explained(dir, () => {
    const temporary = writeTemporary(dir, content)
    try {
      return moveToNew(temporary, dir, names)
    } finally {
      discard(temporary)
    }
  })
}

/**
 * Moves a file that is safely on disk to the first of the names that is free, never over another, and gives its
 * path. A crash on the way may leave it under both names; if it fails, it is still under the old one.
 */
export function moveToNew(from: string, dir: string, names: Iterable<string>): string {
  return explained(dir, () => {
    const to = nameAnew(from, dir, names)
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

/** Makes a folder and those above it that are missing, 0700; every level from `top` down survives a power cut. */
export function ensureFolder(dir: string, top = dir): void {
  explained(dir, () => makeFolder(dir, top))
}

/** Removes what crashes left half written in a folder: an hour is longer than any write lasts. Quiet about failure. */
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
  const temporary = join(dir, `.reflect-${randomHex(8)}.tmp`)
  return { temporary, descriptor: fs.openSync(temporary, 'wx', OWN_FILE) }
}

/** Under a strict umask what was just made may lack its owner's own rights; some disks know no rights at all. */
function makePrivate(change: () => void): void {
  try {
    change()
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
  }
}

/** A disk that fills takes a part of a write and says so only in the count. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += fs.writeSync(descriptor, bytes, done)
}

/** All of it is on disk then, and its owner's alone; the size is looked at for disks that lie. */
function finishWriting(descriptor: number, size: number): void {
  const stats = fs.fstatSync(descriptor)
  if (stats.size !== size) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
  if ((stats.mode & RIGHTS) !== OWN_FILE) makePrivate(() => fs.fchmodSync(descriptor, OWN_FILE))
  fs.fsyncSync(descriptor)
}

/** What file systems without hard links answer; EISDIR is Windows on FAT, EACCES is Android. */
const NO_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'EMLINK', 'EXDEV'])

/** Undefined if none of the names is free. */
function nameAnew(from: string, dir: string, names: Iterable<string>): string | undefined {
  for (const name of names) {
    const to = join(dir, name)
    try {
      fs.linkSync(from, to)
      return to
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EEXIST') continue
      if (!NO_LINKS.has(code)) throw error
      if (renameAnew(from, to)) return to
    }
  }
  return undefined
}

/** Where there are no links: takes the name with an empty file, which nobody else can then, and renames over it. */
function renameAnew(from: string, to: string): boolean {
  try {
    fs.closeSync(fs.openSync(to, 'wx', OWN_FILE))
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    patiently(() => fs.renameSync(from, to))
    return true
  } catch (error) {
    discard(to)
    throw error
  }
}

function makeFolder(dir: string, top: string): void {
  const parent = dirname(dir)
  if (dir !== top && parent !== dir) makeFolder(parent, top)
  if (isLongThere(dir)) return
  if (!madeFolder(dir)) {
    makeFolder(parent, parent)
    madeFolder(dir)
  }
  // Also where another process made it a moment ago and has not come to this yet.
  syncFolder(parent)
}

/** Whether a folder has been there so long that its name is on disk, whoever made it. */
function isLongThere(dir: string): boolean {
  const stats = fs.statSync(dir, { throwIfNoEntry: false })
  return stats?.isDirectory() === true && stats.birthtimeMs > 0 && Date.now() - stats.birthtimeMs > A_MINUTE
}

/** False if the folder above is missing. */
function madeFolder(dir: string): boolean {
  try {
    fs.mkdirSync(dir, OWN_FOLDER)
    makePrivate(() => fs.chmodSync(dir, OWN_FOLDER))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(dir) !== dir) return false
    if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
  return true
}
