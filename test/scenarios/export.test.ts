import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { idOf, writeEntryFile } from '../journal/kit/entries.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

/** A home with two entries; `story` is private in this exercise. */
async function twoEntries() {
  const home = newHome()
  for (const n of [1, 2]) {
    const answers = { name: `Open ${n}`, role: 'led', story: `Secret ${n}` }
    await home.run(['start', 'choose-your-change', '--answers', '-'], { input: JSON.stringify(answers) })
  }
  return home
}

describe('reflect export', () => {
  it('prints Markdown, oldest first, keeps private answers back and says so', async () => {
    const { code, stdout, stderr } = await (await twoEntries()).run(['export'])
    expect(code).toBe(0)
    expect(stdout.indexOf('Open 1')).toBeLessThan(stdout.indexOf('Open 2'))
    expect(stdout).not.toContain('Secret')
    expect(stdout).toContain('I led it')
    expect(stdout).not.toMatch(/\[ \]|<!--|Me\b/)
    expect(stdout).toMatch(
      /^# Reflections\n\n- \[Choose your change\]\(#(entry-[-\da-f]+)\), [^]*\n<a id="\1"><\/a>\n\n## Choose/
    )
    expect(stderr).toContain('2 entries with 4 answers. 2 private answers were left out')
    expect(stderr).toContain('who other people are')
  })

  it('leaves a file out that does not read, and says so', async () => {
    const home = await twoEntries()
    fs.writeFileSync(path.join(home.journal, '2026', 'round.md'), '---\nreflect: 2\nid: x\n---\n')
    const { code, stdout, stderr } = await home.run(['export'])
    expect(code).toBe(1)
    expect(stdout).toContain('Open 2')
    expect(stderr).toMatch(/^Left out, because it cannot be read: .*round\.md/)
    expect(stderr).toContain('2 entries with 4 answers')
  })

  it('takes private answers along when asked to, and leaves the questions when asked to', async () => {
    const { stdout } = await (await twoEntries()).run(['export', 'last', '--include-private', '--without-questions'])
    expect(stdout).toContain('Secret 2')
    expect(stdout).not.toContain('Secret 1')
    expect(stdout).not.toContain('> ')
  })

  it('takes packs, exercises and tags, and puts entries by date or as their packs do', async () => {
    const home = newHome()
    const begin = (exercise: string, answers: object, ...options: string[]) =>
      home.run(['start', exercise, '--answers', '-', ...options], { input: JSON.stringify(answers) })
    for (const me of ['me', 'public']) await begin('three-questions', { 'so-what': me })
    await begin('leap-or-steps', { 'first-day': ['Slow'] })
    await begin('choose-your-change', { name: 'opening on Sundays' }, '--tag', 'mine')
    const titles = async (...options: string[]) => {
      const { stdout } = await home.run(['export', ...options])
      return [...stdout.matchAll(/^#{1,2} (.*)\n\n\*\d/gm)].map(([, title]) => title)
    }
    const three = 'Three quick questions'
    expect((await titles()).toSorted()).toEqual(['Choose your change', 'Leap or steps?', three, three])
    expect(await titles('--order', 'reading')).toEqual(['Choose your change', 'Leap or steps?', three, three])
    expect(await titles('--order', 'reading', 'last', 'leap-or-steps')).toEqual([
      'Choose your change',
      'Leap or steps?'
    ])
    expect(await titles('public-value/leap-or-steps')).toEqual(['Leap or steps?'])
    expect(await titles('--tag', 'mine')).toEqual(['Choose your change'])
    expect((await home.run(['export', 'leap-or-steps'])).stdout).toContain(', Leading change for public value*')
    expect((await home.run(['export', '--order', 'backwards'])).code).toBe(2)
  })

  it('gives as JSON what show gives and the exact text; without private answers these are cut from both', async () => {
    const home = await twoEntries()
    const shown = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    const whole = JSON.parse((await home.run(['export', 'last', '--format', 'json', '--include-private'])).stdout)
    const file = path.relative(home.journal, shown.file).replaceAll(path.sep, '/')
    expect(whole).toEqual({ format: 1, entries: [{ ...shown, file, source: fs.readFileSync(shown.file, 'utf8') }] })
    const part = JSON.parse((await home.run(['export', 'last', '--format', 'json'])).stdout)
    expect(part.entries[0].partial).toBe(true)
    expect(JSON.stringify(part)).not.toContain('Secret')
  })

  it('says why there is nothing to export', async () => {
    expect((await newHome().run(['export'])).stderr).toContain('no finished entry yet')
    const home = await twoEntries()
    const said = async (...options: string[]) => (await home.run(['export', ...options])).stderr
    expect(await said('--tag', 'reflction')).toMatch(/^0 entries with 0 answers\.\nNo entry .*"reflction"/)
    expect(await said('--since', '2027')).toContain('No entry matches all of that')
    expect(await said('--since', '2027', '--quiet')).toBe('')
  })

  it('never overwrites unasked, and makes one file an entry in a folder', async () => {
    const home = await twoEntries()
    fs.writeFileSync(path.join(home.dir, 'mine.md'), 'mine')
    const refused = await home.run(['export', '--output', 'mine.md'])
    expect(refused).toMatchObject({ code: 2 })
    expect(fs.readFileSync(path.join(home.dir, 'mine.md'), 'utf8')).toBe('mine')
    expect(await home.run(['export', '--output', 'mine.md', '--force'])).toMatchObject({ code: 0 })
    expect(fs.readFileSync(path.join(home.dir, 'mine.md'), 'utf8')).toContain('Open 2')
    await home.run(['export', 'choose-your-change', '--output', 'all/'])
    expect(fs.readdirSync(path.join(home.dir, 'all'))).toHaveLength(2)
  })

  it.each([
    ['export', '--output', 'journal/2026/'],
    ['export', '--output', 'journal/2026/2026-11-23-mine.md'],
    ['progress', '--html', 'journal/2026/2026-11-23-mine.md'],
    ['pack', 'preview', path.resolve('exercises/three-questions'), '--html', 'journal/2026/2026-11-23-mine.md']
  ])('leaves the entries of a journal alone even when forced: %s %s %s', async (...args) => {
    const home = newHome()
    const name = '2026/2026-11-23-mine.md'
    writeEntryFile(home.journal, name, {}, '\nMy words.\n')
    const before = fs.readFileSync(path.join(home.journal, name), 'utf8')
    const { code, stderr } = await home.run([...args, '--force'])
    expect({ code, after: fs.readFileSync(path.join(home.journal, name), 'utf8') }).toEqual({
      code: 2,
      after: before
    })
    expect(stderr).toContain('2026-11-23-mine.md is a journal entry')
  })

  it('keeps entries apart that hands have called alike', async () => {
    const home = newHome()
    for (const [year, words] of [
      ['2025', 'one'],
      ['2026', 'two']
    ] as const)
      writeEntryFile(
        home.journal,
        `${year}/mine.md`,
        { id: idOf(Number(year)), started: `${year}-03-02T10:00:00+00:00` },
        `\n# ${words}\n`
      )
    expect(await home.run(['export', '--output', 'all/'])).toMatchObject({ code: 0 })
    expect(fs.readdirSync(path.join(home.dir, 'all')).toSorted()).toEqual(['mine-2.md', 'mine.md'])
    expect((await home.run(['export', '--output', 'all/'])).code).toBe(2)
  })

  it.each(['md', 'html', 'docx', 'txt', 'json'])('writes what the ending of the file asks for: %s', async (ending) => {
    const home = await twoEntries()
    expect(await home.run(['export', '--output', `all.${ending}`])).toMatchObject({ code: 0, stdout: '' })
    const written = fs.readFileSync(path.join(home.dir, `all.${ending}`), 'utf8')
    expect(written).toMatch(
      { md: /^# Reflections\n/, html: /^<!doctype html>/, docx: /^PK/, txt: /^Reflections\n=+\n/, json: /^\{/ }[ending]!
    )
  })

  it('gives entries that a hand gave one name in two years files of their own', async () => {
    const home = await twoEntries()
    // A second entry of the same minute has a longer name.
    const [first = '', second = ''] = filesBelow(home.journal)
      .filter((file) => /^\d{4}/.test(file))
      .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    fs.mkdirSync(path.join(home.journal, '2025'))
    fs.renameSync(path.join(home.journal, first), path.join(home.journal, '2025', 'About Trust.md'))
    fs.renameSync(path.join(home.journal, second), path.join(home.journal, path.dirname(second), 'about trust.md'))
    for (const force of [[], ['--force']]) {
      expect(await home.run(['export', '--output', 'all/', ...force])).toMatchObject({ code: 0 })
      expect(fs.readdirSync(path.join(home.dir, 'all')).toSorted()).toEqual(['About Trust.md', 'about trust-2.md'])
    }
  })

  it.each(['md', 'html', 'docx', 'txt', 'json'])(
    'writes the same bytes wherever and whenever it is run: %s',
    async (ending) => {
      const home = await twoEntries()
      const exported = async (name: string, env: Record<string, string>) => {
        const file = `${name}.${ending}`
        expect(
          await home.spawn(['export', '--output', file, '--include-private', '--lang', 'en'], { env })
        ).toMatchObject({ code: 0 })
        return fs.readFileSync(path.join(home.dir, file))
      }
      const here = await exported('here', {})
      expect(await exported('there', { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8' })).toEqual(here)
    }
  )

  it('refuses what the ending of the file asks for in vain, unless the format is named', async () => {
    const home = await twoEntries()
    const { code, stderr } = await home.run(['export', '--output', 'all.pdf'])
    expect({ code, isThere: fs.existsSync(path.join(home.dir, 'all.pdf')) }).toEqual({ code: 2, isThere: false })
    expect(stderr).toContain('An export cannot be a .pdf file. Choose .md, ')
    expect(await home.run(['export', '--output', 'all.MARKDOWN'])).toMatchObject({ code: 0 })
    expect(await home.run(['export', '--output', 'of-2026.11'])).toMatchObject({ code: 0 })
    expect(await home.run(['export', '--format', 'txt', '--output', 'notes.log'])).toMatchObject({ code: 0 })
    expect(fs.readFileSync(path.join(home.dir, 'of-2026.11'), 'utf8')).toMatch(/^# Reflections\n/)
  })

  it('names the folder that is missing', async () => {
    const home = await twoEntries()
    const { code, stderr } = await home.run(['export', '--output', 'none/all.md'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/[/\\]none does not exist\. Check/) })
  })

  it('breaks no letter of what is long on a terminal', async () => {
    const home = newHome()
    // Of these two one has a letter where one piece ends and the next begins.
    for (const [day, first] of [
      ['21', 'x'],
      ['22', 'xx']
    ]) {
      const section = `\n# Mine\n\n<!-- reflect:a text -->\n## A\n\n${first}${'é'.repeat(140_000)}\n\nThe end.\n`
      writeEntryFile(home.journal, `2026/2026-11-${day}-mine.md`, { id: idOf(Number(day)) }, section)
      // The terminal's own end takes away what nobody has read yet, so something else keeps it open.
      const line = `"${process.execPath}" "${launcher()}" export ${idOf(Number(day))} && exec cat`
      const terminal = openTerminal(['-c', line], { env: home.env, command: 'sh' })
      await terminal.until('The end.')
      expect(terminal.written()).not.toContain('\ufffd')
    }
  })

  it('says which folder is missing where a long export is put aside', async () => {
    const home = newHome()
    writeEntryFile(
      home.journal,
      '2026/2026-11-23-mine.md',
      {},
      `\n<!-- reflect:a text -->\n## A\n\n${'x'.repeat(300_000)}\n`
    )
    const gone = path.join(home.dir, 'gone')
    const { code, stderr } = await home.spawn(['export'], { env: { TMPDIR: gone, TEMP: gone, TMP: gone } })
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/gone does not exist\. Check/) })
  })

  it('does not pour a Word document on a terminal', async () => {
    const { code, stdout, stderr } = await (await twoEntries()).run(['export', '--format', 'docx'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--output')
  })
})
