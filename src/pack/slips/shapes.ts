import type { Edit } from '../diagnostic.ts'
import { at, itemsOf, pairsOf, textOf, type Leaf, type ListNode, type Node, type Pair } from '../yaml/tree.ts'
import { quoted } from '../yaml/syntax-fixes.ts'
import { allOf, braced, conditionIn } from './conditions.ts'
import { idOf } from './names.ts'

/** An example of the value of each key that is no plain text. */
const examples: Readonly<Record<string, string>> = {
  about: 'about: [moment]',
  add_rows: 'add_rows: { max: 5 }',
  authors: 'authors: [Jo Smith]',
  columns: 'columns: [{ id: what, title: What }]',
  exercises: 'exercises: [first-week.yaml, second-week.yaml]',
  follow_up: 'follow_up: { ask: Why? }',
  glossary: 'glossary: { ethos: What a service stands for. }',
  gaps: 'gaps: { why: { ask: Why? } }',
  items: 'items: { min: 1, max: 5 }',
  labels: 'labels: { 1: Hardly, 5: Fully }',
  more: 'more: { under: 15 words, ask: What else? }',
  options: 'options: [yes, not yet]',
  outcomes: 'outcomes: { notice: Notice what happens }',
  pick: 'pick: { max: 2 }',
  renamed: 'renamed: { one/old: one/new }',
  retired: 'retired: [one/old]',
  revisit: 'revisit: { exercise: first-week, after: 7 days }',
  routes: 'routes: { short: { title: Half an hour, exercises: [first-week] } }',
  rows: 'rows: [staff, public]',
  source: 'source: { title: The course }',
  statements: 'statements: [{ id: calm, text: I was calm }]',
  when: 'when: { part: led }',
  words: 'words: { min: 40, max: 120 }'
}

/** What a key looks like with a value; '' if that is plain. */
export function exampleOf(key: string): string {
  return Object.hasOwn(examples, key) ? (examples[key] ?? '') : ''
}

/** A value that is not of the kind that its key needs, in that kind; undefined if it can mean several things. */
export function reshaped(key: string, node: Node, parent: Node | undefined): Edit[] | undefined {
  if (node.kind === 'list' && !node.isFlow && (key === 'statements' || key === 'columns'))
    return itemsWithIds(node, key === 'columns' ? 'title' : 'text')
  if (key === 'when' && node.kind === 'list') return allOf(node)
  const text = written(key, node, parent)
  return text === undefined || node.start === node.end ? undefined : [{ start: node.start, end: node.end, text }]
}

/** The keys whose values are lists of texts, and those with bounds. */
const TEXTS = /^(?:authors|exercises|options|outcomes|retired|rows)$/
const BOUNDS = /^(?:add_rows|items|pick|words)$/

function written(key: string, node: Node, parent: Node | undefined): string | undefined {
  const text = textOf(node)
  const items = itemsOf(node).flatMap((item) => textOf(item) ?? [])
  const isTexts = node.kind === 'list' && node.isFlow && items.length === node.items.length && items.length > 0
  if (TEXTS.test(key)) return node.kind === 'leaf' && text !== undefined ? listOf(key, text, node.source) : undefined
  if (BOUNDS.test(key)) return boundsOf(key, node)
  switch (key) {
    case 'when':
      return text === undefined ? undefined : braced(conditionIn(text))
    case 'columns':
      return namedItems(node, 'title')
    case 'statements':
      return namedItems(node, 'text')
    case 'labels':
      return isTexts ? labelsOf(items, parent) : numberedLabels(text ?? '')
    case 'renamed':
      return renamesIn(text ?? '')
    case 'revisit': {
      const [, exercise, after] = /^([a-z][a-z0-9-]*),? (?:after|in) (\d+ \w+)$/.exec(text ?? '') ?? []
      return exercise === undefined ? undefined : `{ exercise: ${exercise}, after: ${after} }`
    }
    default:
      return undefined
  }
}

/** `40-120`, `at most 120` or `[40, 120]` as bounds. */
function boundsOf(key: string, node: Node): string | undefined {
  if (node.kind === 'list') {
    const [low, high, ...more] = node.items.map((item) => (item.kind === 'leaf' ? item.value : undefined))
    return typeof low === 'number' && typeof high === 'number' && more.length === 0
      ? `{ min: ${low}, max: ${high} }`
      : undefined
  }
  const text = node.kind === 'leaf' ? node.source.replaceAll(/^["']|["']$/g, '') : ''
  if (key === 'add_rows' && /^\d+$/.test(text)) return `{ max: ${text} }`
  const [, low, high] = /^(\d+)\s*(?:-|–|—|to|\.\.\.?|\/)\s*(\d+)(?:\s*[a-z]+)?$/i.exec(text) ?? []
  if (low !== undefined) return `{ min: ${low}, max: ${high} }`
  const [, most] = /^(?:max(?:imum)?\.?:?|up to|at most|no more than|<=|≤)\s*(\d+)(?:\s*[a-z]+)?$/i.exec(text) ?? []
  if (most !== undefined) return `{ max: ${most} }`
  const [, least] =
    /^(?:min(?:imum)?\.?:?|at least|>=|≥)\s*(\d+)(?:\s*[a-z]+)?$/i.exec(text) ?? /^(\d+)\s*\+$/.exec(text) ?? []
  return least === undefined ? undefined : `{ min: ${least} }`
}

/** Texts after dashes as items with an id, each in its place. */
function itemsWithIds({ items }: ListNode, name: string): Edit[] | undefined {
  const texts = items.flatMap((item) => {
    const text = textOf(item)
    return text === undefined ? [] : [{ start: item.start, end: item.end, id: idOf(text), text }]
  })
  const ids = new Set(texts.map(({ id }) => id))
  if (ids.size < items.length || ids.has('')) return undefined
  return texts.map(({ start, end, id, text }) => ({ start, end, text: `{ id: ${id}, ${name}: ${inBraces(text)} }` }))
}

/** Texts, or a mapping from ids to texts, as items with an id. */
function namedItems(node: Node, name: string): string | undefined {
  const named =
    node.kind === 'map'
      ? node.pairs.map(({ key, value }) => [key, textOf(value)] as const)
      : itemsOf(node).map((item) => [idOf(textOf(item) ?? ''), textOf(item)] as const)
  const ids = new Set(named.map(([id]) => id))
  const isClear =
    named.length > 0 && ids.size === named.length && named.every(([id, text]) => id !== '' && text !== undefined)
  if (!isClear || node.kind === 'leaf' || node.kind === 'invalid' || !node.isFlow) return undefined
  return `[${named.map(([id, text]) => `{ id: ${id}, ${name}: ${inBraces(text ?? '')} }`).join(', ')}]`
}

/** Labels for both ends of a scale, or for each of its numbers. */
function labelsOf(labels: readonly string[], scale: Node | undefined): string | undefined {
  const [from, to] = [at(scale, 'from'), at(scale, 'to')].map((node) =>
    node?.kind === 'leaf' ? node.value : undefined
  )
  if (typeof from !== 'number' || typeof to !== 'number') return undefined
  const isEach = labels.length === to - from + 1
  if (!isEach && labels.length !== 2) return undefined
  const numbers = isEach ? labels.map((_, index) => from + index) : [from, to]
  return `{ ${labels.map((label, index) => `${numbers[index]}: ${inBraces(label)}`).join(', ')} }`
}

/** What stands between the items of a list in a text, surest first. */
const BETWEEN = [/[;；]/, /\|/, /[،、，]/, /,/]

/** What begins an item in other programs. */
const MARK = /^(?:[-*•–—☐□]\s*|\(?\w{1,2}[.)]\s+|\[[ xX]?\]\s*)/

function listOf(key: string, text: string, source: string): string | undefined {
  const isOptions = key === 'options' || key === 'rows'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isLines = isOptions && lines.length > 1
  if (!isLines && /["'|>\n]/.test(source.charAt(0) + (source.includes('\n') ? '\n' : ''))) return undefined
  const inner = isOptions ? text.trim().replace(/^\(([^()]*)\)$/, '$1') : text
  const between = key === 'authors' ? /;/ : (BETWEEN.find((each) => each.test(inner)) ?? /,/)
  if (key === 'authors' && text.includes(',') && !text.includes(';')) return undefined
  const parts = isLines ? lines.map((line) => line.trim().replace(MARK, '')) : inner.split(between)
  const items = parts.map((item) => item.trim()).filter((item) => item !== '')
  if (isOptions && items.length < 2) return undefined
  return `[${items.map(inBraces).join(', ')}]${source.endsWith('\n') ? '\n' : ''}`
}

/** `1 = Hardly, 5 = Fully` as labels. */
function numberedLabels(text: string): string | undefined {
  const labels = text.split(/[,;]\s*(?=\d+\s*[=:–-])/).map((each) => /^\s*(\d+)\s*[=:–-]\s*(\S.*?)\s*$/.exec(each))
  const pairs = labels.map((found) => found && `${found[1]}: ${inBraces(found[2] ?? '')}`)
  return pairs.includes(null) ? undefined : `{ ${pairs.join(', ')} }`
}

/** `one/old -> one/new` as new names. */
function renamesIn(text: string): string | undefined {
  const names = text
    .split(/\s*[,;]\s*/)
    .map((each) => /^([\w./-]+)\s*(?:->|=>|→|\bto\b|=)\s*([\w./-]+)$/.exec(each.trim()))
  const pairs = names.map((found) => found && `${found[1]}: ${found[2]}`)
  return pairs.includes(null) ? undefined : `{ ${pairs.join(', ')} }`
}

/** A text as it can stand between brackets or braces, in double quotes where that is needed. */
export function inBraces(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} .'’/_-]*[\p{L}\p{N}.!?]?$/u.test(text) && !/^(?:true|false|null|yes|no)$/i.test(text)
  return isPlain && text.trim() === text ? text : quoted(text)
}

/** `- led: I led it` in a list of options, as an option with an id. */
export function asOption(item: Node): Edit[] | undefined {
  const [pair, ...others] = pairsOf(item)
  if (pair === undefined || others.length > 0 || item.kind !== 'map' || !/^[a-z][a-z0-9-]*$/.test(pair.key))
    return undefined
  return [
    { start: item.start, end: item.start, text: '{ id: ' },
    { start: pair.keySpan.end, end: pair.value.start, text: ', label: ' },
    ...labelEdits(pair)
  ]
}

function labelEdits({ value }: Pair): Edit[] {
  const text = textOf(value) ?? ''
  const isSafe = value.kind === 'leaf' && (/^["']/.test(value.source) || !/[,[\]{}]/.test(text))
  const end = { start: value.end, end: value.end }
  return isSafe ? [{ ...end, text: ' }' }] : [{ start: value.start, end: value.end, text: `${quoted(text)} }` }]
}

/** A scalar as the number that it says with words beside it: `10 minutes`, `"10"`. */
export function numberIn({ source, value }: Leaf): string | undefined {
  const plain = (typeof value === 'string' ? value : source)
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replace(/\s*(?:\/\/|#|<!--|;).*$/, '')
  const text = plain.replace(/^0?0:(\d\d)(?::00)?$/, '$1').replace(/^0+(?=\d)/, '')
  return /^(?:about|around|approx\.?|ca?\.|~|≈)?\s*(-?\d{1,6}(?:\.\d+)?)\s*(?:min(?:ute)?s?\.?|')?$/i.exec(
    text.trim()
  )?.[1]
}

const TRUE = /^(?:yes|y|on|ja|oui|1|true|x)$/i
const FALSE = /^(?:no|n|off|nein|non|0|false)$/i

/** `yes` as true, and so on. */
export function truthIn(source: string): string | undefined {
  const word = source.replaceAll(/^["']|["']$/g, '')
  return TRUE.test(word) ? 'true' : FALSE.test(word) ? 'false' : undefined
}

/** A length of time as a pack writes it: `7days` as `7 days`. */
export function spanIn(text: string): string | undefined {
  const [, number = '', unit = ''] =
    /^(\d{1,4}|an?|one|two|three)\s*-?\s*(d|w|wk|mo|mth|day|week|month)s?\.?$/i.exec(text.trim()) ?? []
  const count = { a: '1', an: '1', one: '1', two: '2', three: '3' }[number.toLowerCase()] ?? number
  const name = { d: 'day', w: 'week', wk: 'week', mo: 'month', mth: 'month' }[unit.toLowerCase()] ?? unit.toLowerCase()
  return count === '' || count === '0' ? undefined : `${Number(count)} ${name}${Number(count) === 1 ? '' : 's'}`
}

/** A version with three numbers: `1.0` as `1.0.0`. */
export function versionIn(text: string): string | undefined {
  const [, major, minor = '0', patch = '0'] =
    /^v?\.?\s*(\d{1,6})(?:[.,](\d{1,6}))?(?:[.,](\d{1,6}))?$/i.exec(text.trim()) ?? []
  return major === undefined ? undefined : [major, minor, patch].map(Number).join('.')
}

/** A day that is written with dots, or in another way with the year first. */
export function dayIn(text: string): string | undefined {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const [, y = year, m = month, d = date] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? []
  const parts = y === '' ? dayInWords(text) : [y, m, d]
  const day = parts?.map((part) => part.padStart(2, '0')).join('-')
  return day === text ? undefined : day
}

/** `11 January 2027`, and `25/12/2027` or `12/25/2027`, of which only one number can be a month. */
function dayInWords(text: string): readonly [year: string, month: string, day: string] | undefined {
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}{3,})\.?,?\s+(\d{4})$/u.exec(text.trim()) ?? []
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month > 0) return [year, String(month), day]
  const [, first = '', second = '', after = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text.trim()) ?? []
  if (Number(first) > 12 && Number(second) <= 12) return [after, second, first]
  return Number(second) > 12 && Number(first) <= 12 && first !== '' ? [after, first, second] : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A licence of Creative Commons as people write it, as an SPDX name: `CC BY 4.0`. */
export function licenseIn(text: string): string | undefined {
  const [, terms = '', version] = /^CC[ -]?(BY(?:[ -](?:NC|SA|ND))*)[ -]v?(\d\.\d)(?: .*)?$/i.exec(text.trim()) ?? []
  return version === undefined ? undefined : `CC-${terms.toUpperCase().replaceAll(' ', '-')}-${version}`
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  welsh: 'cy',
  cymraeg: 'cy',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  dutch: 'nl',
  nederlands: 'nl',
  portuguese: 'pt',
  português: 'pt',
  polish: 'pl',
  irish: 'ga',
  gaeilge: 'ga'
}

/** A language by its name, or a tag with underscores. */
export function languageIn(text: string): string | undefined {
  const tag = text
    .trim()
    .replaceAll('_', '-')
    .replace(/\.utf-?8$/i, '')
  const name = text.trim().toLowerCase().replaceAll(/[()]/g, '')
  const [english] = /^english (?:uk|gb|british)$|^british english$|^uk english$/.exec(name) ?? []
  return english === undefined
    ? (LANGUAGES[name] ?? (/^[a-z-]+$/i.test(tag) && tag !== text ? tag : undefined))
    : 'en-GB'
}
