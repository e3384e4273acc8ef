import { limits } from '../format.ts'
import { readJpeg } from './jpeg.ts'
import { BrokenPicture, type Picture } from './model.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** Why bytes are no picture that a pack can have. */
export type PictureFault = 'other-kind' | 'too-large' | 'too-wide' | 'broken'

/** The formats, by the first bytes in hexadecimal. */
const FORMATS: readonly (readonly [RegExp, (bytes: Uint8Array) => Picture])[] = [
  [/^89504e470d0a1a0a/, readPng],
  [/^ffd8ff/, readJpeg],
  [/^52494646.{8}57454250/, readWebp]
]

/** The longest beginning that tells a format. */
const BEGINNING = 12

/** Reads a picture by its content; its name does not matter. Never throws. */
export function readPicture(bytes: Uint8Array): Picture | PictureFault {
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('hex')
  const [, read] = FORMATS.find(([signature]) => signature.test(start)) ?? []
  if (read === undefined) return 'other-kind'
  if (bytes.length > limits.pictureBytes) return 'too-large'
  try {
    const picture = read(bytes)
    if (picture.width === 0 || picture.height === 0) return 'broken'
    return Math.max(picture.width, picture.height) > limits.pictureSide ? 'too-wide' : picture
  } catch (error) {
    if (error instanceof BrokenPicture) return 'broken'
    throw error
  }
}

/** The bytes of a file of a pack as they are passed on: a picture without its metadata, anything else as it is. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const picture = readPicture(bytes)
  return typeof picture === 'string' ? bytes : picture.bytes
}
