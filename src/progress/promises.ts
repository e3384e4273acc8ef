import { addUnits } from '../dates/calendar.ts'
import { later } from '../dates/spans.ts'
import { dayOf } from '../dates/time.ts'
import { dayNamedIn } from '../dates/named-day.ts'
import { PROMISE_LINE } from '../entry/built-in.ts'
import type { Entry, Section } from '../entry/model.ts'
import { isRetired, PLAN } from '../entry/retired.ts'
import { inOneLine, intendedWhen } from '../questions/index.ts'
import type { Form } from '../questions/shared/model.ts'
import { isRecord, present } from '../util/records.ts'
import { entryWords } from '../words/index.ts'

/** What a learner can say about a plan. `later`: they want to be asked again. */
export const outcomes = ['came', 'not-yet', 'changed', 'let-go', 'later'] as const
type Outcome = (typeof outcomes)[number]

/** After these, a plan is not asked about any more. */
const CLOSING: ReadonlySet<Outcome> = new Set(['came', 'changed', 'let-go'])
/** How long a plan waits after "not yet" and "later". */
const WAIT = { count: 1, unit: 'week' } as const

/** An answer in an entry, such as a plan. */
export interface AnswerName {
  readonly pack: string
  /** The entry's id. */
  readonly entry: string
  readonly prompt: string
}

/** What was said about a plan. */
interface Said {
  readonly outcome: Outcome
  /** When its entry was begun, ISO 8601. */
  readonly at: string
  /** What the learner added. */
  readonly line?: string
}

/** A plan and what became of it. */
export interface Promised {
  readonly plan: AnswerName
  readonly exercise: string
  /** The title of its entry. */
  readonly title: string
  /** "When …, I will …", in the entry's language. */
  readonly sentence: string
  /** When it was made, ISO 8601. */
  readonly made: string
  /** Oldest first. */
  readonly said: readonly Said[]
  readonly isOpen: boolean
  /** The first day on which it is asked about, `YYYY-MM-DD`. */
  readonly due: string
}

/**
 * All plans in finished entries, the oldest first, with what was said about them since. Entries may come in any order. What was said in a
 * draft counts too.
 */
export function promisesIn(entries: Iterable<Entry>): readonly Promised[] {
  const plans: Made[] = []
  const said = new Map<string, Said[]>()
  for (const entry of entries) {
    for (const section of entry.sections) {
      const about = planNamed(section)
      const heard = about && saidIn(entry, section)
      if (about !== undefined && heard !== undefined) {
        said.set(nameOf(about), [...(said.get(nameOf(about)) ?? []), heard])
      } else if (entry.head.status === 'finished' && !isRetired(section)) {
        plans.push(...planIn(entry, section))
      }
    }
  }
  return plans
    .toSorted((a, b) => Date.parse(a.made) - Date.parse(b.made))
    .map((made) => withSaid(made, said.get(nameOf(made.plan)) ?? []))
}

/** A plan before it is known what was said about it. `due` is the day that it names, or the day after it was made. */
type Made = Omit<Promised, 'said' | 'isOpen'>

function withSaid(made: Made, heard: readonly Said[]): Promised {
  const said = heard.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const last = said.at(-1)
  const again = last === undefined ? made.due : dayOf(later(last.at, WAIT))
  const isOpen = !said.some(({ outcome }) => CLOSING.has(outcome))
  return { ...made, said, isOpen, due: again > made.due ? again : made.due }
}

/** The oldest open plan that may be asked about today; undefined if there is none. `isShown`: the exercise shows it anyway. */
export function duePromise(
  promises: readonly Promised[],
  today: string,
  isShown: (promise: Promised) => boolean = () => false
): Promised | undefined {
  return promises.find((promise) => promise.isOpen && promise.due <= today && !isShown(promise))
}

/** Whether a learner was asked about a plan in an entry. */
export function asksAboutPlan({ sections }: Entry): boolean {
  return sections.some((section) => planNamed(section) !== undefined)
}

/** The plan that a section is about; undefined if it is about none. */
export function planNamed({ form }: Pick<Section, 'form'>): AnswerName | undefined {
  return answerNamed(form?.[PLAN])
}

/** The name of an answer in the journal, from a marker's JSON; undefined for other values. */
export function answerNamed(found: unknown): AnswerName | undefined {
  if (!isRecord(found)) return undefined
  const { pack, entry, prompt } = found
  if (typeof pack !== 'string' || typeof entry !== 'string' || typeof prompt !== 'string') return undefined
  return { pack, entry, prompt }
}

/** The same as a fact for the marker's JSON. */
export function planFact({ pack, entry, prompt }: AnswerName): Form {
  return { [PLAN]: { pack, entry, prompt } }
}

function nameOf({ entry, prompt }: AnswerName): string {
  return `${entry} ${prompt}`
}

function planIn({ head }: Entry, { id, prompt, body }: Section): Made[] {
  const when = prompt === undefined || body.kind !== 'answered' ? undefined : intendedWhen(prompt, body.answer)
  if (prompt === undefined || body.kind !== 'answered' || when === undefined) return []
  const words = entryWords(head.language)
  const made = head.finished ?? head.started
  const next = addUnits(dayOf(made), 'day', 1)
  const named = dayNamedIn(when, dayOf(made), words.days.spoken) ?? next
  return [
    {
      plan: { pack: head.pack, entry: head.id, prompt: id },
      exercise: head.exercise,
      title: head.title,
      sentence: inOneLine(prompt, body.answer, words),
      made,
      due: named > next ? named : next
    }
  ]
}

function saidIn({ head, sections }: Entry, { body }: Section): Said | undefined {
  const outcome = body.kind === 'answered' ? outcomes.find((each) => each === body.answer) : undefined
  if (outcome === undefined) return undefined
  const line = sections.find(({ id }) => id === PROMISE_LINE)?.body
  const words = line?.kind === 'answered' && typeof line.answer === 'string' ? line.answer : undefined
  return { outcome, at: head.started, ...present({ line: words }) }
}
