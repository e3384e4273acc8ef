import { directionOf } from '../../markdown/direction.ts'
import { decoded } from '../../markdown/entities.ts'
import type { Markdown, Token, Tokens } from '../../markdown/read.ts'
import type { Words } from '../../words/index.ts'
import { isLinkable, escaped } from '../escape.ts'

type Direction = 'ltr' | 'rtl'

/** What surrounds a block. */
interface Place {
  readonly direction: Direction
  readonly words: Words['export']
}

/**
 * Parsed Markdown as HTML that contains only text, structure and links to the web. HTML in the source is shown as text, images of the web become
 * links. Headings become strong lines, so that the page's own headings are its outline.
 */
export function htmlOf(markdown: Markdown, words: Words['export']): string {
  return blocks(markdown, { direction: 'ltr', words })
}

/** ` dir="rtl"` or ` dir="ltr"` if the text has another direction than its surroundings; otherwise ''. */
export function dirAttribute(text: string, around: Direction = 'ltr'): string {
  const own = directionOf(text)
  return own === undefined || own === around ? '' : ` dir="${own}"`
}

function blocks(tokens: readonly Token[], place: Place): string {
  return tokens.map((token) => block(token as Tokens.Generic, place)).join('')
}

function block(token: Tokens.Generic, place: Place): string {
  const dir = dirAttribute(token.raw, place.direction)
  const inside = { ...place, direction: directionOf(token.raw) ?? place.direction }
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return ''
    case 'heading':
      return `<p${dir}><strong>${inline(token)}</strong></p>\n`
    case 'code':
      return `<pre><code>${escaped(token['text'])}</code></pre>\n`
    case 'blockquote':
      return `<blockquote${dir}>\n${blocks(token.tokens ?? [], inside)}</blockquote>\n`
    case 'list':
      return list(token as Tokens.List, dir, inside)
    case 'table':
      return table(token as Tokens.Table, dir, place)
    case 'hr':
      return '<hr>\n'
    default:
      return `<p${dir}>${inline(token)}</p>\n`
  }
}

function list({ ordered, start, loose, items }: Tokens.List, dir: string, place: Place): string {
  const first = ordered && typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''
  const name = ordered ? 'ol' : 'ul'
  return `<${name}${first}${dir}>\n${items.map((one) => item(one, loose, place)).join('')}</${name}>\n`
}

/** The text of an item in a tight list has no paragraph of its own. */
function item({ task, checked, tokens, raw }: Tokens.ListItem, loose: boolean, place: Place): string {
  const box = task ? `${checked === true ? '☑' : '☐'} ` : ''
  const inside = { ...place, direction: directionOf(raw) ?? place.direction }
  const parts = tokens.map((token) =>
    !loose && token.type === 'text' ? inline(token as Tokens.Generic) : block(token as Tokens.Generic, inside)
  )
  // The box belongs on the line of the first words.
  const content = parts.join('').replace(/^(?:<p[^>]*>)?/, (start) => start + box)
  return `<li${dirAttribute(raw, place.direction)}>${content}</li>\n`
}

/** A table can be wider than the window; it scrolls on its own and can get the keyboard focus for that. */
function table({ header, rows, align }: Tokens.Table, dir: string, { words }: Place): string {
  const cell = (name: string, { tokens, text }: Tokens.TableCell, column: number) => {
    const side = align[column] ? ` class="${align[column]}"` : ''
    return `<${name}${side}${dirAttribute(text)}>${spans(tokens)}</${name.split(' ', 1)[0]}>`
  }
  const head = header.map((one, column) => cell(one.text.trim() === '' ? 'td' : 'th scope="col"', one, column))
  const body = rows.map((row) => `<tr>${row.map((one, column) => cell('td', one, column)).join('')}</tr>\n`)
  return (
    `<div class="table" role="group" aria-label="${escaped(words.table)}" tabindex="0"${dir}>\n<table>\n` +
    `<thead>\n<tr>${head.join('')}</tr>\n</thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n</div>\n`
  )
}

/** The inline content of a block. */
function inline(token: Tokens.Generic): string {
  return token.tokens === undefined ? escaped(String(token['text'] ?? token.raw)) : spans(token.tokens)
}

function spans(tokens: readonly Token[]): string {
  return tokens.map((token) => span(token as Tokens.Generic)).join('')
}

function span(token: Tokens.Generic): string {
  switch (token.type) {
    case 'br':
      return '<br>\n'
    case 'strong':
    case 'em':
    case 'del':
      return `<${token.type}>${inline(token)}</${token.type}>`
    case 'codespan':
      return `<code>${escaped(token['text'])}</code>`
    case 'link':
      return link(inline(token), String(token['href']))
    case 'image':
      return link(escaped(String(token['text'])), String(token['href']))
    case 'embedded':
      return String(token['html'])
    case 'text':
      return token.tokens === undefined ? escaped(decoded(token['text'])) : spans(token.tokens)
    case 'checkbox':
      return ''
    default:
      return inline(token)
  }
}

/** An address that must not be a link follows its text, so that nothing is lost. */
function link(words: string, address: string): string {
  const shown = escaped(address)
  // In print the address follows the text, unless the text is the address.
  const bare = ['', shown].includes(words) ? ' class="bare"' : ''
  if (isLinkable(address)) return `<a href="${shown}" rel="noreferrer"${bare}>${words || shown}</a>`
  return [words, ...(shown === '' || shown === words ? [] : [`(${shown})`])].filter((part) => part !== '').join(' ')
}
