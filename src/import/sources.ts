import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../context/context.ts'
import { UsageError } from '../context/errors.ts'
import { fromJson, type Incoming } from './json-entries.ts'
import { JsonElements, NotADocument } from './json-elements.ts'
import { withFsErrors } from '../storage/fs-errors.ts'
import { readHead } from '../entry/front-matter.ts'
import { everyEntry } from '../journal/list.ts'
import { textOf } from '../journal/reading.ts'
import { Utf8Converter, decode } from '../text/decode.ts'

/** An item of an import, and its name for messages. */
export interface Source {
  readonly name: string
  readonly incoming: Incoming
}

/** The versions of this program's export that can be read. */
const FORMATS = new Set(['1'])
/** Bytes read at a time. */
const CHUNK = 256 * 1024

/**
 * The items in a JSON file, an entry's file, or a folder of entries' files. They are read one at a time, so the file may be
 * larger than memory.
 *
 * @throws UsageError if there is no such file, or it is not in one of these formats or incomplete.
 */
export function* sourcesIn(target: string, context: Context): Generator<Source> {
  const words = context.words.import
  const stats = fs.statSync(target, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(words.notThere(target))
  if (stats.isDirectory()) yield* entriesIn(target, context)
  else if (target.endsWith('.md')) {
    const source = entryIn(target, path.basename(path.dirname(target)), context)
    if (source === undefined) throw new UsageError(words.forReading(target))
    yield source
  } else yield* jsonIn(target, context)
}

/** The entries in a folder, found as in a journal. The file of an entry comes before its copies. */
function* entriesIn(folder: string, context: Context): Generator<Source> {
  const { entries, unread } = everyEntry(folder)
  const files = entries.toReversed().flatMap(({ file, copies = [] }) => [file, ...copies])
  for (const file of [...files, ...unread.map((one) => one.file)]) {
    const source = entryIn(file, path.basename(path.dirname(file)), context)
    if (source !== undefined) yield source
  }
}

function isEntry(text: string): boolean {
  try {
    return readHead(text) !== undefined
  } catch (error) {
    if (error instanceof UsageError) return true
    throw error
  }
}

function entryIn(file: string, folder: string, context: Context): Source | undefined {
  const read = textOf(file)
  if (read === undefined || !isEntry(read.text)) return undefined
  if (read.fault !== undefined)
    return { name: file, incoming: { kind: 'refused', why: context.words.commands.notUtf8(file, read.fault.encoding) } }
  const name = path.basename(file)
  const year = /^\d{4}$/.test(folder) ? folder : name.slice(0, 4)
  return { name: file, incoming: { kind: 'entry', text: read.text, path: `${year}/${name}`, left: 0 } }
}

function* jsonIn(file: string, context: Context): Generator<Source> {
  const words = context.words.import
  const elements = new JsonElements()
  let number = 0
  try {
    for (const text of textsOf(file, context)) {
      for (const element of elements.add(text)) {
        if (element.kind === 'value') {
          if (element.key === 'format' && !FORMATS.has(element.json))
            throw new UsageError(words.newer(file, element.json))
        } else {
          number += 1
          yield { name: words.numbered(file, number), incoming: fromJson(JSON.parse(element.json), context.words) }
        }
      }
    }
    elements.end()
  } catch (error) {
    if (error instanceof NotADocument || error instanceof SyntaxError)
      throw new UsageError(words.notJson(file), { cause: error })
    throw error
  }
}

/** The text of a file in chunks. */
function* textsOf(file: string, { words }: Context): Generator<string> {
  const descriptor = withFsErrors(file, () => fs.openSync(file, 'r'))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const utf8 = new Utf8Converter()
  const chunk = Buffer.allocUnsafe(CHUNK)
  try {
    for (let at = 0, length = -1; length !== 0; at += length) {
      length = fs.readSync(descriptor, chunk, 0, CHUNK, at)
      if (at === 0 && chunk.toString('latin1', 0, Math.min(length, 4)) === 'PK\u0003\u0004')
        throw new UsageError(/\.docx$/i.test(file) ? words.import.forReading(file) : words.import.isZip(file))
      const isLast = length === 0
      const bytes = utf8.write(chunk.subarray(0, length), isLast)
      const { encoding } = (at === 0 ? decode(bytes).fault : undefined) ?? {}
      if (encoding !== undefined) throw new UsageError(words.commands.notUtf8(file, encoding))
      yield decoder.decode(bytes, { stream: !isLast })
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(words.commands.notUtf8(file), { cause: error })
    throw error
  } finally {
    fs.closeSync(descriptor)
  }
}
