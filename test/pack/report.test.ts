import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inFull } from '../../src/commands/pack/report.ts'
import { width } from '../../src/display/width.ts'
import { contextIn } from '../kit/context.ts'
import { packAround, read } from '../kit/packs.ts'

const context = contextIn('/pack')

describe('an error on a terminal', () => {
  it('fits any width, with the pointer below the error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 24, max: 120 }),
        fc.stringMatching(/^[a-z日é ]{0,90}$/u),
        fc.stringMatching(/^[a-z日é ]{0,90}$/u),
        async (columns, before, after) => {
          const { diagnostics } = read(packAround(`- { id: a, title: "x${before}", aks: What? } # ${after}\n`))
          const found = diagnostics.find(({ code }) => code === 'unknown-key')
          const lines = found === undefined ? [] : inFull(found, '/pack', columns, context)
          expect(lines.every((line) => width(line) <= columns)).toBe(true)
          const at = lines.findIndex((line) => /^ +\| +\^+$/.test(line))
          const [source = '', pointer = ''] = lines.slice(at - 1)
          const start = width(pointer.slice(0, pointer.indexOf('^')))
          const shown = [...source].reduce((text, sign) => (width(text) < start ? text + sign : text), '')
          expect(source.slice(shown.length)).toMatch(/^a/)
        }
      )
    )
  })
})
