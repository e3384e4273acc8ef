import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { check, summary } from '../../questions/index.ts'
import type { Answer, NotePrompt, Prompt, PromptType } from '../../questions/shared/model.ts'
import type { Asked, Told } from '../renderer.ts'
import type { Before } from './askers/asker.ts'
import { take } from './askers/index.ts'
import { complain, Desk, Turn } from './io/question-io.ts'
import type { Manners, Room, Way } from './io/question-io.ts'

/** A room in which words are written. */
export interface Study extends Room {
  readonly onExit: Context['onExit']
  /** The editor: gives the text as it came back, or undefined where nothing was changed. */
  readonly edit: (text: string, question: string) => Promise<string | undefined>
  /** Every text is written in the editor. */
  readonly always: boolean
}

/** Something that can be answered. */
type Answerable = Asked & { readonly prompt: Exclude<Prompt, NotePrompt> }

/** Answers that are given in parts: after a fault the parts that are there stay. */
const inParts: ReadonlySet<PromptType> = new Set(['list', 'table', 'sentence', 'plan', 'scale'])
/** Answers that are said back, because what was typed stands for something else. */
const saidBack: ReadonlySet<PromptType> = new Set(['choice', 'choices', 'ranking', 'sentence', 'date'])

/** One question from its first line to what the learner did. */
export class Questioning {
  readonly #asked: Answerable
  readonly #study: Study
  #before: Before<Answer>
  #kept: Answer | undefined
  #editorFirst: boolean

  constructor(asked: Answerable, study: Study) {
    this.#asked = asked
    this.#study = study
    this.#kept = asked.answer
    this.#editorFirst = study.always && isLong(asked.prompt)
    this.#before = { begun: asked.begun === true, ...(asked.answer === undefined ? {} : { answer: asked.answer }) }
  }

  /** What is there already, and what an empty line does with it. */
  showEarlier(): void {
    const { voice, words } = this.#study
    const said = words.walk.plain
    const { prompt, answer } = this.#asked
    if (answer === undefined) return
    const lines = earlierLines(prompt, answer, this.#study)
    if (lines.length > 0) voice.say(said.soFar)
    for (const line of lines) voice.quote(line)
    if (!this.#holds) return
    const goesOn = this.#before.begun && ['text', 'list', 'recall'].includes(prompt.type) && !isOneLine(prompt)
    voice.say(goesOn ? said.keepsWriting : said.keeps)
  }

  /** Asks once; undefined where the answer does not hold and is to be asked for again. */
  async round(): Promise<Told | undefined> {
    const desk = new Desk(this.#study, this.#manners)
    // Saying something ends the process there and then where nobody reads it any more.
    const forget = this.#study.onExit(() => desk.save())
    try {
      return await this.#answered(desk)
    } finally {
      forget()
    }
  }

  async #answered(desk: Desk): Promise<Told | undefined> {
    if (this.#editorFirst) return this.#edit(desk)
    try {
      return this.#settle(await take(this.#asked.prompt, desk, this.#before), desk)
    } catch (turn) {
      desk.save()
      if (!(turn instanceof Turn)) throw turn
      if (turn.way === 'editor') return this.#edit(desk)
      if (turn.way === 'keep' && this.#before.answer !== undefined)
        return { kind: 'answer', answer: this.#before.answer }
      return toldOf(turn.way, this.#kept)
    }
  }

  get #manners(): Manners {
    const { prompt } = this.#asked
    return {
      ...helpFor(prompt, this.#study),
      ways: ['back', 'skip', 'overview', 'review', 'private', ...(isLong(prompt) ? (['editor'] as const) : [])],
      keepable: this.#holds,
      keep: (value) => this.#keep(value as Answer)
    }
  }

  get #holds(): boolean {
    return this.#before.answer !== undefined && check(this.#asked.prompt, this.#before.answer).ok
  }

  #keep(value: Answer): void {
    this.#kept = value
    this.#asked.keep(value)
  }

  /** What comes back from the editor is the answer; nothing, or an editor that fails, leaves the question open. */
  async #edit(desk: Desk): Promise<Told | undefined> {
    this.#editorFirst = false
    const before = typeof this.#kept === 'string' ? this.#kept : ''
    try {
      const text = (await this.#study.edit(before, this.#asked.prompt.ask)) ?? before
      if (text !== before) this.#keep(text)
      return this.#settle(text.trim() === '' ? undefined : text, desk)
    } catch (error) {
      if (!(error instanceof ReflectError)) throw error
      desk.voice.say(error.inWords(this.#study.words))
      return undefined
    }
  }

  #settle(value: unknown, desk: Desk): Told | undefined {
    const { prompt } = this.#asked
    if (value === undefined && prompt.type === 'recall') return { kind: 'seen' }
    const checked = value === undefined ? undefined : check(prompt, value)
    if (checked?.ok === true) {
      if (saidBack.has(prompt.type)) {
        desk.keep(checked.answer)
        desk.voice.say(desk.words.walk.plain.taken(oneLine(prompt, checked.answer, this.#study)))
      }
      return { kind: 'answer', answer: checked.answer }
    }
    complain(desk, prompt, checked?.faults)
    desk.save()
    if (value !== undefined && inParts.has(prompt.type)) this.#before = { answer: value as Answer, begun: true }
    return undefined
  }
}

/** What a way out means to whoever asked. */
export function toldOf(way: Way, kept: Answer | undefined): Told {
  if (way === 'skip') return { kind: 'skip' }
  const kind = way === 'keep' || way === 'editor' ? 'leave' : way
  return { kind, ...(kept === undefined ? {} : { kept }) }
}

function isOneLine(prompt: Prompt): boolean {
  return prompt.type === 'text' && prompt.lines === 1
}

/** Written in any number of lines: what an editor is for. */
function isLong(prompt: Prompt): boolean {
  return (prompt.type === 'text' && !isOneLine(prompt)) || prompt.type === 'recall'
}

function earlierLines(prompt: Prompt, answer: Answer, study: Study): readonly string[] {
  if (typeof answer === 'string' && isLong(prompt)) return [answer]
  if (prompt.type === 'list' && Array.isArray(answer)) return answer.map(String)
  return check(prompt, answer).ok ? [oneLine(prompt, answer, study)] : []
}

function oneLine(prompt: Prompt, answer: Answer, { words }: Study): string {
  return prompt.type === 'date' ? String(answer) : summary(prompt, answer, words.entry)
}

/** What `:help` and `:example` say here. */
export function helpFor(prompt: Prompt, { voice, words }: Study): Pick<Manners, 'help' | 'example'> {
  const { help, example } = prompt
  return {
    help: async () => {
      if (help !== undefined) await voice.read(help)
      voice.say(words.walk.plain.help)
    },
    ...(example === undefined ? {} : { example: () => voice.read(example) })
  }
}
