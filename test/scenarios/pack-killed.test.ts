import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isLong } from '../kit/long.ts'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

/** Each is killed at another change, the last one not at all. */
const RUNS = isLong ? 50 : 6
const first = myPack['pack.yaml']
const second = first.replace('1.0.0', '2.0.0')

/** A home with version 1 of a pack installed, and version 2 to be had from the same folder. */
async function prepared(): Promise<{ home: Home; source: string }> {
  const home = newHome()
  const source = writeFiles(path.join(home.dir, 'pack'), myPack)
  await home.run(['pack', 'add', source, '--yes'])
  const padding = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`notes-${index}.md`, 'x'.repeat(10_000)])
  )
  writeFiles(source, { ...padding, 'pack.yaml': second })
  return { home, source }
}

/** Another home, with what is installed in this one. */
function copied(home: Home): Home {
  const copy = newHome()
  fs.cpSync(path.join(home.dir, 'home'), path.join(copy.dir, 'home'), { recursive: true })
  return copy
}

/** The files of the packs, half-written ones included. */
function filesOfPacks(home: Home): string {
  try {
    return filesBelow(path.join(home.dir, 'home', 'packs')).join()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return 'a folder goes away'
  }
}

/** Runs a command and kills it once its files have changed so many times; gives how many changes were seen. */
async function killed(home: Home, args: readonly string[], changes: number): Promise<number> {
  const child = spawn(process.execPath, [launcher(), ...args], { env: home.env, cwd: home.dir, stdio: 'ignore' })
  const ended = once(child, 'close')
  let seen = 0
  for (let before = filesOfPacks(home); child.exitCode === null && child.signalCode === null; await setImmediate()) {
    const now = filesOfPacks(home)
    if (now !== before) seen += 1
    before = now
    if (seen >= changes) child.kill('SIGKILL')
  }
  await ended
  return seen
}

/** The version whose files are there, of those that are named as installed; each file has to be as it was in the pack. */
function wholeVersion(home: Home, source: string): string {
  const list = fs.readFileSync(path.join(home.dir, 'home', 'packs', 'installed.json'), 'utf8')
  const { packs } = JSON.parse(list) as { packs: { folder: string; pack: { version: string } }[] }
  const [{ folder, pack }] = [packs[0] as (typeof packs)[number]]
  const files = fs.readdirSync(path.join(home.dir, 'home', 'packs', folder))
  const isFirst = pack.version === '1.0.0'
  expect(files).toHaveLength(isFirst ? 4 : 44)
  for (const name of files) {
    const bytes = fs.readFileSync(path.join(home.dir, 'home', 'packs', folder, name), 'utf8')
    const there = name === 'pack.yaml' && isFirst ? first : fs.readFileSync(path.join(source, name), 'utf8')
    expect(bytes === there).toBe(true)
  }
  return pack.version
}

it('a pack is whole, old or new, at whatever change of its files adding or updating it is killed', async () => {
  const { home: template, source } = await prepared()
  const commands = [
    ['pack', 'update', '--yes'],
    ['pack', 'add', source, '--yes']
  ]
  const all = await killed(copied(template), ['pack', 'update', '--yes'], Infinity)
  // A busy machine sees several changes as one.
  expect(all).toBeGreaterThan(0)
  const found = new Set<string>()
  for (let run = 0; run < RUNS; run += 1) {
    const home = copied(template)
    const change = run === RUNS - 1 ? Infinity : 1 + Math.floor((run / RUNS) * all)
    await killed(home, commands[run % 2] ?? [], change)
    const version = wholeVersion(home, source)
    const listed = await home.run(['list', 'my-pack', '--json'])
    expect(JSON.parse(listed.stdout)).toMatchObject([{ version, exercises: [{ id: 'one' }] }])
    found.add(version)
    // Leftovers do not get in the way.
    expect(await home.run(['pack', 'add', source, '--yes'])).toMatchObject({ code: 0 })
    expect(wholeVersion(home, source)).toBe('2.0.0')
  }
  expect([...found].toSorted()).toEqual(['1.0.0', '2.0.0'])
})
