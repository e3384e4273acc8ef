import { questionOf } from '../questions/index.ts'
import type { Answer, EntryWords, Form, Prompt } from '../questions/shared/model.ts'
import { isRecord } from '../util/records.ts'
import type { Section } from './model.ts'

/** Why an answer was retired. */
export const reasons = ['removed', 'type', 'parts', 'condition', 'answers'] as const

/**
 * `removed`: the exercise has no such prompt any more. `type`: the prompt is of another type. `parts`: parts of the answer do not fit
 * the prompt, or have other words now. `condition`: the prompt is not asked any more after the same answers.
 * `answers`: the learner changed the answer that gave the prompt its options or rows.
 */
export type Reason = (typeof reasons)[number]

/** What is known about a retired answer. */
export interface Retirement {
  /** The id of its prompt when it was asked. */
  readonly id: string
  /** The version of the pack that asked it. */
  readonly version: string
  readonly because: Reason
}

/** The key of the marker's JSON that holds a retirement. */
const KEY = 'retired'

/** The retirement of a section; undefined if its prompt is still asked. */
export function retirementOf({ form }: Pick<Section, 'form'>): Retirement | undefined {
  const found: unknown = form?.[KEY]
  if (!isRecord(found)) return undefined
  const { id, version, because } = found
  const reason = reasons.find((each) => each === because) ?? 'removed'
  return { id: String(id ?? ''), version: String(version ?? ''), because: reason }
}

/** Whether the section holds a retired answer, which no walk asks for or changes. */
export function isRetired(section: Pick<Section, 'form'>): boolean {
  return section.form !== undefined && Object.hasOwn(section.form, KEY)
}

/**
 * The section as a retired one: with its question as it was asked, a sentence above the question that says so, and its privacy.
 *
 * @param id its new id in the entry.
 */
export function retire(section: Section, id: string, retirement: Retirement, words: EntryWords): Section {
  const { raw: _, prompt, ...others } = section
  const marked = (ask: string) => (ask === '' ? `*${words.retired}*` : `*${words.retired}*\n\n${ask}`)
  return {
    ...others,
    id,
    ask: marked(section.ask),
    form: { ...section.form, [KEY]: { ...retirement } },
    ...(prompt === undefined ? {} : { prompt: { ...prompt, id, ask: marked(prompt.ask) } })
  }
}

/** The sentence above the question of a retired section, as Markdown; '' if the section is not retired or has lost it. */
export function retiredMark(section: Pick<Section, 'form' | 'ask'>): string {
  return isRetired(section) ? (/^[*_][^\n]+[*_](?=\n|$)/.exec(section.ask)?.[0] ?? '') : ''
}

/** The section with another answer to its prompt as it was asked, without the notes around the former one. */
export function withAnswer(section: Section, answer: Answer): Section {
  const { raw: _, ...others } = section
  return { ...others, body: { kind: 'answered', answer, before: '', after: '' } }
}

/** The facts in a marker's JSON that do not describe the prompt. */
function factsIn(form: Form | undefined): Form {
  return Object.fromEntries(Object.entries(form ?? {}).filter(([key]) => key === KEY || key === HIDDEN))
}

/** The facts in a marker's JSON that go with the prompt wherever it is asked again. */
export function promptFacts(form: Form | undefined): Form | undefined {
  const facts = Object.entries(form ?? {}).filter(([key]) => FACTS.has(key))
  return facts.length === 0 ? undefined : Object.fromEntries(facts)
}

/** The key of the marker's JSON that says which plan a question is about. */
export const PLAN = 'plan'
/** The key of the marker's JSON that says where the learner left a question for later. */
export const QUESTION = 'question'

/** The key of the marker's JSON that says at the end of which route a question was asked. */
export const ROUTE = 'route'

const FACTS: ReadonlySet<string> = new Set([PLAN, QUESTION, ROUTE])

/** The key of the marker's JSON that says that a prompt of a draft was hidden when the draft was saved. */
const HIDDEN = 'hidden'

/** Whether the learner's own answers had hidden the section's prompt when its draft was saved. */
export function wasHidden({ form }: Pick<Section, 'form'>): boolean {
  return form?.[HIDDEN] === true
}

/** The section of a hidden prompt in a draft. */
export function hide(section: Section): Section {
  return { ...section, form: { ...section.form, [HIDDEN]: true } }
}

/** The marker's JSON for a prompt, with its facts and those that stood in the former JSON. */
export function formOf(prompt: Prompt, former?: Form): Form | undefined {
  const form = { ...questionOf(prompt).form(prompt), ...prompt.facts, ...factsIn(former) }
  return Object.keys(form).length === 0 ? undefined : form
}
