import os from 'node:os'
import type { Context } from '../../context/context.ts'
import type { GitTransport } from './address.ts'
import type { Staging } from './staging.ts'
import { limits } from '../format.ts'
import { run, type RunOptions, type RunResult } from './run.ts'

/** Runs git in the staging folder. */
export type Git = (args: readonly string[], options?: Pick<RunOptions, 'input' | 'maxOutput'>) => Promise<RunResult>

const TIMEOUT_MS = 120_000
/** Enough for the one commit of a pack and git's own files, and for the time that git takes to unpack them. */
const MAX = { maxBytes: 2 * limits.packBytes, maxSeconds: 2 }

/** Environment variables that point git at another repository or change its configuration; they are not passed on. */
const BLOCKED_VARIABLES =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|TEMPLATE_DIR|CONFIG_.*|EXEC_PATH|EXTERNAL_DIFF|PROXY_COMMAND|ALLOW_PROTOCOL)$/

/** A git that uses one transport only, never prompts, and is stopped when the staging folder is removed. */
export function gitIn(staging: Staging, transport: GitTransport, env: Context['env']): Git {
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
