import { describe, expect, inject, it } from 'vitest'
import type { Entry } from '../../src/entry/model.ts'
import type { AnswerState } from '../../src/interview/model.ts'
import { discussionOf, readingOf, view, type InterviewContext } from '../../src/interview/view.ts'
import { begin } from '../../src/interview/walk.ts'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import type { Exercise, Pack } from '../../src/pack/model.ts'
import { english } from '../../src/words/index.ts'
import { answering, type Said } from '../kit/answering.ts'
import { isLong } from '../kit/long.ts'
import { sentencesIn } from './readability.ts'
import { entryOf, walkPack } from './walks.ts'

/** The packs, with marks around the words that stand in for a missing answer. */
const packs: readonly Pack[] = JSON.parse(
  JSON.stringify(bundledPacks(inject('installDir'))).replaceAll(/\|([^{}|"]*)\}\}/g, '|⟦$1⟧}}')
)
const exercises = packs.flatMap((pack) => {
  const all = allOf(pack)
  return pack.exercises.map((exercise): [string, Exercise, typeof all] => [`${pack.id}/${exercise.id}`, exercise, all])
})

/** What an author writes where a condition sees to it that nobody reads it. */
const NEVER_SHOWN = /⟦(?:|…|none|nothing.*?|nowhere|some|something|somebody|not said|one of them)⟧/
/** What is left of a sentence around a missing answer. */
const LEFT_OVER = /""|“”|\(\)|\s[,;.:](?:\s|$)|(?<!\.)\.\.(?!\.)|[:,]\.|…$|undefined|\{\{|\}\}/

/** Everything that is shown to somebody who answers the prompts for which this holds, and skips all others. */
function shownTo(scene: InterviewContext, isAnswered: (id: string) => boolean): string[] {
  const said = answering(scene, (prompt, usual) => (isAnswered(prompt.id) ? usual : undefined))
  const held = Object.fromEntries(said.map((one): [string, AnswerState] => [one.prompt.id, heldBy(one)]))
  const walk = { ...begin(), held }
  const asked = said.flatMap(({ prompt: { ask, help, example } }) => [ask, help, example])
  const passages = [readingOf(scene, view(scene, begin())), discussionOf(scene, view(scene, walk))?.text]
  return [...asked, ...passages].flatMap((text) => (typeof text === 'string' ? sentencesIn(text) : []))
}

function heldBy({ answer }: Said): AnswerState {
  return answer === undefined ? { kind: 'skipped' } : { kind: 'answered', answer }
}

/** The entries of somebody who answered everything, by exercise. */
function allOf(pack: Pack): ReadonlyMap<string, Entry> {
  const said = walkPack(pack, ([first]) => first!)
  return new Map(pack.exercises.map((exercise) => [exercise.id, entryOf(exercise, said.get(exercise.id) ?? [])]))
}

describe('what is skipped leaves no gap in a sentence', () => {
  it.each(exercises)('%s', (_, exercise, all) => {
    const ids = exercise.prompts.map(({ id }) => id)
    const one = isLong ? ids : []
    const ways = [
      () => false,
      ...one.map((only) => (id: string) => id === only),
      ...one.map((skipped) => (id: string) => id !== skipped)
    ]
    const wrong = new Set<string>()
    for (const earlier of [new Map<string, Entry>(), all])
      for (const times of [0, 1, 9])
        for (const isAnswered of ways)
          for (const sentence of shownTo({ exercise, earlier, words: english.entry, times }, isAnswered))
            if (NEVER_SHOWN.test(sentence) || LEFT_OVER.test(sentence)) wrong.add(sentence)
    expect([...wrong]).toEqual([])
  })
})
