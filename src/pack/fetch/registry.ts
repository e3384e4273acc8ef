import { isRecord } from '../../util/records.ts'
import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { suggest } from '../../text/suggest.ts'
import { checksums } from '../archive/package.ts'
import { NotAllowedError, NotFoundError, download } from './https.ts'

/** The package that the user asked for: a name, and a version, range or tag. */
export interface PackageRequest {
  readonly name: string
  readonly range: string
}

/** A package's archive, and its exact name and version: `npm:name@1.2.3`. */
export interface PackageArchive {
  readonly bytes: Uint8Array
  readonly exact: string
}

type RegistryContext = Pick<Context, 'env' | 'homeDir' | 'words'>

/**
 * Fetches a package's archive without npm: an exact version or a tag, from the registry in the user's npm settings, and
 * checks its SHA-512.
 *
 * @throws ReflectError with one sentence that says what failed.
 */
export async function fetchFromRegistry(request: PackageRequest, context: RegistryContext): Promise<PackageArchive> {
  const { name, range } = request
  const { packs } = context.words
  const registry = registryOf(name, context)
  if (registry.url.protocol !== 'https:') throw new UsageError(packs.npm.notHttps(registry.url.href))
  const { metadata, wasPublic } = await packageMetadata(request, registry, context)
  const [tags, versions] = isRecord(metadata) ? [metadata['dist-tags'], metadata['versions']] : []
  const version = isRecord(tags) && Object.hasOwn(tags, range) ? String(tags[range]) : range
  const release = isRecord(versions) && Object.hasOwn(versions, version) ? versions[version] : undefined
  const { tarball, integrity } = isRecord(release) && isRecord(release['dist']) ? release['dist'] : {}
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

async function packageMetadata({ name }: PackageRequest, registry: Registry, context: RegistryContext) {
  const { npm } = context.words.packs
  try {
    const page = await download(new URL(name.replace('/', '%2f'), registry.url), registry, context)
    return { metadata: parseJson(page.bytes), wasPublic: page.wasPublic }
  } catch (error) {
    if (error instanceof NotFoundError) {
      const near = suggest(name, await searchPacks(registry, context))
      throw new UsageError(npm.unknown(name, near), { cause: error })
    }
    throw error instanceof NotAllowedError ? new ReflectError(npm.notAllowed(name), { cause: error }) : error
  }
}

/** The names of the registry's packs; empty if it does not support search. */
async function searchPacks(registry: Registry, context: RegistryContext): Promise<readonly string[]> {
  const url = new URL('-/v1/search?text=reflect-pack&size=250', registry.url)
  const page = await download(url, registry, context).catch(() => undefined)
  const result = page === undefined ? undefined : parseJson(page.bytes)
  const objects = isRecord(result) && Array.isArray(result['objects']) ? result['objects'] : []
  return packageNames(objects.map((object: unknown) => (isRecord(object) ? object['package'] : undefined)))
}

/** The package names in a search result of npm or of a registry. */
export function packageNames(packages: unknown): readonly string[] {
  if (!Array.isArray(packages)) return []
  return packages.flatMap((item: unknown) => (isRecord(item) && typeof item['name'] === 'string' ? item['name'] : []))
}

/** Parses JSON; undefined if it is invalid. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** A registry, and the value of the Authorization header that it is sent. */
interface Registry {
  /** Ends in a slash. */
  readonly url: URL
  readonly authorization?: string
}

const PUBLIC = 'https://registry.npmjs.org/'

/**
 * The registry of a package by the user's npm settings: one per scope, with a token per registry
 * (https://docs.npmjs.com/cli/configuring-npm/npmrc). Another registry would learn the names of private packages, and
 * anyone could publish a package of the same name there.
 */
function registryOf(name: string, context: RegistryContext): Registry {
  const settings = npmSettings(context)
  const scope = /^(@[^/]+)\//.exec(name)?.[1]
  const chosen = (scope === undefined ? undefined : settings.get(`${scope}:registry`)) ?? settings.get('registry')
  const url = new URL(chosen !== undefined && URL.canParse(chosen) ? chosen.replace(/\/*$/, '/') : PUBLIC)
  const prefix = url.href.slice(url.protocol.length)
  const [token, basic] = [settings.get(`${prefix}:_authToken`), settings.get(`${prefix}:_auth`)]
  if (token !== undefined) return { url, authorization: `Bearer ${token}` }
  return basic === undefined ? { url } : { url, authorization: `Basic ${basic}` }
}

/** npm's settings: from the environment, else from the file in the home folder, where `${NAME}` is a variable. */
function npmSettings(context: Pick<Context, 'env' | 'homeDir'>): ReadonlyMap<string, string> {
  const { env } = context
  const fromEnv = Object.entries(env).flatMap(([name, value = '']) =>
    /^npm_config_/i.test(name) && value !== '' ? [[name.slice('npm_config_'.length).toLowerCase(), value] as const] : []
  )
  const file = new Map(fromEnv).get('userconfig') ?? path.join(context.homeDir, '.npmrc')
  const lines = readIfPossible(file).matchAll(/^[ \t]*([^;#=\s][^=\n]*?)[ \t]*=[ \t]*(.*?)[ \t\r]*$/gm)
  const fromFile = [...lines].map(([, key = '', value = '']) => {
    const filled = value.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole)
    return [key, filled.replace(/^(["'])(.*)\1$/, '$2')] as const
  })
  return new Map([...fromFile, ...fromEnv])
}

function readIfPossible(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
