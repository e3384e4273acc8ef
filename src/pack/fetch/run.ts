import { spawn } from 'node:child_process'

/** How another program is run. */
export interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds until it is stopped. */
  readonly patience: number
  /** Bytes of output until it is stopped. */
  readonly most?: number
  /** Asked now and then while it runs; true has it stopped. */
  readonly isTooMuch?: () => boolean
}

/** How it ended: by itself, stopped by one of the limits, or not at all because it is not installed. */
export type Ran =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'too-much' | 'too-long' | 'missing' }

const LOOK_EVERY = 200

/** Runs a program without a shell and without an input, and waits for its end. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, env, patience, most = 64 * 1024 * 1024, isTooMuch } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const chunks: Buffer[] = []
    let stopped: 'too-much' | 'too-long' | undefined
    const stop = (why: 'too-much' | 'too-long') => {
      stopped ??= why
      child.kill('SIGKILL')
    }
    let bytes = 0
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > most) stop('too-much')
      else chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-16_384)))
    const clock = setTimeout(() => stop('too-long'), patience)
    const look = setInterval(() => isTooMuch?.() === true && stop('too-much'), LOOK_EVERY)
    const settle = () => {
      clearTimeout(clock)
      clearInterval(look)
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      settle()
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ kind: 'missing' })
      else reject(error)
    })
    child.on('close', (code) => {
      settle()
      resolve(
        stopped === undefined
          ? { kind: 'ended', code: code ?? 1, stdout: Buffer.concat(chunks), stderr }
          : { kind: stopped }
      )
    })
  })
}
