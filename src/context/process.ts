import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import type { Context, Output } from './context.ts'
import { ExitCode, ReflectError } from './errors.ts'
import { codeOf, randomUuid, writeAll } from '../util/system-calls.ts'

/** The errors of a full disk or an exhausted quota. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])

/** A context before the user's language is known. */
export type ProcessContext = Omit<Context, 'language' | 'words'>

/** The context of this process: its streams, environment, clock and signals. */
export function processContext(installDir: string, codeCache?: Context['codeCache']): ProcessContext {
  // Windows looks for programs in the current folder first, which may be a pack from anywhere. This turns that off, for cmd as well.
  if (process.platform === 'win32') process.env['NoDefaultCurrentDirectoryInExePath'] ??= '1'
  return {
    get stdin() {
      return process.stdin
    },
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    env: process.env,
    platform: process.platform,
    get cwd() {
      return currentFolder()
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
    systemLanguage: () => new Intl.DateTimeFormat().resolvedOptions().locale,
    withTerminalReleased
  }
}

/** The home folder. @throws ReflectError if neither a variable nor the system knows it, as in some containers. */
function homeFolder(): string {
  // `os.homedir` starts with HOME as well, but takes a hundredth of a start.
  const named = process.platform === 'win32' ? undefined : process.env['HOME']
  if (named !== undefined && path.isAbsolute(named)) return named
  try {
    // `os.homedir` would give a HOME that is empty or relative.
    const folder = named === undefined ? os.homedir() : os.userInfo().homedir
    if (path.isAbsolute(folder)) return folder
  } catch {
    // The user has no entry in the system's list.
  }
  throw new ReflectError(({ commands }) => commands.noHome)
}

/** The current folder. @throws ReflectError if it is gone. */
function currentFolder(): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw new ReflectError(({ commands }) => commands.hereGone, { cause })
  }
}

/** The time zone: from TZ, from the link /etc/localtime, else from Intl, whose first use takes longer than a whole start. */
function zone(): string {
  const named = process.env['TZ']?.replace(/^:?(?:\/.*\/zoneinfo\/)?/, '') ?? linkedZone()
  if (named !== undefined && UTC.test(named)) return 'UTC'
  return named !== undefined && ZONE.test(named) && fs.existsSync(`/usr/share/zoneinfo/${named}`)
    ? named
    : (zoneOfIntl() ?? fixedZone(new Date().getTimezoneOffset()))
}

/** The IANA name of a place, such as `Europe/London`. */
const ZONE = /^(?!Etc\/)[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+(?:[/-][A-Z][A-Za-z_]+)*$/

/** The names that Intl replaces by UTC. */
const UTC = /^(?:Etc\/)?(?:UTC|UCT|Universal|Zulu|GMT|Greenwich)$/

/** Undefined if TZ names no zone: then Intl gives, contrary to its types, nothing, `Etc/Unknown`, or `GMT+01:00` for `GMT+1`. */
function zoneOfIntl(): string | undefined {
  const name: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return name === undefined || name === 'Etc/Unknown' || name.includes(':') ? undefined : name
}

/** The IANA name for minutes west of Greenwich: `Etc/GMT+5` is five hours west. UTC if they are not whole hours. */
function fixedZone(west: number): string {
  const hours = west / 60
  if (hours === 0 || !Number.isInteger(hours) || hours < -14 || hours > 12) return 'UTC'
  return `Etc/GMT${hours > 0 ? '+' : ''}${hours}`
}

function linkedZone(): string | undefined {
  try {
    return fs.readlinkSync('/etc/localtime').split('zoneinfo/')[1]
  } catch {
    return undefined
  }
}

/** SIGBREAK is Ctrl-Break on Windows, also where a keyboard reads Ctrl-C; Node does not know it elsewhere. */
const endings = {
  SIGHUP: ExitCode.hangUp,
  SIGINT: ExitCode.interrupted,
  SIGBREAK: ExitCode.interrupted,
  SIGTERM: ExitCode.ended
} as const
const exitHooks = new Set<() => void>()
let listening = false
/** Whether one of Node's output streams was opened: it may hold output that is not written yet. */
let streaming = false

/** Runs every exit hook, also if another one throws: saving words matters more than a tidy terminal. */
function runExitHooks(): void {
  const hooks = [...exitHooks]
  // Only once: hooks write as well, and a broken pipe would run them again.
  exitHooks.clear()
  for (const hook of hooks) {
    try {
      hook()
    } catch {
      // The process ends anyway.
    }
  }
}

/** Reports an uncaught error like any other, after the exit hooks. */
export function onCrash(tell: (error: unknown) => ExitCode): void {
  if (process.listenerCount('uncaughtException') > 0) return
  process.once('uncaughtException', (error) => {
    runExitHooks()
    process.exit(codeAfter(() => tell(error)))
  })
}

/** The exit code of a report; if nothing can be written either, that of a failure. */
function codeAfter(report: () => ExitCode): ExitCode {
  try {
    return report()
  } catch {
    return ExitCode.failed
  }
}

/** How many programs use the terminal at the moment. */
let releases = 0

function endWith(code: ExitCode): void {
  if (code === ExitCode.interrupted && releases > 0) return
  if (code === ExitCode.hangUp) hangUp()
  runExitHooks()
  process.exit(code)
}

/**
 * Handles an error of an output. A reader that has gone (`| head`) ends the program without an error.
 *
 * @throws ReflectError for a full disk, otherwise the error.
 */
function outputFailed(error: unknown): never {
  if (FULL.has(codeOf(error))) throw new ReflectError(({ commands }) => commands.outputFull, { cause: error })
  if (codeOf(error) !== 'EPIPE') throw error
  runExitHooks()
  process.exit(process.exitCode ?? ExitCode.done)
}

/**
 * Ends by SIGHUP after the terminal has gone. `process.exit` would restore the terminal's mode, which makes Node before 24 abort and
 * write typed text into a core dump.
 */
function hangUp(): never {
  runExitHooks()
  if (process.platform !== 'win32' && ![0, 1, 2].every(isNoTerminal)) {
    process.removeAllListeners('SIGHUP')
    process.kill(process.pid, 'SIGHUP')
  }
  process.exit(ExitCode.hangUp)
}

/** The signals of Ctrl-C, Ctrl-\\ and Ctrl-Break, which a terminal sends to every process in it. */
const FROM_KEYS = ['SIGINT', 'SIGQUIT', 'SIGBREAK'] as const

/** Ignores the signals of keys. */
async function withTerminalReleased<T>(work: () => Promise<T>): Promise<T> {
  const ignore = (): void => {}
  for (const signal of FROM_KEYS) process.on(signal, ignore)
  releases += 1
  try {
    return await work()
  } finally {
    releases -= 1
    for (const signal of FROM_KEYS) process.off(signal, ignore)
  }
}

/** Ends the process; at once if no output can be pending, which saves a twentieth of a start. */
export function leave(code: ExitCode): void {
  if (streaming) process.exitCode = code
  else process.exit(code)
}

function onExit(hook: () => void): () => void {
  if (!listening) for (const [signal, code] of Object.entries(endings)) process.on(signal, () => endWith(code))
  listening = true
  exitHooks.add(hook)
  return () => void exitHooks.delete(hook)
}

/** Standard output or error. Files and pipes are written directly, because opening Node's stream takes a tenth of a start. */
function outputOf(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  // Opened by the first write: most commands write to one of the two only.
  let known: Output | undefined
  const output = () => (known ??= isNoTerminal(descriptor) ? directOutput(descriptor) : streamOutput(stream()))
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

function directOutput(descriptor: 1 | 2): Output {
  return {
    write(text) {
      try {
        writeAll(descriptor, typeof text === 'string' ? Buffer.from(text) : text)
      } catch (error) {
        outputFailed(error)
      }
    },
    isTTY: false,
    columns: Infinity,
    rows: 24
  }
}

function streamOutput(stream: NodeJS.WriteStream): Output {
  streaming = true
  stream.on('error', (error) => {
    if (codeOf(error) === 'EIO') hangUp()
    outputFailed(error)
  })
  return {
    write: (text) => stream.write(text),
    get isTTY() {
      return stream.isTTY === true
    },
    get columns() {
      return stream.isTTY === true ? stream.columns || 80 : Infinity
    },
    get rows() {
      return stream.rows || 24
    }
  }
}

/** Whether it is a file, a pipe, a socket (Node's pipe to a child) or /dev/null. On Windows this cannot be known. */
function isNoTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') return false
  try {
    const stats = fs.fstatSync(descriptor)
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === fs.statSync('/dev/null').rdev
  } catch {
    return false
  }
}
