import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { inject, onTestFinished } from 'vitest'
import { run, withLanguage } from '../../src/main.ts'
import { contextIn } from './context.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** A folder for the code cache of the built program, shared by all tests, so that it does not appear in their homes. */
const XDG_CACHE_HOME = path.join(root, 'node_modules', '.cache')

/**
 * The launcher of the built program.
 *
 * @throws if there is no build, or if it was made from other sources.
 */
export function launcher(): string {
  if (inject('isStale')) throw new Error('dist is missing or older than its source: run "npm run build"')
  return path.join(root, 'bin', 'reflect.js')
}

/** What a run left behind. */
interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A home of its own for one test: settings and journal in a temporary folder. */
export interface Home {
  readonly dir: string
  readonly journal: string
  readonly env: Record<string, string>
  /** Runs the program from its source, in this process and without a terminal, with this input. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>
  /** The same with the built program in a process: for signals, pipes, exits, time zones and certificates. */
  spawn(args: readonly string[], options?: RunOptions): Promise<Ran>
}

interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** A new home, removed when the test has finished. */
export function newHome(): Home {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-test-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
  const journal = path.join(dir, 'journal')
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: dir,
    // The home on Windows.
    USERPROFILE: dir,
    XDG_CACHE_HOME,
    REFLECT_HOME: path.join(dir, 'home'),
    REFLECT_JOURNAL: journal,
    LANG: 'en_GB.UTF-8',
    TZ: 'Europe/London'
  }
  return {
    dir,
    journal,
    env,
    run(args, options) {
      const names = Object.keys(options?.env ?? {}).filter((name) => READ_BY_NODE.has(name))
      if (names.length > 0) throw new Error(`Node reads ${names.join(', ')}: use spawn`)
      return ranHere(args, dir, { ...options, env: { ...env, ...options?.env } })
    },
    spawn: (args, options) => spawned(args, dir, { ...options, env: { ...env, ...options?.env } })
  }
}

/** Variables that Node itself reads, which a run in this process cannot change. */
const READ_BY_NODE = new Set(['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'TMPDIR', 'TZ'])

async function ranHere(args: readonly string[], dir: string, { input = '', env }: RunOptions): Promise<Ran> {
  const context = { ...contextIn(dir, env), now: () => new Date() }
  context.stdin.end(input)
  const code = await run(args, withLanguage(context, args))
  return { code, ...context.said }
}

function spawned(args: readonly string[], cwd: string, { input = '', env }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher(), ...args], { env, cwd })
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      return () => Buffer.concat(chunks).toString('utf8')
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout: stdout?.() ?? '', stderr: stderr?.() ?? '' }))
    child.stdin.on('error', () => {}) // the program may end before it has read everything
    child.stdin.end(input)
  })
}

/** A text with its paths as they are on other systems than Windows. */
export function withSlashes(text: string): string {
  return text.replaceAll(path.sep, '/')
}

/** Every file below a folder, by relative path with forward slashes. */
export function filesBelow(dir: string): string[] {
  return fs.existsSync(dir)
    ? fs
        .readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((item) => item.isFile())
        .map((item) => withSlashes(path.relative(dir, path.join(item.parentPath, item.name))))
    : []
}

/** The id of the entry that was finished last. */
export async function lastId(home: Home): Promise<string> {
  const { stdout } = await home.run(['show', 'last', '--json'])
  const { id }: { id: string } = JSON.parse(stdout)
  return id
}

/** An entry's JSON without what differs between two sittings in which the same was said. */
export function withoutTimes(json: string): object {
  const { id: _id, file: _file, started: _started, finished: _finished, ...rest } = JSON.parse(json)
  return rest
}
