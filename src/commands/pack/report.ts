import path from 'node:path'
import type { Context, Output } from '../../context/context.ts'
import { parsePack } from '../../pack/source/parse.ts'
import type { Diagnostic, Pack } from '../../pack/model.ts'
import { readPack } from '../../pack/source/source.ts'
import type { PackSource } from '../../pack/source/source.ts'
import { width } from '../../display/width.ts'
import { truncate, wrap } from '../../display/wrap.ts'

/** A pack as it was found at a path. */
export interface Examined {
  /** There if it has no error. */
  readonly pack?: Pack
  readonly source: PackSource
  /** The files that its manifest lists. */
  readonly listed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads and checks a pack. @throws UsageError where there is none, or it cannot be read. */
export async function examined(place: string, { words }: Context): Promise<Examined> {
  const source = readPack(place, words)
  const { pack, listed, diagnostics } = await parsePack(source.files, source.manifest, {}, words.diagnostics)
  return { source, listed, diagnostics, ...(pack === undefined ? {} : { pack }) }
}

/** Every fault and warning in full, and how many there are; nothing where there is none. */
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

/** Says them beside the data. */
export function sayReport(found: Examined, context: Context): void {
  const lines = reportLines(found, columnsOf(context.stderr), context)
  if (lines.length > 0) context.stderr.write(`${lines.join('\n')}\n`)
}

/** The columns that lines have where they are going: as many as they like where that is no terminal. */
export function columnsOf({ isTTY, columns }: Output): number {
  return isTTY ? columns : Number.POSITIVE_INFINITY
}

/** What is wrong and where, the line with a pointer under it, and the cure. `folder` is the pack's; files are named as seen from here. */
export function inFull(found: Diagnostic, folder: string, columns: number, { cwd, words }: Context): string[] {
  const { file, line, column, severity, code, message, hint } = found
  const place = `${path.relative(cwd, path.join(folder, file))}:${line}:${column}`
  return [
    ...wrap(`${place}: ${words.diagnostics.severity[severity]}: ${message} [${code}]`, columns),
    ...(found.source.trim() === '' ? [] : excerpt(found, columns)),
    ...wrap(hint, columns - 2).map((text) => `  ${text}`),
    ''
  ]
}

/** At most this much of a line stays before what is pointed at, where not all of it fits. */
const BEFORE = 20

/** The line with a pointer under it; of a longer one the part that fits. */
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
 * The same as a command that a workflow on GitHub makes an annotation of, beside the line that it is about.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotation(found: Diagnostic, folder: string, { cwd }: Context): string {
  const { file, line, column, length, severity, code, message, hint } = found
  const place = path.relative(cwd, path.join(folder, file)).replaceAll(path.sep, '/')
  const properties = { file: place, line, col: column, endColumn: column + length, title: code }
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`)
  return `::${severity} ${listed.join(',')}::${escaped(`${message} ${hint}`, /[%\r\n]/g)}`
}

function escaped(text: string, what: RegExp): string {
  return text.replaceAll(what, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** How many errors and warnings there are, in words. */
export function countsOf(diagnostics: readonly Diagnostic[], { words }: Context): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return words.diagnostics.counts(errors, diagnostics.length - errors)
}
