import type { Rated } from '../../journal/ratings.ts'
import { ratingLine } from '../../terminal/charts.ts'
import type { Theme } from '../../terminal/theme.ts'
import type { Words } from '../../words/index.ts'

/** What is rated more often is told of the newest ones only. */
const MOST = 24

/** Ratings over time, oldest first, on one line: as marks where these can be drawn, and in figures. */
export function ratedLine(ratings: readonly Rated[], theme: Theme, { commands }: Words): string {
  const newest = ratings.slice(-MOST)
  const last = newest.at(-1)
  if (last === undefined) return ''
  const isSame = ({ from, to }: Rated) => from === last.from && to === last.to
  const figures = newest.map((rating) => {
    const figure = rating.value === null ? '?' : String(rating.value)
    return isSame(rating) || rating.value === null ? figure : `${figure}/${rating.to}`
  })
  const said = commands.progress.rated(figures.join(' '), last.from, last.to)
  return `${ratingLine(newest, theme)}  ${said}`.trim()
}
