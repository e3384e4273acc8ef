import type { Context } from '../../../context/context.ts'
import { faultSaid } from '../../../display/fault-text.ts'
import type { Editing } from '../../editor/edit.ts'
import type { Answer, Fault, Prompt } from '../../../questions/shared/model.ts'
import type { TypedContext } from '../../../questions/shared/typed.ts'
import { languagesFor, type Words } from '../../../words/index.ts'
import type { EditCommand, PlainCommand } from '../../../words/shared/types.ts'
import { commands, endsText, isEdit, mayBeCommand, readCommand, wordsOf, type CommandLine } from './commands.ts'
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
  /** Opens pictures, and gives a sentence about it. */
  readonly open: (pictures: readonly string[]) => string
  /** Open the editor for every long text. */
  readonly alwaysEdit: boolean
  /** The learner's day, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Says, once in all, that a line of a pipe that looks like a command was kept as text. */
  readonly noteKeptAsText: (line: string) => void
}

/** How a question is left: by a command, or `keep`, an empty line that keeps a valid answer. */
export type QuestionExit = Exclude<PlainCommand, 'help' | 'example' | 'question' | 'picture' | EditCommand> | 'keep'

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
  /** What `:help` says before the list of commands. */
  readonly help?: () => Promise<void>
  readonly example?: () => Promise<void>
  /** Reads the question; then `:question` says how to answer it. */
  readonly question?: () => Promise<void>
  /** Opens the pictures of the question. */
  readonly picture?: () => void
  /** The question is asked again after a fault. */
  readonly isRetry?: boolean
  /** How to answer, as far as it was said: it is not said again after a fault. */
  readonly told?: Set<string>
  /** An empty first line keeps the earlier answer. */
  readonly keepable?: boolean
  /** Writes an unfinished answer to the draft; undefined if the learner emptied it. */
  readonly keep?: (value: Answer | undefined) => void
  /** The BCP 47 tag of the pack's language. Default: English. */
  readonly language?: string | undefined
}

/** What the commands do that work on parts of the answer. The number is the one after the command. */
export type Edits = { readonly [C in EditCommand]?: (number: number | undefined) => void }

type EditHelp = { readonly [C in PlainCommand]?: string }

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
  #unsaved: (() => Answer | undefined) | undefined
  #edits: Edits = {}
  #editHelp: EditHelp = {}
  #instructions: string[] = []

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

  /** Says how to answer: once, and again if the learner asks for it with `:question`. */
  explain(...sentences: readonly string[]): void {
    this.#instructions.push(...sentences)
    const { told } = this.#options
    const all = sentences.join('\n')
    if (!this.isRetry || told?.has(all) !== true) for (const sentence of sentences) this.output.say(sentence)
    told?.add(all)
  }

  /** Whether the question is asked again after a fault. */
  get isRetry(): boolean {
    return this.#options.isRetry === true
  }

  /** Adds commands for parts of the answer, and what `:help` says about them if it is not the usual sentence. */
  offer(edits: Edits, help: EditHelp = {}): void {
    this.#edits = { ...this.#edits, ...edits }
    this.#editHelp = { ...this.#editHelp, ...help }
  }

  /** From now on, an empty line does not keep the earlier answer, because it was changed. */
  begin(): void {
    this.#isFirst = false
  }

  /** Sets the unfinished answer. It is saved before the next line is waited for. */
  keep(value: Answer): void {
    this.#unsaved = () => value
  }

  /** As `keep`, for an answer that is made when it is saved, because it is long. */
  keepLatest(answer: () => Answer | undefined): void {
    this.#unsaved = answer
  }

  /** Saves the unfinished answer if it has changed. Lines that came together are saved together. */
  save(): void {
    if (this.#unsaved !== undefined) this.#options.keep?.(this.#unsaved())
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
      const command = readCommand(line.text, this.words.walk.typed.commands)
      if (command !== undefined && (await this.#obey(command, line.text))) continue
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
      if (!mayBeCommand(rest)) unfinished?.(rest)
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

  /** Runs a command. Gives false for an unknown one of a pipe, which is text. */
  async #obey(line: CommandLine, text: string): Promise<boolean> {
    if (line.kind === 'command') await this.#run(line)
    else if (this.#io.lines.isTyped) this.output.say(this.words.walk.plain.noCommand(line.name, line.near))
    else this.#io.noteKeptAsText(text)
    return line.kind === 'command' || this.#io.lines.isTyped
  }

  async #run({ command, number }: Extract<CommandLine, { kind: 'command' }>): Promise<void> {
    if (command === 'example' && this.#options.example === undefined)
      return this.output.say(this.words.walk.plain.noExample)
    if (!this.#isOffered(command))
      return this.output.say(this.words.walk.plain.notHere(this.words.walk.typed.commands[command][0] ?? command))
    if (command === 'help') return this.#help()
    if (command === 'example') return this.#options.example?.()
    if (command === 'question') return this.#question()
    if (command === 'picture') return this.#options.picture?.()
    if (!isEdit(command)) throw new LeaveQuestion(command)
    this.#edits[command]?.(number)
  }

  #isOffered(command: PlainCommand): boolean {
    if (command === 'help' || command === 'leave') return true
    if (command === 'example' || command === 'question' || command === 'picture')
      return this.#options[command] !== undefined
    return isEdit(command) ? this.#edits[command] !== undefined : this.#options.ways.includes(command)
  }

  /** The help of the question, then each command that works here. */
  async #help(): Promise<void> {
    const said = this.words.walk.plain
    await this.#options.help?.()
    this.output.say(said.help)
    for (const command of commands.filter((each) => this.#isOffered(each)))
      this.output.say(this.#editHelp[command] ?? said.commands[command])
    this.output.say(said.escapes)
  }

  async #question(): Promise<void> {
    await this.#options.question?.()
    for (const sentence of this.#instructions) this.output.say(sentence)
  }
}

/** Says what is wrong with an answer. Undefined faults mean that nothing was typed. */
export function complain(
  { output, words }: Pick<QuestionIo, 'output' | 'words'>,
  prompt: Prompt,
  faults: readonly Fault[] | undefined
): void {
  const said = words.walk.plain
  if (faults === undefined) output.say(said.nothingYet)
  // The options were listed when the question was asked.
  for (const fault of faults ?? [])
    output.say(fault.code === 'unknown-option' ? said.unclear(fault.what) : faultSaid(fault, prompt, words))
}
