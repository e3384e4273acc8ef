import fs from 'node:fs'
import path from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { commitAll, writeFiles } from '../kit/pack-folders.ts'
import { chunk, exif, jpegWith, png, webp } from '../kit/pictures.ts'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { writeLink, writeScript } from '../kit/needs.ts'

const secret = 'SECRET place'
const files = {
  'pack.yaml': 'format: 2\nid: seen\nversion: 1.0.0\ntitle: Seen\nlanguage: en\nexercises: [one.yaml]\n',
  'one.yaml': [
    'id: one',
    'title: One',
    'minutes: 5',
    'reading: "![A counter](images/counter.png)"',
    'prompts:',
    '  - id: what',
    '    title: What',
    '    ask: "![A queue](images/queue.jpg)\\n\\nWho is missing?"',
    '  - id: rate',
    '    title: Rate',
    '    type: yes-no',
    '    ask: "And here, ![a door](images/door.webp): is it open?"',
    ''
  ].join('\n'),
  'images/counter.png': png([chunk('tEXt', secret)]),
  'images/queue.jpg': jpegWith([exif(6)], secret),
  'images/door.webp': webp(),
  'images/unused.png': png(),
  'images/notes.psd': Buffer.from(secret)
}

/** A home with the pack in its folder `source`. */
function withSource(): Home {
  const home = newHome()
  writeFiles(path.join(home.dir, 'source'), files)
  return home
}

/** The installed pictures: their names, and all of their content. */
function installed(home: Home) {
  const folder = path.join(home.dir, 'home', 'packs', 'seen')
  const all = filesBelow(folder).filter((name) => name.includes('images'))
  const content = all.map((name) => fs.readFileSync(path.join(folder, name), 'latin1')).join('')
  return { names: all.map((name) => path.basename(name)).toSorted(), content }
}

async function built(home: Home, source: string): Promise<string> {
  expect((await home.run(['pack', 'build', source])).code).toBe(0)
  return 'seen-1.0.0.tgz'
}

async function started(home: Home): Promise<void> {
  expect(await home.run(['pack', 'add', 'source', '--yes'])).toMatchObject({ code: 0 })
  const done = await home.run(['start', 'seen/one', '--answers', '-'], { input: 'what: An old man\nrate: true\n' })
  expect(done.code).toBe(0)
}

describe('pictures of a pack', () => {
  const ways: Readonly<Record<string, (home: Home) => Promise<string>>> = {
    folder: async () => 'source',
    archive: (home) => built(home, 'source'),
    zip: async ({ dir }) => {
      const names = filesBelow(path.join(dir, 'source'))
      const bytes = names.map((name) => [name, fs.readFileSync(path.join(dir, 'source', name))] as const)
      fs.writeFileSync(path.join(dir, 'pack.zip'), zipSync(Object.fromEntries(bytes)))
      return 'pack.zip'
    },
    repository: async ({ dir }) => {
      commitAll(path.join(dir, 'source'))
      return `git+file://${path.join(dir, 'source')}`
    },
    'pack in one file': (home) => {
      const source = path.join(home.dir, 'source')
      const exercise = files['one.yaml'].trimEnd().replaceAll('\n', '\n    ')
      for (const name of ['one.yaml', 'pack.yaml']) fs.rmSync(path.join(source, name))
      writeFiles(source, { 'mine.yaml': files['pack.yaml'].replace('[one.yaml]', `\n  - ${exercise}`) })
      return built(home, 'source/mine.yaml')
    }
  }

  it.each(Object.entries(ways))('come with it from a %s', async (_, addressIn) => {
    const home = withSource()
    const address = await addressIn(home)
    expect(await home.run(['pack', 'add', address, '--yes'])).toMatchObject({ code: 0 })
    const { names, content } = installed(home)
    expect(names).toEqual(['counter.png', 'door.webp', 'queue.jpg'])
    expect(content).not.toContain(secret)
  })

  it('are refused when a missing, false or oversized one is added', async () => {
    for (const [name, bytes] of [
      ['images/queue.jpg', Buffer.from('<svg onload="alert(1)"/>')],
      ['images/counter.png', png([], { claims: [60_000, 60_000] })],
      ['images/door.webp', Buffer.alloc(700_000)]
    ] as const) {
      const home = withSource()
      fs.writeFileSync(path.join(home.dir, 'source', name), bytes)
      const added = await home.run(['pack', 'add', 'source', '--yes'])
      expect(added.code).toBe(2)
      expect(added.stderr).toContain(name)
    }
  })

  it('do not lead out of the pack', async () => {
    const home = withSource()
    const file = path.join(home.dir, 'source', 'images', 'counter.png')
    fs.renameSync(file, path.join(home.dir, 'counter.png'))
    writeLink(path.join(home.dir, 'counter.png'), file)
    for (const command of [['check'], ['add', '--yes'], ['build']])
      expect((await home.run(['pack', ...command, 'source'])).code).toBe(2)
  })

  it('are in the page of the pack', async () => {
    const home = withSource()
    expect((await home.run(['pack', 'preview', 'source', '--output', 'page.html'])).code).toBe(0)
    const page = fs.readFileSync(path.join(home.dir, 'page.html'), 'utf8')
    expect(page.match(/<img src="data:image\/\w+;base64,[\w+/=]+" alt="[^"]*" width="8" height="6">/g)).toHaveLength(3)
    expect(page).toContain('img-src data:')
    expect(Buffer.from(/png;base64,([^"]*)/.exec(page)?.[1] ?? '', 'base64').includes(secret)).toBe(false)
  })

  it('are in exported pages and Word documents; elsewhere their description is', async () => {
    const home = withSource()
    await started(home)
    const exported = async (name: string) => {
      expect((await home.run(['export', 'last', '--output', name])).code).toBe(0)
      return fs.readFileSync(path.join(home.dir, name))
    }
    const page = (await exported('e.html')).toString()
    expect(page.match(/<img [^>]*>/g)?.map((tag) => /alt="([^"]*)"/.exec(tag)?.[1])).toEqual(['A queue', 'a door'])
    const parts = unzipSync(await exported('e.docx'))
    const text = Buffer.from(parts['word/document.xml'] ?? []).toString()
    expect(text).toContain('descr="A queue"')
    expect(text).toContain('(Picture: a door)')
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/picture1.jpeg'])
    expect((await exported('e.txt')).toString()).toContain('> Picture: A queue\n')
    expect((await home.run(['show', 'last'])).stdout).toContain('Picture: A queue')
    expect((await home.run(['show', 'last', '--json'])).stdout).toContain('![A queue](images/queue.jpg)')
    expect((await home.run(['pack', 'remove', 'seen', '--yes'])).code).toBe(0)
    expect((await exported('f.html')).toString()).toContain('Picture: A queue')
  })

  it('never come from an answer', async () => {
    const home = withSource()
    await home.run(['pack', 'add', 'source', '--yes'])
    await home.run(['start', 'seen/one', '--answers', '-'], { input: 'what: "![x](images/queue.jpg)"\n' })
    await home.run(['export', 'last', '--output', 'e.html'])
    expect(fs.readFileSync(path.join(home.dir, 'e.html'), 'utf8').match(/<img /g)).toHaveLength(2)
  })
})

/** A folder of programs with one that opens files, and notes which. */
function withOpener(home: Home): { env: Record<string, string>; opened: () => string } {
  const name = process.platform === 'darwin' ? 'open' : 'xdg-open'
  const log = path.join(home.dir, 'opened')
  writeScript(path.join(home.dir, 'bin', name), `echo "$1" >> "${log}"`)
  return {
    env: { PATH: `${path.join(home.dir, 'bin')}:${home.env['PATH']}` },
    opened: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '')
  }
}

describe('a picture is opened', () => {
  it('with a command in plain mode', async () => {
    const home = withSource()
    await home.run(['pack', 'add', 'source', '--yes'])
    const { env, opened } = withOpener(home)
    const { stdout } = await home.run(['start', 'seen/one', '--plain'], { env, input: ':picture\n\n:picture\nMe\n.\n' })
    expect(stdout).toContain('Picture: A counter')
    expect(stdout).toContain('The picture opens in another window.')
    await expect.poll(opened).toContain('queue.jpg')
    expect(opened()).toContain('counter.png')
  })

  it('or says where it is if no program can', async () => {
    const home = withSource()
    const { stdout } = await home.run(['start', 'one', '--pack', 'source', '--plain'], {
      env: { PATH: path.join(home.dir, 'nothing') },
      input: ':picture\n'
    })
    expect(stdout).toContain(
      `No program to show the picture was found. The picture is here: ${path.join(home.dir, 'source', 'images', 'counter.png')}`
    )
  })

  it('with a key, and the answer stays', async () => {
    const home = withSource()
    const { env, opened } = withOpener(home)
    const terminal = openTerminal([launcher(), 'start', 'one', '--pack', path.join(home.dir, 'source')], {
      env: { ...home.env, ...env }
    })
    await terminal.until('F3 picture')
    terminal.type('\r')
    await terminal.until((screen) => screen.includes('Who is missing?') && screen.includes('F3 picture'))
    terminal.type('An old')
    await terminal.until('An old')
    terminal.type('\u001bOR')
    await terminal.until((screen) => screen.includes('The picture opens') && screen.includes('An old'))
    await expect.poll(opened).toContain('queue.jpg')
  })
})
