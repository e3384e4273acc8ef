import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tarOf, tgzOf } from '../kit/archives.ts'
import { addAndUse, trusting } from '../kit/handing-out.ts'
import { serve } from '../kit/network/server.ts'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, newHome, type Home } from '../kit/program.ts'
import { newPlace, refusal } from '../kit/refusals.ts'
import { writeLink } from '../kit/needs.ts'

const bytes = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]))
const below = (folder: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]))
const tarMembers = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.entries(files).map(([name, body]) => ({ path: name, body }))
const noise = (size: number) => Buffer.from(Array.from({ length: size }, (_, index) => (index * index * 31) % 251))

/** What lies beside packs on people's computers. */
const beside = {
  'intro.mp4': noise(1_500_000),
  'Icon\r': '',
  '.DS_Store': 'x',
  'Übung für Tutoren.docx': 'x',
  'notes: week 1.': 'x',
  'old/one.yaml': 'x: [',
  'data.yaml': Buffer.alloc(1_200_000, '# x\n'),
  'book.txt': Buffer.alloc(1_200_000, 'x')
}
const single =
  'format: 1\nid: my-pack\nversion: 1.0.0\ntitle: Mine\nlanguage: en\nexercises:\n  - id: one\n    title: One\n    prompts:\n      - id: what\n        ask: What?\n'

/** Adds a pack and gives what was said besides. Only the pack's files are installed. */
async function added(home: Home, source: string): Promise<string> {
  const { code, stderr } = await home.run(['pack', 'add', source, '--yes'])
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const installed = filesBelow(path.join(home.dir, 'home', 'packs', 'my-pack')).map((file) => path.basename(file))
  const files = installed.filter((name) => Object.hasOwn(myPack, name) || /\./.test(name))
  expect(files.filter((name) => !Object.hasOwn(myPack, name) && !name.startsWith('1.0.0-'))).toEqual([])
  return stderr
}

describe('only what belongs to a pack is judged', () => {
  it('in a folder', async () => {
    const home = newHome()
    const dir = writeFiles(path.join(home.dir, 'source'), { ...myPack, ...beside })
    writeLink('/etc/passwd', path.join(dir, 'passwd.txt'))
    writeLink('/nowhere', path.join(dir, 'nowhere.yaml'))
    writeFiles(dir, Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`photos/${n}.jpg`, noise(100)])))
    expect(await added(home, 'source')).toContain(
      '610 other files were left out, because they are not part of the pack.\n'
    )
  })

  it('in archives', async () => {
    const members = tarMembers(below('mine', { ...myPack, ...beside }))
    const links = [{ path: 'mine/passwd.txt', type: 'SymbolicLink', linkpath: '/etc/passwd' } as const]
    const shadows = below('__MACOSX/mine', { '._pack.yaml': 'x' })
    const sources = {
      'mine.tgz': tgzOf([...members, ...links]),
      'mine.tar': tarOf([...members, ...links]),
      'mine.zip': zipSync({ ...bytes(below('mine', { ...myPack, ...beside })), ...bytes(shadows) })
    }
    for (const [name, content] of Object.entries(sources)) {
      const home = newHome()
      writeFiles(home.dir, { [name]: content })
      expect(await added(home, name)).toContain('9 other files were left out')
    }
  })

  it('in a .zip of Windows with names in an old encoding, of files and of the folder', async () => {
    const home = newHome()
    const zip = Buffer.from(zipSync(bytes(below('?bung', { ...myPack, 'f?r Tutoren.docx': 'x' }))))
    const old = Buffer.from(
      zip.toString('latin1').replaceAll('?bung', '\x9abung').replaceAll('f?r', 'f\x81r'),
      'latin1'
    )
    fs.writeFileSync(path.join(home.dir, 'mine.zip'), old)
    expect(await added(home, 'mine.zip')).toContain('1 other file was left out')
  })

  it('and nothing is said where there is nothing else', async () => {
    const home = newHome()
    writeFiles(path.join(home.dir, 'source'), myPack)
    expect(await added(home, 'source')).not.toContain('left out')
  })
})

describe('a pack is found', () => {
  it.each<readonly [string, Readonly<Record<string, string | Uint8Array>>]>([
    ['deep in an archive', { 'a.tgz': tgzOf(tarMembers(below('course/week 1/pack', myPack))) }],
    ['in a .zip, with an older one inside', { 'a.zip': zipSync(bytes({ ...myPack, ...below('old', myPack) })) }],
    ['below a folder', below('a', below('course/mine', myPack))],
    ['that is compressed twice', { 'a.tgz.gz': zlib.gzipSync(tgzOf(tarMembers(myPack))) }],
    ['in one YAML file in a .zip', { 'a.zip': zipSync(bytes({ 'mine.yaml': single, 'notes.docx': 'x' })) }],
    ['in one file whose name says nothing', { 'a.yaml.txt': single }]
  ])('%s', async (_, files) => {
    const home = newHome()
    writeFiles(home.dir, files)
    await addAndUse(home, Object.keys(files)[0]?.split('/', 1)[0] ?? '')
  })

  it('at an address: in one YAML file, and compressed by the server', async () => {
    const archive = tgzOf(tarMembers(myPack))
    const url = await serve(({ url: page }, response) => {
      const header = (encoding: string) => response.writeHead(200, { 'content-encoding': encoding })
      if (page === '/pack.yaml') return response.end(single)
      if (page === '/br') return header('br').end(zlib.brotliCompressSync(archive))
      if (page === '/gzip') return header('gzip').end(zlib.gzipSync(archive))
      return header('x-gzip').end(archive)
    })
    for (const page of ['pack.yaml', 'br', 'gzip', 'mine.tgz']) {
      await addAndUse(newHome(), `${url}/${page}`, { env: trusting })
    }
  })
})

const html = (title: string, body = '') =>
  `\n<!-- x -->\n<!DOCTYPE html>\n<html><head><title>${title}</title>${body}</html>`
const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 1234\n'

describe('what is no pack is named, with what to do', () => {
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['page.zip', html('My course - Google Drive'), /is a web page \("My course - Google Drive"\).*download the file/],
    ['pack.yaml.txt', html(''), /is a web page, not the file of a pack\. Open it in your browser/],
    ['login.tgz', html('Log in to the site'), /is a page to sign in on.*Sign in with your browser/],
    ['form.tgz', html('Moodle', '<input name="p" type="password">'), /is a page to sign in on/],
    ['error.zip', '{"error": "not found"}', /is a message from a server, .*\{"error": "not found"\} Download the file/],
    ['lfs.zip', pointer, /is only a placeholder that Git LFS left/],
    [
      'inside.zip',
      zipSync(bytes({ ...myPack, 'one.yaml': pointer })),
      /one\.yaml is only a placeholder that Git LFS left/
    ],
    [
      'a.7z',
      Buffer.from('377abcaf271c0004', 'hex'),
      /is compressed as 7z, .*Unpack it with another program and add the folder/
    ],
    ['a.rar', 'Rar!\x1a\x07\x01\x00', /is compressed as RAR/],
    ['a.tar.xz', Buffer.from('fd377a585a000004', 'hex'), /is compressed as xz/],
    ['a.tar.zst', Buffer.from('28b52ffd04580100', 'hex'), /is compressed as Zstandard/],
    ['a.tar.bz2', 'BZh91AY&SY', /is compressed as bzip2/],
    ['a.tgz', zlib.gzipSync(Buffer.from('BZh91AY&SY')), /is compressed as bzip2/],
    ['a.pdf', '%PDF-1.7\n', /is a PDF file, not a pack/],
    ['empty.zip', '', /is empty, so nothing was added\. Download it again/],
    [
      'zip.zip',
      zipSync(bytes({ 'my-pack.zip': zipSync(bytes(myPack)) })),
      /only another archive: my-pack\.zip\. Unpack it, and add/
    ],
    [
      'yml.zip',
      zipSync(bytes({ 'a/pack.yml': 'x', 'a/one.yaml': 'x' })),
      /no file pack\.yaml in .*, only a\/pack\.yml\. .*rename that file/
    ],
    [
      'several.tgz',
      tgzOf(tarMembers({ 'b/pack.yaml': 'x', 'a/c/pack.yaml': 'x' })),
      /There are 2 packs in .*: a\/c, b\. Unpack it/
    ],
    ['none.tgz', tgzOf(tarMembers({ 'x/readme.md': 'x' })), /is not a pack: there is no file pack\.yaml in it/],
    ['one.zip', zipSync(bytes({ 'one.yaml': 'id: one\n' })), /there is no file pack\.yaml in it/],
    ['noise', 'noise', /is neither a folder, nor a \.tgz or \.zip archive, nor a pack in one YAML file/]
  ])('%s', async (name, content, sentence) => {
    const place = newPlace()
    writeFiles(place.dir, { [name]: content })
    expect(await refusal(name, place)).toMatch(sentence)
  })

  it('a folder with several packs, which are listed', async () => {
    const place = newPlace()
    writeFiles(path.join(place.dir, 'packs'), { ...below('a', myPack), ...below('b', myPack) })
    expect(await refusal('packs', place)).toMatch(/There are 2 packs in .*packs: a, b\./)
  })

  it.each([
    [9, 'Deflate64'],
    [12, 'bzip2'],
    [14, 'LZMA'],
    [93, 'Zstandard']
  ])('a .zip of the method %i', async (method, name) => {
    const place = newPlace()
    const zip = Buffer.from(zipSync(bytes(myPack)))
    for (let at = 0; at < zip.length - 46; at++)
      if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt16LE(method, at + 10)
    fs.writeFileSync(path.join(place.dir, 'a.zip'), zip)
    expect(await refusal('a.zip', place)).toMatch(
      new RegExp(`pack\\.yaml is compressed with the method ${name}, which reflect`)
    )
  })

  it('a file that is too large to be one', async () => {
    const place = newPlace()
    fs.truncateSync(writeFiles(place.dir, { 'a.zip': 'x' }) + '/a.zip', 40 * 1024 ** 2)
    expect(await refusal('a.zip', place)).toMatch(/is larger than the file of a pack may be \(32 MiB\)/)
  })
})
