import type { Edit, Report, SourceSpan } from '../diagnostic.ts'

/** Spaces that are not U+0020, and characters without a shape. */
const HIDDEN = '\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028\\u2029\\u202f\\u205f-\\u2064\\u3000\\ufeff'
const CURLY = '“”„‟‘’‚«»'

/** Signs in a text that may have to be checked. Most texts have none. */
export const SIGNS = new RegExp(`[${HIDDEN}${CURLY}]`)

const AT_START = new RegExp(`^[\\s${HIDDEN}]*[${HIDDEN}][\\s${HIDDEN}]*`)
const AT_END = new RegExp(`[\\s${HIDDEN}]*[${HIDDEN}][\\s${HIDDEN}]*$`)
const IN_NAME = new RegExp(`[${HIDDEN}]`)
const IN_QUOTATION = new RegExp(`\\{\\{[^{}]*?([${HIDDEN}]+)[^{}|]*[|}]`)
const QUOTED = new RegExp(`^[${CURLY}](.*)[${CURLY}]$`)

/**
 * Reports what looks like something else in a plain or quoted scalar: spaces of other kinds and characters without a shape at its ends, in a name
 * and in a quotation, and curly quotation marks around a name. `name` is its key if it is not prose. True if it was reported.
 */
export function checkSigns(source: string, span: SourceSpan, name: string | undefined, report: Report): boolean {
  if (!SIGNS.test(source) || /^[|>]/.test(source)) return false
  return (
    isPadded(source, span, report) ||
    isQuotation(source, span, report) ||
    (name !== undefined && isName(source, span, name, report))
  )
}

function isPadded(source: string, { start }: SourceSpan, report: Report): boolean {
  const quote = /^["']/.test(source) ? 1 : 0
  const inner = source.slice(quote, source.length - quote)
  const before = AT_START.exec(inner)?.[0] ?? ''
  const after = before.length === inner.length ? '' : (AT_END.exec(inner)?.[0] ?? '')
  const from = start + quote
  const edits: Edit[] = []
  if (before !== '') edits.push({ start: from, end: from + before.length, text: '' })
  if (after !== '') edits.push({ start: from + inner.length - after.length, end: from + inner.length, text: '' })
  const [first] = edits
  if (first === undefined) return false
  report('odd-space', { start: first.start, end: first.start + 1 }, {}, edits)
  return true
}

function isQuotation(source: string, { start }: SourceSpan, report: Report): boolean {
  const found = IN_QUOTATION.exec(source)
  if (found?.[1] === undefined) return false
  const at = start + found.index + found[0].indexOf(found[1])
  report('odd-space', { start: at, end: at + 1 }, {}, [{ start: at, end: at + found[1].length, text: '' }])
  return true
}

function isName(source: string, { start, end }: SourceSpan, name: string, report: Report): boolean {
  const [, inner] = QUOTED.exec(source) ?? []
  if (inner !== undefined) {
    const sign = source.charAt(0)
    report('wrong-sign', { start, end: start + 1 }, { sign, right: '"' }, [
      { start, end: start + 1, text: '' },
      { start: end - 1, end, text: '' }
    ])
    return true
  }
  const index = source.search(IN_NAME)
  if (index === -1 || (name === 'key' && !/^[\w-]+$/.test(source.replace(IN_NAME, '')))) return false
  const isSpace = /\p{Zs}/u.test(source.charAt(index))
  const isSpan = name === 'after' || name === 'license'
  const at = start + index
  const fix = isSpace && !isSpan ? undefined : [{ start: at, end: at + 1, text: isSpace ? ' ' : '' }]
  report('odd-space', { start: at, end: at + 1 }, {}, fix)
  return true
}
