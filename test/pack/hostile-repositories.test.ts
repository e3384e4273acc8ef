import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../../src/program.ts'
import { contextIn } from '../kit/context.ts'
import { commitAll, git, myPack, nothingRan, scripts, touch, writeFiles } from '../kit/pack-folders.ts'
import { newPlace, refusal } from '../kit/refusals.ts'
import type { Place } from '../kit/refusals.ts'
import { writeLink, writeScript } from '../kit/needs.ts'

const MiB = 1024 * 1024

/** A repository of a pack that is modified before the commit, and a place to install to. */
function repository(change: (dir: string) => void): { source: string; place: Place } {
  const place = newPlace()
  const work = writeFiles(path.join(place.beside, 'work'), myPack)
  change(work)
  commitAll(work, 'v1')
  fs.rmSync(path.join(place.beside, 'RAN'), { force: true }) // what it does to its own author is not our matter
  return { source: `git+file://${work}#v1`, place }
}

/** Commits tree entries that git itself would not create: lines for `git mktree`. */
function plant(dir: string, entries: string): void {
  const tree = execFileSync('git', ['mktree', '--missing'], { cwd: dir, input: entries, encoding: 'utf8' }).trim()
  const commit = git(dir, 'commit-tree', '-m', 'A version', tree).trim()
  git(dir, 'update-ref', 'refs/heads/main', commit)
  git(dir, 'tag', '--force', 'v1', commit)
}

describe('a hostile repository', () => {
  it.each<readonly [string, (dir: string) => void, RegExp]>([
    [
      'a link to a file outside',
      (dir) => {
        fs.rmSync(path.join(dir, 'one.yaml'))
        writeLink('/etc/passwd', path.join(dir, 'one.yaml'))
      },
      /"one\.yaml" is a link/
    ],
    [
      'a link for the manifest',
      (dir) => {
        fs.renameSync(path.join(dir, 'pack.yaml'), path.join(dir, 'x.yaml'))
        writeLink('x.yaml', path.join(dir, 'pack.yaml'))
      },
      /a link/
    ],
    ['two names that collide', (dir) => fs.writeFileSync(path.join(dir, 'PACK.yaml'), 'x'), /same name on many disks/],
    ['a path of Windows', (dir) => fs.writeFileSync(path.join(dir, String.raw`..\evil`), 'x'), /name could do harm/],
    [
      'too many files',
      (dir) =>
        writeFiles(dir, Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`translations/${n}.yaml`, '']))),
      /more files than a pack may have \(500\)/
    ],
    [
      'too large a file',
      (dir) => fs.writeFileSync(path.join(dir, 'one.yaml'), Buffer.alloc(3 * MiB, 'x')),
      /larger than one file of a pack may be \(1 MiB\)/
    ],
    [
      'a file of zeros',
      (dir) => fs.writeFileSync(path.join(dir, 'one.yaml'), Buffer.alloc(100 * MiB)),
      /larger than one file of a pack/
    ],
    ['no pack', (dir) => fs.rmSync(path.join(dir, 'pack.yaml')), /no file pack\.yaml/]
  ])('with %s is refused', async (_, change, sentence) => {
    const { source, place } = repository(change)
    expect(await refusal(source, place)).toMatch(sentence)
  })

  it('with a hundred million files in ten objects is refused', async () => {
    const { source, place } = repository(() => {})
    const work = path.join(place.beside, 'work')
    const pack = git(work, 'ls-tree', 'HEAD')
    let tree = `100644 blob ${git(work, 'rev-parse', 'HEAD:LICENSE').trim()}`
    for (let depth = 0; depth < 8; depth++) {
      const ten = Array.from({ length: 10 }, (_, index) => `${tree}\t${index}\n`).join('')
      tree = `040000 tree ${execFileSync('git', ['mktree'], { cwd: work, input: ten, encoding: 'utf8' }).trim()}`
    }
    plant(work, `${pack}${tree}\tz\n`)
    expect(await refusal(source, place)).toMatch(/more files and folders .* than an archive may have \(10,000\)/)
  })

  it.each<readonly [string, (dir: string) => void]>([
    [
      'hooks',
      (dir) => {
        git(dir, 'init', '--quiet')
        for (const name of ['post-checkout', 'post-merge', 'upload-pack', 'pre-receive'])
          writeScript(path.join(dir, '.git', 'hooks', name), touch(path.dirname(dir)))
      }
    ],
    [
      'filters in its attributes and settings',
      (dir) => {
        const command = touch(path.dirname(dir))
        git(dir, 'init', '--quiet')
        git(dir, 'config', 'filter.evil.smudge', command)
        git(dir, 'config', 'uploadpack.packObjectsHook', command)
        git(dir, 'config', 'core.fsmonitor', command)
        writeFiles(dir, { '.gitattributes': '*.md filter=evil\n*.yaml export-ignore\n' })
      }
    ],
    [
      'scripts for npm',
      (dir) => {
        const about = { name: 'my-pack', version: '1.0.0', scripts: scripts(path.dirname(dir)) }
        writeFiles(dir, { 'package.json': JSON.stringify(about) })
      }
    ],
    [
      'a submodule',
      (dir) => {
        const url = `ext::${touch(path.dirname(dir))}`
        writeFiles(dir, { '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ${url}\n` })
        git(dir, 'init', '--quiet')
        git(dir, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},x`)
      }
    ]
  ])('with %s gives the pack, and nothing of it runs', async (_, change) => {
    const { source, place } = repository(change)
    expect(await runProgram(['pack', 'add', source, '--yes', '--quiet'], contextIn(place.dir))).toBe(0)
    nothingRan(place.beside)
    expect(fs.readdirSync(path.join(place.dir, 'home', 'packs', 'staging'))).toEqual([])
  })
})
