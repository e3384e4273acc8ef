import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { Words } from '../../words/index.ts'
import { limits } from '../format.ts'
import { MemberList, shownName, type Member, type MemberKind } from './members.ts'

/** Compression methods, by their numbers (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.5). */
const READABLE = new Set([0, 8])
const METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd']
])
/** A member that is encrypted with AES has this method. */
const AES = 99

/**
 * The members of a `.zip`, by its central directory. A member with more bytes than the directory states is refused while it is
 * unpacked.
 *
 * @throws UsageError if it is not a valid archive, or is made to do harm.
 */
export async function zipMembers(bytes: Uint8Array, archive: string, words: Words): Promise<readonly Member[]> {
  const list = new MemberList(archive, words)
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, decodeStrings: false, autoClose: false })
    .catch((error: unknown) => {
      throw list.broken(error)
    })
  if (zip.entryCount > limits.members) throw list.tooMany()
  for await (const entry of entriesOf(zip, list)) {
    const name = nameOf(entry)
    const problem = problemOf(entry, name, archive, words)
    const size = entry.uncompressedSize
    const read = () => bytesOf(zip, entry, list)
    list.add(name, memberKind(name, entry), problem === undefined ? { size, read } : { size, problem, read })
  }
  return list.members
}

/** The sentence that says why an entry cannot be unpacked. */
function problemOf(entry: Entry, name: string, archive: string, { packs }: Words): string | undefined {
  const { compressionMethod: method } = entry
  if (entry.isEncrypted() || method === AES) return packs.archive.locked(archive)
  if (READABLE.has(method)) return undefined
  return packs.archive.method(archive, shownName(name), METHODS.get(method) ?? String(method))
}

async function* entriesOf(zip: ZipFile, list: MemberList): AsyncGenerator<Entry> {
  for (let count = 0; count < zip.entryCount; count++) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('entry', resolve)
      zip.once('error', (error) => reject(list.broken(error)))
      zip.once('end', () => reject(list.broken()))
      zip.readEntry()
    })
  }
}

/**
 * A member's name. Old archives have names in unknown encodings: these are not UTF-8 and are read as Latin-1. No file that a pack
 * needs has such a name, only folders and other files. Windows may write backslashes as separators.
 */
function nameOf(entry: Entry): string {
  const bytes = Buffer.from(entry.fileName)
  const name = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
  return isFromUnix(entry) ? name : name.replaceAll('\\', '/')
}

function isFromUnix({ versionMadeBy }: Entry): boolean {
  return versionMadeBy >> 8 === 3
}

/** On Unix the upper half of the attributes is the file mode; elsewhere a name that ends in a slash is a folder. */
function memberKind(name: string, entry: Entry): MemberKind | 'folder' {
  const unix = isFromUnix(entry) ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0
  if (unix === 0o120000) return 'link'
  if (unix !== 0 && unix !== 0o100000 && unix !== 0o040000) return 'device'
  return unix === 0o040000 || name.endsWith('/') ? 'folder' : 'file'
}

async function bytesOf(zip: ZipFile, entry: Entry, list: MemberList): Promise<Uint8Array> {
  try {
    // The library checks that the entry has exactly as many bytes as the directory states.
    const stream: Readable = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    throw list.broken(error)
  }
}
