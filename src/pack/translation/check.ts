import { formatReference, quotationsIn } from '../../questions/shared/reference.ts'
import { nearest } from '../../text/suggest.ts'
import { onOneLine } from '../../text/lines.ts'
import { MAX_PER_CODE } from '../diagnostic.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { Translation } from '../model.ts'
import type { Outline, TranslationOutline } from '../check/outline.ts'
import { isLanguage } from '../format.ts'
import { headOf } from '../check/schema-issues.ts'
import { at, pairsOf, textOf } from '../yaml/tree.ts'
import type { Leaf, MapNode, Node } from '../yaml/tree.ts'
import { NAMELESS, textsIn } from './texts.ts'
import type { TextTree } from './texts.ts'

/** Checks a pack's translations against its texts, and gives them by language: all that is there and belongs there. */
export function checkTranslations(outline: Outline): Readonly<Record<string, Translation>> {
  if (outline.translations.length === 0) return {}
  const texts = textsIn(outline)
  const own = textOf(at(outline.manifest.node, 'language'))?.toLowerCase()
  const seen = new Map<string, string>()
  const checked = outline.translations.map((translation) => {
    const { language, part, span } = translation
    const before = seen.get(language.toLowerCase())
    if (!isLanguage(language)) part.report('bad-language', span, { text: language })
    else if (language.toLowerCase() === own) part.report('own-language', span, { language })
    else if (before !== undefined) part.report('translated-twice', span, { language, file: before })
    seen.set(language.toLowerCase(), part.file)
    return [language, new Comparison(translation).against(texts)] as const
  })
  return Object.fromEntries(checked)
}

/** Braces that are named in one message. */
const MOST_NAMED = 5

/** One translation beside what it translates. */
class Comparison {
  readonly #translation: TranslationOutline
  readonly #texts: Record<string, string> = {}
  #refused = 0

  constructor(translation: TranslationOutline) {
    this.#translation = translation
  }

  against(texts: TextTree): Translation {
    const { part, span } = this.#translation
    this.#compare(texts, part.node, [], span)
    return this.#texts
  }

  get #report(): Report {
    return this.#translation.part.report
  }

  /** `place` is the key below which a text that is missing would stand. */
  #compare(texts: TextTree, node: Node, name: readonly string[], place: SourceSpan): void {
    if (node.kind === 'invalid') return
    for (const { key, keySpan, value } of pairsOf(node)) {
      const below = [...name, key]
      // What the schema complained of is not complained of again.
      if (this.#translation.invalidPaths.has(below.join('/'))) continue
      const text = texts.get(key)
      if (typeof text === 'string') this.#take(text, value, below)
      else if (text !== undefined) this.#into(text, value, below, keySpan)
      else if (!texts.has(key) && !texts.has(NAMELESS)) this.#refuse(key, keySpan, texts)
    }
    for (const key of missingIn(node, texts))
      this.#report('untranslated', place, { name: [...name, key].join('/'), key })
  }

  /** Names that nobody has are told of, and what they may mean looked up, as long as anybody would mend them. */
  #refuse(name: string, span: SourceSpan, texts: TextTree): void {
    if (this.#refused++ < MAX_PER_CODE)
      this.#report('nothing-to-translate', span, { name, near: nearest(name, texts.keys()) })
  }

  /** A part with several texts, or, written short, the first of them. */
  #into(texts: TextTree, value: Node, name: readonly string[], place: SourceSpan): void {
    if (value.kind !== 'leaf') return value.kind === 'map' ? this.#compare(texts, value, name, place) : undefined
    const [key = '', ...others] = texts.keys()
    const text = texts.get(key)
    if (typeof text === 'string') this.#take(text, value, [...name, key])
    for (const other of others) this.#report('untranslated', place, { name: [...name, other].join('/'), key: other })
  }

  #take(original: string, value: Node, name: readonly string[]): void {
    const text = textOf(value)
    if (text === undefined || value.kind !== 'leaf') return
    this.#texts[name.join('/')] = tidy(text, name)
    this.#compareMarks('quotations-differ', original, text, value, quotationsOf)
    if (name.at(-1) === 'template') this.#compareMarks('gaps-differ', original, text, value, gapsOf)
  }

  /** What stands in one text between braces stands in the other too, in whatever order. */
  #compareMarks(
    code: 'quotations-differ' | 'gaps-differ',
    original: string,
    text: string,
    leaf: Leaf,
    marksOf: (text: string) => ReadonlySet<string>
  ): void {
    const [wanted, found] = [marksOf(original), marksOf(text)]
    const missing = [...wanted].filter((mark) => !found.has(mark))
    const extra = [...found].filter((mark) => !wanted.has(mark))
    if (missing.length + extra.length > 0)
      this.#report(code, headOf(leaf), { missing: missing.slice(0, MOST_NAMED), extra: extra.slice(0, MOST_NAMED) })
  }
}

function missingIn(node: Node, texts: TextTree): string[] {
  const there = new Set(pairsOf(node as MapNode).map(({ key }) => key))
  return [...texts].flatMap(([key, text]) => (text === undefined || there.has(key) ? [] : [key]))
}

/** Quotations by what they quote: the words for where there is nothing are translated. */
function quotationsOf(text: string): ReadonlySet<string> {
  return new Set(
    quotationsIn(text).map(({ whole, reference }) =>
      reference === undefined ? whole : `{{${formatReference(reference)}}}`
    )
  )
}

function gapsOf(template: string): ReadonlySet<string> {
  const found = template.matchAll(/\\[\\{]|\{\{[^{}]*\}\}|(\{[^{}]*\})/g)
  return new Set([...found].flatMap(([, gap]) => gap ?? []))
}

/** Texts of several lines, by the last part of their names. */
const LONG = new Set(['ask', 'help', 'example', 'follow_up', 'reading', 'discussion'])

/** As the text that it stands for is kept: on one line, but for those that have several. */
function tidy(text: string, name: readonly string[]): string {
  const isLong = LONG.has(name.at(-1) ?? '') && !name.includes('gaps')
  return isLong ? text.trim() : onOneLine(text)
}
