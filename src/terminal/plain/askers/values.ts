import type { Prompt, ScalePrompt } from '../../../questions/shared/model.ts'
import { exampleDay } from '../../../questions/date.ts'
import { hasDescriptors, rowOf } from '../../../questions/scale.ts'
import { check, inOneLine, typedAnswer } from '../../../questions/index.ts'
import type { Asker } from './asker.ts'
import { askParts } from './parts.ts'
import { complain, type QuestionIo } from '../io/question-io.ts'
import { fold } from '../../../text/folding.ts'

/** Asks for a number, which its unit may follow. */
export const askNumber: Asker<'number'> = (prompt, question) => {
  question.explain(question.words.walk.plain.number(prompt.unit))
  return askTyped(prompt, question)
}

/** Asks for a day, in figures or in words. */
export const askDate: Asker<'date'> = (prompt, question) => {
  const { words, typing } = question
  const today = typing.today?.() ?? ''
  const example = exampleDay(prompt, today)
  question.explain(words.walk.plain.date(words.days.inWords(example), example > today))
  return askTyped(prompt, question)
}

/** Asks for yes or no, or the beginning of either. */
export const askYesNo: Asker<'yes-no'> = (prompt, question) => {
  question.explain(question.words.walk.plain.yesNo)
  return askTyped(prompt, question)
}

/** One line, read by the rules of the prompt's type: undefined if it is empty, the text itself if it cannot be read. */
async function askTyped(prompt: Prompt, question: QuestionIo): Promise<unknown> {
  const text = await question.phrase()
  return text === '' ? undefined : readTyped(prompt, text, question)
}

/** The answer that a text means. If it could mean two, asks which one. */
async function readTyped(prompt: Prompt, text: string, question: QuestionIo): Promise<unknown> {
  const typed = typedAnswer(prompt, text, question.typing)
  if (typed.kind !== 'ambiguous') return typed.kind === 'answer' ? typed.value : text
  question.keep(text)
  const { output, words } = question
  const [first, second] = typed.readings.map((reading) => inOneLine(prompt, reading, words.entry))
  if (first === undefined || second === undefined) return text
  output.say(words.faults.didYouMean(first, second))
  output.say(words.walk.plain.rating('a', first))
  output.say(words.walk.plain.rating('b', second))
  output.say(words.walk.plain.whichReading)
  let again = ''
  while (again === '') again = await question.phrase()
  const index = ['a', 'b'].indexOf(fold(again))
  return typed.readings[index] ?? readTyped(prompt, again, question)
}

/** Asks for one rating, or for one for each statement. */
export const askScale: Asker<'scale'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  const isRubric = hasDescriptors(prompt)
  if (!isRubric) question.explain(...levels(prompt, question))
  question.explain(prompt.unsure ? words.rateUnsure(prompt.from, prompt.to) : words.rate(prompt.from, prompt.to))
  if (prompt.statements.length === 0) return askTyped(prompt, question)
  const { answer } = before
  const ratings = new Map(typeof answer === 'object' && answer !== null ? Object.entries(answer) : [])
  const parts = prompt.statements.map(({ id, text }, index) => ({
    ask: async () => {
      const row = rowOf(prompt, id)
      question.output.say(words.statement(index + 1, prompt.statements.length, text))
      if (isRubric) for (const level of levels(row, question)) question.output.say(level)
      ratings.set(id, await rate(row, question, ratings.get(id)))
      question.keep(Object.fromEntries(ratings))
    }
  }))
  const rows = { count: () => parts.length, startOf: (row: number) => row - 1 }
  await askParts({ at: (index) => parts[index], rows }, question)
  return Object.fromEntries(ratings)
}

/** The numbers that mean something, each with what it means. */
function levels({ labels }: ScalePrompt, { words }: QuestionIo): string[] {
  return Object.entries(labels)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([number, label]) => words.walk.plain.rating(number, label))
}

/** Asks for the rating of one statement until it is valid. `row` is its scale. */
async function rate(
  row: ScalePrompt,
  question: QuestionIo,
  earlier: number | null | undefined
): Promise<number | null> {
  if (earlier !== undefined)
    question.output.say(question.words.walk.plain.partSoFar(earlier === null ? '?' : String(earlier)))
  for (;;) {
    const value = await askTyped(row, question)
    if (value === undefined && earlier !== undefined) return earlier
    const checked = check(row, value)
    if (checked.ok && (checked.answer === null || typeof checked.answer === 'number')) return checked.answer
    complain(question, row, value === undefined || checked.ok ? undefined : checked.faults)
  }
}
