import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

/** A pack with exercises of one question. */
function packOf(id: string, exercises: readonly string[], routes = '', format = 2): string {
  const each = exercises.map(
    (name) => `
  - id: ${name}
    title: Title ${name}
    minutes: 5
    prompts: [{ id: what, ask: What is it?, lines: 1 }]`
  )
  const head = `format: ${format}\nid: ${id}\nversion: 1.0.0\ntitle: Pack ${id}\nlanguage: en-GB\n`
  return `${head}exercises:${each.join('')}\n${routes}`
}

const WAY = `routes:
  way: { title: The long way, self_check: true, exercises: [a1, second/b1, second/b2] }
  brief: { title: A brief way, exercises: [first/a2] }
`
const FIRST = packOf('first', ['a1', 'a2'], WAY)
const SECOND = packOf('second', ['b1', 'b2'], 'routes: { brief: { title: Another brief way, exercises: [b2] } }\n')

/** A home in which packs are installed. */
async function withPacks(...packs: readonly string[]): Promise<Home> {
  const home = newHome()
  for (const [index, yaml] of packs.entries()) {
    const file = path.join(home.dir, `${index}.yaml`)
    fs.writeFileSync(file, yaml)
    const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
    if (code !== 0) throw new Error(stderr)
  }
  return home
}

const input = '{ what: It rained. }'
const answers = '\nIt rained.\n\n\n'

function answered(home: Home, exercise: string, ...options: readonly string[]) {
  return home.run(['start', exercise, ...options, '--answers', '-'], { input })
}

async function routeOf(home: Home, ...options: readonly string[]): Promise<string | undefined> {
  const { file } = JSON.parse((await home.run(['show', 'last', '--json', ...options])).stdout)
  return /^route: (.*)$/m.exec(fs.readFileSync(file, 'utf8'))?.[1]
}

describe('a route through several packs', () => {
  it('goes on in the next pack: at the end of an exercise, at home, and with --route', async () => {
    const home = await withPacks(FIRST, SECOND)
    const first = await home.run(['start', '--route', 'way'], { input: answers })
    expect(first.stdout).toContain('Next on the route "The long way", when you like: "Title b1" (reflect start b1).')
    expect(await routeOf(home)).toBe('way')
    expect((await home.run([])).stdout).toContain('To begin "Title b1", which is next on your route, "The long way"')
    await home.run(['start', 'b1'], { input: answers })
    expect(await routeOf(home)).toBe('first/way')
    expect((await home.run([])).stdout).toContain('To begin "Title b2", which is next on your route, "The long way"')
    const last = await home.run(['start', '--route', 'first/way'], { input: answers })
    expect(last.stdout).toContain('That was the last exercise of the route "The long way" for now.')
    expect((await home.run(['start', '--route', 'way'], { input: ':leave\n' })).stdout).toContain(
      'You have done every exercise of this route.'
    )
  })

  it('is counted over all of them', async () => {
    const home = await withPacks(FIRST, SECOND)
    await answered(home, 'a1', '--route', 'way')
    await answered(home, 'b2', '--route', 'way')
    expect((await home.run(['progress'])).stdout).toMatch(/The long way +2 \/ 3/)
    const { packs } = JSON.parse((await home.run(['progress', '--json'])).stdout)
    const first = packs.find(({ id }: { id: string }) => id === 'first')
    expect(first.routes[0]).toEqual({ name: 'way', title: 'The long way', done: 2, exercises: 3 })
  })

  it('passes over a pack that is not here, and says so in a sentence', async () => {
    const lacking = FIRST.replace('[a1, second/b1, second/b2]', '[a1, second/b1, a2, elsewhere/x]')
    const home = await withPacks(lacking)
    const said = 'The pack "second" is not on this computer, so the route goes on without it.'
    const first = await home.run(['start', '--route', 'way'], { input: answers })
    expect(first.stdout).toContain(said)
    expect(first.stdout).toContain('Next on the route "The long way", when you like: "Title a2"')
    const second = await home.run(['start', '--route', 'way'], { input: answers })
    expect(second.stdout.split(said)).toHaveLength(2)
    expect(second.stdout).toContain('The packs "second" and "elsewhere" are not on this computer')
    const later = path.join(home.dir, 'later.yaml')
    fs.writeFileSync(later, SECOND)
    await home.run(['pack', 'add', later, '--yes'])
    expect((await home.run(['list', 'first'])).stdout).toMatch(/way +The long way +2 \/ 3/)
  })

  it('leads from a pack that is only named by its path into one that is here', async () => {
    const home = await withPacks(SECOND)
    const file = path.join(home.dir, 'first.yaml')
    fs.writeFileSync(file, FIRST)
    const start = () => home.run(['start', '--pack', file, '--route', 'way'], { input: answers })
    expect((await start()).stdout).toContain('"Title b1" (reflect start b1)')
    expect((await start()).stdout).toContain('Title b1')
    const { file: entry } = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    const text = fs.readFileSync(entry, 'utf8')
    expect(text).toMatch(/^route: first\/way$/m)
    expect(text).not.toMatch(/^pack_path:/m)
  })

  it('ends with one look at the pages, in whichever pack it ends', async () => {
    const home = await withPacks(FIRST, SECOND)
    for (const name of ['a1', 'b2']) await answered(home, name, '--route', 'way')
    const ending = async (...options: readonly string[]) => {
      const terminal = openTerminal([launcher(), 'start', ...options], { env: home.env, rows: 30 })
      await terminal.until('1 question')
      terminal.type('\r')
      await terminal.until('What is it?')
      terminal.type('It rained.\r')
      return terminal
    }
    const terminal = await ending('b1', '--route', 'way')
    await terminal.until('Does it question what I did or thought?')
    terminal.type('1')
    await terminal.until('1 chosen')
    terminal.type('\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    await terminal.until('Finished and saved')
    const again = await ending('a1', '--again', '--plain')
    expect(await again.until('Your answers')).not.toContain('Does it question what I did or thought?')
  })
})

describe('a route that several packs have', () => {
  it('is asked about on a terminal', async () => {
    const home = await withPacks(FIRST, SECOND)
    const terminal = openTerminal([launcher(), 'start', '--route', 'brief'], { env: home.env, rows: 30 })
    await terminal.until('Which route?')
    terminal.type('\x1b[B\r')
    await terminal.until('Title b2')
  })

  it('is named with its pack otherwise', async () => {
    const home = await withPacks(FIRST, SECOND)
    const { code, stderr } = await home.run(['start', '--route', 'brief'])
    expect(code).toBe(2)
    expect(stderr).toContain('Several packs have a route named "brief". Type "first/brief" or "second/brief".')
    expect((await home.run(['start', '--route', 'second/brief'], { input: ':leave\n' })).stdout).toContain('Title b2')
    expect((await answered(home, 'b2', '--route', 'brief')).code).toBe(0)
    expect(await routeOf(home)).toBe('brief')
    expect((await answered(home, 'b1', '--route', 'brief')).code).toBe(2)
  })

  it('is listed as it is to be typed, and completed', async () => {
    const home = await withPacks(FIRST, SECOND)
    expect((await home.run(['list', 'first'])).stdout).toMatch(/first\/brief +A brief way/)
    const info = await home.run(['pack', 'info', 'first'])
    expect(info.stdout).toContain('reflect start --route first/brief')
    expect(info.stdout).toContain('The long way: Title a1, Title b1, Title b2')
    expect(JSON.parse((await home.run(['pack', 'info', 'first', '--json'])).stdout).routes[1]).toEqual({
      name: 'brief',
      title: 'A brief way',
      exercises: ['a2']
    })
    const { stdout } = await home.run(['__complete', 'start', '--route', ''])
    const offered = stdout.split('\n').map((line) => line.split('\t')[0])
    expect(offered).toEqual(expect.arrayContaining(['way', 'first/way', 'first/brief', 'second/brief', 'three-weeks']))
    expect(offered).not.toContain('brief')
  })
})

describe('pack check', () => {
  async function checked(yaml: string, ...options: readonly string[]) {
    const home = await withPacks(SECOND)
    const file = path.join(home.dir, 'checked.yaml')
    fs.writeFileSync(file, yaml)
    const { code, stdout } = await home.run(['pack', 'check', file, '--json', ...options])
    const { diagnostics } = JSON.parse(stdout)
    return [code, ...diagnostics.map((each: { severity: string; code: string }) => `${each.severity} ${each.code}`)]
  }

  it.each([
    ['an exercise of another pack', FIRST, [0]],
    ['one that it does not have', FIRST.replace('second/b1', 'second/b3'), [2, 'error unknown-elsewhere']],
    ['a pack that is not here', FIRST.replace('second/b1', 'third/c1'), [0, 'warning pack-not-here']],
    ['one that its own pack does not have', FIRST.replace('first/a2', 'first/a3'), [2, 'error unknown-exercise']],
    ['one twice, in both forms', FIRST.replace('[a1, ', '[a1, first/a1, '), [2, 'error repeated-in-route']],
    [
      'a pack of format 1',
      packOf('first', ['a1', 'a2'], WAY.replace('self_check: true, ', ''), 1),
      [2, 'error needs-format']
    ]
  ])('of a route with %s', async (_, yaml, expected) => expect(await checked(yaml, '--strict')).toEqual(expected))
})

describe('a first exercise', () => {
  it("is of a pack in the learner's language, or its language is said", async () => {
    const home = newHome()
    expect((await home.run(['--lang', 'cy'])).stdout).toContain('I ddechrau "Dewiswch eich newid"')
    const first = ['start', 'friday-night', '--route', 'week-1', '--answers', '-']
    expect((await home.run(first, { input: '{ name: Friday }' })).code).toBe(0)
    const terminal = openTerminal([launcher(), '--lang', 'cy'], { env: home.env, rows: 30 })
    expect(await terminal.until('Dechrau "Who leads here?"')).toMatch(/nesaf ar eich llwybr, "Fifty[^]*Yn\s+Saesneg/)
    const english = openTerminal([launcher()], { env: home.env, rows: 30 })
    expect(await english.until('Begin "Who leads here?"')).not.toContain('In English')
  })
})
