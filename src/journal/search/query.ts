import { UsageError } from '../../context/errors.ts'
import { fold, nfc, wordsOf } from '../../text/folding.ts'
import type { TextSpan } from '../../text/folding.ts'

/** What is searched for: entries that hold every one of its terms. */
export type Query = readonly Term[]

/** A word, a phrase or a pattern. */
type Term =
  | {
      readonly kind: 'words'
      /** Where it stands in a folded text, in order. */
      readonly find: Find
      /** The longest word in it: every text with the term has a word that holds it, once folded. '' where there is none. */
      readonly needle: string
    }
  | {
      readonly kind: 'pattern'
      /** Where it stands in a normalised text, in order. */
      readonly find: Find
    }

type Find = (text: string) => readonly TextSpan[]

/**
 * Reads what was typed after `search`: words, "phrases" and `/patterns/` (RE2's syntax). What the shell passes as one
 * argument with spaces in it is a phrase, unless it holds quotation marks itself. Words and phrases are folded, and a phrase may be
 * broken into lines. Patterns ignore case alone: their author says what else may vary.
 *
 * @throws UsageError for no words at all, or a pattern that does not read.
 */
export async function parseQuery(args: readonly string[]): Promise<Query> {
  const terms = await Promise.all(args.flatMap(partsOf).map(termOf))
  if (terms.length === 0) throw new UsageError(({ journal }) => journal.nothingToSearch)
  return terms
}

type Part = { readonly kind: Term['kind']; readonly text: string }

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

/** Between the words of a phrase: it may be broken into lines, also those of a quotation. */
const GAP = '\\s+(?:>\\s*)*'

function wordsTerm(text: string): Term {
  const plain = fold(text)
  // Without alternatives or repeats within repeats, so that it takes linear time.
  const expression = new RegExp(plain.split(/\s+/).map(escaped).join(GAP), 'gu')
  return {
    kind: 'words',
    find: (within) =>
      [...within.matchAll(expression)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    needle: wordsOf(plain).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
  }
}

/** Patterns run on RE2's automata, whose time is linear: none can hang the search (https://swtch.com/~rsc/regexp/). */
async function patternTerm(source: string): Promise<Term> {
  const { RE2JS } = await import('re2js')
  try {
    const pattern = RE2JS.compile(nfc(source), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
    return { kind: 'pattern', find: (text) => [...spansOf(pattern.matcher(text))] }
  } catch (error) {
    throw new UsageError(({ journal }) => journal.notAPattern(source, faultIn(error)), { cause: error })
  }
}

/** What is wrong with a pattern, without what the library says around it. */
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
