/** Writes a Debian package: https://www.debian.org/doc/debian-policy/ and deb(5). No tool of Debian is needed. */
import { createHash } from 'node:crypto'
import { tar } from '../archives.mjs'
import { textOf } from '../program.mjs'
import { about, descriptionLines, gzipped, maintainer, systemFiles } from './description.mjs'

/** @returns {{ name: string, bytes: Uint8Array }} */
export function debPackage() {
  const { files: program, links } = systemFiles('deb')
  const files = [
    ...program,
    { path: 'usr/share/doc/reflect/copyright', bytes: Buffer.from(copyright()) },
    { path: 'usr/share/doc/reflect/changelog.gz', bytes: gzipped(changelog()) },
    { path: 'usr/share/doc/reflect/CHANGELOG.md.gz', bytes: gzipped(textOf('CHANGELOG.md')) }
  ]
  const data = tar(prefixed(files), { links: prefixed(links), folders: foldersOf([...files, ...links]) })
  const control = tar(
    prefixed([
      { path: 'control', bytes: Buffer.from(controlFile(files)) },
      { path: 'md5sums', bytes: Buffer.from(files.map(md5Line).join('')) }
    ])
  )
  const bytes = ar([
    { name: 'debian-binary', bytes: Buffer.from('2.0\n') },
    { name: 'control.tar.gz', bytes: gzipped(control) },
    { name: 'data.tar.gz', bytes: gzipped(data) }
  ])
  return { name: `${about.name}_${about.version}_all.deb`, bytes }
}

function controlFile(files) {
  const kilobytes = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024)
  return `Package: ${about.name}
Version: ${about.version}
Section: education
Priority: optional
Architecture: all
Depends: nodejs (>= ${about.node})
Installed-Size: ${kilobytes}
Maintainer: ${maintainer()}
Description: ${about.summary}
${descriptionLines(78)
  .map((line) => ` ${line}\n`)
  .join('')}`
}

/** Debian's own form has a heading for each version. What changed is in the file beside it. */
function changelog() {
  return `${about.name} (${about.version}) unstable; urgency=medium

  * See CHANGELOG.md.gz.

 -- ${maintainer()}  Sat, 26 Oct 1985 08:15:00 +0000
`
}

/** In the form of https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/. */
function copyright() {
  const [, mit] = /^(MIT License\n[^]*)$/m.exec(textOf('LICENSE'))
  const indented = (text) =>
    text
      .trim()
      .split('\n')
      .map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`))
      .join('\n')
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${about.name}

Files: *
Copyright: The reflect contributors
License: MIT

Files: usr/share/reflect/exercises/*
Copyright: The reflect contributors
License: CC-BY-4.0

License: MIT
${indented(mit.replace(/^MIT License\n/, ''))}

License: CC-BY-4.0
 The legal code is at https://creativecommons.org/licenses/by/4.0/legalcode
 .
 The licences of the packages that are part of the program are in
 /usr/share/reflect/dist/THIRD-PARTY-LICENCES.txt.
`
}

/** All folders above files, from the top down. */
function foldersOf(files) {
  const folders = files.flatMap(({ path }) => {
    const parts = path.split('/').slice(0, -1)
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  return ['.', ...[...new Set(folders)].toSorted().map((folder) => `./${folder}`)]
}

/** dpkg expects paths that begin with "./". */
function prefixed(files) {
  return files.map((file) => ({ ...file, path: `./${file.path}` }))
}

function md5Line({ path, bytes }) {
  return `${createHash('md5').update(bytes).digest('hex')}  ${path}\n`
}

/** An archive of the format `ar`: a header of 60 characters for each member, and even lengths. */
function ar(members) {
  const parts = members.flatMap(({ name, bytes }) => [
    Buffer.from(
      `${name.padEnd(16)}${'499162500'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`
    ),
    bytes,
    Buffer.from(bytes.length % 2 === 1 ? '\n' : '')
  ])
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts])
}
