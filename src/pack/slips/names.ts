import { isId } from '../../questions/shared/keys.ts'
import type { Edit, SourceSpan } from '../diagnostic.ts'
import type { LineIndex } from '../yaml/line-index.ts'

/* Names as authors meant them. */

/** An id made of a text: small letters without accents, and hyphens between words. '' if the text gives no id. */
export function idOf(text: string): string {
  const id = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-\d]+|-+$/g, '')
  return id.slice(0, 40)
}

/** A name with capitals, accents, spaces or underscores as an id; undefined if something else is wrong with it. */
export function idIn(text: string): string | undefined {
  const id = /^\p{L}[\p{L}\p{M}\p{N} _.'’-]*$/u.test(text) && text.length <= 40 ? idOf(text) : ''
  return isId(id) ? id : undefined
}

/** A reference with capitals, accents or underscores; undefined if something else is wrong with it. Of several words, it may mean anything. */
export function referenceIn(text: string): string | undefined {
  const [, exercise, prompt = '', part] = /^(?:([^/.]+)\/)?([^/.]+)(?:\.([^/.]+))?$/.exec(text.trim()) ?? []
  if (/\s/.test(text.trim())) return undefined
  const names = [exercise, prompt, part].map((name) => (name === undefined ? undefined : idIn(name.trim())))
  if (names[1] === undefined || (exercise !== undefined && names[0] === undefined)) return undefined
  if (part !== undefined && names[2] === undefined) return undefined
  return `${exercise === undefined ? '' : `${names[0]}/`}${names[1]}${part === undefined ? '' : `.${names[2]}`}`
}

/**
 * The edit that writes the only likely name in place of an unknown one, in a stretch of a file that names it. Undefined if there is no or more
 * than one, or if it cannot be a name itself.
 */
export function renamed(
  { start, end }: SourceSpan,
  name: string,
  [only, ...others]: readonly string[],
  lines: Pick<LineIndex, 'slice'>
): Edit[] | undefined {
  if (only === undefined || others.length > 0 || name === '' || !/^[a-z][a-z0-9_-]*$/.test(only)) return undefined
  const source = lines.slice({ start, end })
  const found = [...source.matchAll(/[\w-]+/g)].find(([word]) => word === name)
  if (found === undefined) return undefined
  return [{ start: start + found.index, end: start + found.index + name.length, text: only }]
}

/** The edit that writes the only likely name in place of a value; undefined if there is no or more than one. */
export function instead({ start, end }: SourceSpan, [only, ...others]: readonly string[]): Edit[] | undefined {
  return only === undefined || others.length > 0 ? undefined : [{ start, end, text: only }]
}
