import type { Option, Other } from '../../../questions/model.ts'
import type { Asker } from '../asker.ts'
import type { Desk } from '../desk.ts'
import { optionOf, otherOf, picksOf, tellFound } from '../pick.ts'

/** One option by number or the beginning of its label, or words of one's own. */
export const askChoice: Asker<'choice'> = async (prompt, desk) => {
  const words = desk.words.walk.plain
  tell(desk, prompt.options, prompt.other)
  desk.voice.say(prompt.other ? words.chooseOneOrOther : words.chooseOne)
  for (;;) {
    const typed = await desk.phrase()
    const value = typed === '' ? undefined : await picked(typed, prompt.options, prompt.other, desk)
    const isRefused = value === typed && !prompt.options.some(({ id }) => id === value)
    if (!isRefused || !tellFound(typed, prompt.options, desk)) return value
  }
}

/** Several options, by numbers or labels, and words of one's own at the end. */
export const askChoices: Asker<'choices'> = async (prompt, desk) => {
  const words = desk.words.walk.plain
  tell(desk, prompt.options, prompt.other)
  desk.voice.say(words.chooseSeveral(prompt.pick))
  if (prompt.other) desk.voice.say(words.orOther)
  const typed = await desk.phrase()
  if (typed === '') return undefined
  const [line, own] = prompt.other ? withoutOther(typed, desk.words.walk.typed.other) : [typed, undefined]
  const picks: (string | Other)[] = []
  for (const pick of picksOf(line)) picks.push(await picked(pick, prompt.options, prompt.other, desk))
  return own === undefined ? picks : [...picks, await otherWords(own, desk)]
}

/** All options, by their numbers in the learner's order. */
export const askRanking: Asker<'ranking'> = async (prompt, desk) => {
  tell(desk, prompt.options, false)
  desk.voice.say(desk.words.walk.plain.rank)
  const typed = await desk.phrase()
  return typed === '' ? undefined : picksOf(typed).map((pick) => optionOf(pick, prompt.options)?.id ?? pick)
}

/** Options with their numbers. */
export function tell(desk: Desk, options: readonly Option[], other: boolean): void {
  const words = desk.words.walk.plain
  options.forEach(({ label, note }, index) => desk.voice.say(words.numbered(index + 1, label, note)))
  if (other) desk.voice.say(words.numbered(options.length + 1, words.otherOption))
}

/** The option's id, words of one's own, or what was typed, for the check to refuse. */
async function picked(typed: string, options: readonly Option[], other: boolean, desk: Desk): Promise<string | Other> {
  const option = optionOf(typed, options)
  if (option !== undefined) return option.id
  if (!other) return typed
  const own = typed === String(options.length + 1) ? '' : otherOf(typed, desk.words.walk.typed.other)
  return own === undefined ? typed : otherWords(own, desk)
}

async function otherWords(own: string, desk: Desk): Promise<Other> {
  if (own !== '') return { other: own }
  desk.voice.say(desk.words.walk.plain.otherWords)
  return { other: await desk.phrase() }
}

/** A line of picks, parted from the words after `other` at its end. */
function withoutOther(line: string, other: readonly string[]): [string, string | undefined] {
  const starts = [...line.matchAll(/(?:^|[\s,;])(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length)
  const start = starts.find(
    (at) => /^[\d\s,;.)]*$/.test(line.slice(0, at)) && otherOf(line.slice(at), other) !== undefined
  )
  return start === undefined ? [line, undefined] : [line.slice(0, start), otherOf(line.slice(start), other)]
}
