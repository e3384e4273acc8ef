import path from 'node:path'
import type { Context } from '../../context.ts'
import { ExitCode } from '../../errors.ts'
import { parsePack } from '../../pack/check.ts'
import type { Diagnostic, Pack } from '../../pack/model.ts'
import { packAt, readPack } from '../../pack/source.ts'
import { print, printJson } from '../output.ts'
import { countsOf, inFull } from './report.ts'

export interface PackCheckOptions {
  /** A pack's folder, or the file of a pack in one file. */
  readonly path: string
  readonly json?: boolean
  /** Warnings count as errors. */
  readonly strict?: boolean
  /** A pack that learners have already: what they answered must be found again. */
  readonly since?: string
}

/**
 * Names every fault of a pack with its place and its cure. Exit code 2 if there is an error, or with
 * `strict` anything at all.
 */
export async function run(options: PackCheckOptions, context: Context): Promise<ExitCode> {
  const { words, cwd } = context
  const { files, manifest, folder } = readPack(path.resolve(cwd, options.path), words)
  const since = options.since === undefined ? undefined : await packAt(path.resolve(cwd, options.since), words)
  const { pack, diagnostics } = await parsePack(
    files,
    manifest,
    since === undefined ? {} : { since },
    words.diagnostics
  )
  const ok = options.strict === true ? diagnostics.length === 0 : pack !== undefined
  if (options.json === true) printJson({ ok, diagnostics: diagnostics.map(forScripts) }, context)
  else
    await print(
      [...diagnostics.flatMap((found) => inFull(found, folder, context)), summary(diagnostics, pack, context)],
      context
    )
  return ok ? ExitCode.done : ExitCode.usage
}

function forScripts({ file, line, column, severity, code, message, hint }: Diagnostic): object {
  return { file, line, column, severity, code, message, hint }
}

function summary(diagnostics: readonly Diagnostic[], pack: Pack | undefined, context: Context): string {
  const { words } = context
  if (pack === undefined || diagnostics.length > 0) return countsOf(diagnostics, context)
  const prompts = pack.exercises.reduce((sum, exercise) => sum + exercise.prompts.length, 0)
  return words.diagnostics.sound(pack.title, pack.exercises.length, prompts)
}
