import type { Exercise, Pack } from '../../pack/model.ts'
import { nameIn } from '../../questions/index.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import type { Prompt, Reference } from '../../questions/shared/model.ts'
import { asMarkdown, withQuotations } from '../../interview/quotations.ts'
import { entryWords, type Words } from '../../words/index.ts'

/** The position of a text in a pack. */
export interface TextContext {
  readonly pack: Pack
  readonly exercise: Exercise
  readonly words: Words
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
  const shown = withQuotations(text, (reference, fallback) => {
    const words = fallback ?? calledIn(promptAt(reference, around))
    filledIn.set(`‹${words}›`, (fallback === undefined ? from : otherwise)(sourceOf(reference, around)))
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

/** Names the question that a reference points at. */
export function sourceOf(reference: Reference, around: TextContext): string {
  const { question, elsewhere, part } = around.words.packPage
  const prompt = promptAt(reference, around)
  const exercise = around.pack.exercises.find(({ id }) => id === reference.exercise)
  const name = calledIn(prompt)
  const source = exercise === undefined ? question(name) : elsewhere(name, exercise.title)
  return prompt === undefined || reference.part === undefined || reference.part === 'follow_up'
    ? source
    : part(nameIn(prompt, reference.part, entryWords(around.pack.language)), source)
}

/** The prompt that a reference points at. A follow-up is a prompt of its own. */
export function promptAt(
  { exercise, prompt, part }: Reference,
  { pack, exercise: here }: TextContext
): Prompt | undefined {
  const within = exercise === undefined ? here : pack.exercises.find(({ id }) => id === exercise)
  const name = part === 'follow_up' ? `${prompt}.follow_up` : prompt
  return within?.prompts.find(({ id }) => id === name)
}
