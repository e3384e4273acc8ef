import type { Option } from '../../../questions/shared/model.ts'
import { fold, foldCase, spanMapper } from '../../../text/folding.ts'
import { found, lineFound } from '../../../display/filter.ts'
import type { Findable } from '../../../display/filter.ts'
import type { PlainIo } from '../io/question-io.ts'

/** What a word of a choice means: the option with that number, else the only one that is called so or begins so. */
export function optionOf<T extends Pick<Option, 'label'>>(word: string, options: readonly T[]): T | undefined {
  const text = word.trim()
  if (/^\d+[.)]?$/.test(text)) {
    const numbered = options[Number.parseInt(text, 10) - 1]
    if (numbered !== undefined) return numbered
  }
  const name = fold(text)
  if (name === '') return undefined
  const named = options.filter(({ label }) => fold(label).trim() === name)
  const exact = named.length > 1 ? named.filter(({ label }) => foldCase(label.trim()) === foldCase(text)) : named
  const begun = named.length > 0 ? exact : options.filter(({ label }) => fold(label).trimStart().startsWith(name))
  return begun.length === 1 ? begun[0] : undefined
}

/** Says which of the lines of a list hold the words that were typed, by the numbers that they have in it; false where none does. */
export function tellFound(
  typed: string,
  items: readonly (Findable & { readonly note?: string })[],
  { output, words }: Pick<PlainIo, 'output' | 'words'>
): boolean {
  const holding = found(items, typed)
  if (holding.length === 0) return false
  const said = words.walk.plain
  output.say(said.found)
  for (const index of holding) {
    const item = items[index]
    if (item === undefined) continue
    const place = lineFound(item, typed)
    const line = place?.line.slice(Math.max(0, place.at - AROUND), place.at + AROUND).trim()
    const note = [item.note ?? '', line ?? ''].filter((part) => part !== '').join('; ')
    output.say(said.numbered(index + 1, item.label, note === '' ? undefined : note))
  }
  return true
}

/** UTF-16 units that are said before and after what was found. */
const AROUND = 40

/** The words after "other", or another of its names, in whatever case, with or without a colon; '' for the word alone; undefined for anything else. */
export function otherOf(line: string, names: readonly string[]): string | undefined {
  const text = line.trim()
  const folded = fold(text)
  const endOf = (name: string) => spanMapper(text)({ start: 0, end: fold(name).length }).end
  const rests = names.filter((name) => folded.startsWith(fold(name))).map((name) => text.slice(endOf(name)))
  const rest = rests.find((words) => words === '' || /^[\s:]/.test(words))
  return rest?.replace(/^[\s:]+/, '').trim()
}

/** Several words of a choice on one line: numbers parted by spaces or commas, or labels parted by commas. */
export function picksOf(line: string): string[] {
  const text = line.trim()
  const parts = /^[\d\s,;.)]+$/.test(text) ? text.split(/[\s,;]+/) : text.split(/[,;]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
