import { partsOf } from './parts.ts'
import { readMarkdown, type Markdown, type Token, type Tokens } from './read.ts'

/** A picture in a text of a pack. */
export interface PictureMark {
  /** What someone is told who cannot see it; '' if it has no description. */
  readonly alt: string
  /** In the folder of the pack. */
  readonly path: string
}

/** Gives what is shown in place of a picture. `isAlone` means that nothing is beside it in its paragraph. */
type Shown = (mark: PictureMark, isAlone: boolean) => Token

/** The paths that pictures of a pack can have. */
export const PICTURE_PATH = /^images\/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\.(?:png|jpe?g|webp)$/i

/** The pictures of the pack in a text, in order. */
export function picturesIn(text: string): readonly PictureMark[] {
  if (!text.includes('![')) return []
  const found = (tokens: readonly Token[]): PictureMark[] =>
    tokens.flatMap((token) => markOf(token) ?? found(partsOf(token)))
  return found(readMarkdown(text))
}

/** The text with something else in place of its pictures. Other images, such as those of the web, stay. */
export function withPictures(markdown: Markdown, shown: Shown): Markdown {
  return markdown.map((token) => replaced(token, true, shown))
}

/** The text with a sentence in place of each picture. `say` makes it of the description. */
export function withSaidPictures(markdown: Markdown, say: (alt: string) => string): Markdown {
  return withPictures(markdown, ({ alt }, isAlone) => saidPicture(say(alt), isAlone))
}

/** A sentence in place of a picture, shown as it is; in brackets if there is text beside it. */
export function saidPicture(sentence: string, isAlone: boolean): Token {
  const text = isAlone ? sentence : `(${sentence})`
  return { type: 'escape', raw: text, text }
}

function markOf(token: Token): PictureMark | undefined {
  if (token.type !== 'image') return undefined
  const { href, text } = token as Tokens.Image
  return PICTURE_PATH.test(href) ? { alt: text.replaceAll(/\s+/g, ' ').trim(), path: href } : undefined
}

function replaced(token: Token, isAlone: boolean, shown: Shown): Token {
  const mark = markOf(token)
  if (mark !== undefined) return shown(mark, isAlone)
  const inside = (tokens: readonly Token[]) => tokens.map((each) => replaced(each, tokens.length === 1, shown))
  if (token.type === 'list') {
    const { items, ...list } = token as Tokens.List
    return { ...list, items: items.map((item) => ({ ...item, tokens: inside(item.tokens) })) }
  }
  if (token.type === 'table') {
    const { header, rows, ...table } = token as Tokens.Table
    const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => ({ ...cell, tokens: inside(cell.tokens) }))
    return { ...table, header: cells(header), rows: rows.map(cells) } as Token
  }
  const { tokens } = token as Tokens.Generic
  return tokens === undefined ? token : ({ ...token, tokens: inside(tokens) } as Token)
}
