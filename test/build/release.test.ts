import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesIn, releasedChangelog } from '../../build/release/changelog.mjs'
import { releaseNotes } from '../../build/release/notes.mjs'
import { expectReleasable } from '../../build/release/release.mjs'
import { newHome } from '../kit/program.ts'
import { needProgram } from '../kit/needs.ts'

const CHANGELOG = `# Changelog

What changes.

## Unreleased

- A pack can have pictures.
- It is faster.

## 0.1.0

- The first version.
`

describe('the changelog', () => {
  it('gives what is new to a version, and keeps the rest', () => {
    const released = releasedChangelog(CHANGELOG, '0.2.0', '2026-11-28')
    expect(released).toBe(CHANGELOG.replace('## Unreleased', '## 0.2.0 (2026-11-28)'))
    expect(changesIn(released, '0.2.0')).toBe('- A pack can have pictures.\n- It is faster.')
  })

  it.each([
    ['no section', '# Changelog\n\n## 0.1.0\n\n- One.\n'],
    ['an empty section', '# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- One.\n'],
    ['an empty section alone', '# Changelog\n\n## Unreleased\n']
  ])('refuses %s', (_, changelog) => {
    expect(() => releasedChangelog(changelog, '0.2.0', '2026-11-28')).toThrow('says nothing under "## Unreleased"')
  })

  it('of this project can be released', () => {
    const file = path.join(import.meta.dirname, '../../CHANGELOG.md')
    const changelog = fs.readFileSync(file, 'utf8')
    // After a release nothing is new until somebody writes it down.
    if (!changelog.includes('\n## Unreleased\n')) return
    expect(changesIn(releasedChangelog(changelog, '99.0.0', '2026-11-28'), '99.0.0')).toMatch(/^- /)
  })
})

/** A checkout with one commit. */
function checkout(): string {
  needProgram('git')
  const { dir } = newHome()
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Jo', '-c', 'user.email=jo@example.org', ...args], { cwd: dir })
  fs.writeFileSync(path.join(dir, 'package.json'), '{ "version": "0.1.9" }\n')
  fs.writeFileSync(path.join(dir, 'CHANGELOG.md'), CHANGELOG)
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'all')
  git('tag', 'v0.3.0')
  return dir
}

describe('a release', () => {
  it('is possible for a newer version of a clean checkout', () => {
    const dir = checkout()
    for (const version of ['0.1.10', '0.2.0-beta.1', '0.2.0', '1.0.0'])
      expect(() => expectReleasable(dir, version)).not.toThrow()
  })

  it.each([
    [undefined, 'Name the version'],
    ['v0.2.0', 'Name the version'],
    ['0.2', 'Name the version'],
    ['0.1.9', 'not newer than 0.1.9'],
    ['0.1.9-beta.1', 'not newer than 0.1.9'],
    ['0.3.0', 'There is a tag v0.3.0 already']
  ])('of version %s is refused', (version, message) => {
    expect(() => expectReleasable(checkout(), version)).toThrow(message)
  })

  it('is refused if something is not committed', () => {
    const dir = checkout()
    fs.writeFileSync(path.join(dir, 'new.txt'), '')
    expect(() => expectReleasable(dir, '0.2.0')).toThrow('new.txt')
  })

  it('has notes with what is new and what each file is for', () => {
    const notes = releaseNotes('- It is faster.', [
      { name: 'reflect-0.2.0-win-x64.zip', bytes: 35_000_000 },
      { name: 'reflect_0.2.0_all.deb', bytes: 900_000 }
    ])
    expect(notes).toContain('- It is faster.')
    expect(notes).toContain('| `reflect-0.2.0-win-x64.zip` | Windows 10 and 11, nothing else needed | 35.0 MB |')
    expect(notes).toContain('| `reflect_0.2.0_all.deb` | Debian and Ubuntu | 0.9 MB |')
  })
})
