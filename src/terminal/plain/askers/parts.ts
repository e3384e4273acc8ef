import type { Answer } from '../../../questions/shared/model.ts'
import { piecesOf } from '../../../questions/shared/template.ts'
import type { Asker } from './asker.ts'
import type { QuestionIo } from '../io/question-io.ts'

/** Asks for a sentence, gap by gap. */
export const askSentence: Asker<'sentence'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  const gaps = Object.entries(prompt.gaps)
  const pieces = piecesOf(prompt.template, Object.keys(prompt.gaps))
  question.output.say(pieces.map((piece) => (typeof piece === 'string' ? piece : words.gapSign)).join(''))
  const filled = new Map(Object.entries(before.answer ?? {}))
  for (const [index, [id, gap]] of gaps.entries()) {
    question.output.say(words.gap(index + 1, gaps.length, gap.ask))
    if (gap.example !== undefined) question.output.say(words.gapExample(gap.example))
    filled.set(id, await part(question, filled.get(id), (rest) => Object.fromEntries(new Map(filled).set(id, rest))))
    question.keep(Object.fromEntries(filled))
  }
  return Object.fromEntries(filled)
}

/** Asks for the two parts of an if–then plan. */
export const askPlan: Asker<'plan'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  question.output.say(words.part(prompt.ifLabel ?? question.words.entry.when))
  const condition = await part(question, before.answer?.if, (rest) => ({ if: rest, then: before.answer?.then ?? '' }))
  question.keep({ if: condition, then: before.answer?.then ?? '' })
  question.output.say(words.part(prompt.thenLabel ?? question.words.entry.iWill))
  return { if: condition, then: await part(question, before.answer?.then, (rest) => ({ if: condition, then: rest })) }
}

/** Asks for one part on one line. An empty line keeps the earlier text; without one, it asks again. */
async function part(
  question: QuestionIo,
  earlier: string | undefined,
  whole: (rest: string) => Answer
): Promise<string> {
  const words = question.words.walk.plain
  const isThere = earlier !== undefined && earlier !== ''
  if (isThere) question.output.say(words.partSoFar(earlier))
  for (;;) {
    const typed = await question.phrase((rest) => question.keep(whole(rest)))
    if (typed !== '') return typed
    if (isThere) return earlier
    question.output.say(words.nothingYet)
  }
}
