import { posix } from 'node:path'
import { UsageError } from '../../context/errors.ts'
import { decode } from '../../text/decode.ts'
import { fileKey } from '../../text/folding.ts'
import type { Words } from '../../words/index.ts'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import { limits, patterns } from '../format.ts'
import type { PackFile } from '../model.ts'
import { parsePack } from '../source/parse.ts'
import { MANIFEST, PICTURES, belongs, isYaml, namesPicture } from '../source/source.ts'
import { isPointer } from './kind.ts'
import { isPortable, shownName, type Member } from './members.ts'

/** The files of a pack, unchecked; the manifest is `pack.yaml`. */
export interface PackContent {
  readonly files: readonly PackFile[]
  /** How many other files there are. */
  readonly leftOut: number
}

/**
 * Finds the pack in a folder, an archive or a repository, and reads its files. Only files that the pack needs are judged: the manifest, the files that it
 * lists, translations, and pictures that these show. Documents and other YAML files are left out if they cannot be taken; so is everything else.
 *
 * @throws UsageError if there is no pack or there are several, or if a file that the pack needs cannot be taken.
 */
export async function packIn(all: readonly Member[], name: string, words: Words): Promise<PackContent> {
  const members = membersOf(await manifestIn(all, name, words), all)
  const reader = new PackMembers(name, words)
  const isManifest = ({ path }: Member) => fileKey(path) === MANIFEST
  const manifest = await reader.required(members.filter(isManifest))
  const listed = new Set(parsePack(manifest, MANIFEST).listed.map(fileKey))
  // Names that are the same file on some systems are needed too: two of them are refused.
  const isNeeded = ({ path }: Member) => listed.has(fileKey(path)) || patterns.translation.test(path)
  const others = members.filter((member) => !isManifest(member))
  const needed = await reader.required(others.filter(isNeeded))
  const isShown = namesPicture([...manifest, ...needed])
  const isPicture = (member: Member) => PICTURE_PATH.test(member.path) && isShown(member.path) && !isNeeded(member)
  const pictures = await reader.required(others.filter(isPicture))
  const optional = await reader.optional(others.filter((member) => !isNeeded(member) && belongs(member.path)))
  const files = [...manifest, ...needed, ...pictures, ...optional]
  return { files, leftOut: all.length - files.length }
}

/** The path of the manifest: the one whose folder has all others in it; else the only YAML file, if it is a pack. */
async function manifestIn(members: readonly Member[], name: string, words: Words): Promise<string> {
  const visible = members.filter(({ path }) => !isHidden(path))
  const manifests = visible.map(({ path }) => path).filter((path) => posix.basename(path) === MANIFEST)
  const outermost = manifests.find((path) => manifests.every((other) => isBelow(other, posix.dirname(path))))
  if (outermost !== undefined) return outermost
  if (manifests.length > 0)
    throw new UsageError(words.packs.archive.severalPacks(name, manifests.map(folderName).toSorted()))
  const [yaml, ...others] = visible.filter(({ path, size }) => isYaml(path) && size <= limits.fileBytes)
  if (yaml?.kind === 'file' && others.length === 0 && holdsExercises(await yaml.read())) return yaml.path
  throw new UsageError(
    whyNone(
      visible.map(({ path }) => path),
      name,
      words
    )
  )
}

function holdsExercises(bytes: Uint8Array): boolean {
  return /^["']?exercises["']?[ \t]*:/m.test(decode(bytes).text)
}

/** The sentence for files without a pack. */
function whyNone(paths: readonly string[], name: string, { packs: { archive } }: Words): string {
  const misnamed = paths.find((path) => /^pack\.?(?:ya?ml|txt|json)/i.test(posix.basename(path)))
  if (misnamed !== undefined) return archive.misnamed(name, shownName(misnamed))
  const inner = paths.filter((path) => /\.(?:zip|tgz|tar|gz|7z|rar)$/i.test(path)).map(shownName)
  return inner.length > 0 ? archive.archiveInside(name, inner) : archive.noPack(name)
}

function folderName(path: string): string {
  return shownName(posix.dirname(path))
}

/** Whether a file is in a hidden folder, or is one of the shadows that macOS packs. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'node_modules')
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

/** The members in the pack's folder, with paths relative to it. A pack in a single file has no others but pictures. */
function membersOf(manifest: string, members: readonly Member[]): readonly Member[] {
  const folder = posix.dirname(manifest)
  const inside = members
    .filter(({ path }) => isBelow(path, folder))
    .map((member) => ({ ...member, path: folder === '.' ? member.path : member.path.slice(folder.length + 1) }))
  if (posix.basename(manifest) === MANIFEST) return inside
  const name = posix.basename(manifest)
  return inside
    .filter(({ path }) => path === name || isBelow(path, PICTURES))
    .map((member) => (member.path === name ? { ...member, path: MANIFEST } : member))
}

/** Judges and reads the members of a pack, and counts them and their bytes. */
class PackMembers {
  readonly #name: string
  readonly #words: Words['packs']['archive']
  readonly #taken = new Set<string>()
  #bytes = 0
  #pictureBytes = 0

  constructor(name: string, { packs }: Words) {
    this.#name = name
    this.#words = packs.archive
  }

  /** Reads members that the pack needs. @throws UsageError if one of them cannot be taken. */
  async required(members: readonly Member[]): Promise<readonly PackFile[]> {
    for (const member of members) {
      const problem = this.#problem(member)
      if (problem !== undefined) throw new UsageError(problem)
    }
    const files = await contentsOf(members)
    const pointer = files.find(({ bytes }) => isPointer(bytes))
    if (pointer !== undefined) throw new UsageError(this.#words.pointerInside(this.#name, pointer.path))
    return files
  }

  /** Reads those members that can be taken. */
  async optional(members: readonly Member[]): Promise<readonly PackFile[]> {
    const files = await contentsOf(members.filter((member) => isPortable(member.path) && !this.#problem(member)))
    return files.filter(({ bytes }) => !isPointer(bytes))
  }

  /** Takes a member, or gives the sentence that says why it cannot be taken. */
  #problem({ path, kind, size, problem }: Member): string | undefined {
    const [name, shown, words] = [this.#name, shownName(path), this.#words]
    if (kind === 'link') return words.link(name, shown)
    if (kind === 'device') return words.device(name, shown)
    if (problem !== undefined) return problem
    if (this.#taken.has(fileKey(path))) return words.twice(name, shown)
    if (size > limits.memberBytes) return words.fileTooLarge(name, shown, limits.memberBytes / 1024 ** 2)
    const isPicture = PICTURE_PATH.test(path)
    const [sum, most] = isPicture ? [this.#pictureBytes, limits.allPictureBytes] : [this.#bytes, limits.packBytes]
    if (sum + size > most) return words.tooLarge(name, most / 1024 ** 2)
    if (this.#taken.size === limits.packFiles) return words.tooManyFiles(name, limits.packFiles)
    if (isPicture) this.#pictureBytes += size
    else this.#bytes += size
    this.#taken.add(fileKey(path))
    return undefined
  }
}

async function contentsOf(members: readonly Member[]): Promise<PackFile[]> {
  const files: PackFile[] = []
  for (const member of members) files.push({ path: member.path, bytes: await member.read() })
  return files
}
