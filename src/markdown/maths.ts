import type { MarkedExtension, TokenizerAndRendererExtension } from 'marked'

/*
 * Formulas in TeX. Nothing here typesets them: they stay as they were typed, because emphasis, escapes and breaks would change them.
 */

/** What may begin a formula. */
const SIGN = /\$|\\(?:[([]|begin\{)/
/** The lengths of formulas, and their number, are limited, so that the time stays linear for hostile text. */
const MOST_SIGNS = 1000
/** pandoc's rule: no space after the first `$` or before the last, and no digit after the last ("$5 and $10" is not a formula). */
const DOLLARS = /^\$(?![\s$])(?:\\[^]|[^\\$\n]|\n(?![ \t]*\n)){1,5000}?(?<!\s)\$(?!\d)/
const TWO_DOLLARS = /^\$\$(?:\\[^]|[^\\$\n]|\$(?!\$)|\n(?![ \t]*\n)){1,5000}?\$\$/
const ROUND = /^\\\(((?:[^\\\n]|\\(?!\))[^]|\n(?![ \t]*\n)){1,5000}?)\\\)/
const SQUARE = /^\\\[((?:[^\\\n]|\\(?!\])[^]|\n(?![ \t]*\n)){1,5000}?)\\\]/
/** An environment may have blank lines. */
const ENVIRONMENT = /^\\begin\{([A-Za-z]{1,30}\*?)\}[^]{0,5000}?\\end\{\1\}/
const BLOCK_START = /(?:^|\n) {0,3}(?=\$\$|\\\[|\\begin\{)/g

/** Whether a text may contain formulas, and not too many to look for them. */
export function mayHoldMaths(source: string): boolean {
  return SIGN.test(source) && (source.match(/[$\\]/g)?.length ?? 0) <= MOST_SIGNS
}

/** The formula at the start of a text; undefined if there is none. */
function formulaAt(source: string): string | undefined {
  const plain = (TWO_DOLLARS.exec(source) ?? DOLLARS.exec(source) ?? ENVIRONMENT.exec(source))?.[0]
  if (plain !== undefined) return plain
  const escaped = ROUND.exec(source) ?? SQUARE.exec(source)
  return escaped !== null && isFormula(escaped[1] ?? '') ? escaped[0] : undefined
}

/** The first formula of a text; undefined if it has no formula. An amount of money is not a formula. */
export function firstFormula(text: string): string | undefined {
  if (!mayHoldMaths(text)) return undefined
  for (const { index } of text.matchAll(new RegExp(SIGN, 'g'))) {
    const formula = formulaAt(text.slice(index, index + 5000))
    if (formula !== undefined && isFormula(formula.replaceAll(/^\$+|\$+$/g, ''))) return formula
  }
  return undefined
}

/** Brackets with backslashes are escaped prose more often than formulas: `\(see above\)`, `\[1\]`. */
function isFormula(content: string): boolean {
  return (
    /[\^_={}<>+*/|]|\\[A-Za-z,;:]|\s-\s|(?<![A-Za-z])[A-Za-z]\([A-Za-z]/.test(content) ||
    /^\s*[A-Za-z]\s*$/.test(content)
  )
}

/** A formula that begins a block and ends a line, such as `$$` on lines of their own. */
function blockAt(source: string): string | undefined {
  const indent = /^ {0,3}/.exec(source)?.[0] ?? ''
  if (!/^(?:\$\$|\\\[|\\begin\{)/.test(source.slice(indent.length))) return undefined
  const formula = formulaAt(source.slice(indent.length))
  if (formula === undefined) return undefined
  const end = indent.length + formula.length
  const rest = /^[ \t]*(?:\n+|$)/.exec(source.slice(end))?.[0]
  return rest === undefined ? undefined : source.slice(0, end) + rest
}

const inline: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (source) => SIGN.exec(source)?.index,
  tokenizer: (source) => {
    const raw = formulaAt(source)
    return raw === undefined ? undefined : { type: 'escape', raw, text: raw }
  }
}

const block: TokenizerAndRendererExtension = {
  name: 'formulaBlock',
  level: 'block',
  start: (source) => {
    const paragraph = source.slice(0, source.search(/\n[ \t]*(?:\n|$)/) + 1 || source.length)
    for (const { index, 0: before } of paragraph.matchAll(BLOCK_START))
      if (blockAt(source.slice(index + before.length)) !== undefined) return index + before.length
    return undefined
  },
  tokenizer: (source) => {
    const raw = blockAt(source)
    const text = raw?.trim() ?? ''
    return raw === undefined
      ? undefined
      : { type: 'paragraph', raw, text, tokens: [{ type: 'escape', raw: text, text }] }
  }
}

/** Makes the parser take formulas as plain text. */
export const maths: MarkedExtension = {
  extensions: [inline, block],
  hooks: {
    emStrongMask(source) {
      let masked = ''
      for (let at = 0; at < source.length;) {
        const formula = SIGN.test(source[at] ?? '') || source[at] === '\\' ? formulaAt(source.slice(at)) : undefined
        masked += formula === undefined ? source[at] : 'a'.repeat(formula.length)
        at += formula?.length ?? 1
      }
      return masked
    }
  }
}
