import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

const MOMENTS = 50
const AT_ONCE = 5
const versions = ['1.0.0', '2.0.0']

/** A home with version 1 of a pack installed, and version 2 to be had from the same folder. */
async function prepared(): Promise<Home> {
  const home = newHome()
  const pack = writeFiles(path.join(home.dir, 'pack'), myPack)
  await home.run(['pack', 'add', 'pack', '--yes'])
  const padding = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`notes-${index}.md`, 'x'.repeat(10_000)])
  )
  writeFiles(pack, { ...padding, 'pack.yaml': myPack['pack.yaml'].replace('1.0.0', '2.0.0') })
  return home
}

/** Runs a command and kills it after so many milliseconds; gives how long it took if it was quicker. */
function killed(home: Home, args: readonly string[], after: number): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [launcher, ...args], { env: home.env, cwd: home.dir, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) =>
    child.on('close', () => {
      clearTimeout(timer)
      resolve(performance.now() - start)
    })
  )
}

/** The version that is installed, of which every file has to be there as it was in the pack. */
async function wholeVersion(home: Home): Promise<string> {
  const [pack] = JSON.parse((await home.run(['list', 'my-pack', '--json'])).stdout) as { version: string }[]
  const list = fs.readFileSync(path.join(home.dir, 'home', 'packs', 'installed.json'), 'utf8')
  const { packs } = JSON.parse(list) as { packs: { folder: string }[] }
  const folder = path.join(home.dir, 'home', 'packs', packs[0]?.folder ?? '')
  const names = fs.readdirSync(folder)
  expect(names).toHaveLength(pack?.version === '1.0.0' ? 4 : 44)
  for (const name of names.filter((file) => pack?.version === '2.0.0' || file !== 'pack.yaml'))
    expect(fs.readFileSync(path.join(folder, name)).equals(fs.readFileSync(path.join(home.dir, 'pack', name)))).toBe(
      true
    )
  return pack?.version ?? ''
}

it('a pack is whole, old or new, at whatever moment adding or updating it is killed', async () => {
  const whole = await killed(await prepared(), ['pack', 'update', '--yes'], 60_000)
  const found: string[] = []
  const moments = Array.from({ length: MOMENTS }, (_, index) => (index / MOMENTS) * whole * AT_ONCE)
  const worker = async () => {
    for (let after = moments.pop(); after !== undefined; after = moments.pop()) {
      const home = await prepared()
      await killed(
        home,
        moments.length % 2 === 0 ? ['pack', 'update', '--yes'] : ['pack', 'add', 'pack', '--yes'],
        after
      )
      found.push(await wholeVersion(home))
      // What was left lying about is in nobody's way.
      expect((await home.run(['pack', 'add', 'pack', '--yes'])).code).toBe(0)
      expect(await wholeVersion(home)).toBe('2.0.0')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  expect(found).toHaveLength(MOMENTS)
  expect([...new Set(found)].toSorted()).toEqual(versions)
}, 60_000)
