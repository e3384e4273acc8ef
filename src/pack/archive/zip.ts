import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { Words } from '../../words/index.ts'
import { limits } from '../format.ts'
import { MemberCollector, type Member, type MemberKind } from './members.ts'

/**
 * Reads the plain files of a `.zip` into memory, by its central directory. Refuses a member with more bytes than the
 * directory states, while unpacking it.
 *
 * @throws UsageError if it is not a valid archive, or contains what a pack must not contain.
 */
export async function zipMembers(bytes: Uint8Array, archive: string, words: Words): Promise<readonly Member[]> {
  const collector = new MemberCollector(archive, words)
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, decodeStrings: false })
    .catch((error: unknown) => {
      throw collector.broken(error)
    })
  if (zip.entryCount > limits.members) throw collector.tooMany()
  for await (const entry of entriesOf(zip, collector)) {
    if (entry.isEncrypted()) throw collector.locked()
    const name = nameOf(entry)
    const path = collector.admit(name, memberKind(name, entry), entry.uncompressedSize)
    if (path !== undefined) collector.members.push({ path, bytes: await bytesOf(zip, entry, collector) })
  }
  return collector.members
}

async function* entriesOf(zip: ZipFile, collector: MemberCollector): AsyncGenerator<Entry> {
  for (let count = 0; count < zip.entryCount; count++) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('entry', resolve)
      zip.once('error', (error) => reject(collector.broken(error)))
      zip.once('end', () => reject(collector.broken()))
      zip.readEntry()
    })
  }
}

/**
 * A member's path. Old archives have names in unknown encodings: these are not UTF-8, are read as Latin-1, and never
 * name a file that a pack needs. Windows may write backslashes as separators.
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
function memberKind(name: string, entry: Entry): MemberKind {
  const unix = isFromUnix(entry) ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0
  if (unix === 0o120000) return 'link'
  if (unix !== 0 && unix !== 0o100000 && unix !== 0o040000) return 'device'
  return unix === 0o040000 || name.endsWith('/') ? 'folder' : 'file'
}

async function bytesOf(zip: ZipFile, entry: Entry, collector: MemberCollector): Promise<Uint8Array> {
  try {
    // The library checks that the entry has exactly as many bytes as the directory states.
    const stream: Readable = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    throw collector.broken(error)
  }
}
