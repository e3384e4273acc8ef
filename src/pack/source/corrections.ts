import { isError } from './diagnose.ts'
import { fromLines, linesOf } from './text.ts'
import type { Code, Edit, Finding, Fix, Rename } from '../diagnostic.ts'
import type { FileChange, PackFile, Position } from '../model.ts'
import { withEdits } from '../yaml/edits.ts'
import { LineIndex } from '../yaml/line-index.ts'

/** Edits of one round, in order and apart from each other. Offsets are those of the text before the round. */
type Round = readonly Edit[]

/**
 * The files of a pack while corrections are made to them, in rounds. What is found in corrected files is converted back to
 * places in the original files.
 */
export class Corrections {
  readonly #files: Map<string, PackFile>
  readonly #rounds = new Map<string, Round[]>()
  /** The original names of renamed files, by their present names. */
  readonly #names = new Map<string, string>()
  /** The corrections that are not to be made, by `keyOf`. */
  readonly #refused: ReadonlySet<string>
  readonly #made: Finding[] = []
  readonly #originals: ReadonlyMap<string, PackFile>

  constructor(files: readonly PackFile[], refused: ReadonlySet<string> = new Set()) {
    this.#files = new Map(files.map((file) => [file.path, file]))
    this.#originals = new Map(this.#files)
    this.#refused = refused
  }

  /** The files with all corrections so far. */
  get files(): PackFile[] {
    return [...this.#files.values()]
  }

  /** Makes the corrections that do not touch each other. Gives their findings, with original places. */
  make(findings: readonly Finding[]): Finding[] {
    const byFile = new Map<string, ApartEdits>()
    const renames: Rename[] = []
    const made = findings
      .toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
      .filter((finding) => {
        const { file, fix } = finding
        if (fix === undefined || this.#refused.has(keyOf(this.original(finding)))) return false
        if ('from' in fix) return this.#canRename(fix, renames)
        const { file: target, edits } = 'edits' in fix ? fix : { file, edits: fix }
        const apart = byFile.get(target) ?? new ApartEdits(this.#linesOf(target))
        byFile.set(target, apart)
        return apart.add(edits)
      })
    const originals = made.map((finding) => this.original(finding))
    this.#made.push(...originals)
    for (const [file, { edits }] of byFile)
      this.#edit(
        file,
        edits.toSorted((a, b) => a.start - b.start)
      )
    for (const rename of renames) this.#rename(rename)
    return originals
  }

  /** A finding with the place and the correction in the original file. A correction of corrected text is left out. */
  original(finding: Finding): Finding {
    const rounds = this.#rounds.get(finding.file) ?? []
    const file = this.#names.get(finding.file) ?? finding.file
    const { fix: _, ...found } = finding
    const span = { start: before(finding.span.start, rounds), end: before(finding.span.end, rounds) }
    const isRefused = this.#refused.has(keyOf({ code: finding.code, file, span }))
    const fix = finding.fix && !isRefused ? this.#originalFix(finding.fix, rounds) : undefined
    return { ...found, file, span, ...(fix && { fix }) } as Finding
  }

  /** The keys of the corrections on whose lines an error is left, which is in its original place. */
  failures(left: readonly Finding[]): string[] {
    const lines = new Map(this.#made.map(({ file }) => [file, this.#originalLines(file)]))
    return this.#made
      .filter(({ file, fix, code }) => {
        const index = lines.get(file)
        if (index === undefined || fix === undefined || !isEdits(fix) || ENDS_FILE.has(code)) return false
        const written = fix.filter(({ start, end, text }) => /[^\s-]/.test(index.slice({ start, end }) + text))
        const isLayout = written.length === 0
        const touched = new Set(linesUnder(isLayout ? fix : written, index))
        return left.some(
          (error) =>
            error.file === file &&
            (!isLayout || STRUCTURAL.has(error.code)) &&
            touched.has(index.positionOf(error.span.start).line)
        )
      })
      .map(keyOf)
  }

  #originalFix(fix: Fix, rounds: readonly Round[]): Fix | undefined {
    if ('from' in fix) return rounds.length === 0 ? fix : undefined
    if (!('edits' in fix)) return originalEdits(fix, rounds)
    const edits = originalEdits(fix.edits, this.#rounds.get(fix.file) ?? [])
    return edits && { file: this.#names.get(fix.file) ?? fix.file, edits }
  }

  #originalLines(file: string): LineIndex {
    return new LineIndex(linesOf(this.#originals.get(file)?.bytes ?? new Uint8Array()).text)
  }

  #linesOf(file: string): LineIndex {
    return new LineIndex(linesOf(this.#files.get(file)?.bytes ?? new Uint8Array()).text)
  }

  #canRename(rename: Rename, renames: Rename[]): boolean {
    if (!this.#files.has(rename.from) || this.#files.has(rename.to)) return false
    if (renames.some(({ from, to }) => from === rename.from || to === rename.to)) return false
    renames.push(rename)
    return true
  }

  #edit(path: string, edits: Round): void {
    const file = this.#files.get(path)
    if (file === undefined || edits.length === 0) return
    this.#files.set(path, { path, bytes: Buffer.from(withEdits(linesOf(file.bytes).text, edits)) })
    this.#rounds.set(path, [...(this.#rounds.get(path) ?? []), edits])
  }

  #rename({ from, to }: Rename): void {
    const file = this.#files.get(from)
    if (file === undefined) return
    this.#files.delete(from)
    this.#files.set(to, { ...file, path: to })
    this.#names.set(to, this.#names.get(from) ?? from)
    this.#rounds.set(to, this.#rounds.get(from) ?? [])
  }
}

/** Findings that end their file: what else is found in it may have the same cause. */
export const ENDS_FILE: ReadonlySet<Code> = new Set<Code>(['not-utf8', 'old-line-ends'])

/** What is left if a line is moved to a wrong place. */
const STRUCTURAL: ReadonlySet<Code> = new Set<Code>([
  'bad-file-name',
  'foreign-key',
  'indentation',
  'missing-key',
  'unknown-key',
  'wrong-kind'
])

/** Names a finding by its original place. */
export function keyOf({ file, code, span }: Pick<Finding, 'file' | 'code' | 'span'>): string {
  return `${file} ${code} ${span.start}`
}

function linesUnder(edits: readonly Edit[], index: LineIndex): number[] {
  return edits.flatMap(({ start, end }) => {
    const first = index.positionOf(start).line
    return Array.from({ length: index.positionOf(end).line - first + 1 }, (_, line) => first + line)
  })
}

/** Whether a correction is one of texts in the file of its finding. */
export function isEdits(fix: Fix): fix is readonly Edit[] {
  return Array.isArray(fix)
}

/** Edits of a file, each on lines of its own: two findings on one line may have the same cause. */
class ApartEdits {
  readonly edits: Edit[] = []
  readonly #index: LineIndex
  readonly #lines = new Set<number>()

  constructor(index: LineIndex) {
    this.#index = index
  }

  /** Adds all of these edits, unless one of them is on the line of an earlier one. */
  add(edits: readonly Edit[]): boolean {
    const lines = linesUnder(edits, this.#index)
    if (lines.some((line) => this.#lines.has(line))) return false
    this.edits.push(...edits)
    for (const line of lines) this.#lines.add(line)
    return true
  }
}

/** Where an offset was before some rounds. */
function before(offset: number, rounds: readonly Round[]): number {
  return rounds.reduceRight((at, round) => beforeRound(at, round), offset)
}

function beforeRound(offset: number, round: Round): number {
  let shift = 0
  for (const { start, end, text } of round) {
    const from = start + shift
    if (offset <= from) break
    if (offset <= from + text.length) return offset === from + text.length ? end : start
    shift += text.length - (end - start)
  }
  return offset - shift
}

function originalEdits(written: readonly Edit[], rounds: readonly Round[]): readonly Edit[] | undefined {
  let edits: readonly Edit[] | undefined = written
  for (const round of rounds.toReversed()) {
    edits = edits?.every((edit) => isApart(edit, round))
      ? edits.map(({ start, end, text }) => ({ start: beforeRound(start, round), end: beforeRound(end, round), text }))
      : undefined
  }
  return edits
}

/** Whether an edit touches nothing that a round wrote. */
function isApart({ start, end }: Edit, round: Round): boolean {
  let shift = 0
  return round.every((written) => {
    const from = written.start + shift
    shift += written.text.length - (written.end - written.start)
    return end < from || start > from + written.text.length
  })
}

/** A corrected file: its content, or its new name. */
export interface Corrected {
  readonly path: string
  readonly content?: Uint8Array
  readonly name?: string
}

/** Makes changes that do not touch each other. Line ends and a byte order mark stay as they are; the encoding is UTF-8. */
export function correctedFiles(files: readonly PackFile[], changes: readonly FileChange[]): Corrected[] {
  return files.flatMap(({ path, bytes }) => {
    const own = changes.filter(({ file }) => file === path)
    const edits = own.flatMap((change) => ('range' in change ? change : []))
    const [renamed] = own.flatMap((change) => ('name' in change ? change : []))
    const content = edits.length === 0 ? {} : { content: editedBytes(bytes, edits) }
    return own.length === 0 ? [] : [{ path, ...content, ...(renamed && { name: renamed.name }) }]
  })
}

function editedBytes(bytes: Uint8Array, changes: readonly Extract<FileChange, { range: object }>[]): Uint8Array {
  const lines = linesOf(bytes)
  const index = new LineIndex(lines.text)
  const offset = ({ line, column }: Position) => index.offsetOf(line) + column - 1
  const edits = changes
    .map(({ range, text }) => ({ start: offset(range.start), end: offset(range.end), text }))
    .toSorted((a, b) => a.start - b.start)
  return fromLines(lines, edits)
}
