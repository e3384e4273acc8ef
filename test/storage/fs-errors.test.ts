import fs from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { refuseToOverwrite } from '../../src/commands/shared/output.ts'
import { ReflectError } from '../../src/context/errors.ts'
import {
  discard,
  forbiddenName,
  fsErrorMessage,
  isHardLink,
  isOneFile,
  retryWhileBusy,
  withFsErrors
} from '../../src/storage/fs-errors.ts'
import { missingDisk } from '../../src/storage/disks.ts'
import { english, translated } from '../../src/words/index.ts'
import { freshFolder } from '../journal/kit/processes.ts'
import { needPosix } from '../kit/needs.ts'

let dir: string
beforeEach(() => {
  dir = freshFolder()
  fs.writeFileSync(join(dir, 'a.md'), 'a')
})

/** Work that fails some times before it is done; how often it was tried. */
function failing(times: number, code: string) {
  let tries = 0
  const work = () => {
    if (++tries <= times) throw Object.assign(new Error(code), { code })
  }
  return { work, tries: () => tries }
}

describe('a file that another program holds for a moment', () => {
  test.each(['EBUSY', 'EPERM', 'EACCES'])('is tried again on Windows after %s', (code) => {
    const { work, tries } = failing(2, code)
    retryWhileBusy(work, 'win32')
    expect(tries()).toBe(3)
  })

  test.each([
    ['EBUSY', 'linux'],
    ['EACCES', 'darwin'],
    ['ENOENT', 'win32']
  ] as const)('is not tried again after %s on %s', (code, platform) => {
    const { work, tries } = failing(2, code)
    expect(() => retryWhileBusy(work, platform)).toThrow(code)
    expect(tries()).toBe(1)
  })
})

describe('a system error', () => {
  const said = (file: string, code: string, platform: NodeJS.Platform) =>
    translated(fsErrorMessage(file, Object.assign(new Error(code), { code }), platform), english)

  test.each([
    [String.raw`C:\notes\what?.md`, 'ENOENT', 'win32', 'does not allow the name "what?.md"'],
    [String.raw`C:\notes: mine\a.md`, 'EINVAL', 'win32', 'does not allow the name "notes: mine"'],
    [String.raw`C:\notes\a.md`, 'ENOENT', 'win32', 'does not exist'],
    ['/notes/what?.md', 'ENOENT', 'linux', 'does not exist'],
    // A file that a cloud service keeps, without a connection.
    [String.raw`C:\notes\a.md`, 'UNKNOWN', 'win32', 'could not read or write']
  ] as const)('for %s with %s on %s says what to do', (file, code, platform, part) => {
    expect(said(file, code, platform)).toContain(part)
    expect(() =>
      withFsErrors(file, () => {
        throw Object.assign(new Error(code), { code })
      })
    ).toThrow(ReflectError)
  })
})

describe('a name', () => {
  test.each([
    [String.raw`C:\notes\mine: 2026.md`, 'win32', 'mine: 2026.md'],
    [String.raw`\\server\share\what?\a.md`, 'win32', 'what?'],
    ['C:/notes/a.md', 'win32', undefined],
    ['/notes/mine: 2026.md', 'darwin', undefined]
  ] as const)('in %s is not written on %s: %s', (file, platform, name) => {
    expect(forbiddenName(file, platform)).toBe(name)
  })
})

test('an export is not written to a name that Windows would read as something else', () => {
  const write = () => refuseToOverwrite(String.raw`C:\notes\mine: 2026.md`, {}, { platform: 'win32', words: english })
  expect(write).toThrow('mine: 2026.md')
})

describe('files and names', () => {
  test('two names of one file are hard links, two files with the same words are not', () => {
    fs.linkSync(join(dir, 'a.md'), join(dir, 'link.md'))
    fs.writeFileSync(join(dir, 'b.md'), 'a')
    expect(isHardLink(join(dir, 'a.md'), join(dir, 'link.md'))).toBe(true)
    expect(isHardLink(join(dir, 'a.md'), join(dir, 'b.md'))).toBe(false)
    expect(isHardLink(join(dir, 'a.md'), join(dir, 'gone.md'))).toBe(false)
  })

  test('a file is the same by a path with other folders in it', () => {
    fs.mkdirSync(join(dir, 'folder'))
    fs.writeFileSync(join(dir, 'b.md'), 'a')
    expect(isOneFile(join(dir, 'a.md'), `${dir}/folder/../a.md`)).toBe(true)
    expect(isOneFile(join(dir, 'a.md'), join(dir, 'b.md'))).toBe(false)
  })

  test('what is gone already is no error', () => {
    discard(join(dir, 'gone.md'))
    discard(join(dir, 'a.md'))
    expect(fs.readdirSync(dir)).toEqual([])
  })
})

describe('a disk that is not connected', () => {
  test.each([
    ['win32', String.raw`Q:\reflections`, 'Q:\\'],
    ['win32', String.raw`\\no-such-server\homes\ada\reflections`, '\\\\no-such-server\\homes\\'],
    ['darwin', '/Volumes/No such disk/Course work/reflections', '/Volumes/No such disk'],
    ['linux', '/mnt/no-such-disk/reflections', '/mnt/no-such-disk']
  ] as const)('on %s, %s', (platform, place, disk) => {
    // Folders of disks that this system does not have are missing themselves.
    const isHere = platform === 'win32' || fs.existsSync(place.split('/').slice(0, 2).join('/'))
    expect(missingDisk(place, platform)).toBe(isHere ? disk : undefined)
  })

  test('is not one that has only no such folder yet', () => {
    needPosix('paths with forward slashes')
    expect(missingDisk(join(dir, 'new', 'reflections'), 'linux')).toBeUndefined()
    expect(missingDisk(join(dir, 'new', 'reflections'), 'darwin')).toBeUndefined()
    fs.mkdirSync(join(dir, 'Library', 'CloudStorage', 'OneDrive'), { recursive: true })
    const cloud = join(dir, 'Library', 'CloudStorage')
    expect(missingDisk(join(cloud, 'OneDrive', 'new'), 'darwin')).toBeUndefined()
    expect(missingDisk(join(cloud, 'OneDrive-University', 'new'), 'darwin')).toBe(join(cloud, 'OneDrive-University'))
  })
})
