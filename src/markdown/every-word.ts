import type { Token, Tokens } from 'marked'
import { holdsLetters } from '../text/letters.ts'
import { decoded } from './entities.ts'
import { isCounting } from './simple.ts'

/* Tokens that show every word of their source. */

/** Replaces each block whose words would not all be shown by its text as it was typed. */
export function everyWord(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => wholeBlock(token as Tokens.Generic))
}

/** A text as one paragraph without markup. */
export function literalBlock(raw: string): Token {
  const text = raw.trim()
  return { type: 'paragraph', raw, text, tokens: [{ type: 'escape', raw: text, text }] }
}

function wholeBlock(token: Tokens.Generic): Token[] {
  const whole = withParts(token)
  const isShown = token.type === 'space' || token.type === 'hr' || (token.type !== 'def' && showsAll(whole))
  return isShown ? [whole] : literalBlocks(token.raw)
}

function literalBlocks(raw: string): Token[] {
  return raw.split(/\n[ \t]*\n/).flatMap((text) => (text.trim() === '' ? [] : [literalBlock(text)]))
}

/** The block with whole blocks inside, titles after links, and the words after a fence as the first line of its code. */
function withParts(token: Tokens.Generic): Tokens.Generic {
  switch (token.type) {
    case 'blockquote':
      return { ...token, tokens: everyWord(token.tokens ?? []) }
    case 'list': {
      const { items } = token as Tokens.List
      return { ...token, items: items.map((item) => ({ ...item, tokens: everyWord(item.tokens) })) }
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const cells = (row: readonly Tokens.TableCell[]) =>
        row.map((cell) => ({ ...cell, tokens: withTitles(cell.tokens) }))
      return { ...token, header: cells(header), rows: rows.map(cells) }
    }
    case 'code':
      return {
        ...token,
        text: [token['lang'], token['text']].filter((part) => part !== undefined && part !== '').join('\n')
      }
    default:
      return token.tokens === undefined ? token : { ...token, tokens: withTitles(token.tokens) }
  }
}

/** The titles of links and pictures as text after them. A picture inside a link is text, because a link cannot hold another. */
function withTitles(tokens: readonly Token[], isLinked = false): Token[] {
  return tokens.flatMap((one) => {
    const token = one as Tokens.Generic
    const { type, text, href, title }: Record<string, unknown> = token
    const own = type === 'image' && isLinked ? [plainText(`${text} (${href})`)] : [withInnerTitles(token, isLinked)]
    const isNews = (type === 'link' || type === 'image') && typeof title === 'string' && title !== '' && title !== text
    return isNews ? [...own, plainText(` (${title})`)] : own
  })
}

function withInnerTitles(token: Tokens.Generic, isLinked: boolean): Token {
  return token.tokens === undefined
    ? token
    : { ...token, tokens: withTitles(token.tokens, isLinked || token.type === 'link') }
}

function plainText(raw: string): Token {
  return { type: 'text', raw, text: raw, escaped: false }
}

/** An empty heading shows nothing at all. */
function showsAll(token: Tokens.Generic): boolean {
  const shown = decoded(shownIn(token))
  if (token.type === 'heading' && shown.trim() === '') return false
  return isCounted(token) && holdsLetters(shown, decoded(token.raw))
}

/** Whether the items of a list have the numbers that are shown. */
function isCounted(token: Tokens.Generic): boolean {
  if (token.type !== 'list') return true
  const { items, ordered } = token as Tokens.List
  return !ordered || isCounting(items.map(({ raw }) => numberOf(raw)))
}

function numberOf(item: string): string {
  return /\d+/.exec(item)?.[0] ?? ''
}

/** The words that every renderer shows of a token. The label of a link is shown with its definition. */
function shownIn(one: Token): string {
  const token = one as Tokens.Generic
  const inner = () =>
    token.tokens === undefined ? String(token['text'] ?? token.raw) : token.tokens.map(shownIn).join('')
  switch (token.type) {
    case 'list': {
      const { items, ordered } = token as Tokens.List
      return items
        .map((item) => `${ordered ? numberOf(item.raw) : ''} ${item.tokens.map(shownIn).join('\n')}`)
        .join('\n')
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return [header, ...rows].map((row) => row.map((cell) => cell.tokens.map(shownIn).join('')).join(' ')).join('\n')
    }
    case 'checkbox':
      return 'x'
    case 'link':
    case 'image': {
      const label = /\]\[([^[\]]*)\]$/.exec(token.raw)?.[1] ?? ''
      return `${inner()} ${label} ${String(token['href'])}`
    }
    default:
      return inner()
  }
}

/** Inline tokens in which a line break of the source is a line break, and HTML blocks with their lines. */
export function typedLines(tokens: readonly Token[]): Token[] {
  return tokens.map((one) => {
    const token = one as Tokens.Generic
    switch (token.type) {
      case 'list': {
        const { items } = token as Tokens.List
        return { ...token, items: items.map((item) => ({ ...item, tokens: typedLines(item.tokens) })) }
      }
      case 'blockquote':
        return { ...token, tokens: typedLines(token.tokens ?? []) }
      case 'html':
        return typedBlock(literalBlock(token.raw) as Tokens.Generic)
      case 'code':
      case 'table':
        return token
      default:
        return typedBlock(token)
    }
  })
}

function typedBlock(token: Tokens.Generic): Tokens.Generic {
  return token.tokens === undefined ? token : { ...token, tokens: withBreaks(token.tokens) }
}

const BREAK: Token = { type: 'br', raw: '\n' }

function withBreaks(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((one) => {
    const token = one as Tokens.Generic
    if (token.tokens !== undefined) return [{ ...token, tokens: withBreaks(token.tokens) }]
    const text: unknown = token['text']
    if (typeof text !== 'string' || !text.includes('\n') || token.type === 'codespan' || token.type === 'image')
      return [token]
    return text
      .split(/[ \t]*\n/)
      .flatMap((line, index) => [...(index === 0 ? [] : [BREAK]), { ...token, raw: line, text: line }])
  })
}
