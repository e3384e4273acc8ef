import os from 'node:os'
import type { Context } from '../../context/context.ts'
import type { Staging } from './staging.ts'
import { limits } from '../limits.ts'
import { run } from './run.ts'
import type { Ran, RunOptions } from './run.ts'

/** Runs git with these arguments in the staging folder. */
export type Git = (args: readonly string[], options?: Pick<RunOptions, 'input' | 'most'>) => Promise<Ran>

const PATIENCE = 120_000
/** A repository's last state is no more than a pack may be, and git's own files beside it; it is unpacked in a fraction of a second. */
const MOST = { most: 2 * limits.packBytes, seconds: 2 }

/** Of the environment git gets nothing that leads it to another repository, or sets anything that we do not. */
const NOT_FOR_US =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|TEMPLATE_DIR|CONFIG_.*|EXEC_PATH|EXTERNAL_DIFF|PROXY_COMMAND|ALLOW_PROTOCOL)$/

/** A git that speaks over one transport only, asks nobody anything, and stops when the staging folder is given up. */
export function gitIn(staging: Staging, transport: 'https' | 'ssh' | 'file', env: Context['env']): Git {
  const settings = {
    'protocol.allow': 'never',
    [`protocol.${transport}.allow`]: 'always',
    'core.hooksPath': os.devNull,
    'core.symlinks': 'false',
    'core.fsmonitor': 'false',
    // Larger files than a pack may have are passed on to the disk and not held in memory.
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
  const kept = Object.entries(env).filter(([name]) => !NOT_FOR_US.test(name))
  return (args, options = {}) =>
    run('git', [...fixed, ...args], {
      cwd: staging.dir,
      env: {
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
        ...Object.fromEntries(kept),
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C'
      },
      patience: PATIENCE,
      watched: { folder: staging.dir, ...MOST },
      signal: staging.signal,
      ...options
    })
}
