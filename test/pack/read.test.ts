import { describe, expect, it } from 'vitest'
import { parsePack } from '../../src/pack/source/parse.ts'
import type { Exercise, Pack } from '../../src/pack/model.ts'
import { privatePrompts } from '../../src/pack/privacy.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { codesOf, file, HEAD, MANIFEST, ONE, packAround, read } from '../kit/packs.ts'

async function packOf(yaml: string): Promise<Pack> {
  const { pack, diagnostics } = read(packAround(yaml))
  expect(diagnostics).toEqual([])
  if (pack === undefined) throw new Error('no pack')
  return pack
}

async function promptsOf(yaml: string): Promise<readonly Prompt[]> {
  return (await packOf(yaml)).exercises[0]?.prompts ?? []
}

describe('a pack without errors', () => {
  it('has the content of its manifest and exercises', async () => {
    const pack = await packOf(
      MANIFEST.replace('[one.yaml, other.yaml]', '[one.yaml]') +
        'summary: |\n  Two\n  lines.\nauthors: [Ada]\nlicense: MIT OR CC-BY-4.0\nsource: { title: A book, url: "https://example.org" }\n' +
        'routes: { short: { title: An hour, exercises: [one] } }\nrenamed: { zero: one }\nretired: [nil/what]\n'
    )
    expect(pack).toMatchObject({ id: 'my-pack', summary: 'Two lines.', authors: ['Ada'], license: 'MIT OR CC-BY-4.0' })
    expect(pack).toMatchObject({
      routes: { short: { exercises: ['one'] } },
      renamed: { zero: 'one' },
      retired: ['nil/what']
    })
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
  })

  it('may be a single file', async () => {
    const { pack } = parsePack(
      [
        file('mine.yaml', MANIFEST.replace(' [one.yaml, other.yaml]', `\n  - ${ONE.trim().replaceAll('\n', '\n    ')}`))
      ],
      'mine.yaml'
    )
    expect(pack?.exercises.map(({ id }) => id)).toEqual(['one'])
  })

  it('keeps the times and texts of an exercise', async () => {
    const { exercises } = await packOf(
      'id: one\ntitle: One\npurpose: To see.\nminutes: 5\nrevisit: { exercise: other, after: 2 weeks }\nreading: |\n  First.\n\n  Second.\nprompts: [{ id: a, ask: What? }]\ndiscussion: Well.\n'
    )
    expect(exercises[0]).toMatchObject<Partial<Exercise>>({
      purpose: 'To see.',
      minutes: 5,
      revisit: { exercise: 'other', after: { count: 2, unit: 'week' } },
      reading: 'First.\n\nSecond.',
      discussion: 'Well.'
    })
  })

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['comments and empty lines', (text: string) => `# a comment\n\n---\n${text.replaceAll('\n', '  # a comment\n\n')}`]
  ])('is the same with %s', async (_, change) => {
    const { pack, diagnostics } = read([
      file('pack.yaml', change(MANIFEST.replace(', other.yaml', ''))),
      file('one.yaml', change(ONE))
    ])
    expect(diagnostics).toEqual([])
    expect(pack).toEqual(read([file('pack.yaml', MANIFEST.replace(', other.yaml', '')), file('one.yaml', ONE)]).pack)
  })

  it.each([
    ['words that only look like truth values', '- { id: a, type: choice, ask: Which?, options: [yes, no, on, off] }'],
    [
      'emoji, flags and joined scripts',
      '- { id: a, ask: "👩‍👩‍👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} क्‍ष می‌خواهم ❤️?" }'
    ],
    ['braces in a text', '- id: a\n  ask: |\n    Write { or } as you like.'],
    ['a hash in a word', '- { id: a, ask: What is C# to you? }'],
    [
      'an id that every object has',
      '- { id: constructor, ask: What? }\n- id: b\n  ask: |\n    You said {{constructor}}.\n  when: { constructor: { answered: true } }'
    ],
    ['an address in a help', '- id: a\n  ask: Why?\n  help: See https://example.org/?a=1 for more.'],
    ['words to use where a later exercise is not done', '- id: a\n  ask: |\n    You said {{other/what|nothing yet}}.'],
    [
      'a question within quotation marks',
      '- id: a\n  ask: |\n    Ask yourself "why?" before you go on. What do you say?'
    ]
  ])('may hold %s', async (_, yaml) => {
    expect((await promptsOf(yaml)).length).toBeGreaterThan(0)
  })
})

describe('a follow-up', () => {
  it('is a text prompt after its prompt, asked when that is answered', async () => {
    const prompts = await promptsOf('- { id: a, type: yes-no, ask: Well?, follow_up: Why? }\n- { id: b, ask: What? }')
    expect(prompts.map(({ id }) => id)).toEqual(['a', 'a.follow_up', 'b'])
    expect(prompts[1]).toEqual({
      type: 'text',
      id: 'a.follow_up',
      ask: 'Why?',
      when: { of: { prompt: 'a' }, test: { answered: true } }
    })
  })

  it('may depend on an option, and is asked only if its prompt is', async () => {
    const prompts = await promptsOf(
      '- { id: a, type: yes-no, ask: Well? }\n- id: b\n  type: choice\n  ask: Which?\n  options: [x, y]\n  other: true\n  when: { a: true }\n  follow_up: { ask: Why?, when: [x, other] }'
    )
    expect(prompts[2]?.when).toEqual({
      all: [
        { of: { prompt: 'a' }, test: { is: true } },
        { of: { prompt: 'b' }, test: { in: ['x', 'other'] } }
      ]
    })
  })
})

describe('privacy', () => {
  /** The prompts that are private unless the learner decides otherwise. */
  const hiddenIn = (prompts: readonly Prompt[]) => {
    const names = privatePrompts([{ id: 'one', prompts }])
    return prompts.map(({ id }) => id).filter((id) => names.has(`one/${id}`))
  }

  it('applies to all prompts that show a private answer or are about it, directly or not', async () => {
    const prompts = await promptsOf(
      [
        '- { id: what, type: list, ask: What helped?, private: true, follow_up: Why? }',
        '- { id: order, type: ranking, ask: In which order?, options_from: what }',
        '- id: first\n  ask: |\n    You put {{order}} in order.',
        '- { id: again, type: recall, ask: You said this., of: [first] }',
        '- { id: say, type: table, ask: Who?, rows_from: what, columns: [{ id: say, title: Say }] }',
        '- { id: plan, type: sentence, ask: Complete it., template: "{{again|it}}: {why}", gaps: { why: { ask: Why? } } }',
        '- { id: owed, ask: What was owed?, about: [what, plan] }',
        '- { id: kind, type: choice, ask: Which?, options: [a, b], private: false, follow_up: { ask: How?, about: owed } }',
        '- { id: free, private: false, ask: What else?, when: { what: { answered: true } } }'
      ]
        .join('\n')
        .replace('of: [first] }', 'of: [first], reword: true }')
    )
    expect(hiddenIn(prompts)).toEqual([
      'what',
      'what.follow_up',
      'order',
      'first',
      'again',
      'say',
      'plan',
      'owed',
      'kind.follow_up'
    ])
  })

  it('of an exercise is that of its prompts, unless they say otherwise', async () => {
    const one = (key: string, yaml: string) => ONE.replace('prompts:', `${key}\nprompts:`) + yaml
    const yaml = '  - { id: open, type: choice, private: false, ask: Which?, options: [a, b], follow_up: Why? }\n'
    const { pack } = read([
      file('pack.yaml', MANIFEST.replace(', other.yaml', '')),
      file('one.yaml', one('private: true', yaml))
    ])
    expect(hiddenIn(pack?.exercises[0]?.prompts ?? [])).toEqual(['what'])
  })
})

describe('conditions', () => {
  const three = ['a', 'b', 'c']
    .map((id) => `- { id: ${id}, type: scale, ask: How much?, from: 1, to: 5, statements: [{ id: x, text: X }] }\n`)
    .join('')
  it.each([
    ['{ a.x: 3 }', { of: { prompt: 'a', part: 'x' }, test: { is: 3 } }],
    ['{ a.x: [1, 2] }', { of: { prompt: 'a', part: 'x' }, test: { in: [1, 2] } }],
    [
      '{ a.x: { gte: 2, lt: 4 } }',
      {
        all: [
          { of: { prompt: 'a', part: 'x' }, test: { gte: 2 } },
          { of: { prompt: 'a', part: 'x' }, test: { lt: 4 } }
        ]
      }
    ],
    [
      '{ not: { any: [{ b: { answered: true } }, { c.x: 5 }] } }',
      {
        not: {
          any: [
            { of: { prompt: 'b' }, test: { answered: true } },
            { of: { prompt: 'c', part: 'x' }, test: { is: 5 } }
          ]
        }
      }
    ],
    [
      '{ a.x: 1, b.x: 2 }',
      {
        all: [
          { of: { prompt: 'a', part: 'x' }, test: { is: 1 } },
          { of: { prompt: 'b', part: 'x' }, test: { is: 2 } }
        ]
      }
    ]
  ])('%s', async (when, expected) => {
    expect((await promptsOf(`${three}- { id: d, ask: Why?, when: ${when} }`)).at(-1)?.when).toEqual(expected)
  })
})

describe('findings', () => {
  it('are sorted by file and line, with the line and a mark', async () => {
    const { diagnostics } = read([
      file('pack.yaml', `${MANIFEST}foo: 1\n`),
      file('one.yaml', `${HEAD}  - id: a\n    ask: What?\n    hlep: Me\n`)
    ])
    expect(diagnostics.map(({ file: name, line, code }) => `${name}:${line} ${code}`)).toEqual([
      'pack.yaml:6 no-such-file',
      'pack.yaml:7 unknown-key',
      'one.yaml:7 unknown-key'
    ])
    expect(diagnostics[2]).toMatchObject({
      column: 5,
      length: 4,
      source: '    hlep: Me',
      mark: { start: 4, length: 4 },
      hint: 'Write: help: Me',
      severity: 'error'
    })
  })

  it('show only a part of a very long line', async () => {
    const { diagnostics } = read(packAround(`- { id: a, ask: "${'x'.repeat(3000)}", hlep: Me }`))
    const [found] = diagnostics
    expect(found?.source.length).toBeLessThan(300)
    expect(found?.source.slice(found.mark.start, found.mark.start + found.mark.length)).toBe('hlep')
  })

  it('name files that are too many, collide, lead out of the pack, or are not listed', async () => {
    const { diagnostics } = read([
      file('pack.yaml', MANIFEST.replace('other', 'two')),
      file('one.yaml', ONE),
      { ...file('two.yaml', ''), outside: true },
      file('LICENSE', ''),
      file('license', ''),
      file('extra.yaml', ONE)
    ])
    expect(codesOf(diagnostics)).toEqual(['names-collide', 'not-listed', 'links-out'])
    const many = Array.from({ length: 501 }, (_, index) => file(`f${index}.txt`, ''))
    expect(codesOf(read([...packAround(ONE), ...many]).diagnostics)).toEqual(['too-many-files'])
    const large = Array.from({ length: 21 }, (_, index) => file(`f${index}.txt`, new Uint8Array(256 * 1024)))
    expect(codesOf(read([...packAround(ONE), ...large]).diagnostics)).toEqual(['pack-too-large'])
  })

  it('are a single one if there is no valid manifest', async () => {
    expect(codesOf(read([file('one.yaml', ONE)]).diagnostics)).toEqual(['no-manifest'])
    expect(codesOf(read([file('pack.yaml', '- one.yaml\n')]).diagnostics)).toEqual(['not-a-manifest'])
    expect(codesOf(read([file('pack.yaml', ONE)]).diagnostics)).toEqual(['not-a-manifest'])
    expect(codesOf(read([file('pack.yaml', '# nothing\n')]).diagnostics)).toEqual(['file-empty'])
  })

  it.each([
    ['a file of Windows, which ends with that', 0xe9, ['6:13 not-utf8']],
    ['a file of an unknown kind', 0x8e, ['5:9 bad-id', '6:13 not-utf8']]
  ])('are at the first byte that is not UTF-8: %s', async (_, byte, found) => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEAD}  - id: é\n    ask: Caf`),
      Buffer.from([byte]),
      Buffer.from('?\n')
    ])
    const { diagnostics } = read([file('pack.yaml', MANIFEST.replace(', other.yaml', '')), file('one.yaml', bytes)])
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(found)
  })
})

describe('compared with an earlier version', () => {
  const before = '- { id: a, ask: What? }\n- { id: b, type: yes-no, ask: Well?, follow_up: Why? }\n'
  const since = async (yaml: string, version: string, more = '') => {
    const [manifest, ...files] = packAround(yaml)
    const text = new TextDecoder().decode(manifest?.bytes).replace('1.0.0', version) + more
    return parsePack([file('pack.yaml', text), ...files], 'pack.yaml', { since: await packOf(before) })
  }

  it('an unchanged pack only needs a higher version', async () => {
    expect((await since(before, '1.0.1')).diagnostics).toEqual([])
    expect(codesOf((await since(before, '1.0.0')).diagnostics)).toEqual(['version-not-raised'])
    expect(codesOf((await since(before, '1.0.0-rc.1')).diagnostics)).toEqual(['version-not-raised'])
  })

  it('names what is missing or has another type, unless the manifest renames or retires it', async () => {
    const after = '- { id: c, ask: What? }\n- { id: b, type: number, ask: Well?, follow_up: Why? }\n'
    expect(codesOf((await since(after, '2.0.0')).diagnostics)).toEqual(['went-away', 'type-changed'])
    expect(codesOf((await since(after, '2.0.0', 'renamed: { one/a: one/c }\n')).diagnostics)).toEqual(['type-changed'])
    expect(
      codesOf((await since(before.replace('id: a,', 'id: c,'), '2.0.0', 'retired: [one/a]\n')).diagnostics)
    ).toEqual([])
  })
})
