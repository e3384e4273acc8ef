import fs from 'node:fs'
import os from 'node:os'
import { ReflectError } from '../context/errors.ts'
import type { Message } from '../words/index.ts'

/*
 * What disks answer, and what is made of it: patience where waiting helps, a sentence where it does not.
 */

/** The code of a system error, such as `ENOENT`; '' for anything else. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^E(?!RR_)/.test(code) ? code : ''
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

/** Does the work; what the disk throws comes out as a ReflectError that names `path` and says what to do. */
export function explained<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) === '') throw error
    throw new ReflectError(troubleWith(path, error), { cause: error })
  }
}

/** What the disk answered somebody who was not prepared for it; undefined for any error that names no file. */
export function unforeseen(error: unknown): ReflectError | undefined {
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  if (codeOf(error) === '' || typeof path !== 'string') return undefined
  return new ReflectError(troubleWith(path, error), { cause: error })
}

/** What to say of a system error at a path, and what to do. */
export function troubleWith(path: string, error: unknown): Message {
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

/** On Windows a virus scanner or a cloud folder may hold a file for a moment: tries again for about five seconds. */
export function patiently(work: () => void): void {
  const waits = os.platform() === 'win32' ? [10, 20, 50, 100, 200, 400, 800, 1500, 2000] : []
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

/** Stands still for some milliseconds, without giving way to anything else in this process. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** What answers where folders cannot be opened or synced at all, on some systems and network disks: nothing to be done. */
const NO_SYNC = new Set(['EACCES', 'EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF'])

/** Makes the names in a folder survive a power cut. */
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

/** What a file or folder is like; undefined where it is gone, or its name leads nowhere. */
export function statsOf(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (codeOf(error) === '') throw error
    return undefined
  }
}

/** Whether two names lead to one file, by links. Both must be there. */
export function isOneFile(name: string, other: string): boolean {
  return fs.realpathSync(name) === fs.realpathSync(other)
}

/** Removes a file; quiet if it is gone or cannot be. For what does no harm by staying. */
export function discard(file: string): void {
  try {
    fs.unlinkSync(file)
  } catch {
    // It is gone; or it stays, and is ignored or swept later.
  }
}
