import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import type { FormatName, Outgoing } from '../../export/document.ts'
import { numbered, stemOf } from '../../journal/names.ts'
import { ensureFolder, GrowingFile } from '../../storage/atomic-write.ts'
import { printRaw, refuseToOverwrite } from '../shared/output.ts'
import { DocumentRenderer, type Rendering } from './render-document.ts'
import { fileKey } from '../../text/folding.ts'

/** Where an export goes: `add` each entry, then `finish`, and `close` in a `finally`. Nothing is complete before `finish`. */
export interface Target {
  add(outgoing: Outgoing): void
  finish(): void
  close(): void
}

/** May the export replace a file that exists? */
interface Force {
  readonly force?: boolean
}

/** One document on standard output. On a terminal its control characters are shown, not sent. */
export function toStandardOutput(rendering: Rendering, context: Context): Target {
  const document = new DocumentRenderer(rendering)
  // A character may begin in one piece and end in the next.
  const decoder = new TextDecoder()
  const textOf = (piece: string | Uint8Array) =>
    typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
  return {
    add: (outgoing) => document.add(outgoing),
    finish() {
      for (const piece of document.finish()) printRaw(context.stdout.isTTY ? textOf(piece) : piece, context)
    },
    close: () => document.close()
  }
}

/**
 * One document in a file, which exists only when the document is complete.
 *
 * @throws UsageError if the file exists and must not be replaced; ReflectError if it cannot be written.
 */
export function toFile(file: string, rendering: Rendering, force: Force, context: Context): Target {
  refuseToOverwrite(file, force, context)
  const document = new DocumentRenderer(rendering)
  const growing = new GrowingFile(file)
  return {
    add: (outgoing) => document.add(outgoing),
    finish() {
      for (const piece of document.finish()) growing.write(piece)
      if (!growing.settle(force.force === true)) refuseToOverwrite(file, force, context)
    },
    close() {
      document.close()
      growing.abandon()
    }
  }
}

/** A file for each entry, in a folder that is created if it does not exist. @throws as `toFile`. */
export function toFolder(
  nameOf: (file: string) => string,
  folder: string,
  rendering: Rendering,
  force: Force,
  context: Context
): Target {
  ensureFolder(folder)
  return {
    add(outgoing) {
      const target = toFile(nameOf(outgoing.file), rendering, force, context)
      try {
        target.add(outgoing)
        target.finish()
      } finally {
        target.close()
      }
    },
    finish() {},
    close() {}
  }
}

/** Gives each entry's file a path of its own in a folder: two entries of different years may have the same name. */
export function uniqueNames(folder: string, ending: FormatName): (file: string) => string {
  const taken = new Set<string>()
  return (file) => {
    for (const name of numbered(path.basename(file))) {
      if (taken.has(fileKey(name))) continue
      taken.add(fileKey(name))
      return path.join(folder, `${stemOf(name)}.${ending}`)
    }
    throw new RangeError('every name is taken')
  }
}

/** Whether an output names a folder: one that exists, or one with a separator at its end. */
export function isFolder(output: string, target: string): boolean {
  return (
    output.endsWith('/') ||
    output.endsWith(path.sep) ||
    fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() === true
  )
}
