import { describe, expect, it } from 'vitest'
import { isLong } from '../../kit/long.ts'
import { read } from '../../kit/packs.ts'
import { png } from '../../kit/pictures.ts'
import { corrected, filesOf } from './corrected.ts'
import { packSlips, translation, type PackSlip } from './whole-packs.ts'

type Texts = Readonly<Record<string, string | Uint8Array>>

/** The texts with one change in one of them. */
function changed(texts: Texts, [file, from, to]: NonNullable<PackSlip['slip']>): Texts {
  const parts = String(texts[file]).split(from)
  expect(parts).toHaveLength(2)
  return { ...texts, [file]: parts.join(to) }
}

function meantBy({ pack, meant, isPictured, isWelsh }: PackSlip): Texts {
  const all = {
    ...pack,
    ...(isPictured === true && { 'images/queue.png': png() }),
    ...(isWelsh === true && translation)
  }
  return meant === undefined ? all : changed(all, meant)
}

function written(slip: PackSlip): Texts {
  const texts = slip.slip === undefined ? meantBy(slip) : changed(meantBy(slip), slip.slip)
  const [from, to] = slip.renamed ?? []
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name === from ? (to ?? name) : name, text]))
}

const all = Object.entries(packSlips).flatMap(([kind, slips]) =>
  slips.map((slip, index) => ({ kind, name: `${kind}: ${slip.cause}`, slip, isFirst: index === 0 }))
)

describe('a slip in a whole pack', () => {
  it('is of many kinds', () => {
    expect(all.length).toBeGreaterThanOrEqual(200)
    expect(Object.keys(packSlips).length).toBeGreaterThanOrEqual(40)
  })

  it.each(all.filter(({ isFirst }, index) => isLong || (isFirst && index % 2 === 0)))('$name', ({ slip }) => {
    const sound = read(filesOf(meantBy(slip)))
    expect(sound.pack).toBeDefined()
    const files = filesOf(written(slip))
    const { diagnostics } = read(files)
    expect(diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)).toContain(slip.found)
    expect(diagnostics.length).toBeLessThanOrEqual((slip.max ?? 1) + sound.diagnostics.length)
    const isFixed = JSON.stringify(read(corrected(files)).pack) === JSON.stringify(sound.pack)
    expect(isFixed).toBe(slip.isFixed ?? true)
  })
})
