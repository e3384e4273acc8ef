import { remembered } from '../remembered.ts'
import { readScalar, readTexts } from './front-matter-scalars.ts'
import type { EntryHead } from './model.ts'

/** Words that YAML takes for nothing else, and for themselves. */
const PLAIN = String.raw`([\w][\w./+-]*)`
const TIME = String.raw`(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[-+]\d{2}:\d{2}))`
const OWN = [
  '^---',
  'reflect: 1',
  `id: ${PLAIN}`,
  `pack: ${PLAIN}`,
  `pack_version: ${PLAIN}`,
  `exercise: ${PLAIN}`,
  'title: (.+)',
  'status: finished',
  `started: ${TIME}`,
  `finished: ${TIME}`,
  `zone: ${PLAIN}`,
  `language: ${PLAIN}`,
  String.raw`tags: (\[.*\])`,
  '---',
  ''
].join('\n')

/** Making the expression takes as long as reading so many key by key. */
const MANY = 50
let met = 0
let own: RegExp | undefined

/** A head, and the length of the front matter that it was read from. */
export interface HeadRead {
  readonly head: EntryHead
  readonly length: number
}

/**
 * The head of a text whose front matter stands there as this program writes that of a finished entry, as nearly all do;
 * undefined for any other, and for the first few. One expression takes a tenth of the time that reading key by key does,
 * where there are many thousands to read.
 */
export function readOwnHead(text: string): HeadRead | undefined {
  if (met < MANY) {
    met++
    return undefined
  }
  const found = (own ??= new RegExp(OWN)).exec(text)
  if (found === null) return undefined
  const [whole, id = '', pack = '', packVersion = '', exercise = '', titleSource = '', ...rest] = found
  const [started = '', finished = '', zone = '', language = '', tagSource = ''] = rest
  const [title, tags] = [titleOf(titleSource), tagsOf(tagSource)]
  if (title === undefined || title === '' || tags === undefined || !isMoment(started) || !isMoment(finished))
    return undefined
  const head = {
    id,
    pack,
    packVersion,
    exercise,
    title,
    status: 'finished',
    started,
    finished,
    zone,
    language,
    tags
  } as const
  return { head, length: whole.length }
}

const titleOf = remembered((source) => readScalar(source.trimEnd())?.value)
const tagsOf = remembered((source) => readTexts(source)?.value)

function isMoment(time: string): boolean {
  return !Number.isNaN(Date.parse(time))
}
