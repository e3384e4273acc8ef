import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { packIn, packInArchive } from '../archive/pack.ts'
import { checksums } from '../checksum.ts'
import type { Staging } from './staging.ts'
import { limits } from '../limits.ts'
import type { PackFile } from '../model.ts'
import { nearest } from '../../text/suggest.ts'
import { MANIFEST, belongs, readPack } from '../source/source.ts'
import { parseAddress } from './address.ts'
import type { Address } from './address.ts'

/** A pack's files as they were found, unchecked, and where. The manifest is `pack.yaml`. */
export interface Fetched {
  readonly files: readonly PackFile[]
  /** As it can be asked for again, from any folder. */
  readonly source: string
  /** What was found there: a version, a commit, an address after redirects. */
  readonly exact: string
  /** Of the archive, or of the files where there was none. */
  readonly bytes: number
  /** Of the archive, if it was one. */
  readonly sha256?: string
}

type Surroundings = Pick<Context, 'cwd' | 'env' | 'homeDir' | 'platform' | 'words'>

/**
 * Fetches a pack from wherever a learner says it is. What takes disk on the way goes into the staging folder.
 *
 * @throws ReflectError with one sentence that says what kept it, or why it is refused.
 */
export async function fetchPack(source: string, staging: Staging, context: Surroundings): Promise<Fetched> {
  const { words } = context
  const address = parseAddress(source)
  if ('fault' in address) throw new UsageError(words.packs.address[address.fault](source))
  switch (address.kind) {
    case 'path':
      return fromPath(path.resolve(context.cwd, address.path), source, context)
    case 'https': {
      const { download } = await import('./https.ts')
      const { bytes, url } = await download(address.url, {}, context)
      return inArchive(bytes, source, url.href, words)
    }
    case 'npm': {
      const { fetchPackage } = await import('./npm.ts')
      const { bytes, exact } = await fetchPackage(address, staging, context)
      return inArchive(bytes, source, exact, words)
    }
    case 'git':
      return fromGit(address, source, staging, context)
  }
}

async function fromGit(
  address: Extract<Address, { kind: 'git' }>,
  source: string,
  staging: Staging,
  context: Surroundings
): Promise<Fetched> {
  const { fetchRepository } = await import('./git.ts')
  const { members, commit } = await fetchRepository(address, staging, context)
  return ofFiles(packIn(members, source, context.words), source, commit)
}

async function fromPath(place: string, typed: string, { words }: Surroundings): Promise<Fetched> {
  const stats = fs.statSync(place, { throwIfNoEntry: false })
  if (stats === undefined) {
    const folder = path.dirname(place)
    const near = fs.existsSync(folder) ? nearest(path.basename(place), fs.readdirSync(folder)) : []
    throw new UsageError(words.packs.address.nothingThere(typed, near))
  }
  if (stats.isDirectory() || /\.ya?ml$/i.test(place)) {
    const { files, manifest } = readPack(place, words)
    const own = files
      .filter(({ path: file }) => belongs(file))
      .map((file) => (file.path === manifest ? { ...file, path: MANIFEST } : file))
    return ofFiles(own, place, place)
  }
  if (!stats.isFile()) throw new UsageError(words.packs.archive.unknownKind(place))
  if (stats.size > limits.downloadBytes)
    throw new UsageError(words.packs.fetch.tooLarge(place, limits.downloadBytes / 1024 ** 2))
  return inArchive(fs.readFileSync(place), place, place, words)
}

async function inArchive(bytes: Uint8Array, source: string, exact: string, words: Context['words']): Promise<Fetched> {
  const files = await packInArchive(bytes, exact, words)
  return { files, source, exact, bytes: bytes.length, sha256: checksums(bytes).sha256 }
}

function ofFiles(files: readonly PackFile[], source: string, exact: string): Fetched {
  return { files, source, exact, bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0) }
}
