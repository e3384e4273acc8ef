import { randomUUID } from 'node:crypto'
import fs from 'node:fs'

/** What Node's system calls throw and leave undone, below any sentence about it. */

/** The code of an error of the system or of Node, such as `ENOENT` or `ERR_INVALID_ARG_TYPE`; '' if it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** The code of a system error, such as `ENOENT`; '' for anything else. `UNKNOWN` is one that Windows gives for files in a cloud. */
export function codeOf(error: unknown): string {
  const code = errorCode(error)
  return /^E(?!RR_)|^UNKNOWN$/.test(code) ? code : ''
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

/** A random UUID (RFC 9562, version 4). Linux makes one in a file; to load `node:crypto` takes a fifth of a start. */
export function randomUuid(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trimEnd()
  } catch {
    return randomUUID()
  }
}

/** Random hexadecimal digits, at most 16. */
export function randomHex(digits: number): string {
  return randomUuid().replaceAll('-', '').slice(-digits)
}

/** Blocks this process for some milliseconds. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/**
 * Writes all bytes: the system may take a part, and a pipe that does not block may take nothing for a while. Throws
 * system errors.
 */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    try {
      done += fs.writeSync(descriptor, bytes, done)
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
      pause(5)
    }
  }
}
