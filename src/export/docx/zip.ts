import { Zip, ZipDeflate } from 'fflate'

/** A file in an archive. */
export interface Member {
  readonly path: string
  readonly content: Iterable<string | Uint8Array>
}

/** The earliest time that an archive can hold: the same files are the same archive whenever it is made. */
const MTIME = new Date(1980, 0, 1)

/** A zip archive, piece by piece, with no more of it in memory than that. */
export function* zipped(members: Iterable<Member>): Generator<Uint8Array> {
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
      // It is deflated later than it was handed over, when its room may hold something else.
      file.push(typeof piece === 'string' ? encoder.encode(piece) : piece.slice())
      yield* ready
      ready = []
    }
    file.push(new Uint8Array(), true)
  }
  zip.end()
  yield* ready
}
