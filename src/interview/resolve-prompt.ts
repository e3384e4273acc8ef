import type { EntryWords, Option, Prompt, Reference } from '../questions/shared/model.ts'
import { quotingTexts, references, resolved } from '../questions/index.ts'
import { asMarkdown, fill, linesOf, quotedIn } from './quotations.ts'
import type { LookUp } from './conditions.ts'

/** A prompt as the learner sees it. */
export interface ResolvedPrompt {
  readonly prompt: Prompt
  /** Whether it contains text of a private answer. */
  readonly holdsPrivate: boolean
}

/** The options that an earlier prompt of the exercise offers, by prompt id. */
export type OptionsOf = (prompt: string) => readonly Option[]

/**
 * Fills in a prompt's quotations, options and recalled text. Undefined if the prompt has nothing to work with: a recall of no
 * answer, a choice or ranking without options, a table without rows.
 */
export function resolvePrompt(
  prompt: Prompt,
  find: LookUp,
  optionsOf: OptionsOf,
  words: EntryWords
): ResolvedPrompt | undefined {
  const sources = [...quotingTexts(prompt).flatMap(quotedIn), ...references(prompt)]
  const text = {
    ask: fill(prompt.ask, find, words, asMarkdown),
    ...(prompt.help === undefined ? {} : { help: fill(prompt.help, find, words, asMarkdown) })
  }
  const posed = resolved(prompt, {
    options: optionsOf,
    firstOf: (earlier) => firstOf(earlier, find, words),
    fill: (markup, escape) => fill(markup, find, words, escape)
  })
  if (posed === undefined) return undefined
  return { prompt: { ...posed, ...text }, holdsPrivate: sources.some((source) => find(source)?.private === true) }
}

/** The first answered source, in lines of plain text. */
function firstOf(sources: readonly Reference[], find: LookUp, words: EntryWords): readonly string[] | undefined {
  for (const source of sources) {
    const found = find(source)
    const said = found && linesOf(found, words)
    if (said !== undefined) return said
  }
  return undefined
}
