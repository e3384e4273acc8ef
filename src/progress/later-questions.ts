import { addUnits } from '../dates/calendar.ts'
import { dayOf } from '../dates/time.ts'
import { ASKED, LATER, LATER_DAY, LATER_NOW } from '../entry/built-in.ts'
import type { Entry, Section } from '../entry/model.ts'
import { QUESTION } from '../entry/retired.ts'
import type { Form } from '../questions/shared/model.ts'
import { present } from '../util/records.ts'
import { answerNamed, type AnswerName } from './promises.ts'

/** A question that a learner left for the day on which they come back to an exercise. */
export interface LaterQuestion {
  readonly name: AnswerName
  /** The id of the exercise when it was left. */
  readonly exercise: string
  /** As typed. */
  readonly ask: string
  /** What they would have answered then, as typed. */
  readonly then?: string
  /** Whether the question or that answer is private. */
  readonly private: boolean
  /** The day on which it was left, `YYYY-MM-DD`. */
  readonly made: string
  /** The first day on which it is asked, `YYYY-MM-DD`: the one that they chose, or a month later. */
  readonly due: string
}

/**
 * The questions in finished entries that were not asked yet, the first that is due first. Entries may come in any order. A question
 * that was asked in a draft was asked.
 */
export function openQuestionsIn(entries: Iterable<Entry>): readonly LaterQuestion[] {
  const questions: LaterQuestion[] = []
  const asked = new Set<string>()
  for (const entry of entries) {
    const question = questionIn(entry)
    if (question !== undefined) questions.push(question)
    for (const section of entry.sections) {
      const name = questionNamed(section)
      if (name !== undefined) asked.add(name.entry)
    }
  }
  return questions
    .filter(({ name }) => !asked.has(name.entry))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.made < b.made ? -1 : 1))
}

/** The question that was left in a finished entry; undefined if there is none. */
export function questionIn({ head, sections }: Entry): LaterQuestion | undefined {
  const said = (id: string) => sections.find((section) => section.id === id && textOf(section) !== undefined)
  const [question, day, then] = [said(LATER), said(LATER_DAY), said(LATER_NOW)]
  const ask = question && textOf(question)
  if (head.status !== 'finished' || question === undefined || ask === undefined) return undefined
  const made = dayOf(head.finished ?? head.started)
  return {
    name: { pack: head.pack, entry: head.id, prompt: LATER },
    exercise: head.exercise,
    ask,
    ...present({ then: then && textOf(then) }),
    private: question.private || then?.private === true,
    made,
    due: (day && textOf(day)) ?? addUnits(made, 'month', 1)
  }
}

/** The question that a section is the answer to; undefined if it is not of this kind. */
export function questionNamed({ id, form }: Pick<Section, 'id' | 'form'>): AnswerName | undefined {
  return id === ASKED ? answerNamed(form?.[QUESTION]) : undefined
}

/** The same as a fact for the marker's JSON. */
export function questionFact({ pack, entry, prompt }: AnswerName): Form {
  return { [QUESTION]: { pack, entry, prompt } }
}

function textOf({ body }: Section): string | undefined {
  return body.kind === 'answered' && typeof body.answer === 'string' ? body.answer : undefined
}
