import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tarOf, tgzOf } from '../kit/archives.ts'
import type { TarMember } from '../kit/archives.ts'
import { myPack } from '../kit/pack-folders.ts'
import { newPlace, refusal } from '../kit/refusals.ts'

const MiB = 1024 * 1024
const honest: readonly TarMember[] = Object.entries(myPack).map(([name, body]) => ({ path: `package/${name}`, body }))
const withMember = (...members: readonly TarMember[]) => tgzOf([...honest, ...members])

/** An extended header, which describes the member after it. */
function extended(said: string): TarMember {
  const length = said.length + (said.length > 90 ? 6 : 4)
  return { path: 'PaxHeader', type: 'ExtendedHeader', body: `${length} ${said}\n` }
}

/** A gzip of repeated bytes, a thousandth of their size. */
const bomb = (bytes: number) => withMember({ path: 'package/zeros.txt', body: Buffer.alloc(bytes) })
const many = (count: number) =>
  withMember(...Array.from({ length: count }, (_, index) => ({ path: `package/${index}.txt` })))

const tars: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['a path upwards', () => withMember({ path: '../evil', body: 'x' }), /name could do harm/],
  ['a path upwards in the middle', () => withMember({ path: 'package/../../evil', body: 'x' }), /name could do harm/],
  ['an absolute path', () => withMember({ path: '/tmp/evil', body: 'x' }), /name could do harm/],
  ['a path of Windows', () => withMember({ path: String.raw`package\..\evil`, body: 'x' }), /name could do harm/],
  ['a drive of Windows', () => withMember({ path: 'C:/evil', body: 'x' }), /name could do harm/],
  ['a drive without a slash', () => withMember({ path: 'C:evil', body: 'x' }), /name could do harm/],
  ['a share of Windows', () => withMember({ path: '//host/share/evil', body: 'x' }), /name could do harm/],
  ['a device of Windows', () => withMember({ path: 'package/con.txt', body: 'x' }), /name could do harm/],
  ['a stream of Windows', () => withMember({ path: 'package/one.yaml:evil', body: 'x' }), /name could do harm/],
  ['a name that ends in a full stop', () => withMember({ path: 'package/evil.', body: 'x' }), /name could do harm/],
  ['a name of two lines', () => withMember({ path: 'package/x.md\nAll is well.', body: 'x' }), /name could do harm/],
  ['a control character', () => withMember({ path: 'package/\u001b[2J', body: 'x' }), /name could do harm/],
  [
    'a name longer than disks take',
    () => withMember(extended(`path=${'a/'.repeat(4000)}a`), { path: 'package/x.md', body: 'x' }),
    /could do harm.{0,70}\("a\/a\/[a/]{60,80}…"\)/
  ],
  [
    'a path upwards in an extended header',
    () => withMember(extended('path=../evil'), { path: 'package/x.md', body: 'x' }),
    /name could do harm/
  ],
  [
    'a link in an extended header',
    () => withMember(extended('linkpath=/etc/passwd'), { path: 'package/x.md', type: 'SymbolicLink', linkpath: 'x' }),
    /contains a link/
  ],
  [
    'another size in an extended header',
    () => withMember(extended('size=999999999'), { path: 'package/x.md', body: 'x' }),
    /larger than a pack|damaged/
  ],
  ['a folder upwards', () => withMember({ path: '../evil', type: 'Directory' }), /name could do harm/],
  [
    'a symbolic link',
    () => withMember({ path: 'package/x', type: 'SymbolicLink', linkpath: '/etc/passwd' }),
    /contains a link/
  ],
  [
    'a link for the manifest',
    () => tgzOf([{ path: 'package/pack.yaml', type: 'SymbolicLink', linkpath: 'x' }]),
    /a link/
  ],
  ['a hard link', () => withMember({ path: 'package/x', type: 'Link', linkpath: '/etc/passwd' }), /contains a link/],
  ['a character device', () => withMember({ path: 'package/x', type: 'CharacterDevice' }), /other than files/],
  ['a block device', () => withMember({ path: 'package/x', type: 'BlockDevice' }), /other than files/],
  ['a pipe', () => withMember({ path: 'package/x', type: 'FIFO' }), /other than files/],
  ['a name twice', () => withMember({ path: 'package/pack.yaml', body: 'x' }), /same name on many disks/],
  [
    'a name twice but for capitals',
    () => withMember({ path: 'package/PACK.yaml', body: 'x' }),
    /same name on many disks/
  ],
  [
    'a name twice but for its composition',
    () => withMember({ path: 'package/é.md' }, { path: 'package/é.md' }),
    /same name/
  ],
  [
    'a name twice but for a dot',
    () => withMember({ path: './package/pack.yaml', body: 'x' }),
    /same name on many disks/
  ],
  ['a bomb of one to a thousand', () => bomb(50 * MiB), /larger than a pack may be \(5 MiB\)/],
  ['a file over the limit', () => bomb(2 * MiB), /larger than a pack may be/],
  [
    'files that are too much together',
    () => withMember(...[1, 2, 3, 4, 5, 6].map((n) => ({ path: `package/${n}.txt`, body: Buffer.alloc(MiB) }))),
    /larger than a pack/
  ],
  ['six hundred files', () => many(600), /more files than a pack may have \(500\)/],
  [
    'a hundred thousand members',
    () => zlib.gzipSync(Buffer.alloc(512 * 100_000, tarOf([{ path: 'a' }], { end: false }))),
    /larger than a pack/
  ],
  [
    'a header that claims more than there is',
    () => tgzOf([{ path: 'package/pack.yaml', body: 'x', size: 100_000 }], { end: false }),
    /damaged or incomplete/
  ],
  [
    'a long name of a megabyte',
    () => withMember({ path: 'x', type: 'NextFileHasLongPath', body: 'a'.repeat(MiB) }),
    /damaged or incomplete/
  ],
  ['a tar that is cut off', () => tgzOf(honest).subarray(0, 300), /damaged or incomplete/],
  ['gzip in gzip', () => zlib.gzipSync(tgzOf(honest)), /damaged or incomplete/],
  ['gzip of nothing', () => zlib.gzipSync(Buffer.alloc(0)), /damaged or incomplete|no pack\.yaml/],
  ['gzip of noise', () => zlib.gzipSync(Buffer.from('noise'.repeat(1000))), /damaged or incomplete/],
  ['no pack at all', () => tgzOf([{ path: 'package/readme.md', body: 'x' }]), /not a pack: there is no pack\.yaml/],
  ['a pack too deep', () => tgzOf([{ path: 'a/b/pack.yaml', body: 'x' }]), /not a pack: there is no pack\.yaml/],
  ['two packs', () => tgzOf(['a', 'b'].map((name) => ({ path: `${name}/pack.yaml`, body: 'x' }))), /several packs/],
  ['a page of the web', () => Buffer.from('<!doctype html>'), /neither a folder nor a \.tgz or \.zip/],
  ['nothing', () => Buffer.alloc(0), /neither a folder nor a \.tgz or \.zip/]
]

const zipped = Object.fromEntries(Object.entries(myPack).map(([name, text]) => [name, Buffer.from(text)]))

/** Overwrites a number of two or four bytes after every occurrence of a signature. */
function forged(zip: Uint8Array, signature: number, offset: number, value: number, bytes: 2 | 4 = 4): Buffer {
  const forgery = Buffer.from(zip)
  for (let at = 0; at < forgery.length - 46; at++) {
    if (forgery.readUInt32LE(at) !== signature) continue
    if (bytes === 4) forgery.writeUInt32LE(value >>> 0, at + offset)
    else forgery.writeUInt16LE(value, at + offset)
  }
  return forgery
}
const CENTRAL = 0x02014b50

const zips: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['a path upwards', () => zipSync({ ...zipped, '../evil': Buffer.from('x') }), /name could do harm/],
  ['an absolute path', () => zipSync({ ...zipped, '/tmp/evil': Buffer.from('x') }), /name could do harm/],
  ['a path of Windows', () => zipSync({ ...zipped, '..\\evil': Buffer.from('x') }), /name could do harm/],
  ['a drive of Windows', () => zipSync({ ...zipped, 'C:\\evil': Buffer.from('x') }), /name could do harm/],
  ['a share of Windows', () => zipSync({ ...zipped, '\\\\host\\evil': Buffer.from('x') }), /name could do harm/],
  [
    'a name of Windows that is one of Unix',
    () => zipSync({ ...zipped, 'a\\b': [Buffer.from('x'), { os: 3 }] }),
    /name could/
  ],
  [
    'names that collide by a separator',
    () => zipSync({ ...zipped, 'x/y': Buffer.from(''), 'x\\y': Buffer.from('') }),
    /same name/
  ],
  [
    'a symbolic link',
    () => zipSync({ ...zipped, link: [Buffer.from('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
    /contains a link/
  ],
  [
    'a device',
    () => zipSync({ ...zipped, null: [Buffer.from(''), { os: 3, attrs: 0o020666 << 16 }] }),
    /other than files/
  ],
  ['names that collide', () => zipSync({ ...zipped, 'PACK.YAML': Buffer.from('x') }), /same name on many disks/],
  [
    'a bomb of one to a thousand',
    () => zipSync({ ...zipped, 'zeros.txt': Buffer.alloc(50 * MiB) }),
    /larger than a pack/
  ],
  [
    'a bomb that claims to be small',
    () => forged(zipSync({ 'pack.yaml': Buffer.alloc(50 * MiB) }), CENTRAL, 24, 100),
    /damaged or incomplete/
  ],
  ['a claim of more than there is', () => forged(zipSync(zipped), CENTRAL, 24, 4000), /damaged or incomplete/],
  ['an unknown compression', () => forged(zipSync(zipped), CENTRAL, 10, 99, 2), /damaged or incomplete/],
  ['encryption', () => forged(zipSync(zipped), CENTRAL, 8, 1, 2), /is locked with a password/],
  ['an offset to nowhere', () => forged(zipSync(zipped), CENTRAL, 42, 0x7fffffff), /damaged or incomplete/],
  ['a directory that is cut off', () => zipSync(zipped).subarray(0, -40), /damaged or incomplete/],
  [
    'six hundred files',
    () => zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`${index}.txt`, new Uint8Array()]))),
    /more files/
  ]
]

describe('a hostile archive is refused with one sentence, and nothing is left of it', () => {
  it.each(tars)('.tgz: %s', async (_, make, sentence) => {
    const place = newPlace()
    fs.writeFileSync(path.join(place.dir, 'evil.tgz'), make())
    expect(await refusal('evil.tgz', place)).toMatch(sentence)
  })

  it.each(zips)('.zip: %s', async (_, make, sentence) => {
    const place = newPlace()
    fs.writeFileSync(path.join(place.dir, 'evil.zip'), make())
    expect(await refusal('evil.zip', place)).toMatch(sentence)
  })
})
