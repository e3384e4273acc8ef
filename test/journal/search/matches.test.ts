import { describe, expect, test } from 'vitest'
import { encodeEntry } from '../../../src/entry/codec.ts'
import { matchesIn } from '../../../src/journal/search/matches.ts'
import { fold, wordsOf } from '../../../src/text/folding.ts'
import { parseQuery } from '../../../src/journal/search/query.ts'
import { entryOf } from '../kit/entries.ts'

const story = [
  'The panel didn’t fund it. Trust grew slowly,',
  'in the public',
  'sphere, over a co\u2010operative’s lunch.',
  'Zo\u0065\u0308 said: “Whose value?”',
  'Costs: £3.50 (or 4*2).'
].join('\n')

/** The numbers of the matching lines; undefined if the entry does not match. */
async function found(args: readonly string[], answers: Record<string, string> = { story }) {
  return matchesIn(encodeEntry(entryOf(answers)), await parseQuery(args))?.map(({ prompt, line }) => [prompt?.id, line])
}

/** The number of an answer's first line, in an entry with one question. */
const top = encodeEntry(entryOf({ story })).split('\n').indexOf('The panel didn’t fund it. Trust grew slowly,') + 1

describe('a search of one entry', () => {
  test.each([
    [['trust'], [0]],
    [
      ['TRUST', 'lunch'],
      [0, 2]
    ],
    [['rust'], [0]],
    [["didn't"], [0]],
    [['co-operative'], [2]],
    [['public sphere'], [1, 2]],
    [['"public sphere" lunch'], [1, 2]],
    [['“public sphere”'], [1, 2]],
    [['zoë'], [3]],
    [['"Whose value?"'], [3]],
    [['4*2'], [4]],
    [['DIDN’T'], [0]],
    [['zoe\u0308'], [3]],
    [['zoe'], [3]],
    [
      ['ＺＯＥ', 'co—operative'],
      [2, 3]
    ],
    [['"ZOË said"'], [3]],
    [['£3.50'], [4]],
    [['/^Costs?: £[0-9]/'], [4]],
    [
      ['/whose.*\\?/', '/trust/'],
      [0, 3]
    ]
  ])('%j is found', async (args, lines) =>
    expect(await found(args)).toEqual(lines.map((line) => ['story', top + line]))
  )

  test.each([
    [['mistrust']],
    [['trust', 'absent']],
    [['sphere public']],
    [['"trust slowly"']],
    [['3x50']],
    [['/^trust/']]
  ])('%j is not found', async (args) => expect(await found(args)).toBeUndefined())

  test('words may be in answers to different questions', async () => {
    expect(await found(['alpha', 'beta'], { a: 'alpha', b: 'beta' })).toHaveLength(2)
  })

  test('front matter, markers and fixed headings are not searched', async () => {
    for (const word of ['reflect:story', 'pack_version', '5f0c1c1e', 'question'])
      expect(await found([word])).toBeUndefined()
  })

  test('matches in the title and the question are marked as such', async () => {
    const entry = encodeEntry(entryOf({ story: 'Tell me more.' }))
    const kinds = async (word: string) =>
      matchesIn(entry, await parseQuery([word]))?.map(({ inQuestion }) => inQuestion)
    // The question, the answer.
    expect(await kinds('tell')).toEqual([true, false])
    expect(await kinds('counts')).toEqual([true])
  })

  test('a text with a term has a word that contains its needle', async () => {
    const text = fold(`${story} οδος ὁδός STRAẞE so “café 🙂”`)
    for (const word of [
      "didn't",
      'TRUST',
      'zoë',
      '"public sphere"',
      'ΟΔΟΣ',
      'Straße',
      'ſo',
      'CAFÉ',
      '£3.50',
      '🙂',
      '…'
    ]) {
      const [term] = await parseQuery([word])
      if (term?.kind !== 'words') throw new RangeError(word)
      const isFound = term.find(text).length > 0
      expect(!isFound || wordsOf(text).some((one) => one.includes(term.needle))).toBe(true)
    }
  })

  test('a phrase of a question is found where its lines are broken', async () => {
    const entry = `${encodeEntry(entryOf({ story }))}\n<!-- reflect:b text -->\n## Next\n\n> One public\n> sphere more?\n\nYes.\n`
    expect(matchesIn(entry, await parseQuery(['"one public sphere more"']))?.map(({ text }) => text)).toEqual([
      '> One public',
      '> sphere more?'
    ])
  })

  test('spans are right where folding changes lengths', async () => {
    const entry = encodeEntry(entryOf({ story: 'In der Groß\u00aden Straße, o\u00adb\u00adlong, ﬁve' }))
    const pointedOut = async (word: string) => {
      const [match] = matchesIn(entry, await parseQuery([word])) ?? []
      return match?.spans.map(({ start, end }) => match.text.slice(start, end))
    }
    expect(await pointedOut('STRASSE')).toEqual(['Straße'])
    expect(await pointedOut('großen')).toEqual(['Groß\u00aden'])
    expect(await pointedOut('oblong')).toEqual(['o\u00adb\u00adlong'])
    expect(await pointedOut('five')).toEqual(['ﬁve'])
  })

  test.each(['\r\n', '\r'])('other line endings end lines: %j', async (end) => {
    const entry = encodeEntry(entryOf({ story: 'one\ntwo' })).replaceAll('\n', end)
    const matches = matchesIn(entry, await parseQuery(['"one two"']))
    expect(matches?.map(({ line, text }) => [entry.split(end)[line - 1], text])).toEqual([
      ['one', 'one'],
      ['two', 'two']
    ])
  })

  test('a long entry in which nearly everything is found takes no time', async () => {
    const long = 'a b c\n'.repeat(50_000)
    const matches = matchesIn(encodeEntry(entryOf({ story: long })), await parseQuery(['a', '/(?s)b.*/']))
    expect(matches?.filter(({ text }) => text === 'a b c')).toHaveLength(50_000)
  })

  test.each([[[]], [['']], [['  ']], [['""']]])('nothing to search for, %j, is refused', async (args) =>
    expect(parseQuery(args)).rejects.toThrow('Type what to search for')
  )

  test('an invalid pattern is refused with the reason', async () =>
    expect(parseQuery(['/(a/'])).rejects.toThrow('/(a/ cannot be read (missing closing ))'))

  test('a pattern that would hang a backtracking engine takes no time', async () => {
    expect(await found(['/(a+)+$x/'], { story: 'a'.repeat(20_000) })).toBeUndefined()
  })
})
