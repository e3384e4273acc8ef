import { outlineOf, parsePack } from './parse.ts'
import { fromLines, linesOf } from './text.ts'
import { patterns, TRANSLATIONS } from '../format.ts'
import type { Diagnostic, Pack, PackFile, TranslationProgress } from '../model.ts'
import { withEdits } from '../yaml/edits.ts'
import { at, itemsOf, pairsOf, textOf } from '../yaml/tree.ts'
import type { Outline } from '../check/outline.ts'
import { recordPrefix } from '../translation/check.ts'
import { digestOf, nameInFile, recordLines } from '../translation/record.ts'
import { blockLines } from '../translation/skeleton.ts'
import { countTexts, textsIn, type TextTree } from '../translation/texts.ts'
import { updateTranslation, type Update, type UpdateOptions } from '../translation/update.ts'

/** The files of a pack, with the path of the manifest. */
export interface Source {
  readonly files: readonly PackFile[]
  readonly manifest: string
}

export interface TranslateOptions extends UpdateOptions {
  /** The lines at the beginning of a new file, for the translator. */
  readonly introduction: readonly string[]
}

/** A translation as it is after an update. */
export interface Translated {
  /** Of the file, relative to the pack's folder. */
  readonly path: string
  readonly content: Uint8Array
  readonly isNew: boolean
  readonly hasChanged: boolean
  readonly update: Omit<Update, 'edits'>
  readonly progress: TranslationProgress
}

/** What kept a translation from being written: errors of the pack, or a file that has to be changed by hand. */
export type Refused = { readonly diagnostics: readonly Diagnostic[] } | { readonly path: string; readonly why: string }

/** The pack's files that matter for a translation: other translations may have errors. */
export function filesFor(language: string, { files, manifest }: Source): PackFile[] {
  return files.filter(({ path, bytes }) => {
    const [, other] = patterns.translation.exec(path) ?? []
    if (path === manifest || other === undefined) return true
    return isSame(other, language) && !isBlank(bytes)
  })
}

/** Writes the translation of a pack into a language, or brings it up to date. Nothing is written to the disk. */
export function translatePack(language: string, source: Source, options: TranslateOptions): Translated | Refused {
  const { manifest } = source
  const files = filesFor(language, source)
  const before = parsePack(files, manifest)
  const outline = outlineOf(files, manifest)
  if (before.pack === undefined || outline === undefined) return before
  const texts = textsIn(outline)
  const written = writtenIn(language, { outline, texts, source, files }, options)
  const others = files.filter(({ path }) => path !== written.path)
  const after = parsePack([...others, { path: written.path, bytes: written.content }], manifest)
  const lost = lostIn(before.pack, after.pack, language)
  if (after.pack === undefined || lost !== undefined)
    return {
      path: written.path,
      why: lost ?? after.diagnostics.find(({ severity }) => severity === 'error')?.message ?? ''
    }
  const tag = Object.keys(after.pack.translations ?? {}).find((each) => isSame(each, language))
  const all = countTexts(texts)
  const progress = after.pack.progress?.[tag ?? language] ?? { texts: all, translated: all, changed: 0 }
  return { ...written, progress }
}

interface Given {
  readonly outline: Outline
  readonly texts: TextTree
  readonly source: Source
  readonly files: readonly PackFile[]
}

function writtenIn(language: string, given: Given, options: TranslateOptions): Omit<Translated, 'progress'> {
  const { outline, source } = given
  const inline = pairsOf(at(outline.manifest.node, 'translations')).find(({ key }) => isSame(key, language))
  const own = source.files.find(({ path }) => isSame(patterns.translation.exec(path)?.[1] ?? '', language))
  if (inline !== undefined || (own === undefined && isInOneFile(given)))
    return inManifest(inline?.key ?? language, given, options)
  if (own === undefined || isBlank(own.bytes))
    return inNewFile(
      own ?? { path: `${TRANSLATIONS}/${language}.yaml`, bytes: new Uint8Array() },
      own === undefined,
      given.texts,
      options
    )
  return updated(own, language, given, options)
}

/** Whether the pack has its exercises in the manifest, and no folder for translations. */
function isInOneFile({ outline, source }: Given): boolean {
  const exercises = itemsOf(at(outline.manifest.node, 'exercises'))
  const hasFolder = source.files.some(({ path }) => patterns.translation.test(path))
  return !hasFolder && exercises.every((node) => textOf(node) === undefined)
}

function inManifest(
  language: string,
  { outline, texts, files }: Given,
  options: TranslateOptions
): Omit<Translated, 'progress'> {
  const { node: root, file } = outline.manifest
  const place = ['translations', language]
  return edited(files, file, (text) =>
    updateTranslation(texts, { text, root, place, prefix: recordPrefix(language, true) }, options)
  )
}

function updated(
  { path }: PackFile,
  language: string,
  { outline, texts, files }: Given,
  options: TranslateOptions
): Omit<Translated, 'progress'> {
  const root = outline.translations.find(({ part }) => part.file === path)?.part.node ?? outline.manifest.node
  return edited(files, path, (text) =>
    updateTranslation(texts, { text, root, place: [], prefix: recordPrefix(language, false) }, options)
  )
}

function edited(
  files: readonly PackFile[],
  path: string,
  change: (text: string) => Update
): Omit<Translated, 'progress'> {
  const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array()
  const lines = linesOf(bytes)
  const { edits, ...update } = change(lines.text)
  const hasChanged = withEdits(lines.text, edits) !== lines.text
  return { path, content: hasChanged ? fromLines(lines, edits) : bytes, isNew: false, hasChanged, update }
}

function inNewFile(
  { path, bytes }: PackFile,
  isNew: boolean,
  texts: TextTree,
  { introduction }: TranslateOptions
): Omit<Translated, 'progress'> {
  const lines = linesOf(bytes)
  const names = namesIn(texts)
  const digests = new Map(names.map(([name, text]) => [nameInFile(name), digestOf(text)]))
  const record = recordLines(digests, '')
  const text = [
    ...introduction.map((line) => `# ${line}`.trimEnd()),
    ...blockLines(texts, [], ''),
    '',
    ...record,
    ''
  ].join('\n')
  const end = lines.text.length
  const gap = lines.text === '' || lines.text.endsWith('\n') ? '' : '\n'
  const content = fromLines(lines, [{ start: end, end, text: gap + text }])
  const update = { added: names.map(([name]) => name.join('/')), marked: [], gone: [], looked: [] }
  return { path, content, isNew, hasChanged: true, update }
}

function namesIn(texts: TextTree, name: readonly string[] = []): (readonly [readonly string[], string])[] {
  return [...texts].flatMap(([key, text]) => {
    if (text === undefined) return []
    return typeof text === 'string' ? [[[...name, key], text] as const] : namesIn(text, [...name, key])
  })
}

/** The name of a text of the translation that an update would change or lose. */
function lostIn(before: Pack, after: Pack | undefined, language: string): string | undefined {
  const textsOf = (pack: Pack | undefined) =>
    Object.entries(pack?.translations ?? {}).find(([tag]) => isSame(tag, language))?.[1] ?? {}
  const now = textsOf(after)
  return Object.entries(textsOf(before)).find(([name, text]) => now[name] !== text)?.[0]
}

function isSame(tag: string, other: string): boolean {
  return tag.toLowerCase() === other.toLowerCase()
}

/** Whether a file has nothing but comments. */
function isBlank(bytes: Uint8Array): boolean {
  return /^(?:\s|#.*)*$/.test(linesOf(bytes).text)
}
