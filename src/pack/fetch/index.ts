import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { packInFile } from '../archive/read.ts'
import { packIn, type PackContent } from '../archive/select.ts'
import { checksums } from '../archive/package.ts'
import type { Staging } from './staging.ts'
import { withFsErrors } from '../../storage/fs-errors.ts'
import { limits } from '../format.ts'
import { suggest } from '../../text/suggest.ts'
import { MANIFEST } from '../source/source.ts'
import { parseAddress } from './address.ts'
import { folderMembers } from './folder.ts'
import { fetchRepository } from './git.ts'
import { download } from './https.ts'
import { fetchPackage } from './npm.ts'
import { typedPath } from '../../text/typed-path.ts'

/** A pack's files and their origin. */
export interface Fetched extends PackContent {
  /** An address that works from any folder. */
  readonly source: string
  /** What was found there: a version, a commit, or the address after redirects. */
  readonly exact: string
  /** The size of the archive, or of the files if there is no archive. */
  readonly bytes: number
  /** Of the archive. */
  readonly sha256?: string
}

type FetchContext = Pick<Context, 'cwd' | 'env' | 'homeDir' | 'platform' | 'words'>

/** Fetches a pack from a typed address; temporary files go to `staging`. @throws ReflectError that says what failed. */
export async function fetchPack(source: string, staging: Staging, context: FetchContext): Promise<Fetched> {
  const { words } = context
  const address = parseAddress(source)
  if ('fault' in address) throw new UsageError(words.packs.address[address.fault](source))
  switch (address.kind) {
    case 'path':
      return fromPath(typedPath(address.path, context), source, context)
    case 'https': {
      const { bytes, url } = await download(address.url, {}, context)
      return fromFile(bytes, source, url.href, words)
    }
    case 'npm': {
      const { bytes, exact } = await fetchPackage(address, staging, context)
      return fromFile(bytes, source, exact, words)
    }
    case 'git': {
      const { members, commit } = await fetchRepository(address, staging, context)
      return fromFiles(await packIn(members, source, words), source, commit)
    }
  }
}

async function fromPath(place: string, typed: string, { words }: FetchContext): Promise<Fetched> {
  const stats = fs.statSync(place, { throwIfNoEntry: false })
  if (stats === undefined) {
    const folder = path.dirname(place)
    const near = fs.existsSync(folder) ? suggest(path.basename(place), fs.readdirSync(folder)) : []
    throw new UsageError(words.packs.address.nothingThere(typed, near))
  }
  const isManifest = path.basename(place) === MANIFEST
  if (stats.isDirectory() || isManifest) {
    const folder = isManifest ? path.dirname(place) : place
    return fromFiles(await packIn(folderMembers(folder), place, words), place, place)
  }
  if (!stats.isFile()) throw new UsageError(words.packs.archive.unknownKind(place))
  if (stats.size > limits.downloadBytes)
    throw new UsageError(words.packs.fetch.tooLarge(place, limits.downloadBytes / 1024 ** 2))
  return fromFile(
    withFsErrors(place, () => fs.readFileSync(place)),
    place,
    place,
    words
  )
}

/** A pack in an archive has the checksum of the archive. One in a YAML file has none yet. */
async function fromFile(bytes: Uint8Array, source: string, exact: string, words: Context['words']): Promise<Fetched> {
  const content = await packInFile(bytes, exact, words)
  const [manifest] = content.files
  if (manifest?.bytes === bytes) return fromFiles(content, source, exact)
  return { ...content, source, exact, bytes: bytes.length, sha256: checksums(bytes).sha256 }
}

function fromFiles(content: PackContent, source: string, exact: string): Fetched {
  return { ...content, source, exact, bytes: content.files.reduce((sum, { bytes }) => sum + bytes.length, 0) }
}
