import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { beforeEach, describe, expect, test } from 'vitest'
import { ReflectError } from '../../src/context/errors.ts'
import { withLock } from '../../src/storage/lock.ts'
import { freshFolder, isKilled, run, script } from '../journal/kit/processes.ts'
import { needLinux } from '../kit/needs.ts'

/** How long a live owner of a lock is waited for. Milliseconds. */
const WAIT = 10_000

let dir: string
let lock: string
beforeEach(() => {
  dir = freshFolder()
  lock = join(dir, 'lock')
})

/** Adds one to a number in a file, so slowly that two at once would lose additions. */
const counting = `
  import fs from 'node:fs'
  import { withLock } from 'SRC/storage/lock.ts'
  import { pause } from 'SRC/util/system-calls.ts'
  const [, , dir, times, dieAt] = process.argv
  for (let i = 0; i < Number(times); i++) {
    withLock(dir + '/lock', () => {
      const before = Number(fs.readFileSync(dir + '/count', 'utf8'))
      pause(1)
      fs.writeFileSync(dir + '/count', String(before + 1))
      if (i === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
    })
  }
`

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid!
}

describe('withLock', () => {
  test('gives what the work gives, and the lock back', () => {
    expect(withLock(lock, () => 7)).toBe(7)
    expect(fs.readdirSync(dir)).toEqual([])
  })

  test('gives the lock back when the work fails', () => {
    expect(() =>
      withLock(lock, () => {
        throw new RangeError('no')
      })
    ).toThrow(RangeError)
    expect(withLock(lock, () => 'again')).toBe('again')
  })

  test('takes a lock at once that this process could not remove', () => {
    const content = withLock(lock, () => fs.readFileSync(lock))
    fs.writeFileSync(lock, content)
    const start = performance.now()
    expect(withLock(lock, () => 'again')).toBe('again')
    expect(performance.now() - start).toBeLessThan(WAIT)
  })

  test('lets processes in one at a time, also when some are killed with the lock in their hands', async () => {
    fs.writeFileSync(join(dir, 'count'), '0')
    const file = await script(counting)
    const runs = [
      ...[1, 2, 3].map(() => run(file, [dir, '30'])),
      ...[1, 2, 3, 4, 5].map((_, at) => run(file, [dir, '30', String(at)]))
    ]
    expect((await Promise.all(runs)).filter(isKilled)).toHaveLength(5)
    expect(fs.readFileSync(join(dir, 'count'), 'utf8')).toBe(String(90 + 1 + 2 + 3 + 4 + 5))
  })

  test('breaks the lock of a dead process at once, and also one that died breaking it', async () => {
    const owner = `${await deadPid()} ${os.hostname()} 00\n`
    fs.writeFileSync(lock, owner)
    fs.writeFileSync(`${lock}.break`, owner)
    const started = performance.now()
    expect(withLock(lock, () => 'in')).toBe('in')
    expect(performance.now() - started).toBeLessThan(WAIT)
    expect(fs.readdirSync(dir)).toEqual([])
  })

  test('breaks a lock whose maker died before its name was in it', () => {
    fs.writeFileSync(lock, '')
    expect(withLock(lock, () => 'in')).toBe('in')
    expect(fs.readdirSync(dir)).toEqual([])
  })

  test('leaves no lock that there was no room to put the name into', async () => {
    needLinux('prlimit')
    const file = await script(`
      import { withLock } from 'SRC/storage/lock.ts'
      try { withLock(process.argv[2], () => 0) } catch (error) { console.log(error.name) }
    `)
    const limited = `trap '' XFSZ; exec prlimit --fsize=9 "$0" "$@"`
    const { out } = await run('-c', [limited, process.execPath, file, lock], process.env, 'sh')
    expect(out).toBe('ReflectError\n')
    expect(fs.readdirSync(dir)).toEqual([])
  })

  test('says in a sentence when the lock cannot be made', () => {
    expect(() => withLock(join(dir, 'missing', 'lock'), () => 0)).toThrow(ReflectError)
  })
})
