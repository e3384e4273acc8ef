import { measure } from '../../display/measure.ts'
import { wrap } from '../../display/wrap.ts'
import { isOthers } from '../../entry/built-in.ts'
import { decodeEntry } from '../../entry/codec.ts'
import { oldestFirst, readFound } from '../../journal/oldest-first.ts'
import { newExercise } from '../../pack/renames.ts'
import { People, peopleIn, type Person } from '../../progress/people.ts'
import { visible } from '../../text/visible.ts'
import { figures } from '../../words/shared/figures.ts'
import { defineCommand, json } from '../shared/command.ts'
import { openedJournal } from '../shared/journal.ts'
import { packsOf } from '../shared/options.ts'
import { printJson, tell } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { dayOptions, resolveFilter } from '../shared/filters.ts'
import { reportListing } from './entry-rows.ts'

/** Lists the people and roles that the learner wrote about in finished entries, with how often; without comment. */
export const peopleCommand = defineCommand({
  help: (words) => words.people.what,
  options: { ...dayOptions, json },
  async run(asked, context) {
    const options = resolveFilter(asked, context)
    const packs = packsOf({}, context)
    const journal = openedJournal(options, context, { isFull: true })
    const { entries } = reportListing(journal.list({ ...options, status: 'finished' }), context)
    const people = new People()
    for (const { file } of oldestFirst(entries)) {
      const found = readFound(file)
      if (found === undefined || !('head' in found)) continue
      const pack = packs.find(({ id }) => id === found.head.pack)
      const exercise = pack?.exercises.find(({ id }) => id === newExercise(found.head.exercise, pack))
      const entry = decodeEntry(found.text, found)
      const sections = entry.sections.filter((section) => !isOthers(section))
      people.add(peopleIn({ ...entry, sections }, exercise?.prompts ?? []))
    }
    const counted = people.counted()
    if (options.json === true) return printJson(counted, context)
    if (counted.length === 0) return tell(context.words.commands.people.none, context)
    await print((columns) => linesOf(counted, columns), options, context)
  }
})

function linesOf(people: readonly Person[], columns: number): string[] {
  return people.flatMap(({ name, times }) =>
    wrap(`${visible(name)} ${figures(times)}`, measure(columns) - 2).map((line) => `  ${line}`)
  )
}
