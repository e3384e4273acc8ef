import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { expectMode, needLinux, needUser, writeLink } from '../kit/needs.ts'

/** A user who owns nothing here and may write nothing here. */
const OTHER_USER = 65_534

interface Start {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
}

/** What a start says in a new home, without a cache. */
let output: { status: number | null; stdout: string; stderr: string } | undefined

/** A new home where the program keeps its cache as it does for users. */
function newUser() {
  needLinux('the places and modes')
  const { dir, env: all } = newHome()
  const { XDG_CACHE_HOME: _, ...env } = all
  const base = path.join(dir, '.cache', 'reflect')
  const start = ({ args = ['list'], env: more, uid }: Start = {}) => {
    const options = { cwd: '/', env: { ...env, ...more }, encoding: 'utf8', ...(uid && { uid }) } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher(), ...args], options)
    return { status, stdout, stderr }
  }
  /** The one folder of cache files. */
  const folder = () => {
    const [name = '', ...others] = fs.readdirSync(base)
    expect(others).toEqual([])
    return path.join(base, name)
  }
  /** The cache files, with a number that changes when one is replaced. */
  const files = () => filesBelow(base).map((name) => `${name} ${fs.statSync(path.join(base, name)).ino}`)
  output ??= start({ env: { REFLECT_NO_CACHE: '1' } })
  const uncached = output
  expect(uncached).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('three-questions') })
  return { dir, env, base, start, folder, files, uncached }
}

/** The same after a first start, with the cache file that every start reads. */
function userWithCache() {
  const user = newUser()
  expect(user.start()).toEqual(user.uncached)
  return { ...user, file: path.join(user.folder(), 'list-start.js.cache') }
}

/** Damages the cache and starts: nothing of it shows, and the file is whole again, which holds its content twice. */
function expectHarmless(
  { file, start, uncached }: ReturnType<typeof userWithCache>,
  damage: (bytes: Buffer) => Buffer
) {
  const whole = fs.readFileSync(file)
  const damaged = damage(Buffer.from(whole))
  if (damaged.equals(whole)) return
  fs.writeFileSync(file, damaged)
  expect(start()).toEqual(uncached)
  const replaced = fs.readFileSync(file)
  const half = replaced.length / 2
  expect(replaced.equals(damaged)).toBe(false)
  expect(replaced.subarray(0, half).equals(replaced.subarray(half))).toBe(true)
}

describe('the code cache', () => {
  it('is written by the first start, for this user only, and read by the next', () => {
    const { base, start, folder, files, uncached } = userWithCache()
    for (const place of [base, folder()]) expectMode(place, 0o700)
    expect(files().length).toBeGreaterThan(0)
    for (const name of fs.readdirSync(folder())) expectMode(path.join(folder(), name), 0o600)
    const written = files()
    expect(start()).toEqual(uncached)
    expect(files()).toEqual(written)
  })

  it('grows when a command uses something for the first time', () => {
    const { start, files } = userWithCache()
    const before = files()
    start({ args: ['list', '--lang', 'cy'] })
    const after = files()
    expect(after).not.toEqual(before)
    start({ args: ['list', '--lang', 'cy'] })
    start()
    expect(files()).toEqual(after)
  })

  it('is written when a walk is left by Ctrl-C', async () => {
    const { env, folder } = newUser()
    const terminal = openTerminal([launcher(), 'start', 'three-questions'], { env })
    await terminal.until('Enter begin')
    terminal.type('\u0003')
    expect((await terminal.ended).exitCode).toBe(130)
    expect(fs.readdirSync(folder())).toContain('start-walk.js.cache')
  })

  it('is made anew where it is damaged, and the damage does not show', () => {
    const user = userWithCache()
    const { length } = fs.readFileSync(user.file)
    const half = length / 2
    const zeroed = (from: number, to: number) => (bytes: Buffer) => bytes.fill(0, from, to)
    const flipped =
      (at: number, mask = 1) =>
      (bytes: Buffer) =>
        bytes.fill((bytes[at] ?? 0) ^ mask, at, at + 1)
    for (const size of [0, 1, 20, 4096, half - 1, half, half + 1, length - 1])
      expectHarmless(user, (bytes) => bytes.subarray(0, size))
    for (const at of [0, 5, 20, 100, half - 1, half, half + 5, length - 1]) expectHarmless(user, flipped(at))
    expectHarmless(user, zeroed(0, length))
    expectHarmless(user, zeroed(4096, length))
    expectHarmless(user, zeroed(half, length))
    expectHarmless(user, zeroed(0, 4096))
    expectHarmless(user, zeroed(65_536, 69_632))
    expectHarmless(user, (bytes) => bytes.fill('x'))
    expectHarmless(user, (bytes) => Buffer.concat([bytes, Buffer.from('x')]))
  })

  it('is made anew whichever bits are flipped and whichever blocks are zeroed', () => {
    const user = userWithCache()
    const { length } = fs.readFileSync(user.file)
    const flip = fc.record({ at: fc.nat(length - 1), mask: fc.integer({ min: 1, max: 255 }) })
    const block = fc.record({ at: fc.nat(length - 1), size: fc.constantFrom(1, 512, 4096, 65_536) })
    fc.assert(
      fc.property(fc.array(flip, { maxLength: 4 }), fc.array(block, { maxLength: 2 }), (flips, blocks) =>
        expectHarmless(user, (bytes) => {
          for (const { at, mask } of flips) bytes[at] = (bytes[at] ?? 0) ^ mask
          for (const { at, size } of blocks) bytes.fill(0, at, Math.min(at + size, length))
          return bytes
        })
      ),
      { numRuns: 10 }
    )
  })

  it('survives many starts at once', async () => {
    const { env, base, files, start, uncached } = newUser()
    const starts = Array.from({ length: 12 }, () => {
      const child = spawn(process.execPath, [launcher(), 'list'], { env })
      const texts: string[] = []
      child.stdout.on('data', (text) => texts.push(String(text)))
      child.stderr.on('data', (text) => texts.push(String(text)))
      return new Promise((resolve) => child.on('close', (status) => resolve({ status, output: texts.join('') })))
    })
    for (const result of await Promise.all(starts)) expect(result).toEqual({ status: 0, output: uncached.stdout })
    // The last of those that wrote it may have been stopped by another, so one more start may write.
    start()
    expect(filesBelow(base).filter((name) => !name.endsWith('.js.cache'))).toEqual([])
    const written = files()
    expect(start()).toEqual(uncached)
    expect(files()).toEqual(written)
  })

  it('keeps the newest two of other releases and builds', () => {
    const { base, start } = newUser()
    const others = [1, 2, 3, 4, 5].map((age) => {
      const folder = path.join(base, `code-${age}`)
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.writeFileSync(path.join(folder, 'start.js.cache'), '')
      fs.utimesSync(folder, 1e9 - age, 1e9 - age)
      return folder
    })
    start()
    expect(others.filter((folder) => fs.existsSync(folder))).toEqual(others.slice(0, 2))
    expect(fs.readdirSync(base).length).toBe(3)
  })
})

let forged: Buffer | undefined

/** A cache that says "forged" in place of `start.js`. V8 takes it for the cache of any code of the same length. */
function forgedCache(): Buffer {
  if (forged !== undefined) return forged
  const make = `
    const fs = require('node:fs'), vm = require('node:vm')
    const { length } = fs.readFileSync(process.argv[1], 'latin1')
    const code = "({'main.ts'(exports){exports.leave=()=>{};exports.main=()=>(console.log('forged'),Promise.resolve(0))}})"
    const script = new vm.Script(code.padEnd(length))
    const exports = {}
    script.runInThisContext()['main.ts'](exports)
    const { log } = console
    console.log = () => {}
    exports.main().then(exports.leave).then(() => {
      const content = Buffer.concat([Buffer.from('reflect-code-cache-1 main.ts\\n'), script.createCachedData()])
      fs.writeSync(1, Buffer.concat([content, content]))
    })`
  const code = path.join(path.dirname(launcher()), '..', 'dist', 'start.js')
  forged = execFileSync(process.execPath, ['-e', make, code], { maxBuffer: 1e8 })
  return forged
}

describe('a code cache that somebody else could have written', () => {
  /** A user whose cache is forged, in files that only they can write. */
  const deceived = () => {
    const user = userWithCache()
    fs.writeFileSync(user.file, forgedCache())
    return user
  }

  it('would be run if it were private: what follows is no idle test', () => {
    expect(deceived().start()).toEqual({ status: 0, stdout: 'forged\n', stderr: '' })
  })

  it.each([
    ['the file', ({ file }: ReturnType<typeof deceived>) => file],
    ['its folder', ({ folder }: ReturnType<typeof deceived>) => folder()],
    ['the folder above', ({ base }: ReturnType<typeof deceived>) => base]
  ])('is not used where others may write %s', (_, placeIn) => {
    for (const mode of [0o720, 0o702]) {
      const user = deceived()
      fs.chmodSync(placeIn(user), mode)
      expect(user.start()).toEqual(user.uncached)
    }
  })

  it.each([
    ['the file', ({ file }: ReturnType<typeof deceived>) => file],
    ['its folder', ({ folder }: ReturnType<typeof deceived>) => folder()],
    ['the folder above', ({ base }: ReturnType<typeof deceived>) => base]
  ])('is not used where %s belongs to another user', (_, placeIn) => {
    needUser('root')
    const user = deceived()
    fs.chownSync(placeIn(user), OTHER_USER, OTHER_USER)
    expect(user.start()).toEqual(user.uncached)
  })

  it('is not used where a link leads to the folder of another user', () => {
    needUser('root')
    const user = deceived()
    const elsewhere = path.join(user.dir, 'elsewhere')
    fs.renameSync(user.base, elsewhere)
    fs.chownSync(elsewhere, OTHER_USER, OTHER_USER)
    writeLink(elsewhere, user.base)
    expect(user.start()).toEqual(user.uncached)
  })

  it('is not created in the home of another user, as sudo would', () => {
    needUser('root')
    const { dir, start, uncached } = newUser()
    fs.chownSync(dir, OTHER_USER, OTHER_USER)
    expect(start()).toEqual(uncached)
    expect(fs.readdirSync(dir)).toEqual([])
  })
})

describe('where a code cache cannot be written', () => {
  it.each([
    ['the folder for caches is a file', { XDG_CACHE_HOME: path.join(import.meta.filename) }],
    ['it is below a file', { XDG_CACHE_HOME: path.join(import.meta.filename, 'below') }],
    ['it is below /proc', { XDG_CACHE_HOME: '/proc/nowhere' }],
    ['it is a device', { XDG_CACHE_HOME: '/dev/null' }],
    ['there is no home', { HOME: '' }],
    ['the home does not exist', { HOME: '/nowhere/at/all' }],
    ['it is forbidden', { REFLECT_NO_CACHE: '1' }]
  ])('a start says nothing of it: %s', (_, env) => {
    const { dir, start, uncached } = newUser()
    expect(start({ env })).toEqual(uncached)
    expect(fs.readdirSync(dir)).toEqual([])
    expect(fs.existsSync('/nowhere')).toBe(false)
  })

  it('a start says nothing of it: the home is read-only', () => {
    needUser('root')
    const { dir, start, uncached } = newUser()
    fs.chmodSync(dir, 0o755)
    expect(start({ uid: OTHER_USER })).toEqual(uncached)
    expect(fs.readdirSync(dir)).toEqual([])
  })

  it('a start says nothing of it, and leaves nothing: the disk is full', () => {
    const { base, env, uncached } = newUser()
    // A limit on the size of files, in blocks of 512 bytes: what is written stops in the middle, as on a full disk.
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 20; exec "$0" "$@"', process.execPath, launcher(), 'list'],
      {
        env,
        encoding: 'utf8'
      }
    )
    expect({ status, stdout, stderr }).toEqual(uncached)
    expect(filesBelow(base)).toEqual([])
  })
})

describe('reflect doctor', () => {
  const sentence = ({ start }: ReturnType<typeof newUser>, env: Record<string, string> = {}) => {
    const { stdout } = start({ args: ['doctor', '--json'], env })
    const findings: { area: string; state: string; message: string }[] = JSON.parse(stdout)
    const { state, message } = findings.find(({ area }) => area === 'code cache') ?? {}
    return `${state}: ${message}`
  }

  it('says where the code cache is and how large', () => {
    const user = userWithCache()
    const bytes = filesBelow(user.base).reduce((sum, name) => sum + fs.statSync(path.join(user.base, name)).size, 0)
    const size = `${(bytes / 1e6).toFixed(1)} MB`
    expect(sentence(user)).toBe(`well: Quick starts: the program's code cache takes ${size} in ${user.folder()}.`)
  })

  it('says why there is none', () => {
    const user = userWithCache()
    expect(sentence(user, { REFLECT_NO_CACHE: '1' })).toContain('note: REFLECT_NO_CACHE turns the code cache off')
    expect(sentence(user, { HOME: '' })).toContain('note: There is no home folder')
    expect(sentence(user, { XDG_CACHE_HOME: '/proc/nowhere' })).toContain('cannot be written to /proc/nowhere/reflect')
    fs.chmodSync(user.base, 0o777)
    expect(sentence(user)).toContain(`note: Other users can change ${user.base}`)
  })
})
