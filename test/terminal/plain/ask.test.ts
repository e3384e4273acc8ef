import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Option, Prompt } from '../../../src/questions/shared/model.ts'
import { asks } from '../../../src/questions/index.ts'
import { examples } from '../../questions/kit/prompts.ts'
import { hostileTexts, wellFormed } from '../hostile.ts'
import { answered, piped, typed } from './kit.ts'

const common = { id: 'q', ask: 'What **matters**?' }
const options: Option[] = [
  { id: 'led', label: 'I led it' },
  { id: 'helped', label: 'I helped', note: 'a little' },
  { id: 'watched', label: 'I watched' }
]
const text: Prompt = { ...common, type: 'text' }
const line: Prompt = { ...common, type: 'text', lines: 1 }
const list: Prompt = { ...common, type: 'list', items: { min: 2, max: 3 } }
const choice: Prompt = { ...common, type: 'choice', options, other: false }
const named: Prompt = { ...choice, options: ['Speed', 'Fairness'].map((label) => ({ id: label, label })) }
const open: Prompt = { ...choice, other: true }
const choices: Prompt = { ...common, type: 'choices', options, other: true, pick: { max: 2 } }
const scale: Prompt = {
  ...common,
  type: 'scale',
  from: 1,
  to: 5,
  labels: { 1: 'Hardly', 5: 'Much' },
  statements: [],
  unsure: true
}
const ratings: Prompt = {
  ...scale,
  statements: [
    { id: 'fair', text: 'It is fair' },
    { id: 'kind', text: 'It is kind' }
  ]
}
const rubric: Prompt = {
  ...scale,
  labels: { 5: 'There' },
  statements: [
    { id: 'fair', text: 'It is fair', labels: { 1: 'It tells.', 5: 'It questions.' } },
    { id: 'kind', text: 'It is kind' }
  ]
}
const ranking: Prompt = { ...common, type: 'ranking', options }
const table: Prompt = {
  ...common,
  type: 'table',
  columns: [
    { id: 'pays', title: 'pays', type: 'yes-no', options: [] },
    { id: 'say', title: 'what they say', type: 'text', options: [] },
    { id: 'role', title: 'role', type: 'choice', options }
  ],
  rows: [
    { id: 'tax', label: 'Taxpayers' },
    { id: 'users', label: 'Users' }
  ]
}
const growing: Prompt = { ...table, columns: table.columns.slice(0, 1), rows: [], addRows: { max: 2 } }
const sentence: Prompt = {
  ...common,
  type: 'sentence',
  template: 'Worth it because {who} will {what}.',
  gaps: { who: { ask: 'Who?' }, what: { ask: 'What?', example: 'sleep' } }
}
const plan: Prompt = { ...common, type: 'plan' }
const number: Prompt = { ...common, type: 'number', min: 0, max: 2000, unit: 'hours', integer: true }
const date: Prompt = { ...common, type: 'date', earliest: '2026-01-01' }
const yesNo: Prompt = { ...common, type: 'yes-no' }
const note: Prompt = { ...common, type: 'note' }
const recall: Prompt = {
  ...common,
  type: 'recall',
  of: [{ prompt: 'first' }],
  reword: false,
  shown: 'What I wrote then'
}
const reword: Prompt = { ...recall, reword: true }

describe('every type of question is answered line by line', () => {
  it.each<[string, Prompt, string[], Answer]>([
    ['a text', text, ['First.', '', 'Second.', '.'], 'First.\n\nSecond.'],
    ['a text with a line of dots and a colon', text, ['..', '::skip', ':-)', '.'], '.\n:skip\n:-)'],
    ['a text that keeps its spaces', text, ['', '  indented  ', '', '.'], '\n  indented  '],
    ['a line', line, ['just this'], 'just this'],
    ['a list', list, ['one', ' two ', ''], ['one', 'two']],
    ['a choice by number', choice, ['2'], 'helped'],
    ['a choice by the beginning of its label', choice, ['i w'], 'watched'],
    ['a choice by a label that is its own id', named, ['Fairness'], 'Fairness'],
    ['a choice by words in its label, and the number that it has', choice, ['lived it', 'HELPED', '2'], 'helped'],
    ['a choice in one’s own words', open, ['other I ran away'], { other: 'I ran away' }],
    ['a choice in one’s own words, by number', open, ['4', 'I ran away'], { other: 'I ran away' }],
    ['choices', choices, ['1, 3'], ['led', 'watched']],
    ['choices with own words', choices, ['3 other ran, and hid'], ['watched', { other: 'ran, and hid' }]],
    ['a rating', scale, ['4'], 4],
    ['a rating one is not sure of', scale, ['?'], null],
    ['ratings', ratings, ['4', '?'], { fair: 4, kind: null }],
    ['a rubric', rubric, ['it questions.', 'There'], { fair: 5, kind: 5 }],
    ['a ranking', ranking, ['3 1 2'], ['watched', 'led', 'helped']],
    [
      'a table',
      table,
      ['y', 'too much', '1', 'no', '', ''],
      [
        { row: 'tax', pays: true, say: 'too much', role: 'led' },
        { row: 'users', pays: false }
      ]
    ],
    [
      'a table that grows',
      growing,
      ['Ann', 'yes', 'Bo', 'no'],
      [
        { row: 'Ann', pays: true },
        { row: 'Bo', pays: false }
      ]
    ],
    ['a table that grows no further', growing, ['Ann', 'yes', ''], [{ row: 'Ann', pays: true }]],
    ['a sentence', sentence, ['people', 'sleep better'], { who: 'people', what: 'sleep better' }],
    ['a plan', plan, ['it rains', 'read'], { if: 'it rains', then: 'read' }],
    ['a number', number, ['1,500 hours'], 1500],
    ['a date', date, ['23 November 2026'], '2026-11-23'],
    ['yes', yesNo, ['y'], true],
    ['no', yesNo, ['No'], false],
    ['new words for old', reword, ['Better', 'said', '.'], 'Better\nsaid']
  ])('%s', async (_, prompt, script, answer) => {
    expect((await answered(prompt, script)).told).toEqual({ kind: 'answer', answer })
  })

  it.each<[string, Prompt]>([
    ['a note', note],
    ['a recall', recall],
    ['a recall that is left as it is', reword]
  ])('%s is seen with an empty line', async (_, prompt) => {
    expect((await answered(prompt, [''])).told).toEqual({ kind: 'seen' })
  })

  it('what is only read needs no line of a pipe: other words are the next question’s', async () => {
    const { renderer } = piped(['my answer'])
    const asked = { progress: { done: 0 }, private: false, keep: () => {} }
    expect(await renderer.reading({ title: 'T', questions: 1, reading: 'Read.' })).toBe('next')
    expect(await renderer.ask({ prompt: note, ...asked })).toEqual({ kind: 'seen' })
    expect(await renderer.ask({ prompt: line, ...asked })).toEqual({ kind: 'answer', answer: 'my answer' })
  })

  it('any text comes through, line by line', async () => {
    const words = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '.', '..', ':help', '::', '```', '---')), {
        minLength: 1,
        maxLength: 6
      })
      .map((parts) => wellFormed(parts.join('\n').replaceAll('\r', '')))
      .filter((value) => value.trim() !== '' && !value.startsWith('\ufeff'))
    await fc.assert(
      fc.asyncProperty(words, async (value) => {
        const { told } = await answered(text, [...value.split('\n').map(typed), '.'])
        expect(told).toEqual({ kind: 'answer', answer: value.replace(/\n+$/, '') })
      })
    )
  })
})

describe('what is said', () => {
  it('is how far one is, the question, and how to answer', async () => {
    const { said } = await answered(choice, ['1'])
    expect(said).toContain(
      'About 6 minutes left. 28% done.\nWhat matters?\n3 choices:\n1. I led it\n2. I helped (a little)\n3. I watched\n'
    )
  })

  it('is the whole day that was understood', async () => {
    expect((await answered(date, ['23/11/2026'])).said).toContain('Monday 23 November 2026')
  })

  it('holds no control sequence, whatever the pack and the answers hold', async () => {
    const told = await Promise.all(
      hostileTexts.map((evil) => {
        const label = evil.replaceAll(/[\n\r]/g, '')
        const prompt: Prompt = {
          id: 'q',
          type: 'choice',
          ask: evil,
          help: evil,
          example: evil,
          options: [{ id: 'a', label: evil, note: evil }],
          other: true
        }
        return answered(prompt, [':help', ':example', `other ${wellFormed(label)}`], {
          answer: { other: wellFormed(evil) }
        })
      })
    )
    for (const { said } of told) expect(said).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
  })

  it('is wrapped to the terminal, except for the learner’s words; through a pipe nothing is', async () => {
    const long = 'word '.repeat(40).trim()
    const typedThere = await answered({ ...text, ask: long }, '\r', { answer: long, isTTY: true })
    expect(typedThere.said).toContain(`\n${long}\n`)
    expect(typedThere.said.split('\n').filter((each) => each.length > 80)).toEqual([long])
    const inPipe = await answered({ ...text, ask: long }, [''], { answer: long })
    expect(inPipe.said.split('\n').filter((each) => each === long)).toHaveLength(2)
  })
})

describe('an answer that is there', () => {
  it.each<[string, Prompt, Answer, string]>([
    ['a text', text, 'Old\nwords', 'Old\nwords'],
    ['a list', list, ['a', 'b'], 'a\nb'],
    ['a choice', choice, 'led', 'I led it'],
    ['a rating', scale, 4, '4'],
    ['ratings', ratings, { fair: 4, kind: 2 }, '4'],
    ['a table', table, [{ row: 'tax', pays: true }], 'Taxpayers'],
    ['a sentence', sentence, { who: 'people', what: 'sleep' }, 'Worth it because people will sleep.'],
    ['a plan', plan, { if: 'it rains', then: 'read' }, 'it rains'],
    ['a number', number, 12, '12'],
    ['a date', date, '2026-11-23', 'Monday 23 November 2026']
  ])('is shown and kept with an empty line: %s', async (_, prompt, answer, shown) => {
    const { told, said, kept } = await answered(prompt, [''], { answer })
    expect(told).toEqual({ kind: 'answer', answer })
    expect(said).toContain(shown)
    expect(kept).toEqual([])
  })

  it('makes way for what is typed', async () => {
    expect((await answered(text, ['New', '.'], { answer: 'Old' })).told).toEqual({ kind: 'answer', answer: 'New' })
    expect((await answered(choice, ['2'], { answer: 'led' })).told).toEqual({ kind: 'answer', answer: 'helped' })
  })

  it('is gone on with where it was left in the middle', async () => {
    expect((await answered(text, ['and on', '.'], { answer: 'On', begun: true })).told).toEqual({
      kind: 'answer',
      answer: 'On\nand on'
    })
    expect((await answered(list, ['b', ''], { answer: ['a'], begun: true })).told).toEqual({
      kind: 'answer',
      answer: ['a', 'b']
    })
    expect((await answered(ratings, ['', '2'], { answer: { fair: 5 }, begun: true })).told).toEqual({
      kind: 'answer',
      answer: { fair: 5, kind: 2 }
    })
    expect((await answered(sentence, ['', 'sleep'], { answer: { who: 'we' }, begun: true })).told).toEqual({
      kind: 'answer',
      answer: { who: 'we', what: 'sleep' }
    })
  })
})

describe('a wrong input is explained, and answered again', () => {
  it.each<[string, Prompt, string[], Answer]>([
    ['an unknown option', choice, ['nothing', '1'], 'led'],
    ['an ambiguous beginning', choice, ['I', '1'], 'led'],
    ['own words that are not wanted', choice, ['other x', '1'], 'led'],
    ['too many choices', choices, ['1 2 3', '1 2'], ['led', 'helped']],
    ['a rating off the scale', scale, ['6', '5'], 5],
    ['a rating in words', scale, ['many', '5'], 5],
    ['one of several ratings', ratings, ['9', '1', '2'], { fair: 1, kind: 2 }],
    ['an incomplete ranking', ranking, ['1 2', '1 2 3'], ['led', 'helped', 'watched']],
    ['a repeated rank', ranking, ['1 1 2', '1 2 3'], ['led', 'helped', 'watched']],
    [
      'a cell that is not a choice',
      { ...table, rows: table.rows.slice(0, 1) },
      ['perhaps', 'y', '', 'x', '1'],
      [{ row: 'tax', pays: true, role: 'led' }]
    ],
    ['an empty gap', sentence, ['', 'we', 'sleep'], { who: 'we', what: 'sleep' }],
    ['no number', number, ['many', '3'], 3],
    ['hexadecimal', number, ['0x10', '3'], 3],
    ['a number too large', number, ['2001', '3'], 3],
    ['half a number', number, ['1.5', '2'], 2],
    ['no day', date, ['soon', '2026-02-01'], '2026-02-01'],
    ['a day that does not exist', date, ['30 February 2026', '2026-02-01'], '2026-02-01'],
    ['a day too early', date, ['2025-12-31', '2026-02-01'], '2026-02-01'],
    ['neither yes nor no', yesNo, ['maybe', 'yes'], true],
    ['nothing at all', line, ['', 'something'], 'something'],
    ['an empty text', text, ['.', 'something', '.'], 'something'],
    ['items that are still missing, the others staying', list, ['a', '', 'b', ''], ['a', 'b']]
  ])('%s', async (_, prompt, script, answer) => {
    expect((await answered(prompt, script)).told).toEqual({ kind: 'answer', answer })
  })

  it('with a sentence of its own', async () => {
    const good = await answered(scale, ['5'])
    const { said } = await answered(scale, ['6', '5'])
    const [before = '', after = ''] = good.said.split('Your answer: ')
    expect(said).toMatch(/6 is too large[^\n]*\n/)
    expect(said.replace(/6 is too large[^\n]*\n/, '')).toBe(`${before}Your answer: ${after}`)
  })

  it('but tells the options of a cell that was not reached before', async () => {
    const { said } = await answered({ ...growing, columns: table.columns.slice(2) }, ['', 'Me', '1', ''])
    expect(said).toMatch(/nothing here yet[^]*role: type a number\.\n3 choices:\n1\. [^]*2\. /)
  })

  it('but a list that is full takes no more and loses none', async () => {
    expect((await answered(list, ['a', 'b', 'c', 'd', ''])).told).toEqual({ kind: 'answer', answer: ['a', 'b', 'c'] })
  })

  it('and an earlier answer can still be kept', async () => {
    expect((await answered(number, ['many', ''], { answer: 7 })).told).toEqual({ kind: 'answer', answer: 7 })
  })
})

describe('commands', () => {
  it.each(['back', 'overview', 'review', 'private', 'leave'] as const)(
    ':%s leads away and keeps what is there',
    async (command) => {
      const { told, kept } = await answered(text, ['Begun', `:${command}`])
      expect(told).toEqual({ kind: command, kept: 'Begun' })
      expect(kept.at(-1)).toBe('Begun')
    }
  )

  it(':skip skips', async () => {
    expect((await answered(choice, [':skip'])).told).toEqual({ kind: 'skip' })
  })

  it.each<[string, Prompt, string[], Answer]>([
    ['a list', list, ['a', ':back'], ['a']],
    ['ratings', ratings, ['3', ':back'], { fair: 3 }],
    ['a table', table, ['y', ':back'], [{ row: 'tax', pays: true }]],
    ['a sentence', sentence, ['we', ':back'], { who: 'we' }],
    ['a plan', plan, ['it rains', ':back'], { if: 'it rains', then: '' }]
  ])('keep the parts that are there: %s', async (_, prompt, script, kept) => {
    expect((await answered(prompt, script)).told).toEqual({ kind: 'back', kept })
  })

  it(':help and :example speak and lead nowhere', async () => {
    const { told, said } = await answered({ ...text, help: 'Take *your* time.', example: 'Like this.' }, [
      'One',
      ':help',
      ':example',
      'Two',
      '.'
    ])
    expect(told).toEqual({ kind: 'answer', answer: 'One\nTwo' })
    expect(said).toContain('Take your time.\n')
    expect(said).toContain(':overview')
    expect(said).toContain('Like this.\n')
  })

  it('that lead nowhere say so', async () => {
    const { told, said } = await answered(choice, [':example', ':editor', '1'])
    expect(told).toEqual({ kind: 'answer', answer: 'led' })
    expect(said).toContain('no example')
  })

  it('are obeyed at a note too', async () => {
    expect((await answered(note, [':back'])).told).toEqual({ kind: 'back' })
    expect((await answered(note, [':skip'])).told).toEqual({ kind: 'seen' })
  })
})

describe('the end of input', () => {
  it.each<[string, Prompt, string, Answer | undefined]>([
    ['in a text, half a line included', text, 'One\ntw', 'One\ntw'],
    ['in a list', list, 'a\n', ['a']],
    ['in ratings', ratings, '2\n', { fair: 2 }],
    ['in a row of one’s own, of which there is only a name', growing, 'Clerks\n', [{ row: 'Clerks' }]],
    ['in words of one’s own, with too few picks', { ...choices, pick: { min: 2 } }, 'other: mine', [{ other: 'mine' }]],
    ['before anything', text, '', undefined]
  ])('leaves, with what is there kept: %s', async (_, prompt, script, kept) => {
    const outcome = await answered(prompt, script)
    expect(outcome.told).toEqual({ kind: 'leave', ...(kept === undefined ? {} : { kept }) })
    expect(outcome.kept.at(-1)).toEqual(kept)
  })

  it.each<[string, Prompt, string, Answer]>([
    ['a cell', table, 'y\rthey a', [{ row: 'tax', pays: true, say: 'they a' }]],
    ['a row’s name', growing, 'Cle', [{ row: 'Cle' }]],
    ['words of one’s own', open, 'other: for a fri', { other: 'for a fri' }],
    ['words of one’s own that were asked for', open, '4\rfor a fri', { other: 'for a fri' }],
    ['words of one’s own after picks', choices, '1, 2, other: for a fri', ['led', 'helped', { other: 'for a fri' }]],
    ['words of one’s own that were asked for after picks', choices, '1, 4\rfor a fri', ['led', { other: 'for a fri' }]]
  ])('by Ctrl-C keeps what is being typed: %s', async (_, prompt, keys, kept) => {
    const outcome = await answered(prompt, `${keys}\u0003`, { isTTY: true })
    expect(outcome.told).toEqual({ kind: 'leave', kept })
    expect(outcome.kept.at(-1)).toEqual(kept)
  })

  it('after a half line answers a one-line question', async () => {
    expect((await answered(line, 'no newline')).told).toEqual({ kind: 'answer', answer: 'no newline' })
  })

  it('at bytes that are not UTF-8 is an error that names the line; what came before is kept', async () => {
    const { renderer } = piped(Buffer.concat([Buffer.from('fine\n'), Buffer.from([0xff, 0x0a])]))
    const kept: unknown[] = []
    const asking = renderer.ask({
      prompt: text,
      progress: { done: 0 },
      private: false,
      keep: (answer) => kept.push(answer)
    })
    await expect(asking).rejects.toThrow(/^Line 2 /)
    expect(kept).toEqual(['fine'])
  })
})

describe('the words that an answer begins with', () => {
  const start = { startWith: 'When I walked in …' }
  it.each<[string, Prompt, string[], unknown]>([
    ['go on with the first line', text, ['nobody looked up.', 'Then', '.'], 'When I walked in nobody looked up.\nThen'],
    ['are not repeated', text, ['when I walked in, nobody', '.'], 'when I walked in, nobody'],
    ['can be left out', text, [':again', 'I left.', '.'], 'I left.'],
    ['go on in one line', line, ['nobody'], 'When I walked in nobody']
  ])('%s', async (_, prompt, lines, answer) => {
    const { told, said } = await answered({ ...prompt, ...start } as Prompt, lines)
    expect(told).toEqual({ kind: 'answer', answer })
    expect(said).toContain('When I walked in\n')
  })

  it('are no answer, and do not come before an earlier one', async () => {
    const alone = await answered({ ...text, ...start } as Prompt, ['.', ':skip'])
    expect(alone.told).toEqual({ kind: 'skip' })
    expect(alone.kept.filter((kept) => kept !== undefined)).toEqual([])
    const before = await answered({ ...text, ...start } as Prompt, ['And more.', '.'], {
      answer: 'I left.',
      begun: true
    })
    expect(before.told).toEqual({ kind: 'answer', answer: 'I left.\nAnd more.' })
  })
})

describe('a note in the place of an answer', () => {
  it.each(Object.values(examples).filter(asks))('is shown and kept: $type', async (prompt) => {
    const { said, told } = await answered(prompt, [':back'], { answer: 'By hand.', begun: true })
    expect(said).toContain('so far:\nBy hand.\n')
    expect(told).toEqual({ kind: 'back', kept: 'By hand.' })
    // Any line may follow.
    await answered(prompt, ['1', '', '2', ''], { answer: 'By hand.', begun: true })
  })
})
