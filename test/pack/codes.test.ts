import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/words/index.ts'
import { codesOf, packAround, read } from '../kit/packs.ts'

const page = fs.readFileSync(path.join(import.meta.dirname, '../../docs/pack-codes.md'), 'utf8')
const sections = page
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    code: /^`([\w-]+)`/.exec(section)?.[1] ?? '',
    examples: [...section.matchAll(/^(Wrong|Right):\n\n```yaml\n(.*?)^```/gms)].map(([, kind, yaml = '']) => ({
      kind,
      yaml
    }))
  }))
const examples = (wanted: string) =>
  sections.flatMap(({ code, examples: all }) =>
    all.flatMap(({ kind, yaml }) => (kind === wanted ? [[code, yaml]] : []))
  )

describe('the page of codes', () => {
  it('explains every code, each once', () => {
    expect(sections.map(({ code }) => code).toSorted()).toEqual(Object.keys(english.diagnostics.codes).toSorted())
  })

  it.each(examples('Wrong'))('%s is what the wrong example gives, and nothing else', async (code, yaml) => {
    expect(codesOf((await read(packAround(yaml ?? ''))).diagnostics)).toEqual([code])
  })

  it('knows whose a key is that stands in a prompt of another type', async () => {
    const { diagnostics } = await read(packAround('- id: a\n  ask: What?\n  statements: []\n  options: [x, y]\n'))
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'It belongs to the type "scale": write "type: scale", or take it out.',
      'It belongs to the types "choice", "choices" or "ranking": write "type:" with one of them, or take it out.'
    ])
  })

  it.each(examples('Right'))('%s is mended in the right example', async (_, yaml) => {
    const { pack, diagnostics } = await read(packAround(yaml ?? ''))
    expect(diagnostics).toEqual([])
    expect(pack?.id).toBe('my-pack')
  })
})
