import { UsageError } from '../../context/errors.ts'
import { fold, nfc, wordsOf, type TextSpan } from '../../text/folding.ts'

/** A query matches the entries that contain all of its terms. */
export type Query = readonly Term[]

/** A word, a phrase or a pattern. */
type Term =
  | {
      readonly kind: 'words'
      /** Its occurrences in a folded text, in order. */
      readonly find: Find
      /** Its longest word, folded: every folded text with the term has a word that contains it. '' if the term has no word. */
      readonly needle: string
    }
  | {
      readonly kind: 'pattern'
      /** Its occurrences in an NFC text, in order. */
      readonly find: Find
    }

type Find = (text: string) => readonly TextSpan[]

/**
 * Reads the arguments of `search`: words, "phrases" and `/patterns/` (in RE2 syntax). An argument with spaces is a phrase,
 * unless it contains quotation marks. Words and phrases are folded, and a phrase may be broken into lines. Patterns ignore
 * only case.
 *
 * @throws UsageError if there is no term, or a pattern is invalid.
 */
export async function parseQuery(args: readonly string[]): Promise<Query> {
  const terms = await Promise.all(
    args.flatMap(typedTerms).map(({ kind, text }) => (kind === 'pattern' ? patternTerm(text) : wordsTerm(text)))
  )
  if (terms.length === 0) throw new UsageError(({ journal }) => journal.nothingToSearch)
  return terms
}

type TypedTerm = { readonly kind: Term['kind']; readonly text: string }

function typedTerms(arg: string): TypedTerm[] {
  const pattern = /^\/(.+)\/$/su.exec(arg)?.[1]
  if (pattern !== undefined) return [{ kind: 'pattern', text: pattern }]
  if (!/["“”]/.test(arg)) return arg.trim() === '' ? [] : [{ kind: 'words', text: arg.trim() }]
  return [...arg.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'words', text }))
}

/** The gap between two words of a phrase, which may be a line break, in a quotation too. */
const GAP = '\\s+(?:>\\s*)*'

function wordsTerm(text: string): Term {
  const plain = fold(text)
  // It has no alternatives and no nested repeats, so it takes linear time.
  const expression = new RegExp(plain.split(/\s+/).map(escaped).join(GAP), 'gu')
  return {
    kind: 'words',
    find: (within) =>
      [...within.matchAll(expression)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    needle: wordsOf(plain).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
  }
}

/** RE2 takes linear time for every pattern, so no pattern can hang the search (https://swtch.com/~rsc/regexp/). */
async function patternTerm(source: string): Promise<Term> {
  const { RE2JS } = await import('re2js')
  try {
    const pattern = RE2JS.compile(nfc(source), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
    return { kind: 'pattern', find: (text) => [...spansOf(pattern.matcher(text))] }
  } catch (error) {
    throw new UsageError(({ journal }) => journal.notAPattern(source, faultIn(error)), { cause: error })
  }
}

/** The library's message about a pattern, without the text around it. */
function faultIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^error parsing regexp: /, '').replace(/: `[^`]*`$/, '')
}

function* spansOf(matcher: { find(): boolean; start(): number; end(): number }): Generator<TextSpan> {
  while (matcher.find()) if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end() }
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
