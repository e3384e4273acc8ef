import type { Prompt, PromptOf, PromptType } from '../../../questions/shared/model.ts'
import { readers } from '../keys/map.ts'
import { withHistory } from '../parts/history.ts'
import { pages, type LinesFor } from '../parts/pages.ts'
import type { WidgetContext, Widget } from '../parts/widget.ts'
import { choice, choices } from './choice.ts'
import { list } from './list.ts'
import { ranking } from './ranking.ts'
import { recalled, rewording } from './recall.ts'
import { singleScale } from './scale/single.ts'
import { statementScale } from './scale/statements.ts'
import { plan, sentence } from './sentence.ts'
import { table } from './table/index.ts'
import { text } from './text.ts'
import { date, number } from './typed-line.ts'
import { yesNo } from './yes-no.ts'

/** What a widget is made from, besides its prompt. */
interface WidgetArguments {
  /** The answer so far. Drafts may contain anything. */
  readonly answer: unknown
  /** The question, rendered. */
  readonly ask: LinesFor
  readonly context: WidgetContext
}

/** Makes the widget of one type and passes it to `use`, which does not depend on the type of its state. */
interface WidgetMaker<T extends PromptType> {
  make<R>(prompt: PromptOf<T>, made: WidgetArguments, use: <S>(widget: Widget<S>) => R): R
}

/** The widgets of rich mode, by question type. Texts have an undo of their own, which needs less memory. */
const widgets: { readonly [T in PromptType]: WidgetMaker<T>['make'] } = {
  text: (prompt, { answer, context }, use) => use(text(prompt, answer, context)),
  list: (prompt, { answer, context }, use) => use(withHistory(list(prompt, answer, context))),
  choice: (prompt, { answer, context }, use) => use(withHistory(choice(prompt, answer, context))),
  choices: (prompt, { answer, context }, use) => use(withHistory(choices(prompt, answer, context))),
  scale: (prompt, { answer, context }, use) =>
    prompt.statements.length === 0
      ? use(withHistory(singleScale(prompt, answer, context)))
      : use(withHistory(statementScale(prompt, answer, context))),
  ranking: (prompt, { answer, context }, use) => use(withHistory(ranking(prompt, answer, context))),
  table: (prompt, { answer, context }, use) => use(withHistory(table(prompt, answer, context))),
  sentence: (prompt, { answer, context }, use) => use(withHistory(sentence(prompt, answer, context))),
  plan: (prompt, { answer, context }, use) => use(withHistory(plan(prompt, answer, context))),
  number: (prompt, { answer, context }, use) => use(withHistory(number(prompt, answer, context))),
  date: (prompt, { answer, context }, use) => use(withHistory(date(prompt, answer, context))),
  'yes-no': (_, { answer, context }, use) => use(withHistory(yesNo(answer, context))),
  note: (_, { ask, context }, use) => use({ ...pages(ask, context, readers.note), showsQuestion: true }),
  recall: (prompt, { answer, context }, use) =>
    prompt.reword ? use(rewording(prompt, answer, context)) : use(recalled(prompt, context))
}

/** Makes the widget for a prompt and passes it to `use`, which does not depend on the type of its state. */
export function withWidget<R>(
  prompt: Prompt,
  answer: unknown,
  ask: LinesFor,
  context: WidgetContext,
  use: <S>(widget: Widget<S>) => R
): R {
  const make: WidgetMaker<PromptType>['make'] = widgets[prompt.type]
  return make(prompt, { answer, ask, context }, use)
}
