import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { isLong, sample } from '../kit/long.ts'
import { newHome } from '../kit/program.ts'

const perExercise = 50
const megabyte = 'a page on one line, '.repeat(52_500)
const texts = [...sample(commonmark.examples), ...hostileTexts, megabyte].filter((text) => text.isWellFormed())

/** Exercise `n` asks `a0`, `b0`, `a1`, `b1` …: each text is the answer to two neighbours. */
function packOf(groups: readonly (readonly string[])[]): string {
  const prompts = (group: readonly string[]) =>
    group.flatMap((_, index) => [`a${index}`, `b${index}`].map((id) => `      - { id: ${id}, ask: Tell ${id}. }`))
  return [
    'format: 1\nid: texts\nversion: 1.0.0\ntitle: Texts\nlanguage: en\nexercises:',
    ...groups.map(
      (group, index) =>
        `  - id: group-${index}\n    title: Group ${index}\n    minutes: 1\n    prompts:\n${prompts(group).join('\n')}`
    )
  ].join('\n')
}

/** What is kept of a text: its line endings become newlines, and those at its end go. */
function kept(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')
}

describe('any text', () => {
  it('comes back byte for byte as the answer of two neighbours, by --answers and show --json', async () => {
    expect(texts.length).toBeGreaterThan(isLong ? 850 : 100)
    const home = newHome()
    const groups = Array.from({ length: Math.ceil(texts.length / perExercise) }, (_, index) =>
      texts.slice(index * perExercise, (index + 1) * perExercise)
    )
    fs.writeFileSync(path.join(home.dir, 'texts.yaml'), packOf(groups))
    for (const [index, group] of groups.entries()) {
      const answers = Object.fromEntries(
        group.flatMap((text, place) => [
          [`a${place}`, text],
          [`b${place}`, text]
        ])
      )
      const args = ['start', `group-${index}`, '--pack', 'texts.yaml', '--answers', '-', '--json']
      expect(await home.run(args, { input: JSON.stringify(answers) })).toMatchObject({ code: 0, stderr: '' })
      const shown = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
      const expected = Object.entries(answers).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, kept(text)]]))
      expect(shown.answers).toEqual(Object.fromEntries(expected))
    }
  })
})
