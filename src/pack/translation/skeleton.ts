import { visible } from '../../text/visible.ts'
import { schemas } from '../check/schema.ts'
import { PLACEHOLDER } from './record.ts'
import type { TextTree } from './texts.ts'

/** A text in the pack's own language, as comment lines. `sign` is `|`, or `<` for an earlier version. */
export function sourceLines(text: string, indent: string, sign: '|' | '<' = '|'): string[] {
  return visible(text.trim(), { newlines: true, hidden: true })
    .split('\n')
    .map((line) => `${indent}#${sign} ${line}`.trimEnd())
}

/** Texts to translate as the lines of a mapping, each below its source. `name` is that of the tree in the translation. */
export function blockLines(texts: TextTree, name: readonly string[], indent: string): string[] {
  return [...texts].flatMap(([key, text]) => (text === undefined ? [] : pairLines([...name, key], text, indent)))
}

/** One text or group to translate as the lines of a key and its value; of a wording, of an item of a list. */
export function pairLines(name: readonly string[], text: TextTree | string, indent: string): string[] {
  const only = aloneIn(name, text)
  const head = isWording(name) ? `${indent}-` : `${indent}${keyInYaml(name.at(-1) ?? '')}:`
  if (only === undefined) return typeof text === 'string' ? [] : [head, ...blockLines(text, name, `${indent}  `)]
  const value = isOneLine(only) ? [`${head} ${PLACEHOLDER}`] : [`${head} |`, `${indent}  ${PLACEHOLDER}`]
  return [...sourceLines(only, indent), ...value]
}

/** The same between braces or brackets; every line but the first begins with `indent`. */
export function flowText(name: readonly string[], text: TextTree | string, indent: string): string {
  const only = aloneIn(name, text)
  const head = isWording(name) ? '' : `${keyInYaml(name.at(-1) ?? '')}: `
  if (only !== undefined) return [...sourceLines(only, indent), `${indent}${head}${PLACEHOLDER}`].join('\n')
  const [open, close] = isWordings(name) ? '[]' : '{}'
  const inner =
    typeof text === 'string'
      ? []
      : [...text].flatMap(([key, below]) => (below === undefined ? [] : flowText([...name, key], below, `${indent}  `)))
  return `${indent}${head}${open}\n${inner.join(',\n')}\n${indent}${close}`
}

/** The text of a name that has only one. A group of one text is written as that text, where the format allows it. */
function aloneIn(name: readonly string[], text: TextTree | string): string | undefined {
  if (typeof text === 'string') return text
  const [only, ...others] = text.values()
  if (only === undefined || others.length > 0 || isWordings(name) || !allows(name, PLACEHOLDER)) return undefined
  return typeof only === 'string' ? only : undefined
}

/** Whether the texts of a name are a list. */
export function isWordings(name: readonly string[]): boolean {
  return allows(name, [PLACEHOLDER])
}

function isWording(name: readonly string[]): boolean {
  return isWordings(name.slice(0, -1))
}

/** Whether the format of translations allows a value under a name. */
function allows(name: readonly string[], value: unknown): boolean {
  const whole = name.reduceRight((inner: unknown, key) => ({ [key]: inner }), value)
  return schemas.translation().safeParse(whole).success
}

/** What a translator can most likely write on one line without quotes: the original is short and plain. */
function isOneLine(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.length <= MAX_LINE && /^[\p{L}\p{N}][^\n]*$/u.test(trimmed) && !/: |:$| #|\{/.test(trimmed)
}
const MAX_LINE = 70

/** A key as YAML reads it again: quoted unless it is a plain word or number. */
function keyInYaml(key: string): string {
  return /^(?!null$)[a-z][\w-]*$|^(?:0|[1-9]\d{0,8})$/i.test(key) ? key : JSON.stringify(key)
}
