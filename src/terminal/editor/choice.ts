import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import type { SettingsContext } from '../../settings/index.ts'
import { writeSetting } from '../../settings/write.ts'
import { chosenEditor, installedEditors, type Offer } from './command.ts'
import { usualEditor } from './known.ts'

/** How the choice of an editor is asked. A renderer fits. */
export interface ChoiceDialogue {
  choose(
    question: string,
    items: readonly { readonly value: Offer | undefined; readonly label: string; readonly note?: string }[]
  ): Promise<{ readonly kind: 'chosen'; readonly value: Offer | undefined } | { readonly kind: 'back' | 'leave' }>
  confirm(question: string, preset: boolean): Promise<boolean | undefined>
}

type ChoiceContext = SettingsContext & Pick<Context, 'words'>

/** The learner's editor. If none is set, the learner chooses one of those that are installed, for this session or for ever. */
export class EditorChoice {
  readonly #setting: string | undefined
  readonly #context: ChoiceContext
  #command: string | undefined
  #isDeclined = false

  constructor(setting: string | undefined, context: ChoiceContext) {
    this.#setting = setting
    this.#context = context
  }

  /** The learner was asked, and chose none. */
  get isDeclined(): boolean {
    return this.#isDeclined
  }

  /**
   * The command of the editor. `dialogue` asks if none is set; undefined if nobody can be asked.
   *
   * @throws ReflectError that says how to choose one, if none is chosen.
   */
  async command(dialogue: ChoiceDialogue | undefined): Promise<string> {
    this.#command ??= chosenEditor(this.#setting, this.#context)
    this.#command ??= dialogue === undefined ? undefined : await this.#asked(dialogue)
    if (this.#command !== undefined) return this.#command
    this.#isDeclined = true
    throw new ReflectError(({ walk }) => walk.editor.notChosen(usualEditor(this.#context.platform)))
  }

  async #asked(dialogue: ChoiceDialogue): Promise<string | undefined> {
    const offers = installedEditors(this.#context)
    if (offers.length === 0) return undefined
    const said = this.#context.words.walk.editor
    const noteOf = ({ keys }: Offer) => (keys === undefined ? said.inWindow : said.inTerminal(keys))
    const items = [
      ...offers.map((offer) => ({ value: offer, label: offer.title, note: noteOf(offer) })),
      { value: undefined, label: said.noneOfThem }
    ]
    const chosen = await dialogue.choose(said.choose, items)
    if (chosen.kind !== 'chosen' || chosen.value === undefined) return undefined
    const { title, command } = chosen.value
    this.#command = command
    if ((await dialogue.confirm(said.remember(title), false)) === true)
      await writeSetting('editor', command, this.#context)
    return command
  }
}
