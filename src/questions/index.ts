import type { AttachedKey } from './shared/attached.ts'
import { isRecord } from '../util/records.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import type { Carried, NewPart } from './shared/carrying.ts'
import { refused, textsIn } from './shared/checking.ts'
import { date } from './date.ts'
import { list } from './list.ts'
import type {
  Answer,
  AnswerKind,
  AnswerOf,
  Checked,
  CommonKeys,
  EntryWords,
  Form,
  Identity,
  Option,
  Part,
  Prompt,
  PromptType,
  ScaleRating,
  Reference,
  Wording
} from './shared/model.ts'
import { note } from './note.ts'
import { number } from './number.ts'
import { tighterLimits as tighter, type TighterLimit } from './shared/limits.ts'
import { joined } from './shared/options.ts'
import { plan } from './plan.ts'
import type { AnswerTo, EarlierAnswers, NewId, Question, Say } from './shared/question.ts'
import { ranking } from './ranking.ts'
import { recall } from './recall.ts'
import { scale } from './scale.ts'
import { sentence } from './sentence.ts'
import { table } from './table.ts'
import { text } from './text.ts'
import type { Typed, TypedContext } from './shared/typed.ts'
import { onOneLine } from '../text/lines.ts'
import { wordedKeys } from './shared/worded.ts'
import { yesNo } from './yes-no.ts'

/** The question types. */
export const questions: { readonly [T in PromptType]: Question<T> } = {
  text,
  list,
  choice,
  choices,
  scale,
  ranking,
  table,
  sentence,
  plan,
  number,
  date,
  'yes-no': yesNo,
  note,
  recall
}

/** The type of a prompt that does not name one. */
export const defaultType: PromptType = 'text'

/** Whether a word is the name of a question type. */
export function isPromptType(word: string): word is PromptType {
  return Object.hasOwn(questions, word)
}

/** What is known about a prompt's type. Its methods accept any prompt: pass only prompts and answers of that type. */
export function questionOf(prompt: Pick<Prompt, 'type'>): Question<PromptType> {
  return questions[prompt.type]
}

/** A prompt from its common keys, and from those of its type in YAML, which passed the schema. `format` is that of the pack. */
export function promptFromKeys(
  type: PromptType,
  common: CommonKeys,
  keys: Readonly<Record<string, unknown>>,
  format: 1 | 2
): Prompt {
  return { ...common, ...questions[type].parse(keys, format) } as Prompt
}

/** Whether a prompt takes an answer. A note does not, nor does a recall that is only shown. */
export function asks(prompt: Prompt): boolean {
  return questionOf(prompt).asks?.(prompt) ?? true
}

/** Whether the answer is writing of any number of lines, which an editor can take over. */
export function isLong(prompt: Prompt): boolean {
  return questionOf(prompt).isLong?.(prompt) ?? false
}

/** Whether a value from outside answers a (resolved) prompt. White space alone is not an answer: its one fault is `empty`. */
export function check<P extends Prompt>(prompt: P, value: unknown): Checked<AnswerOf[P['type']]>
export function check(prompt: Prompt, value: unknown): Checked<Answer> {
  if (typeof value === 'string' && value.trim() === '') return refused('empty')
  return questionOf(prompt).check(prompt, value)
}

/** A text that was typed, read as an answer by the rules of the prompt's type. The value is still to be checked. */
export function typedAnswer(prompt: Prompt, typed: string, context: TypedContext): Typed<Answer> {
  return questionOf(prompt).typed?.(prompt, typed, context) ?? { kind: 'none' }
}

/** As `check`, for a value that may be a text that someone typed: ids and other exact values first, then typed forms. */
export function checkTyped(prompt: Prompt, value: unknown, context: TypedContext): Checked<Answer> {
  const exact = check(prompt, value)
  if (exact.ok || typeof value !== 'string') return exact
  const typed = typedAnswer(prompt, value, context)
  if (typed.kind === 'answer') return check(prompt, typed.value)
  if (typed.kind === 'none') return exact
  const [one, other] = typed.readings
  const [words] = context.languages
  const said = (reading: Answer) => (words === undefined ? String(reading) : inOneLine(prompt, reading, words))
  return refused({ code: 'ambiguous', what: value, one: said(one), other: said(other) })
}

/** The answer as Markdown for reading: only what was chosen. */
export function shown(prompt: Prompt, answer: Answer, words: EntryWords): string {
  return questionOf(prompt).shown(prompt, answer, words)
}

/** The short form of an answer, as lines of plain text. */
export function lines(prompt: Prompt, answer: Answer, words: EntryWords): readonly string[] {
  return questionOf(prompt).lines(prompt, answer, words)
}

/**
 * The short form in one line, for overviews and quotations (`{{prompt}}`). Lines of writing follow each other; other
 * lines are joined as in a sentence ("a, b and c"), or with semicolons if they are numbered or have punctuation inside.
 */
export function inOneLine(prompt: Prompt, answer: Answer, words: EntryWords): string {
  return joinedLines(linesToJoin(prompt, answer, words), words)
}

/** The lines of the short form that `joinedLines` puts into one. */
export function linesToJoin(prompt: Prompt, answer: Answer, words: EntryWords): readonly string[] {
  const short = lines(prompt, answer, words).map(onOneLine)
  return isLong(prompt) ? [onOneLine(short.join(' '))] : short
}

/** Several lines as one, joined as in a sentence. */
export function joinedLines(short: readonly string[], words: EntryWords): string {
  if (short.length === 1) return short.join('')
  return short.some((line) => /[,;:]|^\d+\. /.test(line)) ? short.join('; ') : joined(short, words)
}

/** One part of the answer as plain text; undefined if it has no such part. */
export function part(prompt: Prompt, answer: Answer, name: string, words: EntryWords): string | undefined {
  return questionOf(prompt).part?.(prompt, answer, name, words)
}

/** The parts of an answer that conditions and quotations can name. */
export function parts(prompt: Prompt): readonly Part[] {
  return questionOf(prompt).parts?.(prompt) ?? []
}

/** The pieces of a prompt that answers name by an id, each with its path in the prompt: `options.led`, `columns.who.led`. */
export function identities(prompt: Prompt): readonly Identity[] {
  return questionOf(prompt).identities?.(prompt) ?? []
}

/** The keys that list them: a path begins with one of these and a dot. */
export function identityLists(prompt: Prompt): readonly string[] {
  return questionOf(prompt).identityLists ?? []
}

/** The list whose pieces a later `options_from` or `rows_from` takes; undefined if it takes others, or none. */
export function offeredList(prompt: Prompt): string | undefined {
  return questionOf(prompt).offeredList
}

/** Words of a prompt beside its answers that decide what these say: the labels of a scale, the sentence around gaps. */
export function meanings(prompt: Prompt): readonly Identity[] {
  return questionOf(prompt).meanings?.(prompt) ?? []
}

/** The limits of a prompt that leave answers outside which it took before. Both are of one type. */
export function tighterLimits(before: Prompt, now: Prompt): readonly TighterLimit[] {
  const limits = (prompt: Prompt) => questionOf(prompt).limits?.(prompt) ?? []
  return tighter(limits(before), limits(now))
}

/** The prompt with other ids of the pieces that answers name. The new ids must differ from each other. */
export function withIds(prompt: Prompt, newId: NewId): Prompt {
  return questionOf(prompt).withIds?.(prompt, newId) ?? prompt
}

/** An answer to the prompt with the same ids. */
export function answerWithIds(prompt: Prompt, answer: Answer, newId: NewId): Answer {
  return questionOf(prompt).answerWithIds?.(answer, newId) ?? answer
}

/** What conditions can ask about the answer, or about a part of it; undefined if there is no such part. */
export function answerKind(prompt: Prompt, name: string | undefined): AnswerKind | undefined {
  const whole = questionOf(prompt).kind(prompt)
  return name === undefined || whole.of === 'nothing' ? whole : parts(prompt).find(({ id }) => id === name)?.kind
}

/** What a prompt and its answer, if there is one, offer to a later `options_from` or `rows_from`. */
export function offers(prompt: Prompt, answer: Answer | undefined): readonly Option[] {
  return questionOf(prompt).offers?.(prompt, answer) ?? []
}

/** What the learner knows a part, an option, a statement or a row by; an unknown id is its own name. */
export function nameIn(prompt: Prompt, id: string, words: EntryWords): string {
  const own = parts(prompt).find((each) => each.id === id)
  return own?.label(words) ?? offers(prompt, undefined).find((each) => each.id === id)?.label ?? id
}

/** The texts of an answer that the learner wrote. Without a prompt, or in an answer of another shape: every string. */
export function ownWords(prompt: Prompt | undefined, answer: unknown): readonly string[] {
  return (prompt && questionOf(prompt).ownWords?.(prompt, answer)) ?? textsIn(answer)
}

/**
 * Carries an answer from the (resolved) prompt as it was asked to the prompt as it is now. Between types, nothing is kept. `kept` is
 * still to be checked.
 */
export function carry(before: Prompt, answer: Answer, now: Prompt, newPart: NewPart): Carried<Answer> {
  if (before.type !== now.type) return { lost: answer }
  return questionOf(now).carry?.(before, answer, now, newPart) ?? { kept: answer }
}

/** The people or roles that an answer names, if its prompt asks for them. */
export function people(prompt: Prompt, answer: Answer): readonly string[] {
  return questionOf(prompt).people?.(prompt, answer) ?? []
}

/** When the learner will do what an answer says that they will do, in their words; undefined if it is not such an answer. */
export function intendedWhen(prompt: Prompt, answer: Answer): string | undefined {
  return questionOf(prompt).intendedWhen?.(answer)
}

/** Whether a prompt of a pack asks for a day, `YYYY-MM-DD`, on which the exercise is due again. */
export function asksForReturn(prompt: Prompt): boolean {
  return questionOf(prompt).asksForReturn?.(prompt) === true
}

/** What an answer rates on a scale. */
export function scaleRatings(prompt: Prompt, answer: Answer): readonly ScaleRating[] {
  return questionOf(prompt).ratings?.(prompt, answer) ?? []
}

/** The earlier answers that a prompt shows or takes its options from, apart from quotations. */
export function references(prompt: Prompt): readonly Reference[] {
  const source = takenFrom(prompt)
  return [
    ...(source === undefined ? [] : [{ prompt: source.prompt }]),
    ...(questionOf(prompt).references?.(prompt) ?? [])
  ]
}

/** The earlier prompt whose items a prompt takes, and the list that they become; undefined if it takes none. */
export function takenFrom(prompt: Prompt): { readonly prompt: string; readonly list: string } | undefined {
  const { sourceKey } = questionOf(prompt)
  if (sourceKey === undefined) return undefined
  const name = Object.entries(prompt).find(([key]) => key === sourceKey)?.[1]
  return typeof name === 'string' ? { prompt: name, list: sourceKey === 'rowsFrom' ? 'rows' : 'options' } : undefined
}

/** Whether a key of some type's model holds the name of an earlier prompt. */
export function isSourceKey(key: string): boolean {
  return Object.values(questions).some(({ sourceKey }) => sourceKey === key)
}

/** The texts of a prompt that may quote earlier answers, in all their wordings. */
export function quotingTexts(prompt: Prompt): string[] {
  const values: Readonly<Record<string, unknown>> = { ...prompt }
  const texts = ['ask', 'help', ...(questionOf(prompt).quotingKeys ?? [])].flatMap((key) => {
    const value = values[key]
    return typeof value === 'string' ? [value] : []
  })
  const { ask = [], help = [] } = prompt.wordings ?? {}
  return [...texts, ...[...ask.slice(1), ...help.slice(1)].map(({ text: words }) => words)]
}

/** All wordings of a prompt's question. */
export function asksOf({ ask, wordings }: Pick<Prompt, 'ask' | 'wordings'>): readonly string[] {
  return wordings?.ask?.map(({ text: words }) => words) ?? [ask]
}

/** The prompt with what it takes from earlier answers; undefined if nothing is left to ask. `ask` and `help` stay. */
export function resolved(prompt: Prompt, earlier: EarlierAnswers): Prompt | undefined {
  const { resolve } = questionOf(prompt)
  return resolve === undefined ? prompt : resolve(prompt, earlier)
}

/** The prompt with the bounds that earlier answers of its exercise set. */
export function bounded(prompt: Prompt, answerTo: AnswerTo): Prompt {
  return questionOf(prompt).bounded?.(prompt, answerTo) ?? prompt
}

/** Plain text that is shown with the question; undefined if there is none. */
export function shownWith(prompt: Prompt): string | undefined {
  return questionOf(prompt).shownWith?.(prompt)
}

/** The prompt again, from an entry; undefined if the form does not describe one. */
export function promptFromForm(type: PromptType, common: CommonKeys, from: Form | undefined): Prompt | undefined {
  const own = questions[type].fromForm(isRecord(from) ? from : {})
  return own && ({ ...common, ...own } as Prompt)
}

/** The prompt with every text of its author replaced by that of `say`: the common texts, then those of its type. */
export function translatedPrompt(prompt: Prompt, say: Say): Prompt {
  const wordings: Record<string, readonly Wording[]> = {}
  const texts: Record<string, string> = {}
  for (const key of ['ask', 'title', 'help', 'example', 'startWith'] as const) {
    const name = key === 'title' ? key : wordedKeys[key]
    const several = key === 'title' ? undefined : prompt.wordings?.[key]
    if (several !== undefined)
      wordings[key] = translatedWordings(several, (below, words) => say([name, ...below], words))
    const words = prompt[key]
    if (words !== undefined) texts[key] = wordings[key]?.[0]?.text ?? say([name], words)
  }
  const common = { ...texts, ...(prompt.wordings === undefined ? {} : { wordings }) }
  return questionOf(prompt).translated?.({ ...prompt, ...common }, say) ?? { ...prompt, ...common }
}

/** Wordings in another language: `say` gets the number of each, from 1. */
export function translatedWordings(wordings: readonly Wording[], say: Say): readonly Wording[] {
  return wordings.map((wording, index) => ({ ...wording, text: say([String(index + 1)], wording.text) }))
}

/** Whether a question can be attached to a prompt of this type under a key. */
export function isAttachable(key: AttachedKey, prompt: Pick<Prompt, 'type'>): boolean {
  return (questionOf(prompt).attachable ?? ['follow_up']).includes(key)
}
