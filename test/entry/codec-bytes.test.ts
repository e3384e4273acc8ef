import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { decodeEntry, encodeEntry, newSection } from '../../src/entry/codec.ts'
import type { Entry } from '../../src/entry/model.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { examples, ratings } from '../questions/kit/prompts.ts'
import { headOf } from '../journal/kit/entries.ts'

const pairs: [Prompt, Answer][] = [
  [examples.text, 'a\n\n<!-- reflect:x text -->\n```\nb'],
  [examples.list, ['a', 'b']],
  [examples.choice, 'led'],
  [examples.choices, ['led', 'planned']],
  [examples.scale, 4],
  [ratings, { staff: 1, all: null }],
  [examples.ranking, ['planned', 'led', 'lived']],
  [examples.table, [{ row: 'user', pays: true, why: 'a | b' }]],
  [examples.sentence, { who: 'who can can', what: 'a' }],
  [examples.plan, { if: 'a', then: 'b' }],
  [examples.recall, 'anew']
]
const sections = pairs.map(([prompt, answer]) =>
  newSection(prompt, { kind: 'answered', answer, before: '', after: '' }, false, english.entry)
)
const original = encodeEntry({ head: headOf(), sections })

/** Changes that users, editors and accidents make to a file. */
type Edit = (lines: string[], a: number, b: number) => string[]
const edits: Record<string, Edit> = {
  'a line deleted': (lines, a) => lines.toSpliced(a, 1),
  'a line doubled': (lines, a) => lines.toSpliced(a, 0, lines[a] ?? ''),
  'two lines swapped': (lines, a, b) => lines.with(a, lines[b] ?? '').with(b, lines[a] ?? ''),
  'a line emptied': (lines, a) => lines.with(a, ''),
  'a line indented': (lines, a) => lines.with(a, ` ${lines[a]}`),
  'blanks at the end of a line': (lines, a) => lines.with(a, `${lines[a]} \t`),
  'a line cut': (lines, a, b) => lines.with(a, (lines[a] ?? '').slice(0, b % 20)),
  'a line joined to the next': (lines, a) => lines.toSpliced(a, 2, `${lines[a]}${lines[a + 1]}`),
  'some lines moved': (lines, a, b) => lines.toSpliced(a, 5).toSpliced(b, 0, ...lines.slice(a, a + 5)),
  'the rest cut off': (lines, a) => lines.slice(0, a + 16),
  'a line ended for Windows': (lines, a) => lines.with(a, `${lines[a]}\r`),
  'a line ended in the old way': (lines, a) => lines.with(a, `${lines[a]}\rmore`),
  'a marker typed': (lines, a) => lines.toSpliced(a, 0, '<!-- reflect:collision text -->'),
  'rubbish typed': (lines, a) => lines.toSpliced(a, 0, '\u0000\u2028<!-- reflect:x y {"a" -->')
}

function decoded(text: string): Entry | undefined {
  try {
    return decodeEntry(text)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

describe('a file that was changed by hand', () => {
  const line = fc.nat({ max: original.split('\n').length - 2 })
  const someEdits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), line, line), {
    minLength: 1,
    maxLength: 4
  })

  it('stays byte for byte as it is when it is read and written', () => {
    let read = 0
    fc.assert(
      fc.property(someEdits, fc.boolean(), fc.boolean(), (made, isWindows, hasMark) => {
        const lines = made.reduce(
          (text, [name, a, b]) => edits[name]!(text, Math.min(a, text.length - 1), Math.min(b, text.length - 1)),
          original.split('\n')
        )
        const text = (hasMark ? '\uFEFF' : '') + lines.join(isWindows ? '\r\n' : '\n')
        const entry = decoded(text)
        if (entry === undefined) return
        read++
        expect(encodeEntry(entry)).toBe(text)
      }),
      { numRuns: 600 }
    )
    expect(read).toBeGreaterThan(200)
  })

  it('never makes any entry unreadable below its front matter', () => {
    const [, frontMatter = ''] = /^(---\n[^]*?\n---\n)/.exec(original) ?? []
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(
          '',
          '<!-- reflect:a text -->\n',
          '<!-- reflect:a table {} -->\n',
          '<!-- reflect:a scale {"from":[]} -->\n'
        ),
        (rubbish, marker) => {
          const text = `${frontMatter}${marker}${rubbish}`
          expect(encodeEntry(decodeEntry(text))).toBe(text)
        }
      )
    )
  })

  it.each<[string, string]>([
    ['a megabyte on one line', `<!-- reflect:a list -->\n\n${'- a '.repeat(250_000)}`],
    [
      'a megabyte of blanks',
      `<!-- reflect:a sentence {"template":"a {b}","gaps":{"b":"c"}} -->\n\na${' '.repeat(1_000_000)}b`
    ],
    ['a marker of a megabyte', `<!-- reflect:a table ${'{} '.repeat(300_000)} --> x`],
    ['a megabyte of backslashes', `<!-- reflect:a text -->\n${'\\'.repeat(1_000_000)}<!-- reflect:`],
    ['10,000 markers', '<!-- reflect:a text -->\n## A\n\n> A\n\na\n\n'.repeat(10_000)],
    [
      '10,000 different markers',
      Array.from({ length: 10_000 }, (_, index) => `<!-- reflect:a${index} text -->\n\na\n\n`).join('')
    ],
    ['half-markers on one line', `<!-- reflect:a text -->\n${'<!-- reflect:'.repeat(80_000)}`],
    ['100,000 items', `<!-- reflect:a list -->\n\n${'- a\n'.repeat(100_000)}`],
    ['10,000 fences', `<!-- reflect:a list -->\n\n${'```json\n```\n'.repeat(10_000)}`],
    ['100,000 blank lines', `<!-- reflect:a list -->${'\n \n'.repeat(50_000)}- a`],
    [
      'a table of 100,000 bars',
      `<!-- reflect:a table {"columns":{"b":"c"}} -->\n\n| a | c |\n|-|-|\n|${'|'.repeat(100_000)}`
    ],
    ['brackets nested deep', `<!-- reflect:a choice {"options":${'['.repeat(50_000)}${']'.repeat(50_000)}} -->\n\na`]
    // A few hundredths of a second each; what is quadratic takes minutes, and the test times out.
  ])('can be read: %s', (_, body) => {
    const text = `${original.slice(0, original.indexOf('# '))}${body}\n`
    expect(encodeEntry(decodeEntry(text))).toBe(text)
  })
})
