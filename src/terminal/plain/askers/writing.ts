import type { QuestionIo } from '../io/question-io.ts'
import type { Asker } from './asker.ts'

/** A text of one line or of any number. */
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

/** Something shown; new words for it where they are asked for. Undefined leaves it as it is. */
export const askRecall: Asker<'recall'> = async (_, question, before) => {
  question.output.say(question.words.walk.plain.reword)
  return writeText(question, before.begun ? before.answer : undefined, (first) => first.trim() === '')
}

/** Lines up to a single full stop, after what is there already, exactly as they were typed; none after a first one that is `nothing`. */
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

/** Several short items, one a line. */
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
