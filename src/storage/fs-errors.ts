import fs from 'node:fs'
import { dirname, win32 } from 'node:path'
import { codeOf, pause } from '../util/system-calls.ts'
import { ReflectError } from '../context/errors.ts'
import type { Message } from '../words/index.ts'

/** File-system errors: retried if that helps, otherwise turned into sentences. */

/** Does the work. @throws ReflectError for a system error: names `path` and says what to do. Other errors pass. */
export function withFsErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) === '') throw error
    throw new ReflectError(fsErrorMessage(path, error), { cause: error })
  }
}

/** The sentence for a system error that nobody caught; undefined if it names no file. */
export function fsErrorIn(error: unknown): ReflectError | undefined {
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  if (codeOf(error) === '' || typeof path !== 'string') return undefined
  return new ReflectError(fsErrorMessage(path, error), { cause: error })
}

/** The codes that Windows gives for a name that it does not allow. */
const BAD_NAME = new Set(['ENOENT', 'EINVAL', 'ENOTDIR', 'UNKNOWN'])

/** The name in an absolute path that the system does not allow; undefined if it allows all. */
export function forbiddenName(path: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32') return undefined
  const { root } = win32.parse(path)
  return path
    .slice(root.length)
    .split(/[\\/]/)
    .find((name) => /[<>:"|?*]/.test(name))
}

/** The sentence for a system error at a path: what happened, and what to do. */
export function fsErrorMessage(path: string, error: unknown, platform = process.platform): Message {
  const name = BAD_NAME.has(codeOf(error)) ? forbiddenName(path, platform) : undefined
  if (name !== undefined) return ({ journal }) => journal.forbiddenName(name)
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return ({ journal }) => journal.diskFull(path)
    case 'EROFS':
      return ({ journal }) => journal.readOnlyDisk(path)
    case 'EACCES':
    case 'EPERM':
      return ({ journal }) => journal.notAllowed(path)
    case 'ENOENT':
      return ({ journal }) => journal.notThere(path)
    case 'EEXIST':
    case 'ENOTDIR':
      return ({ journal }) => journal.notAFolder(path)
    case 'EISDIR':
      return ({ journal }) => journal.notAFile(path)
    default:
      return ({ journal }) => journal.diskTrouble(path, error instanceof Error ? error.message : String(error))
  }
}

/** On Windows, a virus scanner or a cloud folder may hold a file for a moment: retries for about five seconds. */
export function retryWhileBusy(work: () => void, platform = process.platform): void {
  const waits = platform === 'win32' ? [10, 20, 50, 100, 200, 400, 800, 1500, 2000] : []
  for (const wait of waits) {
    try {
      return work()
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error
      pause(wait)
    }
  }
  work()
}

/** @throws ReflectError if nothing can be created in a folder, which need not exist yet. */
export function checkWritable(dir: string): void {
  withFsErrors(dir, () => {
    try {
      fs.accessSync(dir, fs.constants.W_OK | fs.constants.X_OK)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || dirname(dir) === dir) throw error
      checkWritable(dirname(dir))
    }
  })
}

/** The errors of systems and network disks where folders cannot be opened or synced. */
const NO_SYNC = new Set(['EACCES', 'EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF'])

/** Makes the names in a folder durable. */
export function syncFolder(dir: string): void {
  let descriptor: number | undefined
  try {
    descriptor = fs.openSync(dir, 'r')
    fs.fsyncSync(descriptor)
  } catch (error) {
    if (!NO_SYNC.has(codeOf(error))) throw error
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor)
  }
}

/** The stats of a file or folder; undefined if there is none, or on any other system error. */
export function statsOf(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (codeOf(error) === '') throw error
    return undefined
  }
}

/** Whether two paths are the same file, links resolved, in whatever case or short form a system takes them. Both must exist. */
export function isOneFile(name: string, other: string): boolean {
  return realPath(name) === realPath(other)
}

/** The path of a file as the system has it: links resolved, and names as they were created. The file must exist. */
function realPath(path: string): string {
  try {
    // Node's own `realpathSync` keeps the case that was typed, and short names of Windows.
    return fs.realpathSync.native(path)
  } catch {
    // Windows does not know the paths of some virtual disks.
    return fs.realpathSync(path)
  }
}

/** Whether two names belong to one file, as hard links do. False if one does not exist, or if the file system does not say. */
export function isHardLink(name: string, other: string): boolean {
  // Numbers of files on Windows have 64 bits: as doubles, those of different files may be equal.
  const [one, two] = [name, other].map((path) => fs.statSync(path, { bigint: true, throwIfNoEntry: false }))
  return one !== undefined && two !== undefined && one.ino !== 0n && one.ino === two.ino && one.dev === two.dev
}

/** Removes a file. Throws system errors. */
export function removeFile(file: string): void {
  retryWhileBusy(() => fs.unlinkSync(file))
}

/** Removes a folder with everything in it, if it exists. On Windows, a program may hold a file for a moment. Throws system errors. */
export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** As `removeFolder`. Does nothing if something in it cannot be removed: for folders that a later run removes. */
export function discardFolder(folder: string): void {
  try {
    removeFolder(folder)
  } catch {
    // It stays.
  }
}

/** Removes a file. Does nothing if it is gone or cannot be removed: only for files that do no harm if they stay. */
export function discard(file: string): void {
  try {
    removeFile(file)
  } catch {
    // It is gone; or it stays, and is ignored or swept later.
  }
}
