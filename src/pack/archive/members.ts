import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { onOneLine, shortened } from '../../text/lines.ts'
import { isDevice, limits } from '../format.ts'
import { fileKey } from '../../text/folding.ts'

/** A plain file of an archive: its path with `/` and without `./`, and its bytes. */
export interface Member {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What an archive says that a member is. */
export type MemberKind = 'file' | 'folder' | 'link' | 'device'

/** Every file system accepts paths of this length. */
const MAX_PATH = 240
/** Of a refused name, in messages. */
const MAX_SHOWN = 80

/** Collects the plain files of an archive. One member that a pack must not contain makes the whole archive refused. */
export class MemberCollector {
  readonly members: Member[] = []
  readonly #words: Words['packs']['archive']
  readonly #archive: string
  readonly #seen = new Set<string>()
  #count = 0
  #bytes = 0

  /** `archive` names the archive in messages. */
  constructor(archive: string, { packs }: Words) {
    this.#archive = archive
    this.#words = packs.archive
  }

  /**
   * Checks a member and gives its path without `./`; undefined for a folder. `size` is the size that the archive
   * states: the caller must refuse content that is longer.
   *
   * @throws UsageError that names the archive and what is wrong with it.
   */
  admit(name: string, kind: MemberKind, size: number): string | undefined {
    const shown = shortened(onOneLine(name), MAX_SHOWN)
    const path = name.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
    if (++this.#count > limits.members) throw this.tooMany()
    if (kind === 'link') throw new UsageError(this.#words.link(this.#archive, shown))
    if (kind === 'device') throw new UsageError(this.#words.device(this.#archive, shown))
    if (kind === 'folder' && (path === '' || path === '.')) return undefined
    if (!isSafePath(path)) throw new UsageError(this.#words.badName(this.#archive, shown))
    if (kind === 'folder') return undefined
    const key = fileKey(path)
    if (this.#seen.has(key)) throw new UsageError(this.#words.twice(this.#archive, shown))
    this.#seen.add(key)
    if (this.#seen.size > limits.packFiles) throw this.tooMany()
    if (size > limits.memberBytes) throw this.tooLarge()
    this.#bytes += size
    if (this.#bytes > limits.packBytes) throw this.tooLarge()
    return path
  }

  /** The error for an archive that is too large. */
  tooLarge(): UsageError {
    return new UsageError(this.#words.tooLarge(this.#archive, limits.packBytes / 1024 ** 2))
  }

  /** The error for an archive with too many files. */
  tooMany(): UsageError {
    return new UsageError(this.#words.tooManyFiles(this.#archive, limits.packFiles))
  }

  /** The error for an archive that needs a password. */
  locked(): UsageError {
    return new UsageError(this.#words.locked(this.#archive))
  }

  /** The error for an archive that cannot be read. */
  broken(cause?: unknown): UsageError {
    return new UsageError(this.#words.broken(this.#archive), { cause })
  }
}

/** Whether a path is relative, stays below its folder and is a valid file name on every system. */
function isSafePath(path: string): boolean {
  return path.length <= MAX_PATH && !/^[a-z]:/i.test(path) && path.split('/').every(isSafeName)
}

/** `.` and `..` end in a dot, which Windows removes from names. */
function isSafeName(name: string): boolean {
  return name !== '' && !/[\p{Cc}\\:*?"<>|]/u.test(name) && !/[. ]$/.test(name) && !isDevice(name)
}
