import { UsageError } from '../errors.ts'

/** What is searched for: entries that hold every one of its terms. */
export type Query = readonly Term[]

/** A word, a phrase or a pattern. */
interface Term {
  /** Where it stands in a (normalised) text, in order. */
  readonly find: (text: string) => readonly Span[]
  /** A part of it that every text which holds it has, once folded; '' where there is none. */
  readonly needle: string
}

/** A place in a text, in UTF-16 units; the end is not part of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Reads what was typed after `search`: words, "phrases" and `/patterns/` (RE2's syntax). What the shell passes as one
 * argument with spaces in it is a phrase, unless it holds quotation marks itself. Capitals do not matter, nor does which sort of apostrophe,
 * quotation mark or hyphen was typed, nor where a phrase is broken into lines.
 *
 * @throws UsageError for no words at all, or a pattern that does not read.
 */
export async function parseQuery(args: readonly string[]): Promise<Query> {
  const terms = await Promise.all(args.flatMap(partsOf).map(termOf))
  if (terms.length === 0) throw new UsageError(({ journal }) => journal.nothingToSearch)
  return terms
}

type Part = { readonly kind: 'words' | 'pattern'; readonly text: string }

function partsOf(arg: string): Part[] {
  const pattern = /^\/(.+)\/$/su.exec(arg)?.[1]
  if (pattern !== undefined) return [{ kind: 'pattern', text: pattern }]
  if (!/["“”]/.test(arg)) return arg.trim() === '' ? [] : [{ kind: 'words', text: arg.trim() }]
  return [...arg.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'words', text }))
}

async function termOf({ kind, text }: Part): Promise<Term> {
  return kind === 'pattern' ? patternTerm(text) : wordsTerm(text)
}

/** Signs that are typed in more than one way. */
const alike = ["'‘’ʼ", '"“”', '-‐‑–']

function wordsTerm(text: string): Term {
  const source = [...normalised(text)]
    .map((character) => {
      const others = alike.find((set) => set.includes(character))
      return others === undefined ? escaped(character) : `[${others.replace('-', '\\-')}]`
    })
    .join('')
    .replaceAll(/\s+/g, '\\s+')
  // Without alternatives or nested repeats, so that it takes linear time.
  const expression = new RegExp(source, 'giu')
  return {
    find: (within) =>
      [...within.matchAll(expression)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    needle: longest(folded(text).split(/[^\p{L}\p{N}]+/u))
  }
}

/** Patterns run on RE2's automata, whose time is linear: none can hang the search (https://swtch.com/~rsc/regexp/). */
async function patternTerm(source: string): Promise<Term> {
  const { RE2JS } = await import('re2js')
  try {
    const pattern = RE2JS.compile(normalised(source), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
    return { find: (text) => [...spansOf(pattern.matcher(text))], needle: '' }
  } catch (error) {
    throw new UsageError(({ journal }) => journal.notAPattern(source, faultIn(error)), { cause: error })
  }
}

/** What is wrong with a pattern, without what the library says around it. */
function faultIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^error parsing regexp: /, '').replace(/: `[^`]*`$/, '')
}

function* spansOf(matcher: { find(): boolean; start(): number; end(): number }): Generator<Span> {
  while (matcher.find()) if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end() }
}

/** A text in the one of Unicode's forms in which it is searched. */
export function normalised(text: string): string {
  return text.normalize('NFC')
}

/** A text in which needles are looked for: without the differences that a search does not mind. */
export function folded(text: string): string {
  return normalised(text).toLowerCase().replaceAll('ſ', 's').replaceAll('ς', 'σ')
}

function longest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b.length > a.length ? b : a), '')
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
}
