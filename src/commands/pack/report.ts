import path from 'node:path'
import type { Context } from '../../context.ts'
import { parsePack } from '../../pack/check.ts'
import type { Diagnostic, Pack } from '../../pack/model.ts'
import { readPack } from '../../pack/source.ts'
import type { PackSource } from '../../pack/source.ts'
import { width } from '../../terminal/width.ts'

/** A pack as it was found at a path. */
export interface Examined {
  /** There if it has no error. */
  readonly pack?: Pack
  readonly source: PackSource
  /** The files that its manifest lists. */
  readonly listed: readonly string[]
  /** Every fault and warning in full, and how many there are; nothing where there is none. */
  readonly report: readonly string[]
}

/** Reads and checks a pack. @throws UsageError where there is none, or it cannot be read. */
export async function examined(place: string, context: Context): Promise<Examined> {
  const { words } = context
  const source = readPack(place, words)
  const { pack, listed, diagnostics } = await parsePack(source.files, source.manifest, {}, words.diagnostics)
  const faults = diagnostics.flatMap((found) => inFull(found, source.folder, context))
  const report = diagnostics.length === 0 ? [] : [...faults, countsOf(diagnostics, context)]
  return { source, listed, report, ...(pack === undefined ? {} : { pack }) }
}

/** What is wrong and where, the line with a pointer under it, and the cure. `folder` is the pack's; files are named as seen from here. */
export function inFull(found: Diagnostic, folder: string, { cwd, words }: Context): string[] {
  const { file, line, column, severity, code, message, hint, source, mark } = found
  const place = `${path.relative(cwd, path.join(folder, file))}:${line}:${column}`
  const number = String(line)
  const indent = ' '.repeat(width(source.slice(0, mark.start)))
  const pointer = '^'.repeat(Math.max(1, width(source.slice(mark.start, mark.start + mark.length))))
  return [
    `${place}: ${words.diagnostics.severity[severity]}: ${message} [${code}]`,
    ...(source.trim() === ''
      ? []
      : [`  ${number} | ${source}`, `  ${' '.repeat(number.length)} | ${indent}${pointer}`]),
    `  ${hint}`,
    ''
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
