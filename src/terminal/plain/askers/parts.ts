import { piecesOf } from '../../../questions/shared/template.ts'
import type { Asker } from './asker.ts'
import type { Desk } from '../io/question-io.ts'

/** A sentence, gap by gap. */
export const askSentence: Asker<'sentence'> = async (prompt, desk, before) => {
  const words = desk.words.walk.plain
  const gaps = Object.entries(prompt.gaps)
  const pieces = piecesOf(prompt.template, Object.keys(prompt.gaps))
  desk.voice.say(pieces.map((piece) => (typeof piece === 'string' ? piece : words.gapSign)).join(''))
  const filled = new Map(Object.entries(before.answer ?? {}))
  for (const [index, [id, gap]] of gaps.entries()) {
    desk.voice.say(words.gap(index + 1, gaps.length, gap.ask))
    if (gap.example !== undefined) desk.voice.say(words.gapExample(gap.example))
    filled.set(id, await part(desk, filled.get(id), (rest) => Object.fromEntries(new Map(filled).set(id, rest))))
    desk.keep(Object.fromEntries(filled))
  }
  return Object.fromEntries(filled)
}

/** An if–then plan, in its two parts. */
export const askPlan: Asker<'plan'> = async (prompt, desk, before) => {
  const words = desk.words.walk.plain
  desk.voice.say(words.part(prompt.ifLabel ?? desk.words.entry.when))
  const condition = await part(desk, before.answer?.if, (rest) => ({ if: rest, then: before.answer?.then ?? '' }))
  desk.keep({ if: condition, then: before.answer?.then ?? '' })
  desk.voice.say(words.part(prompt.thenLabel ?? desk.words.entry.iWill))
  return { if: condition, then: await part(desk, before.answer?.then, (rest) => ({ if: condition, then: rest })) }
}

/** One line for one part; an empty one keeps what is there, and asks again where nothing is. */
async function part(desk: Desk, earlier: string | undefined, whole: (rest: string) => unknown): Promise<string> {
  const words = desk.words.walk.plain
  const isThere = earlier !== undefined && earlier !== ''
  if (isThere) desk.voice.say(words.partSoFar(earlier))
  for (;;) {
    const typed = await desk.phrase((rest) => desk.keep(whole(rest)))
    if (typed !== '') return typed
    if (isThere) return earlier
    desk.voice.say(words.nothingYet)
  }
}
