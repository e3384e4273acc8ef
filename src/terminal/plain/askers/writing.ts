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
