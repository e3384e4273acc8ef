import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import { ExitCode, ReflectError } from '../errors.ts'
import { inspect, mend } from '../journal/inspection.ts'
import type { Inspection } from '../journal/inspection.ts'
import { openJournal } from '../journal/store.ts'
import { readSettings } from '../settings.ts'
import type { Theme } from '../terminal/theme.ts'
import { visible, wrap } from '../terminal/width.ts'
import { spoken } from '../words/index.ts'
import { editorOf, journalOf, packsOf, themeOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { print, printJson } from './output.ts'

export interface DoctorOptions extends GlobalOptions {
  /** Mend what loses nothing. */
  readonly fix?: boolean
  readonly json?: boolean
}

/** Something that was looked at. */
interface Finding {
  readonly area: 'settings' | 'journal' | 'packs' | 'terminal' | 'editor'
  readonly state: 'well' | 'note' | 'wrong'
  /** What was found, and where something is wrong, the cure. */
  readonly message: string
}

/** Looks whether everything is in order and says what is wrong and how to mend it; exit code 1 where something is. */
export async function run(options: DoctorOptions, context: Context): Promise<ExitCode> {
  const findings = [
    ...settings(context),
    ...(await journal(options, context)),
    ...(await packs(context)),
    terminal(options, context),
    editor(context)
  ]
  if (options.json === true) printJson(findings, context)
  else await print(linesOf(findings, themeOf(options, context), context), context)
  return findings.some(({ state }) => state === 'wrong') ? ExitCode.failed : ExitCode.done
}

function linesOf(findings: readonly Finding[], theme: Theme, { stdout, words }: Context): string[] {
  const { done, dot, warning } = theme.glyphs
  const said = words.doctor.states
  const signs = theme.plain
    ? { well: said.well, note: said.note, wrong: said.wrong }
    : { well: theme.good(done), note: theme.quiet(dot), wrong: theme.warn(warning) }
  return findings.flatMap(({ state, message }) =>
    wrap(`${signs[state]} ${visible(message)}`, Math.min(stdout.columns, 100)).map((line, index) =>
      index === 0 || theme.plain ? line : `  ${line}`
    )
  )
}

function settings(context: Context): Finding[] {
  const { problem } = readSettings(context)
  const said = context.words.doctor
  return problem === undefined
    ? [{ area: 'settings', state: 'well', message: said.settings }]
    : spoken(problem, context.words)
        .split('\n')
        .map((message) => ({ area: 'settings', state: 'wrong', message }))
}

async function journal(options: DoctorOptions, context: Context): Promise<Finding[]> {
  const dir = journalOf(options, context)
  const said = context.words.doctor
  if (!fs.existsSync(dir)) return [{ area: 'journal', state: 'well', message: said.noJournal(dir) }]
  try {
    openJournal(dir)
    const found = await inspect(dir, context.now().getTime(), context.platform)
    if (options.fix === true) mend(dir, found)
    return [
      ...writable(dir, context),
      ...journalFindings(found, dir, context),
      ...mendable(found, options.fix === true, context)
    ]
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return [{ area: 'journal', state: 'wrong', message: error.inWords(context.words) }]
  }
}

function writable(dir: string, { words }: Context): Finding[] {
  try {
    fs.accessSync(dir, fs.constants.W_OK)
    return []
  } catch {
    return [{ area: 'journal', state: 'wrong', message: words.journal.notAllowed(dir) }]
  }
}

function journalFindings(found: Inspection, dir: string, { words }: Context): Finding[] {
  const said = words.doctor
  const wrong = (messages: readonly string[]) =>
    messages.map((message) => ({ area: 'journal', state: 'wrong', message }) as const)
  const note = (messages: readonly string[]) =>
    messages.map((message) => ({ area: 'journal', state: 'note', message }) as const)
  const { entries, drafts, deleted, foreign } = found
  return [
    { area: 'journal', state: 'well', message: said.journal(dir, entries.length, drafts.length, deleted.length) },
    ...wrong(found.unread.map(({ file, why }) => said.unread(file, spoken(why, words)))),
    ...wrong(found.repeated.map(({ files }) => said.repeated(files))),
    ...note(found.spoilt.map(({ file, titles }) => said.spoilt(file, titles))),
    ...note(found.copies.map((file) => said.copy(file))),
    ...note(foreign.length === 0 ? [] : [said.foreign(foreign)])
  ]
}

function mendable({ remains, exposed }: Inspection, isMended: boolean, { words }: Context): Finding[] {
  const said = words.doctor
  const state = isMended ? 'well' : 'wrong'
  return [
    ...(remains.length === 0
      ? []
      : [{ area: 'journal', state, message: said.remains(remains.length, isMended) } as const]),
    ...(exposed.length === 0
      ? []
      : [{ area: 'journal', state, message: said.exposed(exposed.length, isMended) } as const])
  ]
}

async function packs(context: Context): Promise<Finding[]> {
  const said: string[] = []
  const listening: Context = {
    ...context,
    stderr: { ...context.stderr, write: (text) => said.push(String(text).trim()) }
  }
  const here = await packsOf({}, listening)
  return [
    { area: 'packs', state: 'well', message: context.words.doctor.packs(here.length) },
    ...said.map((message): Finding => ({ area: 'packs', state: 'wrong', message }))
  ]
}

function terminal(options: GlobalOptions, context: Context): Finding {
  const { color, unicode, plain } = themeOf(options, context)
  const { isTTY, columns, rows } = context.stdout
  const message = context.words.doctor.terminal({ isTTY, columns, rows, color, unicode, plain })
  return { area: 'terminal', state: 'well', message }
}

function editor(context: Context): Finding {
  const { env, platform, words } = context
  const command = editorOf(context) ?? (env['VISUAL'] || env['EDITOR'])
  if (command === undefined) return { area: 'editor', state: 'note', message: words.doctor.noEditor }
  const isHere = platform === 'win32' || canRun(command, env)
  return {
    area: 'editor',
    state: isHere ? 'well' : 'wrong',
    message: isHere ? words.doctor.editor(command) : words.doctor.editorGone(command)
  }
}

/** Whether the shell knows the command's first word, as it would part it. */
function canRun(command: string, env: Context['env']): boolean {
  const [program = ''] = /^(?:"[^"]*"|'[^']*'|\\.|[^\s])+/.exec(command.trim()) ?? []
  const { status } = spawnSync('sh', ['-c', `command -v ${program}`], { env: { ...env }, stdio: 'ignore' })
  return status === 0 || fs.existsSync(path.resolve(program))
}
