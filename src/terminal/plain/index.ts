import { dayOf, isoTime } from '../../dates/time.ts'
import { EditorChoice, type ChoiceDialogue } from '../editor/choice.ts'
import { Editing, withQuestion, type EditedText, type EditorContext } from '../editor/edit.ts'
import { openPictures } from '../open-pictures.ts'
import type { Renderer, RendererOptions } from '../renderer.ts'
import { ask } from './ask-question.ts'
import { linesOf } from './io/lines.ts'
import { askLine, choose, chooseQuestion, confirm, showPage, waitForEnter, waitToBegin } from './menus.ts'
import type { PlainIo } from './io/question-io.ts'
import { PlainOutput } from './io/plain-output.ts'

/**
 * Makes the renderer of plain mode: line by line, no cursor, no redraw, no colour; for screen readers, pipes and dumb
 * terminals. The end of the input counts as leaving, after everything typed was passed to `keep`.
 */
export function plainRenderer({ context, editor, always = false }: RendererOptions): Renderer {
  const said = context.words.walk.plain
  const lines = linesOf(context)
  const editors = new EditorChoice(editor, context)
  const forget = context.onExit(() => lines.release())
  let last: { readonly id: string; readonly private: boolean } | undefined
  let isNoted = false
  const io: PlainIo = {
    lines,
    output: new PlainOutput(context.stdout, context.words),
    words: context.words,
    open: (pictures) => openPictures(pictures, context),
    get alwaysEdit() {
      return always && !editors.isDeclined
    },
    today: () => dayOf(isoTime(context.now())),
    onExit: context.onExit,
    noteKeptAsText(line) {
      if (!isNoted) io.output.say(said.keptAsText(line))
      isNoted = true
    },
    edit: (text, question) => openEditor(withQuestion(text, question, context), editors, io, context)
  }
  const { output } = io
  return {
    reading: (exercise) => waitToBegin(exercise, io),
    ask(request) {
      const { id } = request.prompt
      if (last?.id === id && last.private && !request.private) output.say(said.nowPublic)
      last = { id, private: request.private }
      return ask(request, io)
    },
    overview: (items, at) => chooseQuestion(items, io, { title: said.overview, how: said.overviewHow, at }),
    review(items, notes) {
      for (const note of notes) output.say(note)
      return chooseQuestion(items, io, { title: said.review, how: said.reviewHow })
    },
    passage: (title, markdown, pictures) => readPassage(title, markdown, pictures, io),
    wait: (line) => waitForEnter(line, io),
    say: (line) => output.say(line),
    choose: (question, items) => choose(question, items, io),
    page: (text, rows) => showPage(text, rows, io),
    askLine: (question) => askLine(question, io),
    async look(shown, actions) {
      output.pause()
      output.show(shown)
      return actions.length === 0 ? { kind: 'back' } : choose(said.whatNow, actions, io)
    },
    confirm: (question, preset) => confirm(question, preset, io),
    interrupt: () => lines.interrupt(),
    resume: () => lines.resume(),
    close() {
      forget()
      lines.release()
    }
  }
}

/** A line-by-line reader continues at once: what was read stays above. */
async function readPassage(
  title: string,
  markdown: string,
  pictures: readonly string[] = [],
  { output, words }: PlainIo
): Promise<'next'> {
  output.pause()
  if (title !== '') output.say(title)
  await output.read(markdown)
  if (pictures.length > 0) output.say(words.walk.pictures.here(pictures))
  return 'next'
}

/** Runs the learner's editor, which has the terminal meanwhile. Only someone at a terminal is asked to choose one. */
async function openEditor(
  text: EditedText,
  editors: EditorChoice,
  io: PlainIo,
  context: EditorContext
): Promise<Editing> {
  const { lines } = io
  const dialogue: ChoiceDialogue = {
    choose: (question, items) => choose(question, items, io),
    confirm: (question, preset) => confirm(question, preset, io)
  }
  const editing = new Editing(text, await editors.command(lines.isTyped ? dialogue : undefined), context)
  lines.release()
  await editing.run()
  await lines.discard()
  return editing
}
