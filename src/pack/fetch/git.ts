import os from 'node:os'
import path from 'node:path'
import type { Context } from '../../context.ts'
import { ReflectError, UsageError } from '../../errors.ts'
import { nearest } from '../../nearest.ts'
import type { Staging } from '../installed/staging.ts'
import { sizeOf } from '../installed/staging.ts'
import { limits } from '../limits.ts'
import type { Address } from './address.ts'
import { run } from './run.ts'
import type { Ran } from './run.ts'

type Repository = Extract<Address, { kind: 'git' }>
type Surroundings = Pick<Context, 'env' | 'words'>

/** What git may fetch before it is stopped: a repository holds more than a pack, but no more than this in its last state. */
const MOST_FETCHED = 10 * limits.packBytes
const PATIENCE = 120_000

/** Of the environment git gets nothing that leads it to another repository, or sets anything that we do not. */
const NOT_FOR_US =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|TEMPLATE_DIR|CONFIG_.*|EXEC_PATH|EXTERNAL_DIFF|PROXY_COMMAND)$/

/**
 * The state of a repository at a tag or branch, as a tar archive, and its commit. Nothing is ever checked out: no hook,
 * filter, link or submodule of the repository comes to act. Only the transport that was asked for is allowed, and no
 * redirect is followed.
 *
 * @throws ReflectError with one sentence that says what kept it.
 */
export async function fetchRepository(
  repository: Repository,
  staging: Staging,
  context: Surroundings
): Promise<{ tar: Uint8Array; commit: string }> {
  const { url, ref } = repository
  const folder = path.join(staging.dir, 'repository.git')
  const branch = ref === undefined ? [] : ['--branch', ref]
  const cloned = await git(
    [
      'clone',
      '--quiet',
      '--bare',
      '--depth=1',
      '--single-branch',
      '--no-tags',
      '--no-recurse-submodules',
      '--template=',
      ...branch,
      '--',
      url,
      folder
    ],
    repository,
    staging,
    context
  )
  if (cloned.kind !== 'ended' || cloned.code !== 0) throw await failure(cloned, repository, staging, context)
  const head = await git(['-C', folder, 'rev-parse', 'HEAD'], repository, staging, context)
  const archived = await git(['-C', folder, 'archive', '--format=tar', 'HEAD'], repository, staging, context)
  if (head.kind !== 'ended' || head.code !== 0 || archived.kind !== 'ended' || archived.code !== 0) {
    throw await failure(archived, repository, staging, context)
  }
  return { tar: archived.stdout, commit: head.stdout.toString('utf8').trim() }
}

function git(
  args: readonly string[],
  { transport }: Repository,
  staging: Staging,
  { env }: Surroundings
): Promise<Ran> {
  const settings = {
    'protocol.allow': 'never',
    [`protocol.${transport}.allow`]: 'always',
    'core.hooksPath': os.devNull,
    'core.symlinks': 'false',
    'core.fsmonitor': 'false',
    'http.followRedirects': 'false',
    'transfer.fsckObjects': 'true',
    'tar.umask': '0022',
    'gc.auto': '0',
    'maintenance.auto': 'false'
  }
  const kept = Object.entries(env).filter(([name]) => !NOT_FOR_US.test(name))
  return run('git', [...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]), ...args], {
    cwd: staging.dir,
    env: {
      GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
      ...Object.fromEntries(kept),
      GIT_TERMINAL_PROMPT: '0',
      GIT_LFS_SKIP_SMUDGE: '1',
      LC_ALL: 'C'
    },
    patience: PATIENCE,
    most: 2 * limits.packBytes,
    isTooMuch: () => sizeOf(staging.dir) > MOST_FETCHED
  })
}

/** What git said, as one of our sentences. */
async function failure(
  ran: Ran,
  repository: Repository,
  staging: Staging,
  context: Surroundings
): Promise<ReflectError> {
  const { packs } = context.words
  const { url, ref } = repository
  if (ran.kind === 'missing') return new UsageError(packs.git.missing(url))
  if (ran.kind === 'too-much') return new UsageError(packs.fetch.tooLarge(url, MOST_FETCHED / 1024 ** 2))
  if (ran.kind === 'too-long') return new ReflectError(packs.fetch.tooSlow(url))
  const stderr = ran.kind === 'ended' ? ran.stderr : ''
  const cause = { cause: new Error(stderr) }
  if (ref !== undefined && /Remote branch .* not found|Could not find remote branch/i.test(stderr)) {
    return new UsageError(packs.git.noRef(url, ref, nearest(ref, await refsOf(repository, staging, context))), cause)
  }
  if (/Could not resolve host/i.test(stderr)) return new ReflectError(packs.git.noHost(url), cause)
  if (/not found|does not exist|does not appear to be a git repository|error: 404/i.test(stderr)) {
    return new UsageError(packs.git.noRepository(url), cause)
  }
  if (
    /could not read Username|Authentication failed|Permission denied|terminal prompts disabled|error: 40[13]/i.test(
      stderr
    )
  ) {
    return new ReflectError(packs.git.notAllowed(url), cause)
  }
  if (/error: 30[12378]|redirect/i.test(stderr)) return new UsageError(packs.git.moved(url), cause)
  const line = stderr.split('\n').findLast((text) => /^(?:fatal|error): /.test(text)) ?? stderr.trim()
  return new ReflectError(packs.git.failed(url, line.replace(/^(?:fatal|error): /, '')), cause)
}

async function refsOf(repository: Repository, staging: Staging, context: Surroundings): Promise<string[]> {
  const ran = await git(['ls-remote', '--quiet', '--', repository.url], repository, staging, context)
  if (ran.kind !== 'ended') return []
  return [...ran.stdout.toString('utf8').matchAll(/\trefs\/(?:tags|heads)\/([^\n^]+)/g)].map(([, name = '']) => name)
}
