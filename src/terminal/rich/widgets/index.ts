import type { Prompt } from '../../../questions/shared/model.ts'
import { pages } from '../parts/pages.ts'
import type { Lines } from '../parts/pages.ts'
import type { Kit, Widget } from '../parts/widget.ts'
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
  ask: Lines,
  kit: Kit,
  use: <S>(widget: Widget<S>) => R
): R {
  switch (prompt.type) {
    case 'text':
      return use(text(prompt, answer, kit))
    case 'list':
      return use(list(prompt, answer, kit))
    case 'choice':
      return use(choice(prompt, answer, kit))
    case 'choices':
      return use(choices(prompt, answer, kit))
    case 'scale':
      return prompt.statements.length === 0
        ? use(singleScale(prompt, answer, kit))
        : use(statementScale(prompt, answer, kit))
    case 'ranking':
      return use(ranking(prompt, answer, kit))
    case 'table':
      return use(table(prompt, answer, kit))
    case 'sentence':
      return use(sentence(prompt, answer, kit))
    case 'plan':
      return use(plan(prompt, answer, kit))
    case 'number':
      return use(number(prompt, answer, kit))
    case 'date':
      return use(date(prompt, answer, kit))
    case 'yes-no':
      return use(yesNo(answer, kit))
    case 'note':
      return use(pages(ask, kit, kit.words.walk.rich.keys.enterGoOn))
    case 'recall':
      return prompt.reword ? use(rewording(prompt, answer, kit)) : use(recalled(prompt, kit))
  }
}
