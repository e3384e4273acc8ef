import type { Token, Tokens } from 'marked'

/** The tokens inside a token: blocks, items, or the inline tokens of all cells. */
export function partsOf(one: Token): readonly Token[] {
  const token = one as Tokens.Generic
  if (token.type === 'list') return (token as Tokens.List).items
  if (token.type !== 'table') return token.tokens ?? []
  const { header, rows } = token as Tokens.Table
  return [header, ...rows].flat().flatMap(({ tokens }) => tokens)
}
