import { describe, expect, it } from 'vitest'
import { shipped, wordsIn } from '../../src/words/index.ts'
import type { Words } from '../../src/words/index.ts'
import { callsOfSentences, COUNTS } from './kit/calls.ts'

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
const isSaid = ([path]: Leaf) => !/^\.(?:days\.spoken\.|walk\.typed\.|entry\.(?:and$|days\.|typed\.))/.test(path)

const calls = callsOfSentences()

/** What a call gives, as text. */
function said(sentence: unknown, args: readonly unknown[]): string {
  if (typeof sentence !== 'function') throw new TypeError('not a function')
  const made: unknown = Reflect.apply(sentence, undefined, args)
  return typeof made === 'string' ? made : JSON.stringify(made)
}

/** Names, figures and commands that a text mentions: what any language has to mention. Small counts may be words. */
function mentioned(text: string): string[] {
  const all = new Set(text.match(/Z\w+|\d+|--[a-z-]+|"reflect [a-z -]*[a-z]"|[A-Z]+_[A-Z]+/g))
  for (const count of COUNTS) all.delete(String(count))
  return [...all].toSorted()
}

/** Sentences that are left out where there is nothing to say. */
const MAY_BE_EMPTY = new Set([
  '.packPage.all',
  '.packPage.any',
  '.walk.rich.number.range',
  '.walk.rich.pick.more',
  '.walk.rich.table.added',
  '.walk.rich.table.rows'
])

describe.each(shipped)('every sentence in %s', (language) => {
  const own = leavesOf(wordsIn(language))

  it('says something in each call that its type allows', () => {
    const sentences = own.filter(([, sentence]) => typeof sentence === 'function')
    expect(sentences.map(([path]) => path).toSorted()).toEqual([...calls.keys()].toSorted())
    const wrong = sentences.flatMap(([path, sentence]) =>
      calls.get(path)!.flatMap((args) => {
        const text = said(sentence, args)
        const isMissing = text === '' && !MAY_BE_EMPTY.has(path)
        return isMissing || /undefined|NaN|null|\[object/.test(text)
          ? [`${path}(${JSON.stringify(args)}): ${text}`]
          : []
      })
    )
    expect(wrong).toEqual([])
  })

  it('is not always empty', () => {
    const empty = own.filter(([path, sentence]) =>
      typeof sentence === 'function' ? calls.get(path)?.every((args) => said(sentence, args) === '') : sentence === ''
    )
    expect(empty).toEqual([])
  })
})

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
    for (const [path, sentence] of leavesOf(english).filter((leaf) => isSaid(leaf) && !isExample(leaf[0]))) {
      const other = own.get(path)
      for (const args of calls.get(path) ?? [undefined]) {
        const [text, otherText] =
          args === undefined ? [String(sentence), String(other)] : [said(sentence, args), said(other, args)]
        if (differs(text, otherText)) wrong.push(`${path}(${JSON.stringify(args)}): ${otherText}`)
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
    const many = {
      added: 1001,
      merged: 1002,
      known: 1003,
      replaced: 1008,
      differs: 1004,
      refused: 1005,
      wordless: 1006,
      left: 1007
    }
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
