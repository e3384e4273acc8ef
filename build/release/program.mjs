/** The files of the program itself, as every kind of package has them. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { root } from '../paths.mjs'

/** The name, version, licence and so on of the program. */
export const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

/** The paths of what npm would publish. */
let published

/**
 * What npm would publish. It must be built.
 *
 * @param {string} kind how a copy with these files was installed; the program says how to update it.
 * @returns {import('./archives.mjs').ArchiveFile[]} paths relative to the program's folder.
 */
export function programFiles(kind) {
  published ??= publishedPaths()
  return published.map((name) => {
    const bytes = fs.readFileSync(path.join(root, name))
    return { path: name, bytes: name === 'dist/build.json' ? withKind(bytes, kind) : bytes }
  })
}

function publishedPaths() {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32'
  })
  const [{ files }] = JSON.parse(output)
  return files.map((file) => file.path)
}

function withKind(bytes, kind) {
  return Buffer.from(`${JSON.stringify({ ...JSON.parse(bytes), kind })}\n`)
}

/** A text of the project, by its path. */
export function textOf(name) {
  return fs.readFileSync(path.join(root, name), 'utf8')
}
