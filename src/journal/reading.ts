import fs from 'node:fs'
import { codeOf, explained } from './disk.ts'

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

/** Reads a file as text; undefined if there is none. @throws ReflectError if it cannot be read. */
export function textOf(file: string): FileText | undefined {
  return explained(file, () => {
    try {
      return decoded(fs.readFileSync(file))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  })
}

function decoded(bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isWhole: true }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isWhole: false }
  }
}

const FIRST = 1024
const MOST = 64 * 1024
const first = Buffer.allocUnsafe(FIRST)

/** The beginning of a file with all of its front matter: its first KiB, or more where that is not enough. */
export function beginningOf(file: string): string {
  const descriptor = fs.openSync(file, 'r')
  try {
    const length = fs.readSync(descriptor, first, 0, FIRST, 0)
    const text = first.toString('utf8', 0, length)
    if (length < FIRST || !/^\uFEFF?---/.test(text) || /\n---\s*\n/.test(text)) return text
    const more = Buffer.allocUnsafe(MOST)
    return more.toString('utf8', 0, fs.readSync(descriptor, more, 0, MOST, 0))
  } finally {
    fs.closeSync(descriptor)
  }
}
