/** Digests of the sources and of the built code. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { dist, root } from './paths.mjs'

/** Everything that `dist/` is made from. */
export const sources = ['src', 'exercises', 'build', 'bin', 'package.json', 'package-lock.json']

const infoFile = path.join(dist, 'build.json')

export function digestSources() {
  return digestOf(root, sources)
}

/**
 * Writes what the launcher and `isStale` need to know of this build. It is written last: without it, nothing is built.
 *
 * @param sourcesDigest that of the sources when the build started.
 * @param commands the names of commands; each has a code cache of its own.
 */
export function writeBuildInfo(sourcesDigest, commands) {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const code = fs.readdirSync(dist).filter((name) => name.endsWith('.js'))
  const info = { version, code: digestOf(dist, code), sources: sourcesDigest, commands }
  fs.writeFileSync(infoFile, `${JSON.stringify(info)}\n`)
}

/** Whether `dist/` is missing, unfinished, or made from other sources than there are now. */
export function isStale() {
  return !fs.existsSync(infoFile) || JSON.parse(fs.readFileSync(infoFile, 'utf8')).sources !== digestSources()
}

/** A digest of the names and contents of files, and of the files in folders. */
function digestOf(folder, names) {
  const hash = createHash('sha256')
  for (const name of names.flatMap((each) => filesIn(folder, each)).toSorted()) {
    const content = fs.readFileSync(path.join(folder, name))
    hash.update(`${name} ${content.length}\n`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}

/** Paths with forward slashes, so that a digest is the same on every system. */
function filesIn(folder, name) {
  if (!fs.statSync(path.join(folder, name)).isDirectory()) return [name]
  return fs.readdirSync(path.join(folder, name)).flatMap((below) => filesIn(folder, `${name}/${below}`))
}
