import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { listEntries } from '../../journal/list.ts'
import { OURS } from '../../journal/names.ts'
import { namesIn } from '../../journal/reading.ts'
import { nearest } from '../../text/suggest.ts'
import { absolute, isKey, keys, parseSetting, presets, readSettings, settingsFile } from '../../settings/index.ts'
import type { Key, Reading, Settings } from '../../settings/index.ts'
import type { Written } from '../../settings/write.ts'
import { visible } from '../../display/width.ts'
import type { GlobalOptions } from '../shared/options.ts'
import { print, printJson, say, tell } from '../shared/output.ts'
import { translated } from '../../words/index.ts'

export interface ConfigOptions extends GlobalOptions {
  readonly action: string
  readonly key?: string | undefined
  readonly value?: string | undefined
  /** When the journal's folder changes, move what is there. */
  readonly move?: boolean
  readonly json?: boolean
}

const actions = ['list', 'get', 'set', 'unset', 'path'] as const

/** Reads and changes settings. */
export async function run(options: ConfigOptions, context: Context): Promise<ExitCode> {
  const words = context.words.settings
  const action = actions.find((known) => known === options.action)
  if (action === undefined) throw new UsageError(words.unknownAction(options.action, actions))
  if (action === 'path') context.stdout.write(`${settingsFile(context)}\n`)
  else if (action === 'list') await list(options, context)
  else {
    const key = keyOf(options, context)
    if (action === 'get') get(key, options, context)
    else if (action === 'set') await set(key, options, context)
    else await unset(key, options, context)
  }
  return ExitCode.done
}

function keyOf({ action, key }: ConfigOptions, { words }: Context): Key {
  if (key === undefined) throw new UsageError(words.settings.missingKey(action))
  if (!isKey(key)) throw new UsageError(words.settings.unknownKey(key, nearest(key, keys), keys))
  return key
}

/** What is stated and what is usual; a settings file that does not read is told of. */
function current(context: Context): Reading {
  const reading = readSettings(context)
  if (reading.problem !== undefined) tell(translated(reading.problem, context.words), context)
  return reading
}

function settingJson(key: Key, { settings, stated }: Reading, { words }: Context) {
  return { key, value: settings[key] ?? null, isSet: stated.has(key), description: words.settings.about[key] }
}

async function list({ json }: ConfigOptions, context: Context): Promise<void> {
  const words = context.words.settings
  const reading = current(context)
  if (json === true)
    return printJson(
      keys.map((key) => settingJson(key, reading, context)),
      context
    )
  const lines = keys.flatMap((key) => {
    const usual = reading.stated.has(key) ? '' : ` (${words.usual})`
    return [`${key}: ${visible(inWords(reading.settings[key], context))}${usual}`, `  ${words.about[key]}`]
  })
  await print(lines, context)
}

function get(key: Key, { json }: ConfigOptions, context: Context): void {
  const reading = current(context)
  if (json === true) printJson(settingJson(key, reading, context), context)
  else context.stdout.write(`${visible(String(reading.settings[key] ?? ''))}\n`)
}

async function set(key: Key, options: ConfigOptions, context: Context): Promise<void> {
  const words = context.words.settings
  if (options.value === undefined) throw new UsageError(words.missingValue(key, words.takes[key]))
  const parsed = parseSetting(key, options.value)
  if (parsed === undefined) throw new UsageError(words.wrongValue(key, visible(options.value), words.takes[key]))
  const value = key === 'journal' ? absolute(String(parsed), context) : parsed
  const { writeSetting } = await import('../../settings/write.ts')
  await change(key, value, () => writeSetting(key, value, context), options, context)
  say(words.written(key, visible(String(value))), options, context)
}

async function unset(key: Key, options: ConfigOptions, context: Context): Promise<void> {
  const { unsetSetting } = await import('../../settings/write.ts')
  await change(key, presets[key], () => unsetSetting(key, context), options, context)
  say(context.words.settings.unwritten(key, visible(inWords(presets[key], context))), options, context)
}

type Write = () => Promise<Written>

async function change(
  key: Key,
  value: Settings[Key],
  write: Write,
  options: ConfigOptions,
  context: Context
): Promise<void> {
  const words = context.words.settings
  const written = key === 'journal' ? changeJournal(absolute(String(value), context), write, options, context) : write()
  const { movedAside } = await written
  if (movedAside !== undefined) tell(words.movedAside(visible(movedAside)), context)
}

/** A journal with entries does not fall behind unnoticed: it is moved if the learner wishes, else told of. */
async function changeJournal(to: string, write: Write, options: ConfigOptions, context: Context): Promise<Written> {
  const words = context.words.settings
  if (fs.existsSync(to) && !fs.statSync(to).isDirectory())
    throw new UsageError(context.words.journal.notAFolder(visible(to)))
  const from = absolute(readSettings(context).settings.journal, context)
  const entries = from === to ? 0 : entriesIn(from)
  const isToFollow = options.move === true && from !== to && namesIn(from).some((name) => name !== OURS)
  if (entries === 0 && !isToFollow) return write()
  if (entries > 0) say(words.entriesIn(entries, visible(from)), options, context)
  if (!(await isToMove(from, to, options, context))) {
    const written = await write()
    say(words.leftThere(visible(from), visible(to)), options, context)
    return written
  }
  const { moveFolder } = await import('../../journal/move.ts')
  const isGone = moveFolder(from, to, words)
  try {
    const written = await write()
    say((isGone ? words.moved : words.copied)(visible(from), visible(to)), options, context)
    return written
  } catch (error) {
    moveFolder(to, from, words)
    throw error
  }
}

/** Those that do not read are the learner's as well. */
function entriesIn(folder: string): number {
  const { entries, unread } = listEntries(folder)
  return entries.length + unread.length
}

async function isToMove(from: string, to: string, options: ConfigOptions, context: Context): Promise<boolean> {
  if (options.move === true) return true
  if (context.stdin.isTTY !== true || !context.stderr.isTTY) return false
  const { rendererOf } = await import('../shared/options.ts')
  const renderer = await rendererOf(options, context)
  try {
    const answer = await renderer.confirm(context.words.settings.moveThem(visible(from), visible(to)), true)
    if (answer === undefined) throw new LeftError(context.words.settings.unchanged, ExitCode.interrupted)
    return answer
  } finally {
    renderer.close()
  }
}

function inWords(value: Settings[Key], { words }: Context): string {
  return value === undefined ? words.settings.none : String(value)
}
