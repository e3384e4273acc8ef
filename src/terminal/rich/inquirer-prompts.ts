/**
 * Short questions that inquirer's prompts ask: one line, yes or no. Inquirer keeps the state, the default
 * and the validation. The question, the keys and all painting are ours, so that such a question looks like the others
 * and survives a resized terminal.
 */
import { Readable, Writable } from 'node:stream'
import confirm from '@inquirer/confirm'
import input from '@inquirer/input'
import type { Theme } from '../../display/theme.ts'
import { visible } from '../../text/visible.ts'
import { wrap } from '../../display/wrap.ts'
import type { Stroke } from '../keys.ts'
import type { LineQuestion, MenuResult } from '../renderer.ts'
import type { Frame, Size } from '../screen.ts'
import { modes, type Mode } from './keys/map.ts'
import { actFor } from './keys/match.ts'
import { hintsOf } from './keys/shown.ts'
import { withHelp } from './help-page.ts'
import { lineSign } from './parts/field.ts'
import { compose, keepHeight, messageLines, roomFor, textColumns, type FrameParts } from './parts/frame.ts'
import type { WidgetContext } from './parts/widget.ts'
import { show, type Step } from './prompt.ts'
import type { Session } from './session.ts'

/** Asks for one line. Typing replaces `preset`. */
export function askLine(
  { question, preset, progress, fault }: LineQuestion,
  session: Session,
  context: WidgetContext
): Promise<MenuResult<string>> {
  const validate = (line: string) => fault?.(line.trim()) ?? true
  return present(session, context, {
    question,
    progress,
    mode: modes.shortLine,
    sign: lineSign(context),
    ask: async (streams, theme) => {
      const line = await input({ message: '', theme, validate, default: preset }, streams)
      return line.trim()
    },
    record: (line) => line
  })
}

/** Asks yes or no. Enter alone means `preset`. Going back means no; undefined if the learner leaves. */
export async function askYesOrNo(
  question: string,
  preset: boolean,
  session: Session,
  context: WidgetContext
): Promise<boolean | undefined> {
  const { yes, no, yesOrNo } = context.words.walk.rich
  const keywords = { yes, no, error: () => yesOrNo(yes, no) }
  const picked = await present(session, context, {
    question,
    mode: modes.shortLine,
    sign: lineSign(context),
    ask: (streams, theme) => confirm({ message: '', default: preset, theme: { ...theme, keywords } }, streams),
    record: (isYes) => (isYes ? yes : no)
  })
  return picked.kind === 'chosen' ? picked.value : picked.kind === 'back' ? false : undefined
}

/** Our colours, and neither prefix nor message, because the question is above. `error` gets what is wrong. */
function themeFor(theme: Theme, error: (text: string) => void) {
  const keepError = (text: string) => {
    error(text)
    return ''
  }
  const defaultAnswer = (text: string) => theme.quiet(`(${text})`)
  return { prefix: '', style: { message: () => '', defaultAnswer, error: keepError } }
}

interface Presented<T> {
  readonly question: string
  readonly progress?: LineQuestion['progress'] | undefined
  /** The keys. Those that edit a line are inquirer's. */
  readonly mode: Mode
  /** Takes the place of the two columns in which inquirer leaves its prefix and message out. */
  readonly sign?: string
  /** Runs inquirer's prompt. */
  readonly ask: (
    streams: { input: Readable; output: Writable; signal: AbortSignal },
    theme: ReturnType<typeof themeFor>
  ) => Promise<T>
  /** The answer as the record shows it. */
  readonly record: (value: T) => string
}

/** Shows a prompt of inquirer until it is answered or left. What was typed ahead counts, as everywhere. */
async function present<T>(session: Session, context: WidgetContext, prompt: Presented<T>): Promise<MenuResult<T>> {
  const { theme } = context
  let frame: Frame = { lines: [] }
  let error = ''
  const keys = new Readable({ read() {} })
  const output = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      frame = rendered(frame, text, prompt.sign)
      done()
    }
  })
  // To inquirer, the terminal is as wide as our texts.
  Object.defineProperty(output, 'columns', { get: () => textColumns(session.size) })
  const abort = new AbortController()
  const streams = { input: keys, output, signal: abort.signal }
  const styles = themeFor(theme, (text) => (error = text))
  const asked = prompt.ask(streams, styles).then((value) => ({ value }))
  // Inquirer answers in microtasks.
  const answer = () => Promise.race([asked, new Promise<undefined>((resolve) => setImmediate(resolve, undefined))])
  const after = async (stroke: Stroke): Promise<Step<PromptState, MenuResult<T>>> => {
    error = ''
    keys.push(inputOf(stroke))
    const answered = await answer()
    if (answered === undefined) return { kind: 'stay', state: { frame, error } }
    const line = `${theme.quiet(visible(prompt.question))} ${visible(prompt.record(answered.value))}`
    const record = [...wrap(line, textColumns(session.size)), '']
    return { kind: 'done', result: { kind: 'chosen', ...answered }, record }
  }
  try {
    session.open()
    await answer()
    return await show(
      withHelp<PromptState, MenuResult<T>>(
        {
          start: { frame, error },
          stroke: (_, stroke) =>
            stroke.kind === 'key' && ['escape', 'back'].includes(actFor(prompt.mode, stroke, context)?.action ?? '')
              ? { kind: 'done', result: { kind: 'back' }, record: [] }
              : { kind: 'later', step: after(stroke) },
          view: promptView(prompt, context),
          leave: () => ({ kind: 'leave' }),
          mode: () => prompt.mode
        },
        context
      ),
      session
    )
  } finally {
    abort.abort()
    await asked.catch(() => {})
  }
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
  if ((name === 'tab' && !stroke.shift) || (ctrl && name === 'd')) return '\r'
  // Readline undoes with Ctrl-_.
  if (ctrl && name === 'z') return String.fromCharCode('_'.charCodeAt(0) & 0x1f)
  if (ctrl && EDITING.includes(name)) return String.fromCharCode(name.charCodeAt(0) & 0x1f)
  if ((ctrl || meta) && name === 'left') return `${ESC}b`
  if ((ctrl || meta) && name === 'right') return `${ESC}f`
  if (meta && ['b', 'f', 'd', 'backspace'].includes(name)) return ESC + (SEQUENCES[name] ?? name)
  if (ctrl || meta) return ''
  return text === '' ? (SEQUENCES[name] ?? '') : text
}

/**
 * A rendering of `ScreenManager` in @inquirer/core 12.0: erases, writes the content, puts the cursor up and in its
 * column.
 */
const RENDERING = new RegExp(`^(?:${ESC}\\[\\d*[ABGK])*([^]*?)(?:${ESC}\\[(\\d+)A)?${ESC}\\[(\\d+)G$`)
/** The cursor alone moves; also the first rendering of nothing. */
const CURSOR = new RegExp(`^${ESC}\\[(\\d+)G$`)
const HIDE = `${ESC}[?25l`

/** The frame after inquirer has written a text, given the one before. */
function rendered(last: Frame, text: string, sign: string | undefined): Frame {
  const [, moved] = CURSOR.exec(text) ?? []
  const { lines: before, cursor } = last
  if (moved !== undefined && before.length > 0)
    return cursor === undefined ? last : { lines: before, cursor: { row: cursor.row, column: Number(moved) - 1 } }
  const [, content, up = '0', column] = RENDERING.exec(text) ?? []
  if (content === undefined) return last
  const [first = '', ...others] = content.replaceAll(HIDE, '').split('\n')
  const lines = [sign === undefined ? first : sign + first.slice(2), ...others]
  if (content.includes(HIDE)) return { lines }
  return { lines, cursor: { row: lines.length - 1 - Number(up), column: Number(column) - 1 } }
}

/** What inquirer has rendered, and what is wrong with the line; '' if nothing is. */
interface PromptState {
  readonly frame: Frame
  readonly error: string
}

/** The question, inquirer's content, what is wrong and the keys, as one frame. */
function promptView(
  { question, progress: at, mode }: Pick<Presented<unknown>, 'question' | 'progress' | 'mode'>,
  context: WidgetContext
): (state: PromptState, size: Size) => Frame {
  const { theme, words } = context
  const { question: numbered, askCut } = words.walk.rich
  const steady = keepHeight()
  return ({ frame, error }, size) => {
    const parts: FrameParts = {
      top: at === undefined ? [] : [numbered(at.question, at.of)],
      ask: wrap(theme.strong(visible(question)), textColumns(size)),
      cut: askCut,
      message: error === '' ? [] : ['', ...messageLines(visible(error), size, 'warn', theme)],
      hints: hintsOf(mode, context)
    }
    return compose(parts, steady(frame, roomFor(parts, size)), size, theme)
  }
}
