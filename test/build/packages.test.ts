import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parse } from 'yaml'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { debPackage } from '../../build/release/packages/deb.mjs'
import { manifests } from '../../build/release/packages/manifests.mjs'
import { rpmPackage } from '../../build/release/packages/rpm.mjs'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { needLong, needProgram } from '../kit/needs.ts'

const rules = path.join(import.meta.dirname, '../../build/release/packages/rpmlint.toml')

beforeAll(() => {
  launcher()
  vi.stubEnv('DEBFULLNAME', 'Jo Bloggs')
  vi.stubEnv('DEBEMAIL', 'jo@packages.example.org')
  return () => vi.unstubAllEnvs()
})

const { version } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'))

/** A package in a folder of its own. */
function written({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string {
  const file = path.join(newHome().dir, name)
  fs.writeFileSync(file, bytes)
  return file
}

function rpm(): string {
  const built = rpmPackage()
  if (built === undefined) throw new Error('rpmbuild is not installed')
  return written(built)
}

/** Whether the program below a root works. The launcher's own Node is that of the system, so this one runs it. */
function lists(root: string): string {
  const program = fs.realpathSync(path.join(root, 'usr/bin/reflect'))
  return execFileSync(process.execPath, [program, 'list'], { env: newHome().env, encoding: 'utf8' })
}

function expectAllThere(root: string): void {
  expect(lists(root)).toContain('choose-your-change')
  for (const file of [
    'share/man/man1/reflect.1.gz',
    'share/bash-completion/completions/reflect',
    'share/fish/vendor_completions.d/reflect.fish'
  ])
    expect(filesBelow(path.join(root, 'usr'))).toContain(file)
}

/** Files and folders of the program below a root. */
const leftIn = (root: string) =>
  fs
    .readdirSync(root, { encoding: 'utf8', recursive: true })
    .filter((name) => name.includes('reflect') && !name.startsWith('var/'))

describe('the Debian package', () => {
  beforeEach(() => void needProgram('dpkg-deb'))

  it('is the same each time, and installs and removes without leftovers', () => {
    const file = written(debPackage())
    expect(Buffer.compare(fs.readFileSync(file), debPackage().bytes)).toBe(0)
    const root = newHome().dir
    fs.mkdirSync(path.join(root, 'var/lib/dpkg/updates'), { recursive: true })
    fs.mkdirSync(path.join(root, 'var/lib/dpkg/info'))
    for (const name of ['status', 'available']) fs.writeFileSync(path.join(root, 'var/lib/dpkg', name), '')
    const dpkg = (...args: string[]) =>
      execFileSync('dpkg', [`--root=${root}`, '--log=/dev/null', '--force-depends', '--force-not-root', ...args], {
        stdio: 'pipe'
      })
    dpkg('--install', file)
    expectAllThere(root)
    dpkg('--purge', 'reflect')
    expect(leftIn(root)).toEqual([])
  })

  it('has nothing for lintian to find fault with', () => {
    needLong()
    needProgram('lintian')
    const { stdout } = spawnSync('lintian', ['--allow-root', '--no-cfg', written(debPackage())], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })
})

describe('the RPM package', () => {
  beforeEach(() => void needProgram('rpmbuild'))

  it('is the same each time, and installs and removes without leftovers', () => {
    const file = rpm()
    expect(Buffer.compare(fs.readFileSync(file), fs.readFileSync(rpm()))).toBe(0)
    const root = newHome().dir
    const run = (...args: string[]) => execFileSync('rpm', ['--root', root, '--nodeps', ...args], { stdio: 'pipe' })
    run('--ignorearch', '--install', file)
    expectAllThere(root)
    run('--erase', 'reflect')
    expect(leftIn(root)).toEqual([])
  })

  it('has nothing for rpmlint to find fault with', () => {
    needLong()
    needProgram('rpmlint')
    const { stdout } = spawnSync('rpmlint', ['--config', rules, rpm()], { encoding: 'utf8' })
    expect(stdout).toContain('0 errors, 0 warnings')
  })
})

describe('the manifests', () => {
  const address = 'https://packages.example.org/reflect'
  const texts = manifests(address, (name) => createHash('sha256').update(name).digest('hex'))

  it('name each archive with its own checksum', () => {
    const all = Object.values(texts).join('')
    for (const target of [
      'linux-x64.tar.gz',
      'linux-arm64.tar.gz',
      'macos-x64.tar.gz',
      'macos-arm64.tar.gz',
      'win-x64.zip'
    ]) {
      const name = `reflect-${version}-${target}`
      expect(all).toContain(`${address}/${name}`)
      expect(all.toLowerCase()).toContain(createHash('sha256').update(name).digest('hex'))
    }
  })

  it('are JSON and YAML with the keys that their managers need', () => {
    expect(JSON.parse(texts['scoop/reflect.json'] ?? '')).toMatchObject({ version, bin: 'reflect.cmd' })
    const yaml = Object.entries(texts).filter(([name]) => name.endsWith('.yaml'))
    expect(yaml).toHaveLength(3)
    for (const [, text] of yaml)
      expect(parse(text)).toMatchObject({ PackageVersion: version, ManifestVersion: '1.6.0' })
  })

  it('have a formula that is Ruby', () => {
    needProgram('ruby')
    const { stdout } = spawnSync('ruby', ['-c', '-'], { input: texts['homebrew/reflect.rb'], encoding: 'utf8' })
    expect(stdout).toBe('Syntax OK\n')
  })

  it('say how each copy was installed, so that doctor names its update', () => {
    for (const [name, kind] of [
      ['homebrew/reflect.rb', 'homebrew'],
      ['scoop/reflect.json', 'scoop'],
      ['nix/flake.nix', 'nix'],
      ['docker/Dockerfile', 'docker']
    ] as const)
      expect(texts[name]?.replaceAll('\\"', '"')).toContain(`"kind":"${kind}"`)
  })
})
