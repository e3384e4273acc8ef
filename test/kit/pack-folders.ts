import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { MANIFEST, ONE } from './packs.ts'
import { needProgram } from './needs.ts'

/** The files of a pack of one exercise, `my-pack`. */
export const myPack = {
  'pack.yaml': MANIFEST.replace(', other.yaml', '').replace(
    'exercises:',
    'license: CC-BY-4.0\nauthors: [A Tutor]\nexercises:'
  ),
  'one.yaml': ONE,
  'README.md': '# My pack\n',
  LICENSE: 'CC BY 4.0\n'
}

/** Writes files below a folder, which is made, and gives the folder. */
export function writeFiles(dir: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    fs.writeFileSync(path.join(dir, name), content)
  }
  return dir
}

/** Runs git in a folder as somebody without settings. */
export function git(dir: string, ...args: readonly string[]): string {
  const env = {
    PATH: process.env['PATH'],
    HOME: dir,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A Tutor',
    GIT_AUTHOR_EMAIL: 'tutor@example.org',
    GIT_COMMITTER_NAME: 'A Tutor',
    GIT_COMMITTER_EMAIL: 'tutor@example.org'
  }
  return execFileSync(needProgram('git'), ['-c', 'init.defaultBranch=main', ...args], {
    cwd: dir,
    env,
    encoding: 'utf8',
    stdio: 'pipe'
  })
}

/** Makes a folder a git repository with everything in it committed, and tagged if a tag is given. */
export function commitAll(dir: string, tag?: string): void {
  if (!fs.existsSync(path.join(dir, '.git'))) git(dir, 'init', '--quiet')
  git(dir, 'add', '--all')
  git(dir, 'commit', '--quiet', '--message', 'A version')
  if (tag !== undefined) git(dir, 'tag', tag)
}

/** A shell's command that leaves a trace in a folder. */
export function touch(dir: string): string {
  return `touch '${path.join(dir, 'RAN')}'`
}

/** Every script that npm runs by itself, each of which would leave a trace in a folder. */
export function scripts(dir: string): Readonly<Record<string, string>> {
  const names = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack', 'preprepare', 'postprepare']
  return Object.fromEntries(names.map((name) => [name, touch(dir)]))
}

/** Demands that no trace is there. */
export function nothingRan(dir: string): void {
  expect(fs.readdirSync(dir)).not.toContain('RAN')
}
