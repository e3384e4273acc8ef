import {
  scalePosition,
  formatRatings,
  latestRatings,
  ratingHistories,
  type Rated,
  type RatingHistory
} from '../../progress/ratings.ts'
import {
  daysOfLastYear,
  outcomeRows,
  progressRows,
  progressLabel,
  type ProgressRow,
  type Report
} from '../../progress/report.ts'
import { figures } from '../../words/shared/figures.ts'
import type { Words } from '../../words/index.ts'
import { escaped } from '../escape.ts'
import { dirAttribute } from './markdown.ts'
import { pageTop } from './page.ts'

const STYLE = `
svg { display: block; max-width: 100%; height: auto; }
.done .sign { color: var(--accent); }
.calendar rect { fill: var(--soft); stroke: var(--line); stroke-width: .5; } .calendar .once { fill: var(--accent); }
.calendar text { fill: var(--quiet); font: 8px system-ui, sans-serif; }
.line polyline { fill: none; stroke: var(--accent); stroke-width: 2; } .line circle { fill: var(--accent); }
/* From right to left a narrow window shows the newest weeks first. */
.line line { stroke: var(--line); } .scroll { overflow-x: auto; direction: rtl; }
.scroll svg { max-width: none; direction: ltr; margin-inline-end: auto; } .table td { vertical-align: middle; }
@media print { .scroll { overflow: visible; direction: ltr; } .scroll svg { max-width: 100%; } }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
.route th, .exercise th, .outcome th { font-weight: normal; } .route th { font-style: italic; }
`

/** Progress as one page. Everything that is drawn is also said in words or figures. */
export function progressPage(report: Report, words: Words): string {
  const said = words.progress
  const { entries, minutes, words: written, days, tags } = report.tally
  const ratings = ratingHistories(report.tally.ratings)
  const outcomes = outcomeRows(report)
  const parts = [
    `<p>${escaped(words.commands.progress.sum(entries, minutes, written, days.size))}</p>\n`,
    heading(said.packs) + rowTable(progressRows(report, words), said.packs, said.pack, words),
    outcomes.length === 0 ? '' : heading(said.outcomes) + rowTable(outcomes, said.outcomes, said.outcome, words),
    days.size === 0 ? '' : heading(said.year) + calendarOf(report, words),
    ratings.length === 0 ? '' : heading(words.commands.progress.ratings) + ratings.map(ratingOf(words)).join(''),
    report.due.length === 0 ? '' : heading(words.commands.progress.due) + dueList(report, words),
    tags.size === 0 ? '' : heading(said.tags) + listOf([...tags].map(([tag, count]) => `${tag} (${figures(count)})`))
  ]
  return (
    pageTop(said.title, words.language, STYLE) +
    `<body>\n<header>\n<h1>${escaped(said.title)}</h1>\n<p class="about">${escaped(words.days.inWords(report.today))}</p>\n</header>\n` +
    `<main>\n${parts.join('')}</main>\n</body>\n</html>\n`
  )
}

function heading(text: string): string {
  return `<h2>${escaped(text)}</h2>\n`
}

function listOf(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li${dirAttribute(item)}>${escaped(item)}</li>\n`).join('')}</ul>\n`
}

/** The words beside a sign say the same. */
const SIGNS: Readonly<Record<ProgressRow['state'], string>> = { done: '✔', begun: '…', open: '○' }

/** Rows as a table with a name, and a heading over their titles. */
function rowTable(rows: readonly ProgressRow[], name: string, title: string, words: Words): string {
  const { done, notBegun } = words.progress
  const lines = rows.map(
    (one) =>
      `<tr class="${one.kind} ${one.state}"><th scope="row" style="padding-inline-start: ${one.depth * 1.5}rem"${dirAttribute(one.title)}>${escaped(one.title)}</th>` +
      `<td class="sign" aria-hidden="true">${SIGNS[one.state]}</td><td class="number">${escaped(progressLabel(one, words) || notBegun)}</td></tr>\n`
  )
  return (
    `<div class="table" tabindex="0" role="region" aria-label="${escaped(name)}"><table>\n<thead><tr><th scope="col">${escaped(title)}</th>` +
    `<th scope="col" colspan="2">${escaped(done)}</th></tr></thead>\n<tbody>\n${lines.join('')}</tbody>\n</table></div>\n`
  )
}

const DAY = 86_400_000
const CELL = 12
const LEFT = 28
const TOP = 14

/** The last 53 weeks, a column each, Monday first. */
function calendarOf(report: Report, words: Words): string {
  const { tally, today } = report
  const end = Date.parse(`${today}T00:00:00Z`)
  const monday = end - ((new Date(end).getUTCDay() + 6) % 7) * DAY - 52 * 7 * DAY
  const cells: string[] = []
  const months: string[] = []
  for (let day = monday; day <= end; day += DAY) {
    const date = new Date(day)
    const name = date.toISOString().slice(0, 10)
    const [week, row] = [Math.floor((day - monday) / DAY / 7), Math.floor((day - monday) / DAY) % 7]
    const isOnce = tally.days.has(name)
    const title = isOnce ? `<title>${escaped(words.days.inWords(name))}</title>` : ''
    cells.push(
      `<rect${isOnce ? ' class="once"' : ''} x="${LEFT + week * CELL}" y="${TOP + row * CELL}" width="10" height="10" rx="2">${title}</rect>`
    )
    if (date.getUTCDate() === 1)
      months.push(
        `<text x="${LEFT + week * CELL}" y="10">${escaped(words.days.monthsShort[date.getUTCMonth()] ?? '')}</text>`
      )
  }
  const rows = words.days.weekdaysShort.map(
    (name, row) => `<text x="0" y="${TOP + 8 + row * CELL}">${escaped(name)}</text>`
  )
  const [width, height] = [LEFT + 53 * CELL, TOP + 7 * CELL]
  const label = escaped(words.progress.calendar(daysOfLastYear(report).length))
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(words.progress.year)}">` +
    `<svg class="calendar" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `${months.join('')}${rows.join('')}${cells.join('')}</svg></div>\n<p>${label}</p>\n`
  )
}

function ratingOf(words: Words): (history: RatingHistory) => string {
  return ({ title: rated, exercise, from, to, ratings }) => {
    const title = words.progress.rated(rated, exercise)
    const newest = latestRatings(ratings)
    const rates = formatRatings(newest, words.progress.notSure)
    const said = newest.map(({ day }, index) => `${words.days.inWords(day)}: ${rates[index]}`).join('; ')
    const left =
      newest.length < ratings.length ? `, ${words.commands.progress.newest(newest.length, ratings.length)}` : ''
    const sentence = `${said} (${words.progress.scale(from, to)})${left}`
    return `<h3${dirAttribute(title)}>${escaped(title)}</h3>\n${lineOf(newest)}<p>${escaped(sentence)}</p>\n`
  }
}

/** Ratings over time as a line, each on its own scale, with a gap where the answer was "not sure". */
function lineOf(ratings: readonly Rated[]): string {
  const [width, height] = [Math.max(120, ratings.length * 40), 60]
  const x = (index: number) => (10 + (index * (width - 20)) / Math.max(1, ratings.length - 1)).toFixed(1)
  const y = (share: number) => (height - 8 - share * (height - 16)).toFixed(1)
  const runs: string[][] = [[]]
  const dots = ratings.flatMap((rating, index) => {
    const share = scalePosition(rating)
    if (share === undefined) runs.push([])
    else runs.at(-1)?.push(`${x(index)},${y(share)}`)
    return share === undefined ? [] : [`<circle cx="${x(index)}" cy="${y(share)}" r="3"/>`]
  })
  const lines = runs.filter(({ length }) => length > 1).map((run) => `<polyline points="${run.join(' ')}"/>`)
  return (
    `<svg class="line" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<line x1="0" y1="${height - 4}" x2="${width}" y2="${height - 4}"/>${lines.join('')}${dots.join('')}</svg>\n`
  )
}

function dueList({ due }: Report, words: Words): string {
  return listOf(
    due.map(({ exercise, since }) => words.progress.dueSince(exercise.title, words.days.inWords(since.slice(0, 10))))
  )
}
