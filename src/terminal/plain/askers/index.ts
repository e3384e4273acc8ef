import type { Answer, Prompt, PromptType } from '../../../questions/shared/model.ts'
import type { Asker, Before } from './asker.ts'
import type { QuestionIo } from '../io/question-io.ts'
import { askChoice, askChoices, askRanking } from './choosing.ts'
import { askPlan, askSentence } from './parts.ts'
import { askTable } from './table.ts'
import { askDate, askNumber, askScale, askYesNo } from './values.ts'
import { askList, askRecall, askText } from './writing.ts'

type Answered = Exclude<PromptType, 'note'>

const askers: { readonly [T in Answered]: Asker<T> } = {
  text: askText,
  list: askList,
  choice: askChoice,
  choices: askChoices,
  scale: askScale,
  ranking: askRanking,
  table: askTable,
  sentence: askSentence,
  plan: askPlan,
  number: askNumber,
  date: askDate,
  'yes-no': askYesNo,
  recall: askRecall
}

/** Asks for an answer of the prompt's type, as `Asker`. */
export function take(
  prompt: Prompt & { readonly type: Answered },
  question: QuestionIo,
  before: Before<Answer>
): Promise<unknown> {
  // Each asker takes its own type's prompt and answer; the table is what pairs them.
  const asker = askers[prompt.type] as (
    prompt: Prompt,
    question: QuestionIo,
    before: Before<Answer>
  ) => Promise<unknown>
  return asker(prompt, question, before)
}
