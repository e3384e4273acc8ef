/**
 * Short questions that inquirer's prompts ask: one line, yes or no, one of a few. Inquirer keeps the state, the default
 * and the validation. The question, the keys and all painting are ours, so that such a question looks like the others
 * and survives a resized terminal.
 */
import { Readable, Writable } from 'node:stream'
import confirm from '@inquirer/confirm'
import input from '@inquirer/input'
import select from '@inquirer/select'
import type { Theme } from '../../display/theme.ts'
import { visible } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'
import type { Stroke } from '../keys.ts'
import type { LineQuestion, MenuItem, MenuResult } from '../renderer.ts'
import type { Frame } from '../screen.ts'
import { isControl, isDone } from '../keys.ts'
import { compose, indented, keepHeight, messageLines, roomFor, textColumns } from './parts/frame.ts'
import type { FrameParts } from './parts/frame.ts'
import { lineSign } from './parts/field.ts'
import type { WidgetContext } from './parts/widget.ts'
import type { Session } from './session.ts'

/** Asks for one line. Typing replaces `preset`. */
export function askLine(
  { question, preset, progress, fault }: LineQuestion,
  session: Session,
  context: WidgetContext
): Promise<MenuResult<string>> {
  return present(session, context, {
    question,
    progress,
    enter: context.words.walk.rich.keys.enterNext,
    sign: lineSign(context),
    ask: async (streams, error) => {
      const theme = themeFor(context.theme, error)
      const validate = (line: string) => fault?.(line.trim()) ?? true
      const line = await input({ message: '', theme, validate, default: preset }, streams)
      return line.trim()
    },
    record: (line) => line
  })
}

/** Asks yes or no. Enter alone means `preset`. */
export function askConfirmation(
  question: string,
  preset: boolean,
  session: Session,
  context: WidgetContext
): Promise<MenuResult<boolean>> {
  const { keys, yes, no, yesOrNo } = context.words.walk.rich
  return present(session, context, {
    question,
    enter: keys.enterChoose,
    sign: lineSign(context),
    ask: (streams, error) => {
      const theme = { ...themeFor(context.theme, error), keywords: { yes, no, error: () => yesOrNo(yes, no) } }
      return confirm({ message: '', default: preset, theme }, streams)
    },
    record: (isYes) => (isYes ? yes : no)
  })
}

/** Asks for one of a few. The note of the item at the pointer is below the items. */
export async function askChoice<T>(
  question: string,
  items: readonly MenuItem<T>[],
  session: Session,
  context: WidgetContext
): Promise<MenuResult<T>> {
  const { theme } = context
  const choices = items.map(({ label, note = '' }, value) => ({
    value,
    name: visible(label),
    description: visible(note)
  }))
  const style = { message: () => '', highlight: theme.strong, description: theme.quiet, keysHelpTip: () => '' }
  const ours = { prefix: '', style, icon: { cursor: theme.accent(theme.glyphs.pointer) } }
  const picked = await present(session, context, {
    question,
    enter: context.words.walk.rich.keys.enterChoose,
    ask: (streams) => select({ message: '', choices, theme: ours, loop: false, pageSize: 12 }, streams),
    record: (index) => items[index]?.label ?? ''
  })
  const item = picked.kind === 'chosen' ? items[picked.value] : undefined
  return item === undefined
    ? { kind: picked.kind === 'leave' ? 'leave' : 'back' }
    : { kind: 'chosen', value: item.value }
}

/**
 * Our colours, and neither prefix nor message, because the question is above. `error` gets what is wrong with a line.
 */
function themeFor(theme: Theme, error: (text: string) => void) {
  return {
    prefix: '',
    style: {
      message: () => '',
      answer: theme.accent,
      defaultAnswer: (text: string) => theme.quiet(`(${text})`),
      error: (text: string) => {
        error(text)
        return ''
      }
    }
  }
}

interface Streams {
  readonly input: Readable
  readonly output: Writable
  readonly signal: AbortSignal
}

interface Presented<T> {
  readonly question: string
  readonly progress?: LineQuestion['progress']
  /** The most important key. */
  readonly enter: string
  /** Takes the place of the two columns in which inquirer leaves its prefix and message out. */
  readonly sign?: string
  /** Runs inquirer's prompt. */
  readonly ask: (streams: Streams, error: (text: string) => void) => Promise<T>
  /** The answer as the record shows it. */
  readonly record: (value: T) => string
}

/** Shows a prompt of inquirer until it is answered or left. What was typed ahead counts, as everywhere. */
async function present<T>(session: Session, context: WidgetContext, prompt: Presented<T>): Promise<MenuResult<T>> {
  const { theme } = context
  const question = visible(prompt.question)
  const view = new PromptView(prompt, session, context)
  const keys = new Readable({ read() {} })
  const abort = new AbortController()
  session.open()
  session.shows({ redraw: () => view.paint(), keep() {} })
  let answer: { readonly value: T } | { readonly error: unknown } | undefined
  const streams = { input: keys, output: new PromptOutput(session, (text) => view.write(text)), signal: abort.signal }
  const asked = prompt
    .ask(streams, (text) => (view.error = text))
    .then(
      (value) => (answer = { value }),
      (error: unknown) => (answer = { error })
    )
  const finish = async (record: readonly string[]) => {
    abort.abort()
    await asked
    session.shows(undefined)
    session.painter.leave(record)
  }
  for (;;) {
    // Inquirer answers in microtasks.
    await new Promise((resolve) => setImmediate(resolve))
    if (answer !== undefined) break
    const stroke = await session.keyboard.read()
    const way = wayOut(stroke)
    if (way !== undefined) {
      await finish([])
      return { kind: way }
    }
    if (isControl(stroke, 'z')) session.suspend()
    else if (isControl(stroke, 'l')) session.refresh()
    else {
      view.error = ''
      keys.push(inputOf(stroke))
    }
  }
  if ('error' in answer) {
    await finish([])
    throw answer.error
  }
  const line = `${theme.quiet(question)} ${visible(prompt.record(answer.value))}`
  await finish([...indented(wrap(line, textColumns(session.size))), ''])
  return { kind: 'chosen', value: answer.value }
}

/** Where a key leads that ends every prompt; undefined if it is inquirer's. */
function wayOut(stroke: Stroke): 'back' | 'leave' | undefined {
  if (stroke.kind === 'end' || isControl(stroke, 'c')) return 'leave'
  if (stroke.kind === 'paste') return undefined
  return stroke.name === 'escape' || (stroke.name === 'tab' && stroke.shift) ? 'back' : undefined
}

const ESC = '\u001b'
const SEQUENCES: Readonly<Record<string, string>> = {
  enter: '\r',
  backspace: '\u007f',
  delete: `${ESC}[3~`,
  up: `${ESC}[A`,
  down: `${ESC}[B`,
  right: `${ESC}[C`,
  left: `${ESC}[D`,
  home: `${ESC}[H`,
  end: `${ESC}[F`
}
/**
 * Letters of the control characters with which readline edits a line. Others, such as Ctrl-D, would close its input.
 */
const EDITING = 'abefkuwy_'

/** What a terminal would send for a stroke that inquirer understands; '' for any other. A paste is one line. */
function inputOf(stroke: Stroke): string {
  if (stroke.kind === 'end') return ''
  if (stroke.kind === 'paste') return stroke.text.replaceAll(/\p{Cc}+/gu, ' ')
  const { name, text, ctrl, meta } = stroke
  if (isDone(stroke)) return '\r'
  if (ctrl && EDITING.includes(name)) return String.fromCharCode(name.charCodeAt(0) & 0x1f)
  if ((ctrl || meta) && name === 'left') return `${ESC}b`
  if ((ctrl || meta) && name === 'right') return `${ESC}f`
  if (meta && ['b', 'f', 'd', 'backspace'].includes(name)) return ESC + (SEQUENCES[name] ?? name)
  if (ctrl || meta) return ''
  return text === '' ? (SEQUENCES[name] ?? '') : text
}

/** The terminal as inquirer sees it: as wide as our texts. What is written to it goes to `render`. */
class PromptOutput extends Writable {
  readonly #session: Session

  constructor(session: Session, render: (text: string) => void) {
    super({
      decodeStrings: false,
      write(text: string, _, done) {
        render(text)
        done()
      }
    })
    this.#session = session
  }

  get columns(): number {
    return textColumns(this.#session.size)
  }
}

/**
 * A rendering of `ScreenManager` in @inquirer/core 12.0: erases, writes the content, puts the cursor up and in its
 * column.
 */
const RENDERING = new RegExp(`^(?:${ESC}\\[\\d*[ABGK])*([^]*?)(?:${ESC}\\[(\\d+)A)?${ESC}\\[(\\d+)G$`)
/** The cursor alone moves; also the first rendering of nothing. */
const CURSOR = new RegExp(`^${ESC}\\[(\\d+)G$`)
const HIDE = `${ESC}[?25l`

/** The question, inquirer's content, what is wrong and the keys, as one frame. */
class PromptView<T> {
  /** What is wrong with the line; empty if nothing is. */
  error = ''
  readonly #prompt: Presented<T>
  readonly #session: Session
  readonly #context: WidgetContext
  readonly #steady = keepHeight()
  /** What inquirer rendered last. */
  #content: Frame | undefined

  constructor(prompt: Presented<T>, session: Session, context: WidgetContext) {
    this.#prompt = prompt
    this.#session = session
    this.#context = context
  }

  /** Takes what inquirer writes. */
  write(text: string): void {
    const [, moved] = CURSOR.exec(text) ?? []
    const [, content, up = '0', column] = RENDERING.exec(text) ?? []
    if (moved !== undefined && this.#content !== undefined) {
      const { lines, cursor } = this.#content
      if (cursor !== undefined) this.#content = { lines, cursor: { row: cursor.row, column: Number(moved) - 1 } }
    } else if (content !== undefined) this.#content = this.#frame(content, Number(up), Number(column) - 1)
    this.paint()
  }

  #frame(content: string, up: number, column: number): Frame {
    const [first = '', ...others] = content.replaceAll(HIDE, '').split('\n')
    const { sign } = this.#prompt
    const lines = [sign === undefined ? first : sign + first.slice(2), ...others]
    return content.includes(HIDE) ? { lines } : { lines, cursor: { row: lines.length - 1 - up, column } }
  }

  paint(): void {
    const { painter, size } = this.#session
    const { theme, words } = this.#context
    const { progress, keys, askCut } = words.walk.rich
    const { question, progress: at, enter } = this.#prompt
    const parts: FrameParts = {
      top: at === undefined ? [] : [progress(at.question, at.of)],
      ask: wrap(theme.strong(visible(question)), textColumns(size)),
      cut: askCut,
      message: this.error === '' ? [] : ['', ...messageLines(visible(this.error), size, theme.warn)],
      hints: [enter, keys.escapeBack, keys.leave]
    }
    painter.paint(compose(parts, this.#steady(this.#content ?? { lines: [] }, roomFor(parts, size)), size, theme), size)
  }
}
