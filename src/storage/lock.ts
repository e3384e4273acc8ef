import fs from 'node:fs'
import os from 'node:os'
import process from 'node:process'
import { randomHex } from '../util/random.ts'
import { codeOf, discard, explained, patiently, pause } from './fs-errors.ts'

/*
 * One process at a time reads, merges and replaces. A lock is a file that only one can make and that names its
 * owner. It lasts milliseconds, so one that stays is a dead process's: at once where the owner can be asked for,
 * otherwise once it has been seen unchanged for PATIENCE (no clock is compared, which may be wrong or jump).
 *
 * An abandoned lock may be removed only by who holds the lock's own lock, `FILE.break`, and has looked again: so
 * two that find it cannot end with one removing what the other has just taken. A crash in there leaves that one
 * abandoned in turn, which is broken in the same way, one level further.
 */

const PATIENCE = 10_000
/** With a lock that names nobody: its maker died in the instant between making and writing it. */
const PATIENCE_WITH_NOBODY = 500
const PAUSE = 2

/** Does the work while holding the lock, which is given back however the work ends. The lock's folder must be there. */
export function withLock<T>(file: string, work: () => T): T {
  const own = `${process.pid} ${os.hostname()} ${randomHex(8)}\n`
  acquire(file, own)
  try {
    return work()
  } finally {
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
  return explained(file, () => {
    let descriptor = -1
    try {
      patiently(() => (descriptor = fs.openSync(file, 'wx', 0o600)))
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
    try {
      // All of it: a disk that fills may take a part and only then complain.
      fs.writeFileSync(descriptor, own)
    } catch (error) {
      discard(file)
      throw error
    } finally {
      fs.closeSync(descriptor)
    }
    // Whoever lost patience before the owner was written has broken it.
    return ownerOf(file) === own
  })
}

function breakLock(file: string, owner: string): void {
  withLock(`${file}.break`, () => {
    if (ownerOf(file) === owner) explained(file, () => fs.rmSync(file, { force: true }))
  })
}

/** What the lock says; undefined if there is none, '' while it is being made or taken away. */
function ownerOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : ''
  }
}

/** Whether the owner was a process of this computer that is no more. Of others nothing can be said. */
function isDead(owner: string): boolean {
  const [, pid, host] = /^(\d+) (\S+) /.exec(owner) ?? []
  if (pid === undefined || host !== os.hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
