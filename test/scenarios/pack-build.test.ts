import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitAll, myPack, writeFiles } from '../kit/pack-folders.ts'
import { launcher, newHome } from '../kit/program.ts'
import { runNpm } from '../kit/npm.ts'

const shaIn = (stdout: string) => /sha256 {2}([0-9a-f]{64})/.exec(stdout)?.[1]

/** A file as git checks it out on Windows. */
const ofWindows = ([name, text]: readonly [string, string]) => [name, text.replaceAll('\n', '\r\n')] as const

describe('pack build', () => {
  it('makes the same bytes in another folder, order, time zone, umask and year, and of a checkout on Windows', () => {
    const { dir, env } = newHome()
    const built = [
      { folder: 'a', zone: 'Europe/London', umask: '022', names: Object.entries(myPack), year: 2026 },
      { folder: 'b/c', zone: 'Pacific/Auckland', umask: '077', names: Object.entries(myPack).toReversed(), year: 1999 },
      { folder: 'd', zone: 'UTC', umask: '000', names: Object.entries(myPack).map(ofWindows), year: 1980 }
    ].map(({ folder, zone, umask, names, year }) => {
      const pack = writeFiles(path.join(dir, folder, 'pack'), Object.fromEntries(names))
      for (const [name] of names) fs.utimesSync(path.join(pack, name), new Date(year, 5), new Date(year, 5))
      const command = `umask ${umask} && exec "$0" "$@"`
      const args = ['-c', command, process.execPath, launcher(), 'pack', 'build', 'pack', '--json']
      const stdout = execFileSync('sh', args, {
        cwd: path.join(dir, folder),
        env: { ...env, TZ: zone },
        encoding: 'utf8'
      })
      return JSON.parse(stdout) as { file: string; sha256: string }
    })
    const [first, ...others] = built.map(({ file }) => fs.readFileSync(file))
    for (const other of others) expect(first?.equals(other)).toBe(true)
    expect(new Set(built.map(({ sha256 }) => sha256)).size).toBe(1)
  })

  it('makes a package that npm takes, with nothing in it that runs', async () => {
    const home = newHome()
    const own = { name: '@uni/my-pack', scripts: { postinstall: 'touch RAN' }, dependencies: { left: '1.0.0' } }
    writeFiles(path.join(home.dir, 'pack'), { ...myPack, 'package.json': JSON.stringify(own), 'notes.pdf': 'no' })
    const { code, stdout } = await home.run(['pack', 'build', 'pack'])
    expect(code).toBe(0)
    expect(stdout).toContain('npm     @uni/my-pack@1.0.0')
    execFileSync('tar', ['xzf', 'my-pack-1.0.0.tgz'], { cwd: home.dir })
    const folder = path.join(home.dir, 'package')
    expect(fs.readdirSync(folder).toSorted()).toEqual(['LICENSE', 'README.md', 'one.yaml', 'pack.yaml', 'package.json'])
    expect(JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))).toEqual({
      name: '@uni/my-pack',
      version: '1.0.0',
      description: 'My pack',
      license: 'CC-BY-4.0',
      keywords: ['reflect-pack'],
      contributors: ['A Tutor']
    })
    const npm = await runNpm(['pack', './my-pack-1.0.0.tgz', '--dry-run', '--json'], { cwd: home.dir, env: home.env })
    expect(JSON.parse(npm)).toMatchObject([{ id: '@uni/my-pack@1.0.0' }])
  })

  it('refuses a faulty pack with all its faults, and builds nothing', async () => {
    const home = newHome()
    const unversioned = myPack['pack.yaml'].replace('version: 1.0.0\n', '')
    writeFiles(path.join(home.dir, 'pack'), { 'pack.yaml': unversioned, 'one.yaml': 'id: one\ntitel: One\n' })
    const { code, stderr } = await home.run(['pack', 'build', 'pack'])
    expect(code).toBe(2)
    expect(stderr).toContain('[unknown-key]')
    expect(stderr).toMatch(/The key "version" is missing here\. \[missing-key\][^]*Add "version:" with its value/)
    expect(fs.readdirSync(home.dir)).not.toContain('my-pack-1.0.0.tgz')
  })

  it('refuses what is not committed, and other content under a version that is built', async () => {
    const home = newHome()
    const pack = writeFiles(path.join(home.dir, 'pack'), myPack)
    commitAll(pack)
    expect((await home.run(['pack', 'build', 'pack', '--output', 'pack'])).code).toBe(0)
    expect((await home.run(['pack', 'build', 'pack'])).code).toBe(0)
    fs.appendFileSync(path.join(pack, 'README.md'), 'More.\n')
    const dirty = await home.run(['pack', 'build', 'pack'])
    expect(dirty).toMatchObject({ code: 2, stdout: '' })
    expect(dirty.stderr).toMatch(/^Nothing was built, .*1 file is not committed to git \(README\.md\).*\n$/)
    commitAll(pack)
    const before = fs.readFileSync(path.join(home.dir, 'my-pack-1.0.0.tgz'))
    const same = await home.run(['pack', 'build', 'pack'])
    expect(same).toMatchObject({ code: 2, stdout: '' })
    expect(same.stderr).toMatch(/raise "version" in pack\.yaml/)
    expect(fs.readFileSync(path.join(home.dir, 'my-pack-1.0.0.tgz'))).toEqual(before)
    const forced = await home.run(['pack', 'build', 'pack', '--force'])
    expect(shaIn(forced.stdout)).toMatch(/^[0-9a-f]{64}$/)
  })
})
