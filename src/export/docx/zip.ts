import { Zip, ZipDeflate } from 'fflate'

/** The earliest time that a zip archive can store: the same files give the same archive at any time. */
const MTIME = new Date(1980, 0, 1)

/** A zip archive in pieces; only one piece is in memory at a time. */
export function* zipped(
  members: readonly { readonly path: string; readonly content: Iterable<string | Uint8Array> }[]
): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const encoder = new TextEncoder()
  for (const { path, content } of members) {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = MTIME
    zip.add(file)
    for (const piece of content) {
      // The compressor reads the piece later, when its buffer may hold other bytes: copy it.
      file.push(typeof piece === 'string' ? encoder.encode(piece) : piece.slice())
      yield* ready
      ready = []
    }
    file.push(new Uint8Array(), true)
  }
  zip.end()
  yield* ready
}
