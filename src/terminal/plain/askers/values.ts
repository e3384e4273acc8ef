import type { ScalePrompt } from '../../../questions/shared/model.ts'
import { check } from '../../../questions/index.ts'
import type { Asker } from './asker.ts'
import { writtenDay } from '../../../dates/written-day.ts'
import { complain } from '../io/question-io.ts'
import type { QuestionIo } from '../io/question-io.ts'

/** A number, or what was typed, for the check to refuse. Thousands may be parted by commas; the unit may follow. */
export const askNumber: Asker<'number'> = async (prompt, question) => {
  question.output.say(question.words.walk.plain.number(prompt.unit))
  const typed = await question.phrase()
  const { unit } = prompt
  return typed === ''
    ? undefined
    : numberOf(unit !== undefined && typed.endsWith(unit) ? typed.slice(0, -unit.length) : typed)
}

function numberOf(typed: string): number | string {
  const text = typed.trim().replace('−', '-')
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : typed
}

/** A day in any common form; what was taken is said back by whoever asked. */
export const askDate: Asker<'date'> = async (_, question) => {
  const words = question.words.walk.plain
  question.output.say(words.date)
  const typed = await question.phrase()
  return typed === '' ? undefined : (writtenDay(typed, question.words.days.spoken.months) ?? typed)
}

export const askYesNo: Asker<'yes-no'> = async (_, question) => {
  question.output.say(question.words.walk.plain.yesNo)
  const typed = await question.phrase()
  return typed === '' ? undefined : (yesOrNo(typed, question) ?? typed)
}

/** True or false for any beginning of yes or no; undefined for other words. */
export function yesOrNo(typed: string, { words }: Pick<QuestionIo, 'words'>): boolean | undefined {
  const text = typed.trim().toLowerCase()
  if (text === '') return undefined
  const { yes, no } = words.walk.typed
  if (yes.some((word) => word.startsWith(text))) return true
  return no.some((word) => word.startsWith(text)) ? false : undefined
}

/** One rating, or one for each statement. */
export const askScale: Asker<'scale'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  for (const [number, label] of Object.entries(prompt.labels)) question.output.say(words.rating(number, label))
  question.output.say(prompt.unsure ? words.rateUnsure(prompt.from, prompt.to) : words.rate(prompt.from, prompt.to))
  if (prompt.statements.length === 0) return ratingOf(await question.phrase())
  const earlier = new Map(
    typeof before.answer === 'object' && before.answer !== null ? Object.entries(before.answer) : []
  )
  const ratings = new Map<string, unknown>()
  for (const [index, { id, text }] of prompt.statements.entries()) {
    question.output.say(words.statement(index + 1, prompt.statements.length, text))
    ratings.set(id, await rate(prompt, question, earlier.get(id)))
    question.keep(Object.fromEntries([...earlier, ...ratings]))
  }
  return Object.fromEntries(ratings)
}

/** The rating of one statement; asks until it holds. */
async function rate(prompt: ScalePrompt, question: QuestionIo, earlier: number | null | undefined): Promise<unknown> {
  const single = { ...prompt, statements: [] }
  if (earlier !== undefined)
    question.output.say(question.words.walk.plain.partSoFar(earlier === null ? '?' : String(earlier)))
  for (;;) {
    const value = ratingOf(await question.phrase())
    if (value === undefined && earlier !== undefined) return earlier
    const checked = check(single, value)
    if (checked.ok) return checked.answer
    complain(question, single, value === undefined ? undefined : checked.faults)
  }
}

/** `?` is "not sure"; undefined for nothing; what is no number is left for the check to refuse. */
function ratingOf(typed: string): number | string | null | undefined {
  if (typed === '') return undefined
  return typed === '?' ? null : numberOf(typed)
}
