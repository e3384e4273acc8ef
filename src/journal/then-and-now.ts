import type { Entry, Section } from './model.ts'

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

/**
 * Entries of one exercise question by question. `entries` are oldest first. Questions come in the order in which the newest
 * entry asks them, then those that it does not ask any more. What was skipped or merely read is left out.
 */
export function thenAndNow(entries: readonly Entry[]): readonly Revisited[] {
  const ids = new Set(entries.toReversed().flatMap(({ sections }) => sections.map(({ id }) => id)))
  return [...ids].flatMap((id) => {
    const answers = answersTo(id, entries)
    const last = answers.at(-1)
    return last === undefined ? [] : [{ title: last.section.title, answers }]
  })
}

function answersTo(id: string, entries: readonly Entry[]): RevisitedAnswer[] {
  const answers: RevisitedAnswer[] = []
  for (const { head, sections } of entries) {
    const section = sections.find((candidate) => candidate.id === id)
    if (section === undefined || section.body.kind === 'skipped' || section.body.kind === 'none') continue
    const before = answers.at(-1)?.section.ask
    const isReworded = before !== undefined && oneLine(before) !== oneLine(section.ask)
    answers.push({ day: head.started.slice(0, 10), section, language: head.language, isReworded })
  }
  return answers
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
