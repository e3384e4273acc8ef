import type { EntryWords, Option, Prompt, Reference } from '../questions/shared/model.ts'
import { quotingTexts, references, resolved } from '../questions/index.ts'
import { asMarkdown, fill, linesOf, quotedIn } from './quotations.ts'
import type { LookUp } from './conditions.ts'

/** A prompt as the learner sees it; absent where it cannot be asked, because what it builds on is not there. */
export interface Posed {
  readonly prompt: Prompt
  /** It holds words of an answer that is private. */
  readonly holdsPrivate: boolean
}

/** What earlier prompts of the exercise offer as options, by prompt id. */
export type OptionsOf = (prompt: string) => readonly Option[]

/**
 * Fills a prompt's quotations, options and recalled words in. Gives undefined for a prompt that has
 * nothing to stand on: a recall of nothing, a choice or an order of nothing, a table without a row.
 */
export function pose(prompt: Prompt, find: LookUp, optionsOf: OptionsOf, words: EntryWords): Posed | undefined {
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

/** The first source that is answered, as lines of plain text. */
function firstOf(sources: readonly Reference[], find: LookUp, words: EntryWords): readonly string[] | undefined {
  for (const source of sources) {
    const found = find(source)
    const said = found && linesOf(found, words)
    if (said !== undefined) return said
  }
  return undefined
}
