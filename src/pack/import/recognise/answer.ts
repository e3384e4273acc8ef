import { oneLine, written, type Answer, type Choice, type Point } from '../outline.ts'
import { blanksIn, piecesBetweenBlanks, type Marker } from './blocks.ts'
import * as says from './phrases.ts'
import { isUnsure, isYesAndNo, scaleIn, scaleLine, scaleOf, type NumberScale } from './scales.ts'

/** What a question of a document looks like. */
export interface Asked {
  /** Its words, plain, with the places to write. */
  readonly text: string
  /** The options below it. */
  readonly options: readonly Choice[]
  readonly marker: Marker
  /** The line with the numbers of a scale below it. */
  readonly numbers?: string
  /** Lines to write on below it. */
  readonly blanks: number
}

/** The answer that a question asks for, and what is not sure about it. */
export interface Guess {
  readonly answer: Answer
  readonly points: readonly Point[]
}

/** Guesses the kind of a question from its words and what is below it. */
export function guessAnswer(asked: Asked): Guess {
  return asked.options.length > 0 ? withOptions(asked) : withoutOptions(asked)
}

function withOptions({ text, options: all, marker }: Asked): Guess {
  const listed = all.filter(({ label }) => !says.isOther(label))
  const options = listed.map((option) => ({ ...option, label: option.label.replace(/[;,]$/, '') }))
  const other = listed.length < all.length
  const labels = options.map(({ label }) => label)
  if (options.length < 2)
    return { answer: written, points: [{ code: 'options-left', detail: all.map(({ label }) => label).join('; ') }] }
  if (says.saysRank(text)) return sure({ type: 'ranking', options: other ? all : options })
  if (!other && isYesAndNo(labels)) return sure({ type: 'yes-no' })
  const several = says.saysSeveral(text)
  const scale = several || other ? undefined : scaleOf(labels)
  if (scale !== undefined) return sure(scaleAnswer(scale))
  const keys = other ? { keys: { other: true } } : {}
  const pick = says.pickLimit(text)
  const limit = pick !== undefined && pick <= options.length ? { pick: { max: pick } } : {}
  if (several || pick !== undefined) return sure(withKeys({ type: 'choices', options }, { ...keys.keys, ...limit }))
  if (marker !== 'box' || says.saysOne(text) || labels.some(isUnsure) || isExclusive(labels))
    return sure({ type: 'choice', options, ...keys })
  return { answer: { type: 'choices', options, ...keys }, points: [{ code: 'one-or-several', detail: '' }] }
}

/** The answer with more keys, if there are any. */
function withKeys(answer: Answer, keys: Readonly<Record<string, unknown>>): Answer {
  return Object.keys(keys).length === 0 ? answer : { ...answer, keys }
}

/** Ranges of numbers and the like: nobody can be in two of them. */
function isExclusive(labels: readonly string[]): boolean {
  const ranges = labels.filter((label) =>
    /\d\s*(?:-|–|to)\s*\d|^(?:under|over|less than|more than|up to|fewer than)\b|\d\s*\+|\bor (?:more|over|less|under)\b|^(?:fe)?male$|^(?:wo)?man$|^none$/i.test(
      label
    )
  )
  return (
    ranges.length >= labels.length / 2 || (labels.length === 2 && labels.some((label) => /^(?:yes|no)\b/i.test(label)))
  )
}

function withoutOptions({ text, numbers, blanks }: Asked): Guess {
  const below = numbers === undefined ? undefined : (scaleLine(numbers) ?? scaleIn(numbers))
  const scale = below ?? scaleLine(lastPart(text)) ?? scaleIn(text)
  if (scale !== undefined) return sure(scaleAnswer(scale))
  if (says.isYesNoAfter(text)) return sure({ type: 'yes-no' })
  const count = says.listWanted(text)
  if (count !== false)
    return sure({ type: 'list', ...(count === undefined ? {} : { keys: { items: { max: count } } }) })
  const isLabel = blanksIn(text) > 0 || (blanks <= 1 && /^[^?]{1,40}:\s*$/.test(text))
  const words = text.split(/\s+/).length
  if (words <= 12 && says.saysDate(text) && !says.saysDescribe(text)) return sure({ type: 'date' })
  if (words <= 20 && says.saysNumber(text)) return sure({ type: 'number' })
  if (says.isPolar(text) && blanks === 0 && !text.includes('. '))
    return { answer: written, points: [{ code: 'perhaps-yes-no', detail: '' }] }
  return sure(isLabel && blanks <= 1 ? oneLine : written)
}

/** What comes after the question itself. */
function lastPart(text: string): string {
  return /[^?:.]*$/.exec(text)?.[0] ?? ''
}

function sure(answer: Answer): Guess {
  return { answer, points: [] }
}

/** A scale, with several statements perhaps. */
export function scaleAnswer({ from, to, labels, unsure }: NumberScale, statements: readonly Choice[] = []): Answer {
  const keys = { from, to, ...(Object.keys(labels).length > 0 ? { labels } : {}), ...(unsure ? { unsure: true } : {}) }
  return { type: 'scale', keys, ...(statements.length > 0 ? { statements } : {}) }
}

/** The template of a sentence with gaps; undefined if the places to write are only at its end. `text` is plain. */
export function sentenceIn(text: string): Answer | undefined {
  const pieces = piecesBetweenBlanks(text)
  const last = pieces.at(-1) ?? ''
  const isSentence = pieces.length > 2 ? /[\p{L}]/u.test(pieces.slice(1, -1).join('')) : /[\p{L}]{2}/u.test(last)
  if (pieces.length < 2 || !isSentence || !/[\p{L}]/u.test(pieces[0] ?? '') || pieces.length > 10) return undefined
  if (pieces.filter((piece) => /[\p{L}]\s*:\s*$/u.test(piece)).length > 1) return undefined
  const gaps = pieces.slice(1).map((_, index) => `gap-${index + 1}`)
  const template = pieces
    .map((piece, index) => escapedPiece(piece) + (gaps[index] === undefined ? '' : `{${gaps[index]}}`))
    .join('')
  return {
    type: 'sentence',
    keys: { template, gaps: Object.fromEntries(gaps.map((gap, index) => [gap, { ask: gapQuestion(pieces, index) }])) }
  }
}

/** Braces and backslashes of a template. */
function escapedPiece(piece: string): string {
  return piece.replaceAll(/[\\{]/g, String.raw`\$&`)
}

/** The words around a gap. */
function gapQuestion(pieces: readonly string[], index: number): string {
  const before = (pieces[index] ?? '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .split(/\s+/)
    .slice(-8)
    .join(' ')
  const after = (pieces[index + 1] ?? '').trim().split(/\s+/).slice(0, 5).join(' ')
  return before === '' ? `… ${after}` : `${before} …`
}
