import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { packInFile } from '../../pack/archive/read.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { isSamePack } from '../../pack/installed/identity.ts'
import { parsePack } from '../../pack/source/parse.ts'
import { changesBetween, type Change } from '../../pack/installed/changes.ts'
import { isFault } from '../../pack/source/diagnose.ts'
import type { Diagnostic, Pack } from '../../pack/model.ts'
import { MANIFEST, readPlace, checkedPack, type PackSource } from '../../pack/source/source.ts'
import { printJson } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { changeLines } from './describe.ts'
import { fixPack, isArchive } from './fix.ts'
import { annotation, countsOf, inFull } from './report.ts'
import {
  choiceOption,
  defineCommand,
  flag,
  json,
  textOption,
  withDefault,
  type GlobalOptions
} from '../shared/command.ts'
import { packsOf } from '../shared/options.ts'
import { shellWord } from '../../text/shell-word.ts'
import { typedPath } from '../../text/typed-path.ts'
import { present } from '../../util/records.ts'

interface Checked {
  readonly pack: Pack | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** What learners would notice, if there is a version to compare with. */
  readonly changes?: readonly Change[]
  readonly ok: boolean
  readonly folder: string
  /** As it was typed; undefined for an archive, which cannot be corrected. */
  readonly place: string | undefined
  /** What was corrected before the check, if that was asked for. */
  readonly fixed: readonly Diagnostic[]
}

/** Names every fault of a pack, where it is, and how to correct it. Exit code 2 for an error, with `--strict` for a warning too. */
export const packCheckCommand = defineCommand({
  help: (words) => words.pack.check,
  args: { path: withDefault('path', '.', (words) => words.pack.path) },
  options: {
    strict: flag((words) => words.pack.strict),
    fix: flag((words) => words.pack.fix),
    since: textOption('path', (words) => words.pack.since),
    format: choiceOption(
      'format',
      ['text', 'json', 'github'],
      (words) => words.pack.format,
      (words) => words.pack.notAFormat
    ),
    json
  },
  async run(options, context) {
    const { words } = context
    const place = typedPath(options.path, context)
    const fixed = options.fix === true ? fixPack(place, context) : []
    const { files, manifest, folder } = await sourceAt(place, context)
    const since = options.since === undefined ? undefined : await older(typedPath(options.since, context), context)
    const also = { others: () => packsOf({}, context), isBundledId: isBundledId(context) }
    const { pack, diagnostics } = parsePack(files, manifest, present({ since, ...also }), words.diagnostics)
    const ok = !diagnostics.some(options.strict === true ? isFault : ({ severity }) => severity === 'error')
    // With errors that only the comparison found, the pack itself is still sound and can be compared.
    const itself = since === undefined ? undefined : (pack ?? parsePack(files, manifest).pack)
    const changes = since === undefined || itself === undefined ? {} : { changes: changesBetween(since, itself) }
    const checked = {
      pack,
      diagnostics,
      ok,
      folder,
      place: isArchive(place) ? undefined : options.path,
      fixed,
      ...changes
    }
    await show(checked, options, context)
    return ok ? ExitCode.done : ExitCode.usage
  }
})

/** Tells whether a bundled pack that is another one has the id of a pack. */
function isBundledId({ installDir }: Context): (pack: Pack) => boolean {
  return (pack) => bundledPacks(installDir).some((bundled) => bundled.id === pack.id && !isSamePack(pack, bundled))
}

async function older(place: string, context: Context): Promise<Pack> {
  return checkedPack(await sourceAt(place, context), place, context.words)
}

/** Reads a folder, a file, or an archive. */
async function sourceAt(place: string, { words }: Context): Promise<PackSource> {
  if (!isArchive(place)) return readPlace(place, words)
  const { files } = await packInFile(fs.readFileSync(place), place, words)
  return { files, manifest: MANIFEST, folder: place }
}

type ShowOptions = GlobalOptions & {
  readonly json?: boolean
  readonly fix?: boolean
  readonly format?: 'text' | 'json' | 'github'
}

function show(checked: Checked, options: ShowOptions, context: Context): Promise<void> | void {
  const { diagnostics, changes, ok, folder } = checked
  switch (options.json === true ? 'json' : (options.format ?? 'text')) {
    case 'json':
      return printJson(
        {
          ok,
          diagnostics: diagnostics.map(forScripts),
          ...(options.fix === true && { fixed: checked.fixed.map(forScripts) }),
          ...(changes && { changes })
        },
        context
      )
    case 'github':
      return print(
        [...diagnostics.map((found) => annotation(found, folder, context)), summary(checked, context)],
        options,
        context
      )
    case 'text': {
      const notice =
        changes === undefined ? [] : [context.words.diagnostics.noticed, ...changeLines(changes, context), '']
      const faults = diagnostics.flatMap((found) => inFull(found, folder, context.stdout.columns, context))
      const made = options.fix === true ? madeLines(checked, context) : []
      const hint = fixHint(checked, context)
      return print([...made, ...faults, ...notice, summary(checked, context), ...hint], options, context)
    }
  }
}

/** What was corrected, each in full, and the sum of it. */
function madeLines({ fixed, folder }: Checked, context: Context): string[] {
  const { diagnostics: words } = context.words
  const files = [...new Set(fixed.flatMap(({ fix = [] }) => fix.map(({ file }) => file)))]
  return [
    ...fixed.flatMap((found) => inFull(found, folder, context.stdout.columns, context)),
    fixed.length === 0 ? words.nothingToFix : words.fixed(fixed.length, files),
    ''
  ]
}

/** The command that makes the corrections which are certain. */
function fixHint({ diagnostics, place }: Checked, { words, platform }: Context): string[] {
  const count = diagnostics.filter(({ fix }) => fix !== undefined).length
  if (count === 0 || place === undefined) return []
  return [words.diagnostics.fixable(count, `reflect pack check --fix ${shellWord(place, platform)}`)]
}

function forScripts({ file, line, column, severity, code, message, hint, fix }: Diagnostic): object {
  return { file, line, column, severity, code, message, hint, ...(fix && { fix }) }
}

function summary({ pack, diagnostics }: Checked, context: Context): string {
  const { words } = context
  if (pack === undefined || diagnostics.length > 0) return countsOf(diagnostics, context)
  const prompts = pack.exercises.reduce((sum, exercise) => sum + exercise.prompts.length, 0)
  return words.diagnostics.sound(pack.title, pack.exercises.length, prompts)
}
