import { found, lineFound } from '../../../display/filter.ts'
import type { Findable } from '../../../display/filter.ts'
import type { PlainIo } from '../io/question-io.ts'

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
