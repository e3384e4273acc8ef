import type { Token, Tokens } from 'marked'

/*
 * A reader for the plainest Markdown, of which most entries consist: headings, paragraphs, quotations and flat lists, with
 * emphasis around words. The parser would compile its patterns for them, which takes as long as a whole start.
 */

/** What this reader leaves to the parser, anywhere in a text. */
const MARKUP = /[[\]_~<`\\|@]|[^\S \n]|:\/\/|www\.|^ | $| {2}|^[-+=:]+ *$/im
/** Two dollar signs may hold a formula, in which nothing is emphasis. */
const FORMULA = /\$[^$]*\$/
/** What begins a block other than a paragraph. */
const BLOCK = /^(?:[-+*=>:#]|\d+[.)])/m
const HEADING = /^(#{1,6}) ([^#\s](?:.*[^#\s])?)$/
const ITEM = /^(?:-|(\d{1,9})\.) (?:\[([ x])\] )?(.+)$/
/** Emphasis with white space, or an end, before it and after it. */
const EMPHASIS = /(?<=^|[ \n])(\*\*?)([^*\s](?:[^*]*[^*\s])?)\1(?=$|[ \n])/g

/**
 * Reads Markdown whose blocks are all among the plainest.
 *
 * Gives the tokens that the lexer of marked would give; undefined if any block is of another kind.
 */
export function readSimple(source: string): Token[] | undefined {
  if (FORMULA.test(source)) return undefined
  const end = source.endsWith('\n') ? '\n' : ''
  const blocks = source.slice(0, source.length - end.length).split('\n\n')
  const tokens: Token[] = []
  for (const [index, block] of blocks.entries()) {
    if (index > 0) tokens.push({ type: 'space', raw: '\n\n' })
    const token = readBlock(block, index === blocks.length - 1 ? end : '')
    // Lists that follow one another are one list.
    if (token === undefined || (token.type === 'list' && tokens.at(-2)?.type === 'list')) return undefined
    tokens.push(token)
  }
  return tokens
}

function readBlock(block: string, end: string): Token | undefined {
  if (block === '' || block.startsWith('\n') || block.endsWith('\n')) return undefined
  const [, marks, title] = HEADING.exec(block) ?? []
  if (marks !== undefined && title !== undefined) {
    const tokens = readInline(title)
    return tokens && { type: 'heading', raw: block + end, depth: marks.length, text: title, tokens }
  }
  if (block.startsWith('>')) return readQuotation(block, end)
  if (/^(?:-|\d+\.) /.test(block)) return readList(block, end)
  if (BLOCK.test(block.replaceAll(EMPHASIS, '$2'))) return undefined
  const tokens = readInline(block)
  return tokens && { type: 'paragraph', raw: block + end, text: block, tokens }
}

function readQuotation(block: string, end: string): Token | undefined {
  const lines = block.split('\n')
  if (!lines.every((line) => line === '>' || line.startsWith('> '))) return undefined
  const text = lines.map((line) => line.slice(2)).join('\n')
  const tokens = readSimple(text)
  return tokens && { type: 'blockquote', raw: block + end, tokens, text }
}

function readList(block: string, end: string): Token | undefined {
  const lines = block.split('\n')
  const items: Tokens.ListItem[] = []
  for (const line of lines) {
    const isLast = items.length === lines.length - 1
    const item = readItem(line, isLast ? '' : '\n')
    if (item === undefined) return undefined
    items.push(item)
  }
  const numbers = lines.map((line) => ITEM.exec(line)?.[1])
  const ordered = numbers[0] !== undefined
  if (numbers.some((number) => (number !== undefined) !== ordered)) return undefined
  if (ordered && !isCounting(numbers.map((number = '') => number))) return undefined
  return { type: 'list', raw: block + end, ordered, start: ordered ? Number(numbers[0]) : '', loose: false, items }
}

/** Whether the numbers of a list are those that a reader sees, or all 1, which stands for any number. */
export function isCounting(numbers: readonly string[]): boolean {
  const [first = '1'] = numbers
  return (
    numbers.every((number, index) => number === String(Number(first) + index)) ||
    numbers.every((number) => number === '1')
  )
}

function readItem(line: string, end: string): Tokens.ListItem | undefined {
  const [, , box, text] = ITEM.exec(line) ?? []
  if (text === undefined || BLOCK.test(text)) return undefined
  const inline = readInline(text)
  if (inline === undefined) return undefined
  const tokens: Token[] = [{ type: 'text', raw: text, text, tokens: inline }]
  const item = { type: 'list_item', raw: line + end, loose: false, text } as const
  if (box === undefined) return { ...item, task: false, tokens }
  const checked = box === 'x'
  return { ...item, task: true, checked, tokens: [{ type: 'checkbox', raw: `[${box}] `, checked }, ...tokens] }
}

/** Text with emphasis; undefined if it holds other markup, or a mark of emphasis anywhere else. */
function readInline(source: string): Token[] | undefined {
  if (MARKUP.test(source)) return undefined
  const tokens: Token[] = []
  let at = 0
  for (const { 0: raw, 1: marks = '', 2: text = '', index } of source.matchAll(EMPHASIS)) {
    tokens.push(...textTokens(source.slice(at, index)))
    tokens.push({ type: marks === '*' ? 'em' : 'strong', raw, text, tokens: textTokens(text) })
    at = index + raw.length
  }
  tokens.push(...textTokens(source.slice(at)))
  return tokens.some(({ type, raw }) => type === 'text' && raw.includes('*')) ? undefined : tokens
}

function textTokens(text: string): Token[] {
  return text === '' ? [] : [{ type: 'text', raw: text, text, escaped: false }]
}
