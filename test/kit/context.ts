import { PassThrough } from 'node:stream'
import path from 'node:path'
import process from 'node:process'
import type { Context } from '../../src/context.ts'
import { english } from '../../src/words/index.ts'

/** The context of a run in a folder, with nobody at the keyboard, and what was written. */
export interface TestContext extends Context {
  readonly said: { readonly stdout: string; readonly stderr: string }
}

/** A context whose settings, packs and journal are in a folder; the program that is installed is this one. */
export function contextIn(dir: string, env: Readonly<Record<string, string>> = {}): TestContext {
  const said = { stdout: '', stderr: '' }
  const output = (to: 'stdout' | 'stderr') => ({
    write: (text: string) => (said[to] += text),
    isTTY: false,
    columns: 80,
    rows: 24
  })
  return {
    said,
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
    installDir: path.join(import.meta.dirname, '..', '..'),
    now: () => new Date('2026-11-23T19:02:27Z'),
    zone: () => 'Europe/London',
    uuid: () => crypto.randomUUID(),
    onEnd: () => () => {},
    language: 'en-GB',
    lent: (work) => work(),
    words: english
  }
}
