import fs from 'node:fs'
import type { Origin } from '../entry/front-matter-head.ts'
import { UsageError } from '../context/errors.ts'
import { readHead } from '../entry/front-matter.ts'
import { statsOf, withFsErrors } from '../storage/fs-errors.ts'
import { codeOf, isMissing } from '../util/system-calls.ts'
import { decodeFile, type Decoded } from '../text/decode.ts'
import { isDated } from './names.ts'
import type { Message } from '../words/index.ts'
import { firstWords } from '../entry/first-words.ts'

/** An entry's file, or a folder, that cannot be read, and the reason. */
export interface Unread {
  readonly file: string
  readonly why: Message
}

/** The names in a folder; none if there is no such folder. @throws ReflectError if it cannot be read. */
export function namesIn(dir: string): string[] {
  return withFsErrors(dir, () => {
    try {
      return fs.readdirSync(dir)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  })
}

/**
 * Reads a file as text, with its byte order mark; undefined if there is no such file, or it is a folder. A file that is not UTF-8 must
 * not be overwritten. @throws ReflectError if it cannot be read.
 */
export function textOf(file: string): Decoded | undefined {
  return withFsErrors(file, () => {
    try {
      return contentOf(file)
    } catch (error) {
      if (['ENOENT', 'EISDIR'].includes(codeOf(error))) return undefined
      throw error
    }
  })
}

/** As `firstWords`, of an entry's file; '' if it cannot be read, which is for others to report. */
export function firstWordsIn(file: string): string {
  try {
    return firstWords(contentOf(file).text)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return ''
  }
}

/** Without O_NONBLOCK, opening a named pipe would wait for a writer. Windows does not have this flag. */
const READ_FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0)

const BUFFER_SIZE = 64 * 1024
const buffer = Buffer.allocUnsafe(BUFFER_SIZE)

/** One shared buffer is enough for nearly all files. */
function contentOf(file: string): Decoded {
  const descriptor = fs.openSync(file, READ_FLAGS)
  try {
    const length = fs.readSync(descriptor, buffer, 0, BUFFER_SIZE, 0)
    return decodeFile(length < BUFFER_SIZE ? buffer.subarray(0, length) : fs.readFileSync(descriptor))
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The file as the origin of an entry, for what its front matter does not say. */
export function originOf(file: string): Origin {
  return { file, modified: () => statsOf(file)?.mtime ?? new Date(0) }
}

/** Whether a file begins as an entry. */
export function isEntryFile(file: string): boolean {
  try {
    return readHead(beginningOf(file)) !== undefined
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof UsageError)) throw error
    return error instanceof UsageError
  }
}

/** What happened to a file that has an entry's name or contents but is not an entry; undefined for a user's own file. */
export function damageIn(name: string, text: string): Message | undefined {
  const isOurs = isDated(name)
  if (isOurs && text === '') return ({ journal }) => journal.emptyFile
  if (isOurs && /^\0+$/.test(text)) return ({ journal }) => journal.zeroBytes
  const isTold =
    /^(?:\ufeff)?<!-- reflect:\S+ [a-z]/m.test(text) || (text.startsWith('{\\rtf') && text.includes('reflect: 1'))
  return isTold ? ({ journal }) => journal.noTop : undefined
}

const FIRST = 1024
/** Bytes. An entry with longer front matter cannot be listed. */
export const LONGEST_FRONT_MATTER = 64 * 1024
const first = Buffer.allocUnsafe(FIRST)

/** The beginning and the end of front matter that this program wrote. */
const START = Buffer.from('---\nreflect: 1\nid: ')
const END = Buffer.from('\n---\n')

/** The beginning of a file with all of its front matter: up to its end, or else the first 64 KiB. */
export function beginningOf(file: string): string {
  const descriptor = fs.openSync(file, READ_FLAGS)
  try {
    const length = fs.readSync(descriptor, first, 0, FIRST, 0)
    // Substrings keep the whole text in memory, and there may be many thousands of entries.
    const end = first.subarray(0, length).indexOf(END, 3)
    if (end !== -1 && START.equals(first.subarray(0, START.length)))
      return decodeFile(first.subarray(0, end + END.length)).text
    if (length < FIRST) return decodeFile(first.subarray(0, length)).text
    const more = Buffer.allocUnsafe(LONGEST_FRONT_MATTER)
    return decodeFile(more.subarray(0, fs.readSync(descriptor, more, 0, LONGEST_FRONT_MATTER, 0))).text
  } finally {
    fs.closeSync(descriptor)
  }
}
