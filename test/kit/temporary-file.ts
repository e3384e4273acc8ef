import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A file in a folder of its own, which is gone when the test has finished. */
export function temporaryFile(name: string, bytes: string | Uint8Array): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-file-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
  const file = path.join(dir, name)
  fs.writeFileSync(file, bytes)
  return file
}
