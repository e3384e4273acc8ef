import { describe, expect, it } from 'vitest'
import { decodeAnswer } from '../../src/questions/codec.ts'
import { checkTyped } from '../../src/questions/index.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { validateAnswer } from '../../src/terminal/rich/validate-answer.ts'
import { withWidget } from '../../src/terminal/rich/widgets/index.ts'
import { english, languagesFor } from '../../src/words/index.ts'
import { examples } from '../questions/kit/prompts.ts'
import { answered } from './plain/kit.ts'
import { keys, kit, typed } from './rich/kit.ts'

/** The day of both terminals in these tests is Monday 23 November 2026. */
const stored = (language: string) => ({ language, languages: languagesFor(english) })

const hours: Prompt = { type: 'number', id: 'hours', ask: 'How long?', unit: 'hours', integer: false }
const day: Prompt = { type: 'date', id: 'day', ask: 'Which day?' }
const { choice, choices, ranking, scale } = examples
const yesNo = examples['yes-no']

async function inPlainMode(prompt: Prompt, lines: readonly string[], language: string): Promise<Answer | undefined> {
  const { told } = await answered(prompt, lines, { language })
  return told.kind === 'answer' ? told.answer : undefined
}

function inRichMode(prompt: Prompt, pieces: readonly string[], language: string) {
  return withWidget(
    prompt,
    undefined,
    () => [],
    { ...kit, language },
    (widget) => {
      const { value, screen } = typed(widget, pieces)
      return { verdict: validateAnswer(prompt, value, english), screen }
    }
  )
}

describe('an answer that is typed or written by hand', () => {
  it.each<[prompt: Prompt, text: string, language: string, answer: Answer]>([
    [hours, '5', 'en', 5],
    [hours, '5 hours', 'en', 5],
    [hours, '1 hour', 'en', 1],
    [hours, '1 000', 'en', 1000],
    [hours, '1,000', 'en', 1000],
    [hours, '1.000', 'de', 1000],
    [hours, '2,5', 'en', 2.5],
    [hours, '２½', 'en', 2.5],
    [hours, '−3', 'en', -3],
    [day, '2026-12-28', 'en', '2026-12-28'],
    [day, '28/12/2026', 'en', '2026-12-28'],
    [day, '12/11/2026', 'en-US', '2026-12-11'],
    [day, '28 December 2026', 'en', '2026-12-28'],
    [day, '28 o Ragfyr 2026', 'en', '2026-12-28']
  ])('%o: "%s" is the same in both terminals, a file of answers and an entry (%s)', async (...row) => {
    const [prompt, text, language, answer] = row
    expect(await inPlainMode(prompt, [text], language)).toBe(answer)
    expect(inRichMode(prompt, [text], language).verdict).toEqual({ kind: 'holds', answer })
    expect(checkTyped(prompt, text, stored(language))).toEqual({ ok: true, answer })
    expect(decodeAnswer(prompt, `As I remember:\n\n${text}`, stored(language))).toMatchObject({ answer })
  })

  it.each<[prompt: Prompt, text: string, answer: Answer]>([
    [yesNo, 'No', false],
    [yesNo, 'nage', false],
    [scale, '4 of 5', 4],
    [scale, '４', 4],
    [scale, 'fairly sure', 4],
    [scale, 'not sure', null],
    [choice, 'led', 'led'],
    [choice, 'i LED it', 'led'],
    [choice, 'other: from afar', { other: 'from afar' }],
    [choices, 'It is planned, I led it', ['led', 'planned']],
    [ranking, 'It is planned, I led it, I lived through it', ['planned', 'led', 'lived']]
  ])('%o: "%s" is the same in plain mode and a file of answers', async (prompt, text, answer) => {
    expect(checkTyped(prompt, text, stored('en'))).toEqual({ ok: true, answer })
    expect(await inPlainMode(prompt, [text === 'led' ? 'I led' : text], 'en')).toEqual(answer)
  })

  it.each<[prompt: Prompt, text: string, answer: Answer]>([
    [day, 'tomorrow', '2026-11-24'],
    [day, 'next Friday', '2026-12-04'],
    [day, '28/12', '2026-12-28'],
    [day, 'yfory', '2026-11-24']
  ])('%o: "%s" is understood only where it is typed', async (prompt, text, answer) => {
    expect(await inPlainMode(prompt, [text], 'en')).toBe(answer)
    expect(inRichMode(prompt, [text], 'en').verdict).toEqual({ kind: 'holds', answer })
    expect(checkTyped(prompt, text, stored('en')).ok).toBe(false)
    expect(decodeAnswer(prompt, text, stored('en'))).toBeUndefined()
  })

  it.each<[prompt: Prompt, text: string]>([
    [yesNo, 'n'],
    [choice, '1'],
    [choices, '1 3'],
    [scale, '?']
  ])('%o: "%s" is too short for a file', (prompt, text) => {
    expect(checkTyped(prompt, text, stored('en')).ok).toBe(false)
    expect(decodeAnswer(prompt, text, stored('en'))).toBeUndefined()
  })
})

describe('a text with two meanings', () => {
  const [one, other] = ['1 hours', '1000 hours']

  it('is asked about in plain mode, by letters, or typed again', async () => {
    const { told, said } = await answered(hours, ['1.000', '', 'b'])
    expect(told).toEqual({ kind: 'answer', answer: 1000 })
    expect(said).toContain(`Did you mean ${one} or ${other}?\na: ${one}\nb: ${other}\n`)
    expect(said).toContain(`Your answer: ${other}`)
    expect((await answered(hours, ['1.000'])).told).toEqual({ kind: 'leave', kept: '1.000' })
    expect((await answered(hours, ['1'], { answer: '1.000', begun: true })).said).toContain('so far:\n1.000\nType')
    expect((await answered(hours, ['1.000', 'A'])).told).toEqual({ kind: 'answer', answer: 1 })
    expect((await answered(hours, ['1.000', '1,500'])).told).toEqual({ kind: 'answer', answer: 1500 })
  })

  it('is asked about in rich mode once it is submitted', async () => {
    withWidget(
      hours,
      undefined,
      () => [],
      kit,
      (widget) => {
        const line = typed(widget, ['1.000'])
        expect(line.value).toBe('1.000')
        const asked = widget.clarified?.(line.state)
        expect(asked).toBeDefined()
        const room = { columns: 76, rows: 12 }
        expect(widget.view(asked!, room).lines.join('\n')).toContain(`Did you mean ${one} or ${other}?`)
        expect([widget.value(asked!), widget.value(asked!, true)]).toEqual(['1.000', 1])
        const second = typed({ ...widget, start: asked! }, [keys.down, keys.enter])
        expect(second).toMatchObject({ value: 1000, ended: true })
        expect(widget.clarified?.(second.state)).toBeUndefined()
        expect(typed({ ...widget, start: asked! }, ['5', keys.enter]).value).toBe(1.0005)
      }
    )
  })

  it('is refused with both meanings in a file of answers, and stays a note in an entry', () => {
    expect(checkTyped(hours, '1.000', stored('en'))).toEqual({
      ok: false,
      faults: [{ code: 'ambiguous', what: '1.000', one, other }]
    })
    expect(decodeAnswer(hours, '1.000', stored('en'))).toBeUndefined()
    expect(decodeAnswer(hours, '1.000 hours\n\n1000 hours', stored('en'))).toEqual({
      answer: 1000,
      before: '1.000 hours',
      after: ''
    })
  })

  it('may be a day', async () => {
    const { said, told } = await answered(day, ['Monday', 'b'])
    expect(said).toContain('Did you mean Monday 23 November 2026 or Monday 30 November 2026?')
    expect(said).toContain('Your answer: Monday 30 November 2026')
    expect(told).toEqual({ kind: 'answer', answer: '2026-11-30' })
  })
})

describe('what was understood', () => {
  it.each<[Prompt, string, string]>([
    [hours, '½', '0.5 hours'],
    [day, 'tomorrow', 'Tuesday 24 November 2026']
  ])('%o: "%s" is shown while it is typed, and said', async (prompt, text, words) => {
    expect(inRichMode(prompt, [text], 'en').screen).toContain(words)
    expect((await answered(prompt, [text])).said).toContain(`Your answer: ${words}`)
  })
})
