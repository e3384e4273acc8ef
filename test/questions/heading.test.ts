import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingOf } from '../../src/questions/shared/heading.ts'

describe('what a prompt is called', () => {
  it.each([
    ['Tell one moment of it. Keep to what could be seen.', 'Tell one moment of it.'],
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
    ['', '']
  ])('%j: the first sentence, in plain words', (ask, heading) => {
    expect(headingOf({ ask })).toBe(heading)
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
