/** The formats of pictures, by their media types. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp'

/** A picture that was read completely. */
export interface Picture {
  readonly type: PictureType
  /** In pixels, as the picture is stored. */
  readonly width: number
  readonly height: number
  /** Only what is needed to show it: no metadata, no thumbnails, nothing after its end. */
  readonly bytes: Uint8Array
}

/** Thrown by the readers of the formats for bytes that are damaged, or use a part of the format that is not read. */
export class BrokenPicture extends Error {}

/** Bytes from `start` up to `end`. @throws BrokenPicture if there are not as many. */
export function part(bytes: Uint8Array, start: number, end: number): Buffer {
  if (start < 0 || end < start || end > bytes.length) throw new BrokenPicture('truncated')
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
}
