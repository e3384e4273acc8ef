import type { AnswerOf, PromptOf, PromptType } from '../../../questions/shared/model.ts'
import type { QuestionIo } from '../io/question-io.ts'

/** What is there when a question is asked. */
export interface Before<A> {
  readonly answer?: A
  /** Left in the middle: what is typed goes on from it. */
  readonly begun: boolean
}

/**
 * Asks for one type's answer: says how to give it, reads it, keeps what is there on the way. Gives a value
 * that is still to be checked; undefined where nothing was typed.
 */
export type Asker<T extends PromptType> = {
  // As a method its parameters are bivariant, so that the registry can be read by a type that is not known.
  ask(prompt: PromptOf<T>, question: QuestionIo, before: Before<AnswerOf[T]>): Promise<unknown>
}['ask']
