import { measure } from '../../display/measure.ts'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { parsePack } from '../../pack/source/parse.ts'
import type { Diagnostic, Pack } from '../../pack/model.ts'
import { readPack, type PackSource } from '../../pack/source/source.ts'
import { width } from '../../display/width.ts'
import { pathFromHere } from '../../text/typed-path.ts'
import { truncate, wrapSentence } from '../../display/wrap.ts'
import { present } from '../../util/records.ts'

/** A pack that was read and checked. */
export interface Examined {
  /** Absent if there is an error. */
  readonly pack?: Pack
  readonly source: PackSource
  /** The files that the manifest lists. */
  readonly listed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads and checks a pack. @throws UsageError if the pack is missing or cannot be read. */
export function examinePack(place: string, { words }: Context): Examined {
  const source = readPack(place, words)
  const { pack, listed, diagnostics } = parsePack(source.files, source.manifest, {}, words.diagnostics)
  return present({ source, listed, diagnostics, pack })
}

/** Every error and warning in full, and their number. Empty if the pack has no faults. */
export function reportLines(
  { source, diagnostics }: Pick<Examined, 'source' | 'diagnostics'>,
  columns: number,
  context: Context
): string[] {
  if (diagnostics.length === 0) return []
  return [
    ...diagnostics.flatMap((found) => inFull(found, source.folder, columns, context)),
    countsOf(diagnostics, context)
  ]
}

/** Writes the report to standard error. */
export function sayReport(found: Examined, context: Context): void {
  const lines = reportLines(found, context.stderr.columns, context)
  if (lines.length > 0) context.stderr.write(`${lines.join('\n')}\n`)
}

/** A message with its place, the line with a pointer below it, and the hint. `folder` is the pack's; paths are relative to the current one. */
export function inFull(found: Diagnostic, folder: string, columns: number, context: Context): string[] {
  const { words } = context
  const { file, line, column, severity, code, message, hint } = found
  const place = `${pathFromHere(path.join(folder, file), context)}:${line}:${column}`
  return [
    ...wrapSentence(`${place}: ${words.diagnostics.severity[severity]}: ${message} [${code}]`, measure(columns)),
    ...(found.source.trim() === '' ? [] : excerpt(found, columns)),
    ...hintLines(hint, measure(columns)).map((text) => `  ${text}`),
    ''
  ]
}

/** A sentence, wrapped, and the lines to write, as they are. */
function hintLines(hint: string, columns: number): string[] {
  const [sentence = '', ...lines] = hint.split('\n')
  return [...wrapSentence(sentence, columns - 2), ...lines.map((line) => `  ${line}`)]
}

/** How many characters of a long line are shown before what is pointed at. */
const BEFORE = 20

/** The line, or the part of it that fits, with a pointer below it. */
function excerpt({ line, source, mark }: Diagnostic, columns: number): [string, string] {
  const number = `  ${line} | `
  const room = columns - number.length
  const from = width(source) <= room ? 0 : Math.max(0, mark.start - Math.min(BEFORE, Math.floor(room / 4)))
  const before = (from === 0 ? '' : '…') + source.slice(from, mark.start)
  const pointer = '^'.repeat(
    Math.max(1, Math.min(width(source.slice(mark.start, mark.start + mark.length)), room - width(before)))
  )
  return [
    number + truncate(before + source.slice(mark.start), room),
    `${' '.repeat(number.length - 2)}| ${' '.repeat(width(before))}${pointer}`
  ]
}

/**
 * A message as a workflow command, which GitHub shows as an annotation beside the line.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotation(found: Diagnostic, folder: string, context: Context): string {
  const { file, line, column, length, severity, code, message, hint } = found
  const place = pathFromHere(path.join(folder, file), context).replaceAll(path.sep, '/')
  const properties = { file: place, line, col: column, endColumn: column + length, title: code }
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`)
  return `::${severity} ${listed.join(',')}::${escaped(`${message} ${hint}`, /[%\r\n]/g)}`
}

function escaped(text: string, what: RegExp): string {
  return text.replaceAll(what, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** The numbers of errors and warnings in a sentence. */
export function countsOf(diagnostics: readonly Diagnostic[], { words }: Context): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return words.diagnostics.counts(errors, diagnostics.length - errors)
}
