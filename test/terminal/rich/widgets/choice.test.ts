import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../../src/questions/shared/model.ts'
import { keys, sizes } from '../kit.ts'
import { asked, common, many } from './kit.ts'

const { enter, down, backspace } = keys

describe('a list of options', () => {
  it('shows the option one is at among a hundred, and finds by typing', () => {
    const hundred: Prompt = { ...common, type: 'choice', options: many, other: false }
    const at = (pieces: string[]) => asked(hundred, pieces, { room: sizes[1]! })
    expect(at(Array.from({ length: 58 }, () => down)).screen).toContain('❯ ○ Option 57')
    expect(at(['tion 42', enter]).value).toBe('o42')
    expect(at(['xyz']).screen).toContain('Nothing matches these words')
    expect(at(['xyz', enter])).toMatchObject({ ended: false, value: undefined })
  })

  it('keeps on finding where only own words are left, and takes what was looked for as these when asked to', () => {
    const withOther: Prompt = { ...common, type: 'choice', options: many, other: true }
    const at = (pieces: string[]) => asked(withOther, pieces)
    const looking = at(['4', '2', 'z', 'z'])
    expect(looking.screen).toContain('Finding: 42zz')
    expect(looking.value).toBeUndefined()
    expect(looking.hints).toContain('Enter use these words')
    expect(at(['4', '2', 'z', backspace]).screen).toContain('❯ ○ Option 42')
    expect(at(['4', '2', 'z', enter]).ended).toBe(false)
    expect(at(['4', '2', 'z', enter, '!', enter])).toMatchObject({ value: { other: '42z!' }, ended: true })
    expect(at(['4', '2', down, 'own', enter])).toMatchObject({ value: { other: 'own' }, ended: true })
  })

  it('ticks what was looked for as own words among several', () => {
    const withOther: Prompt = { ...common, type: 'choices', options: many, other: true, pick: {} }
    const at = (pieces: string[]) => asked(withOther, pieces)
    expect(at(['4', '2', 'z', ' ', enter])).toMatchObject({ value: [{ other: '42z' }], ended: true })
    expect(at(['4', '2', ' ', enter])).toMatchObject({ value: ['o42'], ended: true })
  })

  it('shows of a note what fits into three lines, moved in', () => {
    const told = 'words '.repeat(20_000)
    const noted: Prompt = { ...common, type: 'choice', options: [{ id: 'a', label: 'A', note: told }], other: false }
    const { frame } = asked(noted, [])
    expect(frame.lines).toHaveLength(4)
    expect(frame.lines[1]).toMatch(/^ {6}words/)
    expect(frame.lines[3]).toMatch(/…$/)
  })

  it('takes what was looked for back by whole characters', () => {
    const hundred: Prompt = { ...common, type: 'choice', options: many, other: false }
    const { screen } = asked(hundred, ['4', '👍🏽', backspace, '2'])
    expect(screen).toContain('Finding: 42')
  })
})
