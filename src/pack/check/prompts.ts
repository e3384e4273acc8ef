import { defaultType, questionOf } from '../../questions/index.ts'
import type { PromptSource, Step } from '../../questions/shared/prompt-source.ts'
import type { KeyRange } from '../../questions/shared/question.ts'
import type { Edit, Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'
import { headOf, at, finder, itemsOf, pairOf, pairsOf, textOf, type Leaf, type Node } from '../yaml/tree.ts'
import { checkTexts } from '../slips/texts.ts'
import type { Outline, PromptOutline } from './outline.ts'
import { textNodes, type WordingOutline } from './wordings.ts'

/** Checks what the keys of one prompt mean together. */
export function checkPrompts(outline: Outline): void {
  for (const { part, prompts } of outline.exercises) {
    if (part !== undefined) for (const prompt of prompts) checkKeysOf(prompt, part.report)
  }
}

/** Checks what the keys of a type mean together. */
export function checkKeysOf(
  { prompt, node, type }: Pick<PromptOutline, 'prompt' | 'node' | 'type'>,
  report: Report
): void {
  if (type !== undefined) for (const range of questionOf({ type }).ranges ?? []) checkRange(range, node, report)
  if (prompt === undefined) return
  questionOf(prompt).checkKeys?.(prompt, sourceOf(node, report))
}

function checkRange({ within, low, high, strict }: KeyRange, prompt: Node, report: Report): void {
  const node = within === undefined ? prompt : at(prompt, within)
  const [least, most] = [at(node, low), at(node, high)]
  if (least?.kind !== 'leaf' || most?.kind !== 'leaf' || least.value === null || most.value === null) return
  if (typeof least.value !== typeof most.value) return
  const isSwapped = least.value > most.value
  if (isSwapped || (strict === true && least.value === most.value))
    report(
      'empty-range',
      least,
      { low: least.source, high: most.source },
      isSwapped ? swapping(least, most) : undefined
    )
}

function swapping(one: Leaf, other: Leaf): Edit[] {
  return [
    { start: one.start, end: one.end, text: other.source },
    { start: other.start, end: other.end, text: one.source }
  ].toSorted((a, b) => a.start - b.start)
}

/** A prompt's YAML as the checks of its type see it. */
function sourceOf(prompt: Node, report: Report): PromptSource {
  const nodeAt = (path: readonly Step[]) =>
    path.reduce(
      (node: Node | undefined, step) => (typeof step === 'string' ? at(node, step) : itemsOf(node)[step]),
      prompt
    )
  const start = (path: readonly Step[]): SourceSpan => {
    const node = nodeAt(path)
    return node === undefined ? start(path.slice(0, -1)) : headOf(node)
  }
  return {
    report,
    has: (...path) => nodeAt(path) !== undefined,
    key: (...path) => pairOf(nodeAt(path.slice(0, -1)), String(path.at(-1)))?.keySpan ?? start(path.slice(0, -1)),
    value: (...path) => start(path),
    keys: (...path) => pairsOf(nodeAt(path)).map(({ key, keySpan }) => ({ key, span: keySpan })),
    text(...path) {
      const node = nodeAt(path)
      const text = textOf(node)
      return text === undefined || node?.kind !== 'leaf' ? undefined : { text, find: finder(node) }
    }
  }
}

/** Checks that every question has a wording for every case, and that no wording is hidden by one before it. */
export function checkWordings({ exercises }: Outline): void {
  for (const { part, prompts, passages } of exercises) {
    if (part === undefined) continue
    const { report } = part
    checkHidden(passages.reading, report)
    for (const { wordings, attached } of prompts) {
      const asks = [wordings.ask, ...attached.map((each) => each.wordings)]
      for (const list of [wordings.help, wordings.example, wordings.startWith, ...asks]) checkHidden(list, report)
      for (const list of asks) checkLast(list, report)
    }
  }
}

function checkLast(wordings: readonly WordingOutline[] | undefined, report: Report): void {
  const last = wordings?.at(-1)
  const isSure = wordings?.some(({ isAlways }) => isAlways) === true
  if (last !== undefined && !isSure) report('no-last-wording', headOf(last.node), {})
}

/** A wording that always holds hides all later ones, except those that take turns with it or with one before it. */
function checkHidden(wordings: readonly WordingOutline[] = [], report: Report): void {
  const shown = wordings.findIndex(({ isAlways }) => isAlways) + 1
  if (shown === 0) return
  const turns = new Set(wordings.slice(0, shown).map(({ turn }) => turn))
  const hidden = wordings.slice(shown).find(({ turn }) => turn === undefined || !turns.has(turn))
  if (hidden !== undefined) report('wording-hidden', headOf(hidden.node), {})
}

/** Warns about long questions, two questions in one prompt, and exercises without `minutes`. */
export function checkStyle(outline: Outline): void {
  const { manifest, format } = outline
  const hasPictures = format === 2
  const own = pairsOf(manifest.node).filter(({ key }) => key !== 'exercises' && key !== 'translations')
  checkTexts(own, { ...manifest, hasPictures, ids: new Set() })
  for (const { part, prompts } of outline.exercises) {
    if (part?.node.kind !== 'map') continue
    const ids = new Set(prompts.flatMap(({ id }) => id ?? []))
    checkTexts(part.node.pairs, { ...part, hasPictures, ids })
    if (pairOf(part.node, 'minutes') === undefined && part.isValid) part.report('no-minutes', headOf(part.node), {})
    for (const { node, type } of prompts) for (const ask of textNodes(at(node, 'ask'))) checkAsk(ask, type, part.report)
  }
}

function checkAsk(ask: Node, type: PromptOutline['type'], report: Report): void {
  const text = textOf(ask)
  if (text === undefined) return
  // The description of a picture is not part of the question.
  const own = text.replaceAll(/\{\{[^{}]*\}\}/g, 'it').replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
  const isShort = own.length < 2 * limits.askWords
  const words = isShort ? 0 : (own.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0)
  if (words > limits.askWords) report('long-ask', headOf(ask), { words, most: limits.askWords })
  if (questionOf({ type: type ?? defaultType }).isManifold !== true && questionsIn(own) > 1)
    report('two-questions', headOf(ask), {})
}

/** Counts the sentences that end in a question mark, except quoted ones. */
function questionsIn(text: string): number {
  const unquoted = text.replaceAll(/"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’(?!\p{L})|`[^`\n]*`/gu, '')
  return unquoted.match(/[?？؟]+(?=[\s)\]*_"”’]|$)/gu)?.length ?? 0
}
