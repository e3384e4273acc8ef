import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { nearest } from '../../text/suggest.ts'
import { isRecord } from '../../questions/shared/checking.ts'
import type { Staging } from './staging.ts'
import { limits } from '../limits.ts'
import type { Packed, Wanted } from './npm-package.ts'
import { jsonIn, namesIn } from './registry.ts'
import { run } from './run.ts'
import type { Ran } from './run.ts'
import { isConnected, networkTrouble } from './network-errors.ts'

type Surroundings = Pick<Context, 'env' | 'platform' | 'words'>
/** Runs the learner's npm in an empty folder: only their own settings count, not those of a project. */
type Npm = (args: readonly string[], patience: number) => Promise<Ran>

const PATIENCE = 120_000
/** While it fetches an archive, npm keeps it in its cache, and once more in memory. */
const MOST = 2 * limits.downloadBytes

/** Fetches a package's archive by `npm pack`; undefined where there is no npm. */
export async function packThroughNpm(
  wanted: Wanted,
  staging: Staging,
  context: Surroundings
): Promise<Packed | undefined> {
  const { packs } = context.words
  const folder = path.join(staging.dir, 'npm')
  fs.mkdirSync(folder, { mode: 0o700 })
  const npm = npmIn(folder, staging, context)
  const ran = await npm(['pack', `${wanted.name}@${wanted.range}`, '--json', '--dry-run=false'], PATIENCE)
  if (ran.kind !== 'ended') {
    if (ran.kind === 'missing') return undefined
    if (ran.kind === 'too-long') throw new ReflectError(packs.fetch.tooSlow('npm'))
    throw tooLarge(wanted, context)
  }
  const said = jsonIn(ran.stdout)
  if (ran.code !== 0) throw await failure(wanted, said, ran.stderr, npm, context)
  const archive = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (archive === undefined) throw new ReflectError(packs.npm.failed(wanted.name, packs.npm.noArchive))
  const file = path.join(folder, archive)
  if (fs.statSync(file).size > limits.downloadBytes) throw tooLarge(wanted, context)
  const [first] = Array.isArray(said) ? said : []
  const version = isRecord(first) && typeof first['version'] === 'string' ? first['version'] : wanted.range
  return { bytes: fs.readFileSync(file), exact: `npm:${wanted.name}@${version}` }
}

function tooLarge({ name }: Wanted, { words }: Surroundings): UsageError {
  return new UsageError(words.packs.fetch.tooLarge(name, limits.downloadBytes / 1024 ** 2))
}

function npmIn(folder: string, staging: Staging, context: Surroundings): Npm {
  const { command, args: first } = npmCommand(context)
  const fixed = [
    '--ignore-scripts',
    // A registry may say that a package is somewhere else: only an archive will do, not a repository and no folder here.
    '--allow-git=none',
    '--allow-directory=none',
    '--allow-file=none',
    '--loglevel=error',
    '--no-update-notifier',
    '--workspaces=false',
    `--pack-destination=${folder}`,
    // What it keeps and notes goes when the staging folder goes.
    `--cache=${path.join(folder, 'cache')}`,
    '--logs-max=0',
    // Else it waits ten seconds, and then a minute, to find once more that a checksum differs.
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=500',
    '--fetch-retry-maxtimeout=1000',
    '--fetch-timeout=20000'
  ]
  return (args, patience) =>
    run(command, [...first, ...args, ...fixed], {
      cwd: folder,
      env: context.env,
      patience,
      watched: { folder, most: MOST },
      signal: staging.signal
    })
}

/** Without a shell: on Windows npm is a batch file, so the script that it calls is run instead. */
function npmCommand({ env, platform }: Surroundings): { command: string; args: readonly string[] } {
  if (platform !== 'win32') return { command: 'npm', args: [] }
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(';').filter((folder) => folder !== '')
  const script = folders
    .map((folder) => path.win32.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'))
    .find((file) => fs.existsSync(file))
  return script === undefined ? { command: 'npm.exe', args: [] } : { command: 'node', args: [script] }
}

/** What npm said, as one of our sentences. */
async function failure(
  { name, range }: Wanted,
  said: unknown,
  stderr: string,
  npm: Npm,
  { words }: Surroundings
): Promise<ReflectError> {
  const { packs } = words
  const error = isRecord(said) && isRecord(said['error']) ? said['error'] : {}
  const code = typeof error['code'] === 'string' ? error['code'] : (/\bcode (E[A-Z0-9_]+)/.exec(stderr)?.[1] ?? '')
  const cause = { cause: new Error(stderr) }
  if (code === 'E404') return new UsageError(packs.npm.unknown(name, nearest(name, await packsKnownTo(npm))), cause)
  if (code === 'ETARGET' || code === 'ENOVERSIONS') return new UsageError(packs.npm.noVersion(name, range), cause)
  if (code === 'EINTEGRITY') return new UsageError(packs.fetch.integrity(name), cause)
  if (['E401', 'E403', 'ENEEDAUTH'].includes(code)) return new ReflectError(packs.npm.notAllowed(name), cause)
  if (UNREACHED.has(code) && isConnected()) return new ReflectError(packs.npm.unreached(name), cause)
  const status = /^E(5\d\d)$/.exec(code)?.[1]
  const registry = packs.npm.theRegistry
  if (status !== undefined) return new ReflectError(packs.fetch.serverTrouble(registry, Number(status)), cause)
  const summary = typeof error['summary'] === 'string' ? error['summary'] : stderr
  const [line = ''] = summary
    .replaceAll(/^npm (?:error|ERR!) /gm, '')
    .trim()
    .split('\n')
  return (
    networkTrouble(code, { host: registry }, words, cause.cause) ??
    new ReflectError(packs.npm.failed(name, line || code), cause)
  )
}

/** It may be the registry or a proxy that does not answer, and npm tells neither by name. */
const UNREACHED = new Set(['EAI_AGAIN', 'ENOTFOUND', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED', 'ENOTCACHED'])

/** The names of the packs that the registry has; none where it has no search. */
async function packsKnownTo(npm: Npm): Promise<readonly string[]> {
  const ran = await npm(['search', '--json', '--searchlimit=250', 'reflect-pack'], 10_000)
  return ran.kind === 'ended' && ran.code === 0 ? namesIn(jsonIn(ran.stdout)) : []
}
