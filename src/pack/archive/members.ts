import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { onOneLine, shortened } from '../../text/lines.ts'
import { limits } from '../limits.ts'
import { isDevice } from '../patterns.ts'

/** A plain file of an archive: its path with `/` and without `./`, and its bytes. */
export interface Member {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What an archive says a member is. */
export type MemberKind = 'file' | 'folder' | 'link' | 'device'

/** No longer than any disk takes. */
const LONGEST_PATH = 240
/** Of a name that is refused. */
const LONGEST_SHOWN = 80

/**
 * Decides, member by member and before any of their bytes are looked at, whether an archive is taken. The first
 * member that has no place in a pack refuses all of it.
 */
export class Intake {
  readonly members: Member[] = []
  readonly #words: Words['packs']['archive']
  readonly #archive: string
  readonly #seen = new Set<string>()
  #count = 0
  #bytes = 0

  /** `archive` is what the archive is called in sentences. */
  constructor(archive: string, { packs }: Words) {
    this.#archive = archive
    this.#words = packs.archive
  }

  /**
   * Admits a member and gives its path without `./`; undefined for a folder, of which nothing is kept. `size` is what
   * the archive claims, and bytes that turn out to be more have to be refused by whoever reads them.
   *
   * @throws UsageError with one sentence that names the archive and what is wrong with it.
   */
  admit(name: string, kind: MemberKind, size: number): string | undefined {
    const shown = shortened(onOneLine(name), LONGEST_SHOWN)
    const path = name.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
    if (++this.#count > limits.members) throw this.tooMany()
    if (kind === 'link') throw this.#refused(this.#words.link(this.#archive, shown))
    if (kind === 'device') throw this.#refused(this.#words.device(this.#archive, shown))
    if (kind === 'folder' && (path === '' || path === '.')) return undefined
    if (!isSafePath(path)) throw this.#refused(this.#words.badName(this.#archive, shown))
    if (kind === 'folder') return undefined
    const key = path.normalize('NFC').toLowerCase()
    if (this.#seen.has(key)) throw this.#refused(this.#words.twice(this.#archive, shown))
    this.#seen.add(key)
    if (this.#seen.size > limits.packFiles) throw this.tooMany()
    if (size > limits.memberBytes) throw this.tooLarge()
    this.#bytes += size
    if (this.#bytes > limits.packBytes) throw this.tooLarge()
    return path
  }

  /** What to throw where an archive holds too much. */
  tooLarge(): UsageError {
    return this.#refused(this.#words.tooLarge(this.#archive, limits.packBytes / 1024 ** 2))
  }

  /** What to throw where there are too many files. */
  tooMany(): UsageError {
    return this.#refused(this.#words.tooManyFiles(this.#archive, limits.packFiles))
  }

  /** What to throw where an archive is only read by who has its password. */
  locked(): UsageError {
    return this.#refused(this.#words.locked(this.#archive))
  }

  /** What to throw where an archive does not read. */
  broken(cause?: unknown): UsageError {
    return this.#refused(this.#words.broken(this.#archive), cause)
  }

  #refused(sentence: string, cause?: unknown): UsageError {
    return new UsageError(sentence, { cause })
  }
}

/** Whether a path stays below where it is put, and is a file's name on every system. */
function isSafePath(path: string): boolean {
  return path.length <= LONGEST_PATH && !/^[a-z]:/i.test(path) && path.split('/').every(isSafeName)
}

function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !/[\p{Cc}\\:*?"<>|]/u.test(name) &&
    !/[. ]$/.test(name) &&
    !isDevice(name)
  )
}
