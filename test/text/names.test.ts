import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NameReplacer, namesIn, parseReplacement } from '../../src/text/names.ts'

describe('names in a text', () => {
  it.each([
    ['inside sentences', 'I met Amir and then Jo.', ['Amir', 'Jo']],
    ['not at the start of a sentence', 'Amir came. Jo left! Who? Zoë.\nSam too', []],
    ['of several words as one', 'We asked Amir Khan and Anne-Marie O’Brien.', ['Amir Khan', 'Anne-Marie O’Brien']],
    ['without what makes them possessive', "It was Jo's and James' and Zoë’s.", ['Jo', 'James', 'Zoë']],
    ['in brackets, after a comma and after a dash', 'They (Amir), Jo – Sam.', ['Amir', 'Jo', 'Sam']],
    [
      'after an address, with a full stop or not',
      'I rang Dr. Singh, Mrs Patel and J. Smith.',
      ['Singh', 'Patel', 'Smith']
    ],
    [
      'not days, months and abbreviations',
      'On Monday, in May, on Tue, on Sundays, the NHS, my GP, a PhD, two GPs.',
      []
    ],
    ['not "I"', "Then I said I'm late, and I’ll go.", []],
    ['not the first word of what somebody said', 'She said, "We have nothing." I asked: Why?', []],
    ['in a list and under markup', '- they and **Amir**\n- > with _Jo_', ['Amir', 'Jo']],
    ['with accents and in other alphabets', 'avec Élodie, с Ольгой, με τον Νίκο', ['Élodie', 'Ольгой', 'Νίκο']]
  ])('%s', (_, text, names) => {
    expect(namesIn(text, 'en-GB')).toEqual(names)
  })

  it.each([
    ['de', 'Ich sprach mit Frau Weber im Amt.', []],
    ['de-AT', 'Ich sprach mit Weber.', []],
    ['cy', 'Gwelais Gareth ddydd Llun ym mis Mawrth.', ['Gareth']],
    ['fr', 'Le lundi, en mars, avec Anne.', ['Anne']],
    ['no such tag!', 'I met Amir on Monday.', ['Amir']],
    ['ja', '田中さんに会った。', []]
  ])('in %s', (language, text, names) => {
    expect(namesIn(text, language)).toEqual(names)
  })
})

describe('replacing names', () => {
  const replaced = (text: string, ...typed: string[]) =>
    new NameReplacer(typed.flatMap((one) => parseReplacement(one) ?? [])).text(text)

  it.each([
    [
      'whole words',
      'of Jo, Jo! Joan joJo Jo2 banjo',
      'of a colleague, a colleague! Joan joJo Jo2 banjo',
      ['Jo=a colleague']
    ],
    ['what belongs to somebody', "with Jo's and Jo’s", "with a colleague's and a colleague’s", ['Jo=a colleague']],
    [
      'at the start of a sentence',
      'Jo came. Jo\n- Jo\n| Jo |',
      'A colleague came. A colleague\n- A colleague\n| A colleague |',
      ['Jo=a colleague']
    ],
    ['roles in either case', 'The porter and the porter.', 'A worker and a worker.', ['the porter=a worker']],
    ['in capitals', 'it was AMIR', 'it was X', ['Amir=X']],
    ['but not another word', 'may, May', 'may, X', ['May=X']],
    [
      'the longest first, without a chain',
      'to Jo Lee, Jo and Sam',
      'to Sam, Bo and Jo',
      ['Jo=Bo', 'Jo Lee=Sam', 'Sam=Jo']
    ],
    ['on two lines and in quotations', 'to Amir\n  Khan\n> by Amir\n> Khan', 'to X\n> by X', ['Amir Khan=X']],
    ['with any apostrophe', "of O'Brien, O’Brien", 'of X, X', ["O'Brien=X"]],
    ['escaped as Markdown', String.raw`of Jo\_B and Jo_B`, 'of X and X', ['Jo_B=X']],
    ['in both forms of Unicode', 'of Zoe\u0308 and Zo\u00eb', 'of X and X', ['Zo\u00eb=X']],
    ['in scripts without spaces', 'と田中さんが', 'と同僚さんが', ['田中=同僚']],
    ['with signs of patterns', 'of J.R. (Bob) $1', 'of X Y $1', ['J.R.=X', '(Bob)=Y']],
    ['by words with signs', '| of Jo |', String.raw`| of a\|b $& |`, ['Jo=a|b $&']]
  ])('%s', (_, text, expected, typed) => {
    expect(replaced(text, ...typed)).toBe(expected)
  })

  it.each(['', '=', 'Jo', 'Jo=', '=x', ' = ', 'Jo= \n'])('needs a name and words: %j', (typed) => {
    expect(parseReplacement(typed)).toBeUndefined()
  })

  it('are replaced with a small letter only where an answer may be quoted', () => {
    const names = new NameReplacer([{ name: 'Jo', by: 'a colleague' }])
    expect(names.quoting('What about jo, and Jo?')).toBe('What about a colleague, and a colleague?')
    expect(names.text('Three jo')).toBe('Three jo')
    const known = new NameReplacer([{ name: 'Amir Khan', by: 'a colleague' }])
    expect(known.quoting('What about Amir Khan?')).toBe('What about a colleague?')
  })

  it('in tags and names of files, in any case and with any sign between the words', () => {
    const names = new NameReplacer([{ name: 'Amir Khan', by: 'a colleague' }])
    expect(names.label('2026-11-28-amir-khan-2')).toBe('2026-11-28-a-colleague-2')
    expect(names.label('Call with AMIR khan')).toBe('Call with a colleague')
    expect(names.label('amirkhan')).toBe('amirkhan')
  })

  it('leaves no such word in any text', () => {
    const word = fc.constantFrom('Jo', 'Amir', 'x', '.', '\n', '- ', "'s", '*', '|', 'JO', 'Joan', '“', '日')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = replaced(words.join(' '), 'Jo=a friend', 'Amir=Jonas')
        expect(text).not.toMatch(/\b(?:Jo|JO|Amir)\b/)
        expect(replaced(text, 'Zed=x')).toBe(text)
      })
    )
  })
})
