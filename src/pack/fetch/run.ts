import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import os from 'node:os'
import process from 'node:process'
import { sizeOf } from './staging.ts'
import { usageOf } from './resource-limits.ts'

/** How another program is run. */
export interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What is written to its standard input; without it there is none. */
  readonly input?: string
  /** Milliseconds until it is stopped. */
  readonly patience: number
  /** Bytes of output until it is stopped. */
  readonly most?: number
  /** The folder that it fills, and bytes in there until it is stopped; so it is if it takes much memory, or computes for long. */
  readonly watched?: { readonly folder: string; readonly most: number; readonly seconds?: number }
  /** Has it stopped when what it is run for is given up. */
  readonly signal?: AbortSignal
}

/** How it ended: by itself, stopped by one of the limits, or not at all because it is not installed. */
export type Ran =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'too-much' | 'too-long' | 'missing' }

const LOOK_EVERY = 25
/** What a watched program may hold in memory, with all that it has started: npm takes half of it for a pack, git less. */
const MOST_MEMORY = 160 * 1024 * 1024

/** Runs a program without a shell, and waits for its end. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, env, input, patience, most = 64 * 1024 * 1024, signal } = options
  return new Promise((resolve, reject) => {
    // In a group of its own, so that what it starts can be stopped with it; and without a terminal to ask on.
    const child = spawn(command, args, { cwd, env, detached: HAS_GROUPS, stdio: 'pipe', windowsHide: true })
    const chunks: Buffer[] = []
    let stopped: 'too-much' | 'too-long' | undefined
    const stop = (why: 'too-much' | 'too-long') => {
      stopped ??= why
      killAll(child)
    }
    const giveUp = () => killAll(child)
    signal?.addEventListener('abort', giveUp)
    let bytes = 0
    let stderr = ''
    child.stdin.on('error', () => {}) // it may end before it has read everything
    child.stdin.end(input)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > most) stop('too-much')
      else chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-16_384)))
    const clock = setTimeout(() => stop('too-long'), patience)
    const look = setInterval(() => takesTooMuch(child, options) && stop('too-much'), LOOK_EVERY)
    const settle = () => {
      clearTimeout(clock)
      clearInterval(look)
      signal?.removeEventListener('abort', giveUp)
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      settle()
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ kind: 'missing' })
      else reject(error)
    })
    child.on('close', (code) => {
      settle()
      if (stopped !== undefined) resolve({ kind: stopped })
      else resolve({ kind: 'ended', code: code ?? 1, stdout: Buffer.concat(chunks), stderr })
    })
  })
}

function takesTooMuch({ pid }: ChildProcess, { watched }: RunOptions): boolean {
  if (pid === undefined || watched === undefined) return false
  const { memory, seconds } = usageOf(pid)
  return memory > MOST_MEMORY || seconds > (watched.seconds ?? Infinity) || sizeOf(watched.folder) > watched.most
}

const HAS_GROUPS = os.platform() !== 'win32'

/** Ends a program at once, and all that it has started where the system knows of that. */
function killAll(child: ChildProcess): void {
  try {
    if (HAS_GROUPS && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
