import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandOf, endsText, readCommand, wordsOf } from '../../../src/terminal/plain/io/commands.ts'
import { optionOf, otherOf, picksOf } from '../../../src/questions/shared/typed.ts'
import { english } from '../../../src/words/index.ts'
import { typed } from './kit.ts'

const { commands: also } = english.walk.typed

describe('commands', () => {
  it('are those of the contract', () => {
    const commands = ['back', 'skip', 'help', 'example', 'overview', 'review', 'private', 'editor', 'leave']
    expect(commands.map((command) => commandOf(`:${command}`, also)?.command)).toEqual(commands)
  })

  it.each([': help', ':helpme', ':HELP', ' :help', '::help', 'help', ':', ':constructor', ':help me'])(
    '%j is text',
    (line) => {
      expect(commandOf(line, also)).toBeUndefined()
    }
  )
})

describe('a line that looks like a command', () => {
  it.each([
    [':change 3', 'change', 3],
    [':change3 ', 'change', 3],
    [':row 12', 'row', 12],
    [':drop', 'drop', undefined]
  ])('%j is one with its number', (line, command, number) => {
    expect(readCommand(line, also)).toEqual({ kind: 'command', command, ...(number === undefined ? {} : { number }) })
  })

  it.each([
    [':quit', []],
    [':Help', ['help']],
    [':HELP', ['help']],
    [':back up', ['back']],
    [':back 3', ['back']],
    [':chnage 3', ['change']],
    [':q!', []],
    [':wq', []],
    [':change three', ['change']]
  ])('%j does not exist', (line, near) => {
    expect(readCommand(line, also)).toEqual({ kind: 'unknown', name: line.slice(1), near })
  })

  it.each([':-)', ':)', ':smile:', ':', '::quit', ': quit', ' :quit', ':quit smoking', 'a :quit', ':3', ':D :D', ''])(
    '%j is text',
    (line) => {
      expect(readCommand(line, also)).toBeUndefined()
    }
  )
})

describe('escapes', () => {
  it.each([
    ['::skip', ':skip'],
    [':::', '::'],
    [':-)', ':-)'],
    ['..', '.'],
    ['....', '...'],
    ['. .', '. .'],
    ['and so on...', 'and so on...']
  ])('%j means %j', (line, words) => {
    expect(wordsOf(line)).toBe(words)
  })

  it('let any line be typed', () => {
    const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[.:]{0,4}(help|skip)? ?$/))
    fc.assert(
      fc.property(line, (text) => {
        expect(commandOf(typed(text), also)).toBeUndefined()
        expect(endsText(typed(text))).toBe(false)
        expect(wordsOf(typed(text))).toBe(text)
      })
    )
  })
})

const options = [
  { id: 'led', label: 'I led it' },
  { id: 'helped', label: 'I helped' },
  { id: 'no', label: 'No' },
  { id: 'not-yet', label: 'Not yet' },
  { id: 'four', label: '4 times' }
]

describe('an option', () => {
  it.each([
    ['1', 'led'],
    ['2.', 'helped'],
    ['I led', 'led'],
    ['i H', 'helped'],
    ['no', 'no'],
    ['not', 'not-yet'],
    ['4', 'not-yet'],
    ['4 t', 'four'],
    ['I', undefined],
    ['6', undefined],
    ['0', undefined],
    ['', undefined],
    ['constructor', undefined]
  ])('%j is %j', (word, id) => {
    expect(optionOf(word, options)?.id).toBe(id)
  })

  it('is the one that is written exactly so, where accents alone tell two apart', () => {
    const two = [
      { id: 'under', label: 'Tan' },
      { id: 'fire', label: 'Tân' },
      { id: 'house', label: 'Tŷ' }
    ]
    expect(['tan', 'TÂN', 'ty', 'ta'].map((word) => optionOf(word, two)?.id)).toEqual([
      'under',
      'fire',
      'house',
      undefined
    ])
  })

  it.each([
    ['other my words', 'my words'],
    ['Other: my words', 'my words'],
    ['other', ''],
    ['Arall: fy ngeiriau', 'fy ngeiriau'],
    ['others', undefined],
    ['another', undefined],
    ['ARALLG', undefined],
    ['ａｒａｌｌ:  fy', 'fy']
  ])('of one’s own: %j', (line, words) => {
    expect(otherOf(line, ['arall', 'other'])).toBe(words)
  })

  it.each([
    ['1 3', ['1', '3']],
    ['1,3', ['1', '3']],
    ['1, 3 ,2', ['1', '3', '2']],
    ['I led it, no', ['I led it', 'no']],
    [' ', []]
  ])('and several: %j', (line, picks) => {
    expect(picksOf(line)).toEqual(picks)
  })
})
