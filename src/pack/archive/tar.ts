import zlib from 'node:zlib'
import type { Words } from '../../words/index.ts'
import { limits } from '../limits.ts'
import { Intake } from './members.ts'
import type { Member, MemberKind } from './members.ts'

/** The most that an archive of a pack can hold: the files, a header and padding for each, and some for long names. */
const MOST = limits.packBytes + limits.members * 1024 + 64 * 1024

/** What gzip and zstandard files begin with: the reader would unpack one inside another. */
const PACKED_AGAIN = [
  [0x1f, 0x8b],
  [0x28, 0xb5, 0x2f, 0xfd]
]

/**
 * The plain files of a `.tgz`, in memory. Unpacking stops at the size that a pack may have, however small the archive.
 *
 * @throws UsageError where it is no such archive, or holds what no pack may hold.
 */
export function tgzMembers(bytes: Uint8Array, archive: string, words: Words): Promise<readonly Member[]> {
  const intake = new Intake(archive, words)
  try {
    return tarMembers(intake, zlib.gunzipSync(bytes, { maxOutputLength: MOST }))
  } catch (error) {
    throw isTooLarge(error) ? intake.tooLarge() : intake.broken(error)
  }
}

async function tarMembers(intake: Intake, bytes: Uint8Array): Promise<readonly Member[]> {
  const { Parser } = await import('tar/parse')
  if (bytes.length === 0 || PACKED_AGAIN.some((magic) => magic.every((byte, index) => bytes[index] === byte))) {
    throw intake.broken()
  }
  return new Promise((resolve, reject) => {
    const parser = new Parser({
      strict: true,
      maxMetaEntrySize: 64 * 1024,
      onReadEntry(entry) {
        // Throwing in here would leave the reader in the middle: it is told to stop, and the promise keeps the reason.
        const chunks: Uint8Array[] = []
        try {
          const path = intake.admit(entry.path, kindOf(entry.type), entry.size)
          entry.on('data', (chunk) => chunks.push(chunk))
          if (path !== undefined) {
            entry.on('end', () => intake.members.push({ path, bytes: Buffer.concat(chunks) }))
          }
        } catch (error) {
          reject(error)
          parser.abort(error instanceof Error ? error : new Error(String(error)))
        }
        entry.resume()
      }
    })
    parser.on('error', (error) => reject(intake.broken(error)))
    // Nothing is passed over: what the reader cannot make sense of, another reader might.
    parser.on('ignoredEntry', () => reject(intake.broken()))
    parser.on('end', () => resolve(intake.members))
    parser.end(Buffer.from(bytes))
  })
}

function kindOf(type: string): MemberKind {
  if (type === 'File' || type === 'OldFile' || type === 'ContiguousFile') return 'file'
  if (type === 'Directory' || type === 'GNUDumpDir') return 'folder'
  return type === 'Link' || type === 'SymbolicLink' ? 'link' : 'device'
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
