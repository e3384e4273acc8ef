import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { readSettings } from '../../settings/index.ts'
import type { Theme } from '../../display/theme.ts'
import { visible } from '../../text/visible.ts'
import { chosenEditor, editorCommand, findProgram } from '../../terminal/editor/command.ts'
import { usualEditor, waitingCommand } from '../../terminal/editor/known.ts'
import { unfetchedFiles } from '../../terminal/editor/working-file.ts'
import { wrapSentence } from '../../display/wrap.ts'
import { groupBy } from '../../util/group-by.ts'
import { translated, type Words } from '../../words/index.ts'
import { journalFindings } from './doctor-journal.ts'
import type { Finding } from './finding.ts'
import { installed } from '../shared/installation.ts'
import { editorOf, packsOf, themeOf } from '../shared/options.ts'
import { printJson } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { defineCommand, flag, json, textOption, type GlobalOptions } from '../shared/command.ts'
import { shellWord } from '../../text/shell-word.ts'

/** Checks settings, journal, packs, terminal and editor, and says how to repair what is wrong. Exit code 1 if something is. */
export const doctorCommand = defineCommand({
  help: (words) => words.doctor.what,
  options: {
    fix: flag((words) => words.doctor.fix),
    forget: flag((words) => words.doctor.forget),
    newId: textOption('file', (words) => words.doctor.newId),
    json
  },
  async run(options, context) {
    const findings = [
      installation(context),
      ...settings(context),
      ...(await journalFindings(options, context)),
      ...packs(context),
      terminal(options, context),
      ...editor(context),
      ...codeCache(context)
    ]
    if (options.json === true) printJson(findings, context)
    else await print((columns) => linesOf(findings, columns, themeOf(options, context), context), options, context)
    return findings.some(({ state }) => state === 'wrong') ? ExitCode.failed : ExitCode.done
  }
})

function linesOf(findings: readonly Finding[], columns: number, theme: Theme, { words }: Context): string[] {
  const { done, dot, warning } = theme.glyphs
  const said = words.doctor.states
  const signs = theme.plain
    ? { well: said.well, note: said.note, wrong: said.wrong }
    : { well: theme.good(done), note: theme.quiet(dot), wrong: theme.warn(warning) }
  return shortened(findings, words).flatMap(({ state, message, lines = [] }) => [
    ...wrapSentence(`${signs[state]} ${visible(message)}`, measure(columns) - 2).map((line, index) =>
      index === 0 || theme.plain ? line : `  ${line}`
    ),
    ...firstOf(lines, words).map((line) => `    ${visible(line)}`)
  ])
}

/** Findings of one kind that are printed. */
const MOST = 3
/** Lines of a finding that are printed. */
const MOST_LINES = 20

function firstOf(lines: readonly string[], { doctor }: Words): readonly string[] {
  const more = lines.length - MOST_LINES
  return more < 2 ? lines : [...lines.slice(0, MOST_LINES), doctor.more(more)]
}

/** At most a few findings of each kind; the last of them says how many more there are. */
function shortened(findings: readonly Finding[], { doctor }: Words): Finding[] {
  const kinds = groupBy(findings, (finding) => finding.kind ?? finding)
  return [...kinds.values()].flatMap((same): Finding[] => {
    const more = same.length - MOST
    const [{ area, state }] = same
    return more < 2 ? same : [...same.slice(0, MOST), { area, state, message: doctor.more(more) }]
  })
}

/** The commands that update a copy which a package manager installed. */
const updates: Readonly<Record<string, string>> = {
  homebrew: 'brew upgrade reflect',
  scoop: 'scoop update reflect',
  nix: 'nix profile upgrade reflect'
}

/** The program never looks for updates, so it says how to get one. */
function installation({ installDir, words }: Context): Finding {
  const { version, kind } = installed(installDir)
  const said = words.doctor.installation
  const command = updates[kind]
  const message =
    command === undefined
      ? said[kind === 'portable' || kind === 'clone' || kind === 'npm' ? kind : 'package'](version)
      : said.command(version, command)
  return { area: 'installation', state: 'well', message }
}

function settings(context: Context): Finding[] {
  const { problem } = readSettings(context)
  const said = context.words.doctor
  return problem === undefined
    ? [{ area: 'settings', state: 'well', message: said.settings }]
    : translated(problem, context.words)
        .split('\n')
        .map((message) => ({ area: 'settings', state: 'wrong', message }))
}

function packs(context: Context): Finding[] {
  const said: string[] = []
  // Not a copy: that would ask for the home folder, which may be unknown.
  const stderr = { ...context.stderr, write: (text: string | Uint8Array) => said.push(String(text).trim()) }
  const listening: Context = Object.assign(Object.create(context), { stderr })
  const here = packsOf({}, listening)
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

function editor(context: Context): Finding[] {
  const { words } = context
  const late = unfetchedFiles(context).map((file): Finding => ({
    area: 'editor',
    state: 'wrong',
    message: words.walk.editor.unfetched(file)
  }))
  return [...late, ...editors(context)]
}

function editors(context: Context): Finding[] {
  const { words } = context
  const said = words.doctor
  const usual = usualEditor(context.platform)
  const chosen = chosenEditor(editorOf(context), context)
  if (chosen === undefined) return [{ area: 'editor', state: 'note', message: said.noEditor(usual) }]
  const command = editorCommand(chosen, context)
  // The shell itself has the command `start` of Windows.
  const isHere =
    findProgram(command, context) !== undefined || (context.platform === 'win32' && /^start\b/i.test(command))
  if (!isHere) return [{ area: 'editor', state: 'wrong', message: said.editorGone(chosen, usual) }]
  const waiting = waitingCommand(command)
  if (waiting === undefined) return [{ area: 'editor', state: 'well', message: said.editor(chosen) }]
  const message =
    waiting === ''
      ? said.editorReturns(chosen)
      : said.editorNeeds(chosen, waiting, shellWord(waiting, context.platform))
  return [{ area: 'editor', state: 'note', message }]
}

function codeCache({ codeCache: look, words }: Context): Finding[] {
  if (look === undefined) return []
  const said = words.doctor.codeCache
  const { folder = '', bytes, problem } = look()
  return problem === undefined
    ? [{ area: 'code cache', state: 'well', message: said.used(folder, `${(bytes / 1_000_000).toFixed(1)} MB`) }]
    : [{ area: 'code cache', state: 'note', message: said[problem](folder) }]
}
