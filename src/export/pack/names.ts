import type { Exercise, Pack } from '../../pack/model.ts'
import { nameIn } from '../../questions/index.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import type { Prompt, Reference } from '../../questions/shared/model.ts'
import { asMarkdown, withQuotations } from '../../interview/quotations.ts'
import { entryWords } from '../../words/index.ts'
import type { Words } from '../../words/index.ts'

/** Where a text of a pack stands. */
export interface Around {
  readonly pack: Pack
  readonly exercise: Exercise
  readonly words: Words
}

/** A text of an author's as one who knows no answers reads it. */
export interface Readable {
  /** Markdown. */
  readonly text: string
  /** What is filled in: the words that stand in its place, in marks, and a sentence on where it is from. */
  readonly filledIn: ReadonlyMap<string, string>
}

/** Fills a text's quotations with the words that stand there without an answer, in marks of their own. */
export function readable(text: string, around: Around): Readable {
  const { filledIn: from, otherwise } = around.words.packPage
  const filledIn = new Map<string, string>()
  const shown = withQuotations(text, (reference, fallback) => {
    const words = fallback ?? calledIn(promptAt(reference, around))
    filledIn.set(`‹${words}›`, (fallback === undefined ? from : otherwise)(sourceOf(reference, around)))
    return `‹${fallback === undefined ? asMarkdown(words) : words}›`
  })
  return { text: shown, filledIn }
}

/** What a prompt is called where there are no answers to quote. */
export function calledIn(prompt: Prompt | undefined): string {
  return prompt === undefined
    ? ''
    : headingOf({ ...prompt, ask: withQuotations(prompt.ask, (_, fallback) => fallback ?? '…') })
}

/** The question that a reference leads to, in words. */
export function sourceOf(reference: Reference, around: Around): string {
  const { question, elsewhere, part } = around.words.packPage
  const prompt = promptAt(reference, around)
  const exercise = around.pack.exercises.find(({ id }) => id === reference.exercise)
  const name = calledIn(prompt)
  const source = exercise === undefined ? question(name) : elsewhere(name, exercise.title)
  return prompt === undefined || reference.part === undefined || reference.part === 'follow_up'
    ? source
    : part(nameIn(prompt, reference.part, entryWords(around.pack.language)), source)
}

/** The prompt that a reference leads to; a follow-up is one of its own. */
export function promptAt({ exercise, prompt, part }: Reference, { pack, exercise: here }: Around): Prompt | undefined {
  const within = exercise === undefined ? here : pack.exercises.find(({ id }) => id === exercise)
  const name = part === 'follow_up' ? `${prompt}.follow_up` : prompt
  return within?.prompts.find(({ id }) => id === name)
}
