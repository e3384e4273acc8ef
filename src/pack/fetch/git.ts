import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { nearest } from '../../text/suggest.ts'
import type { Member } from '../archive/members.ts'
import type { Staging } from './staging.ts'
import { limits } from '../limits.ts'
import type { Address } from './address.ts'
import { filesOfHead } from './git-files.ts'
import { gitIn } from './git-program.ts'
import type { Git } from './git-program.ts'
import type { Ran } from './run.ts'
import { networkTrouble } from './network-errors.ts'

type Repository = Extract<Address, { kind: 'git' }>

/**
 * The files of a repository at a tag or branch, and its commit. Nothing is ever checked out: no hook, filter, attribute,
 * link or submodule of the repository comes to act. Only the transport that was asked for is allowed, and no redirect is
 * followed.
 *
 * @throws ReflectError with one sentence that says what kept it.
 */
export async function fetchRepository(
  repository: Repository,
  staging: Staging,
  context: Pick<Context, 'env' | 'words'>
): Promise<{ members: readonly Member[]; commit: string }> {
  const { url, ref, transport } = repository
  const { words } = context
  const git = gitIn(staging, transport, context.env)
  const folder = path.join(staging.dir, 'repository.git')
  const cloned = await git([...CLONE, ...(ref === undefined ? [] : ['--branch', ref]), '--', url, folder])
  if (!isDone(cloned)) throw await failure(cloned, repository, git, words)
  const here: Git = (args, options) => git(['-C', folder, ...args], options)
  const head = await here(['rev-parse', '--verify', 'HEAD^{commit}'])
  if (!isDone(head)) throw new UsageError(words.packs.archive.noPack(url))
  return { members: await filesOfHead(here, url, words), commit: head.stdout.toString('utf8').trim() }
}

/** No more than the one state that is wanted, and nothing of a template. */
const CLONE = [
  'clone',
  '--quiet',
  '--bare',
  '--depth=1',
  '--single-branch',
  '--no-tags',
  '--no-recurse-submodules',
  '--template='
]

type Ended = Extract<Ran, { kind: 'ended' }>

function isDone(ran: Ran): ran is Ended {
  return ran.kind === 'ended' && ran.code === 0
}

/** What git said, as one of our sentences. */
async function failure(ran: Ran, repository: Repository, git: Git, words: Context['words']): Promise<ReflectError> {
  const { packs } = words
  const { url, ref } = repository
  if (ran.kind !== 'ended') {
    if (ran.kind === 'missing') return new UsageError(packs.git.missing(url))
    if (ran.kind === 'too-long') return new ReflectError(packs.fetch.tooSlow(url))
    return new UsageError(packs.fetch.tooLarge(url, limits.packBytes / 1024 ** 2))
  }
  const { stderr } = ran
  const cause = { cause: new Error(stderr) }
  if (ref !== undefined && /Remote branch .* not found|Could not find remote branch/i.test(stderr)) {
    return new UsageError(packs.git.noRef(url, ref, nearest(ref, await refsOf(url, git))), cause)
  }
  const { host, hostname } = new URL(url)
  const line = stderr.split('\n').findLast((text) => /^(?:fatal|error): /.test(text)) ?? stderr.trim()
  const why = line.replace(/^(?:fatal|error): /, '')
  const proxy = PROXY.exec(stderr)
    ?.slice(1)
    .find((name) => name !== undefined && name !== hostname)
  const code = SAID.find(([pattern]) => pattern.test(stderr))?.[1] ?? ''
  switch (code) {
    case 'not-allowed':
      return new ReflectError(packs.git.notAllowed(url), cause)
    case 'no-repository':
      return new UsageError(packs.git.noRepository(url), cause)
    case 'moved':
      return new UsageError(packs.git.moved(url), cause)
    case 'not-trusted':
      return new ReflectError(packs.fetch.notTrusted(host, why), cause)
    default:
      return (
        networkTrouble(code, { host: host === '' ? url : host, proxy }, words, cause.cause) ??
        new ReflectError(packs.git.failed(url, why), cause)
      )
  }
}

/** Whom curl did not reach: where that is not the repository's host, it is the proxy on the way there. */
const PROXY = /resolve proxy: ([^\s]+)$|Failed to connect to (\S+) port|Connection to (\S+) port/im

/** What git, curl and ssh say, in the order in which it is looked for, and the code that Node has for the same. */
const SAID = [
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
