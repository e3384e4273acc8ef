import fs from 'node:fs'
import path from 'node:path'

/** The version of the program that is installed in a folder. */
export function versionIn(installDir: string): string {
  const manifest = JSON.parse(fs.readFileSync(path.join(installDir, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}
