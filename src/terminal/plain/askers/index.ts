import type { Answer, Prompt, PromptType } from '../../../questions/shared/model.ts'
import type { Asker, Before } from './asker.ts'
import type { QuestionIo } from '../io/question-io.ts'
import { askChoice, askChoices, askRanking } from './choosing.ts'
import { askPlan, askSentence, askList, askRecall, askText } from './writing.ts'
import { askTable } from './table.ts'
import { askDate, askNumber, askScale, askYesNo } from './values.ts'

/** The askers of plain mode, by question type. */
const askers: { readonly [T in PromptType]: Asker<T> } = {
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
  // A note has no answer; the caller waits until it was read.
  note: async () => undefined,
  recall: askRecall
}

/** Asks for an answer of the prompt's type, as `Asker`. */
export function take(prompt: Prompt, question: QuestionIo, before: Before<Answer>): Promise<unknown> {
  const asker: Asker<PromptType> = askers[prompt.type]
  return asker(prompt, question, before)
}
