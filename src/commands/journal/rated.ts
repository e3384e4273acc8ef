import { inFigures, newestOf } from '../../progress/ratings.ts'
import type { Rated } from '../../progress/ratings.ts'
import { ratingLine } from '../../display/charts.ts'
import type { Theme } from '../../display/theme.ts'
import type { Words } from '../../words/index.ts'

/** Ratings over time, given oldest first, on one line: the newest as marks where these can be drawn, and in figures. */
export function ratedLine(ratings: readonly Rated[], theme: Theme, { commands, progress }: Words): string {
  const newest = newestOf(ratings)
  const last = newest.at(-1)
  if (last === undefined) return ''
  const said = commands.progress
  // Read aloud, a question mark would be passed over.
  const figures = theme.plain ? inFigures(newest, progress.notSure).join(', ') : inFigures(newest, '?').join(' ')
  const left = newest.length < ratings.length ? `, ${said.newest(newest.length, ratings.length)}` : ''
  return `${ratingLine(newest, theme)}  ${said.rated(figures, last.from, last.to)}${left}`.trim()
}
