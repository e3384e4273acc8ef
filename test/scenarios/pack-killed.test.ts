import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

const MOMENTS = 50
const AT_ONCE = 5
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

/** Runs a command and kills it after so many milliseconds; gives how long it took if it was quicker. */
function killed(home: Home, args: readonly string[], after: number): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [launcher(), ...args], { env: home.env, cwd: home.dir, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) =>
    child.on('close', () => {
      clearTimeout(timer)
      resolve(performance.now() - start)
    })
  )
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

it('a pack is whole, old or new, at whatever moment adding or updating it is killed', async () => {
  const { home: template, source } = await prepared()
  const commands = [
    ['pack', 'update', '--yes'],
    ['pack', 'add', source, '--yes']
  ]
  const whole = await killed(copied(template), ['pack', 'update', '--yes'], 60_000)
  const found: string[] = []
  const moments = Array.from({ length: MOMENTS }, (_, index) => (index / MOMENTS) * whole * AT_ONCE)
  const worker = async () => {
    for (let after = moments.pop(); after !== undefined; after = moments.pop()) {
      const home = copied(template)
      await killed(home, commands[moments.length % 2] ?? [], after)
      const version = wholeVersion(home, source)
      const listed = await home.run(['list', 'my-pack', '--json'])
      expect(JSON.parse(listed.stdout)).toMatchObject([{ version, exercises: [{ id: 'one' }] }])
      found.push(version)
      // What was left lying about is in nobody's way.
      expect(await home.run(['pack', 'add', source, '--yes'])).toMatchObject({ code: 0 })
      expect(wholeVersion(home, source)).toBe('2.0.0')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  expect(found).toHaveLength(MOMENTS)
  expect([...new Set(found)].toSorted()).toEqual(['1.0.0', '2.0.0'])
}, 60_000)
