import { daySpan, type DaySpan } from '../../dates/spans.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import type { Context } from '../../context/context.ts'
import { isOf, listEntries, type Filter } from '../../journal/list.ts'
import type { Listed } from '../../entry/model.ts'
import { isSame } from '../../text/folding.ts'
import { suggest } from '../../text/suggest.ts'
import { lookUpExercise } from '../../pack/find.ts'
import { namesOf } from '../../pack/renames.ts'
import { visible } from '../../text/visible.ts'
import { choiceOption, countOption, textOption, type HelpText, type Option } from './command.ts'
import { packsOf } from './options.ts'

/** `--since` and `--until`. A span of days, such as "last week", stands for its first or its last day. */
export const dayOptions = {
  since: day((words) => words.filters.since, 'first'),
  until: day((words) => words.filters.until, 'last')
}

/** The options that choose entries. Their values are a `Filter`. */
export const filterOptions = {
  pack: textOption('pack', (words) => words.filters.pack),
  exercise: textOption('exercise', (words) => words.filters.exercise),
  tag: textOption('tag', (words) => words.filters.tag),
  ...dayOptions,
  status: choiceOption(
    'status',
    ['finished', 'draft'],
    (words) => words.filters.status,
    (words) => words.filters.notAStatus
  ),
  limit: countOption((words) => words.filters.limit)
}

/** A day as `YYYY-MM-DD`. */
function day(help: HelpText, end: keyof DaySpan): Option<string> {
  return {
    help,
    value: 'day',
    hint: (words) => words.filters.notADay,
    read: (typed, _, { words, now }) => daySpan(typed, dayOf(isoTime(now())), words.days.spoken)?.[end]
  }
}

/** A single day, as `YYYY-MM-DD`. */
export function oneDay(help: HelpText): Option<string> {
  return {
    help,
    value: 'day',
    hint: (words) => words.filters.notOneDay,
    read(typed, _, { words, now }) {
      const span = daySpan(typed, dayOf(isoTime(now())), words.days.spoken)
      return span?.first === span?.last ? span?.first : undefined
    }
  }
}

/** Completes a filter's exercise: a beginning of its name is enough, and entries under its former names are found too. */
export function resolveFilter<Options extends Filter>(filter: Options, context: Context): Options {
  if (filter.exercise === undefined) return filter
  const meant = lookUpExercise(packsOf({}, context), filter.exercise)
  if (meant.kind !== 'found') return filter
  const { pack, exercise } = meant.found
  return { ...filter, alsoCalled: namesOf(exercise.id, pack).map((name) => `${pack.id}/${name}`) }
}

/** At most this many tags are suggested. */
const MOST_TAGS = 8

/** Explains why no entry matches: the journal is empty, or no entry has that pack, exercise or tag; else `otherwise`. */
export function whyNoneFits(
  dir: string,
  filter: Filter,
  { words }: Context,
  otherwise = words.commands.filters.noneFits
): string {
  const { entries } = listEntries(dir)
  if (entries.length === 0) return words.commands.journal.empty(visible(dir))
  const said = words.commands.filters
  const { pack, exercise, alsoCalled = [], tag } = filter
  const packs = new Set(entries.map((entry) => entry.pack))
  if (pack !== undefined && !packs.has(pack)) return said.noPack(visible(pack), suggest(pack, packs))
  const exercises = entries.map((entry) => entry.exercise)
  const called = [exercise ?? '', ...alsoCalled]
  if (exercise !== undefined && !entries.some((entry) => called.some((name) => isOf(entry, name))))
    return said.noExercise(visible(exercise), suggest(exercise, exercises))
  const tags = tagsOf(entries)
  if (tag !== undefined && !tags.some((each) => isSame(each, tag))) {
    const shown = (each: string) => visible(each)
    const near = suggest(tag, tags)
    return said.noTag(visible(tag), near.map(shown), tags.slice(0, MOST_TAGS).map(shown))
  }
  return otherwise
}

/** All tags, the most frequent first. */
function tagsOf(entries: readonly Listed[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of entries.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
}
