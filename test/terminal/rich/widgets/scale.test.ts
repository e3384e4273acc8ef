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

  it('shows all numbers of a scale in forty columns', () => {
    const tenPoints: Prompt = { ...prompts.ratings, to: 10 }
    const { screen } = asked(tenPoints, ['7', up], { room: sizes[1]! })
    expect(screen).toContain('1 2 3 4 5 6 [7] 8 9 10 -')
  })
})
