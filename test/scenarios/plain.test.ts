import { inject, expect, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import { english } from '../../src/words/index.ts'
import { answering, asAnswers, asked, linesFor } from '../kit/answering.ts'
import { launcher, newHome, withoutTimes } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const name = 'where-is-there-room'
const exercise = bundledPacks(inject('installDir'))
  .flatMap(({ exercises }) => exercises)
  .find(({ id }) => id === name)!
const said = answering({ exercise, earlier: new Map(), words: english.entry, times: 0 })

/** The same answers, with slips that are corrected: a mistyped command, a line too many, a cell to go back to. */
function withSlips(type: string, lines: readonly string[]): string[] {
  const [first = '', ...others] = lines
  if (type === 'text') return [':quit', 'No', ':change', first, 'x', ':drop 2', ':again', ':undo', ...others]
  if (type === 'list') return ['x', ':change 1', first, 'y', ':undo', ...others]
  if (type === 'table') return ['x', ':up', ...lines]
  return [':help', ...lines]
}

it('a terminal in plain mode, with slips that are corrected, gives the entry that a file of answers gives', async () => {
  const home = newHome()
  const file = await home.run(['start', name, '--answers', '-', '--json'], { input: JSON.stringify(asAnswers(said)) })
  expect(file).toMatchObject({ code: 0 })
  const other = newHome()
  const program = [launcher(), 'start', name, '--minutes', '60', '--plain', '--journal', other.journal]
  const terminal = openTerminal(program, { env: other.env })
  await terminal.until('Press Enter to begin')
  terminal.type('\r')
  for (const answer of said) {
    await asked(terminal, answer)
    for (const line of withSlips(answer.prompt.type, linesFor(answer))) terminal.type(`${line}\r`)
  }
  await terminal.until('Your answers')
  terminal.type('\r')
  await terminal.until('Press Enter for the first')
  terminal.type('\r')
  await terminal.ended
  expect(terminal.everything().replaceAll(/\s+/g, ' ')).toContain('There is no command :quit.')
  expect(withoutTimes((await other.run(['show', 'last', '--json'])).stdout)).toEqual(withoutTimes(file.stdout))
})
