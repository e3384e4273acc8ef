import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { Ledger } from '../../src/journal/ledger.ts'
import { newHome } from '../kit/program.ts'

/** A folder on a disk that is not connected, as this system names it. */
const AWAY =
  process.platform === 'win32'
    ? 'Q:\\reflections'
    : process.platform === 'darwin'
      ? '/Volumes/Q/x'
      : '/mnt/no-such-disk/x'

describe('a journal on a disk that is not connected', () => {
  const env = { REFLECT_JOURNAL: AWAY }

  it.each([[['journal']], [['search', 'x']], [['progress']], [['export']], [['start', 'three-questions', '--plain']]])(
    'is not taken for an empty one: %j',
    async (args) => {
      const { code, stderr } = await newHome().run(args, { env })
      expect(code).toBe(1)
      expect(stderr).toContain('Connect that disk')
    }
  )

  it('is wrong for doctor, and cannot be set', async () => {
    const home = newHome()
    expect(await home.run(['doctor'], { env })).toMatchObject({ code: 1, stdout: expect.stringContaining(AWAY) })
    expect(await home.run(['config', 'set', 'journal', AWAY])).toMatchObject({ code: 2 })
    expect((await home.run(['config', 'get', 'journal'], { env: { REFLECT_JOURNAL: '' } })).stdout).not.toContain(AWAY)
  })
})

describe('an entry that iCloud keeps elsewhere', () => {
  it('is named by doctor, also if this computer has never had it', async () => {
    const home = newHome()
    const input = JSON.stringify({ what: 'one', 'so-what': 'me' })
    await home.run(['start', 'three-questions', '--answers', '-'], { input })
    fs.writeFileSync(path.join(home.journal, '2026', '.2026-01-02-1902-three-questions.md.icloud'), 'bplist00', {
      mode: 0o600
    })
    const { code, stdout } = await home.run(['doctor'])
    expect(code).toBe(0)
    expect(stdout).toContain('not on this computer at the moment')
    expect(stdout).not.toContain('which reflect ignores')
  })
})

describe('the record of a journal that is not there', () => {
  const known = { path: '2026/a.md', id: 'a', day: '2026-01-01', size: 1, modified: 1 }
  const names = ['/none/Ymarfer Ŵyr/Refl', '/none/ymarfer ŵyr/refl', '/none/Ymarfer W\u0302yr/Refl']

  it.each([
    ['darwin', 3],
    ['win32', 3],
    ['linux', 1]
  ] as const)('is found on %s by the ways to write its name that are one there', (platform, ways) => {
    const { dir } = newHome()
    new Ledger(dir, names[0] ?? '', platform).see([known])
    expect(names.filter((name) => new Ledger(dir, name, platform).read().entries.size === 1)).toHaveLength(ways)
  })
})

describe('files that systems make for themselves in a journal', () => {
  it('are no files to mention', async () => {
    const home = newHome()
    const input = JSON.stringify({ what: 'one', 'so-what': 'me' })
    const { stdout: made } = await home.run(['start', 'three-questions', '--answers', '-'], { input })
    const entry = path.basename(made.trim())
    for (const name of ['.DS_Store', `._${entry}`, 'Thumbs.db', 'desktop.ini'])
      fs.writeFileSync(path.join(home.journal, '2026', name), 'x', { mode: 0o600 })
    const { code, stdout, stderr } = await home.run(['doctor'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('1 entry')
    expect(stdout).not.toContain('which reflect ignores')
  })
})
