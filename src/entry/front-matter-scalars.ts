/** The few kinds of values that front matter holds, in YAML there and back (https://yaml.org/spec/1.2.2/). */

/** A value and the length of what it was read from, without a comment after it. */
export interface Read<T> {
  readonly value: T
  readonly length: number
}

/** What most values are: words on one line that hold no sign. */
const SIMPLE = /^\w(?:[^\n#:]|:(?=\S))*$/

/** A text, quoted or not, on one line or folded over several, or a block. Undefined where it is none of these. */
export function readScalar(source: string): Read<string> | undefined {
  if (SIMPLE.test(source)) return { value: source, length: source.length }
  const [first] = source
  if (first === '"' || first === "'") return readQuoted(source, first)
  return first === '|' || first === '>' ? readBlock(source) : readPlain(source)
}

function readQuoted(source: string, quote: '"' | "'"): Read<string> | undefined {
  const length = quotedLength(source, quote)
  if (length === undefined || !/^\s*(?:\s#.*)?$/.test(firstLine(source.slice(length)))) return undefined
  const folded = fold(source.slice(1, length - 1), quote === '"')
  const value = quote === "'" ? folded.replaceAll("''", "'") : unescaped(folded)
  return value === undefined ? undefined : { value, length }
}

/** The length of a quoted text with its quotes. */
function quotedLength(source: string, quote: '"' | "'"): number | undefined {
  for (let at = 1; at < source.length; at++) {
    if (quote === '"' && source[at] === '\\') at++
    else if (source[at] === quote) {
      if (quote === '"' || source[at + 1] !== quote) return at + 1
      at++
    }
  }
  return undefined
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029'
}

function unescaped(text: string): string | undefined {
  let isSound = true
  const value = text.replaceAll(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([^]?))/gi,
    (whole, x?: string, u?: string, long?: string, sign = '') => {
      const code = Number.parseInt(x ?? u ?? long ?? '', 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
      if (Object.hasOwn(ESCAPES, sign)) return ESCAPES[sign] ?? ''
      isSound = false
      return whole
    }
  )
  return isSound ? value : undefined
}

function readPlain(source: string): Read<string> | undefined {
  const lines = source.split('\n').map((line) => line.trimEnd())
  while (lines.length > 1 && lines.at(-1) === '') lines.pop()
  const comment = lines.findIndex((line) => /(?:^|\s)#/.test(line))
  if (comment !== -1 && comment < lines.length - 1) return undefined
  const last = lines.pop() ?? ''
  const written = [...lines, comment === -1 ? last : last.slice(0, last.search(/(?:^|\s)#/)).trimEnd()].join('\n')
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(written) && !/^[-?:][^\s]/.test(written)) return undefined
  return /:(?:\s|$)/.test(written) ? undefined : { value: fold(written), length: written.length }
}

function readBlock(source: string): Read<string> | undefined {
  const [header = '', ...lines] = source.split('\n').map((line) => line.trimEnd())
  const [, style, chomping] = /^([|>])([-+]?)(?:\s+#.*)?$/.exec(header) ?? []
  if (style === undefined) return undefined
  const indent = (lines.find((line) => line !== '') ?? '').search(/[^ ]|$/)
  const text = lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trimEnd()
  return {
    value: (style === '|' ? text : fold(text)) + (chomping === '-' ? '' : '\n'),
    length: source.trimEnd().length
  }
}

/** Lines as one: a single line break becomes a space, or nothing after a backslash that escapes it; of several, one less is kept. */
function fold(text: string, escapes = false): string {
  const [first = '', ...rest] = text.split('\n')
  let [folded, breaks] = [rest.length === 0 ? first : first.trimEnd(), 0]
  for (const line of rest) {
    breaks++
    const words = line.trim()
    if (words === '') continue
    const goesOn = escapes && /(?<!\\)(?:\\\\)*\\$/.test(folded.slice(-80))
    folded = goesOn ? folded.slice(0, -1) + words : folded + (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + words
    breaks = 0
  }
  return folded
}

/** A list, in brackets or an item a line; without either the texts between commas, or one in quotes; nothing is an empty one. */
export function readTexts(source: string): Read<string[]> | undefined {
  if (/^\s*(?:#.*)?$/.test(source)) return { value: [], length: 0 }
  if (source.startsWith('[')) return readFlow(source)
  if (!/^-\s/.test(source)) {
    const single = readScalar(source)
    const texts = single && (/^["']/.test(source) ? [single.value] : betweenCommas(single.value))
    return texts && { value: texts, length: single.length }
  }
  const items: string[][] = []
  for (const line of source.split('\n').filter((one) => !/^\s*(?:#|$)/.test(one))) {
    const [, item] = /^\s*-\s+([^]*)$/.exec(line) ?? []
    if (item === undefined) items.at(-1)?.push(line)
    else items.push([item])
  }
  const read = items.map((lines) => readScalar(lines.join('\n')))
  return read.every((item) => item !== undefined)
    ? { value: read.map(({ value }) => value), length: source.trimEnd().length }
    : undefined
}

/** Texts as somebody types them one after the other. */
export function betweenCommas(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function readFlow(source: string): Read<string[]> | undefined {
  const value: string[] = []
  let at = 1
  for (;;) {
    at += source.slice(at).search(/\S|$/)
    if (source[at] === ']')
      return /^\s*(?:#.*)?$/.test(firstLine(source.slice(at + 1))) ? { value, length: at + 1 } : undefined
    const rest = source.slice(at)
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined
    const length = quote === undefined ? rest.search(/[,[\]{}\n]|$/) : (quotedLength(rest, quote) ?? 0)
    const item = length === 0 ? undefined : readScalar(rest.slice(0, length).trimEnd())
    if (item === undefined) return undefined
    value.push(item.value)
    at += length + rest.slice(length).search(/\S|$/)
    if (source[at] === ',') at++
    else if (source[at] !== ']') return undefined
  }
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end === -1 ? text : text.slice(0, end)
}
