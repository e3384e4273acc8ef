import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { checksums, packageOf } from '../archive/package.ts'
import { writeTgz } from '../archive/tar.ts'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import type { Fetched } from '../fetch/index.ts'
import { FORMATS } from '../format.ts'
import type { PackFile } from '../model.ts'
import { withoutMetadata } from '../picture/read.ts'
import { parsePack } from '../source/parse.ts'
import { MANIFEST } from '../source/source.ts'
import type { Version } from './list.ts'
import { decode } from '../../text/decode.ts'

/** A checked version of a pack that can be installed. */
export interface Candidate extends Omit<Version, 'folder' | 'added'> {
  readonly files: readonly PackFile[]
}

/** The most errors that are named if a pack is refused. */
const MAX_ERRORS = 10

/** Checks a pack, and its checksum if `sha256` is given. @throws UsageError that names what is wrong. */
export async function candidateOf(fetched: Fetched, sha256: string | undefined, words: Words): Promise<Candidate> {
  const { files, source, exact } = fetched
  const { checking } = words.packs
  const verified = (actual: string) => {
    if (sha256 === undefined || sha256.toLowerCase() === actual) return actual
    throw new UsageError(checking.checksum(source, sha256, actual))
  }
  if (fetched.sha256 !== undefined) verified(fetched.sha256)
  const format = formatOf(files.find(({ path }) => path === MANIFEST)?.bytes)
  if (format > Math.max(...FORMATS)) throw new UsageError(checking.tooNew(source, format))
  const { pack, listed, diagnostics } = parsePack(files, MANIFEST, {}, words.diagnostics)
  if (pack !== undefined) {
    const built = async () => checksums(await writeTgz(packageOf(pack, { files, manifest: MANIFEST, listed }))).sha256
    return { pack, files: files.map(asInstalled), source, exact, sha256: fetched.sha256 ?? verified(await built()) }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const named = errors
    .slice(0, MAX_ERRORS)
    .map(({ file, line, column, message }) => `  ${file}:${line}:${column}: ${message}`)
  const more = errors.length > MAX_ERRORS ? [`  ${checking.more(errors.length - MAX_ERRORS)}`] : []
  throw new UsageError([checking.faulty(source, errors.length), ...named, ...more].join('\n'))
}

/** A picture is installed without its metadata. */
function asInstalled(file: PackFile): PackFile {
  return PICTURE_PATH.test(file.path) ? { ...file, bytes: withoutMetadata(file.bytes) } : file
}

/** The format number in a manifest, before it is parsed; 1 if none is found. */
function formatOf(bytes: Uint8Array | undefined): number {
  const [, number = '1'] =
    /^format:[ \t]*(\d{1,6})[ \t]*(?:#.*)?$/m.exec(bytes === undefined ? '' : decode(bytes).text) ?? []
  return Number(number)
}
