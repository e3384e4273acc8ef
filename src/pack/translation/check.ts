import { attachedKeys } from '../../questions/shared/attached.ts'
import { formatSource, quotationsIn } from '../../questions/shared/reference.ts'
import { picturesIn } from '../../markdown/pictures.ts'
import { suggest } from '../../text/suggest.ts'
import { onOneLine } from '../../text/lines.ts'
import { MAX_PER_CODE, type Report, type SourceSpan } from '../diagnostic.ts'
import type { CheckedTranslation, Translation, TranslationProgress } from '../model.ts'
import type { Outline, TranslationOutline } from '../check/outline.ts'
import { isLanguage } from '../format.ts'
import { headOf, at, pairsOf, textOf, type Leaf, type ListNode, type Node } from '../yaml/tree.ts'
import {
  hadWordings,
  hasBelow,
  isOutdated,
  isTranslated,
  nameInFile,
  recordIn,
  type TranslationRecord
} from './record.ts'
import { countTexts, UNKNOWN_ID, textsIn, type TextTree } from './texts.ts'

/** Checks a pack's translations against its texts. Gives each of them by language tag. */
export function checkTranslations(outline: Outline): Readonly<Record<string, CheckedTranslation>> {
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
    const check = new TranslationCheck(translation, outline.manifest.file)
    const taken = check.against(texts)
    return [language, { texts: withShared(taken, outline), progress: check.progress }] as const
  })
  return Object.fromEntries(checked)
}

/** A translation with the texts that prompts share in the place of each of them. */
function withShared(translation: Translation, { exercises }: Outline): Translation {
  const texts = Object.entries(translation)
  const shared = exercises.flatMap(({ id: exercise = '', prompts }) =>
    prompts.flatMap(({ id = '', shared: all }) =>
      all.flatMap(({ place, of }) => {
        const [from, to] = [of.join('/'), ['exercises', exercise, 'prompts', id, ...place].join('/')]
        return texts
          .filter(([name]) => name === from || name.startsWith(`${from}/`))
          .map(([name, text]) => [to + name.slice(from.length), text] as const)
      })
    )
  )
  return { ...translation, ...Object.fromEntries(shared) }
}

/** Of quotations or gaps in one message. */
const MAX_NAMED = 5

/** Compares one translation with the texts of the pack. */
class TranslationCheck {
  readonly #translation: TranslationOutline
  readonly #record: TranslationRecord
  readonly #texts: Record<string, string> = {}
  #unknown = 0
  #all = 0
  #outdated = 0

  /** `manifest` is the file of the manifest, which may hold several translations. */
  constructor(translation: TranslationOutline, manifest: string) {
    this.#translation = translation
    const { part, language } = translation
    const whole = part.lines.slice({ start: 0, end: Infinity })
    this.#record = recordIn(whole, recordPrefix(language, part.file === manifest))
  }

  against(texts: TextTree): Translation {
    const { part, span } = this.#translation
    this.#compare(texts, part.node, [], span)
    this.#all = countTexts(texts)
    const { translated, texts: of } = this.progress
    if (this.#hasRecord && translated < of) this.#report('part-translated', span, { translated, of })
    return this.#texts
  }

  /** After `against`. */
  get progress(): TranslationProgress {
    return { texts: this.#all, translated: Object.keys(this.#texts).length, changed: this.#outdated }
  }

  /** `pack translate` lists the texts of such a translation, so that each missing one is no news. */
  get #hasRecord(): boolean {
    return this.#record.digests.size > 0
  }

  get #report(): Report {
    return this.#translation.part.report
  }

  /** `span` is the place to report missing texts at. */
  #compare(texts: TextTree, node: Node, name: readonly string[], span: SourceSpan): void {
    if (node.kind === 'invalid') return
    for (const { key, keySpan, value } of pairsOf(node)) {
      const below = [...name, key]
      // The schema has reported it.
      if (this.#translation.invalidPaths.has(below.join('/'))) continue
      const text = texts.get(key)
      if (typeof text === 'string') this.#take(text, value, below)
      else if (text !== undefined) this.#takeGroup(text, value, below, keySpan)
      else if (!texts.has(key) && !texts.has(UNKNOWN_ID)) this.#reportUnknown(below, key, keySpan, texts)
    }
    for (const key of missingIn(node, texts)) this.#reportMissing([...name, key], key, span)
  }

  #reportMissing(name: readonly string[], key: string, span: SourceSpan): void {
    if (!this.#hasRecord) this.#report('untranslated', span, { name: name.join('/'), key })
  }

  /** Reports a name that the pack does not have, or no longer. Limited, because the search for similar names takes time. */
  #reportUnknown(path: readonly string[], name: string, span: SourceSpan, texts: TextTree): void {
    if (this.#unknown++ >= MAX_PER_CODE) return
    if (hasBelow(this.#record, nameInFile(path))) this.#report('text-gone', span, { name: path.join('/') })
    else this.#report('nothing-to-translate', span, { name, near: suggest(name, texts.keys()) })
  }

  /** Takes a group of texts; if only one text is written, it is the first of the group. */
  #takeGroup(texts: TextTree, value: Node, name: readonly string[], span: SourceSpan): void {
    if (value.kind === 'list') return this.#takeList(texts, value, name, span)
    if (value.kind !== 'leaf') return value.kind === 'map' ? this.#compare(texts, value, name, span) : undefined
    const [key = '', ...others] = texts.keys()
    const text = texts.get(key)
    if (typeof text === 'string') this.#take(text, value, [...name, key])
    else if (text !== undefined) this.#takeGroup(text, value, [...name, key], span)
    for (const other of others) this.#reportMissing([...name, other], other, span)
  }

  /** Takes the wordings of a text, in the order of the pack. */
  #takeList(texts: TextTree, list: ListNode, name: readonly string[], span: SourceSpan): void {
    for (const [index, value] of list.items.entries()) {
      const number = String(index + 1)
      const text = texts.get(number)
      if (typeof text === 'string') this.#take(text, value, [...name, number])
      else this.#reportUnknown([...name, number], [...name.slice(-1), number].join('/'), headOf(value), texts)
    }
    for (const number of [...texts.keys()].slice(list.items.length))
      this.#reportMissing([...name, number], name.at(-1) ?? '', span)
  }

  #take(original: string, value: Node, name: readonly string[]): void {
    const text = textOf(value)
    if (value.kind === 'list' && hadWordings(this.#record, nameInFile(name)))
      return this.#report('text-gone', headOf(value), { name: name.join('/') })
    if (value.kind === 'list') this.#report('wrong-kind', headOf(value), { expected: ['string'], example: '' })
    if (value.kind === 'leaf' && !isTranslated(text ?? '')) return this.#reportMissing(name, name.at(-1) ?? '', value)
    if (text === undefined || value.kind !== 'leaf') return
    if (isOutdated(this.#record, nameInFile(name), original)) return this.#takeOutdated(original, text, value, name)
    this.#texts[name.join('/')] = tidy(text, name)
    for (const [code, marksOf] of marksIn(name)) this.#compareMarks(code, original, text, value, marksOf)
  }

  /** Takes a text whose original has changed, unless its quotations, pictures or gaps do not fit any more. */
  #takeOutdated(original: string, text: string, leaf: Leaf, name: readonly string[]): void {
    const isFit = marksIn(name).every(([, marksOf]) => isSame(marksOf(original), marksOf(text)))
    if (isFit) this.#texts[name.join('/')] = tidy(text, name)
    this.#outdated++
    this.#report('outdated', headOf(leaf), { name: name.join('/'), isShown: isFit })
  }

  /** Both texts must have the same quotations, pictures or gaps, in any order. */
  #compareMarks(code: MarkCode, original: string, text: string, leaf: Leaf, marksOf: MarksOf): void {
    const [expected, actual] = [marksOf(original), marksOf(text)]
    const missing = [...expected].filter((mark) => !actual.has(mark))
    const extra = [...actual].filter((mark) => !expected.has(mark))
    if (missing.length + extra.length > 0)
      this.#report(code, headOf(leaf), { missing: missing.slice(0, MAX_NAMED), extra: extra.slice(0, MAX_NAMED) })
  }
}

/** What begins the names of a translation in the record of its file: its language, if the file can hold several. */
export function recordPrefix(language: string, isInManifest: boolean): string {
  return isInManifest ? `${language}/` : ''
}

type MarkCode = 'quotations-differ' | 'gaps-differ' | 'pictures-differ'
type MarksOf = (text: string) => ReadonlySet<string>

/** What a translation has to keep of a text. */
function marksIn(name: readonly string[]): readonly (readonly [MarkCode, MarksOf])[] {
  const everywhere = [
    ['quotations-differ', quotationsOf],
    ['pictures-differ', picturesOf]
  ] as const
  return name.at(-1) === 'template' ? [...everywhere, ['gaps-differ', gapsOf]] : everywhere
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((mark) => other.has(mark))
}

function missingIn(node: Node, texts: TextTree): string[] {
  const there = new Set(pairsOf(node).map(({ key }) => key))
  return [...texts].flatMap(([key, text]) => (text === undefined || there.has(key) ? [] : [key]))
}

/** The quotations without their fallbacks, which are translated. */
function quotationsOf(text: string): ReadonlySet<string> {
  return new Set(
    quotationsIn(text).map(({ whole, source }) => (source === undefined ? whole : `{{${formatSource(source)}}}`))
  )
}

function picturesOf(text: string): ReadonlySet<string> {
  return new Set(picturesIn(text).map(({ path }) => path))
}

function gapsOf(template: string): ReadonlySet<string> {
  const found = template.matchAll(/\\[\\{]|\{\{[^{}]*\}\}|(\{[^{}]*\})/g)
  return new Set([...found].flatMap(([, gap]) => gap ?? []))
}

/** The keys of texts that may have several lines. */
const MULTILINE = new Set(['ask', 'help', 'example', 'start_with', ...attachedKeys, 'reading', 'discussion'])

/** Normalises white space as `buildPack` does for the original text. */
function tidy(text: string, name: readonly string[]): string {
  const [last = '', before = ''] = name.toReversed()
  const isMultiline = MULTILINE.has(/^\d+$/.test(last) ? before : last) && !name.includes('gaps')
  return isMultiline ? text.trim() : onOneLine(text)
}
