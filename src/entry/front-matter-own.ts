import { remembered } from '../util/memoize.ts'
import { readScalar, readTexts } from './front-matter-scalars.ts'
import type { EntryHead } from './model.ts'

/** How the front matter of a finished entry begins, each of its lines after that, and how it ends. */
const START = '---\nreflect: 1\n'
const LINES = [
  'id: ',
  'pack: ',
  'pack_version: ',
  'exercise: ',
  'title: ',
  'status: finished',
  'started: ',
  'finished: ',
  'zone: ',
  'language: ',
  'tags: '
]
const END = '---\n'

/** Words that need no quotes and hold no sign. */
const PLAIN = /^\w[\w./+-]*$/
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[-+]\d{2}:\d{2})$/

/** A head, and the length of the front matter that it was read from. */
export interface HeadRead {
  readonly head: EntryHead
  readonly length: number
}

/**
 * The head of a text whose front matter stands there as this program writes that of a finished entry, as nearly all do;
 * undefined for any other. Reading key by key takes ten times as long.
 */
export function readOwnHead(text: string): HeadRead | undefined {
  if (!text.startsWith(START)) return undefined
  const values: string[] = []
  let at = START.length
  for (const line of LINES) {
    const end = text.indexOf('\n', at)
    if (end === -1 || !text.startsWith(line, at)) return undefined
    values.push(text.slice(at + line.length, end))
    at = end + 1
  }
  const head = text.startsWith(END, at) ? headOf(values) : undefined
  return head && { head, length: at + END.length }
}

/** Of what follows the beginnings of the lines; undefined for what must be read with more care. */
function headOf(values: readonly string[]): EntryHead | undefined {
  const [id = '', pack = '', packVersion = '', exercise = '', titleSource = '', afterStatus = '', ...rest] = values
  const [started = '', finished = '', zone = '', language = '', tagSource = ''] = rest
  if (afterStatus !== '' || !isMoment(started) || !isMoment(finished)) return undefined
  if (![id, pack, packVersion, exercise, zone, language].every(isPlain)) return undefined
  const [title, tags] = [titleOf(titleSource), tagsOf(tagSource)]
  if (title === undefined || title === '' || tags === undefined) return undefined
  return { id, pack, packVersion, exercise, title, status: 'finished', started, finished, zone, language, tags }
}

const titleOf = remembered((source) => readScalar(source.trimEnd())?.value)
const tagsOf = remembered((source) => readTexts(source)?.value)

function isPlain(value: string): boolean {
  return PLAIN.test(value)
}

function isMoment(time: string): boolean {
  return TIME.test(time) && !Number.isNaN(Date.parse(time))
}
