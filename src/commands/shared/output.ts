import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { forbiddenName } from '../../storage/fs-errors.ts'
import { UsageError } from '../../context/errors.ts'
import { visible } from '../../text/visible.ts'
import { wrapSentence } from '../../display/wrap.ts'
import { headOf } from '../../journal/list.ts'
import fs from 'node:fs'
import { typedPath, type PathContext } from '../../text/typed-path.ts'
import { hostOf } from './host.ts'
import path from 'node:path'
import type { Listed } from '../../entry/model.ts'
import { differingCopies } from '../../journal/identity.ts'
import { groupBy } from '../../util/group-by.ts'

/**
 * Writes a sentence to standard error, or on the screen that runs the command, with control characters made visible, wrapped on a terminal.
 * Several lines are not wrapped: they can hold the user's own words, to be copied.
 */
export function tell(sentence: string, context: Pick<Context, 'stderr'>): void {
  const said = visible(sentence, { newlines: true })
  const host = hostOf(context)
  if (host !== undefined) return void host.said.push(said)
  const { stderr } = context
  const lines = !said.includes('\n') ? wrapSentence(said, measure(stderr.columns)) : [said]
  stderr.write(`${lines.join('\n')}\n`)
}

/** Writes a sentence to standard error, but not with `--quiet`. */
export function say(sentence: string, { quiet }: { readonly quiet?: boolean }, context: Pick<Context, 'stderr'>): void {
  if (quiet !== true) tell(sentence, context)
}

/** Says of each folder how many copies in it differ from their entries, and how to merge them. */
export function sayCopies(entries: readonly Listed[], context: Context): void {
  const copies = entries.flatMap((entry) => (entry.copies === undefined ? [] : differingCopies(entry)))
  for (const [folder, own] of groupBy(copies, (copy) => path.dirname(copy)))
    tell(context.words.commands.journal.copies(visible(folder), own.length), context)
}

/** Writes a JSON array like `printJson`, but one item at a time, because there can be many. */
export function printJsonItems<T>(
  items: readonly T[],
  jsonOf: (item: T, index: number) => object,
  context: Context
): void {
  for (const [index, item] of items.entries()) {
    const json = JSON.stringify(jsonOf(item, index), undefined, 2).replaceAll('\n', '\n  ')
    printRaw(`${index === 0 ? '[' : ','}\n  ${json}`, context)
  }
  printRaw(items.length === 0 ? '[]\n' : '\n]\n', context)
}

/** Writes one JSON document to standard output. */
export function printJson(value: unknown, context: Context): void {
  printRaw(`${JSON.stringify(value, undefined, 2)}\n`, context)
}

/** Writes content to standard output unchanged; to a terminal with control characters made visible. */
export function printRaw(content: string | Uint8Array, { stdout }: Pick<Context, 'stdout'>): void {
  stdout.write(stdout.isTTY ? visible(Buffer.from(content).toString(), { newlines: true }) : content)
}

/** When progress is first shown, and how often after that. Milliseconds. */
const PATIENCE = 500
const PAUSE = 200

/** Shows on standard error how many entries are done, if that is a terminal and the work takes long. */
export class Ticker {
  readonly #context: Context
  readonly #isShown: boolean
  #next: number
  #isThere = false

  constructor({ quiet }: { readonly quiet?: boolean }, context: Context) {
    this.#context = context
    this.#isShown = quiet !== true && context.stderr.isTTY
    // Node loads `performance` at its first use, so it is not used if nothing is shown.
    this.#next = this.#isShown ? performance.now() + PATIENCE : Infinity
  }

  /** Tells that this many entries are done. */
  tick(entries: number): void {
    if (!this.#isShown || performance.now() < this.#next) return
    this.#context.stderr.write(`\r${this.#context.words.commands.entriesSoFar(entries)}`)
    this.#next = performance.now() + PAUSE
    this.#isThere = true
  }

  /** Removes the progress from the screen. */
  clear(): void {
    if (this.#isThere) this.#context.stderr.write('\r\u001b[K')
    this.#isThere = false
  }
}

/** The path of a page in this folder that does not exist yet: the name, if necessary with a number. */
export function freePage(name: string, context: PathContext): string {
  for (let number = 1; ; number++) {
    const file = typedPath(`${name}${number === 1 ? '' : `-${number}`}.html`, context)
    if (!fs.existsSync(file)) return file
  }
}

/** A file's name with a language before its ending: `page.cy.html`. */
export function withLanguage(file: string, language: string): string {
  const { ext } = path.parse(file)
  return `${file.slice(0, file.length - ext.length)}.${language}${ext}`
}

/**
 * @throws UsageError if the system does not allow the name: on Windows, what is written to `a:b` is hidden in the file `a`. Also if a file
 *   exists that must not be overwritten: any without `force`, an entry of a journal also with it.
 */
export function refuseToOverwrite(
  file: string,
  { force }: { readonly force?: boolean },
  { platform, words }: Pick<Context, 'platform' | 'words'>
): void {
  const said = words.commands.export
  const forbidden = forbiddenName(file, platform)
  if (forbidden !== undefined) throw new UsageError(words.journal.forbiddenName(forbidden))
  if (!fs.existsSync(file)) return
  if (force !== true) throw new UsageError(said.exists(file))
  if (fs.statSync(file).isFile() && headOf(file) !== undefined) throw new UsageError(said.isEntry(file))
}
