import { dayOf, isoTime } from '../../dates/time.ts'
import { RichEditor } from './editor.ts'
import { Keyboard } from '../keyboard.ts'
import { withSaidPictures } from '../../markdown/pictures.ts'
import { openPictures } from '../open-pictures.ts'
import { readMarkdown, type Markdown } from '../../markdown/read.ts'
import { renderMarkdown } from '../../display/markdown.ts'
import type { AskRequest, Exercise, Renderer, RendererOptions } from '../renderer.ts'
import type { Size } from '../screen.ts'
import type { Theme } from '../../display/theme.ts'
import { visible } from '../../text/visible.ts'
import { wrap, wrapSentence } from '../../display/wrap.ts'
import { QuestionScreen } from './question-screen.ts'
import { askLine, askYesOrNo } from './inquirer-prompts.ts'
import { menu, overview, page, review } from './lists.ts'
import { textColumns } from './parts/frame.ts'
import type { QuestionTexts } from './question-view.ts'
import { looking } from './looking.ts'
import { reading } from './passage.ts'
import { show } from './prompt.ts'
import { Session } from './session.ts'
import type { WidgetContext } from './parts/widget.ts'
import { withWidget } from './widgets/index.ts'
import { Clipboard } from '../writing/clipboard.ts'

/**
 * Makes the renderer of rich mode: keys, colours and redraw on a terminal. The frame is below earlier output; an
 * answered question leaves a short record in the scrollback. The terminal is in raw mode from the first question until
 * `close`, and restored whenever the process ends.
 */
export function richRenderer(options: RendererOptions & { readonly theme: Theme }): Renderer {
  const { context, theme, editor, always = false } = options
  const keyboard = new Keyboard(context.stdin, () => tell(context.words.walk.rich.notUtf8))
  const session = new Session(context, keyboard, theme)
  const tell = (line: string) => session.print(sentence(line, session.size))
  const forget = context.onExit(() => session.end())
  const widgetContext = widgetContextFor(theme, context)
  const editors = new RichEditor(session, { setting: editor, context, widgetContext })
  const read = (markdown: string) => readShown(markdown, context)
  const opener = (files: readonly string[] = []) =>
    files.length === 0 ? undefined : () => tell(openPictures(files, context))
  let reviewed = ''

  return {
    async reading(exercise) {
      const markdown = exercise.reading === undefined ? undefined : read(exercise.reading)
      const lines = (columns: number) => opening(headOf(exercise, widgetContext), markdown, columns, theme)
      return show(reading(lines, 'beginning', { ...widgetContext, open: opener(exercise.pictures) }), session)
    },
    async ask(request) {
      const { prompt, answer, language } = request
      const texts = textsOf(request, read)
      const about = {
        request,
        texts,
        context: widgetContextFor(theme, context, language, widgetContext.clipboard),
        edit: editors.edit,
        open: opener(request.pictures),
        always: always && !editors.isDeclined
      }
      const lines = (columns: number) => renderMarkdown(texts.ask, columns, theme)
      return withWidget(prompt, answer, lines, about.context, (widget) =>
        show(new QuestionScreen({ widget, ...about }), session)
      )
    },
    overview: (items, at) => show(overview(items, at, context, widgetContext), session),
    async review(items, notes) {
      const chosen = await show(review(items, reviewed, notes, widgetContext), session)
      reviewed = chosen.kind === 'privacy' ? chosen.prompt : ''
      return chosen
    },
    async passage(title, markdown, pictures) {
      const body = read(markdown)
      const lines = (columns: number) => opening(title === '' ? [] : [visible(title)], body, columns, theme)
      return show(reading(lines, 'passage', { ...widgetContext, open: opener(pictures) }), session)
    },
    wait: (line) => waitForEnter(visible(line), session, widgetContext),
    say: tell,
    choose: (question, items, more = {}) => show(menu(question, items, more, widgetContext), session),
    page: (text, rows) => show(page(text, rows, widgetContext), session),
    look: (lines, actions) => show(looking(lines, actions, widgetContext), session),
    askLine: (question) => askLine(question, session, widgetContext),
    confirm: (question, preset) => askYesOrNo(question, preset, session, widgetContext),
    interrupt: () => session.keyboard.interrupt(),
    resume: () => session.keyboard.resume(),
    close() {
      forget()
      session.close()
    }
  }
}

/** The title of an exercise, its purpose, and how long it takes. */
function headOf({ title, purpose, minutes, questions }: Exercise, { words, theme }: WidgetContext): string[] {
  const about = words.walk.rich.about(questions, minutes).join(theme.glyphs.between)
  return [visible(title), ...(purpose === undefined ? [] : [visible(purpose)]), about]
}

/** Markdown of a pack, with a sentence for each picture. */
function readShown(markdown: string, { words }: RendererOptions['context']): Markdown {
  return withSaidPictures(readMarkdown(markdown), words.walk.pictures.shown)
}

/** The lines of a sentence that stays on the screen. */
function sentence(line: string, size: Size): string[] {
  return [...wrapSentence(visible(line), textColumns(size)), '']
}

/** Shows a sentence until Enter. False if the learner leaves. */
async function waitForEnter(line: string, session: Session, context: WidgetContext): Promise<boolean> {
  const lines = (columns: number) => wrap(line, columns)
  return (await show(reading(lines, 'passage', context), session)) === 'next'
}

/** What all widgets share. `today` is computed when it is read, because finding the time zone is slow. */
function widgetContextFor(
  theme: Theme,
  { now, words }: RendererOptions['context'],
  language?: string,
  clipboard = new Clipboard()
): WidgetContext {
  return {
    clipboard,
    theme,
    words,
    language,
    get today() {
      return dayOf(isoTime(now()))
    }
  }
}

/** A title, quiet lines about it, and a passage. */
function opening(
  [title, ...about]: readonly string[],
  body: Markdown | undefined,
  columns: number,
  theme: Theme
): string[] {
  const head =
    title === undefined
      ? []
      : [
          ...wrap(title, columns).map((line) => theme.strong(line)),
          ...about.flatMap((line) => wrap(line, columns)).map((line) => theme.quiet(line))
        ]
  if (body === undefined) return head
  return [...head, ...(head.length === 0 ? [] : ['']), ...renderMarkdown(body, columns, theme)]
}

function textsOf({ prompt }: AskRequest, read: (markdown: string) => Markdown): QuestionTexts {
  const { help, example } = prompt
  return {
    ask: read(prompt.ask),
    help: help === undefined ? undefined : read(help),
    example: example === undefined ? undefined : read(example)
  }
}
