import { fold, spanMapper } from '../text/folding.ts'

/** Finding by words: all of them, wherever they stand, in whatever case and with or without accents. Pure. */

/** Something that is found by its label, and by what else it holds. */
export interface Findable {
  readonly label: string
  readonly text?: () => string
}

/** Those of some things that hold all the words, by their indices. */
export function found(items: readonly Findable[], find: string): number[] {
  const words = wordsOf(find)
  return [...items.keys()].filter((index) => {
    const item = items[index]
    return item !== undefined && words.every((word) => foldedOf(item).includes(word))
  })
}

/** From the first line of what it holds on which stands a word that its label does not hold: that line, and where the word begins. */
export function lineFound({ label, text }: Findable, find: string): { line: string; at: number } | undefined {
  const word = wordsOf(find).find((each) => !fold(label).includes(each))
  if (text === undefined || word === undefined) return undefined
  const line = text()
    .split('\n')
    .find((each) => fold(each).includes(word))
  return line === undefined ? undefined : { line, at: placeOf(word, line) }
}

/** In UTF-16 units of the line itself. */
function placeOf(word: string, line: string): number {
  const start = fold(line).indexOf(word)
  return spanMapper(line)({ start, end: start + word.length }).start
}

/** What each is found by, folded once: it may be as long as an entry. */
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
