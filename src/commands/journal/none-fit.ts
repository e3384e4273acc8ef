import type { Context } from '../../context/context.ts'
import { isOf, listEntries } from '../../journal/list.ts'
import type { Filter } from '../../journal/list.ts'
import type { Listed } from '../../entry/model.ts'
import { isSame } from '../../text/folding.ts'
import { nearest } from '../../text/suggest.ts'
import { visible } from '../../display/width.ts'

/** So many tags are named, those of most entries. */
const MOST_TAGS = 8

/** Why no entry of a journal fits: it has none, or a name that none has. Undefined where it is neither. */
export async function whyNoneFits(dir: string, filter: Filter, { words }: Context): Promise<string | undefined> {
  const { entries } = listEntries(dir)
  if (entries.length === 0) return words.commands.journal.empty(visible(dir))
  const said = words.commands.filters
  const { pack, exercise, alsoCalled = [], tag } = filter
  const packs = new Set(entries.map((entry) => entry.pack))
  if (pack !== undefined && !packs.has(pack)) return said.noPack(visible(pack), nearest(pack, packs))
  const exercises = entries.map((entry) => entry.exercise)
  const called = [exercise ?? '', ...alsoCalled]
  if (exercise !== undefined && !entries.some((entry) => called.some((name) => isOf(entry, name))))
    return said.noExercise(visible(exercise), nearest(exercise, exercises))
  const tags = tagsOf(entries)
  if (tag !== undefined && !tags.some((each) => isSame(each, tag))) {
    const near = nearest(tag, tags)
    return said.noTag(visible(tag), near.map(asShown), tags.slice(0, MOST_TAGS).map(asShown))
  }
  return undefined
}

/** Those of most entries first. */
function tagsOf(entries: readonly Listed[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of entries.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
}

function asShown(tag: string): string {
  return visible(tag)
}
