import { fitted } from './fit.ts'
import { startsSentence } from './sentence-start.ts'

/*
 * Names of people in texts: found by a rule of thumb, and replaced. Neither makes a text anonymous: a text also shows by places, dates
 * and events who someone is.
 */

/**
 * A word of several letters, or the end of one, from a capital on, with the apostrophes and hyphens inside it. The characters of ASCII that
 * are no capitals are left out first, because a search for properties takes three times as long.
 */
const FROM_CAPITAL = /(?=[^\0-@[-\x7f])[\p{Lu}\p{Lt}](?:['’ʼ-]?[\p{L}\p{M}\p{N}])+/gu
/** At the start of a word: the word before it, and what is between them. */
const BEFORE = /(?<=([\p{L}\p{M}\p{N}](?:['’ʼ-]?[\p{L}\p{M}\p{N}])*)([^\p{L}\p{M}\p{N}]+))/uy
/** A capital with a small letter after it, or after an apostrophe as in O'Brien. Abbreviations such as NHS and PhD do not match. */
const CAPITALISED = /^(?!\p{Lu}\p{Ll}\p{Lu}+$)[\p{Lu}\p{Lt}](?:\p{M}*[\p{Ll}\p{Lo}]|['’ʼ]\p{Lu}\p{Ll})/u
/** Between two words: the end of a sentence or a line, or the start of direct speech. */
const BREAK = /[.!?…:|\n]|["“„«‘']$/u
/** Words before a name, with or without a full stop. */
const ADDRESS = /^(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Rev|Cllr|Sgt|Sir|Dame|Lord|Lady|St)$/
/** Languages that capitalise every noun. */
const NOUNS_CAPITALISED = /^(?:de|lb|gsw|nds|ksh|bar|swg|pdc|pdt|pfl|hrx)(?:-|$)/i

/** The capitalised names inside the sentences of a text, in order, as often as they occur. Neighbouring ones are one name. */
export function namesIn(text: string, language: string): readonly string[] {
  if (NOUNS_CAPITALISED.test(language)) return []
  const names: { name: string; end: number }[] = []
  for (const { 0: whole, index } of text.matchAll(FROM_CAPITAL)) {
    const word = withoutGenitive(whole)
    if (!CAPITALISED.test(word) || !isInSentence(text, index) || isCalendar(word, language) || ADDRESS.test(word))
      continue
    const last = names.at(-1)
    const end = index + word.length
    if (last !== undefined && /^[ \u00a0]$/.test(text.slice(last.end, index)))
      names.splice(-1, 1, { name: `${last.name} ${word}`, end })
    else names.push({ name: word, end })
  }
  return names.map(({ name }) => name)
}

function withoutGenitive(word: string): string {
  return word.replace(/['’ʼ](?:s|S)?$/u, '')
}

/** Whether a word starts at an index, and its sentence before it. */
function isInSentence(text: string, index: number): boolean {
  BEFORE.lastIndex = index
  const [, before = '', gap = ''] = BEFORE.exec(text) ?? []
  const word = withoutGenitive(before)
  if (word === '' || /^['’-]$/.test(gap)) return false
  return !BREAK.test(gap) || isAbbreviated(word, gap)
}

/** Whether a full stop after a word belongs to the word: "Dr. Singh", "J. Smith". */
function isAbbreviated(word: string, gap: string): boolean {
  return /^\.\s*$/.test(gap) && (ADDRESS.test(word) || /^\p{Lu}$/u.test(word))
}

const calendars = new Map<string, ReadonlySet<string>>()

/** The names of days and months, long and short, in a language and in those that the program speaks. In lower case. */
function calendarWords(language: string): ReadonlySet<string> {
  const known = calendars.get(language)
  if (known !== undefined) return known
  const words = new Set([...localesOf(language), 'en-GB', 'cy'].flatMap(calendarOf).map((word) => word.toLowerCase()))
  calendars.set(language, words)
  return words
}

/** Also of several: "on Sundays". */
function isCalendar(word: string, language: string): boolean {
  const calendar = calendarWords(language)
  const name = word.toLowerCase()
  return calendar.has(name) || calendar.has(name.replace(/s$/, ''))
}

/** The language, unless its tag was changed by hand to one that does not exist. */
function localesOf(language: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(language)
  } catch {
    return []
  }
}

function calendarOf(language: string): string[] {
  return (['long', 'short'] as const).flatMap((style) => {
    const day = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
    const month = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
    const numbers = Array.from({ length: 12 }, (_, number) => number)
    return numbers.flatMap((number) => [day.format(Date.UTC(2026, 0, number)), month.format(Date.UTC(2026, number, 1))])
  })
}

/** What to put in the place of a name. */
export interface Replacement {
  readonly name: string
  readonly by: string
}

/** Reads `NAME=a colleague`; undefined if either side is empty. White space counts as one space. */
export function parseReplacement(typed: string): Replacement | undefined {
  const [name = '', ...rest] = typed.split('=').map((part) => part.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
  const by = rest.join('=')
  return name === '' || by === '' ? undefined : { name, by }
}

/** Replaces names in texts: as whole words, the longest first, all in one pass, so that no replacement is replaced again. */
export class NameReplacer {
  readonly #by: readonly string[]
  readonly #inText: RegExp
  readonly #inQuoting: RegExp
  readonly #inLabels: RegExp

  constructor(replacements: readonly Replacement[]) {
    const sorted = replacements.toSorted((a, b) => b.name.length - a.name.length)
    this.#by = sorted.map(({ by }) => by)
    this.#inText = patternOf(sorted, spellings, 'gu')
    this.#inQuoting = patternOf(sorted, (one) => [...spellings(one), asQuoted(one)], 'gu')
    this.#inLabels = patternOf(sorted, ({ name }) => [name], 'giu')
  }

  /**
   * Markdown with the names replaced. At the start of a sentence, a replacement begins with a capital as the name did; in a row of
   * a table it stays in its cell.
   */
  text(text: string): string {
    return this.#inMarkdown(text, this.#inText)
  }

  /** As `text`, for words that may quote an answer: also where a name has got a small letter inside a sentence. */
  quoting(text: string): string {
    return this.#inMarkdown(text, this.#inQuoting)
  }

  #inMarkdown(text: string, pattern: RegExp): string {
    return this.#replaced(text, pattern, (by, found, index) => {
      const words = isCapital(found) && startsSentence(text, index) ? capitalised(by) : by
      return isInRow(text, index) ? words.replaceAll('|', '\\|') : words
    })
  }

  /** A tag or the name of a file with the names replaced, whatever their case, and with any sign between their words. */
  label(label: string): string {
    return this.#replaced(label, this.#inLabels, (by) => (label.includes(' ') ? by : by.replaceAll(/\s+/g, '-')))
  }

  #replaced(text: string, pattern: RegExp, write: (by: string, found: string, index: number) => string): string {
    if (this.#by.length === 0) return text
    return text.replaceAll(pattern, (found: string, ...rest: unknown[]) => {
      const groups = rest.slice(0, this.#by.length)
      const by = this.#by[groups.findIndex((group) => group !== undefined)] ?? ''
      return write(by, found, Number(rest[this.#by.length]))
    })
  }
}

/** A pattern with a group for each name. */
function patternOf(
  replacements: readonly Replacement[],
  spell: (replacement: Replacement) => readonly string[],
  flags: string
): RegExp {
  const groups = replacements.map((replacement) => {
    const forms = spell(replacement).flatMap((name) => [name.normalize('NFC'), name.normalize('NFD')])
    const sources = [...new Set(forms)].map((form) => bordered(form, flags.includes('i')))
    return `(${sources.join('|')})`
  })
  return new RegExp(groups.join('|'), flags)
}

/** A name as it is, with a capital if it begins with a small letter, and in capitals. */
function spellings({ name }: Replacement): readonly string[] {
  return [name, capitalised(name), name.toUpperCase()]
}

/** A name as a question quotes it inside a sentence. */
function asQuoted({ name }: Replacement): string {
  return fitted(capitalised(name), { isInside: true, then: 'nothing' }, 'en')
}

/** Scripts that put no space between words. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'

/**
 * The pattern of a name as a whole word. Its apostrophes may be of any kind, its punctuation may be escaped as in Markdown, and its
 * words may stand on two lines, also of a quotation.
 */
function bordered(name: string, isLabel: boolean): string {
  const space = isLabel ? '[\\s_.-]+' : '(?:\\s+(?:>\\s*)*)'
  const source = Array.from(name, (character) => {
    if (/\s/.test(character)) return space
    if (/['’ʼ]/.test(character)) return "\\\\?['’ʼ]"
    // By its number, because a backslash before every sign is not allowed.
    return /[!-/:-@[-`{-~]/.test(character) ? `\\\\?\\u{${character.charCodeAt(0).toString(16)}}` : character
  }).join('')
  const isWord = (character: string | undefined) =>
    character !== undefined && new RegExp(`^(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]`, 'u').test(character)
  const before = isWord(Array.from(name)[0]) ? '(?<![\\p{L}\\p{M}\\p{N}])' : ''
  const after = isWord(Array.from(name).at(-1)) ? '(?![\\p{L}\\p{M}\\p{N}])' : ''
  return `${before}${source}${after}`
}

function isCapital(text: string): boolean {
  return /^\\?[\p{Lu}\p{Lt}]/u.test(text)
}

function isInRow(text: string, index: number): boolean {
  return text.startsWith('|', text.lastIndexOf('\n', index - 1) + 1)
}

function capitalised(text: string): string {
  const [first = '', ...rest] = Array.from(text)
  return first.toUpperCase() + rest.join('')
}
