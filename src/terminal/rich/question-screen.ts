import { ReflectError } from '../../context/errors.ts'
import { isLong, questionOf } from '../../questions/index.ts'
import type { Answer } from '../../questions/shared/model.ts'
import type { AskRequest, AskResult } from '../renderer.ts'
import type { Frame, Size } from '../screen.ts'
import { withArrows } from '../../display/theme.ts'
import { visible } from '../../text/visible.ts'
import { QuestionView, SKIPPED, type Notice, type QuestionViewOptions } from './question-view.ts'
import type { Editing } from '../editor/edit.ts'
import { key as keyNamed, type Key, type Stroke } from '../keys.ts'
import { modes, type Action } from './keys/map.ts'
import { actFor, isPrefix, type Act } from './keys/match.ts'
import { helpAfter, openHelp, type HelpPage } from './help-page.ts'
import type { Screenful, Step } from './prompt.ts'
import { validateAnswer } from './validate-answer.ts'
import { Next, type WidgetContext, type Widget } from './parts/widget.ts'

/** A text in an editor: see `Editing`. */
export type TextInEditor = Pick<Editing, 'isOpen' | 'take' | 'saved' | 'noted'>

/** Opens the editor. Throws if there is none. */
export type EditText = (text: string, question: string) => Promise<TextInEditor>

/** Pressed when the program of an editor with a window has ended. */
export const EDITOR_ENDED = keyNamed('editor-ended')

/** Actions that choose or finish something; if they do nothing, the learner is told why. */
const CHOOSING: ReadonlySet<Action> = new Set(['enter', 'newLine', 'space', 'tick'])

/** The state of a question on the screen. */
interface QuestionState<W> {
  readonly widget: W
  readonly message?: Notice
  /** What happens if the question is finished again: an empty answer is skipped, one with gaps is given. */
  readonly insists?: 'skip' | 'gaps'
  /** The first of two keys was pressed. */
  readonly isPrefixed?: true
  /** The text in the editor's window, while that is open. */
  readonly window?: TextInEditor
  /** Enter was pressed before anything was saved there. */
  readonly isHasty?: boolean
  /** The help page, while it is open. */
  readonly help?: HelpPage
}

type AskStep<W> = Step<QuestionState<W>, AskResult>

type Writing<W> = NonNullable<Widget<W>['writing']>

/** Everything needed to ask a question. */
interface Question<W> extends QuestionViewOptions<W> {
  readonly edit: EditText
  /** Opens the pictures of the question. */
  readonly open?: (() => void) | undefined
  /** Open the editor first. */
  readonly always: boolean
}

/** A question as a screenful: its text, its widget, and the keys that mean the same in every question. */
export class QuestionScreen<W> implements Screenful<QuestionState<W>, AskResult> {
  readonly start: QuestionState<W>
  readonly opening?: () => Promise<QuestionState<W>>
  readonly #request: AskRequest
  readonly #widget: Widget<W>
  readonly #context: WidgetContext
  readonly #edit: EditText
  readonly #open: (() => void) | undefined
  readonly #view: QuestionView<W>

  constructor(question: Question<W>) {
    const { request, widget, context, edit, open, always } = question
    this.start = { widget: widget.start }
    this.#request = request
    this.#widget = widget
    this.#context = context
    this.#edit = edit
    this.#open = open
    this.#view = new QuestionView(question)
    const { writing } = widget
    if (always && writing !== undefined && isLong(request.prompt))
      this.opening = () => this.#edited(this.start, writing)
  }

  stroke(state: QuestionState<W>, stroke: Exclude<Stroke, { kind: 'end' }>, size: Size): AskStep<W> {
    if (state.window !== undefined) return stay(this.#whileOpen(state, state.window, stroke))
    if (stroke.kind === 'paste') return stay(this.#paste(state, stroke.text, size))
    if (state.help !== undefined) return stay(this.#inHelp(state, state.help, stroke, size))
    const mode = this.#view.mode(state.widget, state.message, size)
    const act = (state.isPrefixed && actFor(mode, stroke, this.#context, true)) || actFor(mode, stroke, this.#context)
    const { isPrefixed: _, ...rest } = state
    return act === undefined ? stay(withPrefix(rest, stroke)) : this.#act(rest, act, stroke, size)
  }

  #act(state: QuestionState<W>, act: Act, key: Key, size: Size): AskStep<W> {
    const after = (): AskStep<W> => this.#toWidget(state, act, size)
    switch (act.action) {
      case 'done':
      case 'finishTable':
        return this.#submit(state, size, 'tab')
      case 'back':
        return this.#away('back', state)
      case 'overview':
        return this.#away('overview', state)
      case 'help':
        return stay({ widget: state.widget, help: this.#openHelp(state, size) })
      case 'editor':
        return this.#toEditor(state)
      case 'picture':
        this.#open?.()
        return stay(state)
      case 'escape':
        return this.#unless(after(), state, () => this.#away('overview', state))
      case 'lastCell':
        return this.#unless(after(), state, () => this.#away('back', state))
      case 'cut':
        return this.#unless(after(), state, () => stay(withPrefix(state, key)))
      default:
        return after()
    }
  }

  /** The step, or another one if the widget did nothing. */
  #unless(step: AskStep<W>, { widget }: QuestionState<W>, other: () => AskStep<W>): AskStep<W> {
    return step.kind === 'stay' && step.state.widget === widget ? other() : step
  }

  copied(state: QuestionState<W>, size: Size): QuestionState<W> | undefined {
    const act: Act = { action: 'copy', text: '', selects: false, clipboard: this.#context.clipboard }
    const after = this.#widget.act(state.widget, act, this.#view.room(state.message, size))
    const isElsewhere = state.help !== undefined || state.window !== undefined
    if (after instanceof Next || after === state.widget || isElsewhere) return undefined
    return { widget: after, message: { text: this.#context.words.walk.rich.copied, tone: 'note' } }
  }

  view({ widget, message, help, window }: QuestionState<W>, size: Size): Frame {
    if (window !== undefined) return this.#view.waiting(widget, message, size)
    return help === undefined ? this.#view.question(widget, message, size) : this.#view.helpPage(help, size)
  }

  leave(state: QuestionState<W>): AskResult {
    return this.#result('leave', state.window === undefined ? state : this.#leftOpen(state, state.window))
  }

  keep(state: QuestionState<W>): void {
    this.#request.keep(this.#value(state))
  }

  #value(state: QuestionState<W>): Answer | undefined {
    return this.#widget.value(state.widget)
  }

  #result(kind: 'back' | 'overview' | 'leave', state: QuestionState<W>): AskResult {
    const kept = this.#value(state)
    // Unchanged input is not a draft. Neither is hand-edited text that the widget could not parse.
    const before = [this.#request.answer, this.#value(this.start)]
    if (before.some((value) => JSON.stringify(kept) === JSON.stringify(value))) return { kind }
    return { kind, kept: kept ?? null }
  }

  #away(kind: 'back' | 'overview', state: QuestionState<W>): AskStep<W> {
    // From the overview the program can be stopped.
    if (kind === 'overview') this.keep(state)
    return { kind: 'done', result: this.#result(kind, state), record: [] }
  }

  #toWidget(state: QuestionState<W>, act: Act, size: Size): AskStep<W> {
    const after = this.#widget.act(state.widget, act, this.#view.room(state.message, size))
    if (after instanceof Next)
      return this.#submit({ ...state, widget: after.state }, size, act.action === 'nextCell' ? 'tab' : 'enter')
    if (after !== state.widget) return stay({ widget: after })
    return CHOOSING.has(act.action) ? this.#explain(state) : stay(state)
  }

  /** Says what to do, because Enter or Space had nothing to act on. */
  #explain(state: QuestionState<W>): AskStep<W> {
    const { theme, words } = this.#context
    const howTo = this.#widget.howTo?.(state.widget)
    if (howTo === undefined) return stay(state)
    return this.#say(state, { text: withArrows(words.walk.rich.howTo[howTo], theme), tone: 'note' })
  }

  #paste(state: QuestionState<W>, text: string, size: Size): QuestionState<W> {
    if (this.#widget.paste === undefined) return state
    return { widget: this.#widget.paste(state.widget, text, this.#view.room(state.message, size)) }
  }

  #openHelp({ widget, message }: QuestionState<W>, size: Size): HelpPage {
    return openHelp(this.#view.mode(widget, message, size), this.#context, this.#view.helpLines)
  }

  #inHelp(state: QuestionState<W>, help: HelpPage, key: Key, size: Size): QuestionState<W> {
    const after = helpAfter(help, key, size, this.#context, this.#view.bare())
    return after === undefined ? { widget: state.widget } : { ...state, help: after }
  }

  /**
   * Gives the answer if it is valid, else says what is wrong with it. An empty answer is skipped at the second attempt.
   */
  #submit(state: QuestionState<W>, size: Size, by: 'tab' | 'enter'): AskStep<W> {
    const { prompt } = this.#request
    const { words } = this.#context
    const clarified = this.#widget.clarified?.(state.widget)
    if (clarified !== undefined) return stay({ widget: clarified })
    const verdict = validateAnswer(prompt, this.#widget.value(state.widget, true), words)
    if (verdict.kind === 'holds') {
      const { answer } = verdict
      const gaps = state.insists === 'gaps' ? 0 : (this.#widget.gaps?.(state.widget) ?? 0)
      if (gaps > 0) return this.#say(state, { text: words.walk.rich.table.gaps(gaps), tone: 'warn' }, 'gaps')
      return this.#done({ kind: 'answer', answer }, size)
    }
    if (verdict.kind === 'faulty') {
      const widget = this.#widget.unfinished?.(state.widget) ?? state.widget
      return this.#say({ widget }, { text: verdict.why, tone: 'warn' })
    }
    if (questionOf(prompt).isSilent) return this.#done({ kind: 'seen' }, size)
    if (by === 'tab' && state.insists === 'skip') return this.#done({ kind: 'skip' }, size)
    return this.#say(state, { text: words.walk.rich.nothingYet, tone: 'warn' }, 'skip')
  }

  #say({ widget }: QuestionState<W>, message: Notice, insists?: 'skip' | 'gaps'): AskStep<W> {
    return stay(insists === undefined ? { widget, message } : { widget, message, insists })
  }

  /** The end. What was looked at again and left as it was is on the screen already, so it leaves no second record. */
  #done(result: Extract<AskResult, { kind: 'answer' | 'seen' | 'skip' }>, size: Size): AskStep<W> {
    const { before, answer } = this.#request
    const isSame =
      result.kind === 'answer'
        ? before === 'answered' && JSON.stringify(result.answer) === JSON.stringify(answer)
        : before === (result.kind === 'skip' ? 'skipped' : 'seen')
    const shown = result.kind === 'answer' ? result.answer : result.kind === 'skip' ? SKIPPED : undefined
    return { kind: 'done', result, record: isSame ? [] : this.#view.record(size, shown) }
  }

  #toEditor(state: QuestionState<W>): AskStep<W> {
    const { writing } = this.#widget
    if (writing === undefined) return stay(state)
    return { kind: 'lend', work: () => this.#edited(state, writing) }
  }

  async #edited(state: QuestionState<W>, { get }: Writing<W>): Promise<QuestionState<W>> {
    const { widget } = state
    try {
      const editing = await this.#edit(get(widget), this.#request.prompt.ask)
      if (editing.isOpen) return { widget, window: editing, message: tell(this.#context.words.walk.editor.open) }
      return this.#fetched({ widget }, editing)
    } catch (error) {
      return { widget, message: this.#warning(error) }
    }
  }

  /** While the words are in a window, Enter fetches them and Esc goes on without; other keys are not for this program. */
  #whileOpen(state: QuestionState<W>, editing: TextInEditor, stroke: Key | { kind: 'paste' }): QuestionState<W> {
    if (stroke.kind === 'paste') return state
    const action = stroke.name === EDITOR_ENDED.name ? 'enter' : actFor(modes.waiting, stroke, this.#context)?.action
    if (action === 'enter') return this.#fetched(state, editing)
    if (action !== 'escape') return state
    editing.saved()
    return { widget: state.widget }
  }

  /** The state with what the editor has saved. */
  #fetched({ widget, isHasty }: QuestionState<W>, editing: TextInEditor): QuestionState<W> {
    const { nothingYet } = this.#context.words.walk.editor
    try {
      const text = editing.take()
      if (text === undefined && editing.isOpen && isHasty !== true)
        return { widget, window: editing, isHasty: true, message: tell(nothingYet) }
      const after = { widget: this.#withText(widget, text) }
      if (text === undefined || this.#request.keep(this.#value(after)) !== false) editing.saved()
      return after
    } catch (error) {
      // What is saved wrongly in an open window can be saved once more.
      return { widget, message: this.#warning(error), ...(editing.isOpen ? { window: editing } : {}) }
    }
  }

  /** The state with what was saved in a window that stays open after the program has ended. */
  #leftOpen({ widget }: QuestionState<W>, editing: TextInEditor): QuestionState<W> {
    try {
      const text = editing.take()
      const after = { widget: this.#withText(widget, text) }
      if (text === undefined || this.#request.keep(this.#value(after)) !== false) editing.noted()
      return after
    } catch {
      // The file stays, and is named when the session has ended.
      return { widget }
    }
  }

  #withText(widget: W, text: string | undefined): W {
    const { writing } = this.#widget
    return text === undefined || writing === undefined ? widget : writing.set(widget, text)
  }

  #warning(error: unknown): Notice {
    const text = error instanceof ReflectError ? error.inWords(this.#context.words) : String(error)
    return { text: visible(text), tone: 'warn' }
  }
}

function tell(text: string): Notice {
  return { text, tone: 'note' }
}

/** The state after the first of two keys; the same for any other key. */
function withPrefix<W>(state: QuestionState<W>, key: Key): QuestionState<W> {
  return isPrefix(key) ? { ...state, isPrefixed: true } : state
}

function stay<W>(state: QuestionState<W>): AskStep<W> {
  return { kind: 'stay', state }
}
