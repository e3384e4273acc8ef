import type { Context } from '../../../context/context.ts'
import { faultSaid } from '../../../display/fault-text.ts'
import type { Editing } from '../../editor/edit.ts'
import type { Answer, Fault, Prompt } from '../../../questions/shared/model.ts'
import type { TypedContext } from '../../../questions/shared/typed.ts'
import { languagesFor, type Words } from '../../../words/index.ts'
import type { PlainCommand } from '../../../words/shared/types.ts'
import type { PlainInput } from './lines.ts'
import type { PlainOutput } from './plain-output.ts'
import type { Line } from './reader.ts'

/** What questions in plain mode read from, write to and need from the process. */
export interface PlainIo {
  readonly lines: PlainInput
  readonly output: PlainOutput
  readonly words: Words
  readonly onExit: Context['onExit']
  /** Opens the editor. */
  readonly edit: (text: string, question: string) => Promise<Editing>
  /** Open the editor for every long text. */
  readonly alwaysEdit: boolean
  /** The learner's day, `YYYY-MM-DD`. */
  readonly today: () => string
}

/** How a question is left: by a command, or `keep`, an empty line that keeps a valid answer. */
export type QuestionExit = Exclude<PlainCommand, 'help' | 'example'> | 'keep'

/** Thrown when a line leaves the question; caught by the function that asked it. */
export class LeaveQuestion extends Error {
  readonly way: QuestionExit

  constructor(way: QuestionExit) {
    super(way)
    this.way = way
  }
}

/** How the lines of one question are read. */
export interface QuestionOptions {
  /** The commands that work here; the others are answered with a sentence. `leave` always works. */
  readonly ways: readonly QuestionExit[]
  readonly help: () => Promise<void>
  readonly example?: () => Promise<void>
  /** An empty first line keeps the earlier answer. */
  readonly keepable?: boolean
  /** Writes an unfinished answer to the draft. */
  readonly keep?: (value: Answer) => void
  /** The BCP 47 tag of the pack's language. Default: English. */
  readonly language?: string | undefined
}

/** A line that is not a command. */
export interface Typed {
  readonly text: string
  /** A single full stop. */
  readonly ends: boolean
  readonly pasted: boolean
  /** The line as it was read. */
  readonly raw: Line
}

/** Reads the lines of one question, runs commands between them, and keeps the unfinished answer. */
export class QuestionIo {
  readonly output: PlainOutput
  readonly words: Words
  readonly #io: PlainIo
  readonly #options: QuestionOptions
  #isFirst = true
  #unsaved: { readonly value: Answer } | undefined

  constructor(io: PlainIo, options: QuestionOptions) {
    this.#io = io
    this.output = io.output
    this.words = io.words
    this.#options = options
  }

  /** How texts that are typed here are read. */
  get typing(): TypedContext {
    return { language: this.#options.language ?? 'en', languages: languagesFor(this.words), today: this.#io.today }
  }

  /** Sets the unfinished answer. It is saved before the next line is waited for. */
  keep(value: Answer): void {
    this.#unsaved = { value }
  }

  /** Saves the unfinished answer if it has changed. Lines that came together are saved together. */
  save(): void {
    if (this.#unsaved !== undefined) this.#options.keep?.(this.#unsaved.value)
    this.#unsaved = undefined
  }

  /**
   * The next line that is not a command. `unfinished` gets the unfinished line when typing pauses or ends.
   *
   * @throws LeaveQuestion if the line leaves the question.
   */
  async line(unfinished?: (rest: string) => void): Promise<Typed> {
    for (;;) {
      const line = await this.#next(unfinished)
      if (line.pasted) return this.#typed(line)
      const command = commandOf(line.text, this.words.walk.typed.commands)
      if (command !== undefined) {
        await this.#obey(command)
        continue
      }
      const typed = this.#typed(line)
      if (this.#isFirst && this.#options.keepable === true && (typed.ends || typed.text.trim() === ''))
        throw new LeaveQuestion('keep')
      this.#isFirst = false
      return typed
    }
  }

  /** A line for a one-line answer, trimmed; '' for an empty one or a full stop. Pasted lines are joined. */
  async phrase(unfinished?: (rest: string) => void): Promise<string> {
    let before = ''
    const keepAll = unfinished && ((rest: string) => unfinished(before + rest))
    for (;;) {
      const typed = await this.line(keepAll)
      if (!typed.pasted) return typed.ends && before === '' ? '' : (before + typed.text).trim()
      before += `${typed.text} `
    }
  }

  async #next(unfinished?: (rest: string) => void): Promise<Line> {
    const keepRest = (rest: string): void => {
      unfinished?.(rest)
      this.save()
    }
    if (!this.#io.lines.hasNext) this.save()
    const next = await this.#io.lines.next(keepRest)
    if (next.kind === 'line') return next
    if (next.unfinished !== '') keepRest(next.unfinished)
    throw new LeaveQuestion('leave')
  }

  /**
   * Waits for the empty line after something that is only read. A pipe need not have one: any other line of a pipe
   * belongs to the next question.
   */
  async waitForEnter(): Promise<void> {
    const { text, ends, raw } = await this.line()
    if (text.trim() !== '' && !ends && !this.#io.lines.isTyped) this.#io.lines.putBack(raw)
  }

  #typed(raw: Line): Typed {
    const { text, pasted } = raw
    return pasted ? { text, pasted, ends: false, raw } : { text: wordsOf(text), pasted, ends: endsText(text), raw }
  }

  async #obey(command: PlainCommand): Promise<void> {
    const { ways, help, example } = this.#options
    if (command === 'help') return help()
    if (command === 'example')
      return example === undefined ? this.output.say(this.words.walk.plain.noExample) : example()
    if (command !== 'leave' && !ways.includes(command)) return this.output.say(this.words.walk.plain.notHere(command))
    throw new LeaveQuestion(command)
  }
}

/** Says what is wrong with an answer. Undefined faults mean that nothing was typed. */
export function complain(
  { output, words }: Pick<QuestionIo, 'output' | 'words'>,
  prompt: Prompt,
  faults: readonly Fault[] | undefined
): void {
  if (faults === undefined) output.say(words.walk.plain.nothingYet)
  else for (const fault of faults) output.say(faultSaid(fault, prompt, words))
}

/** All commands of plain mode. */
const commands: readonly PlainCommand[] = [
  'back',
  'skip',
  'help',
  'example',
  'overview',
  'review',
  'private',
  'editor',
  'leave'
]

/** The command on a line that contains nothing else. `also` are the names of the commands in the learner's language. */
export function commandOf(
  line: string,
  also: Readonly<Record<PlainCommand, readonly string[]>>
): PlainCommand | undefined {
  if (!line.startsWith(':')) return undefined
  const name = line.slice(1).trimEnd()
  return commands.find((command) => command === name || also[command].includes(name))
}

/** Whether a line ends a text: a single full stop. */
export function endsText(line: string): boolean {
  return line === '.'
}

/** The text of a line that is not a command: `::` at its start means `:`, and a line of dots loses one. */
export function wordsOf(line: string): string {
  if (line.startsWith('::')) return line.slice(1)
  return /^\.{2,}$/.test(line) ? line.slice(1) : line
}
