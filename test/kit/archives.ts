import zlib from 'node:zlib'
import { Header } from 'tar'

/** A member of a tar archive as a test writes it, honest or not. */
export interface TarMember {
  readonly path: string
  readonly type?:
    | 'File'
    | 'Directory'
    | 'SymbolicLink'
    | 'Link'
    | 'CharacterDevice'
    | 'BlockDevice'
    | 'FIFO'
    | 'NextFileHasLongPath'
    | 'ExtendedHeader'
    | 'GlobalExtendedHeader'
  readonly body?: string | Uint8Array
  readonly linkpath?: string
  /** What the header claims, if not the body's length. */
  readonly size?: number
}

/** A tar archive of these members. */
export function tarOf(members: readonly TarMember[], { end = true } = {}): Buffer {
  const blocks = members.flatMap(({ path, type = 'File', body = '', linkpath, size }) => {
    const bytes = Buffer.from(body)
    const header = new Header({
      path,
      type,
      size: size ?? bytes.length,
      mode: 0o644,
      mtime: new Date(0),
      ...(linkpath === undefined ? {} : { linkpath })
    })
    const block = Buffer.alloc(512)
    header.encode(block, 0)
    return [block, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(end ? 1024 : 0)])
}

/** A `.tgz` of these members. */
export function tgzOf(members: readonly TarMember[], options = {}): Buffer {
  return zlib.gzipSync(tarOf(members, options))
}
