import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../../src/questions/shared/model.ts'
import { keys, sizes } from '../kit.ts'
import { asked, long, prompts } from './kit.ts'

const { up, down, right } = keys

describe('a scale', () => {
  const agreement = { 1: 'Strongly disagree', 4: 'Neither agree nor disagree', 7: 'Strongly agree' }

  it.each(sizes.concat({ columns: 17, rows: 4 }))(
    'shows the numbers of a long statement and what they mean in %j',
    (room) => {
      const statements = [1, 2, 3].map((id) => ({ id: `s${id}`, text: `Statement ${id}: ${`${long} `.repeat(4)}` }))
      const scale: Prompt = { ...prompts.ratings, to: 7, labels: agreement, statements }
      const { screen } = asked(scale, [down, '5', up], { room })
      expect(screen).toContain('Statement 2')
      expect(screen).toContain('[5]')
      expect(screen).toContain('1 Strongly dis')
      const labels = /4 Neither agree nor disagree[^]*7 Strongly agree[^]*- Not sure/
      expect(room.columns <= 17 || labels.test(screen)).toBe(true)
    }
  )

  it.each([
    ['in a list where there is room', 12, /❯ ○ 3$[^]*○ 7 {2}Strongly agree/m],
    ['in a row where there is none', 4, /1 Strongly disagree · 4 Neither agree[^]*7 Strongly agree[^]*1 +2 +\[3\] +4/]
  ])('shows one rating %s', (_, rows, shown) => {
    const scale: Prompt = { ...prompts.scale, from: 1, to: 7, labels: agreement }
    const { screen, value } = asked(scale, [down, right, right], { room: { columns: 60, rows } })
    expect(screen).toMatch(shown)
    expect(value).toBeUndefined()
  })

  const descriptors = { 1: `It tells: ${long}.`, 2: 'It explains.', 3: `It questions: ${long}.` }
  const rubric: Prompt = {
    ...prompts.ratings,
    to: 3,
    labels: { 2: 'On the way' },
    statements: ['open', 'fair', 'deep'].map((id) => ({ id, text: `How ${id} it is`, labels: descriptors }))
  }

  it.each([80, 40])('describes the levels of the row at the pointer in %i columns', (columns) => {
    const { screen, value } = asked(rubric, ['2'], { room: { columns, rows: 20 } })
    const row = screen.slice(screen.indexOf('❯'), screen.indexOf('How deep'))
    expect(row.replaceAll(/\s+/g, ' ')).toBe(
      `❯ How fair it is 1 It tells: ${long}. 2 On the way: It explains. 3 It questions: ${long}. - Not sure `
    )
    expect(screen).toMatch(/How open it is\n +1 +\[2\] +3/)
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
    expect(value).toEqual({ open: 2 })
  })

  it('marks the level that was chosen, and describes the numbers above them where there is no room', () => {
    expect(asked(rubric, ['3', up], { room: { columns: 40, rows: 20 } }).screen).toMatch(
      / 2 {2}On the way[^]*\[3\] It q/
    )
    const { screen } = asked(rubric, ['3', up], { room: { columns: 40, rows: 6 } })
    expect(screen).toMatch(/How open it is\n +3 It questions: words[^]*\[3\]/)
  })

  it('shows all numbers of a scale in forty columns', () => {
    const tenPoints: Prompt = { ...prompts.ratings, to: 10 }
    const { screen } = asked(tenPoints, ['7', up], { room: sizes[1]! })
    expect(screen).toContain('1 2 3 4 5 6 [7] 8 9 10 -')
  })
})
