import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { idOf } from '../journal/kit/entries.ts'
import { filesBelow, newHome, type Home, lastId } from '../kit/program.ts'
import { expectMode, needLong, writeLink } from '../kit/needs.ts'

/** A home whose journal has entries with these words, oldest first, and the files of the entries. */
async function homeWith(...words: readonly string[]) {
  const home = newHome()
  for (const what of words)
    await home.run(['start', 'three-questions', '--answers', '-'], { input: JSON.stringify({ what }) })
  const files = filesBelow(home.journal)
    .filter((file) => /^\d{4}/.test(file))
    .map((file) => path.join(home.journal, file))
  const fileOf = (what: string) => files.find((file) => fs.readFileSync(file, 'utf8').includes(what)) ?? ''
  const texts = new Map(words.map((what) => [what, fileOf(what)]))
  return { home, file: (what: string) => texts.get(what) ?? '' }
}

/** What a command says on standard error. */
async function said(home: Home, ...args: readonly string[]): Promise<string> {
  return (await home.run(args)).stderr
}

function ledgerFiles(home: Home): string[] {
  const folder = path.join(home.dir, 'home', 'journals')
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : []
}

function zeros(file: string): void {
  fs.writeFileSync(file, new Uint8Array(600))
}

function evict(file: string): void {
  fs.renameSync(file, path.join(path.dirname(file), `.${path.basename(file)}.icloud`))
}

function zerosAtEnd(file: string): void {
  const bytes = fs.readFileSync(file)
  fs.writeFileSync(file, bytes.fill(0, bytes.length - 5))
}

/** Keeps its time, so that it does not become the entry that was finished last. */
function withLatin1(file: string): void {
  const { atime, mtime } = fs.statSync(file)
  fs.appendFileSync(file, Buffer.from('caf\xe9\n', 'latin1'))
  fs.utimesSync(file, atime, mtime)
}

const anotherEntry = `---
reflect: 1
id: 11111111-2222-4333-8444-555555555555
pack: p
exercise: e
title: Another
status: finished
started: 2026-11-23T19:02:27+00:00
---

<!-- reflect:what text -->
## What

> What?

Words of another machine.
`

function frontMatterOnly(file: string): void {
  const text = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, text.slice(0, text.indexOf('\n---\n') + 5))
}

/** What other programs do to an entry, and what is said of it. */
const losses: readonly [string, (file: string) => void, string][] = [
  ['deletes it', (file) => fs.rmSync(file), 'is missing'],
  [
    'moves it out of the journal',
    (file) => fs.renameSync(file, path.join(path.dirname(file), '..', '..', 'x.md')),
    'is missing'
  ],
  ['empties it', (file) => fs.writeFileSync(file, ''), 'is empty'],
  ['fills it with zero bytes', zeros, 'is empty'],
  ['evicts it', evict, 'with a cloud service'],
  ['leaves its front matter', frontMatterOnly, 'has lost its answers'],
  [
    'makes RTF of it',
    (file) => fs.writeFileSync(file, `{\\rtf1\\ansi ${fs.readFileSync(file, 'utf8').replaceAll('\n', '\\\n')}}`),
    'can no longer be read'
  ],
  ['saves it as Latin-1', withLatin1, 'different encoding'],
  ['puts zeros at its end', zerosAtEnd, 'Part of'],
  ['writes another entry over it', (file) => fs.writeFileSync(file, anotherEntry), 'can no longer be read'],
  ['writes something else over it', (file) => fs.writeFileSync(file, '# Shopping\n\nMilk\n'), 'can no longer be read'],
  ['cuts it in the middle of its first line', (file) => fs.writeFileSync(file, '--'), 'can no longer be read'],
  [
    'leaves a conflict in it',
    (file) => fs.appendFileSync(file, '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'),
    'two versions'
  ]
]

const commands: readonly (readonly string[])[] = [
  ['journal'],
  ['search', 'first'],
  ['progress'],
  ['revisit'],
  ['export', '--format', 'txt'],
  ['show', 'last'],
  ['start', 'three-questions', '--answers', '/dev/null']
]

describe('an entry that another program took', () => {
  it.each(losses)(
    'is missed, by every command in one line, until somebody says it is right: one %s',
    async (_, harm, words) => {
      const { home, file } = await homeWith('first', 'second')
      harm(file('first'))
      for (const args of commands) {
        const stderr = await said(home, ...args)
        const lines = stderr.split('\n').filter((line) => line.includes('reflect doctor --forget'))
        expect(lines).toHaveLength(1)
        expect(lines[0]).toContain(words)
        expect(lines[0]).toContain(path.basename(file('first')))
        expect(stderr.split(path.basename(file('first')))).toHaveLength(2)
      }
      const { code, stdout } = await home.run(['doctor'])
      expect(code).toBe(1)
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(path.basename(file('first')))
      expect((await home.run(['doctor', '--forget'])).stdout).toContain('not be mentioned')
      for (const args of commands.slice(0, 3)) expect(await said(home, ...args)).not.toContain('--forget')
    }
  )

  it('is missed although another one with its name was deleted before', async () => {
    const { home, file } = await homeWith('first', 'second')
    await home.run(['delete', file('second'), '--yes'])
    fs.writeFileSync(file('second'), anotherEntry)
    expect(await said(home, 'journal')).toBe('')
    fs.rmSync(file('second'))
    expect(await said(home, 'journal')).toContain(path.basename(file('second')))
  })

  it('is one of many in one line', async () => {
    const { home, file } = await homeWith('first', 'second', 'third', 'fourth', 'fifth')
    fs.rmSync(file('first'))
    fs.rmSync(file('second'))
    fs.writeFileSync(file('third'), '')
    evict(file('fourth'))
    const stderr = await said(home, 'journal')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('Something has happened to 4 entries: 2 missing, 1 with a cloud service, 1 empty')
    const { stdout } = await home.run(['doctor'])
    for (const each of ['first', 'second', 'third', 'fourth'])
      expect(stdout.replaceAll(/\s+/g, '')).toContain(path.basename(file(each)))
  })

  it('is not missed when it is back', async () => {
    const { home, file } = await homeWith('first', 'second')
    const text = fs.readFileSync(file('first'))
    fs.rmSync(file('first'))
    expect(await said(home, 'journal')).toContain('is missing')
    fs.writeFileSync(file('first'), text)
    expect(await said(home, 'journal')).toBe('')
    fs.rmSync(file('first'))
    await home.run(['doctor', '--forget'])
    expect(await said(home, 'journal')).toBe('')
    fs.writeFileSync(file('first'), text)
    expect(await said(home, 'journal')).toBe('')
    fs.rmSync(file('first'))
    expect(await said(home, 'journal')).toContain('is missing')
  })

  it('is missed even if it came from another computer, once it was seen here', async () => {
    const { home, file } = await homeWith('first')
    const other = path.join(path.dirname(file('first')), 'from-elsewhere.md')
    fs.writeFileSync(
      other,
      fs.readFileSync(file('first'), 'utf8').replace(/^id: .*$/m, 'id: 00000001-1c1e-4c1e-8c1e-5f0c1c1e5f0c')
    )
    await home.run(['journal'])
    fs.rmSync(other)
    expect(await said(home, 'journal')).toContain('from-elsewhere.md is missing')
  })

  it('is missed as a draft, and never is nothing unfinished then', async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--plain'], { input: '\nmine\n.\n:leave\n' })
    const [name = ''] = fs.readdirSync(path.join(home.journal, 'drafts'))
    evict(path.join(home.journal, 'drafts', name))
    const { stdout, stderr } = await home.run(['resume'])
    expect(stdout + stderr).toContain('with a cloud service')
    expect(stdout + stderr).not.toContain('You have no unfinished exercises')
  })
})

describe('what is no loss', () => {
  const moves: readonly [string, (home: Home, file: string) => Promise<unknown> | void][] = [
    ['a deletion by reflect', async (home) => home.run(['delete', await lastId(home), '--yes'])],
    [
      'an emptied trash',
      async (home) => {
        await home.run(['delete', await lastId(home), '--yes'])
        await home.run(['journal', '--trash', '--empty', '--yes'])
      }
    ],
    ['another name', (_, file) => fs.renameSync(file, file.replace('.md', ' renamed.md'))],
    [
      'another folder in the journal',
      (home, file) => {
        fs.mkdirSync(path.join(home.journal, 'work', 'deep'), { recursive: true })
        fs.renameSync(file, path.join(home.journal, 'work', 'deep', path.basename(file)))
      }
    ],
    [
      'a move to the trash by hand',
      (home, file) => {
        fs.mkdirSync(path.join(home.journal, 'trash'), { recursive: true })
        fs.renameSync(file, path.join(home.journal, 'trash', path.basename(file)))
      }
    ],
    ['an edit by hand', (_, file) => fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('second', '2'))],
    ['another time', (_, file) => fs.utimesSync(file, new Date(0), new Date(0))],
    ['a tag', async (home) => home.run(['edit', await lastId(home), '--tag', 'new'])],
    ['a lost id', (_, file) => fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^id: .*\n/m, ''))],
    [
      'a copy that came and went',
      (_, file) => {
        fs.copyFileSync(file, file.replace('.md', ' (1).md'))
        fs.rmSync(file)
        fs.renameSync(file.replace('.md', ' (1).md'), file)
      }
    ]
  ]

  it.each(moves)('is %s', async (_, move) => {
    const { home, file } = await homeWith('first', 'second')
    await move(home, file('second'))
    for (const args of [['journal'], ['search', 'first'], ['journal']]) expect(await said(home, ...args)).toBe('')
    expect((await home.run(['doctor'])).stdout).not.toContain('--forget')
  })

  it('is a move of the journal', async () => {
    const { home } = await homeWith('first')
    const env = { REFLECT_JOURNAL: '' }
    const to = path.join(home.dir, 'elsewhere')
    await home.run(['config', 'set', 'journal', home.journal], { env })
    const { code } = await home.run(['config', 'set', 'journal', to, '--move'], { env })
    expect(code).toBe(0)
    expect((await home.run(['journal'], { env })).stderr).toBe('')
    // A new journal at the old place is a fresh start.
    expect((await home.run(['journal', '--journal', home.journal], { env })).code).toBe(0)
    const entry = filesBelow(to).find((file) => /^\d{4}/.test(file)) ?? ''
    fs.rmSync(path.join(to, entry))
    fs.writeFileSync(path.join(to, 'drafts.txt'), '')
    expect((await home.run(['journal'], { env })).stderr).toContain('reflect doctor --forget')
  })
})

describe('an entry on two computers, with a program that copies between them', () => {
  /** Two homes that know the same entry, with files that a copier brings from one to the other or removes. */
  async function twoHomes() {
    const { home: one, file } = await homeWith('first', 'rest')
    const other = newHome()
    fs.cpSync(one.journal, other.journal, { recursive: true })
    for (const home of [one, other]) await home.run(['journal'])
    const name = path.relative(one.journal, file('first'))
    const renamed = path.join(path.dirname(name), 'My own name.md')
    return { one, other, name, renamed }
  }
  const bring = (name: string, from: Home, to: Home) =>
    fs.copyFileSync(path.join(from.journal, name), path.join(to.journal, name))
  const remove = (name: string, { journal }: Home) => fs.rmSync(path.join(journal, name))
  const words = (home: Home, folder: string) =>
    filesBelow(path.join(home.journal, folder)).map((each) =>
      fs.readFileSync(path.join(home.journal, folder, each), 'utf8')
    )

  it('is named on both, with the way back, if each removed the file that the other one kept', async () => {
    const { one, other, name, renamed } = await twoHomes()
    fs.renameSync(path.join(one.journal, name), path.join(one.journal, renamed))
    await one.run(['journal'])
    bring(renamed, one, other)
    await other.run(['doctor', '--fix'])
    remove(name, other)
    remove(renamed, one)
    expect((await one.run(['doctor'])).stdout).toContain(renamed)
    const { stdout } = await other.run(['doctor'])
    expect(stdout).toContain(name)
    const [, id = ''] = /reflect journal --restore (\S+)/.exec(stdout) ?? []
    expect((await other.run(['journal', '--restore', id])).code).toBe(0)
    expect((await other.run(['search', 'first', '--count'])).stdout.trim()).toBe('1')
    expect((await other.run(['doctor'])).stdout).not.toContain('--restore')
  })

  it('keeps an answer in the trash that one replaced while the other one merged a copy', async () => {
    const { one, other, name, renamed } = await twoHomes()
    for (const { journal } of [one, other]) fs.copyFileSync(path.join(journal, name), path.join(journal, renamed))
    await one.run(['edit', path.join(one.journal, name), '--plain'], { input: '1\nsecond\n.\n\n\n' })
    await other.run(['doctor', '--fix'])
    bring(name, one, other)
    remove(renamed, one)
    for (const home of [one, other]) {
      expect((await home.run(['search', 'second', '--count'])).stdout.trim()).toBe('1')
      expect((await home.run(['doctor'])).stdout).not.toContain('--forget')
    }
    expect(words(other, 'trash').join('')).toContain('first')
  })
})

describe('a journal whose folder is not there', () => {
  const all: readonly (readonly string[])[] = [
    ...commands,
    ['resume'],
    ['delete', 'last', '--yes'],
    ['import', 'x.json'],
    ['edit', 'last', '--tag', 'x'],
    ['start', 'three-questions', '--plain']
  ]

  it.each([
    ['gone', (dir: string) => fs.rmSync(dir, { recursive: true }), 'cannot be found, although it has 1 entry'],
    [
      'empty',
      (dir: string) => {
        fs.rmSync(dir, { recursive: true })
        fs.mkdirSync(dir)
      },
      'is empty, although it had 1 entry'
    ]
  ])('is an error for every command, before the first question: %s', async (_, harm, words) => {
    const { home } = await homeWith('first')
    harm(home.journal)
    for (const args of all) {
      const { code, stdout, stderr } = await home.run(args, { input: '\nmine\n.\n:leave\n' })
      expect([args, code]).toEqual([args, 1])
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words)
      expect(stdout).toBe('')
    }
    const { code, stdout } = await home.run(['doctor'])
    expect(code).toBe(1)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(words)
    await home.run(['doctor', '--forget'])
    expect((await home.run(['journal'])).code).toBe(0)
    expect((await home.run(['start', 'three-questions', '--answers', '-'], { input: '{"what":"new"}' })).code).toBe(0)
  })

  it('is a fresh start if it was never used', async () => {
    const home = newHome()
    expect((await home.run(['journal'])).code).toBe(0)
    fs.mkdirSync(home.journal)
    expect((await home.run(['journal'])).code).toBe(0)
    const { code } = await home.run(['start', 'three-questions', '--answers', '-'], { input: '{"what":"new"}' })
    expect(code).toBe(0)
  })

  it('is found by a link to it as well', async () => {
    const { home } = await homeWith('first')
    const link = path.join(home.dir, 'link')
    writeLink(home.journal, link)
    expect((await home.run(['journal', '--journal', link])).stderr).toBe('')
    fs.rmSync(home.journal, { recursive: true })
    expect((await home.run(['journal', '--journal', link])).code).toBe(1)
  })
})

describe('a large journal', () => {
  it('is looked at as a whole by searches and lists of everything, and counted by other commands', async () => {
    needLong()
    const { home, file } = await homeWith('first')
    const text = fs.readFileSync(file('first'), 'utf8')
    const folder = path.dirname(file('first'))
    const other = (number: number) =>
      path.join(folder, `2026-01-${String((number % 28) + 1).padStart(2, '0')}-x-${number}.md`)
    for (let number = 0; number < 2100; number++)
      fs.writeFileSync(other(number), text.replace(/^id: .*$/m, `id: ${idOf(number)}`))
    expect(await said(home, 'search', 'first', '--count')).toBe('')
    fs.rmSync(other(7))
    for (const args of [
      ['journal', '--limit', '3'],
      ['start', 'three-questions', '--answers', '/dev/null'],
      ['journal', '--limit', '3']
    ])
      expect(await said(home, ...args)).toContain('x-7.md is missing')
    fs.writeFileSync(other(8), '# Other words\n')
    expect(await said(home, 'journal', '--limit', '3')).toContain('x-7.md is missing')
    for (const args of [
      ['search', 'first', '--count'],
      ['journal', '--limit', '3'],
      ['journal', '--since', '2026-01-01', '--until', '2026-01-02']
    ])
      expect(await said(home, ...args)).toContain('Something has happened to 2 entries: 1 missing, 1 unreadable')
    await home.run(['doctor', '--forget'])
    for (const args of [
      ['journal', '--limit', '3'],
      ['search', 'first', '--count']
    ])
      expect(await said(home, ...args)).toBe('')
  })
})

describe('the ledger', () => {
  it('holds no word of an entry, and is private', async () => {
    const home = newHome()
    const input = JSON.stringify({ what: 'The kiln broke.', 'so-what': 'me' })
    await home.run(['start', 'three-questions', '--answers', '-', '--tag', 'secret-tag'], { input })
    await home.run(['journal'])
    const [file = '', ...more] = ledgerFiles(home)
    expect(more).toEqual([])
    expectMode(file, 0o600)
    expect(fs.readFileSync(file, 'utf8')).not.toMatch(/kiln|secret-tag|Three quick/)
    expect(fs.readFileSync(file, 'utf8')).toMatch(
      /^\+\t\d{4}\/[^\t]+\.md\t[\da-f-]{36}\t\d{4}-\d\d-\d\d\t\d+\t[\d.]+$/m
    )
  })

  it.each([
    ['deleted', (file: string) => fs.rmSync(file)],
    ['filled with rubbish', (file: string) => fs.writeFileSync(file, 'x\0y\n\n\t\n+\n')],
    ['cut off', (file: string) => fs.truncateSync(file, fs.statSync(file).size - 5)],
    ['unreadable', (file: string) => fs.chmodSync(file, 0)],
    ['a folder', (file: string) => (fs.rmSync(file), fs.mkdirSync(file))]
  ])('may be %s at any time', async (_, harm) => {
    const { home, file } = await homeWith('first', 'second')
    for (const each of ledgerFiles(home)) harm(each)
    expect(await said(home, 'journal')).toBe('')
    expect(await said(home, 'start', 'three-questions', '--answers', '/dev/null')).not.toMatch(/journals/)
    fs.rmSync(file('first'))
    expect((await home.run(['journal'])).code).toBe(0)
  })

  it.each([
    ['emptied', ''],
    ['filled with zeros', '\0\0\0\0'],
    ['filled with rubbish', 'x\0y\n\n\t\n+\n']
  ])('begins anew after it was %s', async (_, text) => {
    const { home, file } = await homeWith('first', 'second')
    for (const each of ledgerFiles(home)) fs.writeFileSync(each, text)
    await home.run(['journal'])
    fs.rmSync(file('first'))
    expect(await said(home, 'journal')).toContain('is missing')
  })

  it('stays small', async () => {
    const { home } = await homeWith('first')
    const [ledger = ''] = ledgerFiles(home)
    const line = fs.readFileSync(ledger, 'utf8').trimEnd().split('\n').at(-1) ?? ''
    fs.appendFileSync(ledger, `${line}\n`.repeat(3000))
    await home.run(['journal'])
    expect(fs.readFileSync(ledger, 'utf8').split('\n').length).toBeLessThan(10)
  })
})
