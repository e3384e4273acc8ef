import type { PackFile } from '../model.ts'

/** As npm dates the files of what it packs, so that no clock shows: 1985-10-26T08:15:00Z. */
const DATE = new Date(499_162_500_000)
const BLOCK = 512

/**
 * A `.tgz` as npm has it, all files below `package/`. The same files give the same bytes anywhere: sorted, without
 * owner, time and rights of the disk they come from, and compressed by code that is part of the program.
 */
export async function writeTgz(files: readonly PackFile[]): Promise<Uint8Array> {
  const [{ Header }, { gzipSync }] = await Promise.all([import('tar/header'), import('fflate')])
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const blocks = sorted.flatMap(({ path, bytes }) => {
    const header = new Header({
      path: `package/${path}`,
      mode: 0o644,
      uid: 0,
      gid: 0,
      size: bytes.length,
      mtime: DATE,
      type: 'File'
    })
    const block = Buffer.alloc(BLOCK)
    if (header.encode(block, 0)) throw new RangeError(`${path} is too long a name for an archive`)
    return [block, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]
  })
  const tar = Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)])
  return gzipSync(tar, { level: 9, mtime: DATE })
}
