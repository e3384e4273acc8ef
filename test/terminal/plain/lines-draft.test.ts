import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinesDraft } from '../../../src/terminal/plain/askers/lines-draft.ts'

const number = fc.integer({ min: 1, max: 4 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), line: fc.string(), more: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('change' as const, 'drop' as const), number }),
  fc.record({ kind: fc.constantFrom('clear' as const, 'undo' as const, 'keep' as const) })
)

function doStep(draft: LinesDraft, done: typeof step extends fc.Arbitrary<infer S> ? S : never): void {
  if (done.kind === 'add') draft.add(done.line, done.more)
  else if (done.kind === 'clear') draft.clear()
  else if (done.kind === 'undo') draft.undo()
  else if (done.kind === 'keep') draft.keepLine()
  else if ('number' in done && done.number <= draft.lines.length) draft[done.kind](done.number)
}

describe('lines while they are written', () => {
  it('are what they were after everything was undone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 4 }),
        fc.boolean(),
        fc.array(step),
        (earlier, continues, steps) => {
          const draft = new LinesDraft(earlier, continues)
          for (const each of steps) doStep(draft, each)
          while (draft.undo());
          expect(draft.lines).toEqual(earlier)
        }
      )
    )
  })

  it('show an unfinished line where it will be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 4 }),
        fc.boolean(),
        fc.array(step),
        fc.string(),
        (earlier, continues, steps, line) => {
          const draft = new LinesDraft(earlier, continues)
          for (const each of steps) doStep(draft, each)
          const [shown, count] = [draft.with(line), draft.nextCount]
          draft.add(line)
          expect(draft.lines).toEqual(shown)
          expect(draft.lines).toHaveLength(count)
        }
      )
    )
  })
})
