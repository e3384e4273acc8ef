import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Context } from '../context/context.ts'
import { ReflectError } from '../context/errors.ts'
import { statsOf } from '../storage/fs-errors.ts'
import { MARK, decode, type Decoded } from '../text/decode.ts'
import { typedPath, type PathContext } from '../text/typed-path.ts'

/** The part of the context that the editor depends on. */
export type EditorContext = Pick<Context, 'env' | 'platform' | 'homeDir' | 'cwd' | 'words' | 'withTerminalReleased'>

/**
 * Opens a text in the learner's editor, with the question below it in comments that are removed afterwards. `command`
 * is the setting; without it VISUAL, EDITOR, else the system's usual one. The terminal must be released. Gives the new
 * text, or undefined if nothing was changed.
 *
 * @throws {ReflectError} If the editor cannot be run, ends with a fault, leaves no file, or saves under another name or
 * in another encoding: the old text counts. What was written stays in its file, which the message names.
 */
export async function edit(
  text: string,
  question: string,
  command: string | undefined,
  context: EditorContext
): Promise<string | undefined> {
  const comments = [context.words.walk.editor.about, ...question.split('\n')].map(comment).filter((line) => line !== '')
  const after = await inEditor('answer.md', `${text}\n\n${comments.join('\n')}\n`, command, context)
  const written = withoutComments(after.startsWith(MARK) ? after.slice(1) : after, comments)
  return written === text.replace(/\n+$/, '') ? undefined : written
}

/** Opens the text of a file in the learner's editor, as `edit`, but adds nothing. @throws {ReflectError} as `edit`. */
export async function editFile(
  name: string,
  text: string,
  command: string | undefined,
  context: EditorContext
): Promise<string | undefined> {
  const after = await inEditor(name, text, command, context)
  return after === text ? undefined : after
}

/** The text after the editor has closed. */
async function inEditor(
  name: string,
  before: string,
  command: string | undefined,
  context: EditorContext
): Promise<string> {
  const { words } = context
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'reflect-'))
  const file = path.join(folder, name)
  await fs.writeFile(file, before, { mode: 0o600, flag: 'wx' })
  const editor = command ?? usualEditor(context)
  const code = await context.withTerminalReleased(() => run(editorCommand(editor, context), file, context))
  const read = await readText(file)
  const after = read?.text
  const isWritten = after !== undefined && after !== before
  const beside = isWritten ? undefined : await writingBeside(file, before)
  if (beside !== undefined) throw new ReflectError(words.walk.editor.elsewhere(editor, beside))
  const isWhole = code === 0 && after !== undefined && read?.fault === undefined
  if (isWhole || !isWritten) await fs.rm(folder, { recursive: true, force: true })
  if (after === undefined) throw new ReflectError(words.walk.editor.vanished(editor))
  if (read?.fault !== undefined) throw new ReflectError(words.walk.editor.notUtf8(editor, file, read.fault.encoding))
  if (!isWhole) throw new ReflectError(words.walk.editor.failed(editor, isWritten ? file : undefined))
  return after
}

function usualEditor({ env, platform }: EditorContext): string {
  return env['VISUAL'] || env['EDITOR'] || (platform === 'win32' ? 'notepad' : 'vi')
}

/** The shell command for an editor: a command, or the path of a program, which may contain spaces. */
export function editorCommand(editor: string, context: PathContext): string {
  const file = /[\\/]/.test(editor) ? typedPath(editor, context) : undefined
  if (file === undefined || statsOf(file)?.isFile() !== true) return editor
  return context.platform === 'win32' ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`
}

/**
 * As Git does, the shell reads the command, and the file is its last argument. The shell survives a Ctrl-C that is
 * meant for the editor. Gives the exit code; undefined if the editor could not be run.
 */
function run(editor: string, file: string, { env, platform }: EditorContext): Promise<number | undefined> {
  const inherit = { stdio: 'inherit', env: { ...env } } as const
  const child =
    platform === 'win32'
      ? spawn(`${editor} "${file}"`, { ...inherit, shell: true })
      : spawn('sh', ['-c', `trap : INT QUIT; ${editor} "$@"`, editor, file], inherit)
  return new Promise((resolve) => {
    child.on('error', () => resolve(undefined))
    child.on('close', (code) => resolve(code ?? undefined))
  })
}

/** Undefined if the file cannot be read. */
async function readText(file: string): Promise<Decoded | undefined> {
  try {
    return decode(await fs.readFile(file), { keepMark: true })
  } catch {
    return undefined
  }
}

/** The file of the learner who chose "save as" in the editor: no file of the editor's own, and not the old text. */
async function writingBeside(file: string, before: string): Promise<string | undefined> {
  const folder = path.dirname(file)
  for (const name of (await fs.readdir(folder)).toSorted()) {
    const other = path.join(folder, name)
    if (other === file || /^[.#]|~$/.test(name)) continue
    const { text = '' } = (await readText(other)) ?? {}
    if (text !== before && text.trim() !== '') return other
  }
  return undefined
}

/** A line as a Markdown comment. */
function comment(line: string): string {
  const inner = line.replaceAll('--', '- -').trim()
  return inner === '' ? '' : `<!-- ${inner} -->`
}

/** Removes each comment once, the last occurrence: one above it belongs to the learner's text. */
function withoutComments(text: string, comments: readonly string[]): string {
  const lines = text.split(/\r\n?|\n/)
  for (const ours of comments.toReversed()) {
    const at = lines.findLastIndex((line) => line.trimEnd() === ours)
    if (at >= 0) lines.splice(at, 1)
  }
  return lines.join('\n').replace(/\n+$/, '')
}
