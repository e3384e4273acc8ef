import { MAX_PER_CODE, type Edit, type Report } from '../diagnostic.ts'
import { splitLexemes, type Lexeme } from './lexemes.ts'
import { lineAt } from './line-index.ts'

/** Signs that begin an item in other programs. */
const SIGN =
  /^(?:(?:[–—−‐‑•·●▪◦‣*+☐☑□○►➢o]|--+|\d{1,3}[.)]|[a-hA-H][.)]|\([a-h\d]\))(?=[\s\u00a0])[\s\u00a0]*|-(?=[^\s-]))/
const GLUED = /^[-–—−‐‑•·●▪◦‣](?=[a-z_]+$)/
/** The colons of other scripts. */
const COLON = /^([a-z_]+) *[：﹕∶] */

/** Whether a text may contain one of these. Most do not, and then it is not searched. */
const SUSPECT = /[–—−‐‑•·●▪◦‣☐☑□○►➢：﹕∶]|^ *(?:-[^\s-]|--+ |[*+o] |\(?(?:\d{1,3}|[a-hA-H])[.)] )/m

/** How many lines above are searched for the start of a list. */
const MAX_ABOVE = 200

/** The keys whose values are lists. */
const LIST = /^ *(?:- +)?(?:after_discussion|authors|columns|exercises|options|prompts|retired|rows|statements):\s*$/
const KEY = /^[a-z_]+[:：﹕∶](?:\s|$)/

/** Reports signs that stand where an item's dash, or the colon of a key, should be. */
export function checkItemSigns(text: string, report: Report): void {
  if (!SUSPECT.test(text)) return
  let signs = 0
  let done = 0
  for (const { source, start } of lineStarts(splitLexemes(text, report) ?? [])) {
    if (signs > MAX_PER_CODE) return
    if (start < done) continue
    const after = text.slice(start, start + 8)
    const [, key = ''] = COLON.exec(source) ?? []
    if (key !== '') reportColon(text, start + key.length, report)
    else if (GLUED.test(source) && text[start + source.length] === ':') reportDash(text, start, [glued(start)], report)
    else if (SIGN.test(after)) {
      signs++
      done = checkSign(text, start, report)
    }
  }
}

function reportColon(text: string, at: number, report: Report): void {
  const length = /^ *[：﹕∶] */.exec(text.slice(at))?.[0].length ?? 1
  const rest = lineAt(text, at)
  const colon = text.slice(at, at + length).trim()
  const space = at + length < rest.end ? ' ' : ''
  report('wrong-sign', { start: at, end: at + length }, { sign: colon, right: ':' }, [
    { start: at, end: at + length, text: `:${space}` }
  ])
}

function glued(start: number): Edit {
  return { start, end: start + 1, text: '- ' }
}

function reportDash(text: string, start: number, edits: readonly Edit[], report: Report): void {
  const sign = /^(?:\(?\w+[.)]|--+|.)/su.exec(text.slice(start, start + 8))?.[0] ?? ''
  report('wrong-sign', { start, end: start + sign.length }, { sign, right: '- ' }, edits)
}

/**
 * A sign begins an item if a key follows, or a list is expected: below the key of one, or an item of the same depth. Gives the end of
 * the items that follow each other, which are reported together.
 */
function checkSign(text: string, start: number, report: Report): number {
  const first = lineAt(text, start)
  const sign = SIGN.exec(text.slice(start, start + 8))?.[0] ?? ''
  const isItem =
    KEY.test(text.slice(start + sign.length, first.end)) || isInList(text, first.start, start - first.start)
  if (!isItem) return start
  const edits: Edit[] = []
  for (let line = first; ; line = lineAt(text, line.end + 1)) {
    const at = line.start + start - first.start
    const own =
      line.text.slice(0, start - first.start).trim() === '' ? SIGN.exec(text.slice(at, at + 8))?.[0] : undefined
    if (own === undefined) break
    edits.push({ start: at, end: at + own.length, text: '- ' })
    if (text[line.end] !== '\n') break
  }
  reportDash(text, start, edits, report)
  return edits.at(-1)?.end ?? start
}

function isInList(text: string, lineStart: number, column: number): boolean {
  for (let at = lineStart - 1, lines = 0; at > 0 && lines < MAX_ABOVE; lines++) {
    const above = lineAt(text, at)
    const indent = above.text.search(/\S/)
    if (LIST.test(above.text)) return true
    if (indent === column) return above.text.startsWith('- ', indent) || SIGN.test(above.text.slice(indent))
    if (indent !== -1 && indent < column) return false
    at = above.start - 1
  }
  return false
}

/** Plain texts and aliases at the start of a line. Skips what is inside a block of text. */
function* lineStarts(lexemes: readonly Lexeme[]): Generator<Lexeme> {
  let first = true
  let block = false
  for (const lexeme of lexemes) {
    if (lexeme.type === 'block-scalar-header') block = true
    if ((lexeme.type === 'scalar' || lexeme.type === 'alias') && first && !block) yield lexeme
    if (lexeme.type === 'scalar') block = false
    if (lexeme.type === 'newline') first = true
    else if (lexeme.type !== 'space' && lexeme.type !== 'seq-item-ind' && lexeme.start !== lexeme.end) first = false
  }
}
