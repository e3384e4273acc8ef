/**
 * Where a cursor may be in a text: before, after and between graphemes, and at the ends of words. Offsets are
 * UTF-16.
 */

let segmenter: Intl.Segmenter | undefined

/** The nearest position before `at`; 0 at the start. */
export function before(text: string, at: number): number {
  if (at <= 0) return 0
  if (isSimple(text, at - 1) && (at < 2 || isSimple(text, at - 2))) return at - 1
  return startOf(text, at - 1)
}

/** The nearest position after `at`; the length of the text at its end. */
export function after(text: string, at: number): number {
  if (at >= text.length) return text.length
  if (isSimple(text, at) && (at + 1 >= text.length || isSimple(text, at + 1))) return at + 1
  return around(text, at).to
}

/** The position `at`, or the start of the grapheme around it. */
export function placeAt(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  return startOf(text, at)
}

/** The start of the word that ends at or before `at`. */
export function wordBefore(text: string, at: number): number {
  let to = at
  while (to > 0 && !isWord(text, back(text, to))) to = back(text, to)
  while (to > 0 && isWord(text, back(text, to))) to = back(text, to)
  return placeAt(text, to)
}

/** The end of the word that begins at or after `at`. */
export function wordAfter(text: string, at: number): number {
  let to = at
  while (to < text.length && !isWord(text, to)) to += step(text, to)
  while (to < text.length && isWord(text, to)) to += step(text, to)
  return placeAt(text, to)
}

/** ASCII or a line break: one grapheme, unless the next character combines with it. */
function isSimple(text: string, at: number): boolean {
  return text.charCodeAt(at) < 0x80
}

/** The segment around an offset. Looks only at a part of the text that starts and ends between graphemes. */
function around(text: string, at: number): { from: number; to: number } {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const stop = text.indexOf('\n', at)
  const from = Math.max(start, lastBreak(text, start, at))
  const to = stop < 0 ? text.length : Math.max(stop, at + 1)
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found = segmenter.segment(text.slice(from, Math.min(to, at + REACH))).containing(at - from)
  if (found === undefined) return { from: at, to: at + 1 }
  return { from: from + found.index, to: from + found.index + found.segment.length }
}

/** Upper bound of the length of a grapheme. UTF-16 code units. */
const REACH = 512

/**
 * The nearest position before `at` between two ASCII characters, or the furthest one that is looked at.
 */
function lastBreak(text: string, start: number, at: number): number {
  for (let place = at - 1; place > start && at - place < REACH; place -= 1) {
    if (isSimple(text, place) && isSimple(text, place - 1)) return place
  }
  return Math.max(start, at - REACH)
}

function startOf(text: string, at: number): number {
  return around(text, at).from
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}_'’]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

function step(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function back(text: string, at: number): number {
  const low = text.charCodeAt(at - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff
  return at - (isPair ? 2 : 1)
}
