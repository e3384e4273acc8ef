import { withHead } from '../entry/front-matter.ts'
import type { Entry } from '../entry/model.ts'
import { withoutNote } from '../entry/note.ts'
import { outcomesOfExercise, outcomesOfPart, type FoundOutcome } from '../pack/outcomes.ts'
import { isAnswer } from './entry.ts'

/** Whether an entry has an answer that was written for an outcome. */
export function hasAnswerFor(entry: Entry, outcome: FoundOutcome): boolean {
  return writtenFor(entry, outcome).sections.some(isAnswer)
}

/**
 * What of an entry was written for an outcome, marked as partial; the same entry if that is all of it. What belongs to no prompt goes
 * with the exercise: the note, and answers to questions that the pack no longer has.
 */
export function writtenFor(entry: Entry, { outcome: { id }, packs }: FoundOutcome): Entry {
  const { head, sections } = entry
  const pack = packs.find((each) => each.id === head.pack)
  if (pack === undefined) return withoutNote({ ...entry, sections: [] })
  const own = sections.filter((section) => outcomesOfPart(head.exercise, section.id, pack)?.includes(id) === true)
  const isOfExercise = outcomesOfExercise(head.exercise, pack)?.includes(id) === true
  const noted = isOfExercise ? entry : withoutNote(entry)
  if (own.length === sections.length && noted === entry) return entry
  return { ...withHead(noted, { ...head, partial: true }), sections: own }
}
