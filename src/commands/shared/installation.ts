import fs from 'node:fs'
import path from 'node:path'

/** The version of the program in a folder, and how it was installed: what the build or the package says, or a clone with its sources. */
export function installed(installDir: string): { readonly version: string; readonly kind: string } {
  const build = path.join(installDir, 'dist', 'build.json')
  const { kind }: { kind?: string } = fs.existsSync(build) ? JSON.parse(fs.readFileSync(build, 'utf8')) : {}
  const own = fs.existsSync(path.join(installDir, 'src')) ? 'clone' : 'npm'
  return { version: versionIn(installDir), kind: kind ?? own }
}

/** The version of the program in a folder, from its package.json. */
export function versionIn(installDir: string): string {
  const { version }: { version: string } = JSON.parse(fs.readFileSync(path.join(installDir, 'package.json'), 'utf8'))
  return version
}
