import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { trusting } from '../kit/handing-out.ts'
import { serve, servePlainly } from '../kit/network/server.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'

/** Processes that work in a folder, by what the system says of them; on a system that says nothing, none. */
function workingIn(dir: string): string[] {
  const all = fs.existsSync('/proc') ? fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  return all.filter((name) => {
    try {
      return fs.readlinkSync(`/proc/${name}/cwd`).startsWith(dir)
    } catch {
      return false
    }
  })
}

it.each([
  ['https', 'SIGINT', 130],
  ['git', 'SIGINT', 130],
  ['git', 'SIGTERM', 143],
  ['npm', 'SIGINT', 130],
  ['npm', 'SIGHUP', 129]
] as const)('adding a pack from %s, ended by %s, leaves nothing on its way', async (kind, signal, expected) => {
  const home = newHome()
  let asked: () => void = () => {}
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  // It begins to answer, and says no more.
  const url = await (kind === 'npm' ? servePlainly : serve)((_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' }).write('001e')
    asked()
  })
  const source = { https: `${url}/x.tgz`, git: `git+${url}/x.git`, npm: 'npm:my-pack' }[kind]
  const child = spawn(process.execPath, [launcher(), 'pack', 'add', source, '--yes'], {
    cwd: home.dir,
    env: { ...home.env, ...trusting, npm_config_registry: url },
    stdio: 'ignore'
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  await isAsked
  child.kill(signal)
  expect(await ended).toBe(expected)
  await expect.poll(() => workingIn(home.dir)).toEqual([])
  expect(filesBelow(path.join(home.dir, 'home'))).toEqual([])
  expect(fs.readdirSync(path.join(home.dir, 'home', 'packs', 'staging'))).toEqual([])
})
