import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { listEntries } from '../../journal/list.ts'
import { OURS } from '../../journal/names.ts'
import { namesIn } from '../../journal/reading.ts'
import { suggest } from '../../text/suggest.ts'
import {
  journalSetting,
  isKey,
  keys,
  parseSetting,
  presets,
  readSettings,
  settingsFile,
  type Key,
  type Reading,
  type Settings
} from '../../settings/index.ts'
import { effective } from '../../settings/effective.ts'
import { unsetSetting, writeSetting, type Written } from '../../settings/write.ts'
import { moveFolder } from '../../journal/move.ts'
import { canAsk } from '../shared/choosing.ts'
import { confirm, folderFault, forgetSettings } from '../shared/options.ts'
import { chosenSetting, chosenValue, shownSetting, valueInWords } from './choosing.ts'
import { measure } from '../../display/measure.ts'
import { wrapSentence } from '../../display/wrap.ts'
import { visible } from '../../text/visible.ts'
import { printJson, printJsonItems, say, tell } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { translated } from '../../words/index.ts'
import { defineCommand, flag, json, optional, withDefault, type GlobalOptions } from '../shared/command.ts'
import { typedPath } from '../../text/typed-path.ts'
import { ledgerOf } from '../shared/journal.ts'
import { isOneFile } from '../../storage/fs-errors.ts'
import { shellWord } from '../../text/shell-word.ts'

type MoveOptions = GlobalOptions & { readonly move?: boolean }

const actions = ['list', 'get', 'set', 'unset', 'path'] as const

/** Reads and changes settings. */
export const configCommand = defineCommand({
  help: (words) => words.config.what,
  args: {
    action: withDefault('action', 'list', (words) => words.config.action),
    key: optional('key', (words) => words.config.key),
    value: optional('value', (words) => words.config.value)
  },
  options: { move: flag((words) => words.config.move), json },
  async run(options, context) {
    const words = context.words.settings
    const action = actions.find((known) => known === options.action)
    if (action === undefined) throw new UsageError(words.unknownAction(options.action, actions))
    if (action === 'path') context.stdout.write(`${settingsFile(context)}\n`)
    else if (action === 'list') await list(options, context)
    else {
      const key = await keyOf(options, context)
      if (action === 'get') get(key, options, context)
      else if (action === 'unset') await unsetKey(key, options, context)
      else if (options.value !== undefined || !canAsk(context)) await set(key, options.value, options, context)
      else await changeKey(key, options, context)
    }
  }
})

/** Asks for a value of a setting, and writes it. @throws LeftError if the user chooses none. */
export async function changeKey(key: Key, options: MoveOptions, context: Context): Promise<void> {
  const value = await chosenValue(key, { options, context })
  await (value === undefined ? unsetKey(key, options, context) : set(key, value, options, context))
}

async function keyOf(
  { action, key, ...options }: GlobalOptions & { readonly action: string; readonly key: string | undefined },
  context: Context
): Promise<Key> {
  const { words } = context
  if (key === undefined && canAsk(context)) return chosenSetting({ options, context })
  if (key === undefined) throw new UsageError(words.settings.missingKey(action))
  if (!isKey(key)) throw new UsageError(words.settings.unknownKey(key, suggest(key, keys), keys))
  return key
}

/** Reads the settings; says so if the file cannot be read. */
function current(context: Context): Reading {
  const reading = readSettings(context)
  if (reading.problem !== undefined) tell(translated(reading.problem, context.words), context)
  return reading
}

function settingJson(key: Key, reading: Reading, options: GlobalOptions, context: Context) {
  const { settings, stated } = reading
  const now = effective(key, reading, options, context)
  return {
    key,
    value: settings[key] ?? null,
    isSet: stated.has(key),
    effective: now.value ?? null,
    source: now.source,
    description: context.words.settings.about[key]
  }
}

type ListOptions = GlobalOptions & { readonly json?: boolean }

async function list(options: ListOptions, context: Context): Promise<void> {
  const reading = current(context)
  if (options.json === true) return printJsonItems(keys, (key) => settingJson(key, reading, options, context), context)
  const all = keys.map((key) => ({ key, ...shownSetting(key, reading, options, context) }))
  await print((columns) => all.flatMap((one) => settingLines(one, measure(columns))), options, context)
}

type Shown = ReturnType<typeof shownSetting> & { readonly key: Key }

function settingLines({ key, value, source, about }: Shown, columns: number): string[] {
  const below = wrapSentence(about, columns - 2).map((line) => `  ${line}`)
  return [...wrapSentence(`${key}: ${value} (${source})`, columns), ...below]
}

/** Prints the value that a setting has now, without its source, for scripts. */
function get(key: Key, options: ListOptions, context: Context): void {
  const reading = current(context)
  if (options.json === true) return printJson(settingJson(key, reading, options, context), context)
  context.stdout.write(`${visible(String(effective(key, reading, options, context).value ?? ''))}\n`)
}

async function set(key: Key, typed: string | undefined, options: MoveOptions, context: Context): Promise<void> {
  const words = context.words.settings
  if (typed === undefined) throw new UsageError(words.missingValue(key, words.takes[key]))
  const parsed = parseSetting(key, typed)
  if (parsed === undefined) throw new UsageError(words.wrongValue(key, visible(typed), words.takes[key]))
  const value = key === 'journal' ? typedPath(String(parsed), context) : parsed
  await change(key, value, () => writeSetting(key, value, context), options, context)
  say(words.written(key, visible(String(value))), options, context)
}

async function unsetKey(key: Key, options: MoveOptions, context: Context): Promise<void> {
  await change(key, presets[key], () => unsetSetting(key, context), options, context)
  say(context.words.settings.unwritten(key, valueInWords(presets[key], context)), options, context)
}

type Write = () => Promise<Written>

async function change(
  key: Key,
  value: Settings[Key],
  write: Write,
  options: MoveOptions,
  context: Context
): Promise<void> {
  const words = context.words.settings
  const written =
    key === 'journal'
      ? changeJournal(journalSetting({ journal: String(value) }, context), write, options, context)
      : write()
  const { movedAside } = await written
  forgetSettings(context)
  if (movedAside !== undefined) tell(words.movedAside(visible(movedAside)), context)
}

/** Changes the journal's folder. Entries in the old one are moved if the user wishes; otherwise a sentence says where they are. */
async function changeJournal(to: string, write: Write, options: MoveOptions, context: Context): Promise<Written> {
  const words = context.words.settings
  const fault = folderFault(to, context)
  if (fault !== undefined) throw new UsageError(fault)
  const from = journalSetting(readSettings(context).settings, context)
  const isSame = from === to || (fs.existsSync(from) && fs.existsSync(to) && isOneFile(from, to))
  const entries = isSame ? 0 : entriesIn(from)
  const isToFollow = options.move === true && !isSame && namesIn(from).some((name) => name !== OURS)
  if (entries === 0 && !isToFollow) return write()
  if (entries > 0) say(words.entriesIn(entries, visible(from)), options, context)
  if (!(await isToMove(from, to, options, context))) {
    const written = await write()
    say(words.leftThere(visible(from), visible(to), shellWord(from, context.platform)), options, context)
    return written
  }
  const isGone = moveFolder(from, to, words)
  try {
    const written = await write()
    ledgerOf(from, context).moveTo(to)
    say((isGone ? words.moved : words.copied)(visible(from), visible(to)), options, context)
    return written
  } catch (error) {
    moveFolder(to, from, words)
    throw error
  }
}

/** The number of entries in a folder, those that cannot be read included. */
function entriesIn(folder: string): number {
  const { entries, unread } = listEntries(folder)
  return entries.length + unread.length
}

async function isToMove(from: string, to: string, options: MoveOptions, context: Context): Promise<boolean> {
  if (options.move === true) return true
  if (context.stdin.isTTY !== true || !context.stderr.isTTY) return false
  const { settings: words } = context.words
  const answer = await confirm(words.moveThem(visible(from), visible(to)), true, options, context)
  if (answer === undefined) throw new LeftError(words.unchanged, ExitCode.interrupted)
  return answer
}
