import { execFileSync } from 'node:child_process'
import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shellWord } from '../../src/text/shell-word.ts'
import { needPosix } from '../kit/needs.ts'

describe('a word of a command', () => {
  it('is read by sh as it is, whatever is in it', () => {
    needPosix('sh')
    const signs = [...`a Z'"$\`\\!*?()[]{}<>|&;#~=,.-/é\t`]
    const words = fc.array(fc.string({ unit: fc.constantFrom(...signs), minLength: 1 }), {
      minLength: 1,
      maxLength: 20
    })
    fc.assert(
      fc.property(words, (all) => {
        const read = all.map((word) => (word.startsWith('~/') ? `${process.env['HOME'] ?? ''}${word.slice(1)}` : word))
        const line = `printf '%s\\n' ${all.map((word) => shellWord(word, 'linux')).join(' ')}`
        expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(`${read.join('\n')}\n`)
      }),
      { numRuns: 20 }
    )
  })

  it.each([
    ['/home/ada/week-3', '/home/ada/week-3'],
    ["/home/ada/Ada's pack", `'/home/ada/Ada'\\''s pack'`],
    ['~/my pack', `~/'my pack'`]
  ])('on macOS and Linux: %s', (word, written) => {
    expect(shellWord(word, 'darwin')).toBe(written)
  })

  it.each([
    [String.raw`C:\packs\wythnos-dŵr`, String.raw`C:\packs\wythnos-dŵr`],
    [String.raw`C:\Users\First Last\x`, String.raw`"C:\Users\First Last\x"`],
    [String.raw`\\server\homes\ada`, String.raw`\\server\homes\ada`],
    ['a,b@c', '"a,b@c"'],
    [String.raw`C:\cost $5 of Ada's`, String.raw`'C:\cost $5 of Ada''s'`],
    [String.raw`"C:\Program Files\Ed\ed.exe" --wait`, String.raw`"C:\Program Files\Ed\ed.exe --wait"`]
  ])('on Windows: %s', (word, written) => {
    expect(shellWord(word, 'win32')).toBe(written)
  })
})
