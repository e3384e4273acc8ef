/**
 * Makes the portable archives in `out/`: the program with its own Node.js, for computers on which nothing is installed.
 *
 *     npm run portable [-- TARGET …]
 */
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { root } from '../paths.mjs'
import { tarGz, zip } from './archives.mjs'
import { nodeFor, nodeVersion, targets } from './nodes.mjs'
import { manifest, programFiles, textOf } from './program.mjs'
import { sbom, sha256 } from './sbom.mjs'
import { startPage } from './start-page.mjs'

/** Where archives and packages are written. */
export const out = path.join(root, 'out')

/**
 * The files of an archive, below one folder.
 *
 * @param {import('./nodes.mjs').Target} target
 * @param {{ binary: Uint8Array, licence: Uint8Array }} node
 * @returns {import('./archives.mjs').ArchiveFile[]}
 */
export function portableFiles(target, node) {
  const program = programFiles('portable')
  const bill = sbom({ name: target.package, version: nodeVersion, integrity: target.integrity })
  const files = [
    ...program.map((file) => ({ ...file, path: `app/${file.path}` })),
    { path: `node/node${target.platform === 'win32' ? '.exe' : ''}`, bytes: node.binary, executable: true },
    { path: 'node/LICENSE', bytes: node.licence },
    { path: 'LICENSE', bytes: Buffer.from(textOf('LICENSE')) },
    { path: 'sbom.cdx.json', bytes: Buffer.from(bill) },
    ...startFiles(target)
  ]
  return files.map((file) => ({ ...file, path: `${folderOf(target)}/${file.path}` }))
}

function startFiles({ platform }) {
  const isWindows = platform === 'win32'
  const { markdown, html } = startPage(isWindows ? 'windows' : platform === 'darwin' ? 'macos' : 'linux')
  const pages = [
    { path: 'START-HERE.md', bytes: Buffer.from(isWindows ? withWindowsLines(markdown) : markdown) },
    { path: 'START-HERE.html', bytes: Buffer.from(html) }
  ]
  if (isWindows) return [...pages, { path: 'reflect.cmd', bytes: launcher('reflect.cmd', withWindowsLines) }]
  const script = { bytes: launcher('reflect.sh'), executable: true }
  // Finder opens a file of this name in Terminal; a desktop on Linux needs a file that describes the command.
  const icon =
    platform === 'darwin'
      ? { path: 'reflect.command', ...script }
      : { path: 'reflect.desktop', bytes: launcher('reflect.desktop'), executable: true }
  return [...pages, { path: 'reflect', ...script }, icon]
}

function launcher(name, change = (text) => text) {
  return Buffer.from(change(textOf(`build/release/launchers/${name}`)))
}

/** cmd.exe misreads labels in files with other line ends, and old Notepads show one line. */
function withWindowsLines(text) {
  return text.replaceAll('\n', '\r\n')
}

function folderOf(target) {
  return `reflect-${manifest.version}-${target.name}`
}

/** Writes the archives of these targets, and returns their names. @throws Error as `nodeFor`. */
export function writePortable(wanted = targets) {
  fs.mkdirSync(out, { recursive: true })
  return wanted.map((target) => {
    const files = portableFiles(target, nodeFor(target))
    const isZip = target.platform === 'win32'
    const name = `${folderOf(target)}.${isZip ? 'zip' : 'tar.gz'}`
    const archive = isZip ? zip(files) : tarGz(files)
    fs.writeFileSync(path.join(out, name), archive)
    console.log(`${sha256(archive)}  ${name}  ${(archive.length / 1e6).toFixed(1)} MB`)
    return name
  })
}

/** Writes the checksums of all files in `out/`, in the form that `sha256sum --check` reads. */
export function writeChecksums() {
  const files = fs.readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map(({ name }) => name).filter((name) => name !== 'SHA256SUMS')
  const lines = names.toSorted().map((name) => `${sha256(fs.readFileSync(path.join(out, name)))}  ${name}\n`)
  fs.writeFileSync(path.join(out, 'SHA256SUMS'), lines.join(''))
}

function chosenTargets(names) {
  const unknown = names.find((name) => !targets.some((target) => target.name === name))
  if (unknown !== undefined)
    throw new Error(`There is no target ${unknown}. There are: ${targets.map(({ name }) => name).join(', ')}`)
  return names.length === 0 ? targets : targets.filter(({ name }) => names.includes(name))
}

if (process.argv[1] === import.meta.filename) {
  try {
    writePortable(chosenTargets(process.argv.slice(2)))
    writeChecksums()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
