import { renderMarkdown, renderQuestion } from '../../display/markdown.ts'
import { visible } from '../../text/visible.ts'
import { truncate, wrap, wrapItems, wrapShort } from '../../display/wrap.ts'
import type { Markdown } from '../../markdown/read.ts'
import { isLong, lines, shownWith } from '../../questions/index.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import type { Answer, Prompt } from '../../questions/shared/model.ts'
import type { AskRequest } from '../renderer.ts'
import type { Frame, Size } from '../screen.ts'
import {
  compose,
  keepHeight,
  messageLines,
  nothingAround,
  roomFor,
  textColumns,
  type FrameParts,
  type Tone
} from './parts/frame.ts'
import { hang } from './parts/blocks.ts'
import { modes, withPicture, type Mode } from './keys/map.ts'
import { hintsOf } from './keys/shown.ts'
import { viewHelp, type HelpPage } from './help-page.ts'
import { cacheLast, type LinesFor } from './parts/pages.ts'
import type { Widget, WidgetContext } from './parts/widget.ts'

/** A sentence below a widget. */
export interface Notice {
  readonly text: string
  readonly tone: Tone
}

/** What the view of a question needs. */
export interface QuestionViewOptions<W> {
  readonly request: AskRequest
  readonly texts: QuestionTexts
  readonly widget: Widget<W>
  readonly context: WidgetContext
}

/** The view of a question: its text, its widget, a message and the keys, or its help page. */
export class QuestionView<W> {
  /** The question, its help and example. */
  readonly helpLines: LinesFor
  readonly #question: QuestionViewOptions<W>
  readonly #askLines: LinesFor
  readonly #steady = keepHeight()

  constructor(question: QuestionViewOptions<W>) {
    const { texts, context } = question
    this.helpLines = helpLines(texts, context)
    this.#question = question
    this.#askLines = cacheLast(askLines(question), context.theme)
  }

  /** The room of the widget together with a message. */
  room(message: Notice | undefined, size: Size): Size {
    return roomFor(this.#around(message, size), size, this.#question.widget.laid)
  }

  question(widget: W, message: Notice | undefined, size: Size): Frame {
    const around = this.#around(message, size)
    const room = this.room(message, size)
    const frame = this.#question.widget.view(widget, room)
    // A message takes rows below the widget, which stay empty when it disappears.
    const rows = room.rows + around.message.length
    const mode = this.#withPicture(this.#question.widget.mode(widget, room))
    const still = this.#steady({ ...frame, lines: [...frame.lines, ...around.message] }, { ...room, rows })
    return compose(
      { ...around, message: [], hints: hintsOf(mode, this.#question.context) },
      still,
      size,
      this.#question.context.theme
    )
  }

  /** The question while its answer is in the window of an editor. */
  waiting(widget: W, message: Notice | undefined, size: Size): Frame {
    const { context } = this.#question
    const around = { ...this.#around(message, size), hints: hintsOf(modes.waiting, context) }
    const room = roomFor(around, size, this.#question.widget.laid)
    const { cursor: _, ...frame } = this.#question.widget.view(widget, room)
    return compose(around, frame, size, context.theme)
  }

  /** The keys that apply. */
  mode(widget: W, message: Notice | undefined, size: Size): Mode {
    return this.#withPicture(this.#question.widget.mode(widget, this.room(message, size)))
  }

  #withPicture(mode: Mode): Mode {
    return this.#question.request.pictures === undefined ? mode : withPicture(mode)
  }

  helpPage(help: HelpPage, size: Size): Frame {
    return viewHelp(help, size, this.#question.context, this.bare())
  }

  /** The lines that stay on the screen after the question. */
  record(size: Size, answer?: Answer | typeof SKIPPED): readonly string[] {
    const columns = textColumns(size)
    const { prompt } = this.#question.request
    return this.#question.widget.showsQuestion
      ? [...this.#askLines(columns), '']
      : record(prompt, answer, columns, this.#question.context)
  }

  /** Everything around the widget except the keys. A note shows the question itself. */
  #around(message: Notice | undefined, size: Size): FrameParts {
    const { theme } = this.#question.context
    return {
      ...this.bare(),
      ask: this.#question.widget.showsQuestion ? [] : this.#askLines(textColumns(size)),
      message: message === undefined ? [] : ['', ...messageLines(message.text, size, message.tone, theme)]
    }
  }

  /** What is around the widget and around the help. */
  bare(): FrameParts {
    const { request, context } = this.#question
    return { ...nothingAround, top: topParts(request, context), cut: context.words.walk.rich.askCut }
  }
}

/** The parsed Markdown of a question. */
export interface QuestionTexts {
  readonly ask: Markdown
  readonly help?: Markdown | undefined
  readonly example?: Markdown | undefined
}

/** The lines of a question and of its open example. A note, which is read and not answered, has the normal weight. */
function askLines<W>({ texts, widget, context, request }: QuestionViewOptions<W>): LinesFor {
  const render = widget.showsQuestion ? renderMarkdown : renderQuestion
  const isOpen = request.prompt.isExampleOpen === true
  return (columns) => [
    ...render(texts.ask, columns, context.theme),
    ...(isOpen ? exampleLines(texts, columns, context) : [])
  ]
}

/** The help page above the keys: the question, its help and example. */
function helpLines(texts: QuestionTexts, context: WidgetContext): LinesFor {
  const { theme, words } = context
  const said = words.walk.rich.help
  return (columns) => {
    const help = texts.help === undefined ? [] : ['', ...renderMarkdown(texts.help, columns, theme)]
    const example = exampleLines(texts, columns, context)
    const none = help.length + example.length === 0 ? ['', ...wrap(theme.quiet(said.none), columns)] : []
    return [...renderQuestion(texts.ask, columns, theme), ...help, ...example, ...none, '']
  }
}

/** The example below its heading; [] if there is none. */
function exampleLines({ example }: QuestionTexts, columns: number, { theme, words }: WidgetContext): readonly string[] {
  if (example === undefined) return []
  return ['', theme.strong(words.walk.rich.help.example), ...renderMarkdown(example, columns, theme)]
}

/** Stands for an answer that was skipped. */
export const SKIPPED = Symbol('skipped')

/** Maximum lines of an answer that stay on the screen. */
const MOST = 5

/** Maximum columns of the title of the question that makes this one private. */
const SOURCE = 24

/** Parts of the top line: the minutes left, whether the answer is private, and the share done. */
function topParts(
  { progress, private: isPrivate, inheritsFrom }: AskRequest,
  { words, theme }: WidgetContext
): string[] {
  const said = words.walk.rich
  const source = inheritsFrom === undefined ? undefined : truncate(visible(inheritsFrom), SOURCE, theme.glyphs.ellipsis)
  return [
    ...(progress?.minutesLeft === undefined ? [] : [said.minutesLeft(progress.minutesLeft)]),
    ...(isPrivate ? [said.private] : []),
    ...(source === undefined ? [] : [said.privateAs(source)]),
    ...(progress === undefined || progress.done === 0 ? [] : [said.done(progress.done)])
  ]
}

/** The lines that stay on the screen after a question: its title and the answer in short. */
function record(
  prompt: Prompt,
  answer: Answer | typeof SKIPPED | undefined,
  columns: number,
  context: WidgetContext
): string[] {
  const { theme } = context
  const sign = answer === SKIPPED ? theme.quiet(theme.glyphs.skipped) : theme.good(theme.glyphs.done)
  const title = hang(`${sign} `, wrap(visible(headingOf(prompt)), columns - 2))
  const { ellipsis } = theme.glyphs
  const parts = answerInShort(prompt, answer, context)
  const short = isLong(prompt)
    ? wrapShort(parts.join('\n'), columns - 2, MOST, ellipsis)
    : wrapItems(parts, columns - 2, MOST, { ellipsis, more: context.words.walk.rich.pick.others })
  return [...title, ...short.map((line) => `  ${theme.quiet(line)}`), '']
}

/** The lines of the short form of an answer; without one, of what was shown with the question. */
function answerInShort(
  prompt: Prompt,
  answer: Answer | typeof SKIPPED | undefined,
  { words }: WidgetContext
): string[] {
  if (answer === SKIPPED) return [words.walk.rich.skipped]
  const short = answer === undefined ? shownWith(prompt)?.split('\n') : lines(prompt, answer, words.entry)
  if (short === undefined) return [words.walk.rich.kept]
  return short.filter((line) => line.trim() !== '').map((line) => visible(line.trim()))
}
