import type { Pack, Section } from '../pack/model.ts'
import { daysOf } from '../pack/sections.ts'
import type { Words } from '../words/index.ts'

/**
 * A section as learners see it on a day, `YYYY-MM-DD`: its title, when it opens if that is still to come, and when it is due. Without a
 * section, the heading above exercises that are in none.
 */
export function sectionInWords(
  section: Section | undefined,
  pack: Pick<Pack, 'start'>,
  today: string,
  { days, commands }: Words
): string {
  if (section === undefined) return commands.list.inNoSection
  const { opens, due } = daysOf(section, pack)
  const said = [
    ...(opens !== undefined && opens > today ? [days.opensOn(days.withWeekday(opens))] : []),
    ...(due === undefined ? [] : [days.dueBy(days.withWeekday(due))])
  ]
  return said.length === 0 ? section.title : `${section.title} (${said.join(', ')})`
}
