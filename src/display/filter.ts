import { fold, spanMapper } from '../text/folding.ts'

/* Filters a list by words: an item matches if it contains all of them, in any order, whatever the case and accents. */

/** An item with its label and further text in which words are looked for. */
export interface Findable {
  readonly label: string
  readonly text?: () => string
}

/** The indices of the items that contain all words. */
export function found(items: readonly Findable[], find: string): number[] {
  const words = wordsOf(find)
  return [...items.keys()].filter((index) => {
    const item = items[index]
    return item !== undefined && words.every((word) => foldedOf(item).includes(word))
  })
}

/** The first line of an item's text that contains a word which is not in its label, and where in the line that word begins. */
export function lineFound({ label, text }: Findable, find: string): { line: string; at: number } | undefined {
  const word = wordsOf(find).find((each) => !fold(label).includes(each))
  if (text === undefined || word === undefined) return undefined
  const line = text()
    .split('\n')
    .find((each) => fold(each).includes(word))
  return line === undefined ? undefined : { line, at: placeOf(word, line) }
}

/** In UTF-16 units of the unfolded line. */
function placeOf(word: string, line: string): number {
  const start = fold(line).indexOf(word)
  return spanMapper(line)({ start, end: start + word.length }).start
}

/** The folded text of each item, which may be as long as an entry. */
const known = new WeakMap<Findable, string>()

function foldedOf(item: Findable): string {
  const before = known.get(item)
  if (before !== undefined) return before
  const text = fold(`${item.label}\n${item.text?.() ?? ''}`)
  known.set(item, text)
  return text
}

function wordsOf(find: string): string[] {
  return fold(find).split(' ').filter(Boolean)
}
