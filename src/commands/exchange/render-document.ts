import fs from 'node:fs'
import { randomHex, writeAll } from '../../util/system-calls.ts'
import os from 'node:os'
import path from 'node:path'
import type { DocumentMaker, ExportStyle, Format, Outgoing } from '../../export/document.ts'
import { removeFile, withFsErrors } from '../../storage/fs-errors.ts'

/** What every entry of an export is rendered with. */
export interface Rendering {
  readonly format: Format
  readonly style: Omit<ExportStyle, 'alone'>
}

/**
 * Renders one document, entry by entry, in a memory that does not grow with the number of entries. Parts whose place is not
 * known yet wait in spools. Call `close` in a `finally`.
 */
export class DocumentRenderer {
  readonly #rendering: Rendering
  readonly #contents = new Spool()
  readonly #bodies = new Spool()
  #maker: DocumentMaker | undefined
  /** The first entry waits for a second one, because a document of one entry looks different. */
  #first: Outgoing | undefined

  constructor(rendering: Rendering) {
    this.#rendering = rendering
  }

  /** Adds an entry at the end of the document. */
  add(outgoing: Outgoing): void {
    if (this.#maker === undefined && this.#first === undefined) {
      this.#first = outgoing
      return
    }
    const maker = (this.#maker ??= this.#start(false))
    this.#render(outgoing, maker)
  }

  /** The bytes and texts of the whole document, in order. Use each piece before you take the next. */
  finish(): Iterable<string | Uint8Array> {
    const maker = this.#maker ?? this.#start(this.#first !== undefined)
    const { top, middle, bottom } = maker.frame()
    const text = concatenated([[top], this.#contents.take(), [middle], this.#bodies.take(), [bottom]])
    return maker.wrap?.(text) ?? text
  }

  close(): void {
    this.#contents.close()
    this.#bodies.close()
  }

  #start(alone: boolean): DocumentMaker {
    const maker = this.#rendering.format({ ...this.#rendering.style, alone })
    if (this.#first !== undefined) this.#render(this.#first, maker)
    return maker
  }

  #render(outgoing: Outgoing, maker: DocumentMaker): void {
    const share = maker.share(outgoing)
    this.#contents.add(share.contents)
    this.#bodies.add(share.body)
  }
}

function* concatenated(parts: readonly Iterable<string | Uint8Array>[]): Generator<string | Uint8Array> {
  for (const part of parts) yield* part
}

/** The bytes that a spool keeps in memory. */
const BUFFER_SIZE = 256 * 1024

/**
 * Text that waits until the text before it is known. A short one stays in memory. A long one goes to a temporary file that
 * only its owner can read and whose name is removed at once, so that nothing of it can be left behind.
 */
class Spool {
  readonly #buffer = Buffer.allocUnsafe(BUFFER_SIZE)
  #used = 0
  #descriptor: number | undefined

  add(text: string): void {
    // A UTF-16 unit takes at most three bytes in UTF-8.
    const most = 3 * text.length
    if (this.#used + most > BUFFER_SIZE) this.#spill(this.#buffer.subarray(0, this.#used))
    if (most > BUFFER_SIZE) this.#spill(Buffer.from(text))
    else this.#used += this.#buffer.write(text, this.#used)
  }

  /** The whole text as UTF-8, once. Use each piece before you take the next. */
  *take(): Generator<Uint8Array> {
    if (this.#descriptor !== undefined) {
      this.#spill(this.#buffer.subarray(0, this.#used))
      for (let at = 0, length = -1; length !== 0; at += length) {
        length = fs.readSync(this.#descriptor, this.#buffer, 0, BUFFER_SIZE, at)
        if (length > 0) yield this.#buffer.subarray(0, length)
      }
    } else if (this.#used > 0) yield this.#buffer.subarray(0, this.#used)
  }

  close(): void {
    if (this.#descriptor !== undefined) fs.closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  #spill(bytes: Uint8Array): void {
    withFsErrors(os.tmpdir(), () => {
      this.#descriptor ??= openNameless()
      writeAll(this.#descriptor, bytes)
    })
    this.#used = 0
  }
}

function openNameless(): number {
  const file = path.join(os.tmpdir(), `.reflect-${randomHex(16)}.tmp`)
  const descriptor = fs.openSync(file, 'wx+', 0o600)
  removeFile(file)
  return descriptor
}
