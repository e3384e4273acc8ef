import fs from 'node:fs'
import os from 'node:os'
import process from 'node:process'
import { discard, withFsErrors, retryWhileBusy } from './fs-errors.ts'
import { codeOf, pause, randomHex } from '../util/system-calls.ts'

/*
 * Lets one process at a time read, merge and replace files. A lock is a file that only one process can create; it names its
 * owner. A lock is held for milliseconds. One whose owner is known to have ended is removed at once, any other once it has not changed
 * for PATIENCE (measured here: clocks of other computers may be wrong).
 *
 * To remove an abandoned lock, a process must hold the lock `FILE.break` and check again. Otherwise, of two processes that find it, one
 * could remove the lock that the other has just taken. An abandoned `FILE.break` is removed in the same way, with `FILE.break.break`.
 */

const PATIENCE = 10_000
/** For an empty lock: its owner ended between creating and writing it. */
const PATIENCE_WITH_NOBODY = 500
const PAUSE = 2

/** The contents of the lock files that this process holds or is about to make. */
const held = new Set<string>()
/** Distinguishes this thread from others of the process. */
let instance: string | undefined

/** Does the work while holding the lock. The lock's folder must exist. @throws what the work throws, or a ReflectError if there can be no lock. */
export function withLock<T>(file: string, work: () => T): T {
  instance ??= randomHex(16)
  const own = `${process.pid} ${os.hostname()} ${instance}${randomHex(16)}\n`
  held.add(own)
  try {
    acquire(file, own)
    return work()
  } finally {
    held.delete(own)
    if (ownerOf(file) === own) discard(file)
  }
}

function acquire(file: string, own: string): void {
  let seen: string | undefined
  let since = 0
  while (!claimed(file, own)) {
    const owner = ownerOf(file)
    if (owner !== seen) {
      seen = owner
      since = performance.now()
    }
    if (owner === undefined) continue
    const patience = owner === '' ? PATIENCE_WITH_NOBODY : PATIENCE
    if (isDead(owner) || performance.now() - since > patience) breakLock(file, owner)
    else pause(PAUSE)
  }
}

function claimed(file: string, own: string): boolean {
  return withFsErrors(file, () => {
    let descriptor = -1
    try {
      retryWhileBusy(() => (descriptor = fs.openSync(file, 'wx', 0o600)))
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
    try {
      // Unlike writeSync, this writes everything or throws.
      fs.writeFileSync(descriptor, own)
    } catch (error) {
      discard(file)
      throw error
    } finally {
      fs.closeSync(descriptor)
    }
    // Another process may have removed it before the owner was written.
    return ownerOf(file) === own
  })
}

function breakLock(file: string, owner: string): void {
  withLock(`${file}.break`, () => {
    if (ownerOf(file) === owner) withFsErrors(file, () => retryWhileBusy(() => fs.rmSync(file, { force: true })))
  })
}

/** The content of the lock; undefined if there is none, '' while it is created or removed. */
function ownerOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : ''
  }
}

/**
 * Whether a process of this computer owned the lock and no longer does: it has ended, or is this process and could not remove the file.
 * False if the owner is unknown or on another computer.
 */
function isDead(owner: string): boolean {
  const [, pid, host] = /^(\d+) (\S+) /.exec(owner) ?? []
  if (pid === undefined || host !== os.hostname()) return false
  if (Number(pid) === process.pid) return instance !== undefined && owner.includes(` ${instance}`) && !held.has(owner)
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
