import { spawn, type ChildProcess } from 'node:child_process'
import os from 'node:os'
import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { MARK } from '../../text/decode.ts'
import { typedText } from '../../text/typed-text.ts'
import { codeOf } from '../../util/system-calls.ts'
import type { Words } from '../../words/index.ts'
import type { EditorFault } from '../../words/shared/types.ts'
import { editorCommand, findProgram } from './command.ts'
import { knownEditor, usualEditor, waitingCommand } from './known.ts'
import { WorkingFile } from './working-file.ts'

/** The part of the context that the editor depends on. */
export type EditorContext = Pick<Context, 'env' | 'platform' | 'homeDir' | 'cwd' | 'words' | 'withTerminalReleased'>

/** An editor that ends sooner without a change cannot have been used: it opened a window. Milliseconds. */
const AT_ONCE = 2000

/** The longest time in which a known editor opens its window and returns. Milliseconds. */
const START_OF_WINDOW = 15_000

/** What is opened in an editor. */
export interface EditedText {
  /** The file's name. */
  readonly name: string
  readonly text: string
  /** The text in the file, if it is not the same: with comments that are removed again. */
  readonly inFile?: string
  /** Makes the text of what is in the file. */
  readonly fromFile?: (content: string) => string
}

/** A text for the editor, with the question below it in comments that are removed afterwards. */
export function withQuestion(text: string, question: string, { words }: Pick<Context, 'words'>): EditedText {
  const comments = [words.walk.editor.about, ...question.split('\n')].map(comment).filter((line) => line !== '')
  return {
    name: 'answer.md',
    text: text.replace(/\n+$/, ''),
    inFile: `${text}\n\n${comments.join('\n')}\n`,
    fromFile: (content) => withoutComments(typedText(content.startsWith(MARK) ? content.slice(1) : content), comments)
  }
}

/**
 * A text in an editor: in the terminal, or in a window that may stay open after its program has ended. Code that takes words from it calls
 * `saved` when they are durable; until then they are in the file.
 */
export class Editing {
  readonly #edited: EditedText
  readonly #before: string
  readonly #editor: string
  readonly #command: string
  readonly #context: EditorContext
  readonly #working: WorkingFile
  #fault: EditorFault | undefined
  #isOpen = false
  #isSettled = false
  #taken: string

  /** @throws ReflectError if the file for the editor cannot be written. */
  constructor(edited: EditedText, editor: string, context: EditorContext) {
    this.#edited = edited
    this.#before = edited.inFile ?? edited.text
    this.#taken = this.#before
    this.#editor = editor
    this.#command = editorCommand(editor, context)
    this.#context = context
    this.#working = new WorkingFile(edited.name, this.#before, context)
  }

  get file(): string {
    return this.#working.file
  }

  /** Where the editor works; undefined if it is not a known one. */
  get place(): 'window' | 'terminal' | undefined {
    const known = knownEditor(this.#command)
    return known && (known.keys === undefined ? 'window' : 'terminal')
  }

  /** The editor has, as far as is known, a window that is open: the words are in the file when the learner says so. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Runs an editor that may need the terminal, which must be released, until its program ends. */
  async run(): Promise<void> {
    const stdio = this.place === 'window' ? 'ignore' : 'inherit'
    await this.#context.withTerminalReleased(() => this.#ended(this.#spawned(stdio)))
  }

  /** Opens an editor that has a window and leaves the terminal alone. Calls `onEnd` once its program ends after the window was closed. */
  openWindow(onEnd: () => void): void {
    this.#setOpen(true)
    const child = this.#spawned('ignore')
    child.unref()
    void this.#closed(child, onEnd)
  }

  async #closed(child: ChildProcess, onEnd: () => void): Promise<void> {
    await this.#ended(child)
    if (!this.#isOpen && !this.#isSettled) onEnd()
  }

  /**
   * The text that the editor has saved; undefined if it is what it was before, or what was taken last.
   *
   * @throws ReflectError if the editor could not be run or failed, left no file, or saved under another name or in another encoding. What
   * was written stays in its file, which the message names.
   */
  take(): string | undefined {
    const said = this.#context.words.walk.editor
    const read = this.#working.read()
    const isWritten = read !== undefined && read.text !== this.#before
    const beside = isWritten ? undefined : this.#working.writingBeside(this.#before)
    if (beside !== undefined) throw new ReflectError(said.elsewhere(this.#editor, beside))
    const { file } = this
    if (!isWritten && (read === undefined || this.#fault !== undefined)) this.#working.remove()
    if (this.#fault !== undefined)
      throw new ReflectError(
        said.failed(this.#editor, this.#fault, usualEditor(this.#context.platform), isWritten ? file : undefined)
      )
    if (read === undefined) throw new ReflectError(said.vanished(this.#editor))
    const encoding =
      read.fault === undefined ? (read.text.includes('\0') ? 'binary' : undefined) : (read.fault.encoding ?? 'other')
    if (encoding !== undefined) throw new ReflectError(said.notUtf8(this.#editor, file, encoding))
    if (read.text === this.#taken) return undefined
    this.#taken = read.text
    const text = this.#edited.fromFile?.(read.text) ?? read.text
    return text === this.#edited.text ? undefined : text
  }

  /** What was taken is saved elsewhere, and the learner leaves while the window may be open. */
  noted(): void {
    this.#working.knows(this.#taken)
  }

  /** What was taken is saved elsewhere, or nothing was to be taken. The file stays while a window may write to it. */
  saved(): void {
    const mayWrite = this.#isOpen || waitingCommand(this.#command) !== undefined
    this.#isSettled = true
    this.#setOpen(false)
    if (mayWrite) this.noted()
    else this.#working.remove()
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen
    this.#working.setOpen(isOpen)
  }

  /**
   * As Git does, the shell reads the command, and the file is its last argument. The shell survives a Ctrl-C that is meant for the
   * editor.
   */
  #spawned(stdio: 'inherit' | 'ignore'): ChildProcess {
    const { env, platform } = this.#context
    const options = { stdio, env: { ...env } }
    if (platform === 'win32') return spawn(`${this.#command} "${this.file}"`, { ...options, shell: true })
    return spawn('/bin/sh', ['-c', `trap : INT QUIT; ${this.#command} "$@"`, this.#command, this.file], options)
  }

  /** How long the program of an editor that does not wait may run before it returns. Milliseconds. */
  get #patience(): number {
    if (this.place === 'terminal') return 0
    return waitingCommand(this.#command) === undefined ? AT_ONCE : START_OF_WINDOW
  }

  async #ended(child: ChildProcess): Promise<void> {
    const start = performance.now()
    this.#fault = await faultOf(child, this.#command, this.#context)
    if (this.#isSettled) return
    const isUnchanged =
      this.#working.read()?.text === this.#before && this.#working.writingBeside(this.#before) === undefined
    const isAtOnce = performance.now() - start < this.#patience
    this.#setOpen(this.#fault === undefined && isUnchanged && isAtOnce)
  }
}

/** What an editor has saved, and whether the learner left while its window may still be open. */
export interface Fetched {
  readonly text: string | undefined
  readonly isLeft: boolean
}

/**
 * Takes what an editor has saved. If its window may be open, `wait` shows a sentence until the learner says that the words are saved, and
 * gives false if the learner leaves. @throws as `take`.
 */
export async function fetched(
  editing: Editing,
  { walk: { editor } }: Words,
  wait: (sentence: string) => Promise<boolean>
): Promise<Fetched> {
  for (const sentence of [editor.open, editor.nothingYet]) {
    const text = editing.take()
    if (text !== undefined || !editing.isOpen) return { text, isLeft: false }
    if (!(await wait(sentence))) return { text: editing.take(), isLeft: true }
  }
  return { text: editing.take(), isLeft: false }
}

/** Waits for the end of an editor. Gives undefined if it ended well. */
function faultOf(child: ChildProcess, command: string, context: EditorContext): Promise<EditorFault | undefined> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ kind: codeOf(error) === 'EACCES' ? 'forbidden' : 'missing' }))
    child.on('close', (code, signal) => resolve(faultFor(code, signal, command, context)))
  })
}

/** POSIX shells give 127 for a program that was not found, 126 for one that may not be run, and add 128 to a signal. */
function faultFor(
  code: number | null,
  signal: string | null,
  command: string,
  context: EditorContext
): EditorFault | undefined {
  if (code === 0) return undefined
  if (code === null) return { kind: 'signal', signal: signal ?? '' }
  if (context.platform === 'win32')
    return findProgram(command, context) === undefined ? { kind: 'missing' } : { kind: 'code', code }
  if (code === 127) return { kind: 'missing' }
  if (code === 126) return { kind: 'forbidden' }
  const [name] = Object.entries(os.constants.signals).find(([, number]) => number === code - 128) ?? []
  return name === undefined ? { kind: 'code', code } : { kind: 'signal', signal: name }
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
