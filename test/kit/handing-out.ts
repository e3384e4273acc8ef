import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { certificate } from './network/server.ts'
import { myPack, writeFiles } from './pack-folders.ts'
import type { Home } from './program.ts'
import { runNpm } from './npm.ts'

/** What a program needs to trust the servers of the tests. */
export const trusting = { NODE_EXTRA_CA_CERTS: certificate, GIT_SSL_CAINFO: certificate }

/** A built archive of `my-pack`, in a home's folder. */
export async function builtIn(home: Home, files: Readonly<Record<string, string>> = myPack): Promise<Buffer> {
  writeFiles(path.join(home.dir, 'source'), files)
  const { stdout } = await home.run(['pack', 'build', 'source', '--json'])
  return fs.readFileSync((JSON.parse(stdout) as { file: string }).file)
}

/** Adds a pack to a fresh home and shows that it can be used. An environment needs a process of its own. */
export async function addAndUse(
  home: Home,
  source: string,
  { env, args = [] }: { env?: Record<string, string>; args?: readonly string[] } = {}
) {
  const add = ['pack', 'add', source, '--yes', '--json', ...args]
  const added = env === undefined ? await home.run(add) : await home.spawn(add, { env })
  expect(added).toMatchObject({ code: 0 })
  const listed = JSON.parse((await home.run(['list', '--json'])).stdout) as { id: string }[]
  expect(listed.map(({ id }) => id)).toContain('my-pack')
  const started = await home.run(['start', 'my-pack/one', '--answers', '-', '--json'], { input: 'what: Something\n' })
  expect(JSON.parse(started.stdout)).toMatchObject({ pack: 'my-pack', packVersion: '1.0.0' })
  expect(fs.readdirSync(path.join(home.dir, 'home', 'packs', 'staging'))).toEqual([])
  return JSON.parse(added.stdout) as { source: string; exact: string; sha256: string }
}

/** Settings for npm: where packages come from, those of one scope or all, and as whom. */
export function npmSettings(url: string, token = 'secret', scope = ''): string {
  return `${scope}registry=${url}/\n//${new URL(url).host}/:_authToken=${token}\ncafile=${certificate}\n`
}

/** Publishes with npm itself, by the settings in the home. */
export async function publish(home: Home, file: string, settings: string): Promise<void> {
  fs.writeFileSync(path.join(home.dir, '.npmrc'), settings)
  const args = ['publish', `./${file}`, '--access', 'public', '--fetch-retries=0']
  await runNpm(args, { cwd: home.dir, env: home.env })
}
