import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../../src/questions/shared/model.ts'
import { keys } from '../kit.ts'
import { asked, prompts } from './kit.ts'

const { up, end } = keys

describe('writing', () => {
  it.each([
    ['between ideographs', '日本語の文章です', '日本語の文x章です', 10],
    ['in a long word', 'abcdefghijklmnop', 'abcdefghijxklmnop', 10],
    ['at a space', 'the quick brown fox', 'the quickx brown fox', 9]
  ])('End is the end of a row that breaks %s', (_, before, after, column) => {
    const narrow = { columns: 11, rows: 8 }
    const { frame } = asked(prompts.text, [up, end], { before, room: narrow })
    expect(frame.cursor).toEqual({ row: 1, column })
    expect(asked(prompts.text, [up, end, 'x'], { before, room: narrow }).value).toBe(after)
    expect(asked(prompts.text, [up, end, end, keys.home, 'x'], { before, room: narrow }).value).toBe(`x${before}`)
  })

  it('says how many words there are and how many are suggested', () => {
    const guided: Prompt = { ...prompts.text, words: { min: 50, max: 120 } }
    const { screen } = asked(guided, [], { before: "Don't go. 日本" })
    expect(screen).toContain('3 words, 50 to 120 suggested')
  })

  it.each([
    ['of any length', prompts.text],
    ['of one line', prompts.line]
  ])('begins an answer %s with the words of its author, and counts them alone as nothing', (_, prompt) => {
    const begun: Prompt = { ...prompt, startWith: 'When I walked in …' }
    expect(asked(begun, []).value).toBeUndefined()
    expect(asked(begun, []).screen).toContain('When I walked in')
    expect(asked(begun, ['n', 'o']).value).toBe('When I walked in no')
    expect(asked(begun, [], { before: 'I left.' }).value).toBe('I left.')
    const emptied = asked(
      begun,
      [...'When I walked in '].map(() => keys.backspace)
    )
    expect(emptied.value).toBeUndefined()
    expect(asked(begun, [...[...'When I walked in '].map(() => keys.backspace), 'x']).value).toBe('x')
  })
})
