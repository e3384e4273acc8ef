import { headingOf } from '../questions/shared/heading.ts'
import type { Prompt, WordedKey, Wording } from '../questions/shared/model.ts'
import { holds, type LookUp } from './conditions.ts'

/** What decides between wordings. */
interface Deciding {
  readonly find: LookUp
  /** How often the exercise was finished before. */
  readonly times: number
}

/**
 * The first wording whose condition holds; undefined if none does. If it rotates, all that rotate and hold take turns, from one run
 * of the exercise to the next.
 */
export function wordingThatHolds(wordings: readonly Wording[], { find, times }: Deciding): Wording | undefined {
  const holding = wordings.filter(({ when }) => when === undefined || holds(when, find))
  const [first] = holding
  if (first?.rotate !== true) return first
  const turns = holding.filter(({ rotate }) => rotate === true)
  return turns[times % turns.length]
}

/** The texts of all blocks whose condition holds. */
export function blocksThatHold(blocks: readonly Wording[], find: LookUp): string[] {
  return blocks.filter(({ when }) => when === undefined || holds(when, find)).map(({ text }) => text)
}

/**
 * The prompt with one wording of each text. Its heading stays that of the first wording, so that answers to it are found under one
 * name. `filled` fills in the quotations of that.
 */
export function inOneWording(
  prompt: Prompt,
  { filled, ...deciding }: Deciding & { readonly filled: (text: string) => string }
): Prompt {
  const { wordings, help, example, startWith, ...others } = prompt
  if (wordings === undefined) return prompt
  const text = (key: WordedKey) => wordings[key] && wordingThatHolds(wordings[key], deciding)
  const [ask, shown] = [text('ask'), text('example')]
  const helpNow = wordings.help === undefined ? help : text('help')?.text
  const exampleNow = wordings.example === undefined ? example : shown?.text
  const startNow = wordings.startWith === undefined ? startWith : text('startWith')?.text
  return {
    ...others,
    ...(ask === undefined ? {} : { ask: ask.text, title: headingOf({ ...prompt, ask: filled(prompt.ask) }) }),
    ...(helpNow === undefined ? {} : { help: helpNow }),
    ...(exampleNow === undefined ? {} : { example: exampleNow }),
    ...(startNow === undefined ? {} : { startWith: startNow }),
    ...(shown?.open === true ? { isExampleOpen: true as const } : {})
  }
}
