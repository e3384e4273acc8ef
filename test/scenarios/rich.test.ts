import { describe, expect, inject, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import type { Exercise } from '../../src/pack/model.ts'
import { english } from '../../src/words/index.ts'
import { answering, asAnswers, asked, keysFor } from '../kit/answering.ts'
import type { Said } from '../kit/answering.ts'
import { launcher, newHome, withoutTimes } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { isLong } from '../kit/long.ts'
import type { TestTerminal } from '../kit/terminal.ts'
import { press } from '../kit/writing.ts'

const packs = bundledPacks(inject('installDir'))
/** In `npm cit`, every third one: these take longer than all others. Plain mode and files of answers go through all of them. */
const exercises = packs
  .flatMap((pack) => pack.exercises.map((exercise): [string, Exercise] => [`${pack.id}/${exercise.id}`, exercise]))
  .filter((_, index) => isLong || index % 3 === 0)
const sizes = [
  [80, 24],
  [40, 20]
] as const

/** Reads a passage to its end, page by page. */
async function read(terminal: TestTerminal, last: string): Promise<void> {
  const enterPage = `Enter ${english.walk.rich.purposes.nextPage[1]}`
  for (;;) {
    const page = await terminal.until((screen) => screen.includes(last) || screen.includes(enterPage))
    terminal.type('\r')
    if (page.includes(last)) return
    const [below = ''] = /\d+ lines? below/.exec(page) ?? []
    await terminal.until((screen) => !screen.includes(below))
  }
}

async function walkThrough(terminal: TestTerminal, exercise: Exercise, said: readonly Said[]): Promise<void> {
  // An exercise that looks back at another is not due yet.
  if (exercise.revisit !== undefined && exercise.revisit.exercise !== exercise.id) {
    await terminal.until('(y/N)')
    terminal.type('y\r')
  }
  const { begin, goOn } = english.walk.rich.purposes
  const [enterBegin, enterGoOn] = [`Enter ${begin[1]}`, `Enter ${goOn[1]}`]
  await read(terminal, enterBegin)
  const behind = new Set(exercise.prompts.slice(exercise.afterDiscussion ?? Infinity).map(({ id }) => id))
  const first = said.find(({ prompt }) => behind.has(prompt.id))
  for (const one of said) {
    if (one === first) await read(terminal, enterGoOn)
    await asked(terminal, one)
    // One at a time: keys that arrive together count as pasted.
    for (const keys of keysFor(one)) await press(terminal, keys)
  }
  if (exercise.askLater === true) {
    if (first === undefined) await read(terminal, enterGoOn)
    await terminal.until((screen) => screen.replaceAll(/\s+/g, ' ').includes('be asked when you come back?'))
    await press(terminal, '\t')
    await press(terminal, '\t')
  }
  await terminal.until('Your answers')
  terminal.type('\t')
  if (first === undefined && exercise.askLater !== true) await read(terminal, enterGoOn)
  await terminal.until((screen) => screen.includes('Finished and saved') && screen.includes('Enter choose'))
  terminal.type('\r')
}

/** An entry's JSON without the question for later, which a file of answers does not ask. */
function withoutLater(entry: object): object {
  return JSON.parse(JSON.stringify(entry), (_, value: unknown) =>
    Array.isArray(value) ? value.filter((each: { id?: string } | undefined) => each?.id !== '_later') : value
  )
}

describe('every bundled exercise on a whole screen', () => {
  it.each(exercises.flatMap(([name, exercise], index) => [[name, ...sizes[index % 2]!, exercise] as const]))(
    '%s at %i by %i: the same entry as by --answers',
    async (name, columns, rows, exercise) => {
      const home = newHome()
      const said = answering({ exercise, earlier: new Map(), words: english.entry, times: 0 })
      const terminal = openTerminal([launcher(), 'start', name, '--minutes', '120'], { columns, rows, env: home.env })
      await walkThrough(terminal, exercise, said)
      expect((await terminal.ended).exitCode).toBe(0)
      const shown = await home.run(['show', 'last', '--json'])
      const byFile = await newHome().run(['start', name, '--answers', '-', '--json'], {
        input: JSON.stringify(asAnswers(said))
      })
      expect(withoutLater(withoutTimes(shown.stdout))).toEqual(withoutTimes(byFile.stdout))
    }
  )
})
