import zlib from 'node:zlib'
import type { PackFile } from '../../src/pack/model.ts'
import { file } from './packs.ts'

/** A chunk of a PNG, with its checksum. */
export function chunk(type: string, content: Uint8Array | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content)])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(body.length - 4, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

/** The checksum of PNG (ISO 3309). Node 20.19 has none. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** A grey PNG, with further chunks after its head. The head can claim another size. */
export function png(
  more: readonly Buffer[] = [],
  { width = 8, height = 6, claims = [width, height] as readonly [number, number] } = {}
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(claims[0], 0)
  head.writeUInt32BE(claims[1], 4)
  head[8] = 8
  const rows = zlib.deflateSync(Buffer.alloc((width + 1) * height, 0x66))
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), ...more, chunk('IDAT', rows), chunk('IEND', '')])
}

/** A JPEG of 8 × 6 pixels without metadata. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/' +
    '2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAGAAgDASIAAhEBAxEB/8QA' +
    'FQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAhRh/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAYEQACAwAAAAAAAAAAAAAAAAAAAQ' +
    'QUUv/aAAwDAQACEQMRAD8AlrctAVFCNhCLsjbP/9k=',
  'base64'
)

/** A JPEG with segments after its start and bytes after its end. */
export function jpegWith(segments: readonly Buffer[], after = ''): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), Buffer.from(after)])
}

/** A segment of a JPEG. */
export function segment(marker: number, content: Uint8Array | string): Buffer {
  const body = Buffer.from(content)
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
}

/** EXIF with an orientation and a secret. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.from('49492a00080000000100120103000100000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('SECRET place')]))
}

/** A WebP of 8 × 6 pixels, with further chunks after it. */
export function webp(more: readonly Buffer[] = []): Buffer {
  const picture = Buffer.from(
    'VlA4IEgAAAAwAwCdASoIAAYAAgA0JagCdLcAlgH8AwgD9APf/A9EArXgAP73nEpAeVM/+euOGOKv7kYY4q/99pf69v/gm/QruYB7V5jaAAA=',
    'base64'
  )
  return riff([picture, ...more])
}

/** A RIFF file of WebP. */
export function riff(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat(chunks)
  const head = Buffer.from('RIFF0000WEBP')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/** A chunk of a WebP. */
export function riffChunk(type: string, content: Uint8Array | string): Buffer {
  const body = Buffer.from(content)
  const head = Buffer.from(`${type}0000`)
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** A pack of format 2 with a question, files of pictures, and the question in Welsh. */
export function pictured(ask: string, pictures: Readonly<Record<string, Uint8Array>> = {}, welsh?: string): PackFile[] {
  const prompt = (text: string) => `{ title: What, ask: ${JSON.stringify(text)} }`
  return [
    file('pack.yaml', 'format: 2\nid: my-pack\nversion: 1.0.0\ntitle: My pack\nlanguage: en\nexercises: [one.yaml]\n'),
    file('one.yaml', `id: one\ntitle: One\nminutes: 5\nprompts:\n  - ${prompt(ask).replace('{', '{ id: what,')}\n`),
    ...(welsh === undefined
      ? []
      : [
          file(
            'translations/cy.yaml',
            `title: T\nexercises: { one: { title: O, prompts: { what: ${prompt(welsh)} } } }\n`
          )
        ]),
    ...Object.entries(pictures).map(([path, bytes]) => file(path, bytes))
  ]
}
