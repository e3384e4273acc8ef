import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { isRecord, refused } from './shared/checking.ts'
import { date } from './date.ts'
import { list } from './list.ts'
import type {
  Answer,
  AnswerOf,
  Checked,
  CommonKeys,
  EntryWords,
  Form,
  Option,
  Prompt,
  PromptType,
  Reading
} from './shared/model.ts'
import { note } from './note.ts'
import { number } from './number.ts'
import { plan } from './plan.ts'
import type { Question, Say } from './shared/question.ts'
import { ranking } from './ranking.ts'
import { recall } from './recall.ts'
import { scale } from './scale.ts'
import { sentence } from './sentence.ts'
import { table } from './table.ts'
import { text } from './text.ts'
import { yesNo } from './yes-no.ts'

/** The question types. */
export const questions: { readonly [T in PromptType]: Question<T> } = {
  text,
  list,
  choice,
  choices,
  scale,
  ranking,
  table,
  sentence,
  plan,
  number,
  date,
  'yes-no': yesNo,
  note,
  recall
}

/** Whether a word is the name of a question type. */
export function isPromptType(word: string): word is PromptType {
  return Object.hasOwn(questions, word)
}

function questionOf(prompt: Prompt): Question<PromptType> {
  return questions[prompt.type]
}

/** Whether a value from outside answers a (posed) prompt. White space alone answers nothing: its one fault is `empty`. */
export function check<P extends Prompt>(prompt: P, value: unknown): Checked<AnswerOf[P['type']]>
export function check(prompt: Prompt, value: unknown): Checked<Answer> {
  if (typeof value === 'string' && value.trim() === '') return refused('empty')
  return questionOf(prompt).check(prompt, value)
}

/** The answer as Markdown, as `Question.toMarkdown`. */
export function toMarkdown(prompt: Prompt, answer: Answer, words: EntryWords): string {
  return questionOf(prompt).toMarkdown(prompt, answer, words)
}

/** What stands in a body, as `Question.fromMarkdown`. */
export function fromMarkdown(
  prompt: Prompt,
  body: string,
  languages: readonly EntryWords[]
): Reading<unknown> | undefined {
  return questionOf(prompt).fromMarkdown(prompt, body, languages)
}

/** The answer as Markdown to read: of options only what was chosen. */
export function shown(prompt: Prompt, answer: Answer, words: EntryWords): string {
  return questionOf(prompt).shown(prompt, answer, words)
}

/** The answer in one line of plain text. */
export function summary(prompt: Prompt, answer: Answer, words: EntryWords): string {
  return questionOf(prompt).summary(prompt, answer, words)
}

/** One part of the answer as plain text; undefined where there is none of that name. */
export function part(prompt: Prompt, answer: Answer, name: string, words: EntryWords): string | undefined {
  return questionOf(prompt).part?.(prompt, answer, name, words)
}

/** What a prompt and its answer, if there is one, offer to a later `options_from` or `rows_from`. */
export function offers(prompt: Prompt, answer: Answer | undefined): readonly Option[] {
  return questionOf(prompt).offers?.(prompt, answer) ?? []
}

/** What a reader of an entry must know of the prompt; undefined where that is nothing. */
export function form(prompt: Prompt): Form | undefined {
  return questionOf(prompt).form(prompt)
}

/** The prompt again, from an entry; undefined where the form is none of ours. */
export function promptFromForm(type: PromptType, common: CommonKeys, from: Form | undefined): Prompt | undefined {
  const own = questions[type].fromForm(isRecord(from) ? from : {})
  return own && ({ ...common, ...own } as Prompt)
}

/** The prompt with every word that its author wrote as `say` has it: the question and what belongs to it, then what is the type's own. */
export function translatedPrompt(prompt: Prompt, say: Say): Prompt {
  const { ask, title, help, example } = prompt
  const common = {
    ask: say(['ask'], ask),
    ...(title === undefined ? {} : { title: say(['title'], title) }),
    ...(help === undefined ? {} : { help: say(['help'], help) }),
    ...(example === undefined ? {} : { example: say(['example'], example) })
  }
  return questionOf(prompt).translated?.({ ...prompt, ...common }, say) ?? { ...prompt, ...common }
}
