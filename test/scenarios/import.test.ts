import fs from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, inject, it } from 'vitest'
import { makeJournal } from '../../bench/journals.mjs'
import schema from '../../docs/export.schema.json' with { type: 'json' }
import { encodeEntry } from '../../src/entry/codec.ts'
import { entryOf, filesIn, idOf, writeEntryFile } from '../journal/kit/entries.ts'
import { answering, asAnswers } from '../kit/answering.ts'
import { filesBelow, newHome, withSlashes } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import { english } from '../../src/words/index.ts'
import { hostileTexts } from '../kit/hostile-texts.ts'
import { typedText } from '../../src/text/typed-text.ts'

/** Writes the one entry that several tests are about. */
function write(home: Home, answers: Readonly<Record<string, string>>, tags: readonly string[] = []): string {
  const file = path.join(home.journal, '2026/2026-11-23-no-paying-customer.md')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, encodeEntry(entryOf(answers, { tags })))
  return file
}

async function exported(home: Home, ...options: string[]): Promise<string> {
  const { code, stdout } = await home.run(['export', '--format', 'json', '--include-private', ...options])
  expect(code).toBe(0)
  return stdout
}

/** Gives what one home exports to another. */
async function pass(from: Home, to: Home, ...options: string[]) {
  const file = path.join(to.dir, 'given.json')
  fs.writeFileSync(file, (await from.run(['export', '--format', 'json', ...options])).stdout)
  return to.run(['import', file])
}

/** Entries such as hands make, and what else may lie about in a journal. */
function handmade(dir: string): void {
  const text = encodeEntry(entryOf({ a: 'one', b: 'two' }, { id: idOf(20), started: '2018-02-01T10:00:00+05:30' }))
  const put = (file: string, content: string) => {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
    fs.writeFileSync(path.join(dir, file), content)
  }
  const as = (number: number) => text.replace(idOf(20), idOf(number))
  put(
    '2018/2018-02-01-a.md',
    `${as(21)}\n<!-- reflect:a text -->\n## Again\n\n> ?\n\ntwice\n\n<!-- reflect:x duration -->\n90\n`
  )
  put('2018/2018-02-01-b.md', `\uFEFF${as(22).replaceAll('\n', '\r\n')}`)
  put('2018/my favourite.md', as(23).replace('tags:', '# mine\nmood: { calm: [1, 2] }\naliases:\n  - old\ntags:'))
  put(
    '2018/2018-02-01-c.md',
    as(24).replace('# What', 'A preamble.\n\n# What').replace('\none\n', '\none  \n\n\tmore  \n')
  )
  put(
    '2018/2018-02-01-d.md',
    as(25).replace('zone: Europe/London', 'zone: &z "Europe/London"').replace('## Tell', '#### Own')
  )
  put('2018/2018-02-01-e.md', as(26).replace('b text', 'b text private').replace('a text', 'a scale {"from":1,"to":5}'))
  put('2018/2018-02-01-a.conflict-ab12.md', as(21))
  put('2018/2018-02-01-b (conflicted copy).md', as(22))
  put('2018/notes.md', 'my own')
  put('drafts/2018-02-03-x.00000030.md', as(30).replace('status: finished', 'status: draft'))
  put('trash/2018-02-01-z.md', as(31))
}

const texts = (home: Home) =>
  filesIn(home.journal).map((file) => fs.readFileSync(path.join(home.journal, file), 'utf8'))

describe('reflect import', () => {
  it('makes of an export in an empty journal what gives the same export again, byte for byte', async () => {
    const [here, there] = [newHome(), newHome()]
    makeJournal(here.journal, 60, { years: 1, privately: true })
    const packs = bundledPacks(inject('installDir'))
    for (const pack of packs) {
      const exercise = pack.exercises[0]!
      const said = answering({ exercise, earlier: new Map(), words: english.entry, times: 0 })
      await here.run(['start', exercise.id, '--answers', '-'], { input: JSON.stringify(asAnswers(said)) })
    }
    const hostile = Object.fromEntries(
      hostileTexts.filter((text) => text.trim() !== '').map((text, n) => [`t${n}`, text])
    )
    fs.writeFileSync(path.join(here.journal, '2017', 'by hand.md'), encodeEntry(entryOf(hostile, { id: idOf(7) })))
    writeEntryFile(here.journal, '2017/2017-01-01-crlf.md', { id: idOf(8), extra: 'mood: calm # mine' }, 'my own\r\n')
    const whole = await exported(here)
    fs.writeFileSync(path.join(there.dir, 'all.json'), whole)
    const { code, stderr } = await there.run(['import', 'all.json'])
    const count = 60 + packs.length + 2
    expect(stderr).toBe(`${count} entries read: ${count} new.\n`)
    expect(code).toBe(0)
    expect(await exported(there)).toBe(whole)
    const names = (home: Home) =>
      filesBelow(home.journal)
        .filter((file) => file.endsWith('.md'))
        .toSorted()
    expect(names(there)).toEqual(names(here))
    const isExport = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
    isExport(JSON.parse(whole))
    expect(isExport.errors).toBeNull()
    const partial = (await here.run(['export', '--format', 'json'])).stdout
    expect(partial).toContain('"partial": true')
    expect(isExport(JSON.parse(partial))).toBe(true)
  })

  it('gives the same bytes again for what hands and other programs made of a journal, with and without private answers', async () => {
    const here = newHome()
    makeJournal(here.journal, 12, { years: 1, privately: true })
    handmade(here.journal)
    expect((await here.run(['export', '--format', 'json'])).stderr).toMatch(/^18 entries/m)
    for (const options of [[], ['--include-private']]) {
      const [there, third] = [newHome(), newHome()]
      await pass(here, there, ...options)
      const again = (await there.run(['export', '--format', 'json', ...options])).stdout
      expect(again).toBe((await here.run(['export', '--format', 'json', ...options])).stdout)
      expect(JSON.parse(again).entries).toHaveLength(18)
      // What came without its private answers is known as such, however it goes on.
      await pass(there, third, '--include-private')
      expect((await third.run(['export', '--format', 'json', '--include-private'])).stdout).toBe(again)
    }
  })

  it('changes nothing the second time', async () => {
    const [here, there] = [newHome(), newHome()]
    write(here, { a: 'one' })
    await pass(here, there)
    const before = texts(there)
    const { stderr, code } = await pass(here, there)
    expect({ stderr, code }).toEqual({ stderr: '1 entry read: 0 new, 1 you already had.\n', code: 0 })
    expect(texts(there)).toEqual(before)
  })

  it('adds answers and tags that are missing here, and keeps what is only here', async () => {
    const [here, there] = [newHome(), newHome()]
    write(here, { a: 'one', c: 'three' }, ['theirs'])
    const file = write(there, { a: 'one', b: 'two' }, ['ours'])
    expect((await pass(here, there)).stderr).toContain('1 added to your own')
    const { answers, tags } = JSON.parse((await there.run(['show', 'last', '--json'])).stdout)
    expect(answers).toEqual({ a: 'one', b: 'two', c: 'three' })
    expect(tags).toEqual(['ours', 'theirs'])
    expect(filesIn(there.journal)).toEqual([withSlashes(path.relative(there.journal, file))])
  })

  it('keeps the other version in a copy where both say something else, once', async () => {
    const [here, there] = [newHome(), newHome()]
    const theirs = fs.readFileSync(write(here, { a: 'theirs' }), 'utf8')
    const file = write(there, { a: 'ours' })
    const ours = fs.readFileSync(file, 'utf8')
    const { stderr, code } = await pass(here, there)
    expect(code).toBe(0)
    expect(stderr).toContain('1 saved as a copy')
    expect(fs.readFileSync(file, 'utf8')).toBe(ours)
    expect(texts(there).toSorted()).toEqual([ours, theirs].toSorted())
    expect((await pass(here, there)).stderr).toContain('1 you already had')
    expect(texts(there)).toHaveLength(2)
    expect(JSON.parse((await there.run(['journal', '--json'])).stdout)).toHaveLength(1)
  })

  it('never puts a partial entry in place of a fuller one, and fills a partial one up', async () => {
    const [here, there, third] = [newHome(), newHome(), newHome()]
    makeJournal(here.journal, 1, { privately: true })
    const [whole] = texts(here)
    await pass(here, third)
    expect(texts(third)[0]).not.toBe(whole)
    await pass(here, there, '--include-private')
    expect((await pass(here, there)).stderr).toContain('1 you already had')
    expect(texts(there)).toEqual([whole])
    expect((await pass(here, third, '--include-private')).stderr).toContain('1 added to your own')
    expect(texts(third)).toEqual([whole])
  })

  it('takes a journal from another computer, drafts and copies too, and leaves other files alone', async () => {
    const [here, there] = [newHome(), newHome()]
    write(here, { a: 'one' })
    writeEntryFile(here.journal, 'drafts/2026-11-23-x.00000002.md', { id: idOf(2), status: 'draft', exercise: 'x' })
    writeEntryFile(here.journal, '2026/2026-11-23-no-paying-customer.conflict-ab12.md', { tags: [] }, '\nother\n')
    writeEntryFile(here.journal, 'trash/2026-11-25-y.md', { id: idOf(3) })
    fs.writeFileSync(path.join(here.journal, 'notes.md'), 'my own')
    const { code, stderr } = await there.run(['import', here.journal])
    expect(stderr).toMatch(/^[^]*3 entries read: 2 new, 1 saved as a copy, because yours is different\.\n$/)
    expect(code).toBe(0)
    expect(filesIn(there.journal).map((file) => file.replace(/conflict-\w+/, 'conflict'))).toEqual([
      '2026/2026-11-23-no-paying-customer.conflict.md',
      '2026/2026-11-23-no-paying-customer.md',
      'drafts/2026-11-23-1902-x.00000002.md'
    ])
    expect((await there.run(['show', 'last', '--raw'])).stdout).toBe(texts(here)[1])
  })

  it.each([
    '../../../escaped.md',
    '/tmp/escaped.md',
    '2026/../../escaped.md',
    '2026/con.md',
    '2026/.hidden.md',
    'drafts/x.md'
  ])('does not write where a file says: %s', async (file) => {
    const home = newHome()
    const source = encodeEntry(entryOf({ a: 'one' }))
    fs.writeFileSync(path.join(home.dir, 'x.json'), JSON.stringify({ format: 1, entries: [{ file, source }] }))
    expect((await home.run(['import', 'x.json'])).stderr).toBe('1 entry read: 1 new.\n')
    expect(filesIn(home.journal)).toEqual(['2026/2026-11-23-1902-no-paying-customer.md'])
    expect(filesBelow(home.dir).filter((name) => name.includes('escaped'))).toEqual([])
  })

  it.each([
    ['{"format": 2, "entries": []}', 'version 2'],
    ['{"format": 1, "entries": []}', 'There are no entries'],
    [
      '{"format": 1, "entries": [{"source": "---\\nreflect: 1\\n---\\n"}]}',
      'x.json, entry 1. This is not a journal entry'
    ],
    ['{"format": 1, "entries": [{"source": "\\ud800"}]}', 'a broken character'],
    ['{"format": 1, "entries": [[], {"a": 1}]}', 'not an entry from reflect or Day One'],
    ['{"format": 1, "entries": [', 'not a complete JSON file'],
    ['# A text', 'not a complete JSON file'],
    [Buffer.from([0x7b, 0xff]), 'not UTF-8'],
    [Buffer.from('PK\u0003\u0004'), 'Unpack it']
  ])('says what is wrong with %j', async (content, sentence) => {
    const home = newHome()
    fs.writeFileSync(path.join(home.dir, 'x.json'), content)
    const { code, stderr } = await home.run(['import', 'x.json'])
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
    expect(filesIn(home.dir).filter((file) => file.endsWith('.md'))).toEqual([])
  })

  it('says what can be taken back to who gives a Markdown or a Word export', async () => {
    const home = newHome()
    write(home, { a: 'one' })
    for (const name of ['all.md', 'all.docx']) {
      await home.run(['export', '--output', name])
      expect(await home.run(['import', name])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('for reading')
      })
    }
    expect((await home.run(['import', 'nothing.json'])).stderr).toContain('There is no file or folder')
  })

  it.each([
    ['of the year 275760', { creationDate: '+275760-09-13T00:00:00Z' }],
    ['from before our time', { creationDate: '-000001-01-01T00:00:00Z' }],
    ['without a time', { creationDate: 5 }],
    ['with an id that is a path', { uuid: '../../../x' }],
    ['with more tags than a file can be read with', { tags: ['x'.repeat(70_000)] }]
  ])("leaves out what cannot be an entry of Day One's: one %s", async (_, rest) => {
    const home = newHome()
    const entry = { uuid: 'A'.repeat(32), creationDate: '2019-07-02T21:30:05Z', text: 'Words.', ...rest }
    fs.writeFileSync(path.join(home.dir, 'd.json'), JSON.stringify({ entries: [entry] }))
    const { code, stderr } = await home.run(['import', 'd.json'])
    expect(code).toBe(2)
    expect(stderr).toContain('1 entry read: 0 new, 1 left out.')
    expect(stderr).not.toContain('NaN')
    expect(filesIn(home.dir).filter((file) => file.endsWith('.md'))).toEqual([])
  })

  it.each([
    ['a zone that is none', { timeZone: '../../etc/passwd' }],
    ['a zone that is a mapping', { timeZone: { a: 1 } }],
    ['tags that would be front matter', { tags: ['a\nstatus: draft', '---', '\u0000', '', ['x'], null] }],
    ['photos that are none', { photos: { length: 99 } }],
    ['control characters', { text: '\u0000\u001b[31m red' }],
    ['front matter and markers of ours', { text: '---\nreflect: 1\n---\n<!-- reflect:x text -->' }],
    ['a key of the language', JSON.parse('{"__proto__": {"source": "x"}}') as object],
    ['half a character', { text: 'one \ud800' }]
  ])('takes the words of a Day One entry with %s, and the entry reads', async (_, rest) => {
    const home = newHome()
    const entry = { uuid: 'A'.repeat(32), creationDate: '2019-07-02T21:30:05Z', text: 'Words.', ...rest }
    fs.writeFileSync(path.join(home.dir, 'd.json'), JSON.stringify({ entries: [entry] }))
    expect(await home.run(['import', 'd.json'])).toMatchObject({ code: 0, stderr: '1 entry read: 1 new.\n' })
    const { answers, status, prompts } = JSON.parse((await home.run(['show', 'aaaa', '--json'])).stdout)
    expect({ answers, status, private: prompts[0].private }).toEqual({
      answers: { entry: typedText(entry.text).toWellFormed() },
      status: 'finished',
      private: true
    })
    expect((await home.run(['journal'])).stdout).not.toMatch(/[\0-\x08\x0b-\x1f]/)
    expect((await home.run(['doctor'])).code).toBe(0)
  })

  it("takes Day One's entries with their words, time and tags, as private ones", async () => {
    const home = newHome()
    const entry = {
      uuid: '0123456789ABCDEF0123456789ABCDEF',
      creationDate: '2019-07-02T21:30:05Z',
      modifiedDate: '2019-07-02T21:40:00Z',
      timeZone: 'Asia/Kolkata',
      tags: ['Work', 'naïve: tag'],
      starred: true,
      text: '# A long day\n\nIt went *well*\\. <!-- reflect:x text -->\n<!-- reflect:x text -->\n![](dayone-moment://1)',
      photos: [{ identifier: '1' }]
    }
    const entries = [entry, { ...entry, uuid: 'B'.repeat(32), text: undefined, timeZone: 'Nowhere' }, { uuid: 'x' }]
    fs.writeFileSync(path.join(home.dir, 'd.json'), JSON.stringify({ metadata: { version: '1.0' }, entries }))
    const { code, stderr } = await home.run(['import', 'd.json'])
    expect(code).toBe(2)
    expect(stderr).toContain(
      '3 entries read: 1 new, 1 without words, 1 left out. 2 photos and other files not imported.'
    )
    expect((await home.run(['show', 'last'])).stderr).toContain('no finished entry yet')
    const shown = JSON.parse((await home.run(['show', '01234567', '--json'])).stdout)
    expect(shown).toMatchObject({
      id: '01234567-89ab-cdef-0123-456789abcdef',
      pack: 'day-one',
      title: 'A long day',
      started: '2019-07-03T03:00:05+05:30',
      finished: '2019-07-03T03:00:05+05:30',
      tags: ['Work', 'naïve: tag', 'starred'],
      answers: { entry: entry.text },
      prompts: [{ private: true }]
    })
    expect((await home.run(['import', 'd.json'])).stderr).toContain('0 new, 1 you already had')
    expect((await home.run(['export'])).stdout).not.toContain('It went')
  })

  it("knows Day One's words again, whatever language they came in and whatever was made public here", async () => {
    const home = newHome()
    const entry = { uuid: 'A'.repeat(32), creationDate: '2019-07-02T21:30:05Z', text: 'Ann shouted at me. And then?' }
    const take = (rest: object, ...options: string[]) => {
      fs.writeFileSync(path.join(home.dir, 'd.json'), JSON.stringify({ entries: [{ ...entry, ...rest }] }))
      return home.run(['import', 'd.json', ...options])
    }
    await take({})
    const [file = ''] = filesIn(home.journal).map((name) => path.join(home.journal, name))
    const mine = fs.readFileSync(file, 'utf8').replace(' private -->', ' -->').replace('Ann shouted at me.', 'Ann')
    fs.writeFileSync(file, `${mine}\n<!-- reflect:later text -->\n## Later\n\nMore of mine.\n`)
    expect((await take({}, '--lang', 'cy')).stderr).toContain('0 newydd, 1 oedd gennych eisoes')
    expect((await take({ modifiedDate: '2020-01-01T00:00:00Z' })).stderr).toContain('0 new, 1 you already had')
    expect((await take({ tags: ['Work'] })).stderr).toContain('0 new, 1 added to your own')
    expect(fs.readFileSync(file, 'utf8')).toMatch(/tags: \[Work\][^]*More of mine/)
    expect(filesIn(home.journal)).toHaveLength(1)
    expect((await take({ text: 'Ann shouted at me, and I at her.' })).stderr).toContain('1 saved as a copy')
  })

  it("keeps the title of a private diary's entry back with its words, and takes both in again", async () => {
    const home = newHome()
    const entry = { uuid: 'A'.repeat(32), creationDate: '2019-07-02T21:30:05Z', text: 'Ann shouted at me. And then?' }
    fs.writeFileSync(path.join(home.dir, 'd.json'), JSON.stringify({ entries: [entry] }))
    await home.run(['import', 'd.json'])
    for (const format of ['md', 'html', 'txt', 'json']) {
      const { stdout } = await home.run(['export', '--format', format])
      expect(stdout).toContain('Diary')
      expect(stdout).not.toContain('Ann')
    }
    expect((await home.run(['progress', '--statement'])).stdout).not.toContain('Ann')
    await home.run(['export', '--output', 'part.json'])
    await home.run(['export', '--output', 'all.json', '--include-private'])
    expect((await home.run(['import', 'part.json'])).stderr).toBe('1 entry read: 0 new, 1 you already had.\n')
    const other = newHome()
    for (const [name, said] of [
      ['part', '1 new'],
      ['part', '0 new, 1 you already had'],
      ['all', '0 new, 1 added to your own'],
      ['all', '0 new, 1 you already had'],
      ['part', '0 new, 1 you already had']
    ] as const)
      expect((await other.run(['import', path.join(home.dir, `${name}.json`)])).stderr).toBe(`1 entry read: ${said}.\n`)
    const whole = await other.run(['export', '--format', 'json', '--include-private'])
    expect(whole.stdout).toBe(fs.readFileSync(path.join(home.dir, 'all.json'), 'utf8'))
  })
})
