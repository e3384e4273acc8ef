import { describe, expect, it } from 'vitest'
import { shipped, wordsIn } from '../../src/words/index.ts'
import type { Words } from '../../src/words/index.ts'

const english = wordsIn('en')
const others = shipped
  .filter((language) => language !== 'en')
  .map((language) => ({ language, words: wordsIn(language) }))

/** A sentence, or what makes one, by its path. */
type Leaf = readonly [path: string, value: unknown]

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, `${path}.${key}`))
}

/** What may be typed is not said, and differs in number; how words are joined is the language's own. */
const isSaid = ([path]: Leaf) => !/^\.(?:days\.spoken\.|walk\.typed\.|entry\.and$)/.test(path)

/** Everything that a sentence may be made of, each to be found again in it. */
const values = [7, 5, 'Zwx', ['Zab', 'Zcd'], [], true, false, undefined] as const

/** For sentences that take one thing with names. */
const found = {
  after: 'Z1',
  before: 'Z2',
  entries: 11,
  exercises: 12,
  file: 'Z3',
  first: 'Z4',
  from: 13,
  id: 'z5',
  key: 'Z6',
  known: ['Z7', 'Z8'],
  label: 'Z9',
  least: 14,
  limit: 15,
  line: 16,
  low: 'Za',
  high: 'Zb',
  max: 17,
  min: 18,
  most: 19,
  name: 'Zc',
  near: [],
  now: 'Zd',
  one: 'Ze',
  other: 'Zf',
  operator: 'Zg',
  part: 'Zh',
  rest: 'Zi',
  shown: 'Zj',
  sign: 'Zk',
  source: 'Zl',
  text: 'Zm',
  to: 20,
  type: 'Zn',
  value: 'Zo',
  words: 21,
  count: 22,
  expected: ['string'],
  many: true,
  title: 'Zp',
  language: 'cy',
  author: 'Zq',
  is: 23,
  what: 'Zr',
  why: 'Zs',
  added: 24,
  merged: 25,
  differs: 26,
  refused: 27,
  wordless: 28,
  left: 29,
  columns: 30,
  rows: 31,
  isTTY: true,
  color: true,
  unicode: true,
  plain: false
}

const misuses = 'unknown-option unknown-command no-argument no-value too-many wrong-value conflict other'.split(' ')

const faults = (
  'not-text not-a-list not-a-choice not-a-rating not-ratings not-a-table not-a-row not-gaps not-a-plan not-a-number ' +
  'not-whole not-a-date not-yes-no no-answer-here broken-text empty unknown-option unknown-statement unknown-column ' +
  'unknown-row unknown-gap repeated missing several-lines no-other-here too-few too-many too-few-rows too-many-rows ' +
  'too-few-picks too-many-picks too-small too-large too-early too-late'
).split(' ')

/** Calls with up to four arguments, of every kind. */
const calls: readonly (readonly unknown[])[] = [
  ...misuses.map((kind) => [{ ...found, kind }]),
  ...faults.map((code) => [{ ...found, code }]),
  [found, 3],
  ...values.flatMap((a) => values.flatMap((b) => values.flatMap((c) => values.map((d) => [a, b, c, d]))))
]

/** What a call gives, as text; undefined where it cannot be called so. */
function said(sentence: (...args: readonly unknown[]) => unknown, args: readonly unknown[]): string | undefined {
  try {
    const made = sentence(...args)
    const text = typeof made === 'string' ? made : JSON.stringify(made)
    return /undefined|NaN|\[object|null/.test(text) ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Names, figures and commands that a text mentions: what any language has to mention. */
function mentioned(text: string): string[] {
  return [...new Set(text.match(/Z\w+|\d+|--[a-z-]+|"reflect [a-z -]*[a-z]"|[A-Z]+_[A-Z]+/g))].toSorted()
}

describe.each(others)('the words of $language', ({ language, words }) => {
  const own = new Map(leavesOf(words).filter(isSaid))

  it('have a sentence for every one in English, and no more', () => {
    expect([...own.keys()].toSorted()).toEqual(
      leavesOf(english)
        .filter(isSaid)
        .map(([path]) => path)
        .toSorted()
    )
  })

  it('are said in the same way, and mention the same', () => {
    const wrong: string[] = []
    for (const [path, sentence] of leavesOf(english).filter(isSaid)) {
      const other = own.get(path)
      if (typeof sentence !== typeof other) wrong.push(`${path}: ${typeof other}`)
      if (typeof sentence === 'string' && typeof other === 'string' && !isExample(path) && differs(sentence, other))
        wrong.push(`${path}: ${other}`)
      if (typeof sentence !== 'function' || typeof other !== 'function' || isExample(path)) continue
      for (const args of calls) {
        const text = said(sentence as () => unknown, args)
        const otherText = text === undefined ? '' : said(other as () => unknown, args)
        if (text === undefined) continue
        if (otherText === undefined) wrong.push(`${path}(${JSON.stringify(args)}): nothing`)
        else if (differs(text, otherText)) wrong.push(`${path}(${JSON.stringify(args)}): ${otherText}`)
        if (wrong.length > 20) break
      }
    }
    expect(wrong).toEqual([])
  })

  it('are not English', () => {
    const same = leavesOf(english).filter(
      ([path, sentence]) =>
        typeof sentence === 'string' && /[a-z]{2} [a-z]{2}/.test(sentence) && own.get(path) === sentence
    )
    expect(same).toEqual([])
  })

  it('fit a terminal of 80 columns in the topics of the help', () => {
    const lines = Object.values(words.commands.topics).flatMap((topic) => topic.split('\n'))
    expect(lines.filter((line) => line.length > 78)).toEqual([])
  })

  it(`call themselves ${language}`, () => {
    expect(words.language.split('-')[0]).toBe(language)
  })
})

function differs(one: string, other: string): boolean {
  return mentioned(one).join() !== mentioned(other).join()
}

/** Words that are an example of what might be, and so others in every language. */
function isExample(path: string): boolean {
  return [
    '.commands.topics.',
    '.newPack.exercise',
    '.newPack.manifest',
    '.commands.filters.notADay',
    '.journal.nothingToSearch'
  ].some((begin) => path.startsWith(begin))
}

/** What Intl, which takes longer at its first use than a whole start, says of numbers and days. */
describe.each(shipped)('figures and days in %s', (language) => {
  const words: Words = wordsIn(language)

  it('are written as Intl writes them', () => {
    const style = new Intl.DateTimeFormat(words.language, { dateStyle: 'long', timeZone: 'UTC' })
    const month = new Intl.DateTimeFormat(words.language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
    for (let number = 0; number < 12; number++) {
      const date = new Date(Date.UTC(2026, number, 3 + number))
      expect(words.days.inWords(date.toISOString().slice(0, 10))).toBe(style.format(date))
      expect(words.days.monthInWords(date.toISOString().slice(0, 7))).toBe(month.format(date))
    }
    const figures = new Intl.NumberFormat(words.language)
    for (const number of [0, 9, 999, 1000, 12_345, 1_234_567])
      expect(words.commands.entriesSoFar(number)).toContain(figures.format(number))
  })

  it('part thousands in the account of an import', () => {
    const many = { added: 1001, merged: 1002, known: 1003, differs: 1004, refused: 1005, wordless: 1006, left: 1007 }
    expect(wordsIn(language).import.account(many)).not.toMatch(/\d{4}/)
  })

  it('abbreviate months and days of the week as Intl does', () => {
    const short = new Intl.DateTimeFormat(words.language, { weekday: 'short', timeZone: 'UTC' })
    const monday = Date.UTC(2026, 10, 23)
    expect(words.days.weekdaysShort).toEqual(
      Array.from({ length: 7 }, (_, day) => short.format(new Date(monday + day * 86_400_000)))
    )
  })
})

describe('Welsh numbers', () => {
  const { entriesSoFar } = wordsIn('cy').commands

  it.each([
    [0, '0 cofnod'],
    [1, '1 cofnod'],
    [2, '2 gofnod'],
    [3, '3 chofnod'],
    [4, '4 cofnod'],
    [6, '6 chofnod'],
    [21, '21 cofnod']
  ])('mutate the noun as CLDR’s categories demand: %d', (number, text) => {
    expect(entriesSoFar(number)).toBe(text)
  })

  it('know the six categories of CLDR', () => {
    const rules = new Intl.PluralRules('cy')
    const seen = new Map<string, string>()
    for (let number = 0; number < 200; number++) {
      const noun = entriesSoFar(number).replace(/^\d+ /, '')
      const category = rules.select(number)
      expect(noun).toBe(seen.get(category) ?? noun)
      seen.set(category, noun)
    }
    expect(seen.size).toBe(6)
  })
})
