import { groupBy } from '../util/group-by.ts'
import { minutesOf } from '../progress/tally.ts'
import type { Report } from '../progress/report.ts'
import { escapeHeading } from '../entry/section-heading.ts'
import { isDiary, type EntryHead } from '../entry/model.ts'
import { dayOf } from '../dates/time.ts'
import type { Words } from '../words/index.ts'

/** A statement of what the learner completed and when, as Markdown. It says that the learner made it and contains no answers. */
export function statement({ finished, packs, today }: Report, words: Words): string {
  const said = words.progress
  const titles = new Map(packs.map(({ pack }) => [pack.id, pack.title]))
  // A diary is not an exercise, and its titles are words of its answers.
  const completed = finished.filter((head) => !isDiary(head))
  const parts = [...groupBy(completed, ({ pack }) => pack)].map(([pack, heads]) =>
    [`## ${escapeHeading(titles.get(pack) ?? pack)}`, heads.map((head) => lineOf(head, words)).join('\n')].join('\n\n')
  )
  const body = parts.length === 0 ? [said.nothingYet] : parts
  return `${[`# ${said.statementTitle}`, said.statementSays(words.days.inWords(today)), ...body].join('\n\n')}\n`
}

function lineOf(head: EntryHead, words: Words): string {
  const day = words.days.inWords(dayOf(head.finished ?? head.started))
  return `- ${words.progress.completed(day, escapeHeading(head.title), head.packVersion, minutesOf(head))}`
}
