import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { beforeEach, beforeAll, describe, expect, it } from 'vitest'
import { tarGz, zip } from '../../build/release/archives.mjs'
import { nodeVersion, targets } from '../../build/release/nodes.mjs'
import { portableFiles } from '../../build/release/portable.mjs'
import { verifySignature } from '../../build/release/signatures.mjs'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { needPosix, needProgram, writeLink } from '../kit/needs.ts'

/** Stands for Node's binary, which has 120 MB and comes from the network. */
const node = { binary: Buffer.from(`#!/bin/sh\nexec '${process.execPath}' "$@"\n`), licence: Buffer.from('Licence') }

function filesFor(name: string) {
  // It says which files belong to the program.
  needProgram('npm')
  const target = targets.find((each) => each.name === name)
  if (target === undefined) throw new Error(name)
  return portableFiles(target, node)
}

const pathsFor = (name: string) => filesFor(name).map((file) => file.path.replace(/^[^/]+\//, ''))

beforeAll(() => void launcher())

describe('every archive', () => {
  it.each(targets.map(({ name }) => [name]))(
    'for %s has the program, its packs, licences, a page and a launcher',
    (name) => {
      const paths = pathsFor(name)
      const [binary, ...starts] = name.startsWith('win')
        ? ['node/node.exe', 'reflect.cmd']
        : ['node/node', 'reflect', name.startsWith('macos') ? 'reflect.command' : 'reflect.desktop']
      expect(paths).toEqual(
        expect.arrayContaining([
          binary,
          ...starts,
          'app/bin/reflect.js',
          'app/dist/packs/en/outlines.json',
          'app/dist/THIRD-PARTY-LICENCES.txt',
          'LICENSE',
          'node/LICENSE',
          'sbom.cdx.json',
          'START-HERE.md',
          'START-HERE.html'
        ])
      )
      expect(paths.filter((each) => !/^[\x20-\x7e]+$/.test(each))).toEqual([])
    }
  )

  it('names each package in it once, with a checksum, and its Node', () => {
    const bill = filesFor('win-x64').find((file) => file.path.endsWith('sbom.cdx.json'))
    const { components } = JSON.parse(String(bill?.bytes))
    const names = components.map(({ name, version }: Record<string, string>) => `${name} ${version}`)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain(`node ${nodeVersion}`)
    expect(names.length).toBeGreaterThan(10)
    for (const { hashes, externalReferences } of components)
      expect((hashes ?? externalReferences[0].hashes)[0].content).toMatch(/^[0-9a-f]{64,128}$/)
  })

  it('has the same bytes each time', () => {
    const [once, again] = [filesFor('linux-x64'), filesFor('linux-x64').toReversed()]
    expect(Buffer.compare(tarGz(once), tarGz(again))).toBe(0)
    expect(Buffer.compare(zip(once), zip(again))).toBe(0)
  })

  it('for Windows has Windows line ends in what cmd.exe and Notepad read', () => {
    const texts = filesFor('win-x64').filter((file) => /reflect\.cmd$|START-HERE\.md$/.test(file.path))
    expect(texts).toHaveLength(2)
    for (const { bytes } of texts) expect(String(bytes).replaceAll('\r\n', '')).not.toContain('\n')
  })
})

describe('an unpacked archive', () => {
  beforeEach(() => needPosix('shell scripts'))

  function unpacked() {
    const { dir } = newHome()
    const folder = path.join(dir, "Mes études & more, it's here")
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(dir, 'archive.tar.gz'), tarGz(filesFor('linux-x64')))
    execFileSync('tar', ['-xzf', path.join(dir, 'archive.tar.gz'), '-C', folder])
    const [name = ''] = fs.readdirSync(folder)
    return { dir, folder: path.join(folder, name) }
  }
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', cwd: '/' })
    return { status, stdout, stderr }
  }

  it('starts without a PATH and without a home, by its path, from its folder and through a link', () => {
    const { dir, folder } = unpacked()
    const program = path.join(folder, 'reflect')
    const link = path.join(dir, 'link')
    writeLink(path.relative(dir, program), link)
    const direct = start(program, ['list'], { PATH: '/nonexistent' })
    expect(direct).toMatchObject({ status: 0, stderr: '' })
    expect(
      start(link, ['list'], { PATH: path.dirname(execFileSync('which', ['readlink'], { encoding: 'utf8' })) })
    ).toEqual(direct)
    expect(spawnSync('/bin/sh', ['reflect', 'list'], { cwd: folder, env: {}, encoding: 'utf8' }).stdout).toBe(
      direct.stdout
    )
  })

  it('says what it is, and how to update it', () => {
    const { folder } = unpacked()
    const { stdout } = start(path.join(folder, 'reflect'), ['--version', '--json'], {})
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'portable', node: process.version, platform: process.platform })
    const doctor = start(path.join(folder, 'reflect'), ['doctor'], { HOME: folder })
    expect(doctor.stdout).toContain('unpack the newer archive')
  })

  it('keeps everything beside the program if there is a file "portable"', () => {
    const { dir, folder } = unpacked()
    fs.writeFileSync(path.join(folder, 'portable'), '')
    fs.writeFileSync(path.join(folder, 'answers.yaml'), 'what: The queue reached the door.\n')
    const env = { HOME: path.join(dir, 'home') }
    const program = path.join(folder, 'reflect')
    const written = start(program, ['start', 'three-questions', '--answers', path.join(folder, 'answers.yaml')], env)
    expect(written).toMatchObject({ status: 0 })
    expect(filesBelow(path.join(folder, 'reflections')).join()).toMatch(/\.md/)
    expect(start(program, ['config', 'set', 'plain', 'true'], env)).toMatchObject({ status: 0 })
    expect(fs.existsSync(path.join(folder, 'data', 'config.json'))).toBe(true)
    expect(fs.existsSync(env.HOME)).toBe(false)
  })

  it('says so if it was not unpacked whole', () => {
    const { folder } = unpacked()
    fs.rmSync(path.join(folder, 'node'), { recursive: true })
    expect(start(path.join(folder, 'reflect'), [], {})).toEqual({
      status: 1,
      stdout: '',
      stderr: 'reflect: some of its files are missing. Unpack the whole archive again, and keep its files together.\n'
    })
  })
})

describe('a signature', () => {
  it('must be there', () => {
    const unsigned = Buffer.alloc(4096)
    unsigned.writeUInt32LE(0x80, 0x3c)
    expect(() => verifySignature(unsigned, { platform: 'win32', name: 'win-x64' })).toThrow(/does not match/)
    expect(() => verifySignature(unsigned, { platform: 'darwin', name: 'macos-arm64' })).toThrow(/does not match/)
  })
})
