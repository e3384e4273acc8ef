import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import { isWindows } from '../../kit/needs.ts'

/** A new temporary folder. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'reflect-journal-'))
}

/** Bundles a TypeScript script for `run`. In its imports, `SRC/` means the source folder. Returns the file. */
export async function script(source: string): Promise<string> {
  const outfile = join(freshFolder(), 'script.mjs')
  const contents = source.replaceAll('SRC/', `${join(import.meta.dirname, '../../../src')}/`)
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Bundled CommonJS asks for Node's own modules in its way.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
    logLevel: 'error',
    outfile
  })
  return outfile
}

/** The result of a process. */
export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** Whether a process killed itself. On Windows, only the code 1 says so. */
export function isKilled({ code, signal }: Ran): boolean {
  return isWindows ? code === 1 : signal === 'SIGKILL'
}

/** Runs a script, or another command, in a process and waits for its end. */
export async function run(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
  command = process.execPath
): Promise<Ran> {
  const child = spawn(command, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const [[code, signal], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, signal, out, err }
}
