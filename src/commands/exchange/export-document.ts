import type { DocumentMaker, ExportStyle, Format, Outgoing } from '../../export/document.ts'
import { Spool } from './spool.ts'

/** Entries on their way out, day by day; each is only made when its turn comes. */
export type Outflow = AsyncIterable<Iterable<Outgoing>> | Iterable<Iterable<Outgoing>>

/** Takes what is written, piece by piece; a piece is to be used before the next comes. */
export type Write = (piece: string | Uint8Array) => void

/** Writes one document of all of them. */
export async function writeDocument(
  all: Outflow,
  { format, style }: { readonly format: Format; readonly style: Omit<ExportStyle, 'alone'> },
  write: Write
): Promise<void> {
  const [contents, bodies] = [new Spool(), new Spool()]
  try {
    const maker = await makeDocument(all, (alone) => format({ ...style, alone }), contents, bodies)
    const { top, middle, bottom } = maker.frame()
    const text = joined([[top], contents.take(), [middle], bodies.take(), [bottom]])
    for (const piece of maker.wrap?.(text) ?? text) write(piece)
  } finally {
    contents.close()
    bodies.close()
  }
}

/** Gives every entry to the document's maker, which is chosen when it is known whether there is one entry only. */
async function makeDocument(
  all: Outflow,
  makerFor: (alone: boolean) => DocumentMaker,
  contents: Spool,
  bodies: Spool
): Promise<DocumentMaker> {
  let maker: DocumentMaker | undefined
  let waiting: Outgoing | undefined
  const add = (one: Outgoing, to: DocumentMaker) => {
    const share = to.share(one)
    contents.add(share.contents)
    bodies.add(share.body)
    return to
  }
  for await (const day of all) {
    for (const one of day) {
      if (waiting !== undefined) maker = add(waiting, maker ?? makerFor(false))
      waiting = one
    }
  }
  maker ??= makerFor(waiting !== undefined)
  return waiting === undefined ? maker : add(waiting, maker)
}

function* joined(parts: readonly Iterable<string | Uint8Array>[]): Generator<string | Uint8Array> {
  for (const part of parts) yield* part
}
