import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

/** The files of a pack of an author, with the id that everybody takes. */
function packBy(author: string, { id = 'my-pack', version = '1.0.0' } = {}) {
  const manifest = myPack['pack.yaml']
    .replace('A Tutor', author)
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^version: .*$/m, `version: ${version}`)
    .replace(/^title: .*$/m, `title: The pack of ${author}`)
  return { ...myPack, 'pack.yaml': manifest }
}

/** A home in which the pack of Jo is installed. */
async function homeOfJo(): Promise<Home> {
  const home = newHome()
  writeFiles(path.join(home.dir, 'jo'), packBy('Jo'))
  writeFiles(path.join(home.dir, 'al'), packBy('Al'))
  await done(home, 'pack', 'add', 'jo', '--yes')
  return home
}

async function done(home: Home, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await home.run(args, { input: 'what: Something\n' })
  expect({ args, code, stderr }).toMatchObject({ code: 0 })
  return stdout + stderr
}

const write = (home: Home, name: string) => done(home, 'start', name, '--answers', '-')

/** The packs that are not bundled, and how often their exercise is done. */
async function standing(home: Home): Promise<Record<string, string>> {
  const listed = JSON.parse(await done(home, 'list', '--json')) as {
    id: string
    title: string
    exercises: { entries: number }[]
  }[]
  return Object.fromEntries(
    listed
      .filter(({ title }) => title.startsWith('The pack of'))
      .map(({ id, title, exercises }) => [id, `${title}: ${exercises[0]?.entries}`])
  )
}

function entries(home: Home): string[] {
  const dir = path.join(home.dir, 'journal')
  return filesBelow(dir)
    .filter((file) => /\d{4}.*\.md$/.test(file))
    .map((file) => fs.readFileSync(path.isAbsolute(file) ? file : path.join(dir, file), 'utf8'))
}

describe('a different pack with the id of another', () => {
  it('is explained, and not added while nobody says what to do', async () => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    const { code, stderr } = await home.run(['pack', 'add', 'al', '--yes'])
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /a different pack that is also called my-pack: "The pack of Jo" \(Jo\)\..*--as my-pack-2;.*--replace/
    )
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Jo: 1' })
  })

  it.each([
    ['kept beside it', [], { 'my-pack': 'The pack of Jo: 0', 'my-pack-2': 'The pack of Al: 0' }],
    ['put in its place', ['\u001b[B'], { 'my-pack': 'The pack of Al: 0' }],
    ['not added', ['\u001b[B', '\u001b[B'], { 'my-pack': 'The pack of Jo: 0' }]
  ] as const)('is %s, as chosen in a terminal', async (_, keys, packs) => {
    const home = await homeOfJo()
    const terminal = openTerminal([launcher(), 'pack', 'add', path.join(home.dir, 'al')], { env: home.env, rows: 40 })
    const menu = (await terminal.until('❯ Keep both')).replaceAll(/\s+/g, ' ')
    expect(menu).toContain('You already have a different pack that is also called my-pack: "The pack of Jo" (Jo).')
    for (const key of keys) terminal.type(key)
    terminal.type('\r')
    await terminal.ended
    expect(await standing(home)).toEqual(packs)
  })

  it('is kept beside it under a local id, and neither counts the entries of the other', async () => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    expect(await done(home, 'pack', 'add', 'al', '--yes', '--as', 'als')).toContain('Its author calls it my-pack.')
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Jo: 1', als: 'The pack of Al: 0' })
    await write(home, 'als/one')
    await write(home, 'als/one')
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Jo: 1', als: 'The pack of Al: 2' })
    const [first = '', ...others] = entries(home).toSorted((a, b) => a.indexOf('pack_id') - b.indexOf('pack_id'))
    expect(first).toMatch(/\npack: my-pack\npack_version: 1\.0\.0\npack_authors: \[Jo\]\n/)
    for (const entry of others)
      expect(entry).toMatch(/\npack: als\npack_version: 1\.0\.0\npack_id: my-pack\npack_authors: \[Al\]\n/)
  })

  it('takes its place, and entries stay what they were', async () => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    const before = entries(home)
    await done(home, 'pack', 'add', 'al', '--yes', '--replace')
    expect(await standing(home)).toEqual({ 'my-pack-2': 'The pack of Al: 0' })
    await write(home, 'my-pack/one')
    expect(await standing(home)).toEqual({ 'my-pack-2': 'The pack of Al: 1' })
    expect(entries(home)).toContain(before[0])
    // The first pack finds its entries again.
    await done(home, 'pack', 'add', 'jo', '--yes')
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Jo: 1', 'my-pack-2': 'The pack of Al: 1' })
  })

  it('takes its place under its own id where nothing was written', async () => {
    const home = await homeOfJo()
    await done(home, 'pack', 'add', 'al', '--yes', '--replace')
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Al: 0' })
    expect((await home.run(['pack', 'update', 'my-pack', '--rollback'])).stderr).toMatch(/no earlier version/)
  })

  it('is known by its entries on another computer', async () => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    await done(home, 'pack', 'add', 'al', '--yes', '--as', 'als')
    await write(home, 'als/one')
    fs.rmSync(path.join(home.dir, 'home'), { recursive: true })
    await done(home, 'pack', 'add', 'al', '--yes')
    await done(home, 'pack', 'add', 'jo', '--yes')
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Jo: 1', als: 'The pack of Al: 1' })
  })

  it('leaves the id to the entries of a pack that is not there', async () => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    await done(home, 'pack', 'remove', 'my-pack', '--yes')
    await done(home, 'pack', 'add', 'al', '--yes')
    expect(await standing(home)).toEqual({ 'my-pack-2': 'The pack of Al: 0' })
  })

  it('that is bundled is kept, or hidden until the new one is removed', async () => {
    const home = newHome()
    writeFiles(path.join(home.dir, 'other'), packBy('Al', { id: 'three-questions' }))
    const bundled = async () => (await done(home, 'list', '--json')).includes('"three-questions"')
    const refused = await home.run(['pack', 'add', 'other', '--yes'])
    expect(refused.stderr).toMatch(/a different pack that is also called three-questions: .*The reflect contributors/)
    writeFiles(home.dir, { 'answers.yaml': 'what: Something\n' })
    await done(home, 'start', 'three-questions/three-questions', '--answers', 'answers.yaml')
    await done(home, 'pack', 'add', 'other', '--yes', '--replace')
    expect(await standing(home)).toEqual({ 'three-questions-2': 'The pack of Al: 0' })
    expect(await bundled()).toBe(false)
    await done(home, 'pack', 'remove', 'three-questions-2', '--yes')
    expect(await bundled()).toBe(true)
  })

  it.each([
    ['Als Pack', /cannot be the name of a pack/],
    ['public-value', /already the name of a pack/]
  ])('cannot be called %s', async (id, sentence) => {
    const home = await homeOfJo()
    const { code, stderr } = await home.run(['pack', 'add', 'al', '--yes', '--as', id])
    expect(code).toBe(2)
    expect(stderr).toMatch(sentence)
  })
})

describe('the same pack', () => {
  it('with an author in common is a new version, from wherever it comes', async () => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    writeFiles(path.join(home.dir, 'next'), packBy('Al, Jo', { version: '1.1.0' }))
    await done(home, 'pack', 'add', 'next', '--yes')
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Al, Jo: 1' })
  })

  it.each([
    ['with an author', (text: string) => text],
    ['without one', (text: string) => text.replace(/^authors: .*\n/m, '')]
  ])('has a local id also where it is started from a folder: %s', async (_, change) => {
    const home = await homeOfJo()
    await write(home, 'my-pack/one')
    const manifest = path.join(home.dir, 'al', 'pack.yaml')
    fs.writeFileSync(manifest, change(fs.readFileSync(manifest, 'utf8')))
    const start = ['start', 'one', '--pack', 'al']
    expect(await done(home, ...start, '--answers', '-')).toContain('Here it is called my-pack-2')
    await done(home, ...start, '--answers', '-')
    const begun = await home.run([...start, '--again', '--plain'], { input: 'Begun.\n' })
    const resumed = await home.run(['resume', '--plain'], { input: 'And more.\n' })
    expect(begun.stderr).toContain('my-pack-2')
    expect(resumed.stderr).toMatch(/^Your draft is kept/)
    const own = entries(home).filter(
      (text) => text.includes('pack: my-pack-2\n') && text.includes('pack_id: my-pack\n')
    )
    expect(own).toHaveLength(3)
    expect(await standing(home)).toEqual({ 'my-pack': 'The pack of Jo: 1' })
  })

  it('keeps its local id when it is updated, and rolled back', async () => {
    const home = await homeOfJo()
    await done(home, 'pack', 'add', 'al', '--yes', '--as', 'als')
    await write(home, 'als/one')
    writeFiles(path.join(home.dir, 'al'), packBy('Al', { version: '1.1.0' }))
    await done(home, 'pack', 'update', 'als', '--yes')
    expect(await done(home, 'pack', 'info', 'als')).toContain('als 1.1.0')
    await done(home, 'pack', 'update', 'als', '--rollback')
    expect(await done(home, 'pack', 'info', 'als')).toContain('als 1.0.0')
    expect((await standing(home))['als']).toBe('The pack of Al: 1')
  })

  it('from a file says where its next version comes from, also when the file is gone', async () => {
    const home = await homeOfJo()
    await done(home, 'pack', 'build', 'jo')
    await done(home, 'pack', 'add', 'my-pack-1.0.0.tgz', '--yes')
    const said =
      /my-pack 1\.0\.0 was added from a file, .*Ask whoever sent it for the newer file, then type "reflect pack add FILE"\./
    expect(await done(home, 'pack', 'update')).toMatch(said)
    fs.rmSync(path.join(home.dir, 'my-pack-1.0.0.tgz'))
    expect(await done(home, 'pack', 'update')).toMatch(said)
  })
})
