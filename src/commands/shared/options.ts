import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError, WentBackError } from '../../context/errors.ts'
import type { Listed } from '../../entry/model.ts'
import { suggest } from '../../text/suggest.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { installedPacks, packsFolder } from '../../pack/installed/list.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { journalDir, readSettings, startDays, type Settings } from '../../settings/index.ts'
import { timeSpan, type TimeSpan } from '../../dates/spans.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { visible } from '../../text/visible.ts'
import { backgroundIn, makeTheme, useColor, useUnicode, type Theme } from '../../display/theme.ts'
import { translated } from '../../words/index.ts'
import type { GlobalOptions } from './command.ts'
import { hostOf } from './host.ts'
import { tell } from './output.ts'
import { addedAs } from '../../pack/installed/identity.ts'
import { folderOf, packAt } from '../../pack/source/source.ts'
import { takeOpenFiles, unfetchedFiles } from '../../terminal/editor/working-file.ts'
import { plainRenderer } from '../../terminal/plain/index.ts'
import { richRenderer } from '../../terminal/rich/index.ts'
import { missingDisk } from '../../storage/disks.ts'
import { forbiddenName } from '../../storage/fs-errors.ts'
import { present } from '../../util/records.ts'
import { typedPath } from '../../text/typed-path.ts'

/** The settings. If the file cannot be read, says so once and gives the defaults. */
function settingsOf(context: Context): Settings {
  const known = read.get(context)
  if (known !== undefined) return known
  const { settings, problem } = readSettings(context)
  read.set(context, settings)
  if (problem !== undefined) tell(translated(problem, context.words), context)
  return settings
}

/** Forgets the settings that were read, because they have changed. */
export function forgetSettings(context: Context): void {
  read.delete(context)
}

/** Settings by run, so that each reads the file once. */
const read = new WeakMap<Context, Settings>()

/** The journal's folder: `--journal`, else `REFLECT_JOURNAL`, else the setting, else `~/reflections`. */
export function journalOf(options: GlobalOptions, context: Context): string {
  return journalDir(options.journal, settingsOf(context), context)
}

/** Whether plain mode is on: `--plain`, the setting, or ACCESSIBLE=1. */
function isPlain(options: GlobalOptions, context: Context): boolean {
  return options.plain === true || settingsOf(context).plain || context.env['ACCESSIBLE'] === '1'
}

/** Whether everything is printed line by line, for a screen reader or a terminal that can do no more. */
export function isLineByLine(options: GlobalOptions, context: Context): boolean {
  return isPlain(options, context) || context.env['TERM'] === 'dumb'
}

/** The style of everything that a run shows. */
export function themeOf(options: GlobalOptions, context: Context): Theme {
  const known = themes.get(context)
  if (known !== undefined) return known
  const setting = settingsOf(context).color
  const color = useColor(context.env, context.stdout.isTTY, {
    ...(options.color === false ? { flag: false } : {}),
    ...(setting === 'auto' ? {} : { setting: setting === 'always' })
  })
  const unicode = useUnicode(context.env, context.platform)
  const theme = makeTheme({
    color,
    unicode,
    plain: isPlain(options, context),
    hasMacKeys: context.platform === 'darwin',
    background: backgroundIn(context.env)
  })
  themes.set(context, theme)
  return theme
}

/** Themes by run, so that all of it learns the background. */
const themes = new WeakMap<Context, Theme>()

/** Which packs a command is about. */
interface PackChoice {
  readonly pack?: string | undefined
  /** The id that the pack at the path has here, if that is not its own. */
  readonly as?: string | undefined
  readonly only?: string | undefined
}

/**
 * The packs of a command: the one at the path `pack`, those whose id is or begins with `only`, or all. They are translated if
 * they have the language.
 *
 * @throws UsageError if there is no sound pack at the path, or none has the name.
 */
export function packsOf(options: PackChoice, context: Context, language = context.language): readonly Pack[] {
  if (options.pack !== undefined) {
    const place = typedPath(options.pack, context)
    const found = packAt(place, context.words)
    const own = options.as === undefined ? found : addedAs(found, options.as, place)
    const pack = { ...inLanguage(own, language), folder: folderOf(place) }
    return asSet([pack], context)
  }
  const packs = asSet(everyPack(context, language), context)
  const { only } = options
  if (only === undefined) return packs
  const named = packs.filter(({ id }) => id === only)
  const begun = named.length > 0 ? named : packs.filter(({ id }) => id.startsWith(only))
  if (begun.length > 0) return begun
  const ids = packs.map(({ id }) => id)
  throw new UsageError(context.words.commands.list.unknownPack(only, suggest(only, ids)))
}

/** As `packsOf`, and after them all others that are here, because routes may lead there. */
export function packsAround(options: PackChoice, context: Context, language?: string): readonly Pack[] {
  const packs = packsOf(options, context, language)
  if (options.pack === undefined) return packs
  const ids = new Set(packs.map(({ id }) => id))
  return [...packs, ...packsOf({}, context, language).filter(({ id }) => !ids.has(id))]
}

/** The titles of packs, by id. */
export function titlesOf(packs: readonly Pack[]): ReadonlyMap<string, string> {
  return new Map(packs.map(({ id, title }) => [id, title]))
}

/** After how long every exercise is due again; undefined if only packs decide that. */
export function revisitAfter(context: Context): TimeSpan | undefined {
  return timeSpan(settingsOf(context)['revisit.after'] ?? '')
}

/** The editor of the settings; undefined for VISUAL or EDITOR. */
export function editorOf(context: Context): string | undefined {
  return settingsOf(context).editor
}

/** The bundled and the added packs. An added pack replaces a bundled one with the same id. */
function everyPack(context: Context, language: string): readonly Pack[] {
  const bundled = bundledOnce(context, language)
  const { packs: added, problem } = installedPacks(context)
  if (problem !== undefined) tell(problem, context)
  if (added.length === 0) return bundled
  const hidden = new Set(added.flatMap(({ hides = [] }) => hides))
  const shown = hidden.size === 0 ? bundled : bundled.filter(({ id }) => !hidden.has(id))
  const all = [
    ...shown,
    ...added.map(({ pack, folder }) => ({
      ...inLanguage(pack, language),
      folder: path.join(packsFolder(context), folder)
    }))
  ]
  return [...new Map(all.map((pack) => [pack.id, pack])).values()]
}

/** The packs as the settings want them: the learner's pack first, and with the days on which they started. */
function asSet(packs: readonly Pack[], context: Context): readonly Pack[] {
  const { pack: first, start = '' } = settingsOf(context)
  const days = startDays(start)
  const ordered =
    first === undefined ? packs : packs.toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
  if (days === undefined) return ordered
  return ordered.map((pack) => ({ ...pack, ...present({ start: days.get(pack.id) ?? pack.start }) }))
}

/** The id of the pack that the learner wants first; undefined if they have not said. */
export function firstPack(context: Context): string | undefined {
  return settingsOf(context).pack
}

/**
 * The ids of the packs that lists leave out: the bundled ones of which there is no entry, if the learner wants that and has other packs.
 */
export function hiddenPacks(
  packs: readonly Pack[],
  entries: readonly Pick<Listed, 'pack'>[],
  context: Context
): ReadonlySet<string> {
  if (settingsOf(context).bundled !== 'hide') return new Set()
  const bundled = new Set(bundledOnce(context, context.language).map(({ id }) => id))
  const used = new Set(
    [...entries, ...installedPacks(context).packs.map(({ pack }) => ({ pack: pack.id }))].map(({ pack }) => pack)
  )
  const hidden = packs.flatMap(({ id }) => (bundled.has(id) && !used.has(id) ? [id] : []))
  return new Set(hidden.length === packs.length ? [] : hidden)
}

/** The bundled packs by run and language: they do not change, and the home screen needs them often. */
const bundledBy = new WeakMap<Context, Map<string, readonly Pack[]>>()

function bundledOnce(context: Context, language: string): readonly Pack[] {
  const known = bundledBy.get(context) ?? new Map<string, readonly Pack[]>()
  bundledBy.set(context, known)
  const packs = known.get(language) ?? bundledPacks(context.installDir, language)
  known.set(language, packs)
  return packs
}

/**
 * Does something with the renderer of the screen that runs the command; else with a new one, which is closed afterwards: plain if that is on
 * or the terminal allows no more, otherwise rich.
 */
export async function withRenderer<T>(
  options: GlobalOptions & { readonly editor?: boolean },
  context: Context,
  work: (renderer: Renderer) => Promise<T>
): Promise<T> {
  const host = hostOf(context)
  if (host !== undefined) {
    for (const sentence of host.said.splice(0)) host.renderer.say(sentence)
    return work(host.renderer)
  }
  const { stdin, stdout } = context
  const plain = isLineByLine(options, context) || !stdout.isTTY || stdin.isTTY !== true
  const always = options.editor === true
  const shared = { context, theme: themeOf(options, context), editor: editorOf(context), always }
  const renderer = plain ? plainRenderer(shared) : richRenderer(shared)
  tellOfEditors(context)
  try {
    return await work(renderer)
  } finally {
    renderer.close()
    tellOfEditors(context)
  }
}

/** Files of editors, by context, of which the user was told. */
const told = new WeakMap<Context, Set<string>>()

/** Names the files that hold words which an editor saved, or may still save, and which are not in the journal. */
function tellOfEditors(context: Context): void {
  const known = told.get(context) ?? new Set()
  told.set(context, known)
  const { unfetched, stillOpen } = context.words.walk.editor
  const files = unfetchedFiles(context)
  const open = takeOpenFiles().filter((file) => !files.includes(file))
  for (const file of [...files, ...open].filter((each) => !known.has(each))) {
    tell(files.includes(file) ? unfetched(file) : stillOpen(file), context)
    known.add(file)
  }
}

/** Asks a question; undefined if the user leaves. `preset` is the answer that Enter gives. */
export function confirm(
  question: string,
  preset: boolean,
  options: GlobalOptions,
  context: Context
): Promise<boolean | undefined> {
  return withRenderer(options, context, (renderer) => renderer.confirm(question, preset))
}

/** Asks whether to do something. @throws LeftError with a sentence if the user leaves, WentBackError if the answer is no. */
export async function requireYes(
  question: string,
  otherwise: string,
  options: GlobalOptions,
  context: Context
): Promise<void> {
  const answer = await confirm(question, false, options, context)
  if (answer === undefined) throw new LeftError(otherwise, ExitCode.done)
  if (!answer) throw new WentBackError(otherwise)
}

/** Why a path cannot be a folder: it is a file, or its disk is not connected. Undefined if it can be one, or is one. */
export function folderFault(place: string, { platform, words }: Context): string | undefined {
  if (fs.existsSync(place))
    return fs.statSync(place).isDirectory() ? undefined : words.journal.notAFolder(visible(place))
  const forbidden = forbiddenName(place, platform)
  if (forbidden !== undefined) return words.journal.forbiddenName(visible(forbidden))
  const disk = missingDisk(place, platform)
  return disk === undefined ? undefined : words.journal.diskGone(visible(place), visible(disk))
}
