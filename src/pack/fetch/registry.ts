import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { nearest } from '../../text/suggest.ts'
import { isRecord } from '../../questions/shared/checking.ts'
import { checksums } from '../checksum.ts'
import { NotAllowedError, NotFoundError, download } from './https.ts'
import type { Packed, Wanted } from './npm-package.ts'
import { registryOf } from './npmrc.ts'
import type { Registry } from './npmrc.ts'

type Surroundings = Pick<Context, 'env' | 'homeDir' | 'words'>

/**
 * Fetches a package's archive as npm would, for who has no npm: the exact version or tag that was asked for, from the
 * registry of their settings, checked against the SHA-512 that it was published with.
 *
 * @throws ReflectError with one sentence that says what kept it.
 */
export async function fetchFromRegistry(wanted: Wanted, context: Surroundings): Promise<Packed> {
  const { name, range } = wanted
  const { packs } = context.words
  const registry = registryOf(name, context)
  if (registry.url.protocol !== 'https:') throw new UsageError(packs.npm.notHttps(registry.url.href))
  const { about, wasPublic } = await packument(wanted, registry, context)
  const [tags, versions] = isRecord(about) ? [about['dist-tags'], about['versions']] : []
  const version = isRecord(tags) && Object.hasOwn(tags, range) ? String(tags[range]) : range
  const item = isRecord(versions) && Object.hasOwn(versions, version) ? versions[version] : undefined
  const { tarball, integrity } = isRecord(item) && isRecord(item['dist']) ? item['dist'] : {}
  if (typeof tarball !== 'string' || !URL.canParse(tarball, registry.url.href) || typeof integrity !== 'string') {
    throw new UsageError(packs.npm.noVersionWithoutNpm(name, range))
  }
  const url = new URL(tarball, registry.url)
  if (url.protocol !== 'https:') throw new UsageError(packs.fetch.redirectScheme(registry.url.host, url.protocol))
  const authorization = url.origin === registry.url.origin ? registry.authorization : undefined
  const { bytes } = await download(url, { mustBePublic: wasPublic, authorization }, context)
  if (!integrity.split(/\s+/).includes(checksums(bytes).integrity)) throw new UsageError(packs.fetch.integrity(name))
  return { bytes, exact: `npm:${name}@${version}` }
}

/** What the registry knows of a package. */
async function packument({ name }: Wanted, registry: Registry, context: Surroundings) {
  const { npm } = context.words.packs
  try {
    const page = await download(new URL(name.replace('/', '%2f'), registry.url), registry, context)
    return { about: jsonIn(page.bytes), wasPublic: page.wasPublic }
  } catch (error) {
    if (error instanceof NotFoundError) {
      const near = nearest(name, await packsIn(registry, context))
      throw new UsageError(npm.unknown(name, near), { cause: error })
    }
    throw error instanceof NotAllowedError ? new ReflectError(npm.notAllowed(name), { cause: error }) : error
  }
}

/** The names of the packs that a registry has; none where it has no search. */
async function packsIn(registry: Registry, context: Surroundings): Promise<readonly string[]> {
  const url = new URL('-/v1/search?text=reflect-pack&size=250', registry.url)
  const answer = await download(url, registry, context).catch(() => undefined)
  const found = answer === undefined ? undefined : jsonIn(answer.bytes)
  const objects = isRecord(found) && Array.isArray(found['objects']) ? found['objects'] : []
  return namesIn(objects.map((object: unknown) => (isRecord(object) ? object['package'] : undefined)))
}

/** The names of packages, as a search of npm or of a registry lists them. */
export function namesIn(packages: unknown): readonly string[] {
  if (!Array.isArray(packages)) return []
  return packages.flatMap((item: unknown) => (isRecord(item) && typeof item['name'] === 'string' ? item['name'] : []))
}

/** A JSON document from outside; undefined if it is none. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
