import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { MANIFEST, isYaml } from '../source/source.ts'
import { kindOf } from './kind.ts'
import type { Member } from './members.ts'
import { packIn, type PackContent } from './select.ts'
import { gunzip, tarMembers } from './tar.ts'
import { zipMembers } from './zip.ts'

/** Servers compress a `.tgz` again, and some programs do. More layers are made to do harm. */
const MAX_LAYERS = 2

/**
 * The files of the pack in a .tgz, .tar or .zip archive, or in a single YAML file. `name` is its path or address, for messages.
 *
 * @throws UsageError that says what it is instead, or why it is refused.
 */
export async function packInFile(bytes: Uint8Array, name: string, words: Words): Promise<PackContent> {
  return packIn(await membersIn(bytes, name, words), name, words)
}

async function membersIn(bytes: Uint8Array, name: string, words: Words, layers = 0): Promise<readonly Member[]> {
  const { archive } = words.packs
  const found = kindOf(bytes)
  switch (found.kind) {
    case 'gzip':
      if (layers === MAX_LAYERS) throw new UsageError(archive.layers(name))
      return membersIn(gunzip(bytes, name, words), name, words, layers + 1)
    case 'tar':
      return tarMembers(bytes, name, words)
    case 'zip':
      return zipMembers(bytes, name, words)
    case 'yaml':
      return singleFile(bytes)
    case 'page':
      throw new UsageError(found.signIn ? archive.signIn(name) : archive.page(name, found.title))
    case 'json':
      throw new UsageError(archive.json(name, found.text))
    case 'pointer':
      throw new UsageError(archive.pointer(name))
    case 'compressed':
      throw new UsageError(archive.compression(name, found.format))
    case 'document':
      throw new UsageError(archive.document(name, found.format))
    case 'empty':
      throw new UsageError(layers > 0 ? archive.broken(name) : archive.empty(name))
    case 'unknown':
      if (isYaml(name)) return singleFile(bytes)
      throw new UsageError(layers > 0 ? archive.broken(name) : archive.unknownKind(name))
  }
}

function singleFile(bytes: Uint8Array): readonly Member[] {
  return [{ path: MANIFEST, kind: 'file', size: bytes.length, read: async () => bytes }]
}
