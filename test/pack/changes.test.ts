import { expect, it } from 'vitest'
import { changesBetween } from '../../src/pack/installed/changes.ts'
import type { Change } from '../../src/pack/installed/changes.ts'
import { file, read } from '../kit/packs.ts'

const before = {
  'pack.yaml': 'exercises: [one.yaml, two.yaml]\ntranslations: { fr: { title: Aussi } }\n',
  'one.yaml': `id: one
title: One
minutes: 5
reading: Read on.
prompts:
  - { id: what, type: list, ask: What happened? }
  - { id: order, type: ranking, ask: In which order?, options_from: what }
  - id: why
    ask: |
      Why {{what|that}}?
    when: { what: { count: { gt: 1 } } }
  - { id: sure, type: yes-no, ask: Are you sure?, follow_up: Why so? }
`,
  'two.yaml': `id: two
title: Two
minutes: 5
prompts:
  - { id: back, type: recall, of: [one/what, one/why], ask: This is yours. }
  - id: then
    ask: |
      And after {{one/why}}?
`
}

/** The changes that learners see after these replacements in the pack's texts. */
async function noticed(...changes: readonly (readonly [from: string | RegExp, to: string])[]): Promise<string[]> {
  const packs = [[], changes].map(async (list, version) => {
    const files = Object.entries(before).map(([name, text]) => {
      const changed = list.reduce((all, [from, to]) => all.replaceAll(from, to), text)
      const head = `format: 1\nid: my-pack\nversion: 1.${version}.0\ntitle: My pack\nlanguage: en\n`
      return file(name, name === 'pack.yaml' ? head + changed : changed)
    })
    const { pack, diagnostics } = read(files)
    if (pack === undefined) throw new Error(JSON.stringify(diagnostics))
    return pack
  })
  const [old, now] = await Promise.all(packs)
  return old === undefined || now === undefined ? [] : changesBetween(old, now).map(inShort)
}

function inShort(change: Change): string {
  if (change.what === 'sections-changed') return change.what
  if ('language' in change) return `${change.what} ${change.language}`
  const { what, exercise } = change
  return `${what} ${exercise}${'prompt' in change ? `/${change.prompt}` : ''}${'to' in change ? ` ${change.to}` : ''}`
}

it.each<readonly [string, readonly (readonly [string | RegExp, string])[], readonly string[]]>([
  ['nothing', [], []],
  ['what has no part in it', [['minutes: 5', 'minutes: 6']], []],
  ['the wording of a question', [['What happened?', 'Tell it.']], ['prompt-reworded one/what']],
  ['a help', [['ask: What happened?', 'help: Take your time., ask: What happened?']], ['prompt-reworded one/what']],
  ['a title', [['title: Two', 'title: Second']], ['exercise-retitled two']],
  ['a reading', [['Read on.', 'Read well.']], ['reading-changed one']],
  ['what is asked for', [['type: yes-no', 'type: number']], ['prompt-changed one/sure']],
  ['when something is asked', [['gt: 1', 'gt: 2']], ['prompt-changed one/why']],
  ['a follow-up', [[', follow_up: Why so?', '']], ['prompt-gone one/sure.follow_up']],
  ['an exercise that went', [[', two.yaml', '']], ['exercise-gone two']],
  ['another language', [['{ fr:', '{ cy: { title: Fy mhecyn }, fr:']], ['translation-added cy']],
  ['a reworded translation', [['{ title: Aussi }', '{ title: Autre }']], ['translation-changed fr']],
  ['a translation that went', [['translations: { fr: { title: Aussi } }\n', '']], ['translation-gone fr']],
  [
    'the name of a question, wherever it is referred to',
    [
      [/\bwhat\b/g, 'story'],
      ['two.yaml]', 'two.yaml]\nrenamed: { one/what: one/story }']
    ],
    ['prompt-renamed one/what story']
  ],
  [
    'the name of an exercise, wherever it is referred to',
    [
      ['id: one', 'id: first'],
      ['one/', 'first/'],
      ['two.yaml]', 'two.yaml]\nrenamed: { one: first }']
    ],
    ['exercise-renamed one first']
  ],
  [
    'the place of a question',
    [
      [/ {2}- \{ id: sure.*\n/g, ''],
      [
        'title: Two\nminutes: 5\nprompts:',
        'title: Two\nminutes: 5\nprompts:\n  - { id: sure, type: yes-no, ask: Are you sure? }'
      ],
      ['two.yaml]', 'two.yaml]\nrenamed: { one/sure: two/sure }']
    ],
    ['prompt-gone one/sure.follow_up', 'prompt-renamed two/sure sure']
  ]
])('learners notice %s', async (_, changes, expected) => {
  expect(await noticed(...changes)).toEqual(expected)
})
