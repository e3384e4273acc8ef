import type { Pack } from '../pack/model.ts'
import { movedFrom, nameIn, namesOf, newExercise, withNewParts } from '../pack/renames.ts'
import { dayOf } from '../dates/time.ts'
import { isBuiltIn } from '../entry/built-in.ts'
import type { Entry, EntryHead, Listed, Section } from '../entry/model.ts'
import { isRetired, retirementOf } from '../entry/retired.ts'

/** An exercise whose answers are compared. */
export interface RevisitedExercise {
  readonly pack: Pick<Pack, 'id' | 'renamed' | 'retired'>
  /** The present id of the exercise. */
  readonly exercise: string
  readonly title: string
}

/** The exercise of an entry. Former ids are known only if the pack is installed. */
export function exerciseOf({ pack: id, exercise, title }: Listed, packs: readonly Pack[]): RevisitedExercise {
  const pack = packs.find((each) => each.id === id) ?? { id, renamed: {}, retired: [] }
  return { pack, exercise: newExercise(exercise, pack), title }
}

/** A question and all answers to it. */
export interface Revisited {
  readonly title: string
  /** Oldest first. */
  readonly answers: readonly RevisitedAnswer[]
}

/** An answer with its question as it was at that time. */
export interface RevisitedAnswer {
  /** The local date of the entry's start, `YYYY-MM-DD`. */
  readonly day: string
  readonly section: Section
  /** The language of the entry's fixed words, as a BCP 47 tag. */
  readonly language: string
  /** The question was worded differently from the time before. */
  readonly isReworded: boolean
}

/** The finished entries with questions of an exercise, under any id that it had, or of exercises from which it took questions. */
export function finishedEntriesOf({ pack, exercise }: RevisitedExercise, entries: readonly Listed[]): Listed[] {
  const names = new Set([...namesOf(exercise, pack), ...movedFrom(exercise, pack)])
  return entries.filter((entry) => entry.status === 'finished' && entry.pack === pack.id && names.has(entry.exercise))
}

/**
 * The answers of one exercise by question. Questions are in the order of the newest entry, followed by those that it does not
 * ask any more. Sections that were skipped, or ask nothing, are left out.
 *
 * @param entries oldest first.
 */
export function thenAndNow(of: RevisitedExercise, entries: readonly Entry[]): readonly Revisited[] {
  const asked = entries.map((entry) => ({ head: entry.head, sections: sectionsByName(of, entry) }))
  const names = new Set(asked.toReversed().flatMap(({ sections }) => [...sections.keys()]))
  return [...names].flatMap((name) => {
    const answers = answersTo(name, asked)
    const last = answers.at(-1)
    return last === undefined ? [] : [{ title: last.section.title, answers }]
  })
}

interface EntrySections {
  readonly head: EntryHead
  readonly sections: ReadonlyMap<string, Section>
}

/** The sections of an entry that belong to an exercise, by the present ids of their questions and parts; the first of each question, retired ones last. */
function sectionsByName({ pack, exercise }: RevisitedExercise, { head, sections }: Entry): Map<string, Section> {
  const named = new Map<string, Section>()
  const asked = sections.filter((section) => !isBuiltIn(section))
  const live = asked.filter((section) => !isRetired(section))
  for (const section of [...live, ...asked.filter(isRetired)]) {
    const name = nameIn(exercise, head.exercise, retirementOf(section)?.id ?? section.id, pack)
    if (name !== undefined && !named.has(name)) named.set(name, withNewParts(section, head.exercise, pack))
  }
  return named
}

function answersTo(name: string, asked: readonly EntrySections[]): RevisitedAnswer[] {
  const answers: RevisitedAnswer[] = []
  for (const { head, sections } of asked) {
    const section = sections.get(name)
    if (section === undefined || section.body.kind === 'skipped' || section.body.kind === 'none') continue
    const before = answers.at(-1)?.section.ask
    const isReworded = before !== undefined && oneLine(before) !== oneLine(section.ask)
    answers.push({ day: dayOf(head.started), section, language: head.language, isReworded })
  }
  return answers
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
