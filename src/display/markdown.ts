/* Markdown of packs and entries on a screen. A parsed text can be rendered again at another width. */
import { decoded } from '../markdown/entities.ts'
import type { Markdown, Token, Tokens } from '../markdown/read.ts'
import { plainLook, richLook, spokenLook, type Look, tableLines } from './markdown-look.ts'
import { joinBlocks, wrap, wrapSentence } from './wrap.ts'
import type { Theme } from './theme.ts'
import { width } from './width.ts'
import { visible } from '../text/visible.ts'

/** Styled lines of at most `columns`, with an empty line between blocks. */
export function renderMarkdown(markdown: Markdown, columns: number, theme: Theme): string[] {
  return blocks(markdown, columns, theme.plain ? plainLook : richLook(theme))
}

/** As `renderMarkdown`, but an address or another word that is longer than a line is not broken. The terminal does that. */
export function printMarkdown(markdown: Markdown, columns: number, theme: Theme): string[] {
  return blocks(markdown, columns, theme.plain ? plainLook : { ...richLook(theme), wrap: wrapSentence })
}

/** As `renderMarkdown`, for a question, which is strong. What it quotes has the normal weight. */
export function renderQuestion(markdown: Markdown, columns: number, theme: Theme): string[] {
  const look = theme.plain ? plainLook : richLook(theme)
  return joinBlocks(
    markdown.map((token) =>
      token.type === 'paragraph'
        ? wrap(theme.strong(words(token as Tokens.Generic, look).trim()), columns)
        : block(token as Tokens.Generic, columns, look)
    )
  )
}

/** Lines without styles and drawing, for reading aloud; not wrapped if `columns` is infinite. */
export function plainMarkdown(markdown: Markdown, columns = Number.POSITIVE_INFINITY): string[] {
  return blocks(markdown, columns, plainLook)
}

/**
 * As `plainMarkdown`, for a voice: `linkName` names each link by its number from 1, and the addresses come apart, in this order. An
 * address that occurs twice has one number.
 */
export function spokenMarkdown(
  markdown: Markdown,
  columns: number,
  linkName: (number: number) => string
): { readonly lines: readonly string[]; readonly addresses: readonly string[] } {
  const addresses: string[] = []
  const lines = blocks(markdown, columns, spokenLook(addresses, linkName))
  return { lines, addresses }
}

function blocks(tokens: readonly Token[], columns: number, look: Look): string[] {
  return joinBlocks(tokens.map((token) => block(token as Tokens.Generic, columns, look)))
}

function block(token: Tokens.Generic, columns: number, look: Look): string[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return []
    case 'heading':
      return look.wrap(look.heading(words(token, look)), columns)
    case 'code':
      return indent(
        visible(token['text'], { newlines: true })
          .split('\n')
          .map((line) => look.code(line)),
        '    '
      )
    case 'blockquote':
      return indent(blocks(token.tokens ?? [], inner(columns, width(look.quote)), look), look.quote)
    case 'list':
      return list(token as Tokens.List, columns, look)
    case 'table':
      return tableLines(cells(token as Tokens.Table, look), columns, look)
    case 'hr':
      return [look.rule(columns)]
    default:
      return look.wrap(words(token, look).trim(), columns)
  }
}

function list(token: Tokens.List, columns: number, look: Look): string[] {
  const first = typeof token.start === 'number' ? token.start : 1
  return token.items.flatMap((item, index) => {
    const bullet = token.ordered ? `${first + index}. ` : `${look.bullet} `
    const box = item.task ? `${item.checked === true ? look.ticked : look.unticked} ` : ''
    const mark = bullet + box
    const lines = itemLines(item, inner(columns, width(mark)), look)
    const apart = token.loose && index > 0 ? [''] : []
    return [...apart, ...(lines.length === 0 ? [mark.trimEnd()] : hang(lines, mark))]
  })
}

/** The blocks of a list item; in a tight list there is no empty line between them. */
function itemLines(item: Tokens.ListItem, columns: number, look: Look): string[] {
  if (item.loose) return blocks(item.tokens, columns, look)
  return item.tokens.flatMap((token) => block(token as Tokens.Generic, columns, look))
}

/** The room beside a mark. Deep nesting keeps a readable width instead of one letter a line. */
function inner(columns: number, mark: number): number {
  return Math.max(columns - mark, 10)
}

function hang(lines: readonly string[], mark: string): string[] {
  const rest = ' '.repeat(width(mark))
  return lines.map((line, index) => (index === 0 ? mark : line === '' ? '' : rest) + line)
}

function indent(lines: readonly string[], prefix: string): string[] {
  return lines.map((line) => (prefix + line).trimEnd())
}

function cells(token: Tokens.Table, look: Look): string[][] {
  return [token.header, ...token.rows].map((row) => row.map((cell) => inline(cell.tokens, look).replaceAll('\n', ' ')))
}

/** The text of a block: styled if it has inline tokens, otherwise as it is. */
function words(token: Tokens.Generic, look: Look): string {
  return token.tokens === undefined ? literal(token['text'] ?? token.raw) : inline(token.tokens, look)
}

function inline(tokens: readonly Token[], look: Look): string {
  return tokens.map((token) => span(token as Tokens.Generic, look)).join('')
}

function span(token: Tokens.Generic, look: Look): string {
  switch (token.type) {
    case 'br':
      return '\n'
    case 'strong':
      return look.strong(words(token, look))
    case 'em':
      return look.emphasis(words(token, look))
    case 'codespan':
      return look.code(literal(token['text']))
    case 'link':
      return link(inline(token.tokens ?? [], look), token['href'], look)
    case 'image':
      return link(flowing(token['text']), token['href'], look)
    case 'text':
      return token.tokens === undefined ? flowing(decoded(token['text'])) : inline(token.tokens, look)
    case 'checkbox':
      return ''
    case 'escape':
    case 'html':
      return flowing(token['text'])
    default:
      return words(token, look)
  }
}

/** The text of a link or picture, with its address if the text is not the address of a letter. */
function link(shown: string, href: string, look: Look): string {
  const address = literal(href)
  const isSaid = address === '' || address === `mailto:${shown}` || shown === `mailto:${address}`
  return isSaid ? shown : look.link(shown, address)
}

/** A line break in the source is a space. */
function flowing(text: string): string {
  return literal(text.replace(/ *\n */g, ' '))
}

function literal(text: string): string {
  return visible(text, { newlines: true })
}
