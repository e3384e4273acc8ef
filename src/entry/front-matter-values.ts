import { memoize } from '../util/memoize.ts'
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document } from 'yaml'

/**
 * The values of front matter, as YAML (https://yaml.org/spec/1.2.2/): a text, or a list of texts. The functions with `Own`
 * in their names read exactly what `writeText` and `writeTexts` write, in a tenth of the time that the YAML library needs;
 * for everything they accept, the library gives the same value.
 */

/** Words that YAML 1.1 or 1.2 reads as something other than a text, in lower case. */
const TYPED = /^(?:null|true|false|yes|no|on|off|y|n|[-+.]?\d[\d_,.:eE+-]*|0[xo][\da-f]+|[-+]?\.(?:inf|nan))$/
const VERSION = /^\d+\.\d+\.\d+$/
/** A time with its offset. YAML 1.1 reads it as a time, which is what it is. */
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[-+]\d{2}:\d{2})$/
/** ASCII that needs no quotes. */
const SIMPLE = /^[A-Za-z0-9][!"$-9;-~]*(?: [!"$-9;-~]+)*$/
const IN_LIST = /^[^,[\]{}:#]*$/

/** A text as a YAML value on one line: without quotes where YAML 1.1 and 1.2 read it as this text, otherwise as JSON. */
export function writeText(text: string): string {
  if (TIME.test(text)) return text
  return isPlain(text) && (!TYPED.test(text.toLowerCase()) || VERSION.test(text)) ? text : quoted(text)
}

/** Texts as a YAML list on one line. */
export function writeTexts(texts: readonly string[]): string {
  return `[${texts.map((text) => (IN_LIST.test(text) ? writeText(text) : quoted(text))).join(', ')}]`
}

/** Compiling the pattern with Unicode classes is slow (a fiftieth of a start), so ASCII is tried first. */
function isPlain(text: string): boolean {
  return SIMPLE.test(text) || /^[\p{L}\p{N}](?:[^\p{C}\p{Z}:#]| (?! |#|$)|[:#](?! |$))*$/u.test(text)
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** All that is not ASCII, without the byte order mark: the library treats none of it as syntax. */
const BEYOND = String.raw`\x80-\ufefe\uff00-\uffff`
const OWN_TEXT = new RegExp(
  String.raw`^[A-Za-z0-9${BEYOND}][!-9;-~${BEYOND}]*(?:(?::(?! |$)| (?![ #]|$))[!-9;-~${BEYOND}]*)*$`
)
const ITEM = String.raw`"(?:[^"\\]|\\.)*"|[A-Za-z0-9${BEYOND}](?:[!"$-+\--9;-Z\\^-z|~${BEYOND}]| (?![ ,\]]))*`
const OWN_ITEM = new RegExp(ITEM, 'g')
const OWN_LIST = new RegExp(String.raw`^\[(?:(?:${ITEM})(?:, (?:${ITEM}))*)?\]$`)

/** Reads a text in the form that `writeText` gives it; undefined for any other form. */
export function readOwnText(source: string): string | undefined {
  if (source === '') return source
  if (OWN_TEXT.test(source)) return source.length === 4 && isNull(source) ? undefined : source
  if (!source.startsWith('"')) return undefined
  try {
    return String(JSON.parse(source))
  } catch {
    return undefined
  }
}

/** Reads a list in the form that `writeTexts` gives it, or no value at all; undefined for any other form. */
export const readOwnTexts = memoize((source): readonly string[] | undefined => {
  if (source === '') return []
  if (!OWN_LIST.test(source)) return undefined
  const items = (source.match(OWN_ITEM) ?? []).map(readOwnText)
  return items.every((item) => item !== undefined) ? items : undefined
})

/** A key of a YAML mapping with its value. Offsets count from the start of the YAML text. */
export interface YamlPair {
  readonly key: string
  readonly start: number
  /** The end of the value, before a comment. */
  readonly end: number
  /** '' for anything that is not a text. */
  readonly text: string
  /** The texts in a list; the texts between the commas of a plain text; a quoted text as the only one. */
  readonly texts: readonly string[]
  /** It contains an alias whose anchor is not in the YAML text; the alias is left out. */
  readonly isIncomplete: boolean
}

/** Characters that the library gets at most: it needs up to 0.2 s for hostile text of this length. */
const LONGEST = 8192
/** Nesting so deep that it could exhaust the stack. */
const MOST_BRACKETS = 200
const TOO_DEEP = /(?:[-?:][ \t]+){20}/

/**
 * Reads a YAML mapping with the library; every scalar is a text. Undefined if it has errors or is not a mapping, or if
 * it is too long or nests too deep.
 */
export function readYaml(yaml: string): YamlPair[] | undefined {
  const document = parsed(yaml)
  if (!isMap(document?.contents)) return undefined
  return document.contents.items.flatMap(({ key, value }) => {
    const name = textOf(key)
    if (name === undefined || !isScalar(key)) return []
    let isIncomplete = false
    const resolved = (node: unknown) => {
      const target = isAlias(node) ? node.resolve(document) : node
      isIncomplete ||= target === undefined
      return target
    }
    const node = resolved(value)
    const text = textOf(node) ?? ''
    const listed = isSeq(node) ? node.items.flatMap((item) => textOf(resolved(item)) ?? []) : undefined
    const isQuoted = isScalar(node) && node.type !== 'PLAIN'
    const [start = 0, afterKey = 0] = key.range ?? []
    const end = (isNode(value) ? value.range?.[1] : undefined) ?? afterKey
    return { key: name, start, end, text, texts: listed ?? (isQuoted ? [text] : betweenCommas(text)), isIncomplete }
  })
}

/** A text that YAML refuses, such as one with a colon, or that means no value (`null`, `~`): as the words that it is. */
export function plainText(source: string): string {
  const said = source.replaceAll(/\s+/g, ' ').trim()
  if (isNull(said)) return ''
  const [, double, single] = /^"([^"]*)"?$|^'([^']*)'?$/.exec(said) ?? []
  return double ?? single ?? said
}

/** A list that YAML refuses, or takes for a comment: the texts between commas, without brackets, quotes and hashes. */
export function plainTexts(source: string): string[] {
  const said = source
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/^-\s+/, ''))
    .join(', ')
    .replaceAll(/^[[{]|[\]}](?:\s*#.*)?$/g, '')
  const items = said.split(/,|\s+(?=#[^\s#])/)
  return items.map((item) => plainText(item.trim().replace(/^#+(?=\S)/, ''))).filter((item) => item !== '')
}

/** Values that YAML reads as no value. */
function isNull(source: string): boolean {
  return /^(?:null|~)$/i.test(source)
}

/** Sets or (undefined) removes keys of a YAML mapping, and keeps its comments; undefined if `readYaml` cannot read it. */
export function setInYaml(yaml: string, values: ReadonlyMap<string, unknown>): string | undefined {
  const document = parsed(yaml)
  if (!isMap(document?.contents)) return undefined
  for (const [key, value] of values) {
    if (value === undefined) document.delete(key)
    else document.set(key, value === true ? 'true' : value)
  }
  return document.toString({ lineWidth: 0 })
}

/** Undefined if the YAML text has errors or could take the library too long. */
function parsed(yaml: string): Document.Parsed | undefined {
  if (yaml.length > LONGEST || (yaml.match(/[[{]/g) ?? []).length > MOST_BRACKETS || TOO_DEEP.test(yaml))
    return undefined
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' })
  return document.errors.length === 0 ? document : undefined
}

function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined
  return node.type === 'PLAIN' && isNull(node.value) ? undefined : node.value
}

/** The texts between commas, trimmed; empty ones are left out. */
function betweenCommas(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
