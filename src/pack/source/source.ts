import fs from 'node:fs'
import path from 'node:path'
import { UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { parsePack } from './parse.ts'
import { limits, patterns } from '../format.ts'
import type { Pack, PackFile } from '../model.ts'

/** The manifest of a pack that is a folder. */
export const MANIFEST = 'pack.yaml'

/** Files that go with a pack wherever it goes, besides its YAML: what people and npm read about it. */
const CARRIED = /^(?:licen[cs]e|readme|changelog|notice)(?:\.(?:md|txt))?$|\.(?:md|txt)$|^package\.json$/i

/** The folder of a pack's translations, in the pack's. */
export const TRANSLATIONS = 'translations'

/** Whether a file, by its path in the pack's folder, is part of the pack rather than something that lies beside it. */
export function belongs(file: string): boolean {
  if (file.startsWith('.')) return false
  return /[/\\]/.test(file) ? patterns.translation.test(file) : isYaml(file) || CARRIED.test(file)
}

/** A pack's files as they are on disk, unchecked. */
export interface PackSource {
  readonly files: readonly PackFile[]
  /** The path in `files` of the manifest, or of a pack in one file. */
  readonly manifest: string
  /** The pack's folder. */
  readonly folder: string
}

/**
 * Reads a pack from a folder or from one file.
 *
 * @throws UsageError where there is no pack, or it cannot be read.
 */
export function readPack(place: string, words: Words): PackSource {
  const source = readPlace(place, words)
  if (source.files.some(({ path: name }) => name === source.manifest)) return source
  throw new UsageError(words.diagnostics.noManifest(place))
}

/**
 * Reads what is to be a pack, be there a manifest or not. Of what is too large or too much, only as much is read as
 * shows that it is; links that lead out of the folder are not followed.
 *
 * @throws UsageError where there is nothing, or it cannot be read.
 */
export function readPlace(place: string, words: Words): PackSource {
  const isFolder = statOf(place, words).isDirectory()
  const folder = isFolder ? place : path.dirname(place)
  const manifest = isFolder ? MANIFEST : path.basename(place)
  if (!isFolder && !isYaml(place)) throw new UsageError(words.diagnostics.noManifest(place))
  const whole = manifest === MANIFEST
  const names = whole ? [...namesIn(folder, words), ...translationsIn(folder, words)] : [manifest]
  const isManifest = (name: string) => name === manifest
  const ordered = [...names.filter(isManifest), ...names.filter((name) => !isManifest(name))]
  let room = limits.packBytes + 1
  const files = ordered.slice(0, limits.packFiles + 1).map((name): PackFile => {
    const file = readFile(folder, name, Math.min(room, limits.fileBytes + 1), words)
    room -= file.bytes.length
    return file
  })
  return { files, manifest, folder }
}

/**
 * The pack at a path, checked.
 *
 * @throws UsageError where there is no pack, or it has errors; the first of them is named.
 */
export async function packAt(place: string, words: Words): Promise<Pack> {
  return soundPack(readPack(place, words), place, words)
}

/**
 * The pack that these files are. `place` is where they come from, in sentences.
 *
 * @throws UsageError where it has errors; the first of them is named.
 */
export async function soundPack({ files, manifest }: PackSource, place: string, words: Words): Promise<Pack> {
  const { pack, diagnostics } = await parsePack(files, manifest, {}, words.diagnostics)
  if (pack !== undefined) return pack
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const where = first === undefined ? '' : `${first.file}:${first.line}:${first.column}: ${first.message}`
  throw new UsageError(words.diagnostics.faulty(place, where, errors.length))
}

function statOf(place: string, words: Words): fs.Stats {
  try {
    return fs.statSync(place)
  } catch (error) {
    throw isMissing(error) ? new UsageError(words.diagnostics.noPath(place)) : unreadable(place, error, words)
  }
}

/** Plain files of the folder itself, YAML first; what begins with a dot is not the pack's. */
function namesIn(folder: string, words: Words): string[] {
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

/** Translations by their paths in the pack's folder; whatever else is in theirs is left out. */
function translationsIn(folder: string, words: Words): string[] {
  const place = path.join(folder, TRANSLATIONS)
  if (fs.lstatSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return namesIn(place, words)
    .map((name) => `${TRANSLATIONS}/${name}`)
    .filter(belongs)
}

/** Whether a file is YAML by its name. */
export function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}

function readFile(folder: string, name: string, most: number, words: Words): PackFile {
  const file = path.join(folder, name)
  try {
    if (leadsOut(path.dirname(file), file)) return { path: name, bytes: new Uint8Array(), outside: true }
    return { path: name, bytes: readBytes(file, most) }
  } catch (error) {
    throw unreadable(file, error, words)
  }
}

function leadsOut(folder: string, file: string): boolean {
  if (!fs.lstatSync(file).isSymbolicLink()) return false
  const target = fs.existsSync(file) ? fs.realpathSync(file) : undefined
  return target === undefined || path.dirname(target) !== fs.realpathSync(folder) || !fs.statSync(target).isFile()
}

function readBytes(file: string, most: number): Uint8Array {
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

function unreadable(place: string, error: unknown, words: Words): UsageError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new UsageError(words.diagnostics.unreadable(place, reason), { cause: error })
}
