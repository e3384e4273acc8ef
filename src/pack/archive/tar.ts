import zlib from 'node:zlib'
import { UsageError } from '../../context/errors.ts'
import { errorCode } from '../../util/system-calls.ts'
import type { Words } from '../../words/index.ts'
import { limits } from '../format.ts'
import type { PackFile } from '../model.ts'
import { MemberList, type Member, type MemberKind } from './members.ts'

/** Unpacks a gzip file. @throws UsageError if it is invalid, or larger than an archive may be. */
export function gunzip(bytes: Uint8Array, archive: string, { packs }: Words): Uint8Array {
  try {
    return zlib.gunzipSync(bytes, { maxOutputLength: limits.unpackedBytes })
  } catch (error) {
    const isTooLarge = errorCode(error) === 'ERR_BUFFER_TOO_LARGE'
    throw new UsageError(
      isTooLarge
        ? packs.archive.unpackedTooLarge(archive, limits.unpackedBytes / 1024 ** 2)
        : packs.archive.broken(archive),
      { cause: error }
    )
  }
}

/** The members of a tar archive. @throws UsageError if it is invalid, or made to do harm. */
export async function tarMembers(bytes: Uint8Array, archive: string, words: Words): Promise<readonly Member[]> {
  const { Parser } = await import('tar/parse')
  const list = new MemberList(archive, words)
  return new Promise((resolve, reject) => {
    const parser = new Parser({
      strict: true,
      maxMetaEntrySize: 64 * 1024,
      onReadEntry(entry) {
        // The parser does not expect errors here: stop it, and reject with the first error.
        const chunks: Uint8Array[] = []
        try {
          list.add(entry.path, memberKind(entry.type), { size: entry.size, read: async () => Buffer.concat(chunks) })
          // The chunks are parts of `bytes`, so that they take no memory.
          entry.on('data', (chunk) => chunks.push(chunk))
        } catch (error) {
          reject(error)
          parser.abort(error instanceof Error ? error : new Error(String(error)))
        }
        entry.resume()
      }
    })
    parser.on('error', (error) => reject(list.broken(error)))
    // Refuse what this parser ignores: another parser may read it.
    parser.on('ignoredEntry', () => reject(list.broken()))
    parser.on('end', () => resolve(list.members))
    parser.end(Buffer.from(bytes))
  })
}

function memberKind(type: string): MemberKind | 'folder' {
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
