import { ReflectError } from '../context/errors.ts'
import { readFrontMatter, type HeadRead } from '../entry/front-matter.ts'
import { decodeEntry } from '../entry/codec.ts'
import type { Entry, Listed } from '../entry/model.ts'
import type { Decoded } from '../text/decode.ts'
import { byNumber } from './list.ts'
import { originOf, textOf, type Unread } from './reading.ts'

/** An entry's file with its text and front matter. Pass these to `decodeEntry` to read the answers. */
export interface FoundEntry extends Decoded, HeadRead {
  readonly file: string
}

/** Entries by the local day of their start, first day first, and within a day by their start. */
export function oldestFirst(entries: readonly Listed[]): Listed[] {
  return entries
    .map((listed) => ({ listed, day: listed.started.slice(0, 10), moment: Date.parse(listed.started) }))
    .toSorted((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.moment - b.moment || byNumber(a.listed.file, b.listed.file)
    )
    .map(({ listed }) => listed)
}

/** The entry in a file, or the reason why it cannot be read; undefined if the file is not an entry. */
export function readFound(file: string): FoundEntry | Unread | undefined {
  try {
    const read = textOf(file)
    const top = read && readFrontMatter(read.text, originOf(file))
    return read && top && { file, ...read, ...top }
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return { file, why: error.sentence }
  }
}

/** The entry in a file with its answers; undefined if it cannot be read. */
export function readEntry(file: string): Entry | undefined {
  const found = readFound(file)
  return found !== undefined && 'head' in found ? decodeEntry(found.text, found) : undefined
}
