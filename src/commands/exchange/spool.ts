import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { explained } from '../../storage/fs-errors.ts'
import { randomHex } from '../../util/random.ts'

/** Bytes that are gathered before they are put on the disk, and read back at a time. */
const ROOM = 256 * 1024

/**
 * Text that is put aside until what stands before it is known. A short one stays in memory. A long one goes to a
 * temporary file that only its owner can read and whose name is removed at once, so that nothing of it can be left.
 */
export class Spool {
  readonly #room = Buffer.allocUnsafe(ROOM)
  #used = 0
  #descriptor: number | undefined

  /** Adds to its end. */
  add(text: string): void {
    // No sign of a text takes more than three bytes.
    if (this.#used + 3 * text.length > ROOM) this.#spill(this.#room.subarray(0, this.#used))
    if (3 * text.length > ROOM) this.#spill(Buffer.from(text))
    else this.#used += this.#room.write(text, this.#used)
  }

  #spill(bytes: Buffer): void {
    explained(os.tmpdir(), () => {
      this.#descriptor ??= openNameless()
      for (let done = 0; done < bytes.length;) done += fs.writeSync(this.#descriptor, bytes, done)
    })
    this.#used = 0
  }

  /** All of it in order, once, as UTF-8. A piece is to be used before the next is asked for. */
  *take(): Generator<Uint8Array> {
    if (this.#descriptor !== undefined) {
      this.#spill(this.#room.subarray(0, this.#used))
      for (let at = 0, length = -1; length !== 0; at += length) {
        length = fs.readSync(this.#descriptor, this.#room, 0, ROOM, at)
        if (length > 0) yield this.#room.subarray(0, length)
      }
    } else if (this.#used > 0) yield this.#room.subarray(0, this.#used)
  }

  /** Gives the room on the disk back. */
  close(): void {
    if (this.#descriptor !== undefined) fs.closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}

function openNameless(): number {
  const file = path.join(os.tmpdir(), `.reflect-${randomHex(8)}.tmp`)
  const descriptor = fs.openSync(file, 'wx+', 0o600)
  fs.unlinkSync(file)
  return descriptor
}
