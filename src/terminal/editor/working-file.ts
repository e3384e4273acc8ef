import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { ReflectError } from '../../context/errors.ts'
import { dataFolder, type SettingsContext } from '../../settings/index.ts'
import { ensureFolder } from '../../storage/atomic-write.ts'
import { discardFolder, fsErrorMessage, removeFolder, statsOf } from '../../storage/fs-errors.ts'
import { decode, type Decoded } from '../../text/decode.ts'
import { codeOf, randomHex } from '../../util/system-calls.ts'

/** Beside the file: the text that the program has, so that words which an editor saves later are noticed. */
const KNOWN = '.known'
const A_DAY = 86_400_000

/** The files of this process whose windows may still be open, and whose words the learner has not fetched. */
const open = new Set<string>()

/**
 * A file for an editor, private, in a folder of its own, with the text to be changed. It is in the program's data folder, which no
 * restart empties, because a window may save long after the program has ended.
 */
export class WorkingFile {
  readonly file: string
  readonly #folder: string

  /** @throws ReflectError if no folder for it can be written. */
  constructor(name: string, text: string, context: SettingsContext) {
    this.#folder = newFolder(context)
    this.file = path.join(this.#folder, name)
    fs.writeFileSync(this.file, text, { mode: 0o600, flag: 'wx' })
    this.knows(text)
  }

  /** Undefined if the file cannot be read. */
  read(): Decoded | undefined {
    return readText(this.file)
  }

  /** Notes which text of the file is known. */
  knows(text: string): void {
    fs.writeFileSync(path.join(this.#folder, KNOWN), text, { mode: 0o600 })
  }

  /** Notes that its window may be open, or that the learner has fetched its words. */
  setOpen(isOpen: boolean): void {
    if (isOpen) open.add(this.file)
    else open.delete(this.file)
  }

  /** The file of a learner who chose "save as" in the editor: no file of the editor's own, and not the old text. */
  writingBeside(before: string): string | undefined {
    const names = fs.readdirSync(this.#folder).toSorted()
    const others = names.filter((name) => !/^[.#]|~$/.test(name)).map((name) => path.join(this.#folder, name))
    return others.find((other) => {
      const { text = '' } = readText(other) ?? {}
      return other !== this.file && text !== before && text.trim() !== ''
    })
  }

  /** Removes the file and everything that the editor left beside it. What an editor on Windows still holds is removed at a later start. */
  remove(): void {
    this.setOpen(false)
    try {
      removeFolder(this.#folder)
    } catch {
      const { text } = this.read() ?? {}
      if (text !== undefined) this.knows(text)
    }
  }
}

function readText(file: string): Decoded | undefined {
  try {
    return decode(fs.readFileSync(file), { keepMark: true })
  } catch {
    return undefined
  }
}

/** The process is in the name, so that other processes leave the folder alone while it runs. */
function newFolder(context: SettingsContext): string {
  const name = `${process.pid}-${randomHex(8)}`
  const failures: unknown[] = []
  for (const parent of [() => folderOf(context), () => path.join(os.tmpdir(), 'reflect-editor')])
    try {
      const folder = path.join(parent(), name)
      ensureFolder(folder)
      return folder
    } catch (error) {
      failures.push(error)
    }
  const [first] = failures
  if (first instanceof ReflectError) throw first
  throw new ReflectError(fsErrorMessage(os.tmpdir(), first), { cause: first })
}

function folderOf(context: SettingsContext): string {
  return path.join(dataFolder(context), 'editor')
}

/** The files of this process whose windows may still be open. Each is given once. */
export function takeOpenFiles(): string[] {
  const files = [...open]
  open.clear()
  return files
}

/**
 * The files with words that were saved in an editor and that nobody has fetched. Files of which everything is known are removed after a
 * day. Silent if the folder cannot be read.
 */
export function unfetchedFiles(context: SettingsContext): string[] {
  try {
    const parent = folderOf(context)
    if (!fs.existsSync(parent)) return []
    return fs.readdirSync(parent).flatMap((name) => unfetchedIn(path.join(parent, name), name))
  } catch {
    return []
  }
}

function unfetchedIn(folder: string, name: string): string[] {
  const [pid = ''] = /^\d+(?=-[0-9a-f]+$)/.exec(name) ?? []
  if (pid === '' || (Number(pid) !== process.pid && isAlive(Number(pid)))) return []
  const known = readText(path.join(folder, KNOWN))?.text ?? ''
  const files = fs.readdirSync(folder).filter((each) => !/^[.#]|~$/.test(each))
  const unfetched = files.map((each) => path.join(folder, each)).filter((file) => hasOther(file, known))
  const age = Date.now() - (statsOf(folder)?.mtimeMs ?? 0)
  if (files.length === 0 || (unfetched.length === 0 && age > A_DAY)) discardFolder(folder)
  return unfetched
}

function hasOther(file: string, known: string): boolean {
  const { text = '' } = readText(file) ?? {}
  return text.trim() !== '' && text !== known
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
