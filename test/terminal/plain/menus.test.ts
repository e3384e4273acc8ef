import { describe, expect, it } from 'vitest'
import type { OverviewItem } from '../../../src/interview/model.ts'
import type { OverviewResult } from '../../../src/terminal/renderer.ts'
import { piped } from './kit.ts'

const items: readonly OverviewItem[] = (
  [
    ['first', 'Your change', 'answered', 'A garden'],
    ['second', 'Who gains', 'begun', ''],
    ['third', 'Who loses', 'open', '']
  ] as const
).map(([id, title, state, summary]) => ({
  id,
  title,
  state,
  summary,
  lines: summary === '' ? [] : [summary],
  private: id === 'second',
  prompt: { id, type: 'text', ask: title }
}))

describe('the overview', () => {
  it.each<[string, string[], OverviewResult]>([
    ['a number goes there', ['3'], { kind: 'go', to: 'third' }],
    ['the beginning of a title too', ['your'], { kind: 'go', to: 'first' }],
    ['an empty line goes back to where one was', [''], { kind: 'done' }],
    ['privacy is changed by number', ['private 1'], { kind: 'privacy', prompt: 'first', private: true }],
    ['with or without the colon', [':private 2'], { kind: 'privacy', prompt: 'second', private: false }],
    ['what does not exist is asked again', ['9', 'private 9', 'who', '2'], { kind: 'go', to: 'second' }],
    [':back goes back', [':back'], { kind: 'back' }],
    [':leave leaves', [':leave'], { kind: 'leave' }],
    ['the end of input leaves', [], { kind: 'leave' }]
  ])('%s', async (_, script, chosen) => {
    expect(await piped(script).renderer.overview(items, 'second')).toEqual(chosen)
  })

  it('says each question with its state', async () => {
    const { renderer, said } = piped([''])
    await renderer.overview(items, 'second')
    expect(said()).toContain(
      '1. Your change: answered. A garden\n2. Who gains: not finished yet, private, you are here\n3. Who loses: not answered yet\n'
    )
  })
})

describe('an overview of long answers', () => {
  it('says how each begins', async () => {
    const { renderer, said } = piped([''])
    await renderer.overview([{ ...items[0]!, summary: 'many words '.repeat(10_000) }], '')
    expect(said().length).toBeLessThan(600)
    expect(said()).toMatch(/many words[^]*…/)
  })
})

describe('the review', () => {
  it('says what would be left out, and an empty line finishes', async () => {
    const { renderer, said } = piped([''])
    expect(await renderer.review(items, ['An old answer'])).toEqual({ kind: 'done' })
    expect(said()).toContain('An old answer')
  })
})

describe('a menu', () => {
  const menu = [
    { value: 10, label: 'Go on', note: 'half done' },
    { value: 20, label: 'Begin' }
  ]

  it.each<[string, string[], object]>([
    ['by number', ['2'], { kind: 'chosen', value: 20 }],
    ['by its beginning', ['go'], { kind: 'chosen', value: 10 }],
    ['after what does not exist', ['7', '', 'begin'], { kind: 'chosen', value: 20 }],
    ['not at all', [':leave'], { kind: 'leave' }],
    ['not this time', [':back'], { kind: 'back' }],
    ['not before the end of input', ['7'], { kind: 'leave' }]
  ])('is chosen from %s', async (_, script, value) => {
    expect(await piped(script).renderer.choose('What now?', menu)).toEqual(value)
  })
})

describe('a menu with texts behind its lines', () => {
  const entries = [
    { value: 1, label: 'Three quick questions', note: '2 March', text: () => 'What happened\nThe café was closed.' },
    { value: 2, label: 'Three quick questions', note: '3 March', text: () => 'What happened\nNothing much.' }
  ]

  it('is narrowed down by words, and chosen from by the same numbers', async () => {
    const { renderer, said } = piped(['Cafe closed', 'much happened', '2'])
    expect(await renderer.choose('Which?', entries)).toEqual({ kind: 'chosen', value: 2 })
    expect(said()).toMatch(
      /Found:\n1\. Three quick questions \(2 March; The café was closed\.\)\n(?!2\.)[^]*Found:\n2\. Three/
    )
  })

  it('says what is nowhere', async () => {
    const { renderer, said } = piped(['nowhere', '1'])
    await renderer.choose('Which?', entries)
    expect(said()).toContain('"nowhere" matches none of these')
  })
})

describe('a question of yes or no', () => {
  it.each<[string, string[], boolean, boolean | undefined]>([
    ['yes', ['yes'], false, true],
    ['n', ['n'], true, false],
    ['an empty line means the preset', [''], true, true],
    ['anything else is asked again', ['perhaps', 'no'], true, false],
    [':back means no', [':back'], true, false],
    ['the end of input decides nothing', [], true, undefined]
  ])('%s', async (_, script, preset, answer) => {
    expect(await piped(script).renderer.confirm('Sure?', preset)).toBe(answer)
  })
})

describe('the reading', () => {
  it.each<[string, string[], 'next' | 'back' | 'leave']>([
    ['goes on with an empty line', [''], 'next'],
    ['goes on with :skip', [':skip'], 'next'],
    ['goes back', [':back'], 'back'],
    ['leaves', [':help', ':leave'], 'leave'],
    ['leaves at the end of input', [], 'leave']
  ])('%s', async (_, script, way) => {
    expect(await piped(script).renderer.reading({ title: 'T', questions: 2 })).toBe(way)
  })

  it('is read with its title, purpose and length', async () => {
    const { renderer, said } = piped([''])
    await renderer.reading({
      title: 'A title',
      purpose: 'A purpose.',
      minutes: 12,
      questions: 7,
      reading: '# Head\n\nSome *words*.'
    })
    expect(said()).toMatch(/^A title\nA purpose\.\nAbout 12 minutes, 7 questions\.\n\nHead\n\nSome words\.\n\n/)
  })
})

describe('a passage', () => {
  it('is read, and waits for nothing', async () => {
    const { renderer, said } = piped([])
    await renderer.passage('Discussion', 'One\n\n- two')
    renderer.say('Saved.')
    expect(said()).toBe('\nDiscussion\nOne\n\n- two\nSaved.\n')
  })
})
