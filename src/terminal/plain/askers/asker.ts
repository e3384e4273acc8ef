import type { AnswerOf, PromptOf, PromptType } from '../../../questions/shared/model.ts'
import type { QuestionIo } from '../io/question-io.ts'

/** The answer before a question is asked. */
export interface Before<A> {
  readonly answer?: A
  /** The answer is unfinished: what is typed continues it. */
  readonly begun: boolean
}

/**
 * Asks for an answer of one type: says how to give it, reads it, and keeps it while it is typed. Gives a value
 * that is not validated; undefined if nothing was typed.
 */
export type Asker<T extends PromptType> = {
  // The parameters of a method are bivariant, so that the registry can be indexed with an unknown type.
  ask(prompt: PromptOf<T>, question: QuestionIo, before: Before<AnswerOf[T]>): Promise<unknown>
}['ask']
