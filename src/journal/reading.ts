import { isUtf8 } from 'node:buffer'
import fs from 'node:fs'
import { codeOf, explained } from '../storage/fs-errors.ts'

/** The names in a folder; none where there is no such folder. @throws ReflectError if it cannot be read. */
export function namesIn(dir: string): string[] {
  return explained(dir, () => {
    try {
      return fs.readdirSync(dir)
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
      throw error
    }
  })
}

/** A file's text. Where it is not UTF-8, `isWhole` is false: the text may be shown but must not be written back. */
export interface FileText {
  readonly text: string
  readonly isWhole: boolean
}

/** Reads a file as text; undefined if there is none, or it is a folder. @throws ReflectError if it cannot be read. */
export function textOf(file: string): FileText | undefined {
  return explained(file, () => {
    try {
      return contentOf(file)
    } catch (error) {
      if (['ENOENT', 'EISDIR'].includes(codeOf(error))) return undefined
      throw error
    }
  })
}

/** A pipe among the entries is read as it is: opening one in the usual way waits until somebody writes. Windows has no such flag. */
const READING = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0)

const ROOM = 64 * 1024
const room = Buffer.allocUnsafe(ROOM)

/** Few files are long, so one room serves nearly all. */
function contentOf(file: string): FileText {
  const descriptor = fs.openSync(file, READING)
  try {
    const length = fs.readSync(descriptor, room, 0, ROOM, 0)
    return length < ROOM ? decoded(room, length) : decoded(fs.readFileSync(descriptor))
  } finally {
    fs.closeSync(descriptor)
  }
}

function decoded(bytes: Buffer, length = bytes.length): FileText {
  // A byte order mark stays: it is the file's. What is not UTF-8 becomes this sign, which a text may also hold itself.
  const text = bytes.toString('utf8', 0, length)
  return { text, isWhole: !text.includes('\ufffd') || isUtf8(bytes.subarray(0, length)) }
}

const FIRST = 1024
/** Bytes. An entry whose front matter is longer cannot be listed. */
export const LONGEST_FRONT_MATTER = 64 * 1024
const first = Buffer.allocUnsafe(FIRST)

/** How front matter ends, as we write it. */
const END = Buffer.from('\n---\n')

/** The beginning of a file with all of its front matter: up to the end of that, its first KiB, or more where that is not enough. */
export function beginningOf(file: string): string {
  const descriptor = fs.openSync(file, READING)
  try {
    const length = fs.readSync(descriptor, first, 0, FIRST, 0)
    // What is taken from a text keeps all of it in memory, and there may be many thousands of entries.
    const end = first.subarray(0, length).indexOf(END, 3)
    if (end !== -1) return first.toString('utf8', 0, end + END.length)
    const text = first.toString('utf8', 0, length)
    if (length < FIRST || !/^\uFEFF?---/.test(text) || /\n---\s*\n/.test(text)) return text
    const more = Buffer.allocUnsafe(LONGEST_FRONT_MATTER)
    return more.toString('utf8', 0, fs.readSync(descriptor, more, 0, LONGEST_FRONT_MATTER, 0))
  } finally {
    fs.closeSync(descriptor)
  }
}
