import fs from 'node:fs'
import os from 'node:os'
import process from 'node:process'
import type { Context, Output } from './context.ts'
import { ExitCode, ReflectError } from './errors.ts'
import { randomUuid } from '../util/random.ts'

/** What is said of a disk, or a share of it, that takes no more. */
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT'])

/** A context before it is known in which language it speaks. */
export type ProcessContext = Omit<Context, 'language' | 'words'>

/** The context that is this process: its streams, environment, clock and signals. */
export function processContext(installDir: string, codeCache?: Context['codeCache']): ProcessContext {
  return {
    get stdin() {
      return process.stdin
    },
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    env: process.env,
    platform: process.platform,
    get cwd() {
      return here()
    },
    get homeDir() {
      return homeFolder()
    },
    installDir,
    codeCache,
    now: () => new Date(),
    zone,
    uuid: randomUuid,
    onExit,
    withTerminalReleased
  }
}

/** The home folder. @throws ReflectError if neither a variable nor the system knows it, as in some containers. */
function homeFolder(): string {
  // The module looks there first, too, and takes a hundredth of a start.
  const named = process.platform !== 'win32' && process.env['HOME']
  if (named) return named
  try {
    const folder = os.homedir()
    if (folder !== '') return folder
  } catch {
    // The user has no entry in the system's list.
  }
  throw new ReflectError(({ commands }) => commands.noHome)
}

/** Where the program was called. @throws ReflectError if that is gone. */
function here(): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw new ReflectError(({ commands }) => commands.hereGone, { cause })
  }
}

/**
 * The zone as the system names it, in TZ or by what its local time is a link to; only where it does not is Intl asked,
 * whose first use takes longer than a whole start.
 */
function zone(): string {
  const named = process.env['TZ']?.replace(/^:/, '') ?? linkedZone()
  if (named !== undefined && UTC.test(named)) return 'UTC'
  return named !== undefined && ZONE.test(named) && fs.existsSync(`/usr/share/zoneinfo/${named}`)
    ? named
    : (zoneOfIntl() ?? 'UTC')
}

/** An IANA name with a place in it, such as `Europe/London`. */
const ZONE = /^(?!Etc\/)[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+(?:[/-][A-Z][A-Za-z_]+)*$/

/** The names of UTC that Intl has one name for. */
const UTC = /^(?:Etc\/)?(?:UTC|UCT|Universal|Zulu|GMT|Greenwich)$/

/** Nothing where TZ names a zone that there is not: the types of Intl do not know of it. */
function zoneOfIntl(): string | undefined {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function linkedZone(): string | undefined {
  try {
    return fs.readlinkSync('/etc/localtime').split('zoneinfo/')[1]
  } catch {
    return undefined
  }
}

const endings = { SIGHUP: ExitCode.hangUp, SIGINT: ExitCode.interrupted, SIGTERM: ExitCode.ended } as const
const exitHooks = new Set<() => void>()
let listening = false
/** Whether one of Node's own output streams was opened, which may hold what is not written yet. */
let streaming = false

/** Every last thing is done, whatever another of them throws: a word not yet on disk comes before a tidy terminal. */
function runExitHooks(): void {
  const things = [...exitHooks]
  // Once: the last things write, too, and may be told that nobody reads.
  exitHooks.clear()
  for (const last of things) {
    try {
      last()
    } catch {
      // There is nobody left to tell.
    }
  }
}

/** An error that nobody caught is told as any other, after the last things. */
export function onCrash(tell: (error: unknown) => ExitCode): void {
  if (process.listenerCount('uncaughtException') > 0) return
  process.once('uncaughtException', (error) => {
    runExitHooks()
    process.exit(tell(error))
  })
}

/** Programs that have the terminal at the moment. */
let releases = 0

function endBy(code: ExitCode): void {
  if (code === ExitCode.interrupted && releases > 0) return
  if (code === ExitCode.hangUp) hangUp()
  runExitHooks()
  process.exit(code)
}

/**
 * Output is not taken. Where its reader has gone (`| head`), there is nothing more to say, and nothing went wrong.
 *
 * @throws ReflectError for a full disk, and whatever else it was as it is.
 */
function endRefused(error: NodeJS.ErrnoException): never {
  if (FULL.has(error.code)) throw new ReflectError(({ commands }) => commands.outputFull, { cause: error })
  if (error.code !== 'EPIPE') throw error
  runExitHooks()
  process.exit(process.exitCode ?? ExitCode.done)
}

/**
 * The terminal has gone, and the signal that says so ends us: at an exit Node puts the terminal back, and versions before 24
 * abort where it is no more, which leaves what was typed in an image of the memory.
 */
function hangUp(): never {
  runExitHooks()
  if (process.platform !== 'win32' && ![0, 1, 2].every(isPlainly)) {
    process.removeAllListeners('SIGHUP')
    process.kill(process.pid, 'SIGHUP')
  }
  process.exit(ExitCode.hangUp)
}

/** The terminal sends Ctrl-C and Ctrl-\\ to all that run in it; whoever does not listen for them ends. */
async function withTerminalReleased<T>(work: () => Promise<T>): Promise<T> {
  const ignore = (): void => {}
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.on(signal, ignore)
  releases += 1
  try {
    return await work()
  } finally {
    releases -= 1
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.off(signal, ignore)
  }
}

/** Ends the process: at once where nothing can still be on its way out, which is a twentieth of a start quicker. */
export function leave(code: ExitCode): void {
  if (streaming) process.exitCode = code
  else process.exit(code)
}

function onExit(last: () => void): () => void {
  if (!listening) for (const [signal, code] of Object.entries(endings)) process.on(signal, () => endBy(code))
  listening = true
  exitHooks.add(last)
  return () => void exitHooks.delete(last)
}

/**
 * Standard output or error. What is surely no terminal is written to directly: opening Node's stream for
 * it takes a tenth of a start.
 */
function outputOf(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  // Most starts say nothing on one of the two.
  let known: Output | undefined
  const output = () => (known ??= isPlainly(descriptor) ? plainOutput(descriptor) : streamOutput(stream()))
  return {
    write: (text) => output().write(text),
    get isTTY() {
      return output().isTTY
    },
    get columns() {
      return output().columns
    },
    get rows() {
      return output().rows
    }
  }
}

function plainOutput(descriptor: 1 | 2): Output {
  return {
    write: (text) => writeAll(descriptor, typeof text === 'string' ? Buffer.from(text) : text),
    isTTY: false,
    columns: 80,
    rows: 24
  }
}

function streamOutput(stream: NodeJS.WriteStream): Output {
  streaming = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EIO') hangUp()
    endRefused(error)
  })
  return {
    write: (text) => stream.write(text),
    get isTTY() {
      return stream.isTTY === true
    },
    get columns() {
      return stream.columns || 80
    },
    get rows() {
      return stream.rows || 24
    }
  }
}

/** A file, a pipe, a socket (what Node gives its children as a pipe) or nothing at all; Windows' descriptors do not tell. */
function isPlainly(descriptor: number): boolean {
  if (process.platform === 'win32') return false
  try {
    const stats = fs.fstatSync(descriptor)
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === fs.statSync('/dev/null').rdev
  } catch {
    return false
  }
}

/** Writes all of it, however slowly a pipe that was set not to block takes it. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    try {
      done += fs.writeSync(descriptor, bytes, done)
    } catch (error) {
      if (!isSystemError(error)) throw error
      if (error.code !== 'EAGAIN') endRefused(error)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}
