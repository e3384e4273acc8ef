import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, newHome, type Home } from '../kit/program.ts'

const exercise = (id: string) => `
  - id: ${id}
    title: Title ${id}
    minutes: 5
    prompts: [{ id: what, ask: What is it? }]`

const ROUTES = `format: 1
id: ways
version: 1.0.0
title: Ways
language: en-GB
exercises:${['a', 'b', 'c', 'd'].map(exercise).join('')}
routes:
  brief: { title: The short way, exercises: [b, d] }
`

/** A home in which a pack is installed. */
async function withPack(yaml: string): Promise<Home> {
  const home = newHome()
  const file = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(file, yaml)
  const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
  if (code !== 0) throw new Error(stderr)
  return home
}

describe('a route', () => {
  it('is remembered: the home screen goes on there, until it is done', async () => {
    const home = await withPack(ROUTES)
    const input = '{ what: It rained. }'
    await home.run(['start', 'b', '--route', 'brief', '--answers', '-'], { input })
    expect((await home.run([])).stdout).toContain('To begin "Title d", which is next on your route, "The short way"')
    await home.run(['start', 'a', '--route', 'brief', '--answers', '-'], { input })
    expect((await home.run([])).stdout).toContain('To begin "Title d", which is next on your route')
    const closing = await home.run(['start', 'd'], { input: '\nIt rained.\n\n.\n\n\n' })
    expect(closing.stdout).toContain('That was the last exercise of the route "The short way" for now.')
    expect(closing.stdout).toContain('"Title c"')
    expect((await home.run([])).stdout).toContain('To begin "Title c":')
    const routes = filesBelow(home.journal)
      .filter((name) => /^\d{4}/.test(name))
      .map((name) => fs.readFileSync(path.join(home.journal, name), 'utf8'))
      .map((text) => [/^exercise: (.*)$/m.exec(text)?.[1], /^route: (.*)$/m.exec(text)?.[1]])
    expect(Object.fromEntries(routes)).toEqual({ a: undefined, b: 'brief', d: 'brief' })
  })

  it('names the next exercise of it at the end of one', async () => {
    const home = await withPack(ROUTES)
    const { stdout } = await home.run(['start', '--route', 'brief'], { input: '\nIt rained.\n\n.\n\n\n' })
    expect(stdout).toContain('Next on the route "The short way", when you like: "Title d" (reflect start d).')
  })
})
