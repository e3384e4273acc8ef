import { renderMarkdown } from '../../../src/display/markdown.ts'
import { readMarkdown } from '../../../src/markdown/read.ts'
import type { AskRequest, AskResult, Renderer } from '../../../src/terminal/renderer.ts'
import { key, type Key } from '../../../src/terminal/keys.ts'
import { QuestionScreen } from '../../../src/terminal/rich/question-screen.ts'
import { withWidget } from '../../../src/terminal/rich/widgets/index.ts'
import { answered } from '../../terminal/plain/kit.ts'
import { kit, sizes } from '../../terminal/rich/kit.ts'

/** What a learner does with every question of a session. */
export const ways = ['leave', 'keep', 'skip'] as const
export type Way = (typeof ways)[number]

/** The two kinds of terminal. */
export const modes = ['rich', 'plain'] as const
export type Mode = (typeof modes)[number]

/** A renderer whose questions are asked as in one mode, by a learner who has one way with all of them. */
export function scripted(mode: Mode, way: Way): { readonly renderer: Renderer; readonly said: string[] } {
  const said: string[] = []
  const ask = mode === 'rich' ? askRich : askPlain
  const unexpected = () => {
    throw new Error('Not a part of an exercise')
  }
  const renderer: Renderer = {
    reading: async () => 'next',
    ask: (request) => ask(request, way),
    overview: unexpected,
    async review(_, notes) {
      said.push(...notes)
      return { kind: way === 'leave' ? 'leave' : 'done' }
    },
    passage: async () => 'next',
    say: (line) => void said.push(line),
    choose: unexpected,
    look: unexpected,
    page: unexpected,
    askLine: unexpected,
    wait: unexpected,
    confirm: unexpected,
    interrupt: unexpected,
    resume: unexpected,
    close() {}
  }
  return { renderer, said }
}

/** Lines of plain mode. Empty lines keep what is there; the full stop ends a text; what is still open is skipped. */
const lines: Readonly<Record<Way, readonly string[]>> = {
  leave: [':leave'],
  keep: [...Array.from({ length: 12 }, () => ''), '.', ':skip'],
  skip: [':skip']
}

async function askPlain({ prompt, ...request }: AskRequest, way: Way): Promise<AskResult> {
  return (await answered(prompt, lines[way], request)).told
}

const tab = key('tab')
const clear: readonly Key[] = ['a', 'k'].map((letter) => key(letter, { ctrl: true }))

async function askRich(request: AskRequest, way: Way): Promise<AskResult> {
  const { prompt, answer } = request
  const texts = { ask: readMarkdown(prompt.ask), help: undefined, example: undefined }
  const ask = (columns: number) => renderMarkdown(texts.ask, columns, kit.theme)
  return withWidget(prompt, answer, ask, kit, (widget) => {
    const screen = new QuestionScreen({
      widget,
      request,
      texts,
      context: kit,
      edit: () => Promise.reject(new Error('no editor is called here')),
      always: false
    })
    let state = screen.start
    for (const size of sizes) screen.view(state, size)
    if (way === 'leave') return screen.leave(state)
    if (way === 'skip') return { kind: 'skip' }
    for (const stroke of [tab, tab, ...clear, tab, tab]) {
      const step = screen.stroke(state, stroke, sizes[0] ?? { columns: 80, rows: 24 })
      if (step.kind === 'done') return step.result
      if (step.kind === 'stay') state = step.state
    }
    return { kind: 'skip' }
  })
}
