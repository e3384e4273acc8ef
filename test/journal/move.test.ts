import fs from 'node:fs'
import { join, posix, win32 } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { isInside, moveFolder } from '../../src/journal/move.ts'
import { english } from '../../src/words/index.ts'
import { freshFolder } from './kit/processes.ts'

const words = english.settings
const OTHER_DISK = '/dev/shm'
const hasOtherDisk = fs.existsSync(OTHER_DISK) && fs.statSync(OTHER_DISK).dev !== fs.statSync(freshFolder()).dev

let dir: string
let from: string
let elsewhere: string
beforeEach(() => {
  dir = freshFolder()
  from = join(dir, 'reflections')
  fs.mkdirSync(join(from, '2026'), { recursive: true, mode: 0o700 })
  fs.writeFileSync(join(from, '2026', 'a.md'), 'Zoë', { mode: 0o600 })
  fs.writeFileSync(join(from, 'mine.txt'), "the learner's own")
  fs.symlinkSync('2026/a.md', join(from, 'link'))
  elsewhere = hasOtherDisk ? fs.mkdtempSync(join(OTHER_DISK, 'reflect-move-')) : dir
})
afterEach(() => {
  fs.rmSync(dir, { recursive: true, force: true })
  fs.rmSync(elsewhere, { recursive: true, force: true })
})

/** The files of a folder with their contents and modes. */
function contentOf(to: string): object {
  const modeOf = (path: string) => (fs.statSync(join(to, path)).mode & 0o777).toString(8)
  const text = (path: string) => fs.readFileSync(join(to, path), 'utf8')
  return {
    names: fs.readdirSync(to, { recursive: true }).toSorted(),
    texts: [text('2026/a.md'), text('mine.txt'), fs.readlinkSync(join(to, 'link'))],
    modes: [modeOf('2026/a.md'), modeOf('2026')]
  }
}

const ALL = {
  names: ['2026', '2026/a.md', 'link', 'mine.txt'],
  texts: ['Zoë', "the learner's own", '2026/a.md'],
  modes: ['600', '700']
}

describe('moveFolder', () => {
  test.each(['new', 'new/and/deeper', 'empty'])('moves everything to %s', (name) => {
    fs.mkdirSync(join(dir, 'empty'))
    moveFolder(from, join(dir, name), words)
    expect(contentOf(join(dir, name))).toEqual(ALL)
    expect(fs.existsSync(from)).toBe(false)
  })

  test.skipIf(!hasOtherDisk)('moves to another disk and leaves nothing half done there', () => {
    const written = fs.statSync(join(from, 'mine.txt')).mtimeMs
    moveFolder(from, join(elsewhere, 'journal'), words)
    expect(contentOf(join(elsewhere, 'journal'))).toEqual(ALL)
    expect(fs.existsSync(from)).toBe(false)
    expect(fs.statSync(join(elsewhere, 'journal', 'mine.txt')).mtimeMs).toBeCloseTo(written, -1)
    expect(fs.readdirSync(elsewhere)).toEqual(['journal'])
  })

  test.skipIf(!hasOtherDisk || process.getuid?.() === 0)('says if the old one may not be taken away', () => {
    fs.chmodSync(dir, 0o500)
    try {
      expect(moveFolder(from, join(elsewhere, 'journal'), words)).toBe(false)
    } finally {
      fs.chmodSync(dir, 0o700)
    }
    expect(contentOf(join(elsewhere, 'journal'))).toEqual(ALL)
  })

  test.each([
    ['a folder with something in it', 'full'],
    ['the folder itself', 'reflections'],
    ['a folder in it', 'reflections/2026/new'],
    ['the folder it is in', '.']
  ])('refuses %s and moves nothing', (_, name) => {
    fs.mkdirSync(join(dir, 'full'))
    fs.writeFileSync(join(dir, 'full', 'x'), 'x')
    expect(() => moveFolder(from, join(dir, name), words)).toThrow(UsageError)
    expect(fs.readdirSync(from).toSorted()).toEqual(['2026', 'link', 'mine.txt'])
    expect(fs.readdirSync(join(dir, 'full'))).toEqual(['x'])
  })

  test('a folder whose name begins with the name of the other is not inside it', () => {
    moveFolder(from, `${from}-2`, words)
    expect(contentOf(`${from}-2`)).toEqual(ALL)
    expect(fs.existsSync(from)).toBe(false)
  })
})

describe('isInside', () => {
  test.each([
    ['C:\\Users\\ada\\refl', 'C:\\Users\\ada\\refl', true],
    ['c:\\users\\ADA\\refl\\x', 'C:\\Users\\ada\\refl', true],
    ['C:\\Users\\ada\\refl-2', 'C:\\Users\\ada\\refl', false],
    ['C:\\Users\\ada\\..refl', 'C:\\Users\\ada', true],
    ['D:\\refl', 'C:\\Users\\ada\\refl', false],
    ['\\\\server\\share\\refl', 'C:\\Users\\ada\\refl', false],
    ['C:\\Users\\ada\\refl', '\\\\server\\share\\refl', false],
    ['\\\\server\\share\\refl\\x', '\\\\server\\share\\refl', true],
    ['\\\\server\\other\\refl', '\\\\server\\share\\refl', false],
    ['\\\\?\\C:\\refl', 'D:\\refl', false]
  ])('on Windows, of %s and %s: %s', (place, folder, expected) => {
    expect(isInside(place, folder, win32)).toBe(expected)
  })

  test.each([
    ['/home/ada/refl/x', '/home/ada/refl', true],
    ['/home/ada/refl-2', '/home/ada/refl', false],
    ['/home/ada', '/home/ada/refl', false],
    ['/home/ada/..refl', '/home/ada', true]
  ])('elsewhere, of %s and %s: %s', (place, folder, expected) => {
    expect(isInside(place, folder, posix)).toBe(expected)
  })
})
