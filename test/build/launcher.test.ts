import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { runNpm } from '../kit/npm.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

/** A folder that holds copies of files of this one. */
function copyOf(names: readonly string[]): { dir: string; env: Record<string, string> } {
  const home = newHome()
  // A name that a careless path would be split at.
  const dir = path.join(home.dir, 'a clone, & more')
  for (const name of names) fs.cpSync(path.join(root, name), path.join(dir, name), { recursive: true })
  return { dir, env: home.env }
}

it('says what to do if nothing is built, and still knows its version', () => {
  const { dir, env } = copyOf(['bin', 'package.json'])
  const start = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dir, 'bin', 'reflect.js'), ...args], {
      env
    })
    return { status, stdout: String(stdout), stderr: String(stderr) }
  }
  const sentence = `reflect is not built yet. Run "npm run build" or "npm start" in ${dir}.\n`
  for (const args of [[], ['list'], ['--help']])
    expect(start(...args)).toEqual({ status: 1, stdout: '', stderr: sentence })
  expect(start('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

it('what is packed is all that the program needs, and it writes its code cache on the first start', async () => {
  launcher()
  const { dir, env } = newHome()
  const npm = ['pack', '--ignore-scripts', '--json', '--no-update-notifier', '--pack-destination', dir]
  const [{ filename, files }] = JSON.parse(await runNpm(npm, { cwd: root }))
  execFileSync('tar', ['xzf', path.join(dir, filename), '-C', dir])
  const start = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: { ...env, XDG_CACHE_HOME: dir, LOCALAPPDATA: dir },
      encoding: 'utf8'
    })
    return { status, stdout, stderr }
  }
  const installed = path.join(dir, 'package', 'bin', 'reflect.js')
  const caches = () => {
    const names = filesBelow(dir).filter((name) => name.endsWith('.js.cache'))
    return names.map((name) => `${name} ${fs.statSync(path.join(dir, name)).ino}`)
  }
  expect(start(installed, 'list')).toEqual(start(launcher(), 'list'))
  const written = caches()
  expect(written.length).toBeGreaterThan(0)
  expect(start(installed, 'list').status).toBe(0)
  expect(caches()).toEqual(written)
  for (const args of [
    ['--help'],
    ['help', '--man'],
    ['list', '--lang', 'cy'],
    ['pack', 'schema'],
    ['doctor', '--json']
  ])
    expect(start(installed, ...args)).toMatchObject({ status: 0, stderr: '' })
  const names: string[] = files.map((file: { path: string }) => file.path)
  expect(names.filter((name) => /^(src|test|build|node_modules|bench)\//.test(name))).toEqual([])
  for (const name of ['dist/reflect.1', 'dist/THIRD-PARTY-LICENCES.txt', 'LICENSE', 'README.md'])
    expect(names).toContain(name)
})

it('knows whether the build is that of its sources', () => {
  const { dir, env } = copyOf(['bin', 'build', 'exercises', 'package.json', 'package-lock.json'])
  const file = path.join(dir, 'src', 'main.ts')
  fs.mkdirSync(path.dirname(file))
  fs.mkdirSync(path.join(dir, 'dist'))
  const digests = (call: string) => {
    const script = `import('${pathToFileURL(path.join(dir, 'build', 'digests.mjs')).href}').then((digests) => console.log(${call}))`
    return execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }).trim()
  }
  fs.writeFileSync(file, 'one')
  expect(digests('digests.isStale()')).toBe('true')
  digests('digests.writeBuildInfo(digests.digestSources())')
  expect(digests('digests.isStale()')).toBe('false')
  fs.writeFileSync(file, 'two')
  expect(digests('digests.isStale()')).toBe('true')
  fs.writeFileSync(file, 'one')
  expect(digests('digests.isStale()')).toBe('false')
  fs.renameSync(file, file.replace('main', 'other'))
  expect(digests('digests.isStale()')).toBe('true')
})

it('describes this copy for a report', () => {
  const { status, stdout } = spawnSync(process.execPath, [launcher(), '--version', '--json'], { encoding: 'utf8' })
  expect(status).toBe(0)
  const { platform, arch, version: node } = process
  expect(JSON.parse(stdout)).toMatchObject({ version, kind: 'clone', node, platform, arch })
})
