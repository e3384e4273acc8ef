import { UsageError } from '../context/errors.ts'
import { excerpt } from '../questions/shared/checking.ts'

/** A key of the front matter and where it stands. Offsets count from the start of the text. */
export interface Field {
  readonly key: string
  /** 1-based. */
  readonly line: number
  readonly start: number
  /** Where the value begins; right after the colon where there is none. */
  readonly valueStart: number
  /** Past the newline of its last line. */
  readonly end: number
}

/** The length of a text's front matter with its fences; undefined where it does not begin with one; -1 where that has no end. */
export function frontMatterLength(text: string): number | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)
  if (opening === null) return undefined
  const closing = /\n---[ \t]*\r?(?:\n|$)/g
  closing.lastIndex = opening[0].length - 1
  const found = closing.exec(text)
  return found === null ? -1 : found.index + found[0].length
}

/**
 * The keys of a front matter, in order. Comments and blank lines belong to none of them.
 *
 * @throws UsageError naming the line that is neither.
 */
export function fieldsOf(frontMatter: string): Field[] {
  const fields: Field[] = []
  const stop = frontMatter.trimEnd().lastIndexOf('\n') + 1
  let line = 1
  for (let start = frontMatter.indexOf('\n') + 1, end = start; start < stop; start = end) {
    line++
    end = frontMatter.indexOf('\n', start) + 1
    const text = frontMatter.slice(start, end).trimEnd()
    if (text === '' || text.startsWith('#')) continue
    const last = fields.at(-1)
    if (goesOn(text) && last !== undefined) fields[fields.length - 1] = continued(last, frontMatter, start, end)
    else fields.push(fieldOf(text, line, start, end))
  }
  return fields
}

/** Whether a line belongs to the key above it: indented, or an item of a list. */
function goesOn(text: string): boolean {
  return text.startsWith(' ') || text.startsWith('\t') || text.startsWith('- ') || text === '-'
}

function fieldOf(text: string, line: number, start: number, end: number): Field {
  let colon = text.indexOf(':')
  while (colon !== -1 && colon < text.length - 1 && !isBlank(text[colon + 1])) colon = text.indexOf(':', colon + 1)
  if (colon < 1 || goesOn(text)) throw new UsageError(({ frontMatter }) => frontMatter.line(line, excerpt(text)))
  let value = colon + 1
  while (isBlank(text[value])) value++
  return { key: text.slice(0, colon).trimEnd(), line, start, valueStart: start + value, end }
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t'
}

/** A field with a line more; a value that only begins there, at most a comment above it, starts at its first word. */
function continued(field: Field, frontMatter: string, start: number, end: number): Field {
  const isEmpty = /^\s*(?:#.*)?$/.test(frontMatter.slice(field.valueStart, start).trimEnd())
  const text = frontMatter.slice(start, end)
  return { ...field, end, valueStart: isEmpty ? start + text.length - text.trimStart().length : field.valueStart }
}
