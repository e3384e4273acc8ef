import zlib from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../src/pack/picture/read.ts'
import { limits } from '../../src/pack/format.ts'
import { chunk, exif, jpeg, jpegWith, pictured, png, riff, riffChunk, segment, webp } from '../kit/pictures.ts'
import { codesOf, read } from '../kit/packs.ts'

const whole = [
  ['PNG', png(), 'image/png'],
  ['JPEG', jpeg, 'image/jpeg'],
  ['WebP', webp(), 'image/webp']
] as const

describe('a picture', () => {
  it.each(whole)('is read by its content: %s', (_, bytes, type) => {
    const picture = readPicture(bytes)
    expect(picture).toMatchObject({ type, width: 8, height: 6 })
    expect(picture).toHaveProperty('bytes', Buffer.from(bytes))
  })

  const secret = 'SECRET place'
  const canvas = Buffer.from([0x3c, 0, 0, 0, 7, 0, 0, 5, 0, 0])
  it.each([
    ['texts of a PNG', png([chunk('tEXt', `Comment\0${secret}`), chunk('eXIf', secret), chunk('iTXt', secret)])],
    [
      'a compressed profile of a PNG',
      png([chunk('iCCP', Buffer.concat([Buffer.from(secret), zlib.deflateSync(Buffer.alloc(9e6))]))])
    ],
    ['what follows a PNG', Buffer.concat([png(), Buffer.from(`PK\x03\x04${secret}`)])],
    [
      'the segments of a JPEG',
      jpegWith([exif(1), segment(0xfe, secret), segment(0xe2, `ICC_PROFILE\0${secret}`), segment(0xed, secret)])
    ],
    ['a thumbnail', jpegWith([segment(0xe0, `JFXX\0\x10${secret}`)])],
    ['what follows a JPEG', jpegWith([], `<script>${secret}</script>`)],
    ['the chunks of a WebP', webp([riffChunk('EXIF', secret), riffChunk('XMP ', secret)])],
    ['what follows a WebP', Buffer.concat([webp(), Buffer.from(secret)])],
    ['the flags of a WebP', riff([riffChunk('VP8X', canvas), riffChunk('ICCP', secret), webp().subarray(12)])]
  ])('loses what nobody sees: %s', (_, bytes) => {
    const picture = readPicture(bytes)
    if (typeof picture === 'string') throw new Error(picture)
    expect(Buffer.from(picture.bytes).toString('latin1')).not.toContain(secret)
    expect(picture).toMatchObject({ width: 8, height: 6 })
    expect(readPicture(picture.bytes)).toEqual(picture)
  })

  it('keeps which way is up', () => {
    const picture = readPicture(jpegWith([exif(6)]))
    if (typeof picture === 'string') throw new Error(picture)
    const text = Buffer.from(picture.bytes).toString('latin1')
    expect(text).toContain('Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06')
    expect(text).not.toContain('SECRET')
    expect(readPicture(picture.bytes)).toEqual(picture)
  })

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'other-kind'],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'other-kind'],
    ['a web page', Buffer.from('<!doctype html>'), 'other-kind'],
    ['nothing', new Uint8Array(), 'other-kind'],
    ['a size that no screen has', png([], { claims: [100_000, 100_000] }), 'too-wide'],
    ['no size', png([], { claims: [0, 6] }), 'broken'],
    ['too many bytes', png([chunk('tEXt', Buffer.alloc(limits.pictureBytes))]), 'too-large'],
    [
      'a chunk that claims to be long',
      Buffer.concat([png().subarray(0, 33), Buffer.from('7fffffff49444154', 'hex')]),
      'broken'
    ],
    ['a PNG that ends too early', png().subarray(0, -12), 'broken'],
    ['a JPEG that ends too early', jpeg.subarray(0, -2), 'broken'],
    ['a segment without a length', Buffer.from('ffd8ffe00000', 'hex'), 'broken'],
    ['a WebP that moves', riff([riffChunk('ANIM', 'x'), webp().subarray(12)]), 'broken'],
    ['a WebP without content', riff([]), 'broken'],
    ['two pictures in one', riff([webp().subarray(12), webp().subarray(12)]), 'broken']
  ])('is refused: %s', (_, bytes, fault) => expect(readPicture(bytes)).toBe(fault))

  it('never fails otherwise, and what is left of it is a picture', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...whole.map(([, bytes]) => bytes)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255))),
        fc.nat(400)
      )
      .map(([bytes, changes, end]) => {
        const copy = Buffer.from(bytes)
        for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte
        return copy.subarray(0, copy.length - (end % copy.length))
      })
    fc.assert(
      fc.property(damaged, (bytes) => {
        const picture = readPicture(bytes)
        expect(typeof picture === 'string' ? picture : readPicture(picture.bytes)).toEqual(picture)
      })
    )
  })
})

/** The codes for a pack with a question, files of pictures and a translation of the question. */
function found(...pack: Parameters<typeof pictured>): readonly string[] {
  return codesOf(read(pictured(...pack)).diagnostics)
}

describe('the check of pictures', () => {
  it.each([
    ['a good one', '![A queue](images/a.png) Who?', { 'images/a.png': png() }, []],
    ['no description', '![ ](images/a.png) Who?', { 'images/a.png': png() }, ['picture-without-alt']],
    ['no file', '![A queue](images/b.png) Who?', { 'images/a.png': png() }, ['unused-picture', 'no-such-picture']],
    ['capitals', '![A queue](images/A.png) Who?', { 'images/a.png': png() }, ['no-such-picture']],
    [
      'a drawing with a false name',
      '![A queue](images/a.png) Who?',
      { 'images/a.png': Buffer.from('<svg/>') },
      ['not-a-picture']
    ],
    ['another kind', '![A queue](images/a.png) Who?', { 'images/a.png': jpeg }, ['picture-misnamed']],
    [
      'too large',
      '![A queue](images/a.png) Who?',
      { 'images/a.png': png([chunk('tEXt', Buffer.alloc(5e5))]) },
      ['picture-too-large']
    ],
    [
      'too wide',
      '![A queue](images/a.png) Who?',
      { 'images/a.png': png([], { claims: [5000, 1] }) },
      ['picture-too-wide']
    ],
    ['on the web', '![A queue](https://example.org/a.png) Who?', {}, ['dead-link']],
    ['in another folder', '![A queue](../a.png) Who?', {}, ['dead-link']],
    ['a name with a space', '![A queue](<images/a b.png>) Who?', {}, ['dead-link']]
  ])('reports %s', (_, ask, pictures, codes) => expect(found(ask, pictures)).toEqual(codes))

  it('compares translations with the original', () => {
    const files = { 'images/a.png': png(), 'images/b.png': png() }
    expect(found('![A queue](images/a.png) Who?', { 'images/a.png': png() }, '![Ciw](images/a.png) Pwy?')).toEqual([])
    expect(found('![A queue](images/a.png) Who?', files, '![](images/b.png) Pwy?')).toEqual([
      'pictures-differ',
      'picture-without-alt'
    ])
  })
})
