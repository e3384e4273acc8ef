import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { runs } from '../kit/long.ts'
import { answers, pack } from './edits/pack.ts'
import { modes, scripted, ways } from './edits/renderer.ts'

/** Without those that are asked only once an earlier prompt has given them options or rows. */
const prompts: readonly Prompt[] = pack.exercises
  .flatMap((exercise) => exercise.prompts)
  .filter((prompt) => !('optionsFrom' in prompt) && !('rowsFrom' in prompt))

/** Values of any shape: answers to other questions, and any other JSON. */
const value = fc.oneof(
  fc.constantFrom(...Object.values(answers).flatMap((own) => Object.values(own))),
  fc.jsonValue({ maxDepth: 3 }).map((json) => json as Answer)
)

describe('a value that does not fit its question', () => {
  it('does not break the question, in any terminal', { timeout: 600_000 }, async () => {
    const asked = fc.record({
      prompt: fc.constantFrom(...prompts),
      answer: value,
      begun: fc.boolean(),
      mode: fc.constantFrom(...modes),
      way: fc.constantFrom(...ways)
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ prompt, answer, begun, mode, way }) => {
        const { renderer } = scripted(mode, way)
        const result = await renderer.ask({ prompt, answer, begun, private: false, keep: () => {} })
        expect(['answer', 'seen', 'skip', 'leave']).toContain(result.kind)
      }),
      { numRuns: runs(1000) }
    )
  })
})
