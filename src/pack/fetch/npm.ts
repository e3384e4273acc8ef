import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context.ts'
import { ReflectError, UsageError } from '../../errors.ts'
import { nearest } from '../../nearest.ts'
import { isRecord } from '../../questions/checking.ts'
import { checksums } from '../checksum.ts'
import type { Staging } from '../installed/staging.ts'
import { sizeOf } from '../installed/staging.ts'
import { limits } from '../limits.ts'
import { NotFoundError, download } from './https.ts'
import { run } from './run.ts'

/** A package from the registry: its archive, and the name and version that it turned out to be. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly exact: string
}

interface Wanted {
  readonly name: string
  readonly range: string
}

type Surroundings = Pick<Context, 'env' | 'platform' | 'words'>

const PATIENCE = 120_000
const REGISTRY = 'https://registry.npmjs.org/'

/**
 * Fetches a package's archive. The learner's own npm does it where there is one, for it knows their registries, tokens
 * and proxies, and checks the archive's integrity; no script of the package is run. Without npm the public registry is
 * asked directly.
 *
 * @throws ReflectError with one sentence that says what kept it.
 */
export async function fetchPackage(wanted: Wanted, staging: Staging, context: Surroundings): Promise<Packed> {
  const folder = path.join(staging.dir, 'npm')
  fs.mkdirSync(folder, { mode: 0o700 })
  const npm = { ...npmCommand(context), cwd: folder }
  const args = ['pack', `${wanted.name}@${wanted.range}`, '--ignore-scripts', '--json', '--pack-destination', folder]
  const quiet = ['--loglevel=error', '--no-update-notifier', '--workspaces=false', '--dry-run=false']
  // Else it waits ten seconds, and then a minute, to find once more that a checksum differs.
  const soon = ['--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=1000']
  const ran = await run(npm.command, [...npm.args, ...args, ...quiet, ...soon], {
    cwd: folder,
    env: context.env,
    patience: PATIENCE,
    isTooMuch: () => sizeOf(folder) > limits.downloadBytes
  })
  if (ran.kind === 'missing') return fetchDirectly(wanted, context)
  if (ran.kind === 'too-long') throw new ReflectError(context.words.packs.fetch.tooSlow('npm'))
  const said = ran.kind === 'ended' ? jsonIn(ran.stdout.toString('utf8')) : undefined
  if (ran.kind === 'ended' && ran.code !== 0) throw await npmFailure(wanted, said, ran.stderr, npm, context)
  const archive = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'))
  const tooLarge =
    ran.kind === 'too-much' ||
    (archive !== undefined && fs.statSync(path.join(folder, archive)).size > limits.downloadBytes)
  if (tooLarge) throw new UsageError(context.words.packs.fetch.tooLarge(wanted.name, limits.downloadBytes / 1024 ** 2))
  if (archive === undefined) throw new ReflectError(context.words.packs.npm.failed(wanted.name, 'it gave no archive'))
  const [first] = Array.isArray(said) ? said : []
  const version = isRecord(first) && typeof first['version'] === 'string' ? first['version'] : wanted.range
  return { bytes: fs.readFileSync(path.join(folder, archive)), exact: `npm:${wanted.name}@${version}` }
}

/** How npm is called, and from an empty folder: only the learner's own settings count, not those of a project. */
interface Npm {
  readonly cwd: string
  readonly command: string
  readonly args: readonly string[]
}

/** Without a shell: on Windows npm is a batch file, so the script that it calls is run instead. */
function npmCommand({ env, platform }: Surroundings): Omit<Npm, 'cwd'> {
  if (platform !== 'win32') return { command: 'npm', args: [] }
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(';').filter((folder) => folder !== '')
  const script = folders
    .map((folder) => path.win32.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'))
    .find((file) => fs.existsSync(file))
  return script === undefined ? { command: 'npm.exe', args: [] } : { command: 'node', args: [script] }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function npmFailure(
  { name, range }: Wanted,
  said: unknown,
  stderr: string,
  npm: Npm,
  context: Surroundings
): Promise<ReflectError> {
  const { words } = context
  const error = isRecord(said) && isRecord(said['error']) ? said['error'] : {}
  const code = typeof error['code'] === 'string' ? error['code'] : (/\bcode (E[A-Z0-9_]+)/.exec(stderr)?.[1] ?? '')
  const cause = { cause: new Error(stderr) }
  if (code === 'E404') return new UsageError(words.packs.npm.unknown(name, await namesNear(name, npm, context)), cause)
  if (code === 'ETARGET' || code === 'ENOVERSIONS') return new UsageError(words.packs.npm.noVersion(name, range), cause)
  if (code === 'EINTEGRITY') return new UsageError(words.packs.fetch.integrity(name), cause)
  if (['E401', 'E403', 'ENEEDAUTH'].includes(code)) return new ReflectError(words.packs.npm.notAllowed(name), cause)
  if (['EAI_AGAIN', 'ENOTFOUND', 'ENETUNREACH', 'ENOTCACHED'].includes(code)) {
    return new ReflectError(words.packs.npm.noNetwork(name), cause)
  }
  const summary = typeof error['summary'] === 'string' ? error['summary'] : stderr
  const [line = ''] = summary
    .replaceAll(/^npm (?:error|ERR!) /gm, '')
    .trim()
    .split('\n')
  return new ReflectError(words.packs.npm.failed(name, line || code), cause)
}

/** Names of packs in the registry that are like one that it does not know; none where it has no search. */
async function namesNear(name: string, npm: Npm, { env }: Surroundings): Promise<readonly string[]> {
  const args = [...npm.args, 'search', '--json', '--loglevel=silent', 'keywords:reflect-pack']
  const ran = await run(npm.command, args, { cwd: npm.cwd, env, patience: 10_000 })
  const found = ran.kind === 'ended' && ran.code === 0 ? jsonIn(ran.stdout.toString('utf8')) : []
  const names = (Array.isArray(found) ? found : []).flatMap((item: unknown) =>
    isRecord(item) && typeof item['name'] === 'string' ? item['name'] : []
  )
  return nearest(name, names)
}

/** Without npm: the exact version or tag that was asked for, from the public registry, checked against its SHA-512. */
async function fetchDirectly({ name, range }: Wanted, { words }: Surroundings): Promise<Packed> {
  const url = new URL(name.replace('/', '%2f'), REGISTRY)
  const about = jsonIn(new TextDecoder().decode((await page(url, name, words)).bytes))
  const [tags, versions] = isRecord(about) ? [about['dist-tags'], about['versions']] : []
  const version = isRecord(tags) && Object.hasOwn(tags, range) ? String(tags[range]) : range
  const item = isRecord(versions) && Object.hasOwn(versions, version) ? versions[version] : undefined
  const dist = isRecord(item) && isRecord(item['dist']) ? item['dist'] : {}
  const { tarball, integrity } = dist
  if (typeof tarball !== 'string' || !URL.canParse(tarball) || typeof integrity !== 'string') {
    throw new UsageError(words.packs.npm.noVersionWithoutNpm(name, range))
  }
  const { bytes } = await download(new URL(tarball), words, true)
  if (!integrity.split(/\s+/).includes(checksums(bytes).integrity))
    throw new UsageError(words.packs.fetch.integrity(name))
  return { bytes, exact: `npm:${name}@${version}` }
}

async function page(url: URL, name: string, words: Surroundings['words']) {
  try {
    return await download(url, words)
  } catch (error) {
    throw error instanceof NotFoundError ? new UsageError(words.packs.npm.unknown(name, []), { cause: error }) : error
  }
}
