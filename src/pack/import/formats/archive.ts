import { decode } from '../../../text/decode.ts'
import type { Words } from '../../../words/index.ts'
import { zipMembers } from '../../archive/zip.ts'
import type { Member } from '../../archive/members.ts'
import { readXml, type XmlElement } from '../xml.ts'

/** Bytes of one member that is read, and of all of them together. */
const MAX = { member: 24 * 1024 * 1024, all: 48 * 1024 * 1024 }

/** The archive cannot be read, or is made to do harm. */
export class BadArchive extends Error {
  readonly why: 'broken' | 'large'

  constructor(why: BadArchive['why'], options?: { readonly cause?: unknown }) {
    super(`archive: ${why}`, options)
    this.why = why
  }
}

/** The files in a document that is a zip archive. Only what is asked for is unpacked. */
export class DocumentArchive {
  readonly #members: ReadonlyMap<string, Member>
  #left = MAX.all

  constructor(members: readonly Member[]) {
    this.#members = new Map(members.map((member) => [member.path, member]))
  }

  /** @throws BadArchive if it is no valid archive. */
  static async open(bytes: Uint8Array, words: Words): Promise<DocumentArchive> {
    try {
      return new DocumentArchive(await zipMembers(bytes, '', words))
    } catch (cause) {
      throw new BadArchive('broken', { cause })
    }
  }

  get names(): readonly string[] {
    return [...this.#members.keys()]
  }

  has(name: string): boolean {
    return this.#members.has(name)
  }

  /** The text of a member; undefined if it is not there. @throws BadArchive if it is too large, or damaged. */
  async text(name: string): Promise<string | undefined> {
    const member = this.#members.get(name)
    if (member === undefined) return undefined
    this.#left -= member.size
    if (member.size > MAX.member || this.#left < 0) throw new BadArchive('large')
    try {
      return decode(await member.read()).text
    } catch (cause) {
      throw new BadArchive('broken', { cause })
    }
  }

  /** The root of a member that is XML; undefined if it is not there. @throws BadArchive, NotXml */
  async xml(name: string): Promise<XmlElement | undefined> {
    const text = await this.text(name)
    return text === undefined ? undefined : readXml(text)
  }
}
