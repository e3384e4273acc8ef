import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { packageOf } from '../archive/package.ts'
import { writeTgz } from '../archive/write.ts'
import { parsePack } from '../source/check.ts'
import { checksums } from '../checksum.ts'
import type { Fetched } from '../fetch/index.ts'
import { MANIFEST } from '../source/source.ts'
import type { Candidate } from './store.ts'

/** Faults that are named of a pack that somebody else wrote. */
const MOST_NAMED = 10

/**
 * A fetched pack that may be taken: it has the checksum that was asked for, if one was, and no fault.
 *
 * @throws UsageError otherwise, naming its faults.
 */
export async function candidateOf(fetched: Fetched, sha256: string | undefined, words: Words): Promise<Candidate> {
  const { files, source, exact } = fetched
  const { checking } = words.packs
  const demand = (found: string) => {
    if (sha256 === undefined || sha256.toLowerCase() === found) return found
    throw new UsageError(checking.checksum(source, sha256, found))
  }
  if (fetched.sha256 !== undefined) demand(fetched.sha256)
  const format = formatOf(files.find(({ path }) => path === MANIFEST)?.bytes)
  if (format > 1) throw new UsageError(checking.tooNew(source, format))
  const { pack, listed, diagnostics } = await parsePack(files, MANIFEST, {}, words.diagnostics)
  if (pack !== undefined) {
    const built = async () => checksums(await writeTgz(packageOf(pack, { files, manifest: MANIFEST, listed }))).sha256
    return { pack, files, source, exact, sha256: fetched.sha256 ?? demand(await built()) }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const named = errors
    .slice(0, MOST_NAMED)
    .map(({ file, line, column, message }) => `  ${file}:${line}:${column}: ${message}`)
  const more = errors.length > MOST_NAMED ? [`  ${checking.more(errors.length - MOST_NAMED)}`] : []
  throw new UsageError([checking.faulty(source, errors.length), ...named, ...more].join('\n'))
}

/** The format that a manifest claims; whatever it is, the check says more of it. */
function formatOf(bytes: Uint8Array | undefined): number {
  const [, number = '1'] = /^format:[ \t]*(\d{1,6})[ \t]*(?:#.*)?$/m.exec(new TextDecoder().decode(bytes)) ?? []
  return Number(number)
}
