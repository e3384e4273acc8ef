import { onOneLine, unixLines } from '../text/lines.ts'
import { isBuiltIn } from './built-in.ts'
import { markersIn, readMarker } from './section-marker.ts'

/**
 * The first line of the first answer that is not private, on one line and without the marks of a list or a table; '' if there is none.
 * It reads the text of an entry's file without decoding it, because lists show it for every entry. A question that has lost its marker
 * could be a private one, so nothing below its heading is shown.
 */
export function firstWords(text: string): string {
  const markers = markersIn(text, 0)
  for (const [index, { start, line }] of markers.entries()) {
    const marker = readMarker(line)
    if (marker === undefined || marker.private || marker.skipped || isBuiltIn(marker)) continue
    const words = firstLine(text.slice(start + line.length, markers[index + 1]?.start))
    if (words !== '') return words
  }
  return ''
}

/** The first line of a section's answer: below its heading and its question, outside comments. */
function firstLine(section: string): string {
  const lines = unixLines(section)
    .replaceAll(/<!--[^]*?(?:-->|$)/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [first = ''] = lines
  const below = HEADING.test(first) ? lines.slice(1) : lines
  const begins = below.findIndex((line) => !line.startsWith('>'))
  // A note ends with what it says: it has no answer.
  const answer = begins === -1 ? [] : below.slice(begins)
  const end = answer.findIndex((line) => HEADING.test(line))
  return plainWords(end === -1 ? answer : answer.slice(0, end))
}

const HEADING = /^#{1,6}(?:\s|$)/
const BOX = /^[-*+] \[(.)\] ?/
const BULLET = /^(?:[-*+]|\d{1,9}[.)])\s+/

function plainWords(lines: readonly string[]): string {
  const [first = ''] = lines
  // An answer that Markdown cannot express is kept as JSON between fences.
  if (/^[`~]{3}/.test(first)) return ''
  if (first.startsWith('|')) return cellsOf(lines[2] ?? '')
  const ticked = BOX.test(first) ? lines.find((line) => BOX.exec(line)?.[1]?.trim() !== '') : first
  return unescaped((ticked ?? '').replace(BOX, '').replace(BULLET, ''))
}

/** The cells of a table's row that are not empty. */
function cellsOf(row: string): string {
  return row
    .split(/(?<!\\)\|/)
    .map(unescaped)
    .filter((cell) => cell !== '')
    .join(', ')
}

/** Without backslashes before signs (CommonMark 2.4) and without the stars of emphasis. */
function unescaped(text: string): string {
  return onOneLine(text.replaceAll(/(?<!\\)\*{1,3}/g, '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'))
}
