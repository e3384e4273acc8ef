import type { Context } from '../../context/context.ts'
import type { Renderer } from '../renderer.ts'
import { ask } from './ask.ts'
import { linesOf } from './io/lines.ts'
import { choose, chooseQuestion, confirm, waitToBegin } from './menus.ts'
import type { Study } from './ask-question.ts'
import { Voice } from './io/plain-output.ts'

/** What the plain renderer is made of. */
export interface PlainOptions {
  readonly context: Pick<Context, 'stdin' | 'stdout' | 'env' | 'platform' | 'words' | 'onExit' | 'withTerminalReleased'>
  /** The editor's command from the settings. */
  readonly editor?: string | undefined
  /** Every text is written in the editor. */
  readonly always?: boolean
}

/**
 * Plain mode: line by line, no cursor, no redraw, no colour; the same for screen readers, pipes and dumb
 * terminals. Ends of input count as leaving, with everything typed so far handed to `keep`.
 */
export function plainRenderer({ context, editor, always = false }: PlainOptions): Renderer {
  const { words } = context
  const said = words.walk.plain
  const voice = new Voice(context.stdout)
  const lines = linesOf(context)
  const forget = context.onExit(() => lines.release())
  let last: { readonly id: string; readonly private: boolean } | undefined
  const study: Study = {
    lines,
    voice,
    words,
    always,
    onExit: context.onExit,
    edit: (text, question) =>
      lines.lend(async () => (await import('../editor.ts')).edit(text, question, editor, context))
  }
  return {
    async reading({ title, purpose, minutes, questions, reading }) {
      voice.say(title)
      if (purpose !== undefined) voice.say(purpose)
      voice.say(minutes === undefined ? said.questions(questions) : said.minutes(minutes, questions))
      if (reading !== undefined) {
        voice.pause()
        await voice.read(reading)
      }
      voice.pause()
      return waitToBegin(study)
    },
    ask(asked) {
      const { id } = asked.prompt
      if (last?.id === id && last.private && !asked.private) voice.say(said.nowPublic)
      last = { id, private: asked.private }
      return ask(asked, study)
    },
    overview: (items, at) => chooseQuestion(items, study, { title: said.overview, how: said.overviewHow, at }),
    review(items, dropped) {
      if (dropped.length > 0) voice.say(said.dropped(dropped))
      return chooseQuestion(items, study, { title: said.review, how: said.reviewHow })
    },
    async passage(title, markdown) {
      voice.pause()
      if (title !== '') voice.say(title)
      await voice.read(markdown)
    },
    say: (line) => voice.say(line),
    choose: (question, items) => choose(question, items, study),
    async look(shown, actions) {
      voice.pause()
      voice.show(shown)
      return actions.length === 0 ? { kind: 'back' } : choose(said.whatNow, actions, study)
    },
    confirm: (question, preset) => confirm(question, preset, study),
    interrupt: () => lines.interrupt(),
    goOn: () => lines.goOn(),
    close() {
      forget()
      lines.release()
    }
  }
}
