import type { Prompt } from '../../../questions/shared/model.ts'
import { pages } from '../parts/pages.ts'
import type { LinesFor } from '../parts/pages.ts'
import type { WidgetContext, Widget } from '../parts/widget.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { date } from './date.ts'
import { list } from './list.ts'
import { number } from './number.ts'
import { ranking } from './ranking.ts'
import { recalled, rewording } from './recall.ts'
import { singleScale } from './scale/single.ts'
import { statementScale } from './scale/statements.ts'
import { plan, sentence } from './sentence.ts'
import { table } from './table/index.ts'
import { text } from './text.ts'
import { yesNo } from './yes-no.ts'

/**
 * Gives the widget for a prompt, with what is answered so far, to `use`, which does not ask what its
 * state is made of. `ask` is the question rendered: a note is nothing else.
 */
export function withWidget<R>(
  prompt: Prompt,
  answer: unknown,
  ask: LinesFor,
  context: WidgetContext,
  use: <S>(widget: Widget<S>) => R
): R {
  switch (prompt.type) {
    case 'text':
      return use(text(prompt, answer, context))
    case 'list':
      return use(list(prompt, answer, context))
    case 'choice':
      return use(choice(prompt, answer, context))
    case 'choices':
      return use(choices(prompt, answer, context))
    case 'scale':
      return prompt.statements.length === 0
        ? use(singleScale(prompt, answer, context))
        : use(statementScale(prompt, answer, context))
    case 'ranking':
      return use(ranking(prompt, answer, context))
    case 'table':
      return use(table(prompt, answer, context))
    case 'sentence':
      return use(sentence(prompt, answer, context))
    case 'plan':
      return use(plan(prompt, answer, context))
    case 'number':
      return use(number(prompt, answer, context))
    case 'date':
      return use(date(prompt, answer, context))
    case 'yes-no':
      return use(yesNo(answer, context))
    case 'note':
      return use(pages(ask, context, context.words.walk.rich.keys.enterGoOn))
    case 'recall':
      return prompt.reword ? use(rewording(prompt, answer, context)) : use(recalled(prompt, context))
  }
}
