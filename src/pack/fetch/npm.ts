import { isRecord } from '../../util/records.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { suggest } from '../../text/suggest.ts'
import { limits } from '../format.ts'
import { isConnected, networkError } from './network-errors.ts'
import { fetchFromRegistry, packageNames, parseJson, type PackageArchive, type PackageRequest } from './registry.ts'
import { MAX_MEMORY, run, type RunResult } from './run.ts'
import type { Staging } from './staging.ts'

type NpmContext = Pick<Context, 'env' | 'homeDir' | 'platform' | 'words'>
/** Runs the user's npm in an empty folder, so that no project's settings apply. */
type Npm = (args: readonly string[], timeoutMs: number) => Promise<RunResult>

const TIMEOUT_MS = 120_000
const SEARCH_TIMEOUT_MS = 10_000
/** npm stores the archive in its cache as well. */
const MAX_FOLDER_BYTES = 2 * limits.downloadBytes

/**
 * Fetches a package's archive with `npm pack`: npm knows the user's registries, tokens and proxies, and checks the
 * archive's integrity. No script of the package runs. If npm is not installed, asks the registry directly.
 *
 * @throws ReflectError with one sentence that says what failed.
 */
export async function fetchPackage(
  request: PackageRequest,
  staging: Staging,
  context: NpmContext
): Promise<PackageArchive> {
  const { name, range } = request
  const { packs } = context.words
  const folder = path.join(staging.dir, 'npm')
  fs.mkdirSync(folder, { mode: 0o700 })
  const npm = npmIn(folder, staging, context)
  const result = await npm(['pack', `${name}@${range}`, '--json', '--dry-run=false'], TIMEOUT_MS)
  const tooLarge = () => new UsageError(packs.fetch.tooLarge(name, limits.downloadBytes / 1024 ** 2))
  if (result.kind !== 'ended') {
    if (result.kind === 'missing') return fetchFromRegistry(request, context)
    throw result.kind === 'too-long' ? new ReflectError(packs.fetch.tooSlow('npm')) : tooLarge()
  }
  const output = parseJson(result.stdout)
  if (result.code !== 0) throw await npmError(request, output, result.stderr, npm, context)
  const archive = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (archive === undefined) throw new ReflectError(packs.npm.failed(name, packs.npm.noArchive))
  const file = path.join(folder, archive)
  if (fs.statSync(file).size > limits.downloadBytes) throw tooLarge()
  const [first] = Array.isArray(output) ? output : []
  const version = isRecord(first) && typeof first['version'] === 'string' ? first['version'] : range
  return { bytes: fs.readFileSync(file), exact: `npm:${name}@${version}` }
}

function npmIn(folder: string, staging: Staging, context: NpmContext): Npm {
  const { command, args: script } = npmCommand(context)
  const settings = [
    '--ignore-scripts',
    // A registry may redirect to another source. Allow archives only, no repositories or local folders.
    '--allow-git=none',
    '--allow-directory=none',
    '--allow-file=none',
    '--loglevel=error',
    '--no-update-notifier',
    '--workspaces=false',
    `--pack-destination=${folder}`,
    // The cache and logs are removed with the staging folder.
    `--cache=${path.join(folder, 'cache')}`,
    '--logs-max=0',
    // By default npm waits ten seconds, then a minute, before it repeats a download whose checksum differs.
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=500',
    '--fetch-retry-maxtimeout=1000',
    '--fetch-timeout=20000'
  ]
  return (args, timeoutMs) =>
    run(command, [...script, ...args, ...settings], {
      cwd: folder,
      env: context.env,
      timeoutMs,
      watched: { folder, maxBytes: MAX_FOLDER_BYTES },
      signal: staging.signal
    })
}

/**
 * How to start npm without a shell: on Windows npm is a batch file, so run the script that it runs, with the Node of this process, because
 * there need not be another. It limits the memory, which cannot be watched there.
 */
export function npmCommand({ env, platform }: Pick<Context, 'env' | 'platform'>): Command {
  if (platform !== 'win32') return { command: 'npm', args: [] }
  const { execPath } = process
  const named = (env['PATH'] ?? env['Path'] ?? '').split(';').map((folder) => folder.replaceAll('"', ''))
  const script = [...named, path.dirname(execPath)]
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'))
    .find((file) => fs.existsSync(file))
  if (script === undefined) return { command: 'npm.exe', args: [] }
  return { command: execPath, args: [`--max-old-space-size=${MAX_MEMORY / 1024 ** 2}`, script] }
}

interface Command {
  readonly command: string
  readonly args: readonly string[]
}

/** The error to throw for npm's JSON output and standard error. */
async function npmError(
  { name, range }: PackageRequest,
  output: unknown,
  stderr: string,
  npm: Npm,
  { words }: NpmContext
): Promise<ReflectError> {
  const { packs } = words
  const error = isRecord(output) && isRecord(output['error']) ? output['error'] : {}
  const code = typeof error['code'] === 'string' ? error['code'] : (/\bcode (E[A-Z0-9_]+)/.exec(stderr)?.[1] ?? '')
  const cause = { cause: new Error(stderr) }
  if (code === 'E404') return new UsageError(packs.npm.unknown(name, suggest(name, await searchPacks(npm))), cause)
  if (code === 'ETARGET' || code === 'ENOVERSIONS') return new UsageError(packs.npm.noVersion(name, range), cause)
  if (code === 'EINTEGRITY') return new UsageError(packs.fetch.integrity(name), cause)
  if (['E401', 'E403', 'ENEEDAUTH'].includes(code)) return new ReflectError(packs.npm.notAllowed(name), cause)
  if (UNREACHABLE.has(code) && isConnected()) return new ReflectError(packs.npm.unreached(name), cause)
  const status = /^E(5\d\d)$/.exec(code)?.[1]
  const registry = packs.npm.theRegistry
  if (status !== undefined) return new ReflectError(packs.fetch.serverTrouble(registry, Number(status)), cause)
  const summary = typeof error['summary'] === 'string' ? error['summary'] : stderr
  const [line = ''] = summary
    .replaceAll(/^npm (?:error|ERR!) /gm, '')
    .trim()
    .split('\n')
  return (
    networkError(code, { host: registry }, words, cause.cause) ??
    new ReflectError(packs.npm.failed(name, line || code), cause)
  )
}

/** Either the registry or a proxy does not answer; npm does not say which. */
const UNREACHABLE = new Set(['EAI_AGAIN', 'ENOTFOUND', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED', 'ENOTCACHED'])

/** The names of the registry's packs; empty if it does not support search. */
async function searchPacks(npm: Npm): Promise<readonly string[]> {
  const result = await npm(['search', '--json', '--searchlimit=250', 'reflect-pack'], SEARCH_TIMEOUT_MS)
  return result.kind === 'ended' && result.code === 0 ? packageNames(parseJson(result.stdout)) : []
}
