import type { Pack } from '../pack/model.ts'
import { movedFrom, nameIn, namesOf, newExercise } from '../pack/renames.ts'
import { dayOf } from '../dates/time.ts'
import type { Entry, EntryHead, Listed, Section } from '../entry/model.ts'

/** An exercise that is looked back on. */
export interface LookedBackOn {
  readonly pack: Pick<Pack, 'id' | 'renamed'>
  /** The exercise's id, as it is called now. */
  readonly exercise: string
  readonly title: string
}

/** The exercise that an entry is of. A pack that is gone has renamed nothing. */
export function exerciseOf({ pack: id, exercise, title }: Listed, packs: readonly Pack[]): LookedBackOn {
  const pack = packs.find((each) => each.id === id) ?? { id, renamed: {} }
  return { pack, exercise: newExercise(exercise, pack), title }
}

/** One question and all that was answered to it. */
export interface Revisited {
  readonly title: string
  /** Oldest first. */
  readonly answers: readonly RevisitedAnswer[]
}

/** An answer, and how its question was asked then. */
export interface RevisitedAnswer {
  /** Of the entry's start, `YYYY-MM-DD`. */
  readonly day: string
  readonly section: Section
  /** Of the entry's fixed words. */
  readonly language: string
  /** It was asked in other words than the time before. */
  readonly isReworded: boolean
}

/** The finished entries in which questions of an exercise were answered, by whatever name it, or the one that they came from, had then. */
export function sittingsWith({ pack, exercise }: LookedBackOn, entries: readonly Listed[]): Listed[] {
  const names = new Set([...namesOf(exercise, pack), ...movedFrom(exercise, pack)])
  return entries.filter((entry) => entry.status === 'finished' && entry.pack === pack.id && names.has(entry.exercise))
}

/**
 * Entries of one exercise question by question. `entries` are oldest first. Questions come in the order in which the newest
 * entry asks them, then those that it does not ask any more. What was skipped or merely read is left out.
 */
export function thenAndNow(of: LookedBackOn, entries: readonly Entry[]): readonly Revisited[] {
  const asked = entries.map((entry) => ({ head: entry.head, sections: sectionsByName(of, entry) }))
  const names = new Set(asked.toReversed().flatMap(({ sections }) => [...sections.keys()]))
  return [...names].flatMap((name) => {
    const answers = answersTo(name, asked)
    const last = answers.at(-1)
    return last === undefined ? [] : [{ title: last.section.title, answers }]
  })
}

interface Asked {
  readonly head: EntryHead
  readonly sections: ReadonlyMap<string, Section>
}

/** The sections of an entry that are this exercise's, by what their questions are called now; of two with one name the first. */
function sectionsByName({ pack, exercise }: LookedBackOn, { head, sections }: Entry): Map<string, Section> {
  const named = new Map<string, Section>()
  for (const section of sections) {
    const name = nameIn(exercise, head.exercise, section.id, pack)
    if (name !== undefined && !named.has(name)) named.set(name, section)
  }
  return named
}

function answersTo(name: string, asked: readonly Asked[]): RevisitedAnswer[] {
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
