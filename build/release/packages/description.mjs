/** What every package says of the program, and where it puts its files. One description for all package managers. */
import { gzipSync } from 'fflate'
import { execFileSync, spawnSync } from 'node:child_process'
import process from 'node:process'
import { launcher } from '../../paths.mjs'
import { manifest, programFiles, textOf } from '../program.mjs'

/** @type {Readonly<Record<'name' | 'version' | 'summary' | 'description' | 'license' | 'node', string>>} */
export const about = {
  name: 'reflect',
  version: manifest.version,
  summary: 'reflective exercises in the terminal, and a journal in Markdown',
  description:
    'Short readings and a handful of questions, one at a time, with room to write. Answers become Markdown files in the home folder ' +
    'of the person who wrote them, and nothing is sent anywhere. It comes with exercises for a free course on public leadership; ' +
    'tutors can write packs of their own.',
  license: manifest.license,
  node: manifest.engines.node.replace('>=', '')
}

/**
 * The files of a system package, without a leading slash, and the links, each with its target.
 *
 * @param {'deb' | 'rpm'} kind
 * @returns {{ files: import('../archives.mjs').ArchiveFile[], links: { path: string, target: string }[] }}
 */
export function systemFiles(kind) {
  const program = programFiles(kind).filter(({ path }) => !unneeded.has(path))
  const files = [
    ...program.map(installedFile),
    { path: 'usr/share/man/man1/reflect.1.gz', bytes: gzipped(textOf('dist/reflect.1')) },
    { path: 'usr/share/bash-completion/completions/reflect', bytes: completion('bash') },
    {
      path: `usr/share/zsh/${kind === 'deb' ? 'vendor-completions' : 'site-functions'}/_reflect`,
      bytes: completion('zsh')
    },
    { path: 'usr/share/fish/vendor_completions.d/reflect.fish', bytes: completion('fish') }
  ]
  return { files, links: [{ path: 'usr/bin/reflect', target: '../share/reflect/bin/reflect.js' }] }
}

/** The launcher of a package names the Node.js that the package depends on, whatever PATH says. */
function installedFile({ path, bytes }) {
  const isLauncher = path === 'bin/reflect.js'
  return {
    path: `usr/share/reflect/${path}`,
    bytes: isLauncher ? Buffer.from(String(bytes).replace('#!/usr/bin/env node', '#!/usr/bin/node')) : bytes,
    executable: isLauncher
  }
}

/** What a package puts elsewhere: the manual, the licence and the changelog. */
const unneeded = new Set(['dist/reflect.1', 'LICENSE', 'CHANGELOG.md', 'README.md'])

/** As `gzip --no-name`. @param {string | Uint8Array} content */
export function gzipped(content) {
  return gzipSync(Buffer.from(content), { level: 9, mtime: 0 })
}

/**
 * Who makes a package, as `Name <address>`: the variables of Debian's tools, else git's settings.
 *
 * @throws Error if neither says so.
 */
export function maintainer() {
  const { DEBFULLNAME: name = gitSetting('user.name'), DEBEMAIL: address = gitSetting('user.email') } = process.env
  if (!name || !address)
    throw new Error(
      'Packages name who made them. Set the variables DEBFULLNAME and DEBEMAIL, or user.name and user.email in git.'
    )
  return `${name} <${address}>`
}

function gitSetting(key) {
  return spawnSync('git', ['config', key], { encoding: 'utf8' }).stdout?.trim()
}

function completion(shell) {
  return execFileSync(process.execPath, [launcher, 'completion', shell], {
    env: { ...process.env, LANG: 'en_GB.UTF-8' }
  })
}

/** The description in lines. @param {number} width columns. */
export function descriptionLines(width) {
  return about.description.split(' ').reduce((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > width) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}
