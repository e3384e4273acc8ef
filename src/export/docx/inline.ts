import { decoded, type Token, type Tokens } from '../../markdown/read.ts'
import { isLinkable } from '../escape.ts'
import { linked, run, type Look } from './paragraph.ts'

/** The inline content of a block as runs. */
export function inline(token: Tokens.Generic, look: Look): string {
  return token.tokens === undefined ? flowing(String(token['text'] ?? token.raw), look) : spans(token.tokens, look)
}

/** The runs for these tokens. */
export function spans(tokens: readonly Token[], look: Look): string {
  return tokens.map((token) => span(token as Tokens.Generic, look)).join('')
}

function span(token: Tokens.Generic, look: Look): string {
  switch (token.type) {
    case 'br':
      return run('\n')
    case 'strong':
      return inline(token, { ...look, strong: true })
    case 'em':
      return inline(token, { ...look, emphasis: true })
    case 'del':
      return inline(token, { ...look, struck: true })
    case 'codespan':
      return flowing(String(token['text']), { ...look, code: true })
    case 'link':
      return link(inline(token, { ...look, link: true }), inline(token, look), String(token['href']), look)
    case 'image': {
      const text = String(token['text'])
      return link(flowing(text, { ...look, link: true }), flowing(text, look), String(token['href']), look)
    }
    case 'text':
      return token.tokens === undefined ? flowing(decoded(String(token['text'])), look) : spans(token.tokens, look)
    case 'checkbox':
      return ''
    default:
      return inline(token, look)
  }
}

/** An address that must not be a link follows its text, so that nothing is lost. */
function link(shown: string, plain: string, address: string, look: Look): string {
  if (isLinkable(address)) return linked(shown === '' ? run(address, { ...look, link: true }) : shown, address)
  return address === '' ? plain : plain + flowing(`${plain === '' ? '' : ' '}(${address})`, look)
}

/** A line break in the source is a space. */
function flowing(text: string, look: Look): string {
  return run(text.replaceAll(/[ \t]*\n[ \t]*/g, ' '), look)
}
