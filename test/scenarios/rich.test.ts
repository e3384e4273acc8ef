import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled.ts'
import type { Exercise } from '../../src/pack/model.ts'
import { headingOf } from '../../src/questions/heading.ts'
import { english } from '../../src/words/index.ts'
import { answering, asAnswers, keysFor } from '../kit/answering.ts'
import type { Said } from '../kit/answering.ts'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import type { TestTerminal } from '../kit/terminal.ts'

const packs = await bundledPacks(path.join(import.meta.dirname, '..', '..'))
const exercises = packs.flatMap((pack) =>
  pack.exercises.map((exercise): [string, Exercise] => [`${pack.id}/${exercise.id}`, exercise])
)
const sizes = [
  [80, 24],
  [40, 20]
] as const

/** Waits until a prompt is asked: its beginning stands below the record of the one before. */
function asked(terminal: TestTerminal, { prompt }: Said, before: Said | undefined): Promise<string> {
  const beginning = prompt.ask
    .replaceAll(/[\\*_]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ')
  const record = before === undefined ? '' : headingOf(before.prompt).split(' ').slice(0, 2).join(' ')
  return terminal.until((screen) => {
    const from = record === '' ? 0 : screen.lastIndexOf(record)
    return screen.replaceAll(/\s+/g, ' ').includes(beginning) && (from >= 0 || record === '')
  })
}

async function walkThrough(terminal: TestTerminal, exercise: Exercise, said: readonly Said[]): Promise<void> {
  if (exercise.revisit !== undefined) {
    await terminal.until('all the same')
    terminal.type('y')
    terminal.type('\r')
  }
  await terminal.until('begin')
  terminal.type('\r')
  for (const [index, one] of said.entries()) {
    await asked(terminal, one, said[index - 1])
    for (const keys of keysFor(one)) terminal.type(keys)
  }
  await terminal.until('Your answers')
  terminal.type('\t')
  await terminal.until(english.sitting.discussion)
  terminal.type('\r')
}

describe('every bundled exercise on a whole screen', () => {
  it.each(exercises.flatMap(([name, exercise], index) => [[name, ...sizes[index % 2]!, exercise] as const]))(
    '%s at %i by %i: the same entry as by --answers',
    async (name, columns, rows, exercise) => {
      const home = newHome()
      const said = answering({ exercise, earlier: new Map(), words: english.entry })
      const terminal = openTerminal([launcher, 'start', name], { columns, rows, env: home.env })
      await walkThrough(terminal, exercise, said)
      expect((await terminal.ended).exitCode).toBe(0)
      const shown = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
      expect(shown.answers).toEqual(asAnswers(said))
    }
  )
})
