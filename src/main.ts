import os from 'node:os'
import process from 'node:process'
import { randomUUID } from 'node:crypto'
import type { Context } from './context.ts'
import { ExitCode, ReflectError } from './errors.ts'
import { english } from './words/index.ts'

/** What the launcher hands over: the arguments after the program's name, and where the program is installed. */
export interface Launch {
  readonly args: readonly string[]
  readonly installDir: string
  /** What stands in for parts of the process, when the build runs the program. */
  readonly context?: Partial<Context>
}

/** Runs the program on this process's streams and gives the exit code. Never throws. */
export async function main({ args, installDir, context }: Launch): Promise<ExitCode> {
  const own = processContext(installDir)
  return run(args, context === undefined ? own : { ...own, ...context })
}

/** Runs one command line in a context; the one place where errors become sentences and exit codes. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const { runProgram } = await import('./program.ts')
    return await runProgram(args, context)
  } catch (error) {
    return await report(error, context)
  }
}

async function report(error: unknown, context: Context): Promise<ExitCode> {
  const { visible } = await import('./terminal/width.ts')
  const debug = context.env['DEBUG'] === 'reflect'
  const known = error instanceof ReflectError
  const message = known
    ? error.message
    : context.words.commands.unexpected(error instanceof Error ? error.message : String(error))
  // It may quote a title, a path or a line of somebody else's file.
  if (message !== '') context.stderr.write(`${visible(message, { newlines: true })}\n`)
  if (debug && error instanceof Error) context.stderr.write(`${error.stack ?? ''}\n`)
  return known ? error.exitCode : ExitCode.failed
}

/** The reader of our output has gone (`| head`): nothing more to say, and nothing went wrong. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit(process.exitCode ?? ExitCode.done)
  throw error
}

function processContext(installDir: string): Context {
  return {
    get stdin() {
      return process.stdin
    },
    stdout: outputOf(() => process.stdout),
    stderr: outputOf(() => process.stderr),
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    homeDir: os.homedir(),
    installDir,
    now: () => new Date(),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    uuid: () => randomUUID(),
    onEnd,
    words: english
  }
}

const endings = { SIGHUP: ExitCode.hangUp, SIGINT: ExitCode.interrupted, SIGTERM: ExitCode.ended } as const
const lastThings = new Set<() => void>()
let listening = false

/** Every last thing is done, whatever another of them throws: a word not yet on disk comes before a tidy terminal. */
function end(code: ExitCode): never {
  for (const last of lastThings) {
    try {
      last()
    } catch {
      // There is nobody left to tell.
    }
  }
  process.exit(code)
}

function onEnd(last: () => void): () => void {
  if (!listening) for (const [signal, code] of Object.entries(endings)) process.once(signal, () => end(code))
  listening = true
  lastThings.add(last)
  return () => void lastThings.delete(last)
}

/** A stream of the process, which is opened only when something asks for it. */
function outputOf(stream: () => NodeJS.WriteStream): Context['stdout'] {
  let opened: NodeJS.WriteStream | undefined
  const open = () => (opened ??= stream().on('error', endQuietly))
  return {
    write: (text) => open().write(text),
    get isTTY() {
      return open().isTTY === true
    },
    get columns() {
      return open().columns ?? 80
    },
    get rows() {
      return open().rows ?? 24
    }
  }
}
