import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'

/** A program that is not ours and may not be here: its path, or undefined, and then the tests that need it are skipped. */
export function programHere(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((dir) => path.join(dir, name))).find((file) => fs.existsSync(file))
}

/** Why a test is skipped, for its name; nothing where it is not. */
export function unless(name: string, program: string | undefined): string {
  return program === undefined ? ` (skipped: ${name} is not installed)` : ''
}

/** A file in a folder of its own, which is gone when the test has finished. */
export function temporaryFile(name: string, bytes: string | Uint8Array): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-file-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
  const file = path.join(dir, name)
  fs.writeFileSync(file, bytes)
  return file
}
