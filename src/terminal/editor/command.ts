import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { statsOf } from '../../storage/fs-errors.ts'
import { typedPath, type PathContext } from '../../text/typed-path.ts'
import { knownEditors, programIn, type KnownEditor } from './known.ts'

type CommandContext = PathContext & Pick<Context, 'env'>

/** The editor that someone chose: the setting, else VISUAL, else EDITOR. Undefined if nobody did: then none is started unasked. */
export function chosenEditor(setting: string | undefined, { env }: Pick<Context, 'env'>): string | undefined {
  return setting ?? (env['VISUAL']?.trim() || env['EDITOR']?.trim() || undefined)
}

/**
 * The shell command for an editor: a command, or the path of a program, with or without options, which may contain spaces. A Mac's
 * `.app` is opened by `open`.
 */
export function editorCommand(editor: string, context: CommandContext): string {
  if (!/[\\/]/.test(editor)) return editor
  const ends = [...editor.matchAll(/\s+(?=-)|$/g)].map(({ index }) => index)
  // The longest beginning that is a file: only the last part of what follows can be an option of it.
  for (const end of ends.toReversed()) {
    const program = shellWord(typedPath(editor.slice(0, end), context), context)
    if (program !== undefined) return program + editor.slice(end)
  }
  return editor
}

/** A path of a program as a word for the shell; undefined if there is none. */
function shellWord(file: string, { platform, env }: CommandContext): string | undefined {
  const stats = statsOf(file)
  const quoted = platform === 'win32' ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`
  if (stats?.isFile() === true) return quoted
  if (platform === 'darwin' && stats?.isDirectory() === true && file.endsWith('.app')) return `open -W -n -a ${quoted}`
  return platform === 'win32' && withExtension(file, env).some((each) => statsOf(each)?.isFile() === true)
    ? quoted
    : undefined
}

/** The file of the program that a shell command runs; undefined if it is not found. Commands of the shell itself are not files. */
export function findProgram(command: string, { env, platform }: Pick<Context, 'env' | 'platform'>): string | undefined {
  const program = programIn(command)
  if (program === '') return undefined
  const folders = /[\\/]/.test(program) ? [''] : (env['PATH'] ?? '').split(platform === 'win32' ? ';' : ':')
  const files = folders.map((folder) => path.join(folder, program))
  const candidates = platform === 'win32' ? files.flatMap((file) => withExtension(file, env)) : files
  return candidates.find((file) => isProgram(file))
}

/** On Windows: the file, and with each extension of a program. */
function withExtension(file: string, env: Context['env']): string[] {
  return ['', ...(env['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').split(';')].map((extension) => file + extension)
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

/** An editor that is installed here, and the command to set. */
export interface Offer extends KnownEditor {
  readonly command: string
}

/** The known editors that this computer has, those first that are easiest to leave. */
export function installedEditors(context: Pick<Context, 'env' | 'platform'>): Offer[] {
  const { env, platform } = context
  // Without a display no window can open, as over ssh.
  const hasWindows = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  return knownEditors.flatMap((editor) => {
    if (editor.offered !== undefined && !editor.offered.includes(platform)) return []
    if (editor.wait !== undefined && !hasWindows) return []
    const program = editor.programs.find((name) => findProgram(name, context) !== undefined)
    if (program === undefined) return []
    return [{ ...editor, command: editor.command ?? [program, ...(editor.wait?.slice(0, 1) ?? [])].join(' ') }]
  })
}
