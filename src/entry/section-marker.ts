import { remembered } from '../util/memoize.ts'
import type { Form } from '../questions/shared/model.ts'

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

/** A line as a marker; undefined where it is none. JSON that does not parse is as good as none. */
export function readMarker(line: string): Marker | undefined {
  return line.startsWith(START) ? parsedMarker(line) : undefined
}

const parsedMarker = remembered((line: string): Marker | undefined => {
  const [, id, type, flags = '', json] = MARKER.exec(line) ?? []
  if (id === undefined || type === undefined) return undefined
  const form = json === undefined ? undefined : parsed(json)
  const marker = { id, type, skipped: flags.includes(' skipped'), private: flags.includes(' private') }
  return form === undefined ? marker : { ...marker, form }
})

function parsed(json: string): Form | undefined {
  try {
    return JSON.parse(json) as Form
  } catch {
    return undefined
  }
}

/** The marker's line. Its JSON holds nothing that could end the comment, or the line. */
export function writeMarker({ id, type, skipped, private: isPrivate, form }: Marker): string {
  const json = form && JSON.stringify(form).replaceAll(/[<>\u007f-\u009f\u2028\u2029]/g, asNumber)
  const parts = [
    id,
    type,
    ...(skipped ? ['skipped'] : []),
    ...(isPrivate ? ['private'] : []),
    ...(json === undefined ? [] : [json])
  ]
  return `${START}${parts.join(' ')} -->`
}

function asNumber(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Where a section begins, and its id. */
export interface MarkerPlace {
  readonly start: number
  readonly id: string
  /** The marker's line, without its end. */
  readonly line: string
}

/** The markers of a text, from an offset on. */
export function markersIn(text: string, from: number): MarkerPlace[] {
  const places: MarkerPlace[] = []
  for (let start = text.indexOf(START, from); start !== -1; start = text.indexOf(START, start + 1)) {
    if (start !== from && text[start - 1] !== '\n') continue
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? text.length : end)
    const marker = readMarker(line)
    if (marker !== undefined) places.push({ start, id: marker.id, line })
  }
  return places
}

/** A body so that none of its lines is taken for a marker: those that look like one gain a backslash. */
export function guarded(body: string): string {
  return body.replaceAll(/(?<![^\n])(?=\\*<!-- reflect:)/g, '\\')
}

/** A guarded body as it was. */
export function unguarded(body: string): string {
  if (!body.includes(START)) return body
  return body.replaceAll(/(?<![^\n])\\(?=\\*<!-- reflect:)/g, '')
}
