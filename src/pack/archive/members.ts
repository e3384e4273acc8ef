import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { onOneLine, shortened } from '../../text/lines.ts'
import { isDevice, limits } from '../format.ts'

/** What a member is. Folders are no members. */
export type MemberKind = 'file' | 'link' | 'device'

/** A file of a folder, an archive or a repository, whose content was not read yet. */
export interface Member {
  /** With `/`, without `./` at its start. The name may be invalid on other systems: see `isPortable`. */
  readonly path: string
  readonly kind: MemberKind
  /** In bytes, as the archive states it. */
  readonly size: number
  /** A sentence that says why the content cannot be read. */
  readonly problem?: string
  /** The content. @throws UsageError if it cannot be read, or is not of that size. */
  read(): Promise<Uint8Array>
}

/** Every file system accepts paths of this length. */
const MAX_PATH = 240
/** Of a name, in messages. */
const MAX_SHOWN = 80

/** A name as messages show it: on one line, and not long. */
export function shownName(name: string): string {
  return shortened(onOneLine(name), MAX_SHOWN)
}

/** Lists the members of an archive, and refuses those that are made to do harm or to take long. */
export class MemberList {
  readonly members: Member[] = []
  readonly #archive: string
  readonly #words: Words['packs']['archive']
  #count = 0

  /** `archive` names the archive in messages. */
  constructor(archive: string, { packs }: Words) {
    this.#archive = archive
    this.#words = packs.archive
  }

  /**
   * Adds a member by its name in the archive; leaves out folders.
   *
   * @throws UsageError if there are too many members, or a name leads out of the archive.
   */
  add(name: string, kind: MemberKind | 'folder', content: Pick<Member, 'size' | 'problem' | 'read'>): void {
    if (++this.#count > limits.members) throw this.tooMany()
    if (leadsUp(name)) throw new UsageError(this.#words.badName(this.#archive, shownName(name)))
    const path = name.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
    if (kind !== 'folder' && path !== '') this.members.push({ path, kind, ...content })
  }

  /** The error for an archive with too many members. */
  tooMany(): UsageError {
    return new UsageError(this.#words.tooManyMembers(this.#archive, limits.members))
  }

  /** The error for an archive that cannot be read. */
  broken(cause?: unknown): UsageError {
    return new UsageError(this.#words.broken(this.#archive), { cause })
  }
}

/** Whether a path is absolute or has a part `..`, on any system. */
function leadsUp(path: string): boolean {
  return /^[/\\]|^[a-z]:[/\\]/i.test(path) || path.split(/[/\\]/).includes('..')
}

/** Whether a path below the pack's folder is a valid name of a file on every system. */
export function isPortable(path: string): boolean {
  return path.length <= MAX_PATH && path.split('/').every(isPortableName)
}

function isPortableName(name: string): boolean {
  return name !== '' && !/[\p{Cc}\\:*?"<>|]/u.test(name) && !/[. ]$/.test(name) && !isDevice(name)
}
