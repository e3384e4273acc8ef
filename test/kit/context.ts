import { PassThrough } from 'node:stream'
import path from 'node:path'
import process from 'node:process'
import { inject } from 'vitest'
import type { Context } from '../../src/context/context.ts'
import { english } from '../../src/words/index.ts'

/** The context of a run without a terminal, and what the run wrote. */
export interface TestContext extends Context {
  readonly stdin: PassThrough & { isTTY: boolean }
  readonly said: { readonly stdout: string; readonly stderr: string }
}

/** A context whose settings, packs and journal are in a folder. The installed program is the source. */
export function contextIn(dir: string, env: Readonly<Record<string, string>> = {}): TestContext {
  const written = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] }
  const output = (to: 'stdout' | 'stderr') => ({
    write: (text: string | Uint8Array) => written[to].push(Buffer.from(text)),
    isTTY: false,
    columns: Infinity,
    rows: 24
  })
  return {
    said: {
      get stdout() {
        return Buffer.concat(written.stdout).toString()
      },
      get stderr() {
        return Buffer.concat(written.stderr).toString()
      }
    },
    stdin: Object.assign(new PassThrough(), { isTTY: false }),
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: dir,
      REFLECT_HOME: path.join(dir, 'home'),
      REFLECT_JOURNAL: path.join(dir, 'journal'),
      ...env
    },
    platform: process.platform,
    cwd: dir,
    homeDir: dir,
    installDir: inject('installDir'),
    now: () => new Date('2026-11-23T19:02:27Z'),
    zone: () => 'Europe/London',
    uuid: () => crypto.randomUUID(),
    onExit: () => () => {},
    systemLanguage: () => 'en-GB',
    language: 'en-GB',
    withTerminalReleased: (work) => work(),
    words: english
  }
}
