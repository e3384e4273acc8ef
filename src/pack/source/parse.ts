import { english } from '../../words/index.ts'
import { buildPack } from '../check/build-pack.ts'
import { checkCore } from '../check/core.ts'
import { checkConditions } from '../check/comparisons.ts'
import { compareVersions } from '../compatibility/compare.ts'
import { diagnose, isError } from '../check/diagnose.ts'
import { checkFiles, checkManifest } from '../check/manifest.ts'
import { checkNames } from '../check/names.ts'
import type { FilePart, Outline } from '../check/outline.ts'
import { checkPrompts, checkStyle, checkWordings } from '../check/prompts.ts'
import { checkPrivacy } from '../check/privacy.ts'
import { checkReferences } from '../check/references.ts'
import { checkFormat } from '../check/required-format.ts'
import { readText } from '../check/text.ts'
import { validate, type UncheckedTranslation } from '../check/validate.ts'
import { Findings } from '../diagnostic.ts'
import { limits, patterns } from '../format.ts'
import type { Pack, PackFile, PackReading, Translation } from '../model.ts'
import { checkTranslations } from '../translation/check.ts'
import { LineIndex } from '../yaml/line-index.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { at, itemsOf, pairsOf, textOf } from '../yaml/tree.ts'

/** What to check besides the files. */
export interface CheckOptions {
  /** An earlier version: what answers to it lose is reported, once there is no other error. */
  readonly since?: Pack
  /** Reads the packs that are here, to check a route through several. */
  readonly others?: () => readonly Pack[]
}

/** Reads a pack from bytes. Gives all findings by file and line, and the pack if there is no error. Never throws. */
export function parsePack(
  files: readonly PackFile[],
  manifestPath: string,
  options: CheckOptions = {},
  words = english.diagnostics
): PackReading {
  const reader = new PackReader(files, manifestPath)
  const outline = reader.outline()
  const pack = outline === undefined ? undefined : checkedPack(outline, reader.findings, options)
  const { listed, findings } = reader
  const diagnostics = diagnose(findings.all, reader.lines, [manifestPath, ...listed], words)
  return pack === undefined || findings.all.some(isError) ? { listed, diagnostics } : { pack, listed, diagnostics }
}

/** The pack, if there is no error in it. Only such a pack is compared with an earlier version. */
function checkedPack(outline: Outline, findings: Findings, { since, others }: CheckOptions): Pack | undefined {
  const translations = checkAll(outline, others)
  if (findings.all.some(isError)) return undefined
  const pack = buildPack(outline, translations)
  if (since !== undefined) compareVersions({ before: since, pack, outline })
  return pack
}

/** Runs all checks and gives the translations, by language. */
function checkAll(outline: Outline, others: CheckOptions['others']): Readonly<Record<string, Translation>> {
  checkFormat(outline)
  checkNames(outline)
  checkManifest(outline, others)
  checkPrompts(outline)
  checkWordings(outline)
  checkCore(outline)
  checkReferences(outline)
  checkConditions(outline)
  checkStyle(outline)
  checkPrivacy(outline)
  return checkTranslations(outline)
}

/** Where findings about a whole file are shown. */
const START = { start: 0, end: 0 }

/** Reads the files of a pack. */
class PackReader {
  readonly findings = new Findings()
  readonly lines = new Map<string, LineIndex>()
  /** The paths of exercises in the manifest's order, then those of translations. */
  readonly listed: string[] = []
  readonly #files: ReadonlyMap<string, PackFile>
  readonly #manifest: string

  constructor(files: readonly PackFile[], manifest: string) {
    this.#files = new Map(files.map((file) => [file.path, file]))
    this.#manifest = manifest
  }

  /** Reads and validates the files; undefined if there is no manifest. */
  outline(): Outline | undefined {
    const report = this.findings.reporter(this.#manifest)
    const size = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (size > limits.packBytes) report('pack-too-large', START, { limit: limits.packBytes / 1024 ** 2 })
    if (this.#files.size > limits.packFiles) report('too-many-files', START, { limit: limits.packFiles })
    if (!this.#files.has(this.#manifest)) report('no-manifest', START, { name: this.#manifest })
    const manifest = this.#read(this.#manifest)
    if (manifest === undefined) return undefined
    const isExercise = at(manifest.node, 'prompts') !== undefined && at(manifest.node, 'exercises') === undefined
    if (manifest.node.kind !== 'map' || isExercise) {
      if (manifest.node.kind !== 'invalid') report('not-a-manifest', START, {})
      return undefined
    }
    const items = itemsOf(at(manifest.node, 'exercises')).slice(0, limits.exercises)
    this.listed.push(...items.flatMap((item) => textOf(item) ?? []))
    checkFiles(manifest, items, [...this.#files.keys()])
    const exercises: (FilePart | undefined)[] = []
    for (const [index, node] of items.entries()) {
      const file = textOf(node)
      if (file === undefined) exercises.push(node.kind === 'map' ? { ...manifest, node } : undefined)
      else if (items.findIndex((other) => textOf(other) === file) === index)
        exercises.push(file === this.#manifest ? undefined : this.#read(file))
    }
    const translations = [...inlineTranslations(manifest), ...this.#translationFiles()]
    return validate({ manifest, exercises, translations })
  }

  #translationFiles(): UncheckedTranslation[] {
    const translations: UncheckedTranslation[] = []
    for (const path of [...this.#files.keys()].toSorted()) {
      const [, language] = patterns.translation.exec(path) ?? []
      if (language === undefined) continue
      this.listed.push(path)
      const part = this.#read(path)
      if (part !== undefined) translations.push({ language, part, span: START })
    }
    return translations
  }

  #read(path: string): FilePart | undefined {
    const file = this.#files.get(path)
    const report = this.findings.reporter(path)
    if (file?.outside === true) report('links-out', START, { name: path })
    const text = file === undefined || file.outside === true ? undefined : readText(file.bytes, report)
    const lines = new LineIndex(text ?? '')
    this.lines.set(path, lines)
    if (text === undefined) return undefined
    if (/^(?:\s|#.*)*$/.test(text)) {
      report('file-empty', START, {})
      return undefined
    }
    const reading = readYaml(text, report)
    return reading && { file: path, lines, node: reading.root, report, lostLines: reading.lostLines }
  }
}

/** The translations in the manifest of a single-file pack. */
function inlineTranslations(manifest: FilePart): UncheckedTranslation[] {
  return pairsOf(at(manifest.node, 'translations')).map(({ key, keySpan, value }) => ({
    language: key,
    span: keySpan,
    part: { ...manifest, node: value }
  }))
}
