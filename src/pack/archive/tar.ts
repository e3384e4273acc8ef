import zlib from 'node:zlib'
import { errorCode } from '../../util/system-calls.ts'
import type { Words } from '../../words/index.ts'
import { limits } from '../format.ts'
import type { PackFile } from '../model.ts'
import { MemberCollector, type Member, type MemberKind } from './members.ts'

/** The size of an unpacked archive: files, a header and padding for each, and some space for long names. */
const MAX_BYTES = limits.packBytes + limits.members * 1024 + 64 * 1024

/** The first bytes of gzip and zstandard files: the parser would unpack a compressed archive inside the archive. */
const COMPRESSED = [
  [0x1f, 0x8b],
  [0x28, 0xb5, 0x2f, 0xfd]
]

/** Reads the plain files of a `.tgz` into memory. @throws UsageError if it is invalid, or not allowed in a pack. */
export function tgzMembers(bytes: Uint8Array, archive: string, words: Words): Promise<readonly Member[]> {
  const collector = new MemberCollector(archive, words)
  try {
    return tarMembers(collector, zlib.gunzipSync(bytes, { maxOutputLength: MAX_BYTES }))
  } catch (error) {
    const isTooLarge = errorCode(error) === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? collector.tooLarge() : collector.broken(error)
  }
}

async function tarMembers(collector: MemberCollector, bytes: Uint8Array): Promise<readonly Member[]> {
  const { Parser } = await import('tar/parse')
  if (bytes.length === 0 || COMPRESSED.some((magic) => magic.every((byte, index) => bytes[index] === byte))) {
    throw collector.broken()
  }
  return new Promise((resolve, reject) => {
    const parser = new Parser({
      strict: true,
      maxMetaEntrySize: 64 * 1024,
      onReadEntry(entry) {
        // The parser does not expect errors here: stop it, and reject with the first error.
        const chunks: Uint8Array[] = []
        try {
          const path = collector.admit(entry.path, memberKind(entry.type), entry.size)
          entry.on('data', (chunk) => chunks.push(chunk))
          if (path !== undefined) {
            entry.on('end', () => collector.members.push({ path, bytes: Buffer.concat(chunks) }))
          }
        } catch (error) {
          reject(error)
          parser.abort(error instanceof Error ? error : new Error(String(error)))
        }
        entry.resume()
      }
    })
    parser.on('error', (error) => reject(collector.broken(error)))
    // Refuse what this parser ignores: another parser may read it.
    parser.on('ignoredEntry', () => reject(collector.broken()))
    parser.on('end', () => resolve(collector.members))
    parser.end(Buffer.from(bytes))
  })
}

function memberKind(type: string): MemberKind {
  if (type === 'File' || type === 'OldFile' || type === 'ContiguousFile') return 'file'
  if (type === 'Directory' || type === 'GNUDumpDir') return 'folder'
  return type === 'Link' || type === 'SymbolicLink' ? 'link' : 'device'
}

/** The fixed date that npm gives every file in a package: 1985-10-26T08:15:00Z. */
const DATE = new Date(499_162_500_000)
const BLOCK = 512

/**
 * Makes a `.tgz` as npm does, with all files below `package/`. The same files give the same bytes everywhere: sorted,
 * without owner, time and permissions, and compressed by a library whose version is fixed.
 *
 * @throws RangeError if a path is too long for a tar header.
 */
export async function writeTgz(files: readonly PackFile[]): Promise<Uint8Array> {
  const [{ Header }, { gzipSync }] = await Promise.all([import('tar/header'), import('fflate')])
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const blocks = sorted.flatMap(({ path, bytes }) => {
    const header = new Header({
      path: `package/${path}`,
      mode: 0o644,
      uid: 0,
      gid: 0,
      size: bytes.length,
      mtime: DATE,
      type: 'File'
    })
    const block = Buffer.alloc(BLOCK)
    if (header.encode(block, 0)) throw new RangeError(`${path} is too long a name for an archive`)
    return [block, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]
  })
  const tar = Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)])
  return gzipSync(tar, { level: 9, mtime: DATE })
}
