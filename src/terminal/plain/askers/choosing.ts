import type { ChoicePrompt, ChoicesPrompt, Option, Other } from '../../../questions/shared/model.ts'
import type { Asker } from './asker.ts'
import type { Desk } from '../io/question-io.ts'
import { optionOf, otherOf, picksOf, tellFound } from './pick.ts'

/** One option by number or the beginning of its label, or words of one's own. */
export const askChoice: Asker<'choice'> = async (prompt, desk) => {
  const words = desk.words.walk.plain
  tell(desk, prompt.options, prompt.other)
  desk.voice.say(prompt.other ? words.chooseOneOrOther : words.chooseOne)
  for (;;) {
    const typed = await desk.phrase((rest) => keepOwn(ownIn(rest, prompt, desk), desk))
    const value = typed === '' ? undefined : await picked(typed, prompt, desk)
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
  const parted = (line: string) => (prompt.other ? withoutOther(line, desk.words.walk.typed.other) : [line])
  const typed = await desk.phrase((rest) => {
    const [line = '', own] = parted(rest)
    const picks = picksOf(line).flatMap((pick) => optionOf(pick, prompt.options)?.id ?? [])
    keepOwn(own, desk, (other) => [...picks, other])
  })
  if (typed === '') return undefined
  const [line = '', own] = parted(typed)
  const picks: (string | Other)[] = []
  const whole = (other: Other) => [...picks, other]
  for (const pick of picksOf(line)) picks.push(await picked(pick, prompt, desk, whole))
  return own === undefined ? picks : whole(await otherWords(own, desk, whole))
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

/** What an answer is with words of one's own in it. */
type Whole = (other: Other) => unknown

const themselves: Whole = (other) => other

/** The option's id, words of one's own, or what was typed, for the check to refuse. */
async function picked(
  typed: string,
  prompt: ChoicePrompt | ChoicesPrompt,
  desk: Desk,
  whole: Whole = themselves
): Promise<string | Other> {
  const option = optionOf(typed, prompt.options)
  if (option !== undefined) return option.id
  const own = typed === String(prompt.options.length + 1) && prompt.other ? '' : ownIn(typed, prompt, desk)
  return own === undefined ? typed : otherWords(own, desk, whole)
}

async function otherWords(own: string, desk: Desk, whole: Whole): Promise<Other> {
  if (own === '') desk.voice.say(desk.words.walk.plain.otherWords)
  const other = own === '' ? await desk.phrase((rest) => keepOwn(rest, desk, whole)) : own
  // The answer may be refused for its picks.
  keepOwn(other, desk, whole)
  return { other }
}

/** Keeps words of one's own, if there are any yet. */
function keepOwn(own: string | undefined, desk: Desk, whole: Whole = themselves): void {
  if (own !== undefined && own.trim() !== '') desk.keep(whole({ other: own.trim() }))
}

/** The words after `other`, where an answer may be in words of one's own. */
function ownIn(typed: string, { other }: ChoicePrompt | ChoicesPrompt, { words }: Desk): string | undefined {
  return other ? otherOf(typed, words.walk.typed.other) : undefined
}

/** A line of picks, parted from the words after `other` at its end. */
function withoutOther(line: string, other: readonly string[]): [string, string | undefined] {
  const starts = [...line.matchAll(/(?:^|[\s,;])(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length)
  const start = starts.find(
    (at) => /^[\d\s,;.)]*$/.test(line.slice(0, at)) && otherOf(line.slice(at), other) !== undefined
  )
  return start === undefined ? [line, undefined] : [line.slice(0, start), otherOf(line.slice(start), other)]
}
