import { promptIdsOf } from '../../questions/shared/attached.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import { identities, nameIn } from '../../questions/index.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import type { Derivation, Prompt, Reference, Source } from '../../questions/shared/model.ts'
import { isDerived } from '../../questions/shared/reference.ts'
import { asMarkdown, withQuotations } from '../../interview/quotations.ts'
import type { FindPicture } from '../document.ts'
import { entryWords, type Words } from '../../words/index.ts'

/** The position of a text in a pack. */
export interface TextContext {
  readonly pack: Pack
  readonly exercise: Exercise
  readonly words: Words
  /** Finds the pictures of the pack. */
  readonly find?: FindPicture | undefined
}

/** A text by an author for a reader who has no answers. */
export interface Readable {
  /** Markdown. */
  readonly text: string
  /** Each placeholder with a sentence that says where its text comes from. */
  readonly filledIn: ReadonlyMap<string, string>
}

/** Replaces quotations by their fallbacks, in marks of their own. */
export function readable(text: string, around: TextContext): Readable {
  const { filledIn: from, otherwise } = around.words.packPage
  const filledIn = new Map<string, string>()
  const shown = withQuotations(text, (source, fallback) => {
    const subject = subjectOf(source, around)
    const words = fallback ?? (isDerived(source) ? subject : calledIn(promptAt(source, around)))
    filledIn.set(`‹${words}›`, (fallback === undefined ? from : otherwise)(subject))
    return `‹${fallback === undefined ? asMarkdown(words) : words}›`
  })
  return { text: shown, filledIn }
}

/** The name of a prompt where there is no answer to quote. */
export function calledIn(prompt: Prompt | undefined): string {
  return prompt === undefined
    ? ''
    : headingOf({ ...prompt, ask: withQuotations(prompt.ask, (_, fallback) => fallback ?? '…') })
}

/** Names what a condition compares or a text quotes: the answer to a question, or what is derived from answers. */
export function subjectOf(source: Source, around: TextContext): string {
  const { answerTo, derived } = around.words.packPage
  if (!isDerived(source)) return answerTo(sourceOf(source, around))
  const { derive, of, is } = source
  const [one = '', other = ''] = of.map(
    (reference) => sinceWhich(reference, derive, around) ?? sourceOf(reference, around)
  )
  return derived[derive](one, of[0] === undefined || is === undefined ? other : cellOf(of[0], is, around))
}

/** The exercise since which days are counted. */
function sinceWhich({ prompt }: Reference, derive: Derivation, { pack }: TextContext): string | undefined {
  const exercise = derive === 'days' ? pack.exercises.find(({ id }) => id === prompt) : undefined
  return exercise && `“${exercise.title}”`
}

/** What a cell holds, as learners know it. */
function cellOf(reference: Reference, is: string, around: TextContext): string {
  const { yes, no } = entryWords(around.pack.language)
  const prompt = promptAt(reference, around)
  const option = prompt && identities(prompt).find(({ path }) => path === `columns.${reference.part}.${is}`)
  return option?.label ?? (is === 'true' ? yes : is === 'false' ? no : is)
}

/** Names the question that a reference points at. */
export function sourceOf(reference: Reference, around: TextContext): string {
  const { question, elsewhere, part } = around.words.packPage
  const prompt = promptAt(reference, around)
  const exercise = around.pack.exercises.find(({ id }) => id === reference.exercise)
  const name = calledIn(prompt)
  const source = exercise === undefined ? question(name) : elsewhere(name, exercise.title)
  return prompt === undefined || reference.part === undefined || prompt.id !== reference.prompt
    ? source
    : part(partName(prompt, reference.part, around), source)
}

function partName(prompt: Prompt, part: string, around: TextContext): string {
  const column = identities(prompt).find(({ path }) => path === `columns.${part}`)
  return column?.label ?? nameIn(prompt, part, entryWords(around.pack.language))
}

/** The prompt that a reference points at. An attached question is a prompt of its own. */
export function promptAt(reference: Reference, { pack, exercise: here }: TextContext): Prompt | undefined {
  const { exercise } = reference
  const within = exercise === undefined ? here : pack.exercises.find(({ id }) => id === exercise)
  const named = promptIdsOf(reference).map((id) => within?.prompts.find((prompt) => prompt.id === id))
  return named.find((prompt) => prompt !== undefined)
}
