import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asHeading, headingOf, headingsOf } from '../../src/questions/shared/heading.ts'

describe('what a prompt is called', () => {
  it.each([
    ['Tell one moment of it. Keep to what could be seen.', 'Tell one moment of it.'],
    ['Suppose it had not happened. What would be different now?', 'What would be different now?'],
    ['Suppose it had not happened.\n\nWhat would be different now?', 'What would be different now?'],
    [
      'What was *different*, and `how` suddenly?\n\nAnswer for [the plan](https://example.org) as it stands.',
      'What was different, and how suddenly?'
    ],
    ['Did they say "Why?" Then say more.', 'Did they say "Why?"'],
    [
      'Think of e.g. a letter not sent, or a caretaker who said yes',
      'Think of e.g. a letter not sent, or a caretaker who said yes'
    ],
    ['What of\nsnake\\_case and snake_case, 2 \\* 3?', 'What of snake_case and snake_case, 2 * 3?'],
    ['Wer hat es gesagt? Und wozu?', 'Wer hat es gesagt?'],
    ['何が見えましたか', '何が見えましたか'],
    ['![A queue. Who?](images/queue.png)\n\nLook at it. Who is missing?', 'Who is missing?'],
    ['![A queue](images/queue.png)', 'A queue'],
    ['', '']
  ])('%j: the sentence that asks, or else the first one, in plain words', (ask, heading) => {
    expect(headingOf({ ask })).toBe(heading)
  })

  it('was the first sentence in earlier versions', () => {
    const ask = 'Suppose it had not happened. What would be different now?'
    expect(headingsOf({ ask })).toEqual(['What would be different now?', 'Suppose it had not happened.'])
    expect(headingsOf({ title: 'Now', ask })).toEqual(['Now'])
  })

  it.each([
    ['Why *this* one?', 'Why this one?', ''],
    ['Suppose it\nhad not. What then?\n\n> Said before', 'Suppose it had not. What then?', '> Said before'],
    ['See [this](https://example.org). Why?', undefined, undefined],
    ['- One\n- two', undefined, undefined],
    ['', undefined, undefined]
  ])('takes the first paragraph of a question, and leaves the rest: %j', (ask, heading, rest) => {
    expect(asHeading(ask) ?? [undefined, undefined]).toEqual([heading, rest])
  })

  it('prefers the title that the author gave it', () => {
    expect(headingOf({ title: ' The first\n day ', ask: 'Tell.' })).toBe('The first day')
    expect(headingOf({ title: '  ', ask: 'Tell.' })).toBe('Tell.')
  })

  it('shortens what is long between words', () => {
    const heading = headingOf({ ask: `${'word, '.repeat(100)}end.` })
    expect(heading).toMatch(/^(word, )+word…$/)
    expect(heading.length).toBeLessThanOrEqual(80)
  })

  it('is one short line whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (ask) => {
        const heading = headingOf({ ask })
        expect(heading.length).toBeLessThanOrEqual(80)
        expect(heading).not.toMatch(/[\n\r\p{Cc}]/u)
      })
    )
  })
})
