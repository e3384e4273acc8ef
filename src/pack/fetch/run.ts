import { spawn } from 'node:child_process'
import { codeOf } from '../../util/system-calls.ts'
import process from 'node:process'
import { hasGroups, killTree, usageWatch, type Usage } from './process-tree.ts'
import { sizeOf } from './staging.ts'

/** How to run another program, and the limits at which it is killed. */
export interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
  /** Bytes on its standard output. */
  readonly maxOutput?: number
  /** Limits the size of a folder and, except on Windows, the CPU time and the memory (see `MAX_MEMORY`), children of the program included. */
  readonly watched?: { readonly folder: string; readonly maxBytes: number; readonly maxSeconds?: number }
  /** Kills it when aborted. */
  readonly signal?: AbortSignal
}

/** How it ended: by itself, killed at a limit, or not started because it is not installed. */
export type RunResult =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'too-much' | 'too-long' | 'missing' }

const WATCH_INTERVAL_MS = 25
/** For watched programs, in bytes. To fetch a pack, npm needs half of it, git less. */
export const MAX_MEMORY = 160 * 1024 * 1024
/** The end of the standard error that is kept. */
const MAX_STDERR = 16_384

/** Runs a program without a shell and waits until it ends. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { cwd, env, timeoutMs, maxOutput = 64 * 1024 * 1024, signal } = options
  return new Promise((resolve, reject) => {
    // In its own process group: its children can be killed with it, and none can prompt on the terminal.
    const child = spawn(command, args, {
      cwd,
      env,
      detached: hasGroups(process.platform),
      stdio: 'pipe',
      windowsHide: true
    })
    const { pid } = child
    const usage = pid === undefined ? undefined : usageWatch(pid)
    const kill = () => {
      if (pid !== undefined) killTree(pid)
    }
    const chunks: Buffer[] = []
    let stopped: 'too-much' | 'too-long' | undefined
    const stop = (reason: 'too-much' | 'too-long') => {
      stopped ??= reason
      kill()
    }
    signal?.addEventListener('abort', kill)
    let bytes = 0
    let stderr = ''
    child.stdin.on('error', () => {}) // the program may have ended
    child.stdin.end()
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxOutput) stop('too-much')
      else chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-MAX_STDERR)))
    const timeout = setTimeout(() => stop('too-long'), timeoutMs)
    const watch = setInterval(() => exceedsLimits(usage?.(), options) && stop('too-much'), WATCH_INTERVAL_MS)
    const cleanUp = () => {
      clearTimeout(timeout)
      clearInterval(watch)
      signal?.removeEventListener('abort', kill)
    }
    child.on('error', (error) => {
      cleanUp()
      if (['ENOENT', 'EACCES'].includes(codeOf(error))) resolve({ kind: 'missing' })
      else reject(error)
    })
    child.on('close', (code) => {
      cleanUp()
      if (stopped !== undefined) resolve({ kind: stopped })
      else resolve({ kind: 'ended', code: code ?? 1, stdout: Buffer.concat(chunks), stderr })
    })
  })
}

function exceedsLimits(usage: Usage | undefined, { watched }: RunOptions): boolean {
  if (usage === undefined || watched === undefined) return false
  const { memory, seconds } = usage
  return memory > MAX_MEMORY || seconds > (watched.maxSeconds ?? Infinity) || sizeOf(watched.folder) > watched.maxBytes
}
