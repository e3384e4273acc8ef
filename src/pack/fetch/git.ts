import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { suggest } from '../../text/suggest.ts'
import type { Words } from '../../words/index.ts'
import { MemberList, type Member, type MemberKind } from '../archive/members.ts'
import { limits } from '../format.ts'
import type { Address, GitTransport } from './address.ts'
import { networkError } from './network-errors.ts'
import { run, type RunOptions, type RunResult } from './run.ts'
import type { Staging } from './staging.ts'
import os from 'node:os'
import { join } from 'node:path'

type Repository = Extract<Address, { kind: 'git' }>

/**
 * Fetches the files of a repository at a tag or branch, and the commit's id. Checks nothing out, so that no hook,
 * filter, attribute, link or submodule of the repository takes effect. Uses the given transport only and follows no
 * redirect.
 *
 * @throws ReflectError with one sentence that says what failed.
 */
export async function fetchRepository(
  repository: Repository,
  staging: Staging,
  context: Pick<Context, 'env' | 'words'>
): Promise<{ members: readonly Member[]; commit: string }> {
  const { url, ref, transport } = repository
  const { words } = context
  const git = gitIn(staging, transport, context.env)
  const folder = join(staging.dir, 'repository.git')
  const cloned = await git([...CLONE, ...(ref === undefined ? [] : ['--branch', ref]), '--', url, folder])
  if (!succeeded(cloned)) throw await gitError(cloned, repository, git, words)
  const here: Git = (args, options) => git(['-C', folder, ...args], options)
  const head = await here(['rev-parse', '--verify', 'HEAD^{commit}'])
  if (!succeeded(head)) throw new UsageError(words.packs.archive.noPack(url))
  return { members: await filesOfHead(here, url, words), commit: head.stdout.toString('utf8').trim() }
}

/** Fetches one commit only; uses no template folder, which could contain hooks. */
const CLONE = 'clone --quiet --bare --depth=1 --single-branch --no-tags --no-recurse-submodules --template='.split(' ')

function succeeded(result: RunResult): result is Extract<RunResult, { kind: 'ended' }> {
  return result.kind === 'ended' && result.code === 0
}

/** The error to throw for git's standard error. */
async function gitError(ran: RunResult, { url, ref }: Repository, git: Git, words: Words): Promise<ReflectError> {
  const { packs } = words
  if (ran.kind !== 'ended') {
    if (ran.kind === 'missing') return new UsageError(packs.git.missing(url))
    if (ran.kind === 'too-long') return new ReflectError(packs.fetch.tooSlow(url))
    return new UsageError(packs.fetch.tooLarge(url, limits.downloadBytes / 1024 ** 2))
  }
  const { stderr } = ran
  const cause = { cause: new Error(stderr) }
  if (ref !== undefined && /Remote branch .* not found|Could not find remote branch/i.test(stderr)) {
    return new UsageError(packs.git.noRef(url, ref, suggest(ref, await refsOf(url, git))), cause)
  }
  const { host, hostname } = new URL(url)
  const line = stderr.split('\n').findLast((text) => /^(?:fatal|error): /.test(text)) ?? stderr.trim()
  const reason = line.replace(/^(?:fatal|error): /, '')
  const proxy = UNREACHED.exec(stderr)
    ?.slice(1)
    .find((name) => name !== undefined && name !== hostname)
  const code = MESSAGES.find(([pattern]) => pattern.test(stderr))?.[1] ?? ''
  switch (code) {
    case 'not-allowed':
      return new ReflectError(packs.git.notAllowed(url), cause)
    case 'no-repository':
      return new UsageError(packs.git.noRepository(url), cause)
    case 'moved':
      return new UsageError(packs.git.moved(url), cause)
    case 'not-trusted':
      return new ReflectError(packs.fetch.notTrusted(host, reason), cause)
    default:
      return (
        networkError(code, { host: host === '' ? url : host, proxy }, words, cause.cause) ??
        new ReflectError(packs.git.failed(url, reason), cause)
      )
  }
}

/** The host that curl did not reach. If it is not the repository's host, it is a proxy. */
const UNREACHED = /resolve proxy: ([^\s]+)$|Failed to connect to (\S+) port|Connection to (\S+) port/im

/**
 * Messages of git, curl and ssh (with LC_ALL=C) in order of precedence, and Node's code for the same error. These
 * programs have no machine-readable errors. A message that none of these match is shown as it is.
 */
const MESSAGES = [
  [/Could not resolve/i, 'ENOTFOUND'],
  [/Network is unreachable|No route to host/i, 'ENETUNREACH'],
  [/Failed to connect|Couldn't connect|Connection refused/i, 'ECONNREFUSED'],
  [/Operation too slow|timed out/i, 'ETIMEDOUT'],
  [/could not read Username|Authentication failed|Permission denied|prompts disabled|error: 40[13]/i, 'not-allowed'],
  [/not found|does not exist|does not appear to be a git repository|error: 404/i, 'no-repository'],
  [/error: 30[12378]|redirect/i, 'moved'],
  [/early EOF|hung up|disconnect|RPC failed|Empty reply|transfer closed|terminated/i, 'ECONNRESET'],
  [/certificate|SSL|TLS|Host key verification failed/i, 'not-trusted']
] as const

async function refsOf(url: string, git: Git): Promise<string[]> {
  const ran = await git(['ls-remote', '--quiet', '--', url])
  if (ran.kind !== 'ended') return []
  return [...ran.stdout.toString('utf8').matchAll(/\trefs\/(?:tags|heads)\/([^\n^]+)/g)].map(([, name = '']) => name)
}

/** More than git needs to list one file: mode, object id, size and path. */
const MAX_LINE_BYTES = 512

/**
 * The files of a repository's HEAD. Limits the length of git's list: a few nested tree objects can expand to an astronomical
 * number of files.
 *
 * @throws UsageError if there are too many files, or a name leads out of the repository.
 */
async function filesOfHead(git: Git, repository: string, words: Words): Promise<readonly Member[]> {
  const list = new MemberList(repository, words)
  const listed = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', 'HEAD'], {
    maxOutput: limits.members * MAX_LINE_BYTES
  })
  if (listed.kind === 'too-much') throw list.tooMany()
  if (listed.kind !== 'ended' || listed.code !== 0) throw list.broken()
  for (const { name, kind, size, object } of entriesIn(listed.stdout)) {
    const read = async () => {
      const content = await git(['cat-file', 'blob', object], { maxOutput: limits.memberBytes })
      if (!succeeded(content) || content.stdout.length !== size) throw list.broken()
      return content.stdout
    }
    list.add(name, kind, { size, read })
  }
  return list.members
}

/** Parses the output of `git ls-tree -l -z`: mode, type, object and size, then a tab and the path. */
function entriesIn(listed: Buffer) {
  const lines = listed.toString('utf8').matchAll(/(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^\0]+)\0/g)
  return [...lines].map(([, mode = '', object = '', size = '', name = '']) => ({
    name,
    kind: KINDS[mode] ?? 'device',
    size: Number(size) || 0,
    object
  }))
}

/** By file mode. A submodule counts as an empty folder. */
const KINDS: Readonly<Record<string, MemberKind | 'folder'>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
  '160000': 'folder'
}

/** Runs git in the staging folder. */
type Git = (args: readonly string[], options?: Pick<RunOptions, 'maxOutput'>) => Promise<RunResult>

const TIMEOUT_MS = 120_000
/** Enough for one commit and git's own files, and for the time that git takes to unpack them. */
const MAX = { maxBytes: 2 * limits.downloadBytes, maxSeconds: 2 }

/** Environment variables that point git at another repository or change its configuration; they are not passed on. */
const BLOCKED_VARIABLES =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|TEMPLATE_DIR|CONFIG_.*|EXEC_PATH|EXTERNAL_DIFF|PROXY_COMMAND|ALLOW_PROTOCOL)$/

/** A git that uses one transport only, never prompts, and is stopped when the staging folder is removed. */
function gitIn(staging: Staging, transport: GitTransport, env: Context['env']): Git {
  const settings = {
    'protocol.allow': 'never',
    [`protocol.${transport}.allow`]: 'always',
    'core.hooksPath': os.devNull,
    'core.symlinks': 'false',
    'core.fsmonitor': 'false',
    // Streams files that are too large for a pack to disk instead of holding them in memory.
    'core.bigFileThreshold': String(limits.memberBytes),
    'pack.threads': '1',
    'http.followRedirects': 'false',
    'http.lowSpeedLimit': '1',
    'http.lowSpeedTime': '20',
    'transfer.fsckObjects': 'true',
    'gc.auto': '0',
    'maintenance.auto': 'false'
  }
  const fixed = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const kept = Object.entries(env).filter(([name]) => !BLOCKED_VARIABLES.test(name))
  return (args, options = {}) =>
    run('git', [...fixed, ...args], {
      cwd: staging.dir,
      env: {
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
        ...Object.fromEntries(kept),
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C'
      },
      timeoutMs: TIMEOUT_MS,
      watched: { folder: staging.dir, ...MAX },
      signal: staging.signal,
      ...options
    })
}
