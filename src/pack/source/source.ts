import fs from 'node:fs'
import { errorCode, isMissing } from '../../util/system-calls.ts'
import path from 'node:path'
import process from 'node:process'
import { decode } from '../../text/decode.ts'
import { fileKey } from '../../text/folding.ts'
import { shellWord } from '../../text/shell-word.ts'
import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { parsePack } from './parse.ts'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import { limits, patterns, TRANSLATIONS } from '../format.ts'
import type { Pack, PackFile } from '../model.ts'

/** The file name of the manifest. */
export const MANIFEST = 'pack.yaml'

/** Files besides the YAML that are part of a pack: documents and package.json. */
const DOCUMENT = /^(?:licen[cs]e|readme|changelog|notice)(?:\.(?:md|txt))?$|\.(?:md|txt)$|^package\.json$/i

/** Names that other programs have for it. */
const MISNAMED = /^(?:translations?|translated|langs?|languages?|locales?|i18n|l10n)$/i

/** The subfolder of pictures. */
export const PICTURES = 'images'

/** Whether a file is part of the pack, by its path relative to the pack's folder. */
export function belongs(file: string): boolean {
  if (file.startsWith('.')) return false
  return /[/\\]/.test(file) ? patterns.translation.test(file) : isYaml(file) || DOCUMENT.test(file)
}

/** The files of a pack on disk, unchecked. */
export interface PackSource {
  readonly files: readonly PackFile[]
  /** The path in `files` of the manifest or single-file pack. */
  readonly manifest: string
  /** The pack's folder. */
  readonly folder: string
}

/** Reads a pack from a folder or file. @throws UsageError if there is no manifest, or a file cannot be read. */
export function readPack(place: string, words: Words): PackSource {
  const source = readPlace(place, words)
  if (source.files.some(({ path: name }) => name === source.manifest)) return source
  throw new UsageError(words.diagnostics.noManifest(place))
}

/**
 * The same for a folder that may have no manifest yet. Stops reading files that exceed the limits, and does not follow
 * links that lead out of the folder.
 *
 * @throws UsageError if there is no such file or folder, or a file cannot be read.
 */
export function readPlace(place: string, words: Words): PackSource {
  const isFolder = statOf(place, words).isDirectory()
  const folder = folderOf(place)
  const manifest = isFolder ? MANIFEST : path.basename(place)
  if (!isFolder && !isYaml(place)) throw new UsageError(words.diagnostics.noManifest(place))
  const whole = manifest === MANIFEST
  const names = whole ? [...fileNamesIn(folder, words).filter(belongs), ...translationsIn(folder, words)] : [manifest]
  if (whole && isFolder && !names.some((name) => isYaml(name))) refuseOtherLevel(place, words)
  const isManifest = (name: string) => name === manifest
  const ordered = [...names.filter(isManifest), ...names.filter((name) => !isManifest(name))]
  const texts = readFiles(folder, ordered.slice(0, limits.packFiles + 1), [limits.fileBytes, limits.packBytes], words)
  // Beside a pack in one file there can be anything.
  const isShown = whole ? () => true : namesPicture(texts)
  const pictures = filesBelow(folder, PICTURES, words).filter((name) => PICTURE_PATH.test(name) && isShown(name))
  const room = Math.max(0, limits.packFiles + 1 - texts.length)
  const sizes = [limits.pictureBytes, limits.allPictureBytes] as const
  return { files: [...texts, ...readFiles(folder, pictures.slice(0, room), sizes, words)], manifest, folder }
}

/** Reads files up to the limits, and one byte more, which shows that they are exceeded. */
function readFiles(
  folder: string,
  names: readonly string[],
  [most, mostOfAll]: readonly [most: number, mostOfAll: number],
  words: Words
): PackFile[] {
  let remaining = mostOfAll + 1
  return names.map((name) => {
    const file = readFile(folder, name, Math.min(remaining, most + 1), words)
    remaining -= file.bytes.length
    return file
  })
}

/** Tells whether one of these files has the path of a picture in it. */
export function namesPicture(files: readonly PackFile[]): (path: string) => boolean {
  const named = files
    .filter(({ path: name }) => isYaml(name))
    .flatMap(({ bytes }) => decode(bytes).text.match(/images\/[\w.-]+/gi) ?? [])
  const keys = new Set(named.map(fileKey))
  return (name) => keys.has(fileKey(name))
}

/** The folder of a pack: a folder, or that of a file. */
export function folderOf(place: string): string {
  return fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? place : path.dirname(place)
}

/** @throws UsageError if the pack is in a folder below, or in the one above. */
function refuseOtherLevel(place: string, words: Words): void {
  const hasManifest = (folder: string) => fs.existsSync(path.join(folder, MANIFEST))
  const below = fs
    .readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => path.join(place, name))
    .filter(hasManifest)
  const above = path.dirname(path.resolve(place))
  const others = below.length > 0 ? below : hasManifest(above) ? [above] : []
  if (others.length > 0) throw new UsageError(words.diagnostics.otherLevel(place, others))
}

/** Reads and checks the pack at a path. @throws UsageError if the pack is missing or has errors; names the first error. */
export function packAt(place: string, words: Words): Pack {
  return checkedPack(readPack(place, words), place, words)
}

/** Checks a pack that was read from `place`. @throws UsageError if it has errors; names the first one. */
export function checkedPack({ files, manifest }: PackSource, place: string, words: Words): Pack {
  const { pack, diagnostics } = parsePack(files, manifest, {}, words.diagnostics)
  if (pack !== undefined) return pack
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const where = first === undefined ? '' : `${first.file}:${first.line}:${first.column}: ${first.message}`
  throw new UsageError(words.diagnostics.faulty(place, where, errors.length, shellWord(place, process.platform)))
}

function statOf(place: string, words: Words): fs.Stats {
  try {
    return fs.statSync(place)
  } catch (error) {
    throw isMissing(error) ? new UsageError(words.diagnostics.noPath(place)) : unreadable(place, error, words)
  }
}

/** The names of files and links in a folder, YAML first. Leaves out hidden files. */
function fileNamesIn(folder: string, words: Words): string[] {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true })
    const names = entries
      .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isSymbolicLink()))
      .map(({ name }) => name)
    return [...names.filter(isYaml).toSorted(), ...names.filter((name) => !isYaml(name)).toSorted()]
  } catch (error) {
    throw unreadable(folder, error, words)
  }
}

/** The paths of translations relative to the pack's folder, also in a folder that was to be the one of translations. */
function translationsIn(folder: string, words: Words): string[] {
  const names = fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && isForTranslations(entry.name) ? [entry.name] : []))
  return names.flatMap((name) =>
    fileNamesIn(path.join(folder, name), words)
      .map((file) => `${name}/${file}`)
      .filter((file) => (name === TRANSLATIONS ? belongs(file) : isYaml(file)))
  )
}

function isForTranslations(name: string): boolean {
  return name === TRANSLATIONS || MISNAMED.test(name)
}

/** The paths of the files in a subfolder, relative to the pack's folder; none if it does not exist or is a link. */
function filesBelow(folder: string, name: string, words: Words): string[] {
  const place = path.join(folder, name)
  if (fs.lstatSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return fileNamesIn(place, words).map((file) => `${name}/${file}`)
}

/** Whether a file name has the extension of YAML. */
export function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}

function readFile(folder: string, name: string, most: number, words: Words): PackFile {
  const file = path.join(folder, name)
  try {
    if (leadsOut(file)) return { path: name, bytes: new Uint8Array(), outside: true }
    return { path: name, bytes: readBytes(file, most) }
  } catch (error) {
    throw unreadable(file, error, words)
  }
}

/** Whether a file is a link to anything but a file in its own folder. */
export function leadsOut(file: string): boolean {
  if (!fs.lstatSync(file).isSymbolicLink()) return false
  const target = fs.existsSync(file) ? fs.realpathSync(file) : undefined
  const folder = fs.realpathSync(path.dirname(file))
  return target === undefined || path.dirname(target) !== folder || !fs.statSync(target).isFile()
}

/** The bytes of a file, `most` of them at most. */
export function readBytes(file: string, most: number): Uint8Array {
  const descriptor = fs.openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(most, fs.fstatSync(descriptor).size)))
    let length = 0
    while (length < bytes.length) {
      const read = fs.readSync(descriptor, bytes, length, bytes.length - length, null)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    fs.closeSync(descriptor)
  }
}

function unreadable(place: string, error: unknown, words: Words): UsageError {
  return new UsageError(words.diagnostics.unreadable(place, errorCode(error) || String(error)), { cause: error })
}
