import { posix } from 'node:path'
import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import type { PackFile } from '../model.ts'
import { MANIFEST, belongs } from '../source/source.ts'
import { tgzMembers } from './tar.ts'
import type { Member } from './members.ts'
import { zipMembers } from './zip.ts'

/** The files of the pack in a .tgz or .zip archive. @throws UsageError if it is no pack or not allowed. */
export async function packInArchive(bytes: Uint8Array, archive: string, words: Words): Promise<readonly PackFile[]> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return packIn(await tgzMembers(bytes, archive, words), archive, words)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return packIn(await zipMembers(bytes, archive, words), archive, words)
  throw new UsageError(words.packs.archive.unknownKind(archive))
}

/** The files of the pack with a manifest at the top level or in a folder there. @throws UsageError if it is not one. */
export function packIn(members: readonly Member[], archive: string, words: Words): readonly PackFile[] {
  const folders = members
    .filter(({ path }) => posix.basename(path) === MANIFEST && path.split('/').length <= 2)
    .map(({ path }) => posix.dirname(path))
  const folder = folders.includes('.') ? '.' : folders[0]
  if (folder === undefined || (folder !== '.' && folders.length > 1)) {
    throw new UsageError(
      folder === undefined ? words.packs.archive.noPack(archive) : words.packs.archive.severalPacks(archive)
    )
  }
  return members
    .map(({ path, bytes }) => ({ path: posix.relative(folder, path), bytes }))
    .filter(({ path }) => belongs(path))
}
