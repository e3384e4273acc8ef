import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import type { Exercise, Pack } from '../../src/pack/model.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { wordsIn } from '../../src/text/words-in.ts'
import type { Said } from '../kit/answering.ts'
import { aloud, readability, runsOfSix, sentencesIn } from './readability.ts'
import { proseIn, textsIn } from './texts.ts'
import { walkPack, writtenIn, type Pick } from './walks.ts'

const packs = bundledPacks(inject('installDir'))
const exercises = packs.flatMap((pack) =>
  pack.exercises.map((exercise): [string, Exercise, Pack] => [`${pack.id}/${exercise.id}`, exercise, pack])
)

const WORDS_READ_A_MINUTE = 200
const WORDS_TYPED_A_MINUTE = 25
const MINUTES_TO_THINK = 0.5
const TEN_MINUTES = 10
const LONGEST_SENTENCE = 30
const GRADE = 6

const roles = ['led', 'lived', 'planned', 'borrowed']

/** Answers with the option or value at a place between the first (0) and the last (1); `role` where it is asked for. */
function learner(place: number, role: string): Pick {
  return (of, prompt) => {
    const own =
      prompt.id === 'role' && prompt.type === 'choice' ? prompt.options.findIndex(({ id }) => id === role) : -1
    return of[own >= 0 ? own : Math.round(place * (of.length - 1))]!
  }
}

/** Each exercise of a pack as people of every role walk it, with the first, the middle and the last of all choices. */
const walks = packs.flatMap((pack) =>
  roles.flatMap((role) =>
    [0, 0.5, 1].flatMap((place) =>
      [...walkPack(pack, learner(place, role))].map(([id, said]) => ({ name: `${pack.id}/${id}`, role, place, said }))
    )
  )
)

function minutes({ reading, discussion }: Exercise, said: readonly Said[]): number {
  const read = [...textsIn({ reading, discussion }), ...said.flatMap(({ prompt }) => textsIn(shownOf(prompt)))]
  const written = said.map(writtenIn).filter(({ length }) => length > 0)
  return (
    count(read.map(aloud)) / WORDS_READ_A_MINUTE +
    count(written.flat()) / WORDS_TYPED_A_MINUTE +
    written.length * MINUTES_TO_THINK
  )
}

/** What is on the screen for a prompt; the heading is for the journal only. */
function shownOf(prompt: Prompt): object {
  return { ...prompt, title: '' }
}

function count(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsIn(text), 0)
}

describe('the bundled exercises', () => {
  it.each(exercises)(
    '%s takes no longer than it says, for somebody slow who writes all that is suggested',
    (name, exercise) => {
      const taken = walks.filter((walk) => walk.name === name).map(({ said }) => minutes(exercise, said))
      expect(Math.max(...taken)).toBeLessThanOrEqual(exercise.minutes ?? 0)
    }
  )

  it.each(exercises.filter(([, { prompts }]) => prompts.some(({ core }) => core === true)))(
    '%s has a core that fits into ten minutes for the same person',
    (name, exercise) => {
      const taken = walks
        .filter((walk) => walk.name === name)
        .map(({ said }) =>
          minutes(
            exercise,
            said.filter(({ prompt }) => prompt.core === true)
          )
        )
      expect(Math.max(...taken)).toBeLessThanOrEqual(TEN_MINUTES)
    }
  )

  it.each(exercises)('%s reads easily: a grade under 6', (_, exercise) => {
    expect(readability(proseIn(exercise)).grade).toBeLessThan(GRADE)
  })

  it.each(exercises)('%s has no sentence of more than 30 words', (_, exercise) => {
    const sentences = textsIn(exercise).flatMap(sentencesIn)
    expect(sentences.filter((sentence) => wordsIn(sentence) > LONGEST_SENTENCE)).toEqual([])
  })

  it.each(exercises)(
    '%s names the Welsh line of Samaritans beside the English one, and the other way round',
    (_, exercise) => {
      const texts = textsIn(exercise).join(' ')
      expect(/\b0808\s164\s0123\b/.test(texts)).toBe(/\b116\s123\b/.test(texts))
    }
  )

  it.each(exercises)('%s leads somewhere for every role', (name) => {
    const written = walks
      .filter((walk) => walk.name === name)
      .map(({ said }) => said.filter((one) => writtenIn(one).length > 0).length)
    expect(Math.min(...written)).toBeGreaterThanOrEqual(Math.max(...written) / 2)
  })
})

/** The hashes of every six words of the course's page, one a line. Its titles are left out: to name them is no copy. */
const course = new Set(
  fs
    .readFileSync(path.join(import.meta.dirname, 'data/course-page.txt'), 'utf8')
    .trim()
    .split('\n')
)

describe.each(packs.map((pack): [string, Pack] => [pack.id, pack]))('the pack %s', (_, pack) => {
  it('copies no six words of the page of the course that it goes with', () => {
    const shared = [...runsOfSix(textsIn(pack))].filter(([hash]) => course.has(hash)).map(([, words]) => words)
    expect(shared).toEqual([])
  })
})
