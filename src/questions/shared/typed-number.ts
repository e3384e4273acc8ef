/** Reads numbers as people write them. Pure. */
import { memoize } from '../../util/memoize.ts'
import { asciiDigits } from '../../util/digits.ts'

/** The context in which a number is read. */
export interface NumberContext {
  /** The BCP 47 tag of the pack's language. One that is not known counts as English. */
  readonly language: string
  /** The unit of the prompt. */
  readonly unit?: string | undefined
}

/** The result: numbers are finite and never -0; the readings are different, the one with a decimal sign is first. */
export type TypedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'none' }

/** The longest text that is read. */
const MOST = 1000

/**
 * The number that a text holds. Never throws, and takes time in proportion to the text.
 *
 * Accepted: digits of any script; a sign; thousands separated by a space of any width, a comma, a point, an apostrophe
 * or the language's own sign; a decimal point, comma or the language's own sign; `½`, `2½`; `1.5e3`; the unit before or
 * after, singular or plural; the sign of a currency that the unit names, or of any if there is no unit.
 *
 * Two different separators, or one that is repeated, have one reading: `1.234,5`, `1,234.5`, `1.000.000`. A single comma
 * or point is a decimal sign (`1,5`, `0.125`, `1.0000`), unless exactly three digits follow it and one to three, not
 * beginning with 0, precede it. Then:
 * - the language's thousands separator separates thousands: in English `1,500` is 1500;
 * - anything else is ambiguous, the language's decimal sign included: in English `1.000` is 1 or 1000, as is `1,000` in
 *   German, and `1.000` in French, which uses neither sign for thousands.
 * With more than three digits before it, the language's thousands separator is ambiguous too: `1234,567` in English.
 *
 * Not accepted: whole numbers beyond 2^53 - 1, which cannot be stored exactly.
 */
export function readNumber(text: string, { language, unit = '' }: NumberContext): TypedNumber {
  if (text.length > MOST) return { kind: 'none' }
  const plain = folded(text)
  for (const each of [plain, ...withoutUnit(plain, folded(unit))]) {
    const [value, other] = signedValues(each, language).map((found) => (found === 0 ? 0 : found))
    if (value !== undefined)
      return other === undefined ? { kind: 'number', value } : { kind: 'ambiguous', readings: [value, other] }
  }
  return { kind: 'none' }
}

/** The text in one form: lower case, digits 0 to 9, plain spaces and apostrophes, no invisible characters. */
function folded(text: string): string {
  const plain = asciiDigits(text.replaceAll(/\p{Cf}/gu, ''))
    .trim()
    .replaceAll(/[^\S\n\r]+/g, ' ')
    .toLowerCase()
  return plain.replaceAll('’', "'").replaceAll(/[\uff0c\uff0e]/g, (sign) => sign.normalize('NFKC'))
}

/** The names of the signs that stand for a unit, in English and Welsh. */
const signNames: ReadonlyMap<string, RegExp> = new Map([
  ['£', /\b(?:pounds?|sterling|gbp|[pb]unt|[pb]unnoedd)\b/],
  ['€', /\b(?:euros?|ewros?|eur)\b/],
  ['$', /\b(?:dollars?|d?doler[iu]?|usd|aud|cad|nzd)\b/],
  ['¥', /\b(?:yen|yuan|jpy|cny)\b/],
  ['₹', /\b(?:rupees?|inr)\b/],
  ['%', /\b(?:per ?cent|percentage|y cant)\b/]
])

/** What may be left of a text without a unit before or after the number. The sign of the number stays in front. */
function withoutUnit(text: string, unit: string): string[] {
  const [, minus = '', rest = ''] = /^([-+\u2212\u2013\uff0d\uff0b]?)(.*)$/s.exec(text) ?? []
  const said = rest.replace(/(?<=\D)\.$/, '')
  const [sign] = /\p{Sc}|%/u.exec(said) ?? []
  const isKnown =
    sign !== undefined && (unit === '' ? sign !== '%' : unit.includes(sign) || signNames.get(sign)?.test(unit) === true)
  return [...(unit === '' ? [] : formsOf(unit)), ...(isKnown ? [sign] : [])].flatMap((form) => {
    const [before, after] = [said.slice(0, -form.length), said.slice(form.length)]
    return [
      // A unit that has digits is separated from the number.
      ...(said.endsWith(form) && !(/\d$/.test(before) && /^\d/.test(form)) ? [minus + before.trimEnd()] : []),
      ...(said.startsWith(form) && !(/\d$/.test(form) && /^\d/.test(after)) ? [minus + after.trimStart()] : [])
    ]
  })
}

/** A unit with its first or last word in the singular and in the plural, by the rules of English. */
function formsOf(unit: string): string[] {
  const words = unit.split(' ')
  return [0, words.length - 1].flatMap((index) => {
    const word = words[index] ?? ''
    if (word.length < 3) return [unit]
    const stems = [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
    const plurals = /\p{L}$/u.test(word) ? [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')] : []
    return [...new Set([...stems, ...plurals])].map((form) => words.with(index, form).join(' '))
  })
}

/** The readings of a number that may have a sign. */
function signedValues(text: string, language: string): number[] {
  const [, sign = '', digits = ''] = /^([-+\u2212\u2013\uff0d\uff0b]?)(.*)$/s.exec(text) ?? []
  const factor = /[-\u2212\u2013\uff0d]/.test(sign) ? -1 : 1
  return unsignedValues(digits, language).map((value) => value * factor)
}

/** The readings of a number without a sign; empty if it is not one. */
function unsignedValues(text: string, language: string): number[] {
  if (/^(?:\d+(?:\.\d*)?|\.\d+)e[-+]?\d{1,3}$/.test(text)) return [Number(text)].filter(Number.isFinite)
  const [, before = '0', fraction] = /^(?:(\d+) ?)?(\p{No})$/u.exec(text) ?? []
  // The compatibility form of a fraction is its digits around U+2044, FRACTION SLASH.
  const [, over, under] = /^(\d+)\u2044(\d+)$/.exec(fraction?.normalize('NFKD') ?? '') ?? []
  if (under !== undefined) return [Number(before) + Number(over) / Number(under)].filter(isExact)
  return separated(text.split(/\D/u), text.match(/\D/gu) ?? [], language)
}

/** Whether JavaScript tells a number's whole part from the next one. */
function isExact(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER
}

/** The readings of groups of digits with separators between them, by the rules of `readNumber`. */
function separated(groups: readonly string[], separators: readonly string[], language: string): number[] {
  const [first = ''] = groups
  const last = separators.at(-1)
  if (last === undefined) return first === '' ? [] : [Number(first)].filter(isExact)
  const signs = signsOf(language)
  const [whole, fraction = ''] = [groups.slice(0, -1), groups.at(-1)]
  const isDecimal =
    (last === signs.decimal || /[.,\u066b]/.test(last)) &&
    !separators.slice(0, -1).includes(last) &&
    // `5.` and `.5` are numbers, `.` is not.
    (fraction === '' ? first !== '' && (last === '.' || last === signs.decimal) : first !== '' || whole.length === 1) &&
    isGrouped(whole, separators.slice(0, -1), signs)
  const asDecimal = isDecimal ? [Number(`${whole.join('')}.${fraction}`)].filter(isExact) : []
  const asWhole = isGrouped(groups, separators, signs) ? [Number(groups.join(''))].filter(isExact) : []
  if (asDecimal.length === 0 || asWhole.length === 0) return [...asDecimal, ...asWhole]
  const isShort = first.length <= 3
  if (last === signs.thousands) return isShort ? asWhole : [...asDecimal, ...asWhole]
  return isShort ? [...asDecimal, ...asWhole] : asDecimal
}

/** Whether separators of one kind are where those of thousands are. */
function isGrouped(groups: readonly string[], separators: readonly string[], signs: Signs): boolean {
  const [separator] = separators
  if (separator === undefined) return true
  const [first = '', ...others] = groups
  return (
    (separator === signs.thousands || /[ ,.'\u066c]/.test(separator)) &&
    separators.every((each) => each === separator) &&
    /^[1-9]/.test(first) &&
    (first.length <= 3 || separators.length === 1) &&
    others.every(({ length }, index) => length === (index === others.length - 1 ? 3 : signs.inner))
  )
}

/** How a language writes numbers. */
interface Signs {
  readonly decimal: string
  readonly thousands: string
  /** The size of the groups before the last: 2 in India, 3 elsewhere. */
  readonly inner: number
}

/** The first use of Intl is slow, so it waits until a number with a separator is read. */
const signsOf = memoize((language): Signs => {
  const parts = new Intl.NumberFormat(knownLanguage(language)).formatToParts(1_234_567.5)
  const textOf = (wanted: string) => folded(` ${parts.find(({ type }) => type === wanted)?.value ?? ''} `)
  const [, inner = '567'] = parts.filter(({ type }) => type === 'integer').map(({ value }) => asciiDigits(value))
  return { decimal: textOf('decimal'), thousands: textOf('group') || ' ', inner: inner.length }
})

function knownLanguage(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en'
  } catch (error) {
    if (error instanceof RangeError) return 'en'
    throw error
  }
}
