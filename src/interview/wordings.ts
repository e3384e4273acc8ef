import { headingOf } from '../questions/shared/heading.ts'
import type { Prompt, WordedKey, Wording } from '../questions/shared/model.ts'
import { holds, type LookUp } from './conditions.ts'

/** What decides between wordings. */
interface Deciding {
  readonly find: LookUp
  /** How often the exercise was finished before. */
  readonly times: number
  /** See `Surroundings`. */
  readonly seed: string
}

/**
 * The first wording whose condition holds; undefined if none does. If it rotates, all that rotate and hold take turns, from one run
 * of the exercise to the next. If it is random, one of those that are random and hold is drawn.
 */
export function wordingThatHolds(wordings: readonly Wording[], { find, times, seed }: Deciding): Wording | undefined {
  const holding = wordings.filter(({ when }) => when === undefined || holds(when, find))
  const [first] = holding
  if (first?.random === true)
    return drawn(
      holding.filter(({ random }) => random === true),
      seed
    )
  if (first?.rotate !== true) return first
  const turns = holding.filter(({ rotate }) => rotate === true)
  return turns[times % turns.length]
}

/** One of these wordings, the same for the same seed. Texts with different wordings are drawn independently. */
function drawn(wordings: readonly Wording[], seed: string): Wording | undefined {
  // FNV-1a in 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5
  for (const unit of `${seed}\n${wordings[0]?.text ?? ''}`)
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  // The lower bits of this hash are not random enough.
  return wordings[((hash ^ (hash >>> 15)) >>> 0) % wordings.length]
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
