import { PROMISE, PROMISE_LINE, SELF_CHECK } from '../entry/built-in.ts'
import { ROUTE } from '../entry/retired.ts'
import type { Entry } from '../entry/model.ts'
import type { Exercise } from '../pack/model.ts'
import { outcomes, planFact, type Promised } from '../progress/promises.ts'
import type { EntryWords, Prompt } from '../questions/shared/model.ts'
import { asMarkdown } from './quotations.ts'

/** The question about a plan that was made earlier, and a line about it. What is said is private. */
export function promisePrompts({ plan, sentence }: Promised, words: EntryWords): readonly Prompt[] {
  const { title, ask, answers } = words.promise
  const options = outcomes.map((id) => ({ id, label: answers[id] }))
  const question: Prompt = {
    type: 'choice',
    id: PROMISE,
    title,
    ask: ask(asMarkdown(sentence)),
    options,
    other: false,
    private: true,
    facts: planFact(plan)
  }
  return [question, linePrompt(words)]
}

/** The same prompts in a draft that is continued; none if it has no such question. */
export function promisePromptsOf({ sections }: Entry, words: EntryWords): readonly Prompt[] {
  const question = sections.find(({ id }) => id === PROMISE)?.prompt
  return question === undefined ? [] : [question, linePrompt(words)]
}

function linePrompt({ promise }: EntryWords): Prompt {
  return {
    type: 'text',
    id: PROMISE_LINE,
    ask: promise.line,
    lines: 1,
    private: true,
    when: { of: { prompt: PROMISE }, test: { in: outcomes.filter((outcome) => outcome !== 'later') } }
  }
}

/** What the program asks in a session besides the prompts of the exercise. */
export interface BuiltInPrompts {
  /** Before the reading. */
  readonly opening?: readonly Prompt[]
  /** After the last prompt. */
  readonly closing?: readonly Prompt[]
}

/** The exercise with prompts of the program. Those at its end come after the discussion. */
export function withBuiltIn(exercise: Exercise, { opening = [], closing = [] }: BuiltInPrompts): Exercise {
  if (opening.length + closing.length === 0) return exercise
  const { prompts, discussion } = exercise
  const isDiscussedBefore = closing.length > 0 && discussion !== undefined
  const first = exercise.afterDiscussion ?? (isDiscussedBefore ? prompts.length : undefined)
  return {
    ...exercise,
    opening: opening.length,
    prompts: [...opening, ...prompts, ...closing],
    ...(first === undefined ? {} : { afterDiscussion: first + opening.length })
  }
}

/** The questions to oneself at the end of a route: what the pages do, after the levels of reflection of Kember and others (2000). */
export function selfCheckPrompt(route: string, { selfCheck }: EntryWords): Prompt {
  const { title, ask, questions } = selfCheck
  const options = Object.entries(questions).map(([id, label]) => ({ id, label }))
  const pick = { min: 1, max: options.length }
  return {
    type: 'choices',
    id: SELF_CHECK,
    title,
    ask,
    options,
    other: false,
    pick,
    private: true,
    facts: { [ROUTE]: route }
  }
}

/** The same in a draft that is continued; none if it has none. */
export function selfCheckOf({ sections }: Entry): readonly Prompt[] {
  return sections.flatMap(({ id, prompt }) => (id === SELF_CHECK && prompt !== undefined ? [prompt] : []))
}
