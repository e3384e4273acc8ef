import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../../context/context.ts'
import { ExitCode, UsageError } from '../../../context/errors.ts'
import { measure } from '../../../display/measure.ts'
import { wrapSentence } from '../../../display/wrap.ts'
import { bundledPacks } from '../../../pack/bundled/bundled.ts'
import { isLanguage } from '../../../pack/format.ts'
import { installedPacks, packsFolder } from '../../../pack/installed/list.ts'
import { parsePack } from '../../../pack/source/parse.ts'
import { readPack, type PackSource } from '../../../pack/source/source.ts'
import { filesFor, translatePack, type Translated } from '../../../pack/source/translate.ts'
import { replaceFile } from '../../../storage/atomic-write.ts'
import { withFsErrors } from '../../../storage/fs-errors.ts'
import { pathFromHere, typedPath } from '../../../text/typed-path.ts'
import { visible } from '../../../text/visible.ts'
import { typedFor } from '../../shared/choosing.ts'
import { defineCommand, flag, json, optional, withDefault, type GlobalOptions } from '../../shared/command.ts'
import { printJson } from '../../shared/output.ts'
import { print } from '../../shared/print.ts'
import { isArchive } from '../fix.ts'
import { sayReport } from '../report.ts'

/** Writes the file in which a pack is translated, or brings it up to date, and says how far the translation has got. */
export const packTranslateCommand = defineCommand({
  help: (words) => words.pack.translate,
  args: {
    language: optional('language', (words) => words.pack.translateTo),
    path: withDefault('path', '.', (words) => words.pack.path)
  },
  options: {
    done: flag((words) => words.pack.translateDone),
    dryRun: flag((words) => words.pack.dryRun),
    json
  },
  async run(options, context) {
    const { words } = context
    const question = { question: words.packTranslate.question }
    const language = tagOf(options.language ?? (await typedFor('language', question, { options, context })), context)
    const place = typedPath(options.path, context)
    refuseNoSource(place, options.path, context)
    const source = readPack(place, words)
    const result = translated(language, source, options.done === true, context)
    if (result === undefined) return ExitCode.usage
    if (options.dryRun !== true && result.hasChanged) write(source, result)
    if (options.json === true) printJson(asJson(language, source, result), context)
    else
      await print(
        (columns) => report({ language, source, result, place }, options, measure(columns), context),
        options,
        context
      )
    return undefined
  }
})

/** The tag as it is usually written: `pt-BR` for `pt_br`. @throws UsageError if the text is not a language tag. */
function tagOf(typed: string, { words }: Context): string {
  const tag = typed.trim().replaceAll('_', '-')
  if (!isLanguage(tag)) throw new UsageError(words.packTranslate.badLanguage(visible(typed)))
  return Intl.getCanonicalLocales(tag)[0] ?? tag
}

/** @throws UsageError for what is no folder or file of its author: an archive, or a pack that was added or comes with the program. */
function refuseNoSource(place: string, typed: string, context: Context): void {
  const { packTranslate } = context.words
  if (isArchive(place)) throw new UsageError(packTranslate.archive(visible(typed)))
  const inside = path.relative(packsFolder(context), fs.existsSync(place) ? fs.realpathSync(place) : place)
  const known = [...installedPacks(context).packs.map(({ pack }) => pack), ...bundledPacks(context.installDir)]
  const isKnown = !fs.existsSync(place) && known.some(({ id }) => id === typed)
  if (isKnown || (!inside.startsWith('..') && !path.isAbsolute(inside)))
    throw new UsageError(packTranslate.notYours(visible(typed)))
}

/**
 * The translation; undefined, and the errors are on standard error, if the pack has any.
 *
 * @throws UsageError for the pack's own language, and for a file that only its author can change.
 */
function translated(language: string, source: PackSource, done: boolean, context: Context): Translated | undefined {
  const { words } = context
  const { packTranslate } = words
  const files = filesFor(language, source)
  const { pack, diagnostics, listed } = parsePack(files, source.manifest, {}, words.diagnostics)
  if (pack === undefined) {
    sayReport({ source, listed, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') }, context)
    return undefined
  }
  if (pack.language.toLowerCase() === language.toLowerCase())
    throw new UsageError(packTranslate.ownLanguage(language, visible(pack.title)))
  const names = { from: nameOf(pack.language, context), to: nameOf(language, context) }
  const introduction = packTranslate.introduction({ title: visible(pack.title), language, ...names }).split('\n')
  const result = translatePack(language, source, { done, mark: packTranslate.mark, introduction })
  if ('content' in result) return result
  throw new UsageError(
    'why' in result ? packTranslate.cannotEdit(result.path, result.why) : packTranslate.badLanguage(language)
  )
}

/** A language's name in the user's language. */
function nameOf(tag: string, { words }: Context): string {
  return new Intl.DisplayNames([words.language], { type: 'language' }).of(tag) ?? tag
}

/** Writes the file in place of the one that was read. A new one has the permissions of the manifest. */
function write({ folder, manifest }: PackSource, { path: name, content, isNew }: Translated): void {
  const file = path.join(folder, name)
  const { mode } = fs.statSync(isNew ? path.join(folder, manifest) : file)
  if (isNew) withFsErrors(path.dirname(file), () => fs.mkdirSync(path.dirname(file), { recursive: true }))
  replaceFile(file, content)
  withFsErrors(file, () => fs.chmodSync(file, mode))
}

function asJson(
  language: string,
  { folder }: PackSource,
  { path: name, progress, update, hasChanged }: Translated
): object {
  const { added, marked, gone, looked } = update
  return {
    file: path.join(folder, name),
    language,
    ...progress,
    changed: marked,
    added,
    gone,
    looked,
    written: hasChanged
  }
}

interface Reported {
  readonly language: string
  readonly source: PackSource
  readonly result: Translated
  readonly place: string
}

/** Of names in one list. */
const MAX_NAMED = 10

function report(
  { language, source, result, place }: Reported,
  { dryRun }: GlobalOptions & { readonly dryRun?: boolean },
  columns: number,
  context: Context
): string[] {
  const { packTranslate: words } = context.words
  const { progress, update, hasChanged } = result
  const file = pathFromHere(path.join(source.folder, result.path), context)
  const named = (sentence: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [
          ...wrapSentence(sentence, columns),
          ...names.slice(0, MAX_NAMED).map((name) => `  ${visible(name)}`),
          ...(names.length > MAX_NAMED ? [`  ${words.more(names.length - MAX_NAMED)}`] : [])
        ]
  const outcome = hasChanged ? (dryRun === true ? words.wouldWrite : words.written)(file) : words.unchanged(file)
  return [
    ...wrapSentence(
      words.progress(nameOf(language, context), progress.translated, progress.texts, update.marked.length),
      columns
    ),
    ...wrapSentence(outcome, columns),
    ...(update.added.length === 0 ? [] : wrapSentence(words.added(update.added.length), columns)),
    ...named(words.marked(update.marked.length), update.marked),
    ...named(words.gone(update.gone.length), update.gone),
    '',
    ...words.next(language, pathFromHere(place, context) || '.').split('\n')
  ]
}
