import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tarOf, tgzOf } from '../kit/archives.ts'
import type { TarMember } from '../kit/archives.ts'
import { myPack } from '../kit/pack-folders.ts'
import { newHome } from '../kit/program.ts'
import { newPlace, refusal } from '../kit/refusals.ts'

const MiB = 1024 * 1024
const honest: readonly TarMember[] = Object.entries(myPack).map(([name, body]) => ({ path: `package/${name}`, body }))
const withMember = (...members: readonly TarMember[]) => tgzOf([...honest, ...members])

/** An extended header, which describes the member after it. */
function extended(said: string): TarMember {
  const length = said.length + (said.length > 90 ? 6 : 4)
  return { path: 'PaxHeader', type: 'ExtendedHeader', body: `${length} ${said}\n` }
}

/** The pack with something else in the place of its exercise. */
const withOne = (...members: readonly TarMember[]) =>
  tgzOf([...honest.filter(({ path: name }) => name !== 'package/one.yaml'), ...members])

/** Repeated bytes, of which gzip makes a thousandth. */
const zeros = (name: string, bytes: number): TarMember => ({ path: name, body: Buffer.alloc(bytes) })
const bomb = (name: string, bytes: number) =>
  tgzOf([...honest.filter(({ path: other }) => other !== name), zeros(name, bytes)])

const tars: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['a path upwards', () => withMember({ path: '../evil', body: 'x' }), /name could do harm/],
  ['a path upwards in the middle', () => withMember({ path: 'package/../../evil', body: 'x' }), /name could do harm/],
  ['an absolute path', () => withMember({ path: '/tmp/evil', body: 'x' }), /name could do harm/],
  ['a path of Windows', () => withMember({ path: String.raw`package\..\evil`, body: 'x' }), /name could do harm/],
  ['a drive of Windows', () => withMember({ path: 'C:/evil', body: 'x' }), /name could do harm/],
  ['a share of Windows', () => withMember({ path: '//host/share/evil', body: 'x' }), /name could do harm/],
  [
    'a path upwards in an extended header',
    () => withMember(extended('path=../evil'), { path: 'package/x.md', body: 'x' }),
    /name could do harm/
  ],
  [
    'a link in an extended header',
    () => withOne(extended('linkpath=/etc/passwd'), { path: 'package/one.yaml', type: 'SymbolicLink', linkpath: 'x' }),
    /"one\.yaml" is a link/
  ],
  [
    'another size in an extended header',
    () => withOne(extended('size=999999999'), { path: 'package/one.yaml', body: 'x' }),
    /larger than one file|damaged/
  ],
  ['a folder upwards', () => withMember({ path: '../evil', type: 'Directory' }), /name could do harm/],
  ...(['SymbolicLink', 'Link'] as const).map(
    (type) =>
      [
        `a ${type} that the pack lists`,
        () => withOne({ path: 'package/one.yaml', type, linkpath: '/etc/passwd' }),
        /"one\.yaml" is a link/
      ] as const
  ),
  ...(['CharacterDevice', 'BlockDevice', 'FIFO'] as const).map(
    (type) =>
      [
        `a ${type} that the pack lists`,
        () => withOne({ path: 'package/one.yaml', type }),
        /"one\.yaml" is not an ordinary file/
      ] as const
  ),
  [
    'a link for the manifest',
    () => tgzOf([{ path: 'package/pack.yaml', type: 'SymbolicLink', linkpath: 'x' }]),
    /a link/
  ],
  [
    'a link for a translation',
    () => withMember({ path: 'package/translations/cy.yaml', type: 'SymbolicLink', linkpath: '/etc/passwd' }),
    /a link/
  ],
  ['a name twice', () => withMember({ path: 'package/pack.yaml', body: 'x' }), /same name on many disks/],
  [
    'a name twice but for capitals',
    () => withMember({ path: 'package/PACK.yaml', body: 'x' }),
    /same name on many disks/
  ],
  [
    'a name twice but for a dot',
    () => withMember({ path: './package/pack.yaml', body: 'x' }),
    /same name on many disks/
  ],
  [
    'a bomb that the pack lists',
    () => bomb('package/one.yaml', 50 * MiB),
    /larger than one file of a pack may be \(1 MiB\)/
  ],
  ['a bomb for the manifest', () => tgzOf([zeros('pack.yaml', 2 * MiB)]), /larger than one file of a pack may be/],
  ['a bomb beside the pack', () => bomb('package/intro.mp4', 70 * MiB), /Unpacked, .* is larger than .* \(64 MiB\)/],
  [
    'translations that are too much together',
    () =>
      withMember(...['cy', 'de', 'fr', 'it', 'es', 'pt'].map((tag) => zeros(`package/translations/${tag}.yaml`, MiB))),
    /together larger than a pack may be \(5 MiB\)/
  ],
  [
    'six hundred translations',
    () => withMember(...Array.from({ length: 600 }, (_, index) => ({ path: `package/translations/${index}.yaml` }))),
    /more files than a pack may have \(500\)/
  ],
  [
    'a hundred thousand members',
    () => zlib.gzipSync(Buffer.alloc(512 * 100_000, tarOf([{ path: 'a' }], { end: false }))),
    /more files and folders .* than an archive may have \(10,000\)/
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
  ['gzip in gzip in gzip', () => zlib.gzipSync(zlib.gzipSync(tgzOf(honest))), /compressed several times over/],
  ['gzip of nothing', () => zlib.gzipSync(Buffer.alloc(0)), /damaged or incomplete|no pack\.yaml/],
  ['gzip of noise', () => zlib.gzipSync(Buffer.from('noise'.repeat(1000))), /damaged or incomplete/]
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
    'a symbolic link that the pack lists',
    () => zipSync({ ...zipped, 'one.yaml': [Buffer.from('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
    /"one\.yaml" is a link/
  ],
  [
    'a device that the pack lists',
    () => zipSync({ ...zipped, 'one.yaml': [Buffer.from(''), { os: 3, attrs: 0o020666 << 16 }] }),
    /not an ordinary file/
  ],
  ['names that collide', () => zipSync({ ...zipped, 'PACK.YAML': Buffer.from('x') }), /same name on many disks/],
  [
    'a bomb that the pack lists',
    () => zipSync({ ...zipped, 'one.yaml': Buffer.alloc(50 * MiB) }),
    /larger than one file of a pack may be \(1 MiB\)/
  ],
  [
    'a bomb that claims to be small',
    () => forged(zipSync({ 'pack.yaml': Buffer.alloc(50 * MiB) }), CENTRAL, 24, 100),
    /damaged or incomplete/
  ],
  ['a claim of more than there is', () => forged(zipSync(zipped), CENTRAL, 24, 4000), /damaged or incomplete/],
  ['an unknown compression', () => forged(zipSync(zipped), CENTRAL, 10, 77, 2), /with the method 77, which reflect/],
  ['encryption', () => forged(zipSync(zipped), CENTRAL, 8, 1, 2), /is locked with a password/],
  ['an offset to nowhere', () => forged(zipSync(zipped), CENTRAL, 42, 0x7fffffff), /damaged or incomplete/],
  ['a directory that is cut off', () => zipSync(zipped).subarray(0, -40), /damaged or incomplete/]
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

/** Members that no pack needs: they are neither judged nor written. */
const beside: readonly (readonly [string, () => Uint8Array])[] = [
  ['a link', () => withMember({ path: 'package/passwd.txt', type: 'SymbolicLink', linkpath: '/etc/passwd' })],
  ['a hard link', () => withMember({ path: 'package/evil.md', type: 'Link', linkpath: '/etc/passwd' })],
  ['a device', () => withMember({ path: 'package/evil', type: 'CharacterDevice' })],
  ['a pipe', () => withMember({ path: 'package/evil.yaml', type: 'FIFO' })],
  ['a drive without a slash', () => withMember({ path: 'C:evil.md', body: 'x' })],
  ['a device of Windows', () => withMember({ path: 'package/con.txt', body: 'x' })],
  ['a stream of Windows', () => withMember({ path: 'package/x.md:evil.txt', body: 'x' })],
  ['a name that ends in a full stop', () => withMember({ path: 'package/evil.txt.', body: 'x' })],
  ['a name of two lines', () => withMember({ path: 'package/x.md\nAll is well.md', body: 'x' })],
  ['a control character', () => withMember({ path: 'package/\u001b[2J.md', body: 'x' })],
  [
    'a long name',
    () => withMember(extended(`path=package/${'a'.repeat(1200)}.md`), { path: 'package/x.md', body: 'x' })
  ],
  ['a document over the limit', () => withMember(zeros('package/evil.txt', 2 * MiB))],
  ['a backslash of Unix', () => zipSync({ ...zipped, 'a\\evil.md': [Buffer.from('x'), { os: 3 }] })],
  ['a link in a .zip', () => zipSync({ ...zipped, 'evil.md': [Buffer.from('/x'), { os: 3, attrs: 0o120777 << 16 }] })],
  ['a bomb in a .zip', () => zipSync({ ...zipped, 'evil.txt': Buffer.alloc(50 * MiB) })]
]

describe('what no pack needs is left out of an archive, and the pack is added', () => {
  it.each(beside)('%s', async (_, make) => {
    const home = newHome()
    fs.writeFileSync(path.join(home.dir, 'my-pack.tgz'), make())
    const { code, stderr } = await home.run(['pack', 'add', 'my-pack.tgz', '--yes'])
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('1 other file was left out, because it is not part of the pack.\n') as string
    })
    const [installed] = fs.readdirSync(path.join(home.dir, 'home', 'packs', 'my-pack'))
    const files = fs.readdirSync(path.join(home.dir, 'home', 'packs', 'my-pack', String(installed)))
    expect(files.toSorted()).toEqual(Object.keys(myPack).toSorted())
  })
})
