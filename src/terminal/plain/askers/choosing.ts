import { found, lineFound, type Findable } from '../../../display/filter.ts'
import type { Answer, ChoicePrompt, ChoicesPrompt, Option, Other } from '../../../questions/shared/model.ts'
import { splitOther, typedOther, typedPick } from '../../../questions/shared/picks.ts'
import { optionOf, picksOf } from '../../../questions/shared/typed.ts'
import type { PlainIo, QuestionIo } from '../io/question-io.ts'
import type { Asker } from './asker.ts'

/** Asks for one option, by number or the beginning of its label, or for the learner's own words. */
export const askChoice: Asker<'choice'> = async (prompt, question) => {
  const words = question.words.walk.plain
  tell(question, prompt.options, prompt.other)
  question.explain(prompt.other ? words.chooseOneOrOther : words.chooseOne)
  for (;;) {
    const typed = await question.phrase((rest) => keepOwn(typedOther(prompt, rest, question.typing), question))
    const value = typed === '' ? undefined : await picked(typed, prompt, question)
    const isRefused = value === typed && !prompt.options.some(({ id }) => id === value)
    if (!isRefused || !tellFound(typed, prompt.options, question)) return value
  }
}

/** Asks for several options, by numbers or labels, with the learner's own words at the end. */
export const askChoices: Asker<'choices'> = async (prompt, question) => {
  const words = question.words.walk.plain
  tell(question, prompt.options, prompt.other)
  question.explain(words.chooseSeveral(prompt.pick), ...(prompt.other ? [words.orOther] : []))
  const typed = await question.phrase((rest) => {
    const [line, own] = splitOther(prompt, rest, question.typing)
    const picks = picksOf(line).flatMap((pick) => optionOf(pick, prompt.options)?.id ?? [])
    keepOwn(own, question, (other) => [...picks, other])
  })
  if (typed === '') return undefined
  const [line, own] = splitOther(prompt, typed, question.typing)
  const picks: (string | Other)[] = []
  const whole = (other: Other) => [...picks, other]
  for (const pick of picksOf(line)) picks.push(await picked(pick, prompt, question, whole))
  return own === undefined ? picks : whole(await otherWords(own, question, whole))
}

/** Asks for the numbers of all options in the learner's order. */
export const askRanking: Asker<'ranking'> = async (prompt, question) => {
  tell(question, prompt.options, false)
  question.explain(question.words.walk.plain.rank)
  const typed = await question.phrase()
  return typed === '' ? undefined : picksOf(typed).map((pick) => optionOf(pick, prompt.options)?.id ?? pick)
}

/** Says how many options there are, and lists them with their numbers. */
export function tell(question: QuestionIo, options: readonly Option[], other: boolean): void {
  const words = question.words.walk.plain
  const all = [...options, ...(other ? [{ label: words.otherOption }] : [])]
  question.explain(
    words.choices(all.length),
    ...all.map(({ label, note }: Pick<Option, 'label' | 'note'>, index) => words.numbered(index + 1, label, note))
  )
}

/** Builds the whole answer around the learner's own words. */
type Whole = (other: Other) => Answer

const themselves: Whole = (other) => other

/** The option's id, the learner's own words, or the typed text, which validation then rejects. */
async function picked(
  typed: string,
  prompt: ChoicePrompt | ChoicesPrompt,
  question: QuestionIo,
  whole: Whole = themselves
): Promise<string | Other> {
  const pick = typedPick(prompt, typed, question.typing)
  if (typeof pick === 'string') return pick
  const isOther = typed === String(prompt.options.length + 1) && prompt.other
  const own = isOther ? '' : typedOther(prompt, typed, question.typing)
  return own === undefined ? typed : otherWords(own, question, whole)
}

async function otherWords(own: string, question: QuestionIo, whole: Whole): Promise<Other> {
  if (own === '') question.output.say(question.words.walk.plain.otherWords)
  const other = own === '' ? await question.phrase((rest) => keepOwn(rest, question, whole)) : own
  // Validation may reject the answer because of its options.
  keepOwn(other, question, whole)
  return { other }
}

/** Keeps the learner's own words, if there are any. */
function keepOwn(own: string | undefined, question: QuestionIo, whole: Whole = themselves): void {
  if (own !== undefined && own.trim() !== '') question.keep(whole({ other: own.trim() }))
}

/** Lists the items that contain the typed words, with their numbers. Gives false if there are none. */
export function tellFound(
  typed: string,
  items: readonly (Findable & { readonly note?: string })[],
  { output, words }: Pick<PlainIo, 'output' | 'words'>
): boolean {
  const holding = found(items, typed)
  if (holding.length === 0) return false
  const said = words.walk.plain
  output.say(said.found)
  for (const index of holding) {
    const item = items[index]
    if (item === undefined) continue
    const place = lineFound(item, typed)
    const line = place?.line.slice(Math.max(0, place.at - AROUND), place.at + AROUND).trim()
    const note = [item.note ?? '', line ?? ''].filter((part) => part !== '').join('; ')
    output.say(said.numbered(index + 1, item.label, note === '' ? undefined : note))
  }
  return true
}

/** UTF-16 units shown before and after the match. */
const AROUND = 40
