/** Archives whose bytes depend on nothing but their files: sorted, with one date, no owner, and a compressor of a fixed version. */
import { gzipSync, zipSync } from 'fflate'
import { Header, Pax } from 'tar'

/**
 * A file of an archive.
 *
 * @typedef {object} ArchiveFile
 * @property {string} path with forward slashes.
 * @property {Uint8Array} bytes
 * @property {boolean} [executable]
 */

/** The date that npm gives every file in a package: 1985-10-26T08:15:00Z. */
const DATE = new Date(499_162_500_000)
const BLOCK = 512

/**
 * @param {readonly ArchiveFile[]} files
 * @returns {Uint8Array} a `.tar.gz`.
 */
export function tarGz(files) {
  return gzipSync(tar(files), { level: 9, mtime: DATE })
}

/**
 * @param {readonly ArchiveFile[]} files
 * @param {object} [more]
 * @param {readonly string[]} [more.folders] those that need a record of their own, as in a Debian package.
 * @param {readonly { path: string, target: string }[]} [more.links] symbolic links.
 * @returns {Uint8Array} a `.tar`.
 */
export function tar(files, { folders = [], links = [] } = {}) {
  const blocks = [
    ...folders.map((folder) => tarHeader({ path: `${folder}/`, mode: 0o755, size: 0, type: 'Directory' })),
    ...sorted(files).flatMap(({ path, bytes, executable }) => [
      tarHeader({ path, mode: executable ? 0o755 : 0o644, size: bytes.length, type: 'File' }),
      bytes,
      Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)
    ]),
    ...links.map(({ path, target }) =>
      tarHeader({ path, linkpath: target, mode: 0o777, size: 0, type: 'SymbolicLink' })
    )
  ]
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)])
}

function tarHeader(fields) {
  const all = { uid: 0, gid: 0, uname: 'root', gname: 'root', mtime: DATE, ...fields }
  const block = Buffer.alloc(BLOCK)
  // A path that is too long for a header has a record before it.
  return new Header(all).encode(block, 0) ? Buffer.concat([new Pax({ path: fields.path }).encode(), block]) : block
}

/** The attributes of a regular file on Unix, in the upper half of the field: unpackers there make it executable. */
const EXECUTABLE = 0o100755
const PLAIN = 0o100644
const UNIX = 3

/**
 * @param {readonly ArchiveFile[]} files
 * @returns {Uint8Array} a `.zip`.
 */
export function zip(files) {
  // A zip holds a local date without a zone: the same digits everywhere.
  const mtime = new Date(1985, 9, 26, 8, 15)
  const entries = sorted(files).map(({ path, bytes, executable }) => [
    path,
    [bytes, { level: 9, mtime, os: UNIX, attrs: ((executable ? EXECUTABLE : PLAIN) << 16) >>> 0 }]
  ])
  return zipSync(Object.fromEntries(entries))
}

function sorted(files) {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
