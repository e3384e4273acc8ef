import { dayOf, isoTime } from '../../dates/time.ts'
import { edit as openEditor } from '../editor.ts'
import type { Renderer, RendererOptions } from '../renderer.ts'
import { ask } from './ask-question.ts'
import { linesOf } from './io/lines.ts'
import { askLine, choose, chooseQuestion, confirm, waitToBegin } from './menus.ts'
import type { PlainIo } from './io/question-io.ts'
import { PlainOutput } from './io/plain-output.ts'

/**
 * Makes the renderer of plain mode: line by line, no cursor, no redraw, no colour; for screen readers, pipes and dumb
 * terminals. The end of the input counts as leaving, after everything typed was passed to `keep`.
 */
export function plainRenderer({ context, editor, always = false }: RendererOptions): Renderer {
  const said = context.words.walk.plain
  const lines = linesOf(context)
  const forget = context.onExit(() => lines.release())
  let last: { readonly id: string; readonly private: boolean } | undefined
  const io: PlainIo = {
    lines,
    output: new PlainOutput(context.stdout),
    words: context.words,
    alwaysEdit: always,
    today: () => dayOf(isoTime(context.now())),
    onExit: context.onExit,
    async edit(text, question) {
      lines.release()
      return openEditor(text, question, editor, context)
    }
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
    async passage(title, markdown) {
      output.pause()
      if (title !== '') output.say(title)
      await output.read(markdown)
    },
    say: (line) => output.say(line),
    choose: (question, items) => choose(question, items, io),
    chooseOnce: (question, items) => choose(question, items, io),
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
