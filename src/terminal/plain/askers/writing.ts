import type { Desk } from '../io/question-io.ts'
import type { Asker } from './asker.ts'

/** A text of one line or of any number. */
export const askText: Asker<'text'> = async (prompt, desk, before) => {
  const words = desk.words.walk.plain
  if (prompt.words !== undefined) desk.voice.say(words.wordsGuide(prompt.words))
  if (prompt.lines === 1) {
    desk.voice.say(words.writeLine)
    return (await desk.phrase((rest) => desk.keep(rest))) || undefined
  }
  desk.voice.say(words.writeText)
  return writeText(desk, before.begun ? before.answer : undefined)
}

/** Something shown; new words for it where they are asked for. Undefined leaves it as it is. */
export const askRecall: Asker<'recall'> = async (_, desk, before) => {
  desk.voice.say(desk.words.walk.plain.reword)
  return writeText(desk, before.begun ? before.answer : undefined, (first) => first.trim() === '')
}

/** Lines up to a single full stop, after what is there already, exactly as they were typed; none after a first one that is `nothing`. */
async function writeText(
  desk: Desk,
  before: string | undefined,
  nothing: (first: string) => boolean = () => false
): Promise<string | undefined> {
  let text = before
  const after = (line: string): string => (text === undefined ? line : `${text}\n${line}`)
  for (;;) {
    const line = await desk.line((rest) => desk.keep(after(rest)))
    if (line.ends || (text === undefined && nothing(line.text)))
      return text === undefined || text.trim() === '' ? undefined : text
    text = after(line.text)
    desk.keep(text)
  }
}

/** Several short items, one a line. */
export const askList: Asker<'list'> = async (prompt, desk, before) => {
  const words = desk.words.walk.plain
  desk.voice.say(words.writeItems(prompt.items))
  const items = before.begun ? [...(before.answer ?? [])] : []
  const most = prompt.items.max ?? Number.POSITIVE_INFINITY
  for (;;) {
    const line = await desk.line((rest) => desk.keep([...items, rest]))
    const item = line.text.trim()
    if (line.ends || (item === '' && !line.pasted)) return items.length === 0 ? undefined : items
    if (item === '') continue
    if (items.length >= most) {
      desk.voice.say(words.fullList(most))
      continue
    }
    items.push(item)
    desk.keep([...items])
  }
}
