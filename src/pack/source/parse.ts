import { english } from '../../words/index.ts'
import { buildPack } from '../check/build-pack.ts'
import { checkCore } from '../check/core.ts'
import { checkConditions } from '../check/comparisons.ts'
import { compareVersions } from '../compatibility/compare.ts'
import { diagnose, isError } from './diagnose.ts'
import { checkFiles, checkManifest, checkOwnId } from '../check/manifest.ts'
import { checkNames } from '../check/names.ts'
import { checkPictures } from '../check/pictures.ts'
import type { FilePart, Outline } from '../check/outline.ts'
import { checkPrompts, checkStyle, checkWordings } from '../check/prompts.ts'
import { checkPrivacy } from '../check/privacy.ts'
import { checkReferences } from '../check/references.ts'
import { checkFormat } from '../check/required-format.ts'
import { linesOf, readText } from './text.ts'
import { validate, type UncheckedTranslation } from '../check/validate.ts'
import { Findings, inStages, withoutFixes, type Finding, type Report } from '../diagnostic.ts'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import { limits, patterns, TRANSLATIONS } from '../format.ts'
import type { CheckedTranslation, Pack, PackFile, PackReading } from '../model.ts'
import { checkTranslations } from '../translation/check.ts'
import { inRuns } from './runs.ts'
import { LineIndex } from '../yaml/line-index.ts'
import { checkAround, unwrapped } from '../slips/around.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { Corrections, ENDS_FILE, keyOf } from './corrections.ts'
import { at, itemsOf, pairsOf, textOf } from '../yaml/tree.ts'

/** What to check besides the files. */
export interface CheckOptions {
  /** An earlier version: what answers to it lose is reported, once there is no other error. */
  readonly since?: Pack
  /** Reads the packs that are here, to check a route through several. */
  readonly others?: () => readonly Pack[]
  /** Whether a bundled pack that is another one has the id of the pack. With it, ids that learners may have already are reported. */
  readonly isBundledId?: (pack: Pack) => boolean
}

/** Reads a pack from bytes. Gives all findings by file and line, and the pack if there is no error. Never throws. */
export function parsePack(
  files: readonly PackFile[],
  manifestPath: string,
  options: CheckOptions = {},
  words = english.diagnostics
): PackReading {
  const first = readOnce(files, manifestPath, options)
  const { findings, listed } = first.findings.some(({ fix }) => fix !== undefined)
    ? readCorrected(first, files, manifestPath, options)
    : first
  const lines = sourceLines(files)
  const diagnostics = diagnose(inRuns(findings, lines), lines, [manifestPath, ...listed], words)
  const isSound = first.pack !== undefined && !findings.some(isError)
  return isSound ? { pack: first.pack, listed, diagnostics } : { listed, diagnostics }
}

/** The parts of a pack as they are in its files, for a program that writes them; undefined if there is no manifest. */
export function outlineOf(files: readonly PackFile[], manifest: string): Outline | undefined {
  return new PackReader(files, manifest).outline()
}

/** What one reading of the files found. */
interface Reading {
  readonly pack: Pack | undefined
  readonly listed: readonly string[]
  readonly findings: readonly Finding[]
}

function readOnce(files: readonly PackFile[], manifest: string, options: CheckOptions): Reading {
  const reader = new PackReader(files, manifest)
  const outline = reader.outline()
  const pictures = outline === undefined ? [] : checkPictures(outline, files)
  const pack = outline === undefined ? undefined : checkedPack(outline, reader.findings, options)
  return { pack, listed: [...reader.listed, ...pictures], findings: reader.findings.all }
}

/** How often a pack is read again with the corrections of what was found. */
const MAX_ROUNDS = 8
/** Of a pack that is read so often, in bytes. */
const MAX_SIZE = 512 * 1024

/** A pack with so many findings, and so many bytes, is not read again: it would take too long. */
const MANY = 40
const LARGE = 4 * 1024

/** The same findings; corrections that touch others are left out. */
function withFixesApart(findings: readonly Finding[], corrections: Corrections): readonly Finding[] {
  const made = corrections.make(findings)
  const isMade = new Set(made.map(({ file, code, span }) => `${file} ${code} ${span.start}`))
  const others = findings.filter(({ file, code, span }) => !isMade.has(`${file} ${code} ${span.start}`))
  return [...made, ...others.map(({ code, file, span, details }) => ({ code, file, span, details }) as Finding)]
}

/** How often the corrections are made anew without those that failed. */
const MAX_ATTEMPTS = 4

/**
 * Reads a pack again and again, each time with the certain corrections of what was found, so that no mistake is reported a second
 * time by its consequences. The findings have the places of the original files. A correction after which its line is still wrong is
 * not offered: the pack is read again without it.
 */
function readCorrected(first: Reading, files: readonly PackFile[], manifest: string, options: CheckOptions): Reading {
  const size = files.reduce((sum, { path, bytes }) => sum + (PICTURE_PATH.test(path) ? 0 : bytes.length), 0)
  if (first.findings.length > MANY && size > LARGE)
    return { ...first, findings: withFixesApart(first.findings, new Corrections(files)) }
  const known = new Set(first.findings.map(keyOf))
  const failed = new Set<string>()
  for (let attempt = 1; ; attempt++) {
    const corrections = new Corrections(files, failed)
    const { made, last } = inRounds(first, corrections, size > MAX_SIZE ? 2 : MAX_ROUNDS, () =>
      readOnce(corrections.files, manifest, options)
    )
    const left = last.findings.map((finding) => corrections.original(finding))
    const consequences = left.filter((finding) => isError(finding) && !known.has(keyOf(finding)))
    const failures = size > MAX_SIZE || attempt === MAX_ATTEMPTS ? [] : corrections.failures(consequences)
    if (failures.length === 0) return { ...last, findings: accounted(first, made, left) }
    for (const failure of failures) failed.add(failure)
  }
}

/** Corrects what is found, and reads again, until nothing is left to correct. */
function inRounds(first: Reading, corrections: Corrections, rounds: number, readAgain: () => Reading) {
  const all: Finding[] = []
  let last = first
  for (let round = 0; round < rounds; round++) {
    const made = corrections.make(last.findings)
    if (made.length === 0) break
    all.push(...made)
    last = readAgain()
  }
  return { made: all, last }
}

/** What was corrected and what is left, without what has the same cause. */
function accounted(first: Reading, made: readonly Finding[], left: readonly Finding[]): readonly Finding[] {
  const ended = new Set(made.flatMap(({ code, file }) => (ENDS_FILE.has(code) ? [file] : [])))
  const findings = [...made, ...left].filter(({ code, file }) => ENDS_FILE.has(code) || !ended.has(file))
  // A warning whose correction happens to remove an error is not enough.
  const isAccounted = first.pack !== undefined || findings.some(isError)
  return isAccounted ? findings : [...findings, ...first.findings.filter(isError)]
}

/** The lines of a file in which something was found. */
function sourceLines(files: readonly PackFile[]): (path: string) => LineIndex {
  const read = new Map<string, LineIndex>()
  return (path) => {
    const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array()
    const lines = read.get(path) ?? new LineIndex(bytes.length > limits.fileBytes ? '' : linesOf(bytes).text)
    read.set(path, lines)
    return lines
  }
}

/** The pack, if there is no error in it. Only such a pack is compared with an earlier version. */
function checkedPack(
  outline: Outline,
  findings: Findings,
  { since, others, isBundledId }: CheckOptions
): Pack | undefined {
  const translations = checkAll(outline, others)
  if (findings.all.some(isError)) return undefined
  const pack = buildPack(outline, translations)
  if (isBundledId !== undefined) checkOwnId(pack, outline.manifest, isBundledId)
  if (since !== undefined) compareVersions({ before: since, pack, outline })
  return pack
}

/** Runs all checks and gives the translations, by language. */
function checkAll(outline: Outline, others: CheckOptions['others']): Readonly<Record<string, CheckedTranslation>> {
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
    if (this.#size((file) => !PICTURE_PATH.test(file)) > limits.packBytes)
      report('pack-too-large', START, { limit: limits.packBytes / 1024 ** 2 })
    if (this.#size((file) => PICTURE_PATH.test(file)) > limits.allPictureBytes)
      report('pictures-too-large', START, { limit: limits.allPictureBytes / 1024 ** 2 })
    if (this.#files.size > limits.packFiles) report('too-many-files', START, { limit: limits.packFiles })
    if (!this.#files.has(this.#manifest)) this.#reportNoManifest(report)
    const manifest = this.#read(this.#manifest)
    if (manifest === undefined) return undefined
    const isExercise = at(manifest.node, 'prompts') !== undefined && at(manifest.node, 'exercises') === undefined
    if (manifest.node.kind !== 'map' || isExercise) {
      if (manifest.node.kind !== 'invalid') report('not-a-manifest', START, {})
      return undefined
    }
    const items = itemsOf(at(manifest.node, 'exercises')).slice(0, limits.exercises)
    for (const path of this.#files.keys()) this.#checkFolder(path, report)
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

  /** A file whose name is like the manifest's is the manifest. */
  #reportNoManifest(report: Report): void {
    const names = [...this.#files.keys()]
    const named = names.filter((name) => isLikeManifest(name))
    const near = named.length > 0 ? named : names.filter((name) => this.#beginsWithFormat(name))
    const [only, ...others] = near
    const fix = only === undefined || others.length > 0 ? undefined : { from: only, to: this.#manifest }
    report('no-manifest', START, { name: this.#manifest, near }, fix)
  }

  /** A folder that was to be the one of translations is not read. */
  #checkFolder(path: string, report: Report): void {
    const [folder = '', name] = path.split('/')
    if (name === undefined || folder === TRANSLATIONS || PICTURE_PATH.test(path)) return
    const right = `${TRANSLATIONS}/${name}`
    report('wrong-folder', START, { name: path, right }, this.#files.has(right) ? undefined : { from: path, to: right })
  }

  #beginsWithFormat(name: string): boolean {
    return (
      /\.ya?ml$/i.test(name) &&
      /^(?:#.*\n|\s)*format: *\d/.test(linesOf(this.#files.get(name)?.bytes ?? new Uint8Array()).text)
    )
  }

  /** The bytes of some files together. */
  #size(counts: (file: string) => boolean): number {
    return [...this.#files.values()].reduce((sum, { path, bytes }) => sum + (counts(path) ? bytes.length : 0), 0)
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
    const reporter = this.findings.reporter(path)
    if (file?.outside === true) reporter('links-out', START, { name: path })
    const read = file === undefined || file.outside === true ? undefined : readText(file.bytes, reporter)
    if (read === undefined) return undefined
    const { text } = read
    const report = inStages(read.isFaithful ? reporter : withoutFixes(reporter))
    if (/^(?:\s|#.*)*$/.test(text)) {
      report('file-empty', START, {})
      return undefined
    }
    if (checkAround(text, report)) return undefined
    const reading = readYaml(text, report)
    report.endStage()
    const lines = new LineIndex(text)
    return (
      reading && {
        file: path,
        lines,
        node: unwrapped(reading.root, text, report),
        report,
        lostLines: reading.lostLines
      }
    )
  }
}

/** `pack.yml`, `Pack.YAML`, `pack.yaml.txt` and so on. */
function isLikeManifest(name: string): boolean {
  return /^(?:pack|manifest)(?: \(\d\)|-copy| copy)?(?:\.(?:ya?ml|txt))+$/i.test(
    name.replaceAll(/[\p{Cf}\p{Zs}]+(?=$|\.)|^[\p{Cf}\p{Zs}]+/gu, '')
  )
}

/** The translations in the manifest of a single-file pack. */
function inlineTranslations(manifest: FilePart): UncheckedTranslation[] {
  return pairsOf(at(manifest.node, 'translations')).map(({ key, keySpan, value }) => ({
    language: key,
    span: keySpan,
    part: { ...manifest, node: value }
  }))
}
