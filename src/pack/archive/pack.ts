import { posix } from 'node:path'
import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import type { PackFile } from '../model.ts'
import { MANIFEST, belongs } from '../source/source.ts'
import { tgzMembers } from './tar.ts'
import type { Member } from './members.ts'
import { zipMembers } from './zip.ts'

/**
 * The files of the pack that an archive holds, told from its first bytes. What lies beside the pack is left out.
 *
 * @throws UsageError where it is neither a .tgz nor a .zip, holds no pack, or holds what no pack may hold.
 */
export async function packInArchive(bytes: Uint8Array, archive: string, words: Words): Promise<readonly PackFile[]> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return packIn(await tgzMembers(bytes, archive, words), archive, words)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return packIn(await zipMembers(bytes, archive, words), archive, words)
  throw new UsageError(words.packs.archive.unknownKind(archive))
}

/** The files of the pack among these: those beside the manifest, which stands at the top or in the one folder there. */
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
