import { describe, expect, inject, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import type { Exercise, Pack } from '../../src/pack/model.ts'
import { english } from '../../src/words/index.ts'
import { answering, asAnswers, linesFor } from '../kit/answering.ts'
import { newHome, withoutTimes } from '../kit/program.ts'

const packs = bundledPacks(inject('installDir'))
const exercises = packs.flatMap((pack) =>
  pack.exercises.map((exercise): [string, Pack, Exercise] => [`${pack.id}/${exercise.id}`, pack, exercise])
)

describe('every bundled exercise', () => {
  it.each(exercises)('%s: the same entry by --answers and in plain mode', async (name, _, exercise) => {
    const home = newHome()
    const said = answering({ exercise, earlier: new Map(), words: english.entry, times: 0 })
    const byFile = await home.run(['start', name, '--answers', '-', '--json'], {
      input: JSON.stringify(asAnswers(said))
    })
    expect(byFile).toMatchObject({ code: 0, stderr: '' })
    const other = newHome()
    // An exercise that looks back at another is not due yet.
    const isEarly = exercise.revisit !== undefined && exercise.revisit.exercise !== exercise.id
    const early = isEarly ? ['yes'] : []
    const lines = [...early, '', ...said.flatMap(linesFor), '']
    const byHand = await other.run(['start', name, '--plain'], { input: `${lines.join('\n')}\n` })
    expect(byHand.stderr).toBe('')
    expect(byHand.code).toBe(0)
    expect(byHand.stdout).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/)
    expect(withoutTimes((await other.run(['show', 'last', '--json'])).stdout)).toEqual(withoutTimes(byFile.stdout))
  })
})
