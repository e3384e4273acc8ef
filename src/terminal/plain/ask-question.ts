import { ReflectError } from '../../context/errors.ts'
import { startOf } from '../../questions/text.ts'
import { asks, check, isLong, lines, questionOf, shownWith } from '../../questions/index.ts'
import type { Answer, Prompt } from '../../questions/shared/model.ts'
import type { AskRequest, AskResult } from '../renderer.ts'
import { fetched } from '../editor/edit.ts'
import { waitForEnter } from './menus.ts'
import type { Before } from './askers/asker.ts'
import { acknowledgement } from './askers/acknowledge.ts'
import { take } from './askers/index.ts'
import {
  complain,
  LeaveQuestion,
  QuestionIo,
  type PlainIo,
  type QuestionExit,
  type QuestionOptions
} from './io/question-io.ts'

/** Asks one question until it is answered or left. When this returns, everything typed is in the draft. */
export async function ask(request: AskRequest, io: PlainIo): Promise<AskResult> {
  const { prompt } = request
  await introduce(request, io)
  if (!asks(prompt)) return waitUntilRead(request, io)
  const dialogue = new QuestionDialogue(request, io)
  dialogue.showEarlier()
  for (;;) {
    const result = await dialogue.round()
    if (result !== undefined) return result
  }
}

async function introduce(
  { prompt, progress, private: isPrivate, inheritsFrom, pictures = [] }: AskRequest,
  { output, words }: PlainIo
) {
  const said = words.walk.plain
  output.pause()
  const soFar = [
    ...(progress?.minutesLeft === undefined ? [] : [said.minutesLeft(progress.minutesLeft)]),
    ...(progress === undefined || progress.done === 0 ? [] : [said.done(progress.done)])
  ]
  if (soFar.length > 0) output.say(soFar.join(' '))
  if (isPrivate) output.say(inheritsFrom === undefined ? said.isPrivate : said.isPrivateAs(inheritsFrom))
  await output.read(prompt.ask)
  const shown = shownWith(prompt)
  if (shown !== undefined) output.quote(shown)
  const isOpen = prompt.isExampleOpen === true && prompt.example !== undefined
  if (isOpen) {
    output.say(`${words.walk.rich.help.example}:`)
    await output.read(prompt.example)
  }
  const here = [
    ...(pictures.length === 0 ? [] : [said.pictureHere]),
    ...(prompt.help === undefined ? [] : [said.helpHere]),
    ...(prompt.example === undefined || isOpen ? [] : [said.exampleHere])
  ]
  if (here.length > 0) output.say(here.join(' '))
}

/** Waits after a prompt that is only read. */
async function waitUntilRead(request: AskRequest, io: PlainIo): Promise<AskResult> {
  const question = new QuestionIo(io, { ...helpFor(request, io), ways: ['back', 'skip', 'overview', 'review'] })
  io.output.say(io.words.walk.plain.goOn)
  try {
    await question.waitForEnter()
    return { kind: 'seen' }
  } catch (error) {
    if (!(error instanceof LeaveQuestion)) throw error
    return error.way === 'skip' ? { kind: 'seen' } : resultOf(error.way, undefined)
  }
}

/** One question from its first line to its result. */
class QuestionDialogue {
  readonly #request: AskRequest
  readonly #io: PlainIo
  #before: Before<Answer>
  /** The answer so far; null if the learner emptied it. */
  #kept: Answer | null | undefined
  #editorFirst: boolean
  #isRetry = false
  readonly #told = new Set<string>()

  constructor(request: AskRequest, io: PlainIo) {
    const { answer, begun, prompt } = request
    this.#request = request
    this.#io = io
    this.#kept = answer
    this.#editorFirst = io.alwaysEdit && isLong(prompt)
    // A text that was written by hand and is not an answer is shown and kept, but cannot be continued.
    const before = answer === undefined ? undefined : storable(prompt, answer)
    this.#before = { begun: begun === true, ...(before === undefined ? {} : { answer: before }) }
  }

  /** Shows the answer so far, and says what an empty line does with it. */
  showEarlier(): void {
    const { output, words } = this.#io
    const said = words.walk.plain
    const { prompt, answer } = this.#request
    if (answer === undefined) return
    const earlier = earlierLines(prompt, answer, this.#io)
    if (earlier.length > 0) output.say(said.soFar)
    for (const line of earlier) output.quote(line)
    if (!this.#isValid) return
    const isOfLines = isLong(prompt) || questionOf(prompt).isItemised === true
    if (!isOfLines) output.say(said.keeps)
    else output.say(this.#before.begun ? said.keepsWriting : said.keepsText)
  }

  /** Asks once. Gives undefined if the answer is invalid, so that the question has to be asked again. */
  async round(): Promise<AskResult | undefined> {
    const question = new QuestionIo(this.#io, this.#options)
    if (questionOf(this.#request.prompt).isMultiPart) this.#offerReading(question)
    // Writing to a closed pipe ends the process at once.
    const forget = this.#io.onExit(() => question.save())
    try {
      return await this.#answered(question)
    } finally {
      forget()
    }
  }

  async #answered(question: QuestionIo): Promise<AskResult | undefined> {
    if (this.#editorFirst) return this.#edit(question)
    this.#isRetry = true
    try {
      return this.#validated(await take(this.#request.prompt, question, this.#before), question)
    } catch (error) {
      question.save()
      if (!(error instanceof LeaveQuestion)) throw error
      if (error.way === 'editor') return this.#edit(question)
      if (error.way === 'keep' && this.#before.answer !== undefined) return this.#taken(this.#before.answer, question)
      return resultOf(error.way, this.#kept)
    }
  }

  get #options(): QuestionOptions {
    const { prompt, language } = this.#request
    return {
      ...helpFor(this.#request, this.#io),
      language,
      ways: ['back', 'skip', 'overview', 'review', 'private', ...(isLong(prompt) ? (['editor'] as const) : [])],
      isRetry: this.#isRetry,
      told: this.#told,
      keepable: this.#isValid,
      keep: (value) => this.#keep(value)
    }
  }

  #offerReading(question: QuestionIo): void {
    const { prompt } = this.#request
    const said = question.words.walk.plain
    const read = (): void => {
      question.save()
      const soFar = this.#kept === undefined || this.#kept === null ? [] : earlierLines(prompt, this.#kept, this.#io)
      if (soFar.length === 0) question.output.say(said.noLines)
      for (const line of soFar) question.output.quote(line)
    }
    question.offer({ lines: read }, { lines: said.readParts })
  }

  get #isValid(): boolean {
    return this.#before.answer !== undefined && check(this.#request.prompt, this.#before.answer).ok
  }

  #keep(value: Answer | undefined): unknown {
    this.#kept = value ?? null
    return this.#request.keep(value)
  }

  /** The editor's text is the answer. An empty text or an editor that fails leaves the question open. */
  async #edit(question: QuestionIo): Promise<AskResult | undefined> {
    this.#editorFirst = false
    const { prompt } = this.#request
    const before = typeof this.#kept === 'string' ? this.#kept : startOf(prompt)
    try {
      const editing = await this.#io.edit(before, prompt.ask)
      const { text = before, isLeft } = await fetched(editing, this.#io.words, (line) => waitForEnter(line, this.#io))
      const isSaved = text === before || this.#keep(text) !== false
      if (isSaved && isLeft) editing.noted()
      else if (isSaved) editing.saved()
      if (isLeft) return resultOf('leave', this.#kept)
      return this.#validated(text.trim() === '' ? undefined : text, question)
    } catch (error) {
      if (!(error instanceof ReflectError)) throw error
      question.output.say(error.inWords(this.#io.words))
      return undefined
    }
  }

  #taken(answer: Answer, { output, words }: QuestionIo): AskResult {
    output.say(acknowledgement(this.#request.prompt, answer, words))
    return { kind: 'answer', answer }
  }

  #validated(value: unknown, question: QuestionIo): AskResult | undefined {
    const { prompt } = this.#request
    const { isSilent, isMultiPart } = questionOf(prompt)
    if (value === undefined && isSilent === true) return { kind: 'seen' }
    const checked = value === undefined ? undefined : check(prompt, value)
    if (checked?.ok === true) {
      question.keep(checked.answer)
      return this.#taken(checked.answer, question)
    }
    complain(question, prompt, checked?.faults)
    question.save()
    if (value !== undefined && isMultiPart) this.#before = { answer: value as Answer, begun: true }
    return undefined
  }
}

function resultOf(way: QuestionExit, kept: Answer | null | undefined): AskResult {
  if (way === 'skip') return { kind: 'skip' }
  const kind = way === 'keep' || way === 'editor' ? 'leave' : way
  return { kind, ...(kept === undefined ? {} : { kept }) }
}

/** The short form of the answer so far, or the text that is not an answer yet; [] if it cannot be shown. */
function earlierLines(prompt: Prompt, answer: Answer, { words }: PlainIo): readonly string[] {
  const shown = storable(prompt, answer)
  if (shown === undefined) return typeof answer === 'string' ? answer.split('\n') : []
  return lines(prompt, shown, words.entry)
}

/** What of an answer has the form of its question; undefined if nothing has. */
function storable(prompt: Prompt, answer: Answer): Answer | undefined {
  const checked = check(prompt, answer)
  return checked.ok ? checked.answer : checked.begun
}

/** What `:help`, `:example` and `:question` say here, and `:picture` opens. */
function helpFor(
  { prompt: { ask: question, help, example }, pictures = [] }: AskRequest,
  { output, open }: PlainIo
): Pick<QuestionOptions, 'help' | 'example' | 'question' | 'picture'> {
  return {
    ...(pictures.length === 0 ? {} : { picture: () => output.say(open(pictures)) }),
    question: () => output.read(question),
    ...(help === undefined ? {} : { help: () => output.read(help) }),
    ...(example === undefined ? {} : { example: () => output.read(example) })
  }
}
