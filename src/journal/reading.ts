import { isUtf8 } from 'node:buffer'
import fs from 'node:fs'
import { codeOf, explained } from '../storage/fs-errors.ts'

/** The names in a folder; none if there is no such folder. @throws ReflectError if it cannot be read. */
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

/** The text of a file. If the file is not UTF-8, `isWhole` is false: the text may be shown but must not be written back. */
export interface FileText {
  readonly text: string
  readonly isWhole: boolean
}

/** Reads a file as text; undefined if there is no such file, or it is a folder. @throws ReflectError if it cannot be read. */
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

/** Without O_NONBLOCK, opening a named pipe would wait for a writer. Windows does not have this flag. */
const READ_FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0)

const BUFFER_SIZE = 64 * 1024
const buffer = Buffer.allocUnsafe(BUFFER_SIZE)

/** One shared buffer is enough for nearly all files. */
function contentOf(file: string): FileText {
  const descriptor = fs.openSync(file, READ_FLAGS)
  try {
    const length = fs.readSync(descriptor, buffer, 0, BUFFER_SIZE, 0)
    return length < BUFFER_SIZE ? decoded(buffer, length) : decoded(fs.readFileSync(descriptor))
  } finally {
    fs.closeSync(descriptor)
  }
}

function decoded(bytes: Buffer, length = bytes.length): FileText {
  // A byte order mark is kept. Invalid UTF-8 becomes U+FFFD, but a valid text may contain U+FFFD as well.
  const text = bytes.toString('utf8', 0, length)
  return { text, isWhole: !text.includes('\ufffd') || isUtf8(bytes.subarray(0, length)) }
}

const FIRST = 1024
/** Bytes. An entry with longer front matter cannot be listed. */
export const LONGEST_FRONT_MATTER = 64 * 1024
const first = Buffer.allocUnsafe(FIRST)

/** The end of front matter that this program wrote. */
const END = Buffer.from('\n---\n')

/** The beginning of a file with all of its front matter: up to its end, or the first KiB, or 64 KiB if necessary. */
export function beginningOf(file: string): string {
  const descriptor = fs.openSync(file, READ_FLAGS)
  try {
    const length = fs.readSync(descriptor, first, 0, FIRST, 0)
    // Substrings keep the whole text in memory, and there may be many thousands of entries.
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
