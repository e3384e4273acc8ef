import { present } from '../util/records.ts'
import type { Form } from '../questions/shared/model.ts'
import { memoize } from '../util/memoize.ts'

/** The line that begins a section: `<!-- reflect:ID TYPE [skipped] [private] [JSON] -->`. */
export interface Marker {
  readonly id: string
  readonly type: string
  readonly skipped: boolean
  readonly private: boolean
  readonly form?: Form
}

const START = '<!-- reflect:'
const MARKER = /^<!-- reflect:(\S+) ([a-z][a-z-]*)((?: (?:skipped|private))*)(?: (\{[^]*\}))? *-->\s*$/

/** Parses a marker line; undefined if it is not one. Invalid JSON is ignored. */
export function readMarker(line: string): Marker | undefined {
  return line.startsWith(START) ? parsedMarker(line) : undefined
}

const parsedMarker = memoize((line: string): Marker | undefined => {
  const [, id, type, flags = '', json] = MARKER.exec(line) ?? []
  if (id === undefined || type === undefined) return undefined
  const form = json === undefined ? undefined : formIn(json)
  return { id, type, skipped: flags.includes(' skipped'), private: flags.includes(' private'), ...present({ form }) }
})

function formIn(json: string): Form | undefined {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Writes a marker line. In its JSON, everything that could end the comment or the line is escaped. */
export function writeMarker({ id, type, skipped, private: isPrivate, form }: Marker): string {
  const json =
    form &&
    JSON.stringify(form).replaceAll(
      /[<>\u007f-\u009f\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
  const parts = [
    id,
    type,
    ...(skipped ? ['skipped'] : []),
    ...(isPrivate ? ['private'] : []),
    ...(json === undefined ? [] : [json])
  ]
  return `${START}${parts.join(' ')} -->`
}

/** A marker in a text. */
export interface MarkerAt {
  /** The offset of its first character. */
  readonly start: number
  readonly id: string
  /** The marker's line, without the newline. */
  readonly line: string
}

/** All markers of a text from an offset on, in order. */
export function markersIn(text: string, from: number): MarkerAt[] {
  const places: MarkerAt[] = []
  for (let start = text.indexOf(START, from); start !== -1; start = text.indexOf(START, start + 1)) {
    if (start !== from && text[start - 1] !== '\n' && text[start - 1] !== '\r') continue
    const end = text.indexOf('\n', start)
    // Old Macs end lines with a carriage return alone.
    const [line = ''] = text.slice(start, end === -1 ? text.length : end).split(/\r(?!$)/, 1)
    const marker = readMarker(line)
    if (marker !== undefined) places.push({ start, id: marker.id, line })
  }
  return places
}

/** Escapes the lines of a body that look like a marker, with a backslash in front. */
export function escapeMarkers(body: string): string {
  return body.replaceAll(/(?<![^\n])(?=\\*<!-- reflect:)/g, '\\')
}

/** The inverse of `escapeMarkers`. */
export function unescapeMarkers(body: string): string {
  if (!body.includes(START)) return body
  return body.replaceAll(/(?<![^\n])\\(?=\\*<!-- reflect:)/g, '')
}
