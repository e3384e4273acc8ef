import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, placeOf } from '../../src/text/fit.ts'
import { runs } from '../kit/long.ts'

/** A text with `_` in the place of the quotation, after the words fit in. */
function said(text: string, words: string, language = 'en-GB'): string {
  const [before = '', after = ''] = text.split('_')
  return before + fitted(words, placeOf(before, after), language) + after
}

const AROUND = 'the service around _. Does it'
const TODAY = 'with _ today'
const cases: readonly (readonly [text: string, words: string, expected: string, language?: string])[] = [
  // A full stop, and a first letter.
  [
    AROUND,
    'Weekly early help meetings, not fortnightly.',
    'the service around weekly early help meetings, not fortnightly. Does it'
  ],
  [AROUND, 'weekly meetings', 'the service around weekly meetings. Does it'],
  ['How sure are you that _ is worth it?', 'Weekly meetings.', 'How sure are you that weekly meetings is worth it?'],
  ['at the meeting and _, you said', 'The week when it rains.', 'at the meeting and the week when it rains, you said'],
  ['Last time: _', 'A quarrel.', 'Last time: a quarrel'],
  ['Last time: _\nAnd now?', 'A quarrel.', 'Last time: a quarrel\nAnd now?'],
  ['You named _; what else?', 'The door.', 'You named the door; what else?'],
  ['(you named _)', 'The door.', '(you named the door)'],
  ['You named ~_~, then', 'The door.', 'You named ~the door~, then'],
  ['You named **_**, then', 'The door.', 'You named **the door**, then'],
  ['Was it _?', 'Fear.', 'Was it fear?'],
  ['Was it _?', 'Fear?', 'Was it fear??'],
  ['Was it _ – or not?', 'Fear.', 'Was it fear – or not?'],
  ['about _ I would say', 'The rota.', 'about the rota I would say'],
  ['You said that _ Is it so?', 'It rained.', 'You said that it rained. Is it so?'],
  // At the start of a line inside a paragraph.
  ['You are afraid of\n_ and of more.', 'A named officer.', 'You are afraid of\na named officer and of more.'],
  ['You are afraid of\n_', 'A named officer.', 'You are afraid of\na named officer'],
  ['You are afraid of\n_\nand of more.', 'A named officer.', 'You are afraid of\na named officer\nand of more.'],
  ['It is done.\n_ was yours.', 'The door.', 'It is done.\nThe door was yours.'],
  ['# Your change\n_ and more', 'The door.', '# Your change\nThe door and more'],
  ['You wrote this\n\n_', 'It rained.', 'You wrote this\n\nIt rained.'],
  // At the start of a sentence, alone, in quotation marks.
  ['_ is your change.', 'Weekly meetings.', 'Weekly meetings is your change.'],
  ['_. Does it help?', 'Weekly meetings.', 'Weekly meetings. Does it help?'],
  ['_ Read it again.', 'It rained.', 'It rained. Read it again.'],
  ['It is done. _ was yours.', 'The door.', 'It is done. The door was yours.'],
  ['_', 'It rained.', 'It rained.'],
  ['You wrote:\n\n> _\n\nAnd now?', 'It rained.', 'You wrote:\n\n> It rained.\n\nAnd now?'],
  ['- _\n- more', 'It rained.', '- It rained.\n- more'],
  ['1. _', 'It rained.', '1. It rained.'],
  ['**_**', 'It rained.', '**It rained.**'],
  ['You wrote "_". What now?', 'It rained.', 'You wrote "It rained". What now?'],
  ['You wrote “_” and left.', 'It rained.', 'You wrote “It rained.” and left.'],
  ['You wrote ‘_’, then', 'It rained.', 'You wrote ‘It rained’, then'],
  // What keeps its capital.
  [TODAY, 'I', 'with I today'],
  [TODAY, "I'm not asked.", "with I'm not asked today"],
  [TODAY, 'I’ll ring', 'with I’ll ring today'],
  [TODAY, 'GP', 'with GP today'],
  [TODAY, 'NHS England.', 'with NHS England today'],
  [TODAY, 'A GP said no.', 'with a GP said no today'],
  [TODAY, 'Sarah.', 'with Sarah today'],
  [TODAY, "Sarah's team", "with Sarah's team today"],
  [TODAY, 'Mrs Owen', 'with Mrs Owen today'],
  [TODAY, 'Dr. Singh', 'with Dr. Singh today'],
  [TODAY, 'Miss it', 'with miss it today'],
  [TODAY, "O'Brien", "with O'Brien today"],
  [TODAY, 'McKay', 'with McKay today'],
  [TODAY, 'Trafford Park', 'with Trafford Park today'],
  [TODAY, 'The Home Office', 'with the Home Office today'],
  [TODAY, 'Weekly Early Help', 'with Weekly Early Help today'],
  [TODAY, 'Monday mornings', 'with Monday mornings today'],
  [TODAY, 'May', 'with May today'],
  [TODAY, 'May 2026', 'with May 2026 today'],
  [TODAY, 'May be too late', 'with may be too late today'],
  [TODAY, 'March past', 'with march past today'],
  [TODAY, 'Welsh', 'with Welsh today'],
  [TODAY, 'X-ray', 'with X-ray today'],
  [TODAY, 'T-shirts', 'with T-shirts today'],
  [TODAY, 'A4 forms', 'with A4 forms today'],
  [TODAY, 'EVERY week', 'with EVERY week today'],
  [TODAY, 'Bevan, whom Bevan knew', 'with Bevan, whom Bevan knew today'],
  [TODAY, '42 people.', 'with 42 people today'],
  [TODAY, '"Quite."', 'with "Quite." today'],
  // Full stops that stay.
  [TODAY, '3 p.m.', 'with 3 p.m. today'],
  ['at _.', '3 p.m.', 'at 3 p.m.'],
  [TODAY, 'Forms, etc.', 'with forms, etc. today'],
  [TODAY, 'Waiting...', 'with waiting... today'],
  [TODAY, 'Waiting…', 'with waiting… today'],
  // Several sentences.
  ['You said: _', 'It rained. We went in.', 'You said: It rained. We went in'],
  ['You said: _.', 'It rained. We went in.', 'You said: It rained. We went in.'],
  // Welsh, and languages that write nouns with a capital.
  [TODAY, 'Cyfarfodydd wythnosol.', 'with cyfarfodydd wythnosol today', 'cy'],
  [TODAY, "I'r ysgol.", "with i'r ysgol today", 'cy'],
  [TODAY, 'Y ciw.', 'with y ciw today', 'cy'],
  [TODAY, 'Dydd Llun', 'with dydd Llun today', 'cy'],
  [TODAY, 'Caerdydd.', 'with Caerdydd today', 'cy'],
  [TODAY, 'Llyfrau', 'with llyfrau today', 'cy'],
  [TODAY, 'Die Sitzung.', 'with Die Sitzung today', 'de'],
  [TODAY, 'La porte.', 'with La porte today', 'fr'],
  [TODAY, 'Über uns.', 'with über uns today', 'en']
]

describe('quoted words', () => {
  it.each(cases.map(([text, words, expected, language]) => ({ text, words, expected, language })))(
    'in $text: $words',
    ({ text, words, expected, language }) => expect(said(text, words, language)).toBe(expected)
  )

  const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('The', 'I', 'GP', '.', '…', ' ', '\n', 'etc.'))
  const words = fc.array(word, { maxLength: 6 }).map((parts) => parts.join(''))
  const around = fc.constantFrom('', ' ', 'so ', 'It is. ', '"', '**', '. ', ', ', '\n', ' I', ' The')

  it('lose nothing but a full stop and the capital of the first letter; done again, it changes nothing', () => {
    fc.assert(
      fc.property(words, around, around, fc.constantFrom('en', 'cy', 'de'), (typed, before, after, language) => {
        const place = placeOf(before, after)
        const once = fitted(typed, place, language)
        expect(fitted(once, place, language)).toBe(once)
        expect(once.charAt(0).toLowerCase()).toBe(typed.charAt(0).toLowerCase())
        expect(typed.slice(1).startsWith(once.slice(1))).toBe(true)
        expect(typed.slice(once.length).trim()).toMatch(/^\.?$/)
      }),
      { numRuns: runs(2000) }
    )
  })
})
