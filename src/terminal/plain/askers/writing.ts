import type { Answer } from '../../../questions/shared/model.ts'
import { piecesOf } from '../../../questions/shared/template.ts'
import type { QuestionIo } from '../io/question-io.ts'
import type { Asker } from './asker.ts'

/** Asks for a text of one line or of many. */
export const askText: Asker<'text'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  if (prompt.words !== undefined) question.output.say(words.wordsGuide(prompt.words))
  if (prompt.lines === 1) {
    question.output.say(words.writeLine)
    return (await question.phrase((rest) => question.keep(rest))) || undefined
  }
  question.output.say(words.writeText)
  return writeText(question, before.begun ? before.answer : undefined)
}

/** Asks for other words for a recalled answer. Undefined leaves it unchanged. */
export const askRecall: Asker<'recall'> = async (_, question, before) => {
  question.output.say(question.words.walk.plain.reword)
  return writeText(question, before.begun ? before.answer : undefined, (first) => first.trim() === '')
}

/**
 * Reads lines up to a single full stop and appends them to the earlier text, exactly as typed. Stops at a first line
 * that is `nothing`.
 */
async function writeText(
  question: QuestionIo,
  before: string | undefined,
  nothing: (first: string) => boolean = () => false
): Promise<string | undefined> {
  let text = before
  const after = (line: string): string => (text === undefined ? line : `${text}\n${line}`)
  for (;;) {
    const line = await question.line((rest) => question.keep(after(rest)))
    if (line.ends || (text === undefined && nothing(line.text)))
      return text === undefined || text.trim() === '' ? undefined : text
    text = after(line.text)
    question.keep(text)
  }
}

/** Asks for several short items, one on each line. */
export const askList: Asker<'list'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  question.output.say(words.writeItems(prompt.items))
  const items = before.begun ? [...(before.answer ?? [])] : []
  const most = prompt.items.max ?? Number.POSITIVE_INFINITY
  for (;;) {
    const line = await question.line((rest) => question.keep([...items, rest]))
    const item = line.text.trim()
    if (line.ends || (item === '' && !line.pasted)) return items.length === 0 ? undefined : items
    if (item === '') continue
    if (items.length >= most) {
      question.output.say(words.fullList(most))
      continue
    }
    items.push(item)
    question.keep([...items])
  }
}

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
