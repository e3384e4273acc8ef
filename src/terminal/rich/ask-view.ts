import type { Answer } from '../../questions/shared/model.ts'
import { renderMarkdown } from '../../display/markdown.ts'
import type { AskRequest } from '../renderer.ts'
import type { Frame, Size } from '../screen.ts'
import { compose, indented, messageLines, roomFor, keepHeight, textColumns } from './parts/frame.ts'
import type { FrameParts } from './parts/frame.ts'
import { helpLines } from './help.ts'
import type { Texts } from './help.ts'
import { pages, remembered } from './parts/pages.ts'
import type { LinesFor, Page } from './parts/pages.ts'
import { record, topParts } from './record.ts'
import type { SKIPPED } from './record.ts'
import type { WidgetContext, Widget } from './parts/widget.ts'

/** A sentence below a widget. */
export interface Message {
  readonly text: string
  readonly tone: 'quiet' | 'warn'
}

/** What a question looks like. */
interface Looks<W> {
  readonly request: AskRequest
  readonly texts: Texts
  readonly widget: Widget<W>
  readonly context: WidgetContext
}

/** How a question is shown: what it says, its widget, a message, the keys; and its help page in place of these. */
export class AskView<W> {
  readonly help: Widget<Page>
  readonly #request: AskRequest
  readonly #widget: Widget<W>
  readonly #context: WidgetContext
  readonly #askLines: LinesFor
  readonly #steady = keepHeight()

  constructor({ request, texts, widget, context }: Looks<W>) {
    this.help = pages(helpLines(texts, context), context, context.words.walk.rich.keys.closeHelp)
    this.#request = request
    this.#widget = widget
    this.#context = context
    this.#askLines = remembered((columns) => renderMarkdown(texts.ask, columns, context.theme))
  }

  /** The room that the widget has beside a message. */
  room(message: Message | undefined, size: Size): Size {
    return roomFor(this.#around(message, size), size, this.#widget.widest)
  }

  question(widget: W, message: Message | undefined, size: Size): Frame {
    const around = this.#around(message, size)
    const room = this.room(message, size)
    const frame = this.#widget.view(widget, room)
    // A message takes the rows below the widget, and when it goes they stay.
    const rows = room.rows + around.message.length
    const still = this.#steady({ ...frame, lines: [...frame.lines, ...around.message] }, { ...room, rows })
    return compose({ ...around, message: [], hints: this.#hints(widget, room) }, still, size, this.#context.theme)
  }

  helpRoom(size: Size): Size {
    return roomFor(this.#bare(), size)
  }

  helpPage(page: Page, size: Size): Frame {
    const room = this.helpRoom(size)
    const hints = [...this.help.hints(page, room), this.#context.words.walk.rich.keys.escapeBack]
    return compose({ ...this.#bare(), hints }, this.help.view(page, room), size, this.#context.theme)
  }

  /** What stays on the screen when the question is done with. */
  record(size: Size, answer?: Answer | typeof SKIPPED): readonly string[] {
    const columns = textColumns(size)
    const { prompt } = this.#request
    return this.#widget.showsQuestion
      ? [...indented(this.#askLines(columns)), '']
      : record(prompt, answer, columns, this.#context)
  }

  #hints(widget: W, room: Size): readonly string[] {
    const { keys } = this.#context.words.walk.rich
    const editor = this.#widget.writing === undefined ? [] : [keys.editor]
    return [...this.#widget.hints(widget, room), keys.help, keys.back, keys.leave, keys.overview, ...editor]
  }

  /** What stands round the widget but for the keys; a note is its own question. */
  #around(message: Message | undefined, size: Size): FrameParts {
    const { theme } = this.#context
    const style = message?.tone === 'warn' ? theme.warn : theme.quiet
    return {
      ...this.#bare(),
      ask: this.#widget.showsQuestion ? [] : this.#askLines(textColumns(size)),
      message: message === undefined ? [] : ['', ...messageLines(message.text, size, style)]
    }
  }

  #bare(): FrameParts {
    return {
      top: topParts(this.#request, this.#context),
      ask: [],
      cut: this.#context.words.walk.rich.askCut,
      message: [],
      hints: []
    }
  }
}
