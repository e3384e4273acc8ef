import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome, type Home } from '../kit/program.ts'
import { writeFiles } from '../kit/pack-folders.ts'
import { openTerminal } from '../kit/terminal.ts'

const exercise = (id: string) => `
  - id: ${id}
    title: Title ${id}
    minutes: 5
    prompts: [{ id: what, ask: What is it?, lines: 1 }]`

/** A pack whose exercises are listed in another order than that of its weeks, and one of which is in no week. */
const COURSE = `format: 2
id: ward
version: 1.0.0
title: On the ward
language: en-GB
exercises:${['extra', 'c', 'a', 'b'].map(exercise).join('')}
sections:
  week-1: { title: "Week 1: Arriving", opens: 0 days, due: 1 week, exercises: [a, b] }
  week-2: { title: "Week 2: Listening", opens: 1 week, due: 2 weeks, exercises: [c] }
translations:
  cy: { sections: { week-1: "Wythnos 1: Cyrraedd" } }
`

const input = '{ what: It rained. }'

async function withCourse(yaml = COURSE): Promise<Home> {
  const home = newHome()
  const file = path.join(home.dir, 'ward.yaml')
  fs.writeFileSync(file, yaml)
  const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
  if (code !== 0) throw new Error(stderr)
  return home
}

async function out(home: Home, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await home.run(args)
  if (code !== 0) throw new Error(stderr)
  return stdout
}

/** Where these texts are, in this order. */
function inOrder(text: string, ...parts: readonly string[]) {
  const places = parts.map((part) => text.indexOf(part))
  expect(places.filter((place) => place === -1)).toEqual([])
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('the sections of a pack', () => {
  it('head their exercises in lists, in their own order, with titles only', async () => {
    const home = await withCourse()
    const parts = [
      'Week 1: Arriving\n',
      'Title a',
      'Title b',
      'Week 2: Listening\n',
      'Title c',
      'Other exercises',
      'Title extra'
    ]
    inOrder(await out(home, 'list', 'ward'), ...parts)
    inOrder(await out(home, 'pack', 'info', 'ward'), ...parts)
    await home.run(['start', 'a', '--answers', '-'], { input })
    inOrder(
      await out(home, 'progress'),
      'On the ward',
      'Week 1: Arriving',
      'Title a',
      'Week 2: Listening',
      'Other exercises'
    )
    expect(await out(home)).toContain('reflect start b\n  Week 1: Arriving\n')
  })

  it('have days from the start day of the learner, and enforce none', async () => {
    const home = await withCourse()
    await home.run(['config', 'set', 'start', 'other 2020-02-01, ward 2099-01-12'])
    const list = await out(home, 'list', 'ward')
    expect(list).toContain('Week 1: Arriving (opens on Monday 12 January 2099, due by Sunday 18 January 2099)')
    expect(list).toContain('Week 2: Listening (opens on Monday 19 January 2099, due by Sunday 25 January 2099)')
    expect((await home.run(['start', 'c', '--answers', '-'], { input })).code).toBe(0)
    await home.run(['config', 'set', 'start', 'ward 2020-01-06'])
    expect(await out(home, 'list', 'ward')).toContain('Week 1: Arriving (due by Sunday 12 January 2020)')
    const [json] = JSON.parse(await out(home, 'list', 'ward', '--json'))
    expect(json.sections).toEqual([
      { id: 'week-1', title: 'Week 1: Arriving', opens: '2020-01-06', due: '2020-01-12', exercises: ['a', 'b'] },
      { id: 'week-2', title: 'Week 2: Listening', opens: '2020-01-13', due: '2020-01-19', exercises: ['c'] }
    ])
    expect(json.exercises.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c', 'extra'])
  })

  it.each(['ward', 'ward 2027-02-30', '2027-01-11', 'ward 2027-01-11,'])('have no start day %s', async (value) => {
    const home = await withCourse()
    const { code, stderr } = await home.run(['config', 'set', 'start', value])
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('such as "my-pack 2027-01-11"') })
  })

  it('are translated', async () => {
    const home = await withCourse()
    expect(await out(home, 'list', 'ward', '--lang', 'cy')).toContain('Wythnos 1: Cyrraedd')
    await home.run(['config', 'set', 'start', 'ward 2099-01-12'])
    expect(await out(home, 'list', 'ward', '--lang', 'cy')).toContain(
      "Wythnos 1: Cyrraedd (yn agor ddydd Llun 12 Ionawr 2099, i'w gorffen erbyn dydd Sul 18 Ionawr 2099)"
    )
  })

  it('are on the page of the pack, and in what an update says', async () => {
    const home = await withCourse()
    const file = path.join(home.dir, 'ward.yaml')
    const page = path.join(home.dir, 'page.html')
    await out(home, 'pack', 'preview', file, '--html', page)
    inOrder(
      fs.readFileSync(page, 'utf8'),
      'Week 1: Arriving</h3>',
      'opens on the first day, ends 1 week after',
      '<ol start="3">'
    )
    fs.writeFileSync(file, COURSE.replace('1.0.0', '1.1.0').replace('Listening"', 'Hearing"'))
    const { stderr, stdout } = await home.run(['pack', 'add', file, '--yes'])
    expect(stdout + stderr).toContain('The weeks or parts have changed.')
    expect(stderr).toContain('ward is now 1.1.0.')
  })
})

const CLASS = COURSE.replace(
  'exercises:\n',
  'class: { name: "Group B", start: 2099-01-12, language: cy, rhythm: 1 week, bundled: hide }\nexercises:\n'
)

/** The settings as they are in the file. */
async function settingsOf(home: Home) {
  const all: { key: string; value: unknown; isSet: boolean }[] = JSON.parse(await out(home, 'config', '--json'))
  return Object.fromEntries(all.flatMap(({ key, value, isSet }) => (isSet ? [[key, value]] : [])))
}

describe('the class of a pack', () => {
  it('is shown, gives the start day, and sets nothing with --yes', async () => {
    const home = newHome()
    const file = path.join(home.dir, 'ward.yaml')
    fs.writeFileSync(file, CLASS)
    const { stdout, stderr } = await home.run(['pack', 'add', file, '--yes'])
    expect(stdout).toMatch(/Class +Group B/)
    expect(stdout).toContain('ward comes first on the home screen and in lists.')
    expect(stderr).toContain('reflect config set pack ward\n  reflect config set bundled hide\n')
    expect(stderr).toMatch(/ {2}reflect config set revisit\.after ["']1 week["']\n {2}reflect config set language cy\n/)
    expect(await settingsOf(home)).toEqual({})
    expect(await out(home, 'list', 'ward')).toContain('opens on Monday 19 January 2099')
    expect((await home.run(['pack', 'add', file, '--yes'])).stderr).not.toContain('config set')
  })

  it.each([
    ['all', '\r', { pack: 'ward', bundled: 'hide', 'revisit.after': '1 week', language: 'cy' }],
    ['none', '3\r', {}]
  ])('is accepted on a terminal: %s', async (_, keys, expected) => {
    const home = newHome()
    const file = path.join(home.dir, 'ward.yaml')
    fs.writeFileSync(file, CLASS)
    const terminal = openTerminal([launcher(), 'pack', 'add', file], { env: home.env, rows: 40 })
    await terminal.until('Add "On the ward"?')
    terminal.type('y\r')
    await terminal.until('None of them')
    terminal.type(keys)
    await terminal.ended
    expect(await settingsOf(home)).toEqual(expected)
  })

  describe('of a new version', () => {
    const LATER = CLASS.replace('1.0.0', '1.1.0').replace('rhythm: 1 week', 'rhythm: 2 weeks')

    /** A home whose class has a new version: the pack is in a folder, so that it can be updated. */
    async function withNews(later = LATER) {
      const home = newHome()
      const folder = path.join(home.dir, 'ward')
      writeFiles(folder, { 'pack.yaml': CLASS })
      await home.run(['pack', 'add', folder, '--yes'])
      writeFiles(folder, { 'pack.yaml': later })
      return { home, folder }
    }

    it.each([
      ['update', 'ward'],
      ['add', 'ward']
    ])('asks for what it did not ask for before: pack %s', async (command, place) => {
      const { home, folder } = await withNews()
      const { stdout, stderr } = await home.run(['pack', command, command === 'add' ? folder : place, '--yes'])
      expect(stdout).toContain('Every exercise is offered again 2 weeks after')
      expect(stdout).not.toContain('ward comes first')
      expect(stderr).toMatch(/config set revisit\.after \S2 weeks\S/)
      expect(stderr).not.toMatch(/config set (?:pack|bundled|language)/)
      expect(await settingsOf(home)).toEqual({})
    })

    it('is offered after an update on a terminal', async () => {
      const { home } = await withNews()
      const terminal = openTerminal([launcher(), 'pack', 'update', 'ward'], { env: home.env, rows: 40 })
      await terminal.until('1.1.0?')
      terminal.type('y\r')
      await terminal.until('None of them')
      terminal.type('\r')
      await terminal.ended
      expect(await settingsOf(home)).toEqual({ 'revisit.after': '2 weeks' })
    })

    it('says that the days of the weeks have changed, and asks for nothing new', async () => {
      const { home } = await withNews(CLASS.replace('1.0.0', '1.1.0').replace('2099-01-12', '2099-01-19'))
      const { stdout, stderr } = await home.run(['pack', 'update', 'ward', '--yes'])
      expect(stdout).toContain('The weeks or parts have changed.')
      expect(stdout + stderr).not.toContain('config set')
    })
  })

  it('is accepted one by one', async () => {
    const home = newHome()
    const file = path.join(home.dir, 'ward.yaml')
    fs.writeFileSync(file, CLASS)
    const terminal = openTerminal([launcher(), 'pack', 'add', file], { env: home.env, rows: 40 })
    await terminal.until('Add "On the ward"?')
    terminal.type('y\r')
    await terminal.until('None of them')
    terminal.type('2\r')
    const asked = ['comes first', 'are not listed', 'is offered again', 'The language is']
    for (const [index, sentence] of asked.entries()) {
      await terminal.until((screen) => new RegExp(`${sentence}[^?]*Do you want\\s+this\\?\\s+❯ \\(Y/n\\)`).test(screen))
      terminal.type(index === 1 ? '\r' : 'n\r')
    }
    await terminal.ended
    expect(await settingsOf(home)).toEqual({ bundled: 'hide' })
    expect(terminal.screen()).toMatch(/which were not\s+changed\.\s+To\s+set\s+one,\s+type:/)
  })

  it('puts the pack first and hides bundled packs until they are used', async () => {
    const home = await withCourse(CLASS)
    await home.run(['config', 'set', 'pack', 'ward'])
    expect(await out(home, 'list')).toMatch(/^On the ward/)
    expect(await out(home)).toContain('reflect start a\n')
    await home.run(['config', 'set', 'bundled', 'hide'])
    const { stdout, stderr } = await home.run(['list'])
    expect(stdout).not.toContain('public-value')
    expect(stderr).toContain('"reflect config set bundled show"')
    expect(await out(home)).not.toContain('Leading change')
    expect(await out(home, 'progress')).not.toContain('Leading change')
    expect(await out(home, 'list', 'public-value')).toContain('Choose your change')
    await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ what: It rained. }' })
    expect(await out(home, 'list')).toContain('three-questions')
  })

  it('hides nothing if there is nothing else', async () => {
    const home = newHome()
    await home.run(['config', 'set', 'bundled', 'hide'])
    expect(await out(home, 'list')).toContain('public-value')
  })
})

describe('pack handout', () => {
  async function handout(...options: readonly string[]) {
    const home = newHome()
    fs.writeFileSync(path.join(home.dir, 'ward.yaml'), CLASS)
    const result = await home.run(['pack', 'handout', 'ward.yaml', ...options])
    const read = (name: string) => fs.readFileSync(path.join(home.dir, name))
    return { home, read, ...result }
  }

  it('writes a page for each language of the pack', async () => {
    const { read, code, home } = await handout('--output', 'page.md')
    expect(code).toBe(0)
    const english = read('page.md').toString()
    inOrder(
      english,
      '# On the ward',
      'Group B',
      'Ask your tutor',
      'the file `ward-1.0.0.tgz`',
      '.\\reflect pack add ward-1.0.0.tgz'
    )
    inOrder(english, '### On a Mac', './reflect pack add ward-1.0.0.tgz', 'npm install --global', '--plain')
    inOrder(
      english,
      'ward comes first',
      'Week 1: Arriving (opens on Monday 12 January 2099',
      'sends nothing',
      'export last'
    )
    expect(english).not.toMatch(/npmjs|npx/)
    const welsh = read('page.cy.md').toString()
    inOrder(welsh, 'Gofynnwch i', 'pack add ward-1.0.0.tgz', 'Wythnos 1: Cyrraedd (yn agor')
    const again = await home.run(['pack', 'handout', 'ward.yaml', '--output', 'page.md'])
    expect(again.code).toBe(2)
  })

  it.each([
    [['--from', 'https://example.org/a/ward.tgz'], 'reflect pack add https://example.org/a/ward.tgz\n'],
    [['--from', 'https://example.org/a?b=1&c=2'], 'reflect pack add "https://example.org/a?b=1&c=2"\n'],
    [['--from', 'github:me/ward#v1.0.0'], 'reflect pack add "github:me/ward#v1.0.0"\n'],
    [['--from', 'out/The ward.zip'], 'reflect pack add "The ward.zip"\n'],
    [['--program', 'https://example.org/reflect'], 'Get it here: <https://example.org/reflect>'],
    [['--program', '/srv/reflect-windows.zip'], 'Get it here: `reflect-windows.zip`']
  ])('%j', async (options, expected) => {
    const { read } = await handout(...options, '--output', 'page.md', '--lang', 'en')
    expect(read('page.md').toString()).toContain(expected)
  })

  it.each(['https://example.org/$(id)', 'a"b.tgz', 'a`id`.tgz', 'https://example.org/%PATH%'])(
    'refuses %s',
    async (from) => {
      const { code, stderr, home } = await handout('--from', from, '--output', 'page.md')
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be typed') })
      expect(fs.readdirSync(home.dir)).not.toContain('page.md')
    }
  )

  it('writes HTML and Word, and says when a language is missing', async () => {
    const { home, read } = await handout('--output', 'page.html')
    expect(read('page.html').toString()).toMatch(/<html lang="en-GB">[^]*<h1>On the ward<\/h1>[^]*<pre><code>/)
    expect((await home.run(['pack', 'handout', 'ward.yaml', '--output', 'page.docx'])).code).toBe(0)
    expect(read('page.docx').subarray(0, 2).toString()).toBe('PK')
    expect((await home.run(['pack', 'handout', 'ward.yaml', '--output', 'page.txt'])).code).toBe(2)
    fs.writeFileSync(path.join(home.dir, 'de.yaml'), CLASS.replace('en-GB', 'de'))
    await home.run(['pack', 'handout', 'de.yaml', '--output', 'de.md'])
    expect(read('de.md').toString()).toContain('This page is in English')
  })
})
