import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { Words } from '../../words/index.ts'
import { limits } from '../limits.ts'
import { Intake } from './members.ts'
import type { Member, MemberKind } from './members.ts'

/**
 * The plain files of a `.zip`, in memory, by its central directory. More bytes than a member claims to have are refused
 * while they are unpacked.
 *
 * @throws UsageError where it is no such archive, or holds what no pack may hold.
 */
export async function zipMembers(bytes: Uint8Array, archive: string, words: Words): Promise<readonly Member[]> {
  const intake = new Intake(archive, words)
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, decodeStrings: false })
    .catch((error: unknown) => {
      throw intake.broken(error)
    })
  if (zip.entryCount > limits.members) throw intake.tooMany()
  for await (const entry of entriesOf(zip, intake)) {
    if (entry.isEncrypted()) throw intake.locked()
    const name = nameOf(entry)
    const path = intake.admit(name, kindOf(name, entry), entry.uncompressedSize)
    if (path !== undefined) intake.members.push({ path, bytes: await bytesOf(zip, entry, intake) })
  }
  return intake.members
}

async function* entriesOf(zip: ZipFile, intake: Intake): AsyncGenerator<Entry> {
  for (let count = 0; count < zip.entryCount; count++) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('entry', resolve)
      zip.once('error', (error) => reject(intake.broken(error)))
      zip.once('end', () => reject(intake.broken()))
      zip.readEntry()
    })
  }
}

/**
 * UTF-8 nowadays. Names of older archives are in an encoding that nobody states; none of these is a name that a pack needs.
 * What Windows makes by itself may have its own separators: they are read as what they mean, and judged as that.
 */
function nameOf(entry: Entry): string {
  const bytes = Buffer.from(entry.fileName)
  return isOfUnix(entry) ? textOf(bytes) : textOf(bytes).replaceAll('\\', '/')
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

function isOfUnix({ versionMadeBy }: Entry): boolean {
  return versionMadeBy >> 8 === 3
}

/** Unix notes the kind of file in the upper half of the attributes; elsewhere a name that ends in a slash is a folder. */
function kindOf(name: string, entry: Entry): MemberKind {
  const unix = isOfUnix(entry) ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0
  if (unix === 0o120000) return 'link'
  if (unix !== 0 && unix !== 0o100000 && unix !== 0o040000) return 'device'
  return unix === 0o040000 || name.endsWith('/') ? 'folder' : 'file'
}

async function bytesOf(zip: ZipFile, entry: Entry, intake: Intake): Promise<Uint8Array> {
  try {
    // It checks that there are as many bytes as the entry says, neither more nor fewer.
    const stream: Readable = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  } catch (error) {
    throw intake.broken(error)
  }
}
