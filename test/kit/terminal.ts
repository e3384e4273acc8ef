import process from 'node:process'
import { spawn } from '@lydell/node-pty'
import headless from '@xterm/headless'
import { onTestFinished, vi } from 'vitest'
import { isWindows } from './needs.ts'

/** A program in a real terminal whose screen can be looked at. */
export interface TestTerminal {
  /** What stands on the screen, rows joined by line feeds, without empty rows at the end. */
  screen(): string
  /** The scrollback too. */
  everything(): string
  /** Everything that the program wrote, as it wrote it. */
  written(): string
  type(keys: string | Buffer): void
  resize(columns: number, rows: number): void
  /** Puts something on the screen that the program has not written. */
  show(text: string): Promise<void>
  /** Closes the terminal's window. */
  close(): void
  /** Waits until the screen holds some words, or fits a rule. Checks it after each change, but never half a frame. */
  until(what: string | ((screen: string) => boolean)): Promise<string>
  /** How the program ended. */
  readonly ended: Promise<{ exitCode: number; signal?: number }>
}

/** How long anything may take, on a busy machine too. Milliseconds. */
const PATIENCE = 25_000

interface TerminalOptions {
  readonly columns?: number
  readonly rows?: number
  readonly env?: Record<string, string>
  /** What is run, if not Node. */
  readonly command?: string
}

/** Runs Node on a file, or another command, in a terminal of its own, which is closed when the test has finished. */
export function openTerminal(
  args: readonly string[],
  { columns = 80, rows = 24, env = {}, command = process.execPath }: TerminalOptions = {}
): TestTerminal {
  const size = { cols: columns, rows }
  const screen = new headless.Terminal({ ...size, allowProposedApi: true, scrollback: 5000 })
  const inherited = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    LANG: 'en_GB.UTF-8',
    TERM: 'xterm-256color',
    // The screen is that of VS Code.
    TERM_PROGRAM: 'vscode'
  }
  const pty = spawn(command, [...args], { ...size, env: { ...inherited, ...env } })
  let raw = ''
  const checks = new Set<() => void>()
  screen.onData((answer) => pty.write(answer))
  pty.onData((data) => {
    raw += data
    screen.write(data, () => checks.forEach((check) => check()))
  })
  onTestFinished(() => {
    // Windows has no signals.
    pty.kill(isWindows ? undefined : 'SIGKILL')
    screen.dispose()
  })
  const lines = (from: number) => {
    const { active } = screen.buffer
    const all = Array.from(
      { length: active.length - from },
      (_, row) => active.getLine(from + row)?.translateToString(true) ?? ''
    )
    return all.join('\n').trimEnd()
  }
  const shown = () => lines(screen.buffer.active.baseY)
  return {
    screen: shown,
    everything: () => lines(0),
    written: () => raw,
    // Bytes are written as they are, which the types do not say.
    type: (keys) => pty.write(keys as string),
    resize(width, height) {
      screen.resize(width, height)
      pty.resize(width, height)
    },
    show: (text) => new Promise((resolve) => screen.write(text, resolve)),
    // What is left out of the types hangs up the line, as a terminal does whose window is closed.
    close: () => (pty as unknown as { destroy(): void }).destroy(),
    until(what) {
      const holds = typeof what === 'string' ? (text: string) => text.includes(what) : what
      return new Promise((resolve, reject) => {
        const check = () => {
          if (screen.modes.synchronizedOutputMode || !holds(shown())) return
          clearTimeout(limit)
          checks.delete(check)
          resolve(shown())
        }
        const limit = setTimeout(
          () => reject(new Error(`Not on the screen: ${String(what)}. It shows:\n${shown()}`)),
          PATIENCE
        )
        checks.add(check)
        check()
      })
    },
    ended: new Promise((resolve) => {
      // Once all that it wrote is on the screen.
      pty.onExit(({ exitCode, signal }) =>
        screen.write('', () => resolve(signal === undefined ? { exitCode } : { exitCode, signal }))
      )
    })
  }
}

/** Waits until a process is no more. */
export async function gone(pid: number): Promise<void> {
  await vi.waitUntil(() => !isAlive(pid), { interval: 5, timeout: 25_000 })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
