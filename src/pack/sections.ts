import { dayAfter } from '../dates/spans.ts'
import { present } from '../util/records.ts'
import type { Pack, Section } from './model.ts'

/** Things of one section of a pack; those of exercises that are in no section have none. */
interface InSection<Thing> {
  readonly section?: Section
  readonly things: readonly Thing[]
}

/** The days of a section, `YYYY-MM-DD`. */
export interface SectionDays {
  readonly opens?: string
  /** The last day. */
  readonly due?: string
}

/** Things by section, in the order of the sections; those in none come last. `idOf` gives the exercise of a thing. */
export function bySection<Thing>(
  { sections = [] }: Pick<Pack, 'sections'>,
  things: readonly Thing[],
  idOf: (thing: Thing) => string
): InSection<Thing>[] {
  const named = sections.map((section) => ({
    section,
    things: things.filter((thing) => section.exercises.includes(idOf(thing)))
  }))
  const others = things.filter((thing) => !sections.some(({ exercises }) => exercises.includes(idOf(thing))))
  return [...named, { things: others }].filter((group) => group.things.length > 0)
}

/** The section in which an exercise is. */
export function sectionOf({ sections = [] }: Pick<Pack, 'sections'>, exercise: string): Section | undefined {
  return sections.find(({ exercises }) => exercises.includes(exercise))
}

/** The days of a section; none if the start day of its pack is not known. */
export function daysOf({ opens, due }: Section, { start }: Pick<Pack, 'start'>): SectionDays {
  if (start === undefined) return {}
  return present({
    opens: opens && dayAfter(start, opens),
    due: due && dayAfter(dayAfter(start, due), { count: -1, unit: 'day' })
  })
}
