import { describe, expect, it } from 'vitest'
import { view } from '../../src/interview/view.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { answer, sceneOf, text, walked } from '../kit/exercises.ts'

/** The ask of the last prompt once these were answered. */
function askAfter(prompts: readonly Prompt[], answers: readonly Parameters<typeof answer>[0][]): string {
  const scene = sceneOf(prompts)
  return view(scene, walked(scene, answers.map(answer))).at(-1)?.prompt.ask ?? ''
}

const scale: Prompt = {
  type: 'scale',
  id: 'sure',
  ask: 'Sure?',
  from: 1,
  to: 5,
  labels: { 4: 'Fairly' },
  statements: [],
  unsure: false
}
const parts: Prompt = {
  type: 'scale',
  id: 'parts',
  ask: 'Each?',
  from: 1,
  to: 5,
  labels: {},
  unsure: true,
  statements: [
    { id: 'fair', text: 'Fair' },
    { id: 'quick', text: 'Quick' }
  ]
}
const list: Prompt = { type: 'list', id: 'items', ask: 'Which?', items: {} }

describe('quotations', () => {
  it.each([
    ['a text', [text('a'), text('z', { ask: 'You said {{a}}.' })], ['the clinic'], 'You said the clinic.'],
    ['a text of several lines, as one', [text('a'), text('z', { ask: '{{a}}' })], ['one\n\ntwo'], 'one two'],
    ['a list, as a sentence would', [list, text('z', { ask: '{{items}}' })], [['a', 'b', 'c']], 'a, b and c'],
    ['one statement of several', [parts, text('z', { ask: '{{parts.fair}}' })], [{ fair: 2, quick: null }], '2 of 5'],
    [
      'words of an answer that look like Markdown, as words',
      [text('a'), text('z', { ask: 'So: {{a}}' })],
      ['*so* <b>'],
      String.raw`So: \*so\* \<b\>`
    ],
    ['nothing that an answer itself seems to quote', [text('a'), text('z', { ask: '{{a}}' })], ['{{sure}}'], '{{sure}}']
  ] as const)('give %s', (_, prompts, answers, expected) => {
    expect(askAfter(prompts as readonly Prompt[], answers as never)).toBe(expected)
  })

  it('use the words for where there is none, and a sign where there are no such words', () => {
    expect(askAfter([text('a'), text('z', { ask: 'About {{a|your change}}, {{a}}.' })], [])).toBe(
      'About your change, ….'
    )
  })

  it('look a rating up with its label', () => {
    expect(askAfter([scale, text('z', { ask: '{{sure}}' })], [4])).toContain('Fairly')
  })

  it('do not make a gap of a brace in an answer', () => {
    const sentence: Prompt = {
      type: 'sentence',
      id: 's',
      ask: 'Fill.',
      template: '{{a}} helps {who}.',
      gaps: { who: { ask: 'Who?' } }
    }
    const scene = sceneOf([text('a'), sentence])
    const [, seen] = view(scene, walked(scene, [answer('{who}')]))
    expect(seen?.prompt.type === 'sentence' && seen.prompt.template).toBe(String.raw`\{who} helps {who}.`)
  })
})

describe('what builds on earlier answers', () => {
  const ranking: Prompt = { type: 'ranking', id: 'order', ask: 'In order.', options: [], optionsFrom: 'items' }
  const recall: Prompt = {
    type: 'recall',
    id: 'again',
    ask: 'You said:',
    of: [{ prompt: 'gone' }, { prompt: 'a' }],
    reword: false
  }

  it('takes its options from a list, each once', () => {
    const scene = sceneOf([list, ranking])
    const [, seen] = view(scene, walked(scene, [answer(['a', 'b', 'a'])]))
    expect(seen?.prompt.type === 'ranking' && seen.prompt.options.map(({ label }) => label)).toEqual(['a', 'b'])
  })

  it('is not asked where there is nothing to stand on', () => {
    const scene = sceneOf([list, ranking, text('a'), recall])
    expect(view(scene, walked(scene, [{ kind: 'skip' }, { kind: 'skip' }])).map((seen) => seen.visible)).toEqual([
      true,
      false,
      true,
      false
    ])
  })

  it('recalls the first source that is answered, paragraphs and all', () => {
    const scene = sceneOf([text('a'), recall])
    const [, seen] = view(scene, walked(scene, [answer('one\n\ntwo')]))
    expect(seen?.prompt.type === 'recall' && seen.prompt.shown).toBe('one\n\ntwo')
  })

  it('recalls an answer of several items as a list, and one item as it is', () => {
    const recalled = (...said: readonly string[]) => {
      const scene = sceneOf([list, { ...recall, of: [{ prompt: 'items' }] }])
      const [, seen] = view(scene, walked(scene, [answer([...said])]))
      return seen?.prompt.type === 'recall' && seen.prompt.shown
    }
    expect(recalled('tea', '2 cups')).toBe('- tea\n- 2 cups')
    expect(recalled('tea')).toBe('tea')
  })

  it('recalls a ranking with its numbers', () => {
    const scene = sceneOf([list, ranking, { ...recall, of: [{ prompt: 'order' }] }])
    const seen = view(scene, walked(scene, [answer(['a', 'b']), answer(['b', 'a'])])).at(-1)
    expect(seen?.prompt.type === 'recall' && seen.prompt.shown).toBe('1. b\n2. a')
  })
})
