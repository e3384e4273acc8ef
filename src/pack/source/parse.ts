import { english } from '../../words/index.ts'
import { assemble } from '../check/validate.ts'
import type { FileTree, TranslationTree } from '../check/validate.ts'
import { buildPack } from '../check/build-pack.ts'
import { checkConditions } from '../check/comparisons.ts'
import { diagnose, isError } from '../check/diagnose.ts'
import { Findings } from '../diagnostic.ts'
import { checkFiles } from '../check/files.ts'
import { limits } from '../limits.ts'
import { LineIndex } from '../yaml/line-index.ts'
import { checkManifest } from '../check/manifest.ts'
import type { Pack, PackFile, PackReading, Translation } from '../model.ts'
import { checkNames } from '../check/names.ts'
import type { Outline } from '../check/outline.ts'
import { patterns } from '../patterns.ts'
import { checkPrompts } from '../check/prompts.ts'
import { checkReferences } from '../check/references.ts'
import { schemas } from '../check/schema.ts'
import { compareVersions } from '../check/compatibility.ts'
import { checkStyle } from '../check/style.ts'
import { readText } from '../check/text.ts'
import { checkTranslations } from '../translation/check.ts'
import { at, itemsOf, pairsOf, textOf } from '../yaml/tree.ts'
import { readYaml } from '../yaml/read-yaml.ts'

/** What checking a pack may take into account besides its files. */
export interface CheckOptions {
  /** The version that learners have: what went away since, or changed its type, is reported. */
  readonly since?: Pack
}

/**
 * Reads a pack from the bytes of its files and reports every fault and warning of it, in the order of
 * files and lines. The pack is there if there is no error. Touches no disk; throws nothing.
 */
export async function parsePack(
  files: readonly PackFile[],
  manifestPath: string,
  options: CheckOptions = {},
  words = english.diagnostics
): Promise<PackReading> {
  const reader = new Reader(files, manifestPath)
  const outline = await reader.outline()
  const translations = outline === undefined ? {} : checkAll(outline, options)
  const findings = reader.findings.all
  const { listed } = reader
  const diagnostics = diagnose(findings, reader.lines, [manifestPath, ...listed], words)
  if (outline === undefined || findings.some(isError)) return { listed, diagnostics }
  return { pack: buildPack(outline, translations), listed, diagnostics }
}

/** Gives the translations: what was checked of them is what can be used. */
function checkAll(outline: Outline, { since }: CheckOptions): Readonly<Record<string, Translation>> {
  checkNames(outline)
  checkManifest(outline)
  checkPrompts(outline)
  checkReferences(outline)
  checkConditions(outline)
  checkStyle(outline)
  if (since !== undefined) compareVersions(outline, since)
  return checkTranslations(outline)
}

class Reader {
  readonly findings = new Findings()
  readonly lines = new Map<string, LineIndex>()
  /** The files of exercises in the manifest's order, then those of translations. */
  readonly listed: string[] = []
  readonly #files: ReadonlyMap<string, PackFile>
  readonly #manifest: string

  constructor(files: readonly PackFile[], manifest: string) {
    this.#files = new Map(files.map((file) => [file.path, file]))
    this.#manifest = manifest
  }

  /** The pack's outline; undefined where there is no manifest to go by. */
  async outline(): Promise<Outline | undefined> {
    const report = this.findings.reporter(this.#manifest)
    const size = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (size > limits.packBytes) report('pack-too-large', { start: 0, end: 0 }, { limit: limits.packBytes / 1024 ** 2 })
    if (this.#files.size > limits.packFiles) report('too-many-files', { start: 0, end: 0 }, { limit: limits.packFiles })
    if (!this.#files.has(this.#manifest)) report('no-manifest', { start: 0, end: 0 }, { name: this.#manifest })
    const manifest = await this.#read(this.#manifest)
    if (manifest === undefined) return undefined
    const isExercise = at(manifest.node, 'prompts') !== undefined && at(manifest.node, 'exercises') === undefined
    if (manifest.node.kind !== 'map' || isExercise) {
      if (manifest.node.kind !== 'invalid') report('not-a-manifest', { start: 0, end: 0 }, {})
      return undefined
    }
    const exercises = itemsOf(at(manifest.node, 'exercises')).slice(0, limits.exercises)
    this.listed.push(...exercises.flatMap((item) => textOf(item) ?? []))
    checkFiles(manifest, exercises, [...this.#files.keys()])
    const trees: (FileTree | undefined)[] = []
    const once = exercises.filter(
      (item, index) =>
        textOf(item) === undefined || exercises.findIndex((other) => textOf(other) === textOf(item)) === index
    )
    for (const item of once) trees.push(await this.#exercise(textOf(item), { ...manifest, node: item }))
    const translations = [...inlineTranslations(manifest), ...(await this.#translations())]
    return assemble({ manifest, exercises: trees, translations }, await schemas())
  }

  /** The translations that are files of the pack. */
  async #translations(): Promise<TranslationTree[]> {
    const found: TranslationTree[] = []
    for (const path of [...this.#files.keys()].toSorted()) {
      const [, language] = patterns.translation.exec(path) ?? []
      if (language === undefined) continue
      this.listed.push(path)
      const tree = await this.#read(path)
      if (tree !== undefined) found.push({ language, tree, span: { start: 0, end: 0 } })
    }
    return found
  }

  /** An exercise that the manifest names, or holds. */
  async #exercise(file: string | undefined, inline: FileTree): Promise<FileTree | undefined> {
    if (file === undefined) return inline.node.kind === 'map' ? inline : undefined
    return file === this.#manifest ? undefined : this.#read(file)
  }

  async #read(path: string): Promise<FileTree | undefined> {
    const file = this.#files.get(path)
    const report = this.findings.reporter(path)
    if (file?.outside === true) report('links-out', { start: 0, end: 0 }, { name: path })
    const text = file === undefined || file.outside === true ? undefined : readText(file.bytes, report)
    const lines = new LineIndex(text ?? '')
    this.lines.set(path, lines)
    if (text === undefined) return undefined
    if (/^(?:\s|#.*)*$/.test(text)) {
      report('file-empty', { start: 0, end: 0 }, {})
      return undefined
    }
    const read = readYaml(text, report)
    return read === undefined ? undefined : { file: path, lines, node: read.root, report, lost: read.lostLines }
  }
}

/** The translations of a pack in one file. */
function inlineTranslations(manifest: FileTree): TranslationTree[] {
  return pairsOf(at(manifest.node, 'translations')).map(({ key, keySpan, value }) => ({
    language: key,
    span: keySpan,
    tree: { ...manifest, node: value }
  }))
}
