import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, ReflectError } from '../../context/errors.ts'
import { presets, readSettings, systemLocale } from '../../settings/index.ts'
import { writeSetting } from '../../settings/write.ts'
import type { MenuItem, Renderer } from '../../terminal/renderer.ts'
import { typedPath } from '../../text/typed-path.ts'
import { visible } from '../../text/visible.ts'
import { present } from '../../util/records.ts'
import { shipped, shippedAs, wordsIn, type Shipped } from '../../words/index.ts'
import { canAsk } from '../shared/choosing.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { folderFault, isLineByLine, journalOf, withRenderer } from '../shared/options.ts'
import { tell } from '../shared/output.ts'

/** What the user chooses at the first run. Nothing is stored before the end. */
interface Choice {
  /** The journal's folder, a path for `typedPath`. */
  readonly folder: string
  readonly language?: Shipped
  readonly isPlain?: boolean
}

/** What a command works with. */
interface Run<O extends GlobalOptions> {
  readonly options: O
  readonly context: Context
}

/** What a row of the page gives: the choice after it; undefined if that is the last one. */
type Row = () => Promise<Choice | undefined> | Choice | undefined

/**
 * The first run on a terminal: a page says what this program is, where the words are kept, how to move and how to stop. The folder,
 * the language and plain mode can be chosen there, and are stored as settings. It is not shown if there is a journal, or if an option,
 * a variable or a setting says where. Gives the options and the context with which the command continues.
 *
 * @throws LeftError if the user leaves; then nothing was written.
 */
export async function welcomed<O extends GlobalOptions>(options: O, context: Context): Promise<Run<O>> {
  if (!isFirstRun(options, context)) return { options, context }
  for (
    let choice: Choice = { folder: presets.journal, ...present({ language: systemLanguage(options, context) }) };
    ;
  ) {
    const now = withChoice(choice, { options, context })
    const next = await withRenderer(now.options, now.context, (renderer) => ask(choice, renderer, now))
    if (next === undefined) return stored(choice, now)
    choice = next
  }
}

/**
 * The language of the system, on Windows and macOS, where no variable need name it; undefined on other systems, if the program speaks it
 * already or cannot, or if an option, a variable or a setting names a language.
 */
export function systemLanguage(options: GlobalOptions, context: Context): Shipped | undefined {
  if (context.platform !== 'win32' && context.platform !== 'darwin') return undefined
  const isSaid = options.lang !== undefined || readSettings(context).stated.has('language')
  if (isSaid || systemLocale(context.env) !== undefined) return undefined
  const language = shippedAs(context.systemLanguage())
  return language === shippedAs(context.words.language) ? undefined : language
}

function isFirstRun(options: GlobalOptions, context: Context): boolean {
  const isSaid = options.journal !== undefined || Boolean(context.env['REFLECT_JOURNAL'])
  if (isSaid || fs.existsSync(journalOf(options, context)) || !canAsk(context)) return false
  return !readSettings(context).stated.has('journal')
}

function withChoice<O extends GlobalOptions>({ language, isPlain }: Choice, { options, context }: Run<O>): Run<O> {
  const spoken = language === undefined ? {} : { language: { value: language }, words: { value: wordsIn(language) } }
  return {
    options: isPlain === true ? { ...options, plain: true } : options,
    // A new context, because settings are read once for each.
    context: Object.create(context, spoken)
  }
}

/** Shows the page. Gives the choice after what was chosen; undefined if the user begins. */
async function ask(choice: Choice, renderer: Renderer, { options, context }: Run<GlobalOptions>) {
  const words = context.words.session.welcome
  const folder = visible(choice.folder)
  const isPlain = isLineByLine(options, context)
  const lines = [...words.purpose, '', words.stored(folder), ...(isPlain ? words.inPlain : words.withKeys)]
  const rows: MenuItem<Row>[] = [
    { label: words.begin, value: () => undefined },
    {
      label: words.other,
      value: async () => ({ ...choice, folder: (await chosenFolder(renderer, context)) ?? choice.folder })
    },
    ...shipped
      .filter((language) => language !== shippedAs(context.words.language))
      .map((language) => ({
        label: wordsIn(language).session.welcome.inThisLanguage,
        value: () => ({ ...choice, language })
      })),
    ...(choice.isPlain === true
      ? [{ label: words.notPlain, value: () => ({ ...choice, isPlain: false }) }]
      : isPlain
        ? []
        : [{ label: words.plain, value: () => ({ ...choice, isPlain: true }) }])
  ]
  const picked = await renderer.page({ title: words.title, lines, isFirst: true }, rows)
  if (picked.kind !== 'chosen') throw new LeftError('', ExitCode.done)
  return picked.value()
}

/** Undefined if the user goes back. */
async function chosenFolder(renderer: Renderer, context: Context): Promise<string | undefined> {
  const { welcome: words } = context.words.session
  const documents = '~/Documents/reflections'
  if (!fs.existsSync(path.dirname(typedPath(documents, context)))) return typedFolder(renderer, context)
  const items = [
    { label: presets.journal, note: words.atHome, value: presets.journal },
    { label: documents, note: words.documents, value: documents },
    { label: words.elsewhere, value: undefined }
  ]
  const picked = await renderer.choose(words.where, items)
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
  if (picked.kind === 'back') return undefined
  return picked.value ?? typedFolder(renderer, context)
}

async function typedFolder(renderer: Renderer, context: Context): Promise<string | undefined> {
  const picked = await renderer.askLine({
    question: context.words.session.welcome.which,
    preset: presets.journal,
    fault: (line) => folderFault(typedPath(line, context), context)
  })
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
  if (picked.kind === 'back') return undefined
  // "~" stays, so that the setting also fits another computer.
  return /^~(?:[\\/]|$)/.test(picked.value) ? picked.value : typedPath(picked.value, context)
}

/** Stores what was chosen. If it cannot be stored, says why, and it counts for this run. */
async function stored<O extends GlobalOptions>(choice: Choice, { options, context }: Run<O>): Promise<Run<O>> {
  const { folder, language, isPlain } = choice
  try {
    await writeSetting('journal', folder, context)
    if (language !== undefined) await writeSetting('language', language, context)
    if (isPlain === true) await writeSetting('plain', true, context)
    return { options, context: Object.create(context) }
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    tell(error.inWords(context.words), context)
    return { options: { ...options, journal: folder }, context }
  }
}
