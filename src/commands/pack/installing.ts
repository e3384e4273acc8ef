import { measure } from '../../display/measure.ts'
import { wrapSentence } from '../../display/wrap.ts'
import type { Pack } from '../../pack/model.ts'
import { parseSetting, readSettings, type Key, type Settings } from '../../settings/index.ts'
import { writeSetting } from '../../settings/write.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { own } from '../../util/records.ts'
import { languageNames, shippedAs, type Words } from '../../words/index.ts'
import { canAsk } from '../shared/choosing.ts'
import { say } from '../shared/output.ts'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { makeStaging, type Staging } from '../../pack/fetch/staging.ts'
import { packsFolder, installedPacks, type Installed } from '../../pack/installed/list.ts'
import { suggest } from '../../text/suggest.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { confirm, forgetSettings, withRenderer } from '../shared/options.ts'
import { shellWord } from '../../text/shell-word.ts'

export interface AskingOptions extends GlobalOptions {
  /** Asks nothing. */
  readonly yes?: boolean
}

/** A question, and what to say if there is no terminal to ask on, or if the user leaves. */
interface Asking {
  readonly question: string
  readonly sayYes: string
  readonly declined: string
}

/**
 * Whether the user agrees; true without a question with `--yes`.
 *
 * @throws UsageError if there is no terminal to ask on. LeftError if the user leaves.
 */
export async function askForConsent(
  { question, sayYes, declined }: Asking,
  options: AskingOptions,
  context: Context
): Promise<boolean> {
  if (options.yes === true) return true
  if (context.stdin.isTTY !== true || !context.stdout.isTTY) throw new UsageError(sayYes)
  const answer = await confirm(question, false, options, context)
  if (answer === undefined) throw new LeftError(declined, ExitCode.interrupted)
  return answer
}

/** Does something with a staging folder, which is removed afterwards, also if it fails or the process is ended. */
export async function withStaging<T>(context: Context, work: (staging: Staging) => Promise<T>): Promise<T> {
  const staging = makeStaging(packsFolder(context))
  const forget = context.onExit(() => staging.remove())
  try {
    return await work(staging)
  } finally {
    forget()
    staging.remove()
  }
}

/** How long something can take before a sentence says what it is. Milliseconds. */
const PATIENCE = 500

/** Does something, and says on a terminal what it is if it takes longer than half a second. */
export async function withNotice<T>(sentence: string, context: Context, work: () => Promise<T>): Promise<T> {
  const { stderr } = context
  const timer = setTimeout(() => stderr.isTTY && stderr.write(`${sentence}\n`), PATIENCE)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The added pack with an id, or the only one whose id begins so. `bundled` gives the error for a pack that comes with the program.
 *
 * @throws UsageError if there is none.
 */
export function installedPack(name: string, bundled: (id: string) => string, context: Context): Installed {
  const { packs, problem } = installedPacks(context)
  if (problem !== undefined) throw new UsageError(problem)
  const begun = packs.filter(({ pack }) => pack.id.startsWith(name))
  const found = packs.find(({ pack }) => pack.id === name) ?? (begun.length === 1 ? begun[0] : undefined)
  if (found !== undefined) return found
  const bundledOne = bundledPacks(context.installDir).find(({ id }) => id === name)
  if (bundledOne !== undefined) throw new UsageError(bundled(bundledOne.id))
  const ids = packs.map(({ pack }) => pack.id)
  throw new UsageError(context.words.commands.list.unknownPack(name, suggest(name, ids)))
}

/** A setting that the tutor of a class asks for. */
type Asked = { readonly [K in Key]: { readonly key: K; readonly value: NonNullable<Settings[K]> } }[Key]

/** The settings that the class of a pack asks for, without those that the class of an earlier version asked for in the same way. */
function newlyAsked(pack: Pack, before: Pack | undefined): Asked[] {
  const asked = before === undefined ? [] : askedBy(before)
  return askedBy(pack).filter(({ key, value }) => !asked.some((one) => one.key === key && one.value === value))
}

/** The settings that the class of a pack asks for: the pack comes first, and what its manifest names. None without a class. */
function askedBy({ id, class: set }: Pack): Asked[] {
  if (set === undefined) return []
  const { bundled, rhythm } = set
  const language = parseSetting('language', set.language)
  return [
    { key: 'pack', value: id },
    ...(bundled === undefined ? [] : [{ key: 'bundled' as const, value: bundled }]),
    ...(rhythm === undefined ? [] : [{ key: 'revisit.after' as const, value: rhythm }]),
    ...(language === undefined ? [] : [{ key: 'language' as const, value: language }])
  ]
}

/** What the class of a pack asks for, a sentence for each setting; of a new version, what the version before did not ask for. */
export function settingSentences(pack: Pack, before: Pack | undefined, { packs }: Words): string[] {
  return newlyAsked(pack, before).map((one) => inWords(one, packs.classes))
}

/** Lines on the same, which are shown before the pack is added or updated. */
export function classLines(pack: Pack, before: Pack | undefined, { stdout, words }: Context): string[] {
  const sentences = settingSentences(pack, before, words)
  if (sentences.length === 0) return []
  const columns = measure(stdout.columns - 1)
  const below = sentences.flatMap((sentence) => wrapSentence(sentence, columns - 2).map((line) => `  ${line}`))
  return ['', ...wrapSentence(words.packs.classes.asks, columns), ...below]
}

function inWords({ key, value }: Asked, said: Words['packs']['classes']): string {
  if (key === 'language') return said.language(own(languageNames, shippedAs(value) ?? '') ?? value)
  return key === 'pack' || key === 'bundled' || key === 'revisit.after' ? said[key](value) : ''
}

/**
 * Offers the settings that the class of a new pack asks for and that are different now; of a new version, those that the version before
 * did not ask for. Without someone to ask, or with `--yes`, which is about the pack, sets nothing and says how the user can.
 */
export async function offerClassSettings(
  pack: Pack,
  before: Pack | undefined,
  options: AskingOptions,
  context: Context
): Promise<void> {
  const said = context.words.packs.classes
  const { settings } = readSettings(context)
  const open = newlyAsked(pack, before).filter(({ key, value }) => settings[key] !== value)
  if (open.length === 0) return
  const isAsked = options.yes !== true && canAsk(context)
  const accepted = isAsked ? await choose(open, options, context) : []
  for (const { key, value } of accepted) await writeSetting(key, value, context)
  forgetSettings(context)
  if (accepted.length > 0) say(said.set(accepted.map(({ key }) => key)), options, context)
  const left = open.filter((one) => !accepted.includes(one))
  if (left.length === 0) return
  const commands = left.map(
    ({ key, value }) => `  reflect config set ${key} ${shellWord(String(value), context.platform)}`
  )
  say(said.notSet, options, context)
  say(commands.join('\n'), options, context)
}

/** The settings that the user accepts: all, none, or those to which they say yes. Leaving accepts no more. */
async function choose(open: readonly Asked[], options: AskingOptions, context: Context): Promise<readonly Asked[]> {
  const said = context.words.packs.classes
  const items: MenuItem<'all' | 'each' | 'none'>[] = [
    { value: 'all', label: said.all },
    ...(open.length > 1 ? [{ value: 'each' as const, label: said.each }] : []),
    { value: 'none', label: said.none }
  ]
  const picked = await withRenderer(options, context, (renderer) => renderer.choose(said.question, items))
  if (picked.kind !== 'chosen' || picked.value === 'none') return []
  if (picked.value === 'all') return open
  const accepted: Asked[] = []
  for (const one of open) {
    const answer = await confirm(said.wanted(inWords(one, said)), true, options, context)
    if (answer === undefined) break
    if (answer) accepted.push(one)
  }
  return accepted
}
