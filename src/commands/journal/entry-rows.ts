import type { Context } from '../../context/context.ts'
import type { Due } from '../../progress/due.ts'
import type { Promised } from '../../progress/promises.ts'
import { present } from '../../util/records.ts'
import { formatRatings, latestRatings, type Rated } from '../../progress/ratings.ts'
import { nameToType, exerciseNames } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import { ratingLine } from '../../display/charts.ts'
import type { Theme } from '../../display/theme.ts'
import type { Words } from '../../words/index.ts'
import type { Listing } from '../../journal/list.ts'
import type { EntryHead, Listed } from '../../entry/model.ts'
import { rows } from '../../display/rows.ts'
import { visible } from '../../text/visible.ts'
import { dayOf } from '../../dates/time.ts'
import { themeOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { reportUnread } from '../shared/journal.ts'
import { firstWordsIn } from '../../journal/reading.ts'
import { sayCopies } from '../shared/output.ts'
import { print } from '../shared/print.ts'

/** Names on standard error the files of a listing that could not be read, and the folders with copies that differ; gives the listing. */
export function reportListing(listing: Listing, context: Context): Listing {
  reportUnread(listing.unread, context)
  sayCopies(listing.entries, context)
  return listing
}

/** Whether an entry is unfinished, in a word; '' if it is finished. */
export function entryNote({ status }: EntryHead, { words }: Pick<Context, 'words'>): string {
  return status === 'draft' ? words.commands.journal.draft : ''
}

/** Prints the day and the title of each entry, and below them its first words. */
export async function printRows(entries: readonly Listed[], options: GlobalOptions, context: Context): Promise<void> {
  const items = entries.map((entry) => ({
    name: context.words.days.inWords(dayOf(entry.started)),
    text: visible(entry.title),
    note: entryNote(entry, context),
    below: visible(firstWordsIn(entry.file))
  }))
  const theme = themeOf(options, context)
  await print((columns) => rows(items, columns, theme), options, context)
}

/** A sentence for each exercise that is due. `packs` are all packs, because they decide how short a name may be. */
export function dueSentences(due: readonly Due[], packs: readonly Pack[], { commands, days }: Words): string[] {
  const all = exerciseNames(packs)
  return due.map(({ pack, exercise, since }) => {
    const name = nameToType({ pack: pack.id, exercise: exercise.id }, all)
    return commands.progress.dueSince(visible(exercise.title), name, days.inWords(dayOf(since)))
  })
}

/** What is due, as JSON. */
export function dueJson(due: readonly Due[]) {
  return due.map(({ pack, exercise, since, entry, asks }) => ({
    pack: pack.id,
    exercise: exercise.id,
    title: exercise.title,
    since,
    entry: entry.id,
    ...present({ asks })
  }))
}

/** A plan and what became of it, as JSON. */
export function planJson({ plan, exercise, title, sentence, made, said, isOpen, due }: Promised) {
  return { ...plan, exercise, title, plan: sentence, made, open: isOpen, ...(isOpen ? { due } : {}), said }
}

/** Ratings, oldest first, on one line: the newest ones as marks (not in plain mode) and in figures. */
export function ratedLine(ratings: readonly Rated[], theme: Theme, { commands, progress }: Words): string {
  const newest = latestRatings(ratings)
  const last = newest.at(-1)
  if (last === undefined) return ''
  const said = commands.progress
  // A screen reader skips a question mark.
  const figures = theme.plain
    ? formatRatings(newest, progress.notSure).join(', ')
    : formatRatings(newest, '?').join(' ')
  const left = newest.length < ratings.length ? `, ${said.newest(newest.length, ratings.length)}` : ''
  return `${ratingLine(newest, theme)}  ${said.rated(figures, last.from, last.to)}${left}`.trim()
}
