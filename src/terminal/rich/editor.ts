import { EditorChoice } from '../editor/choice.ts'
import { Editing, withQuestion, type EditorContext } from '../editor/edit.ts'
import { askYesOrNo } from './inquirer-prompts.ts'
import { menu } from './lists.ts'
import type { WidgetContext } from './parts/widget.ts'
import { show } from './prompt.ts'
import { EDITOR_ENDED, type EditText } from './question-screen.ts'
import type { Session } from './session.ts'

interface EditorOptions {
  /** The editor's command from the settings. */
  readonly setting: string | undefined
  readonly context: EditorContext
  readonly widgetContext: WidgetContext
}

/**
 * Opens texts in the learner's editor. One that has a window leaves the question on the screen. One that is not known gets the
 * terminal, and the question stays in sight; one that is known to use the terminal gets all of it.
 */
export class RichEditor {
  readonly #session: Session
  readonly #options: EditorOptions
  readonly #choice: EditorChoice

  constructor(session: Session, options: EditorOptions) {
    this.#session = session
    this.#options = options
    this.#choice = new EditorChoice(options.setting, options.context)
  }

  /** The learner was asked to choose an editor, and chose none. */
  get isDeclined(): boolean {
    return this.#choice.isDeclined
  }

  readonly edit: EditText = async (text, question) => {
    const { context, widgetContext } = this.#options
    const session = this.#session
    const command = await this.#choice.command({
      choose: (what, items) => show(menu(what, items, {}, widgetContext), session),
      confirm: (what, preset) => askYesOrNo(what, preset, session, widgetContext)
    })
    const editing = new Editing(withQuestion(text, question, context), command, context)
    if (editing.place === 'window') editing.openWindow(() => session.keyboard.press(EDITOR_ENDED))
    else await session.lend(() => editing.run(), { staysVisible: editing.place === undefined })
    return editing
  }
}
