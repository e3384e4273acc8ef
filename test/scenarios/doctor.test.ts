import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newHome } from '../kit/program.ts'

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
    fs.copyFileSync(second, second.replace('.md', '.conflict-ab12.md'))
    fs.copyFileSync(second, second.replace('.md', '-9.md'))
    fs.writeFileSync(path.join(home.journal, 'shopping.txt'), 'milk')
    const { code, stdout } = await home.run(['doctor'], { env: { EDITOR: 'no-such-editor' } })
    expect(code).toBe(1)
    const text = stdout.replaceAll(/\s+/g, ' ')
    const name = (file: string) => path.relative(home.journal, file)
    expect(text).toMatch(new RegExp(`${name(first)} does not read as an entry: Line \\d+`))
    expect(text).toContain(`${name(second).replace('.md', '-9.md')} and ${name(second)} are the same entry twice`)
    expect(text).toContain('no longer have the form of their question and are shown as plain text: Why it matters')
    expect(text).toContain('.conflict-ab12.md is a copy that was kept')
    expect(text).toContain("1 other file in the journal's folder, which reflect leaves alone: shopping.txt")
    expect(text).toContain('Your editor "no-such-editor" is not on this computer')
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
    expect(fs.statSync(first).mode & 0o777).toBe(0o600)
    expect((await home.run(['doctor'])).code).toBe(0)
  })

  it('says the same as JSON', async () => {
    const { home } = await twoEntries()
    fs.mkdirSync(path.join(home.dir, 'home'))
    fs.writeFileSync(path.join(home.dir, 'home', 'config.json'), '{ "color": "loud" }')
    const { code, stdout } = await home.run(['doctor', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toContainEqual({
      area: 'settings',
      state: 'wrong',
      message: expect.stringContaining('"color"')
    })
  })
})
