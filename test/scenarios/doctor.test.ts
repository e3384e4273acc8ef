import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newHome, withSlashes } from '../kit/program.ts'
import { expectMode, needPosix, needUser, writeLink } from '../kit/needs.ts'

/** A home with two entries; their files. */
async function twoEntries() {
  const home = newHome()
  const files: string[] = []
  for (const what of ['one', 'two']) {
    const input = JSON.stringify({ what, 'so-what': 'me' })
    files.push((await home.run(['start', 'three-questions', '--answers', '-'], { input })).stdout.trim())
  }
  const [first = '', second = ''] = files
  return { home, first, second }
}

const change = (file: string, from: string | RegExp, to: string) =>
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(from, to))

describe('reflect doctor', () => {
  it('finds nothing wrong where nothing is, and changes nothing', async () => {
    expect(await newHome().run(['doctor'])).toMatchObject({ code: 0, stderr: '' })
    const { home, first } = await twoEntries()
    const before = fs.readFileSync(first)
    const { code, stdout } = await home.run(['doctor', '--fix'])
    expect({ code, stdout: stdout.replaceAll(/\s+/g, ' ') }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 entries, 0 drafts, 0 in the trash')
    })
    expect(fs.readFileSync(first)).toEqual(before)
  })

  it('accounts for every file, names what does not read and where, and gives each its cure', async () => {
    const { home, first, second } = await twoEntries()
    change(first, /^started: .*$/m, 'started: yesterday')
    change(second, '- [x] Me', '- [?] Me')
    fs.writeFileSync(second.replace('.md', '.conflict-ab12.md'), `${fs.readFileSync(second, 'utf8')}More.\n`)
    fs.copyFileSync(second, second.replace('.md', '-9.md'))
    fs.writeFileSync(path.join(home.journal, 'shopping.txt'), 'milk')
    const { code, stdout } = await home.run(['doctor'], { env: { EDITOR: 'no-such-editor' } })
    expect(code).toBe(1)
    const text = withSlashes(stdout.replaceAll(/\s+/g, ' '))
    const name = (file: string) => withSlashes(path.relative(home.journal, file))
    expect(text).toMatch(new RegExp(`${name(first)} can be read, but something in it is wrong: Line \\d+`))
    expect(text).toContain(`2 copies of entries in ${path.dirname(name(second))}`)
    expect(text).toMatch(/no longer fit their questions, so they are shown as plain text: Why it matters \(line \d+\)/)
    expect(text).toContain("1 other file in the journal's folder, which reflect ignores: shopping.txt")
    expect(text).toContain('Your editor "no-such-editor" is not on this computer')
  })

  it('names every file of the journal, whatever it is, and where other bytes than text begin', async () => {
    const { home, first, second } = await twoEntries()
    const put = (file: string, content: string | Uint8Array) => {
      fs.mkdirSync(path.dirname(path.join(home.journal, file)), { recursive: true })
      fs.writeFileSync(path.join(home.journal, file), content)
    }
    const text = fs.readFileSync(first, 'utf8')
    fs.appendFileSync(second, Buffer.from('caf\xe9\n', 'latin1'))
    const line = fs.readFileSync(second, 'latin1').split('\n').length - 1
    put('top.md', text.replace(/^id: ./m, 'id: x'))
    put('2026/deeper/moved.md', text.replace(/^id: ./m, 'id: y'))
    put('work/copy.md', text.replace(/^id: ./m, 'id: y'))
    put('trash/gone.md', text)
    put('notes.md', 'my own')
    put('2026/photo.jpg', new Uint8Array([0xff]))
    put('2026/empty.md', '')
    put('.git/config', '')
    put('drafts/x (conflicted copy).md', 'no entry')
    const { stdout } = await home.run(['doctor', '--json'])
    const findings = JSON.parse(stdout) as { area: string; state: string; message: string; files?: string[] }[]
    const named = findings.filter(
      ({ area, message }) => area === 'journal' && !/not UTF-8 text|Other users/.test(message)
    )
    const all = fs
      .readdirSync(home.journal, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => path.relative(home.journal, path.join(item.parentPath, item.name)))
      // Hidden folders belong to other programs.
      .filter((file) => !file.startsWith('.git'))
    expect([...new Set(named.flatMap(({ files = [] }) => files))].toSorted()).toEqual(all.toSorted())
    expect(stdout).toContain(`not UTF-8 text, the first in line ${line}`)
    expect(named.find(({ state }) => state === 'well')?.message).toContain('4 entries, 0 drafts')
    expect(named.filter(({ state }) => state === 'wrong')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('1 copy of entries in'), files: expect.any(Array) })
    ])
  })

  it('prints only the first few findings of a kind, and lists all of them as JSON', async () => {
    const { home, first } = await twoEntries()
    for (let number = 0; number < 12; number++)
      fs.writeFileSync(
        path.join(home.journal, `${number}.md`),
        fs
          .readFileSync(first, 'utf8')
          .replace(/^id: .*$/m, `id: ${number}`)
          .replace('- [x] Me', '- [?] Me')
      )
    const { stdout } = await home.run(['doctor'])
    expect(stdout.match(/no longer fit their questions/g)).toHaveLength(3)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('9 more of this kind')
    expect((await home.run(['doctor', '--json'])).stdout.match(/no longer fit their questions/g)).toHaveLength(12)
  })

  it('names an entry that does not read, leaves links alone, and looks at all others', async () => {
    const { home, first, second } = await twoEntries()
    fs.writeFileSync(second, '---\nreflect: 2\nid: x\n---\n')
    const link = path.join(home.journal, '2026', 'round.md')
    fs.mkdirSync(path.dirname(link), { recursive: true })
    writeLink('round.md', link)
    const { code, stdout } = await home.run(['doctor', '--json'])
    expect(code).toBe(1)
    const about = (file: string) =>
      JSON.parse(stdout).filter(({ files = [] }: { files?: string[] }) =>
        files.includes(path.relative(home.journal, file))
      )
    expect(about(first)).toHaveLength(1)
    expect(about(second)).toContainEqual(expect.objectContaining({ state: 'wrong' }))
    expect(about(link)).toMatchObject([{ state: 'note', message: expect.stringContaining('1 other file') }])
  })

  it('names a draft that holds other bytes than text, which is not gone on with', async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--plain'], { input: '\ncaf#' })
    const [name = ''] = fs.readdirSync(path.join(home.journal, 'drafts'))
    const draft = path.join(home.journal, 'drafts', name)
    fs.writeFileSync(draft, fs.readFileSync(draft, 'latin1').replace('caf#', 'caf\xe9'), 'latin1')
    const bytes = fs.readFileSync(draft)
    const { stdout } = await home.run(['doctor'])
    expect(withSlashes(stdout.replaceAll(/\s+/g, ' '))).toContain(`drafts/${name} contains bytes`)
    expect(await home.run(['resume', '--plain'], { input: 'more\n.\n' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('UTF-8')
    })
    expect(fs.readdirSync(path.join(home.journal, 'drafts'))).toEqual([name])
    expect(fs.readFileSync(draft)).toEqual(bytes)
  })

  it('converts an entry to UTF-8 once its lines were said to be right, and keeps it as it was', async () => {
    const { home, first, second } = await twoEntries()
    const old = fs
      .readFileSync(first, 'utf8')
      .replace(/^one$/m, 'one\n\nAt the caf\u00e9 with Zo\u00eb, \u0093so\u0094.\n\nA \u0175 here.')
    const bytes = Buffer.concat(
      old.split('\n').map((line) => Buffer.from(`${line}\n`, line.includes('\u0175') ? 'utf8' : 'latin1'))
    )
    fs.writeFileSync(first, bytes)
    fs.writeFileSync(second, Buffer.from(`\ufeff${fs.readFileSync(second, 'utf8')}`, 'utf16le'))
    const wide = fs.readFileSync(second)
    const shown = await home.run(['show', path.basename(first, '.md')])
    expect(shown.stdout).toContain('At the caf\\xE9 with Zo\\xEB, \\x93so\\x94.')
    expect(shown.stderr).toContain(`${path.basename(first)} is not valid UTF-8`)
    const no = await home.run(['doctor', '--fix'], { input: 'n\n' })
    expect(no.stdout + no.stderr).toContain('At the café with Zoë, “so”.')
    expect(fs.readFileSync(first)).toEqual(bytes)
    // What is certain needs no answer.
    expect(fs.readFileSync(second, 'utf8')).not.toContain('\ufeff')
    expect(fs.readFileSync(`${second}.original`)).toEqual(wide)
    await home.run(['doctor', '--fix', '--json'], { input: 'y\n' })
    expect(fs.readFileSync(first)).toEqual(bytes)
    const yes = await home.run(['doctor', '--fix'], { input: 'y\n' })
    expect(yes.stdout.replaceAll(/\s+/g, ' ')).toContain(`${path.basename(first)} is now UTF-8`)
    expect(fs.readFileSync(`${first}.original`)).toEqual(bytes)
    expect(fs.readFileSync(first, 'utf8')).toContain('At the café with Zoë, “so”.\n\nA ŵ here.')
    expect((await home.run(['journal', '--json'])).stdout.match(/"id"/g)).toHaveLength(2)
    expect((await home.run(['doctor'])).stdout).not.toContain('UTF-8')
  })

  it('converts UTF-16 without a mark, and says before that it is still read', async () => {
    const { home, second } = await twoEntries()
    const text = fs.readFileSync(second, 'utf8')
    fs.writeFileSync(second, Buffer.from(text, 'utf16le'))
    expect((await home.run(['doctor'])).stdout).toContain('is in UTF-16')
    const { stdout } = await home.run(['doctor', '--fix'])
    expect(stdout).toContain('is now UTF-8')
    expect(fs.readFileSync(second, 'utf8')).toBe(text)
  })

  it('writes back the markers that an editor removed, and keeps the file as it was', async () => {
    const { home, first, second } = await twoEntries()
    const marked = fs.readFileSync(first, 'utf8')
    const stripped = marked.replaceAll(/^<!--.*-->\n/gm, '')
    fs.writeFileSync(first, stripped)
    fs.writeFileSync(
      second,
      fs
        .readFileSync(second, 'utf8')
        .replaceAll(/^<!--.*-->\n/gm, '')
        .replace('pack: three', 'pack: no')
    )
    const found = await home.run(['doctor'])
    expect([found.code, found.stdout.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('between the answers of 2 entries. No words are lost.')
    ])
    expect((await home.run(['doctor', '--fix'])).stdout).toContain('between the answers of 1 entry are back')
    // A discussion without its marker may hold a learner's words, so it comes back as text.
    const unsure = marked.replace(/^<!-- reflect:_discussion .*$/m, '<!-- reflect:_1 text private -->')
    expect(unsure).not.toBe(marked)
    expect(fs.readFileSync(first, 'utf8').replaceAll(/ private| \{.*\}/g, '')).toBe(
      unsure.replaceAll(/ private| \{.*\}/g, '')
    )
    expect(fs.readFileSync(first, 'utf8')).toContain('<!-- reflect:_1 text private -->')
    expect(fs.readFileSync(`${first}.original`, 'utf8')).toBe(stripped)
  })

  it("mends what loses nothing: other people's rights, and what a crash left half written", async () => {
    const { home, first } = await twoEntries()
    fs.chmodSync(first, 0o644)
    const left = path.join(path.dirname(first), '.reflect-0123456789abcdef.tmp')
    fs.writeFileSync(left, 'half')
    fs.utimesSync(left, 1, 1)
    expect((await home.run(['doctor'])).code).toBe(1)
    expect(fs.existsSync(left)).toBe(true)
    expect((await home.run(['doctor', '--fix'])).code).toBe(0)
    expect(fs.existsSync(left)).toBe(false)
    expectMode(first, 0o600)
    expect((await home.run(['doctor'])).code).toBe(0)
  })

  it('says in words which file and which folder may not be read', async () => {
    needPosix('file modes')
    needUser('not root')
    const { home, first } = await twoEntries()
    fs.chmodSync(first, 0)
    const name = path.relative(home.journal, first)
    const { stdout } = await home.run(['doctor', '--fix'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`${name} cannot be read as an entry: You are not allowed to open`)
    expect((await home.run(['search', 'two'])).stderr).toContain('You are not allowed to open')
    const folder = path.dirname(first)
    fs.chmodSync(folder, 0)
    onTestFinished(() => fs.chmodSync(folder, 0o700))
    expect((await home.run(['doctor'])).stdout.replaceAll(/\s+/g, ' ')).toContain(`open or change ${folder}.`)
  })

  it('says the same as JSON', async () => {
    const { home } = await twoEntries()
    fs.mkdirSync(path.join(home.dir, 'home'), { recursive: true })
    fs.writeFileSync(path.join(home.dir, 'home', 'config.json'), '{ "color": "loud" }')
    const { code, stdout } = await home.run(['doctor', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toContainEqual({
      area: 'settings',
      state: 'wrong',
      message: expect.stringContaining('"color"')
    })
  })

  it.each([['doctor'], ['journal'], ['search', 'one'], ['export'], ['progress', '--json']])(
    'waits for nobody to write into a pipe that stands among entries: %s',
    async (...args) => {
      needPosix('named pipes')
      const { home, first } = await twoEntries()
      execFileSync('mkfifo', [path.join(path.dirname(first), '2026-11-25-pipe.md')])
      expect((await home.run(args)).stdout).not.toBe('')
    }
  )
})
